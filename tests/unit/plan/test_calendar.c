/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
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
		struct calendar calendar = calendar_make(day_of(cases[i].today), cases[i].capacity);

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
		struct calendar calendar = calendar_make(day_of("2026-11-26"), capacities[i]);

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

Test(calendar, counts_working_days)
{
	int day = day_of("2026-11-23");

	for (int days = 0; days < 30; days++) {
		cr_expect_eq(calendar_add_working_days(day_of("2026-11-23"), days), day);
		do
			day++;
		while (date_weekday(day) >= SATURDAY);
	}
}
