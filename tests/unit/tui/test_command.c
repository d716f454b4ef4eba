/* SPDX-License-Identifier: MIT */
#include "tui/command.h"

#include <criterion/criterion.h>
#include <string.h>

static bool is_said(struct wording wording)
{
	return wording.fr && wording.fr[0] && wording.en && wording.en[0];
}

Test(command, has_no_empty_cell)
{
	for (size_t i = 0; i < command_count; i++) {
		const struct command *command = &commands[i];
		struct key key;

		cr_assert(command->name && command->name[0], "row %zu", i);
		cr_expect(key_parse(command->key, &key), "%s", command->name);
		cr_expect(!command->also || key_parse(command->also, &key), "%s", command->name);
		cr_expect_neq(command->where, 0, "%s", command->name);
		cr_expect(is_said(command->label) && is_said(command->help), "%s", command->name);
		cr_expect_not_null(command->run, "%s", command->name);
	}
}

static bool shares_a_key(const struct command *one, const struct command *other)
{
	const char *const keys[] = { one->key, one->also };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		if (!keys[i])
			continue;
		if (strcmp(keys[i], other->key) == 0 ||
			(other->also && strcmp(keys[i], other->also) == 0))
			return true;
	}
	return false;
}

Test(command, binds_a_key_once_in_a_place)
{
	for (size_t i = 0; i < command_count; i++) {
		for (size_t k = i + 1; k < command_count; k++) {
			if (!(commands[i].where & commands[k].where))
				continue;
			cr_expect_not(shares_a_key(&commands[i], &commands[k]), "%s and %s",
				commands[i].name, commands[k].name);
		}
	}
}

Test(command, is_named_once)
{
	for (size_t i = 0; i < command_count; i++) {
		for (size_t k = i + 1; k < command_count; k++)
			cr_expect_str_neq(commands[i].name, commands[k].name);
	}
}

Test(command, is_found_where_it_applies_alone)
{
	struct key key;

	cr_assert(key_parse("Space", &key));
	cr_expect_not_null(command_find(key, IN_CHECKLIST));
	cr_expect_null(command_find(key, IN_GUIDE));
}

Test(command, reads_l_as_right_in_lists)
{
	static const int lists[] = { IN_ORGANISATIONS, IN_CHECKLIST, IN_PLAN };
	struct key letter, arrow;

	cr_assert(key_parse("l", &letter) && key_parse("Right", &arrow));
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		cr_expect_not_null(command_find(letter, lists[i]));
		cr_expect_eq(command_find(letter, lists[i]), command_find(arrow, lists[i]));
	}
	cr_expect_null(command_find(letter, IN_OVERLAY));
}

Test(command, shows_its_help_everywhere)
{
	for (int view = 0; view < VIEW_COUNT; view++) {
		struct key key;

		cr_assert(key_parse("?", &key));
		cr_expect_not_null(command_find(key, 1 << view));
	}
}

/* Without Shift, and without AltGr, on a French keyboard. */
Test(command, hears_the_digits_of_a_french_keyboard)
{
	static const char *const unshifted[] = { "&", "é", "\"", "'", "(" };

	for (size_t i = 0; i < ARRAY_LEN(unshifted); i++) {
		const struct key digit = { .code = '1' + (uint32_t)i };
		struct key key;

		cr_assert(key_parse(unshifted[i], &key));
		cr_expect_eq(command_find(key, IN_CHECKLIST), command_find(digit, IN_CHECKLIST),
			"%s", unshifted[i]);
	}
}

Test(command, needs_no_key_that_asks_for_altgr)
{
	static const char needing[] = "~#{[|`\\^@]}";

	for (size_t i = 0; i < command_count; i++) {
		const char *const keys[] = { commands[i].key, commands[i].also };

		for (size_t k = 0; k < ARRAY_LEN(keys); k++)
			cr_expect(!keys[k] || keys[k][1] || !strchr(needing, keys[k][0]), "%s",
				commands[i].name);
	}
}
