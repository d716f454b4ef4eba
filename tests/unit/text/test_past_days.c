/* SPDX-License-Identifier: MIT */
#include "jalon/text/past_days.h"

#include <criterion/criterion.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"

/* Tuesday. */
static const char today[] = "2026-11-24";

static const struct {
	const char *typed, *first, *last; /* first NULL: no day */
} days[] = {
	{ "hier", "2026-11-23", "2026-11-23" },
	{ "Yesterday", "2026-11-23", "2026-11-23" },
	{ "avant-hier", "2026-11-22", "2026-11-22" },
	{ "aujourd’hui", "2026-11-24", "2026-11-24" },
	{ "vendredi", "2026-11-20", "2026-11-20" },
	{ "tuesday", "2026-11-24", "2026-11-24" },
	{ "12 nov", "2026-11-12", "2026-11-12" },
	{ "12 nov.", "2026-11-12", "2026-11-12" },
	{ "12/11", "2026-11-12", "2026-11-12" },
	{ "24/11", "2026-11-24", "2026-11-24" },
	{ "25/11", "2025-11-25", "2025-11-25" },
	{ "3 déc", "2025-12-03", "2025-12-03" },
	{ "2026-11-12", "2026-11-12", "2026-11-12" },
	{ "12 novembre 2025", "2025-11-12", "2025-11-12" },
	{ "novembre", "2026-11-01", "2026-11-30" },
	{ "nov", NULL, NULL },
	{ "mar", NULL, NULL },
	{ "décembre", "2025-12-01", "2025-12-31" },
	{ "nov 2025", "2025-11-01", "2025-11-30" },
	{ "2026-02", "2026-02-01", "2026-02-28" },
	{ "demain", NULL, NULL },
	{ "tomorrow", NULL, NULL },
	{ "+3j", NULL, NULL },
	{ "2027-01-15", NULL, NULL },
	{ "12", NULL, NULL },
	{ "Marc", NULL, NULL },
	{ "", NULL, NULL },
};

Test(past_days, are_the_last_such_days)
{
	int today_day;

	cr_assert(date_parse(today, &today_day));
	for (size_t i = 0; i < ARRAY_LEN(days); i++) {
		char first_text[DATE_TEXT_SIZE], last_text[DATE_TEXT_SIZE];
		int first = DAY_NONE, last = DAY_NONE;
		bool good = text_parse_past_days(days[i].typed, today_day, &first, &last);

		cr_expect_eq(good, days[i].first != NULL, "%s", days[i].typed);
		if (!good || !days[i].first)
			continue;
		date_format(first_text, first);
		date_format(last_text, last);
		cr_expect_str_eq(first_text, days[i].first, "%s: %s", days[i].typed, first_text);
		cr_expect_str_eq(last_text, days[i].last, "%s: %s", days[i].typed, last_text);
	}
}
