/* SPDX-License-Identifier: MIT */
#include "jalon/base/buf.h"

#include <criterion/criterion.h>
#include <string.h>

Test(buf, starts_empty_and_readable)
{
	struct buf buf = BUF_INIT;

	cr_expect_str_eq(buf.text, "");
	cr_expect_eq(buf.len, 0);
	buf_clear(&buf);
	buf_cut(&buf, 0);
	buf_remove(&buf, 0, 0);
	buf_add(&buf, "");
	buf_add_len(&buf, NULL, 0);
	cr_expect_str_eq(buf.text, "");
	buf_release(&buf);
	buf_release(&buf);
	cr_expect_str_eq(buf.text, "");
}

Test(buf, adds_at_the_end)
{
	struct buf buf = BUF_INIT;

	buf_add(&buf, "a");
	buf_add_len(&buf, "bcX", 2);
	buf_add_char(&buf, 'd');
	buf_add_repeated(&buf, "é", 2);
	buf_add_repeated(&buf, "no", 0);
	buf_add_repeated(&buf, "no", -1);
	buf_add_format(&buf, "%d%s", 12, "!");
	cr_expect_str_eq(buf.text, "abcdéé12!");
	cr_expect_eq(buf.len, strlen("abcdéé12!"));
	buf_release(&buf);
}

Test(buf, keeps_a_nul_that_was_added)
{
	struct buf buf = BUF_INIT;

	buf_add_len(&buf, "a\0b", 3);
	buf_add_char(&buf, '\0');
	cr_expect_eq(buf.len, 4);
	cr_expect_eq(memcmp(buf.text, "a\0b\0", 5), 0);
	buf_release(&buf);
}

Test(buf, grows_over_any_length)
{
	struct buf buf = BUF_INIT;

	for (int i = 0; i < 100000; i++) {
		buf_add_char(&buf, (char)('a' + i % 26));
		cr_assert_eq(buf.text[buf.len], '\0');
	}
	cr_expect_eq(buf.len, 100000);
	for (int i = 0; i < 100000; i++)
		cr_assert_eq(buf.text[i], 'a' + i % 26, "byte %d", i);
	buf_clear(&buf);
	buf_add_format(&buf, "%*d", 50000, 3);
	cr_expect_eq(buf.len, 50000);
	cr_expect_eq(strlen(buf.text), 50000);
	buf_release(&buf);
}

/* Sizes double: additions that end just before and behind the room must both keep the NUL. */
Test(buf, ends_with_a_nul_at_each_size)
{
	static const char letters[] =
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

	for (size_t len = 0; len < sizeof(letters); len++) {
		struct buf added = BUF_INIT, formatted = BUF_INIT;

		buf_add_len(&added, letters, len);
		buf_add_format(&formatted, "%.*s", (int)len, letters);
		cr_expect_eq(strlen(added.text), len, "added %zu", len);
		cr_expect_eq(strlen(formatted.text), len, "formatted %zu", len);
		buf_release(&added);
		buf_release(&formatted);
	}
}

Test(buf, takes_what_was_written_into_its_room)
{
	struct buf buf = BUF_INIT;

	buf_add(&buf, "a");
	memset(buf_make_room(&buf, 100000), 'b', 100000);
	buf_add_written(&buf, 2);
	cr_expect_str_eq(buf.text, "abb");
	cr_expect_eq(buf.len, 3);
	memset(buf_make_room(&buf, 300000), 'c', 300000);
	buf_add_written(&buf, 300000);
	cr_expect_eq(buf.len, 300003);
	cr_expect_eq(strlen(buf.text), 300003);
	buf_release(&buf);
}

static const struct {
	const char *name, *before;
	size_t at;
	const char *text, *after;
} insertions[] = {
	{ "into nothing", "", 0, "abc", "abc" },
	{ "nothing", "abc", 1, "", "abc" },
	{ "at the start", "bc", 0, "a", "abc" },
	{ "in the middle", "ad", 1, "bc", "abcd" },
	{ "at the end", "ab", 2, "c", "abc" },
};

Test(buf, inserts_anywhere)
{
	for (size_t i = 0; i < ARRAY_LEN(insertions); i++) {
		struct buf buf = BUF_INIT;

		buf_add(&buf, insertions[i].before);
		buf_insert(&buf, insertions[i].at, insertions[i].text, strlen(insertions[i].text));
		cr_expect_str_eq(buf.text, insertions[i].after, "%s", insertions[i].name);
		cr_expect_eq(buf.len, strlen(insertions[i].after), "%s", insertions[i].name);
		buf_release(&buf);
	}
}

static const struct {
	const char *name;
	size_t at, len;
	const char *after;
} removals[] = {
	{ "nothing", 2, 0, "abcd" },
	{ "the start", 0, 2, "cd" },
	{ "the middle", 1, 2, "ad" },
	{ "the end", 2, 2, "ab" },
	{ "all", 0, 4, "" },
	{ "nothing at the end", 4, 0, "abcd" },
};

Test(buf, removes_anywhere)
{
	for (size_t i = 0; i < ARRAY_LEN(removals); i++) {
		struct buf buf = BUF_INIT;

		buf_add(&buf, "abcd");
		buf_remove(&buf, removals[i].at, removals[i].len);
		cr_expect_str_eq(buf.text, removals[i].after, "%s", removals[i].name);
		cr_expect_eq(buf.len, strlen(removals[i].after), "%s", removals[i].name);
		buf_release(&buf);
	}
}

Test(buf, cuts_and_goes_on)
{
	struct buf buf = BUF_INIT;

	buf_add(&buf, "abcdef");
	buf_cut(&buf, 3);
	cr_expect_str_eq(buf.text, "abc");
	buf_add(&buf, "x");
	cr_expect_str_eq(buf.text, "abcx");
	buf_clear(&buf);
	cr_expect_str_eq(buf.text, "");
	buf_add(&buf, "y");
	cr_expect_str_eq(buf.text, "y");
	buf_release(&buf);
}
