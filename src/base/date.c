/* SPDX-License-Identifier: MIT */
#include "jalon/base/date.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { SECONDS_A_DAY = 24 * 60 * 60 };

static bool year_is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && year_is_leap(year));
}

bool date_to_day(struct date date, int *day)
{
	int year, era, year_of_era, day_of_year;

	if (date.year < 1 || date.year > DATE_YEAR_MAX || date.month < 1 || date.month > 12 ||
		date.day < 1 || date.day > date_month_days(date.year, date.month))
		return false;
	/* Years start in March, so that the leap day is the last one. */
	year = date.year - (date.month <= 2);
	era = year / 400;
	year_of_era = year % 400;
	day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	*day = era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - 719468;
	return true;
}

struct date date_from_day(int day)
{
	int shifted = day + 719468;
	int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int day_of_era = shifted - era * 146097;
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month_from_march = (5 * day_of_year + 2) / 153;
	struct date date;

	date.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
	date.month = month_from_march + (month_from_march < 10 ? 3 : -9);
	date.year = year_of_era + era * 400 + (date.month <= 2);
	return date;
}

enum weekday date_weekday(int day)
{
	/* 1970-01-01 was a Thursday. */
	int weekday = (day + THURSDAY) % 7;

	return (enum weekday)(weekday < 0 ? weekday + 7 : weekday);
}

/* Reads digits by a pattern in which '0' stands for a digit and all else for itself. */
static bool matches(const char *text, const char *pattern)
{
	for (; *pattern; pattern++, text++) {
		bool digit = *text >= '0' && *text <= '9';

		if (*pattern == '0' ? !digit : *text != *pattern)
			return false;
	}
	return *text == '\0';
}

static int number_at(const char *text, int len)
{
	int number = 0;

	for (int i = 0; i < len; i++)
		number = number * 10 + (text[i] - '0');
	return number;
}

static bool date_at(const char *text, int *day)
{
	struct date date = { number_at(text, 4), number_at(text + 5, 2), number_at(text + 8, 2) };

	return date_to_day(date, day);
}

bool date_parse(const char *text, int *day)
{
	return matches(text, "0000-00-00") && date_at(text, day);
}

void date_format(char text[DATE_TEXT_SIZE], int day)
{
	struct date date;

	text[0] = '\0';
	if (day == DAY_NONE)
		return;
	date = date_from_day(day);
	snprintf(text, DATE_TEXT_SIZE, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
		date.day % 100);
}

bool day_range_parse(const char *text, struct day_range *range)
{
	struct day_range found;

	if (date_parse(text, &found.first))
		found.last = found.first;
	else if (!matches(text, "0000-00-00/0000-00-00") || !date_at(text, &found.first) ||
		 !date_at(text + 11, &found.last) || found.last < found.first)
		return false;
	*range = found;
	return true;
}

void day_range_format(char text[DAY_RANGE_TEXT_SIZE], struct day_range range)
{
	char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];

	date_format(first, range.first);
	date_format(last, range.last);
	snprintf(text, DAY_RANGE_TEXT_SIZE, "%s%s%s", first, range.last > range.first ? "/" : "",
		range.last > range.first ? last : "");
}

/* The golden number gives the moon, the rest its next Sunday; letters as where it was printed. */
int date_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
	int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114, day = DAY_NONE;

	date_to_day((struct date){ year, n / 31, n % 31 + 1 }, &day);
	return day;
}

bool time_parse(const char *text, int64_t *at_utc)
{
	int day, hour, minute, second;

	if (!matches(text, "0000-00-00T00:00:00Z") || !date_at(text, &day))
		return false;
	hour = number_at(text + 11, 2);
	minute = number_at(text + 14, 2);
	second = number_at(text + 17, 2);
	if (hour > 23 || minute > 59 || second > 59)
		return false;
	*at_utc = (int64_t)day * SECONDS_A_DAY + hour * 3600 + minute * 60 + second;
	return true;
}

int time_day(int64_t at_utc)
{
	int64_t day = at_utc / SECONDS_A_DAY;

	return (int)(at_utc % SECONDS_A_DAY < 0 ? day - 1 : day);
}

void time_format(char text[TIME_TEXT_SIZE], int64_t at_utc)
{
	int day = time_day(at_utc);
	int second = (int)(at_utc - (int64_t)day * SECONDS_A_DAY);
	char date[DATE_TEXT_SIZE];

	date_format(date, day);
	snprintf(text, TIME_TEXT_SIZE, "%sT%02d:%02d:%02dZ", date, second / 3600 % 24,
		second / 60 % 60, second % 60);
}
