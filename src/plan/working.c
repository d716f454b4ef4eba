/* SPDX-License-Identifier: MIT
 *
 * Public holidays, closed days and days away become one list of runs of weekdays off for everybody,
 * and one for each member who is away at times. They are looked for over fifty years: who plans
 * longer than that is told days as if nobody ever rested. */
#include "plan/working.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"

enum { YEARS = 50, HOLIDAYS_A_YEAR = 13 };

/* Days that are taken off, as they are said: in any order, and over each other. */
struct off {
	struct day_range *ranges;
	size_t count;
};

static void off_add(struct off *off, int first, int last)
{
	off->ranges[off->count++] = (struct day_range){ first, last };
}

static void off_add_fixed(struct off *off, int year, int month, int day)
{
	int at = DAY_NONE;

	date_to_day((struct date){ year, month, day }, &at);
	off_add(off, at, at);
}

static void off_add_year(struct off *off, enum holidays holidays, int year)
{
	static const struct {
		int month, day;
	} fixed[] = { { 1, 1 }, { 5, 1 }, { 5, 8 }, { 7, 14 }, { 8, 15 }, { 11, 1 }, { 11, 11 },
		{ 12, 25 } };
	enum { GOOD_FRIDAY = -2, EASTER_MONDAY = 1, ASCENSION = 39, WHIT_MONDAY = 50 };
	static const int after_easter[] = { EASTER_MONDAY, ASCENSION, WHIT_MONDAY };
	int easter = date_easter(year);

	for (size_t i = 0; i < ARRAY_LEN(fixed); i++)
		off_add_fixed(off, year, fixed[i].month, fixed[i].day);
	for (size_t i = 0; i < ARRAY_LEN(after_easter); i++)
		off_add(off, easter + after_easter[i], easter + after_easter[i]);
	if (holidays == HOLIDAYS_FR_ALSACE_MOSELLE) {
		off_add(off, easter + GOOD_FRIDAY, easter + GOOD_FRIDAY);
		off_add_fixed(off, year, 12, 26);
	}
}

static void off_add_list(struct off *off, const struct day_range_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		off->ranges[off->count++] = list->ranges[i];
}

static struct off off_make(struct arena *arena, size_t room)
{
	return (struct off){ ARENA_ARRAY(arena, struct day_range, room), 0 };
}

static struct off find_common(struct arena *arena, const struct organisation *org, int today_day)
{
	int year = date_from_day(today_day).year;
	struct off off = off_make(arena,
		org->closed.count + (org->holidays == HOLIDAYS_NONE ? 0 : YEARS * HOLIDAYS_A_YEAR));

	for (int i = 0; org->holidays != HOLIDAYS_NONE && i < YEARS && year + i <= DATE_YEAR_MAX;
		i++)
		off_add_year(&off, org->holidays, year + i);
	off_add_list(&off, &org->closed);
	return off;
}

struct working *working_make(struct arena *arena, const struct organisation *org, int today_day)
{
	struct working *working = ARENA_NEW(arena, struct working);
	struct off common = find_common(arena, org, today_day);

	working->org = org;
	working->today_day = today_day;
	working->all = days_off_make(arena, today_day, common.ranges, common.count);
	working->members = ARENA_ARRAY(arena, struct days_off, org->member_count);
	for (size_t i = 0; i < org->member_count; i++) {
		const struct day_range_list *away = &org->members[i].away;
		struct off off;

		working->members[i] = working->all;
		if (!away->count)
			continue;
		off = off_make(arena, common.count + away->count);
		memcpy(off.ranges, common.ranges, common.count * sizeof(*off.ranges));
		off.count = common.count;
		off_add_list(&off, away);
		working->members[i] = days_off_make(arena, today_day, off.ranges, off.count);
	}
	return working;
}

struct calendar working_calendar(const struct working *working, const char *owner)
{
	const struct organisation *org = working->org;
	const struct member *member = organisation_find_member(org, owner);

	if (!member)
		return calendar_make(working->today_day, org->capacity_centidays, &working->all);
	return calendar_make(working->today_day, member->capacity_centidays,
		&working->members[member - org->members]);
}
