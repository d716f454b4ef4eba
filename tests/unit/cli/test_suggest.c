/* SPDX-License-Identifier: MIT */
#include "cli/suggest.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"

static const struct {
	const char *typed, *candidate;
	size_t distance;
} distances[] = {
	{ "show", "show", 0 },
	{ "sohw", "show", 1 },
	{ "shw", "show", 1 },
	{ "shoow", "show", 1 },
	{ "shaw", "show", 1 },
	{ "", "show", 4 },
	{ "show", "", 4 },
	{ "plan", "show", 4 },
	{ "ab", "ba", 1 },
	{ "abcd", "badc", 2 },
};

Test(suggest, counts_slips_of_the_finger)
{
	for (size_t i = 0; i < ARRAY_LEN(distances); i++)
		cr_expect_eq(suggest_distance(distances[i].typed, distances[i].candidate),
			distances[i].distance, "%s, %s", distances[i].typed,
			distances[i].candidate);
}

static const char *const commands[] = { "new", "list", "show", "set", "service", "plan", "log" };

static const struct {
	const char *typed, *nearest;
} slips[] = {
	{ "sohw", "show" },
	{ "plna", "plan" },
	{ "lsit", "list" },
	{ "serv", "service" },
	{ "servcie", "service" },
	{ "frobnicate", NULL },
	{ "x", NULL },
	{ "", NULL },
	{ "demo", NULL },
};

Test(suggest, names_the_nearest_or_nothing)
{
	const struct string_list candidates = { commands, ARRAY_LEN(commands) };

	for (size_t i = 0; i < ARRAY_LEN(slips); i++) {
		const char *nearest = suggest_nearest(slips[i].typed, candidates);

		cr_expect_eq(nearest == NULL, slips[i].nearest == NULL, "%s", slips[i].typed);
		if (nearest && slips[i].nearest)
			cr_expect_str_eq(nearest, slips[i].nearest, "%s", slips[i].typed);
	}
}

Test(suggest, takes_a_text_of_any_length)
{
	char typed[1000];
	const struct string_list candidates = { commands, ARRAY_LEN(commands) };

	memset(typed, 'a', sizeof(typed) - 1);
	typed[sizeof(typed) - 1] = '\0';
	cr_expect_null(suggest_nearest(typed, candidates));
}
