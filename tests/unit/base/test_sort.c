/* SPDX-License-Identifier: MIT */
#include "jalon/base/sort.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"

static int comparisons;

static int compare_letters(const void *one, const void *other)
{
	comparisons++;
	return *(const char *)one - *(const char *)other;
}

Test(sort, puts_in_order_whatever_is_not)
{
	static const char *const cases[][2] = {
		{ "abcde", "abcde" },
		{ "abced", "abcde" }, /* the last one alone */
		{ "bacde", "abcde" }, /* the first one alone */
		{ "edcba", "abcde" },
		{ "abab", "aabb" },
		{ "aaa", "aaa" },
		{ "ba", "ab" },
		{ "a", "a" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[8] = "";

		strcpy(text, cases[i][0]);
		sort_array(text, strlen(text), 1, compare_letters);
		cr_expect_str_eq(text, cases[i][1], "%s", cases[i][0]);
	}
	sort_array(NULL, 0, 1, compare_letters);
}

Test(sort, looks_once_at_what_is_in_order)
{
	char text[] = "abcdefghijklmnopqrstuvwxyz";

	comparisons = 0;
	sort_array(text, sizeof(text) - 1, 1, compare_letters);
	cr_expect_eq(comparisons, 25);
}
