/* SPDX-License-Identifier: MIT
 *
 * date: days and times, without a clock.
 *
 * For     due dates, the calendar of a plan, the times of changes. What people type and read
 *         ("vendredi", "15 janv.") is in jalon/text/dates.h; here is ISO 8601 only.
 * Units   a day is the number of days since 1970-01-01 (DAY_NONE: no day); a time is seconds
 *         since 1970-01-01T00:00:00Z. Years 1 to 9999.
 * Source  civil-from-days after Howard Hinnant, "chrono-Compatible Low-Level Date
 *         Algorithms", 2013 (proleptic Gregorian calendar); ranges as intervals of ISO 8601-1,
 *         5.5.1; Easter by the "anonymous" rule of Nature, 20 April 1876 (Meeus 1991, ch. 8). */
#ifndef JALON_BASE_DATE_H
#define JALON_BASE_DATE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

enum { DAY_NONE = INT_MIN, DATE_YEAR_MAX = 9999 };
enum { DATE_TEXT_SIZE = 16, TIME_TEXT_SIZE = 32, DAY_RANGE_TEXT_SIZE = 2 * DATE_TEXT_SIZE };
enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct date {
	int year;
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* From one day to another, both of it. */
struct day_range {
	int first, last;
};

/* False when there is no such day in the calendar. */
bool date_to_day(struct date date, int *day);
struct date date_from_day(int day);
enum weekday date_weekday(int day);
int date_month_days(int year, int month);

/* Exactly YYYY-MM-DD, nothing before or behind. */
bool date_parse(const char *text, int *day);
/* "" for DAY_NONE. */
void date_format(char text[DATE_TEXT_SIZE], int day);

/* Exactly YYYY-MM-DD, or YYYY-MM-DD/YYYY-MM-DD, the second not before the first. */
bool day_range_parse(const char *text, struct day_range *range);
/* A single day as a day. */
void day_range_format(char text[DAY_RANGE_TEXT_SIZE], struct day_range range);

/* Easter Sunday. */
int date_easter(int year);

/* Exactly YYYY-MM-DDTHH:MM:SSZ. */
bool time_parse(const char *text, int64_t *at_utc);
void time_format(char text[TIME_TEXT_SIZE], int64_t at_utc);
/* The day a moment falls on in UTC. */
int time_day(int64_t at_utc);

#endif
