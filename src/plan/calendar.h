/* SPDX-License-Identifier: MIT
 *
 * calendar: from person-days of work to days, Monday to Friday.
 *
 * For     plan_make(). Work starts on the first working day from today on.
 * Units   days since 1970-01-01; work and capacity in hundredths of a person-day (capacity a
 *         week of five working days). No public holidays. All integer, so that the same content
 *         gives the same dates. The last day is 9999-12-31.
 * Source  DESIGN.md, "Command line": effort 1 at capacity 5.0 that starts on a Monday ends
 *         that Monday. */
#ifndef JALON_PLAN_CALENDAR_H
#define JALON_PLAN_CALENDAR_H

#include <stdint.h>

struct calendar {
	int first_day; /* a working day */
	int capacity_centidays;
};

struct calendar calendar_make(int today_day, int capacity_centidays);
/* The day on which work that starts, or finishes, at this point of the line does so. */
int calendar_start_day(const struct calendar *calendar, int64_t at_centidays);
int calendar_finish_day(const struct calendar *calendar, int64_t at_centidays);
/* The greatest point of the line that still finishes on that day or before; negative when even
 * nothing at all would be late. */
int64_t calendar_work_until(const struct calendar *calendar, int day);
/* The last day on which what somebody else does may end, for work of this line to start at that
 * point the day after; a day before the first when that is too late already. */
int calendar_day_before(const struct calendar *calendar, int64_t at_centidays);
/* The n-th working day after `day`. */
int calendar_add_working_days(int day, int64_t working_days);

#endif
