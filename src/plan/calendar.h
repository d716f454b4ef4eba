/* SPDX-License-Identifier: MIT
 *
 * calendar: from person-days of work to days.
 *
 * For     working.c, which knows whose time it is, and all that asks for days. Work is done from
 *         Monday to Friday but for days off, and starts on the first such day from today on.
 * Owner   a calendar borrows its days off; these are the given arena's.
 * Units   days since 1970-01-01; work and capacity in hundredths of a person-day (capacity a
 *         week of five working days: a day off is a fifth of it less). All integer, so that the
 *         same content gives the same dates. The last day is 9999-12-31.
 * Source  DESIGN.md, "Command line": effort 1 at capacity 5.0 that starts on a Monday ends
 *         that Monday. */
#ifndef JALON_PLAN_CALENDAR_H
#define JALON_PLAN_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

#include "jalon/base/arena.h"
#include "jalon/base/date.h"

/* From Monday to Friday, counted from the first such day from today on. */
struct days_off {
	struct off_run {
		int first, end; /* the end is the first that is none */
		int before;     /* days off before it */
	} * runs;               /* in order, none touching another */
	size_t count;
};

struct calendar {
	int base_day;  /* from which days off are counted */
	int first_day; /* a working day */
	int capacity_centidays;
	const struct days_off *off;
};

/* Of ranges in any order, which may meet; they are sorted where they are. */
struct days_off days_off_make(
	struct arena *arena, int today_day, struct day_range *ranges, size_t count);
/* `off` NULL: none. */
struct calendar calendar_make(int today_day, int capacity_centidays, const struct days_off *off);
/* The day on which work that starts, or finishes, at this point of the line does so. */
int calendar_start_day(const struct calendar *calendar, int64_t at_centidays);
int calendar_finish_day(const struct calendar *calendar, int64_t at_centidays);
/* The greatest point of the line that still finishes on that day or before; negative when even
 * nothing at all would be late. */
int64_t calendar_work_until(const struct calendar *calendar, int day);
/* The last day on which what somebody else does may end, for work of this line to start at that
 * point the day after; a day before the first when that is too late already. */
int calendar_day_before(const struct calendar *calendar, int64_t at_centidays);
/* The n-th of those after `day` that are from Monday to Friday. */
int calendar_add_weekdays(int day, int64_t weekdays);

#endif
