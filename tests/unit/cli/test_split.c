/* SPDX-License-Identifier: MIT */
#include "cli/split.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/buf.h"
#include "jalon/text/errors.h"

/* Words between bars. */
static const struct {
	const char *line, *words;
} good[] = {
	{ "", "" },
	{ "   \t ", "" },
	{ "# a remark", "" },
	{ "   # a remark", "" },
	{ "a b  c", "a|b|c" },
	{ "\ta\t b ", "a|b" },
	{ "a b # a remark", "a|b" },
	{ "a b#c #", "a|b#c" },
	{ "a owner=\"Inès B.\"", "a|owner=Inès B." },
	{ "a \"owner=x y\"z", "a|owner=x yz" },
	{ "a 'x \"y\" \\z'", "a|x \"y\" \\z" },
	{ "a \"x \\\"y\\\" \\\\ \\$ \\`\"", "a|x \"y\" \\ $ `" },
	{ "a \"x \\n 'y'\"", "a|x \\n 'y'" },
	{ "a x\\ y\\#\\'", "a|x y#'" },
	{ "a \"\" ''", "a||" },
	{ "a reason=", "a|reason=" },
	{ "a x'y'\"z\"", "a|xyz" },
	{ "a $HOME `ls` *", "a|$HOME|`ls`|*" },
	{ "a b\r", "a|b" },
	{ "a \"x # y\"", "a|x # y" },
};

Test(split, splits_as_a_shell_would)
{
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		struct arena *arena = arena_new();
		struct buf joined = BUF_INIT;
		struct string_list words;
		struct err err = ERR_INIT;

		cr_expect(split_words(arena, good[i].line, strlen(good[i].line), &words, &err),
			"%s", good[i].line);
		for (size_t k = 0; k < words.count; k++)
			buf_add_format(&joined, "%s%s", k ? "|" : "", words.texts[k]);
		cr_expect_str_eq(joined.text, good[i].words, "%s", good[i].line);
		buf_release(&joined);
		arena_free(arena);
	}
}

static const struct {
	const char *line;
	enum message message;
} bad[] = {
	{ "a \"b", MSG_QUOTE_NOT_CLOSED },
	{ "a 'b", MSG_QUOTE_NOT_CLOSED },
	{ "a 'b\\'c'", MSG_QUOTE_NOT_CLOSED },
	{ "a \"b\\\"", MSG_QUOTE_NOT_CLOSED },
	{ "a \"", MSG_QUOTE_NOT_CLOSED },
	{ "a b\\", MSG_NOTHING_ESCAPED },
};

Test(split, refuses_what_is_not_finished)
{
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct arena *arena = arena_new();
		struct string_list words;
		struct err err = ERR_INIT;

		cr_expect_not(split_words(arena, bad[i].line, strlen(bad[i].line), &words, &err),
			"%s", bad[i].line);
		cr_expect_eq(err.message, (int)bad[i].message, "%s", bad[i].line);
		cr_expect_eq(err.code, ERR_USAGE, "%s", bad[i].line);
		arena_free(arena);
	}
}
