/* SPDX-License-Identifier: MIT
 *
 * Work is a line that begins on the first working day, measured in person-days; a working day holds
 * a fifth of the capacity. Two questions then have one answer each: on which day does a point of
 * the line lie, and how far does the line reach by the end of a day. A point between two days
 * belongs to the earlier one when something ends there, and to the later one when something begins.
 *
 * Three countings meet: days; weekdays, Monday to Friday from the first one on, which whole weeks
 * make quick; and working days, which are weekdays without those off. Of a run of days off is kept
 * how many are off before it, so that a search among the runs goes from one counting to the other.
 *
 * All is done in whole numbers, multiplied by five before it is divided: with fractions the same
 * content could give another date on another machine. */
#include "plan/calendar.h"

#include <stdlib.h>

#include "jalon/base/mem.h"

enum {
	WORKING_DAYS = 5,
	WEEK_DAYS = 7,
	DAY_LAST = 2932896 /* 9999-12-31: what takes longer ends there */
};

static int first_weekday(int day)
{
	while (date_weekday(day) >= SATURDAY)
		day++;
	return day;
}

/* Whole weeks first, so that a far day costs no more than a near one; what is left of a week steps
 * over the weekend at most once. */
int calendar_add_weekdays(int day, int64_t weekdays)
{
	int weekday = (int)date_weekday(day), rest = (int)(weekdays % WORKING_DAYS);

	if (weekdays / WORKING_DAYS >= (DAY_LAST - day) / WEEK_DAYS)
		return DAY_LAST;
	day += (int)(weekdays / WORKING_DAYS) * WEEK_DAYS + rest;
	return weekday + rest >= WORKING_DAYS ? day + WEEK_DAYS - WORKING_DAYS : day;
}

/* How many weekdays there are from a weekday on, before `day`. */
static int count_weekdays(int from, int day)
{
	int weeks = (day - from) / WEEK_DAYS, count = weeks * WORKING_DAYS;

	for (int at = from + weeks * WEEK_DAYS; at < day; at++)
		count += date_weekday(at) < SATURDAY;
	return count;
}

static int compare_ranges(const void *a, const void *b)
{
	const struct day_range *one = a, *other = b;

	return (one->first > other->first) - (one->first < other->first);
}

struct days_off days_off_make(
	struct arena *arena, int today_day, struct day_range *ranges, size_t count)
{
	struct days_off off = { ARENA_ARRAY(arena, struct off_run, count), 0 };
	int base = first_weekday(today_day);

	if (count)
		qsort(ranges, count, sizeof(*ranges), compare_ranges);
	for (size_t i = 0; i < count; i++) {
		struct off_run *last = off.count ? &off.runs[off.count - 1] : NULL;
		int first = ranges[i].first > base ? count_weekdays(base, ranges[i].first) : 0;
		int end = ranges[i].last >= base ? count_weekdays(base, ranges[i].last + 1) : 0;

		if (end <= first || (last && end <= last->end))
			continue;
		if (last && first <= last->end)
			last->end = end;
		else
			off.runs[off.count++] = (struct off_run){ first, end,
				last ? last->before + last->end - last->first : 0 };
	}
	return off;
}

/* How many of the runs, the first ones, come to lie before the working day of that number. */
static size_t runs_before(const struct days_off *off, int64_t working_day)
{
	size_t low = 0, high = off ? off->count : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (off->runs[middle].first - off->runs[middle].before <= working_day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int64_t days_off_until(const struct days_off *off, size_t runs)
{
	const struct off_run *last = runs ? &off->runs[runs - 1] : NULL;

	return last ? last->before + last->end - last->first : 0;
}

/* Counted from 0, the first one. */
static int working_day_at(const struct calendar *calendar, int64_t number)
{
	return calendar_add_weekdays(calendar->base_day,
		number + days_off_until(calendar->off, runs_before(calendar->off, number)));
}

/* Up to that day, which is not before the first one, itself included. */
static int64_t count_working_days(const struct calendar *calendar, int day)
{
	const struct days_off *off = calendar->off;
	int weekdays = count_weekdays(calendar->base_day, day + 1);
	size_t low = 0, high = off ? off->count : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (off->runs[middle].first < weekdays)
			low = middle + 1;
		else
			high = middle;
	}
	/* The day may lie in a run, which goes on behind it. */
	if (low && off->runs[low - 1].end > weekdays)
		return off->runs[low - 1].first - off->runs[low - 1].before;
	return weekdays - days_off_until(off, low);
}

struct calendar calendar_make(int today_day, int capacity_centidays, const struct days_off *off)
{
	struct calendar calendar = { .base_day = first_weekday(today_day),
		.capacity_centidays = capacity_centidays,
		.off = off };

	calendar.first_day = working_day_at(&calendar, 0);
	return calendar;
}

/* A working day holds a fifth of the capacity, so that n days hold n × capacity / 5. */
int calendar_start_day(const struct calendar *calendar, int64_t at_centidays)
{
	return working_day_at(calendar, at_centidays * WORKING_DAYS / calendar->capacity_centidays);
}

int calendar_finish_day(const struct calendar *calendar, int64_t at_centidays)
{
	int64_t days = (at_centidays * WORKING_DAYS + calendar->capacity_centidays - 1) /
		       calendar->capacity_centidays;

	/* Work that ends with a day ends on it, and no work at all on the first. */
	return working_day_at(calendar, days > 0 ? days - 1 : 0);
}

/* The working days from the first to that one, both counted, times what each holds. */
int64_t calendar_work_until(const struct calendar *calendar, int day)
{
	if (day < calendar->first_day)
		return -1;
	return count_working_days(calendar, day) * calendar->capacity_centidays / WORKING_DAYS;
}

/* The last whole working day of which the line's work has not gone beyond that point. */
int calendar_day_before(const struct calendar *calendar, int64_t at_centidays)
{
	int64_t days;

	if (at_centidays < 0)
		return calendar->first_day - 1;
	days = ((at_centidays + 1) * WORKING_DAYS - 1) / calendar->capacity_centidays;
	return days > 0 ? working_day_at(calendar, days - 1) : calendar->first_day - 1;
}
