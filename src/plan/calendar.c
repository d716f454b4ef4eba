/* SPDX-License-Identifier: MIT
 *
 * Work is a line that begins on the first working day, measured in person-days; a day holds a fifth
 * of what a week does. Two questions then have one answer each: on which day does a point of the
 * line lie, and how far does the line reach by the end of a day. A point between two days belongs
 * to the earlier one when something ends there, and to the later one when something begins.
 *
 * All is done in whole numbers, multiplied by five before it is divided: with fractions the same
 * content could give another date on another machine. */
#include "plan/calendar.h"

#include "jalon/base/date.h"

enum {
	WORKING_DAYS = 5,
	WEEK_DAYS = 7,
	DAY_LAST = 2932896 /* 9999-12-31: what takes longer ends there */
};

struct calendar calendar_make(int today_day, int capacity_centidays)
{
	while (date_weekday(today_day) >= SATURDAY)
		today_day++;
	return (struct calendar){ today_day, capacity_centidays };
}

/* Whole weeks first, so that a far day costs no more than a near one; what is left of a week steps
 * over the weekend at most once. */
int calendar_add_working_days(int day, int64_t working_days)
{
	int weekday = (int)date_weekday(day), rest = (int)(working_days % WORKING_DAYS);

	if (working_days / WORKING_DAYS >= (DAY_LAST - day) / WEEK_DAYS)
		return DAY_LAST;
	day += (int)(working_days / WORKING_DAYS) * WEEK_DAYS + rest;
	return weekday + rest >= WORKING_DAYS ? day + WEEK_DAYS - WORKING_DAYS : day;
}

/* A working day holds a fifth of the capacity, so that n days hold n × capacity / 5. */
int calendar_start_day(const struct calendar *calendar, int64_t at_centidays)
{
	int64_t days = at_centidays * WORKING_DAYS / calendar->capacity_centidays;

	return calendar_add_working_days(calendar->first_day, days);
}

int calendar_finish_day(const struct calendar *calendar, int64_t at_centidays)
{
	int64_t days = (at_centidays * WORKING_DAYS + calendar->capacity_centidays - 1) /
		       calendar->capacity_centidays;

	/* Work that ends with a day ends on it, and no work at all on the first. */
	return calendar_add_working_days(calendar->first_day, days > 0 ? days - 1 : 0);
}

/* The working days from the first to that one, both counted, times what each holds. */
int64_t calendar_work_until(const struct calendar *calendar, int day)
{
	int weeks, rest_from;
	int64_t days;

	if (day < calendar->first_day)
		return -1;
	weeks = (day - calendar->first_day) / WEEK_DAYS;
	days = (int64_t)weeks * WORKING_DAYS;
	rest_from = calendar->first_day + weeks * WEEK_DAYS;
	for (int at = rest_from; at <= day; at++)
		days += date_weekday(at) < SATURDAY;
	return days * calendar->capacity_centidays / WORKING_DAYS;
}

/* The last whole working day of which the line's work has not gone beyond that point. */
int calendar_day_before(const struct calendar *calendar, int64_t at_centidays)
{
	int64_t days;

	if (at_centidays < 0)
		return calendar->first_day - 1;
	days = ((at_centidays + 1) * WORKING_DAYS - 1) / calendar->capacity_centidays;
	return days > 0 ? calendar_add_working_days(calendar->first_day, days - 1)
			: calendar->first_day - 1;
}
