/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct {
	const char *title, *shown;
} titles_shown[] = {
	{ "plain", "- [ ] **plain** — " },
	{ "a *b* _c_", "- [ ] **a \\*b\\* \\_c\\_** — " },
	{ "[link](x) <b>", "- [ ] **\\[link\\](x) \\<b\\>** — " },
	{ "a|b `c` \\", "- [ ] **a\\|b \\`c\\` \\\\** — " },
	{ "- x", "- [ ] **\\- x** — " },
	{ "1. x", "- [ ] **1\\. x** — " },
	{ "two\nlines", "- [ ] **two␊lines** — " },
	{ "http://x.y Www.x.y", "- [ ] **http\\://x.y Www\\.x.y** — " },
	{ "![](http://x/y.png)", "- [ ] **!\\[\\](http\\://x/y.png)** — " },
	{ "<script>&lt;", "- [ ] **\\<script\\>\\&lt;** — " },
	{ "  blanks around ", "- [ ] **blanks around** — " },
	{ "\033[31m", "- [ ] **␛\\[31m** — " },
};

Test(plan_markdown, is_a_list_to_tick_whatever_titles_hold)
{
	for (size_t i = 0; i < ARRAY_LEN(titles_shown); i++) {
		const char *const titles[] = { titles_shown[i].title, NULL };
		struct sample sample;

		sample_init(&sample, titles);
		export_find_plan_format("md")->write(&sample.out, &sample.input);
		cr_expect_not_null(strstr(sample.out.text, titles_shown[i].shown), "%s in %s",
			titles_shown[i].shown, sample.out.text);
		sample_release(&sample);
	}
}

Test(plan_markdown, says_that_nothing_remains)
{
	const char *const titles[] = { NULL };
	struct sample sample;

	sample_init(&sample, titles);
	sample.org->entries[0].status = sample.org->entries[1].status = STATUS_DONE;
	sample_plan(&sample);
	export_find_plan_format("md")->write(&sample.out, &sample.input);
	cr_expect_not_null(strstr(sample.out.text, "Nothing remains"), "%s", sample.out.text);
	cr_expect_null(strstr(sample.out.text, "- [ ]"));
	sample_release(&sample);
}
