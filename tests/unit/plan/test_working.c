/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
#include "jalon/model/field.h"
#include "../../../src/plan/working.h"

static int day_of(const char *text)
{
	int day = DAY_NONE;

	cr_assert(date_parse(text, &day), "%s", text);
	return day;
}

static struct day_range_list ranges_of(struct arena *arena, const char *text)
{
	return field_value_parse(FIELD_CLOSED, text, arena).ranges;
}

static bool works_on(const struct calendar *calendar, int day)
{
	return calendar_work_until(calendar, day) > 0 &&
	       calendar_work_until(calendar, day) > calendar_work_until(calendar, day - 1);
}

/* From the list of the ministry of labour: each day off from Monday to Friday of a year. */
Test(working, keeps_the_public_holidays)
{
	static const struct {
		const char *name;
		enum holidays holidays;
		int year;
		const char *days;
	} cases[] = {
		{ "none", HOLIDAYS_NONE, 2027, "" },
		{ "France, 2027", HOLIDAYS_FR, 2027,
			"2027-01-01 2027-03-29 2027-05-06 2027-05-17 2027-07-14 2027-11-01 "
			"2027-11-11 " },
		{ "France, 2028", HOLIDAYS_FR, 2028,
			"2028-04-17 2028-05-01 2028-05-08 2028-05-25 2028-06-05 2028-07-14 "
			"2028-08-15 2028-11-01 2028-12-25 " },
		{ "Alsace and Moselle, 2028", HOLIDAYS_FR_ALSACE_MOSELLE, 2028,
			"2028-04-14 2028-04-17 2028-05-01 2028-05-08 2028-05-25 2028-06-05 "
			"2028-07-14 2028-08-15 2028-11-01 2028-12-25 2028-12-26 " },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena *arena = arena_new();
		struct organisation org = { .capacity_centidays = 500,
			.holidays = cases[i].holidays };
		int today = day_of("2026-12-28");
		struct working *working = working_make(arena, &org, today);
		struct calendar calendar = working_calendar(working, "");
		struct buf off = BUF_INIT;
		int day = DAY_NONE;

		date_to_day((struct date){ cases[i].year, 1, 1 }, &day);
		for (; date_from_day(day).year == cases[i].year; day++) {
			char text[DATE_TEXT_SIZE];

			date_format(text, day);
			if (date_weekday(day) < SATURDAY && !works_on(&calendar, day))
				buf_add_format(&off, "%s ", text);
		}
		cr_expect_str_eq(off.len ? off.text : "", cases[i].days, "%s", cases[i].name);
		buf_release(&off);
		arena_free(arena);
	}
}

/* Closed is closed for all; away is one's own, and of nobody else of whatever name. */
Test(working, knows_whose_days_they_are)
{
	struct arena *arena = arena_new();
	struct member members[] = {
		{ .name = "Inès",
			.capacity_centidays = 100,
			.away = ranges_of(arena, "2027-01-06/2027-01-08") },
		{ .name = "Marc", .capacity_centidays = 500 },
	};
	struct organisation org = { .capacity_centidays = 200,
		.holidays = HOLIDAYS_FR,
		.closed = ranges_of(arena, "2026-12-24/2027-01-03"),
		.members = members,
		.member_count = 2 };
	static const struct {
		const char *owner, *first_day, *finish_day;
	} cases[] = {
		/* A day at a fifth of a day a day: two days, then away, then three more. */
		{ "Inès", "2027-01-04", "2027-01-13" },
		{ "Marc", "2027-01-04", "2027-01-04" },
		{ "", "2027-01-04", "2027-01-06" },
		{ "Zoé, who is no member", "2027-01-04", "2027-01-06" },
	};
	struct working *working = working_make(arena, &org, day_of("2026-12-24"));

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct calendar calendar = working_calendar(working, cases[i].owner);

		cr_expect_eq(calendar.first_day, day_of(cases[i].first_day), "%s", cases[i].owner);
		cr_expect_eq(calendar_finish_day(&calendar, 100), day_of(cases[i].finish_day), "%s",
			cases[i].owner);
	}
	arena_free(arena);
}
