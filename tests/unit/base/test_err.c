/* SPDX-License-Identifier: MIT */
#include "jalon/base/err.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/utf8.h"

Test(err, starts_as_none)
{
	struct err err = ERR_INIT;

	cr_expect_eq(err.code, ERR_NONE);
	cr_expect_str_eq(err.where, "");
	cr_expect_str_eq(err.value, "");
}

Test(err, codes_are_the_exit_statuses)
{
	cr_expect_eq(ERR_FAILED, 1);
	cr_expect_eq(ERR_USAGE, 2);
	cr_expect_eq(ERR_CONFLICT, 3);
}

Test(err, says_what_and_where_and_is_false)
{
	struct err err = ERR_INIT;

	cr_expect_not(err_set(&err, ERR_USAGE, 42, "31/02", "%s:%d: %s", "demo.json", 12, "due"));
	cr_expect_eq(err.code, ERR_USAGE);
	cr_expect_eq(err.message, 42);
	cr_expect_str_eq(err.where, "demo.json:12: due");
	cr_expect_str_eq(err.value, "31/02");
}

Test(err, says_what_is_nowhere_in_particular)
{
	struct err err = ERR_INIT;

	err_set_reason(&err, 41, 28, "%s", "demo.json");
	cr_expect_not(err_set_nowhere(&err, ERR_USAGE, 42, NULL));
	cr_expect_eq(err.code, ERR_USAGE);
	cr_expect_eq(err.message, 42);
	cr_expect_eq(err.reason, 0);
	cr_expect_str_eq(err.where, "");
	cr_expect_str_eq(err.value, "");
}

Test(err, forgets_what_it_said_before)
{
	struct err err = ERR_INIT;

	err_set_reason(&err, 42, 28, "%s", "demo.json");
	err_set(&err, ERR_CONFLICT, 7, NULL, "%s", "");
	cr_expect_eq(err.reason, 0);
	cr_expect_eq(err.code, ERR_CONFLICT);
	cr_expect_eq(err.message, 7);
	cr_expect_str_eq(err.where, "");
	cr_expect_str_eq(err.value, "");
}

Test(err, carries_the_reason_of_the_system_in_place_of_a_value)
{
	struct err err = ERR_INIT;

	err_set(&err, ERR_USAGE, 42, "31/02", "%s", "due");
	cr_expect_not(err_set_reason(&err, 7, 28, "%s.json", "demo"));
	cr_expect_eq(err.code, ERR_FAILED);
	cr_expect_eq(err.message, 7);
	cr_expect_eq(err.reason, 28);
	cr_expect_str_eq(err.where, "demo.json");
	cr_expect_str_eq(err.value, "");
}

/* Characters of one to four bytes, at each offset against the end of the place. */
static const char *const letters[] = { "a", "é", "…", "😀" };

static void check_cut(const char *cut, size_t size, size_t whole_len, const char *name)
{
	static const char ellipsis[] = "…";
	size_t len = strlen(cut);

	cr_expect(utf8_is_valid(cut, len), "%s: %s", name, cut);
	if (whole_len < size) {
		cr_expect_eq(len, whole_len, "%s of %zu bytes", name, whole_len);
		return;
	}
	cr_expect_str_eq(cut + len - strlen(ellipsis), ellipsis, "%s", name);
	cr_expect_geq(len, size - 1 - strlen(ellipsis) - 3, "%s: too much was cut", name);
}

static void check_letters(const char *letter, size_t shift)
{
	struct buf text = BUF_INIT;
	struct err err = ERR_INIT;

	buf_add_repeated(&text, "x", (int)shift);
	while (text.len < 2 * sizeof(err.where)) {
		buf_add(&text, letter);
		err_set(&err, ERR_FAILED, 0, text.text, "%s", text.text);
		check_cut(err.where, sizeof(err.where), text.len, letter);
		check_cut(err.value, sizeof(err.value), text.len, letter);
	}
	buf_release(&text);
}

Test(err, cuts_at_a_character_and_shows_it)
{
	for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
		for (size_t shift = 0; shift < 4; shift++)
			check_letters(letters[i], shift);
	}
}
