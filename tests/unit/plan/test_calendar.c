/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
#include "instance.h"
#include "../../../src/plan/calendar.h"

static int day_of(const char *text)
{
	int day = DAY_NONE;

	cr_assert(date_parse(text, &day), "%s", text);
	return day;
}

Test(calendar, finds_the_days_of_work)
{
	static const struct {
		const char *name, *today;
		int capacity;
		int64_t start, finish;
		const char *start_day, *finish_day;
	} cases[] = {
		{ "a day at full capacity", "2026-11-23", 500, 0, 100, "2026-11-23", "2026-11-23" },
		{ "the day after it", "2026-11-23", 500, 100, 200, "2026-11-24", "2026-11-24" },
		{ "over a weekend", "2026-11-23", 500, 400, 600, "2026-11-27", "2026-11-30" },
		{ "begun on a Saturday", "2026-11-28", 500, 0, 100, "2026-11-30", "2026-11-30" },
		{ "begun on a Sunday", "2026-11-29", 500, 0, 1, "2026-11-30", "2026-11-30" },
		{ "half a day at two days a week", "2026-11-24", 200, 0, 50, "2026-11-24",
			"2026-11-25" },
		{ "no work at all", "2026-11-24", 200, 0, 0, "2026-11-24", "2026-11-24" },
		{ "a tenth of a day a week", "2026-11-23", 10, 0, 100, "2026-11-23", "2027-01-29" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct calendar calendar =
			calendar_make(day_of(cases[i].today), cases[i].capacity, NULL);

		cr_expect_eq(calendar_start_day(&calendar, cases[i].start),
			day_of(cases[i].start_day), "%s: start", cases[i].name);
		cr_expect_eq(calendar_finish_day(&calendar, cases[i].finish),
			day_of(cases[i].finish_day), "%s: finish", cases[i].name);
	}
}

Test(calendar, knows_how_much_work_ends_by_a_day)
{
	static const int capacities[] = { 10, 100, 137, 200, 500, 1000 };

	for (size_t i = 0; i < ARRAY_LEN(capacities); i++) {
		struct calendar calendar = calendar_make(day_of("2026-11-26"), capacities[i], NULL);

		for (int day = calendar.first_day; day < calendar.first_day + 40; day++) {
			int64_t until = calendar_work_until(&calendar, day);

			cr_expect_leq(calendar_finish_day(&calendar, until), day, "%d: %d",
				capacities[i], day);
			cr_expect_gt(calendar_finish_day(&calendar, until + 1), day, "%d: %d",
				capacities[i], day);
		}
		cr_expect_lt(calendar_work_until(&calendar, calendar.first_day - 1), 0);
	}
}

Test(calendar, counts_weekdays)
{
	int day = day_of("2026-11-23");

	for (int days = 0; days < 30; days++) {
		cr_expect_eq(calendar_add_weekdays(day_of("2026-11-23"), days), day);
		do
			day++;
		while (date_weekday(day) >= SATURDAY);
	}
}

/* Day by day, as one would with a wall calendar and a pencil. */
static bool is_worked(const struct day_range *off, size_t count, int day)
{
	for (size_t i = 0; i < count; i++) {
		if (day >= off[i].first && day <= off[i].last)
			return false;
	}
	return date_weekday(day) < SATURDAY;
}

enum { OFF_MAX = 12, SPAN = 120 };

static void check_days_off(struct random *random)
{
	struct arena *arena = arena_new();
	struct day_range off[OFF_MAX], sorted[OFF_MAX];
	size_t count = random_below(random, OFF_MAX + 1);
	int today = day_of("2026-11-20") + (int)random_below(random, 10);
	int capacity = 1 + (int)random_below(random, 1000), worked = 0;
	struct days_off days;
	struct calendar calendar;

	for (size_t i = 0; i < count; i++) {
		off[i].first = today - 10 + (int)random_below(random, SPAN);
		off[i].last = off[i].first + (int)random_below(random, 9);
		sorted[i] = off[i];
	}
	days = days_off_make(arena, today, sorted, count);
	calendar = calendar_make(today, capacity, &days);
	for (int day = today - 3; day < today + SPAN; day++) {
		bool is_day = day >= today && is_worked(off, count, day);
		int64_t from = (int64_t)worked * capacity, to = from + capacity;

		worked += is_day;
		if (worked)
			cr_assert_eq(calendar_work_until(&calendar, day),
				(int64_t)worked * capacity / 5, "day %d", day - today);
		else
			cr_assert_lt(calendar_work_until(&calendar, day), 0, "day %d", day - today);
		if (!is_day)
			continue;
		/* What begins in the day, and what ends in it, in whole points of the line. */
		cr_assert(worked > 1 || calendar.first_day == day);
		if ((from + 4) / 5 * 5 < to)
			cr_assert_eq(calendar_start_day(&calendar, (from + 4) / 5), day);
		if (to / 5 * 5 > from)
			cr_assert_eq(calendar_finish_day(&calendar, to / 5), day);
	}
	arena_free(arena);
}

Test(calendar, knows_days_off_as_a_pencil_does)
{
	struct random random = { 20261126 };

	for (int i = 0; i < 400; i++)
		check_days_off(&random);
}

Test(calendar, ends_with_the_last_day_where_nobody_ever_works)
{
	struct day_range never = { 0, 2932896 };
	struct arena *arena = arena_new();
	struct days_off days = days_off_make(arena, day_of("2026-11-26"), &never, 1);
	struct calendar calendar = calendar_make(day_of("2026-11-26"), 200, &days);

	cr_expect_eq(calendar.first_day, day_of("9999-12-31"));
	cr_expect_eq(calendar_finish_day(&calendar, 100), day_of("9999-12-31"));
	cr_expect_lt(calendar_work_until(&calendar, day_of("2027-06-01")), 0);
	arena_free(arena);
}
