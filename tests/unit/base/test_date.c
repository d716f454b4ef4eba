/* SPDX-License-Identifier: MIT */
#include "jalon/base/date.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"

enum { UNTOUCHED = 12345 };

static const struct {
	const char *text;
	int day;
	enum weekday weekday;
} known_days[] = {
	{ "1970-01-01", 0, THURSDAY },
	{ "1969-12-31", -1, WEDNESDAY },
	{ "1970-01-04", 3, SUNDAY },
	{ "1970-01-05", 4, MONDAY },
	{ "2000-02-29", 11016, TUESDAY },
	{ "2000-03-01", 11017, WEDNESDAY },
	{ "2026-11-24", 20781, TUESDAY },
	{ "2027-01-15", 20833, FRIDAY },
	{ "0001-01-01", -719162, MONDAY },
	{ "9999-12-31", 2932896, FRIDAY },
};

Test(date, knows_days_and_weekdays)
{
	for (size_t i = 0; i < ARRAY_LEN(known_days); i++) {
		const char *text = known_days[i].text;
		char formatted[DATE_TEXT_SIZE];
		int day = UNTOUCHED;

		cr_expect(date_parse(text, &day), "%s", text);
		cr_expect_eq(day, known_days[i].day, "%s is %d", text, day);
		cr_expect_eq(date_weekday(day), known_days[i].weekday, "%s", text);
		date_format(formatted, day);
		cr_expect_str_eq(formatted, text);
	}
}

/* Four centuries hold every case of the calendar; around them, its first and last years. */
Test(date, counts_each_day_once)
{
	static const struct {
		int from, to;
	} years[] = { { 1, 5 }, { 1896, 2300 }, { 9995, 9999 } };

	for (size_t i = 0; i < ARRAY_LEN(years); i++) {
		struct date date = { years[i].from, 1, 1 };
		int day, expected;

		cr_assert(date_to_day(date, &expected));
		for (; date.year <= years[i].to; expected++) {
			struct date back = date_from_day(expected);

			cr_assert(date_to_day(date, &day));
			cr_assert_eq(day, expected, "%d-%d-%d", date.year, date.month, date.day);
			cr_assert(back.year == date.year && back.month == date.month &&
				  back.day == date.day);
			cr_assert_eq(date_weekday(day + 1), (date_weekday(day) + 1) % 7);
			if (date.day++ < date_month_days(date.year, date.month))
				continue;
			date.day = 1;
			date.year += date.month == 12;
			date.month = date.month % 12 + 1;
		}
	}
}

static const struct {
	int year, month, days;
} months[] = {
	{ 2026, 1, 31 },
	{ 2026, 2, 28 },
	{ 2026, 4, 30 },
	{ 2026, 6, 30 },
	{ 2026, 8, 31 },
	{ 2026, 9, 30 },
	{ 2026, 11, 30 },
	{ 2026, 12, 31 },
	{ 2024, 2, 29 },
	{ 1900, 2, 28 },
	{ 2100, 2, 28 },
	{ 2000, 2, 29 },
	{ 2400, 2, 29 },
};

Test(date, knows_how_long_months_are)
{
	for (size_t i = 0; i < ARRAY_LEN(months); i++)
		cr_expect_eq(date_month_days(months[i].year, months[i].month), months[i].days,
			"%d-%d", months[i].year, months[i].month);
}

static const char *const no_dates[] = { "", " ", "2027", "2027-01", "2027-01-", "2027-1-15",
	"2027-01-15 ", " 2027-01-15", "2027-01-155", "02027-01-15", "2027/01/15", "2027-01-15T",
	"2027-00-15", "2027-13-15", "2027-01-00", "2027-01-32", "2027-04-31", "2027-02-29",
	"1900-02-29", "0000-01-01", "-001-01-01", "+027-01-15", "2027-01-1x", "2027-02-30",
	"２０２７-01-15", "2027‑01‑15" };

Test(date, refuses_what_is_no_date_and_leaves_the_day)
{
	for (size_t i = 0; i < ARRAY_LEN(no_dates); i++) {
		int day = UNTOUCHED;

		cr_expect_not(date_parse(no_dates[i], &day), "%s", no_dates[i]);
		cr_expect_eq(day, UNTOUCHED, "%s", no_dates[i]);
	}
}

Test(date, refuses_years_outside_the_calendar)
{
	int day = UNTOUCHED;

	cr_expect_not(date_to_day((struct date){ 0, 12, 31 }, &day));
	cr_expect_not(date_to_day((struct date){ 10000, 1, 1 }, &day));
	cr_expect_not(date_to_day((struct date){ -1, 1, 1 }, &day));
	cr_expect_eq(day, UNTOUCHED);
}

Test(date, writes_no_day_as_nothing)
{
	char text[DATE_TEXT_SIZE] = "x";

	date_format(text, DAY_NONE);
	cr_expect_str_eq(text, "");
}

static const struct {
	const char *text;
	int64_t at_utc;
} known_times[] = {
	{ "1970-01-01T00:00:00Z", 0 },
	{ "1969-12-31T23:59:59Z", -1 },
	{ "1970-01-02T00:00:00Z", 86400 },
	{ "2026-11-24T10:12:31Z", 1795515151 },
	{ "2038-01-19T03:14:08Z", 2147483648 },
	{ "0001-01-01T00:00:00Z", -62135596800 },
	{ "9999-12-31T23:59:59Z", 253402300799 },
};

Test(date, knows_times)
{
	for (size_t i = 0; i < ARRAY_LEN(known_times); i++) {
		const char *text = known_times[i].text;
		char formatted[TIME_TEXT_SIZE];
		int64_t at_utc = UNTOUCHED;

		cr_expect(time_parse(text, &at_utc), "%s", text);
		cr_expect_eq(at_utc, known_times[i].at_utc, "%s is %lld", text, (long long)at_utc);
		time_format(formatted, known_times[i].at_utc);
		cr_expect_str_eq(formatted, text);
	}
}

static const char *const no_times[] = { "", "2026-11-24", "2026-11-24T10:12:31",
	"2026-11-24T10:12:31z", "2026-11-24 10:12:31Z", "2026-11-24T24:00:00Z",
	"2026-11-24T10:60:00Z", "2026-11-24T10:12:60Z", "2026-11-24T10:12:31ZZ",
	"2026-02-30T10:12:31Z", "2026-11-24T10:12:31+01:00", "2026-11-24T10:12:31.5Z",
	"2026-11-24T1:12:31Z" };

Test(date, refuses_what_is_no_time_and_leaves_it)
{
	for (size_t i = 0; i < ARRAY_LEN(no_times); i++) {
		int64_t at_utc = UNTOUCHED;

		cr_expect_not(time_parse(no_times[i], &at_utc), "%s", no_times[i]);
		cr_expect_eq(at_utc, UNTOUCHED, "%s", no_times[i]);
	}
}

Test(date, knows_on_which_day_a_moment_falls)
{
	cr_expect_eq(time_day(0), 0);
	cr_expect_eq(time_day(86399), 0);
	cr_expect_eq(time_day(86400), 1);
	cr_expect_eq(time_day(-1), -1);
	cr_expect_eq(time_day(-86400), -1);
	cr_expect_eq(time_day(-86401), -2);
}

/* From the tables of the Bureau des longitudes; the earliest, the latest, and those of years with
 * an exception in older rules. */
Test(date, knows_easter)
{
	static const char *const sundays[] = { "1818-03-22", "1943-04-25", "1954-04-18",
		"1981-04-19", "2000-04-23", "2008-03-23", "2025-04-20", "2026-04-05", "2027-03-28",
		"2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22" };

	for (size_t i = 0; i < ARRAY_LEN(sundays); i++) {
		int day = DAY_NONE;

		cr_assert(date_parse(sundays[i], &day));
		cr_expect_eq(date_easter(date_from_day(day).year), day, "%s", sundays[i]);
	}
}

Test(date, reads_ranges_of_days)
{
	static const struct {
		const char *text, *canonical; /* NULL: refused */
	} cases[] = {
		{ "2026-12-24/2027-01-03", "2026-12-24/2027-01-03" },
		{ "2026-12-24", "2026-12-24" },
		{ "2026-12-24/2026-12-24", "2026-12-24" },
		{ "2026-12-24/2026-12-23", NULL },
		{ "2026-12-24/", NULL },
		{ "/2026-12-24", NULL },
		{ "2026-12-24-2026-12-25", NULL },
		{ "2026-12-24/2026-12-25/2026-12-26", NULL },
		{ "2026-02-30/2026-03-02", NULL },
		{ "2026-02-01/2026-02-30", NULL },
		{ "", NULL },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct day_range range = { UNTOUCHED, UNTOUCHED };
		char text[DAY_RANGE_TEXT_SIZE];
		bool good = day_range_parse(cases[i].text, &range);

		cr_assert_eq(good, cases[i].canonical != NULL, "%s", cases[i].text);
		if (good) {
			day_range_format(text, range);
			cr_expect_str_eq(text, cases[i].canonical);
		} else {
			cr_expect(range.first == UNTOUCHED && range.last == UNTOUCHED, "%s",
				cases[i].text);
		}
	}
}
