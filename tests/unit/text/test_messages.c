/* SPDX-License-Identifier: MIT */
#include "jalon/text/messages.h"

#include <criterion/criterion.h>

static const struct {
	int count;
	const char *fr, *en;
} counts[] = {
	{ 0, "0 action", "0 actions" },
	{ 1, "1 action", "1 action" },
	{ 2, "2 actions", "2 actions" },
	{ 1000, "1000 actions", "1000 actions" },
	{ -1, "-1 action", "-1 actions" },
	{ -2, "-2 actions", "-2 actions" },
};

Test(messages, count_as_each_language_does)
{
	for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;

		text_actions(&fr, LANG_FR, counts[i].count);
		text_actions(&en, LANG_EN, counts[i].count);
		cr_expect_str_eq(fr.text, counts[i].fr);
		cr_expect_str_eq(en.text, counts[i].en);
		buf_release(&fr);
		buf_release(&en);
	}
}

Test(messages, add_to_what_is_there_in_that_language)
{
	struct buf out = BUF_INIT;

	buf_add(&out, "= ");
	text_counts_share(&out, LANG_FR, 3, 12, 25);
	buf_add(&out, " = ");
	text_counts_share(&out, LANG_EN, 3, 12, 25);
	cr_expect_str_eq(out.text, "= 3/12 (25\u00a0%) = 3/12 (25%)");
	buf_release(&out);
}
