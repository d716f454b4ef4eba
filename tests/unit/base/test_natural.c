/* SPDX-License-Identifier: MIT */
#include "jalon/base/natural.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../plan/instance.h"
#include "breadth.h"

enum { SEED = 141421, LEN_MAX = 6 };

static const struct {
	const char *name, *first, *second;
} cases[] = {
	{ "own actions", "a2", "a10" },
	{ "sections", "8.2", "8.10" },
	{ "a number behind a hyphen", "AC-2", "AC-14" },
	{ "titles", "Étape 2", "Étape 10" },
	{ "the first number that differs", "2-10", "10-2" },
	{ "an end before anything", "a", "a1" },
	{ "nothing at all", "", "0" },
	{ "more after the same number", "a10", "a10b" },
	{ "a number before a letter", "a10", "ab" },
	{ "a sign before a number", "a-1", "a1" },
	{ "zeros in front alone", "a01", "a1" },
	{ "zeros that change no number", "a01c", "a1d" },
	{ "nought and nothing", "a", "a0" },
	{ "greater than any integer", "a99999999999999999998", "a99999999999999999999" },
	{ "longer than any integer", "a99999999999999999999", "a100000000000000000000" },
};

Test(natural, takes_numbers_as_numbers)
{
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		cr_expect_lt(
			natural_compare(cases[i].first, cases[i].second), 0, "%s", cases[i].name);
		cr_expect_gt(
			natural_compare(cases[i].second, cases[i].first), 0, "%s", cases[i].name);
		cr_expect_eq(
			natural_compare(cases[i].first, cases[i].first), 0, "%s", cases[i].name);
	}
}

/* Short, of few characters, so that they often begin alike. */
static void fill(struct random *random, char *text)
{
	static const char characters[] = "0019.-a\xc3\x89";
	size_t len = random_below(random, LEN_MAX + 1);

	for (size_t i = 0; i < len; i++)
		text[i] = characters[random_below(random, sizeof(characters) - 1)];
	text[len] = '\0';
}

static int sign(int order)
{
	return (order > 0) - (order < 0);
}

Test(natural, is_an_order)
{
	struct random random = { SEED };
	int alike = 0;

	for (int run = 0; run < breadth(200000); run++) {
		char a[LEN_MAX + 1], b[LEN_MAX + 1], c[LEN_MAX + 1];

		fill(&random, a);
		fill(&random, b);
		fill(&random, c);
		cr_assert_eq(natural_compare(a, b) == 0, strcmp(a, b) == 0, "%s %s", a, b);
		cr_assert_eq(
			sign(natural_compare(a, b)), -sign(natural_compare(b, a)), "%s %s", a, b);
		if (natural_compare(a, b) < 0 && natural_compare(b, c) < 0)
			cr_assert_lt(natural_compare(a, c), 0, "%s %s %s", a, b, c);
		alike += a[0] && a[0] == b[0] && b[0] == c[0];
	}
	cr_expect_gt(alike, breadth(1000));
}
