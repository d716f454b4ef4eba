/* SPDX-License-Identifier: MIT
 *
 * A guide goes out whole, as text and as a page of man(7). */
#include "sample.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/utf8.h"

static const char *const no_titles[] = { NULL };

/* What any reader of the guide must find in it. */
static const char *const parts[] = { "The Publisher", "A Title", "One", "Two", "Terms.",
	"Theme one", "Part A", "Part B", "Term", "Definition.", "Press", "Reference", "2016",
	"Section text.", "Said", "Plain line.", "Why line.", "1. One", "2. Two", "Example line.",
	"Ours", "said by the guide", "proposed by jalon" };

static void expect_whole(const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		cr_expect_not_null(strstr(text, parts[i]), "%s", parts[i]);
}

Test(guide_text, tells_all_of_it)
{
	struct sample sample;

	sample_init(&sample, no_titles);
	export_find_guide_format("text")->write(&sample.out, sample.checklist, LANG_EN);
	expect_whole(sample.out.text);
	cr_expect_not_null(strstr(sample.out.text, "https://example.org/ref\n"));
	cr_expect_not_null(strstr(sample.out.text, "\n  * Said\n"));
	cr_expect_not_null(strstr(sample.out.text, "\n  + Ours\n"), "our steps are marked");
	cr_expect_not_null(strstr(sample.out.text, "To be done first: Said\n"));
	cr_expect_not_null(strstr(sample.out.text, "References: [1]\n"));
	for (char *line = strtok(sample.out.text, "\n"); line; line = strtok(NULL, "\n"))
		cr_expect_leq(utf8_width_cells(line, strlen(line)), 80, "%s", line);
	sample_release(&sample);
}

Test(guide_man, tells_all_of_it)
{
	struct sample sample;

	sample_init(&sample, no_titles);
	export_find_guide_format("man")->write(&sample.out, sample.checklist, LANG_EN);
	expect_whole(sample.out.text);
	cr_expect_not_null(strstr(sample.out.text, "\nhttps://example.org/ref\n"));
	sample_release(&sample);
}

Test(guide_man, escapes_what_roff_would_read)
{
	struct sample sample;

	sample_init(&sample, no_titles);
	export_find_guide_format("man")->write(&sample.out, sample.checklist, LANG_EN);
	cr_expect_not_null(strstr(sample.out.text,
				   "\n.SH \"DESCRIPTION\"\n\\&.first line\n.br\n\\(aqsecond line\n"
				   ".br\n\\&.PP after a blank\n"),
		"%s", sample.out.text);
	cr_expect_not_null(strstr(sample.out.text, "\\(aqSample\\(aq of \\(rsfBall\\(dq, \\-x"));
	cr_expect_not_null(strstr(sample.out.text, "https://example.org/a\\-b?c=\\(tid"));
	sample_release(&sample);
}

/* No line of text may begin like a request: those there are, are ours. */
Test(guide_man, has_no_request_but_its_own)
{
	static const char *const requests[] = { ".TH ", ".SH ", ".SS ", ".TP", ".PP", ".br", ".B ",
		".\\\"", "'\\\"" };
	struct sample sample;

	sample_init(&sample, no_titles);
	export_find_guide_format("man")->write(&sample.out, sample.checklist, LANG_FR);
	for (char *line = strtok(sample.out.text, "\n"); line; line = strtok(NULL, "\n")) {
		bool known = line[0] != '.' && line[0] != '\'';

		for (size_t i = 0; i < ARRAY_LEN(requests) && !known; i++)
			known = strncmp(line, requests[i], strlen(requests[i])) == 0;
		cr_expect(known, "%s", line);
	}
	sample_release(&sample);
}
