/* SPDX-License-Identifier: MIT */
#include "jalon/export/page.h"

#include <criterion/criterion.h>

static const struct {
	const char *first, *next, *text, *lines;
} texts[] = {
	{ "", "", "", "" },
	{ "- ", "  ", "short", "- short\n" },
	{ "- ", "  ", "one two three four", "- one two\n  three four\n" },
	{ "- ", "  ", "one\ntwo", "- one\n  two\n" },
	{ "- ", "  ", "one\n\ntwo", "- one\n\n  two\n" },
	{ "", "", "a\033b", "a␛b\n" },
	{ "", "", "a\tb", "a b\n" },
	{ "", "", "éééééé éééééé", "éééééé\néééééé\n" },
	{ "", "", "日本語日本語日本語", "日本語日本語\n日本語\n" },
};

Test(page, wraps_at_words_behind_an_indent)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct buf out = BUF_INIT;
		struct page page = { &out, arena_new(), 12 };

		page_add_lines(&page, texts[i].first, texts[i].next, texts[i].text);
		cr_expect_str_eq(out.text, texts[i].lines, "%s", texts[i].text);
		arena_free(page.arena);
		buf_release(&out);
	}
}

Test(page, begins_no_line_where_a_name_does)
{
	struct buf out = BUF_INIT;
	struct page page = { &out, arena_new(), 12 };

	page_add_text(&page, "- ", "  ", "a\nb\tc");
	cr_expect_str_eq(out.text, "- a␊b␉c\n");
	arena_free(page.arena);
	buf_release(&out);
}

Test(page, underlines_a_title_as_wide_as_it_is)
{
	struct buf out = BUF_INIT;
	struct page page = { &out, arena_new(), 80 };

	page_add_title(&page, "Été 日", '=');
	cr_expect_str_eq(out.text, "Été 日\n======\n");
	arena_free(page.arena);
	buf_release(&out);
}

Test(page, never_cuts_an_address)
{
	struct buf out = BUF_INIT;
	struct page page = { &out, arena_new(), 12 };

	page_add_line(&page, "  ", "https://example.org/a-b-c-d-e");
	page_add_line(&page, "  ", "");
	cr_expect_str_eq(out.text, "  https://example.org/a-b-c-d-e\n");
	arena_free(page.arena);
	buf_release(&out);
}
