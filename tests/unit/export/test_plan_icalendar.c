/* SPDX-License-Identifier: MIT
 *
 * Golden lines from RFC 5545: 3.1 (folding), 3.3.11 (TEXT), 3.6.2 (VTODO). */
#include "sample.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"

/* Unfolds, so that what a reader sees can be compared. */
static void unfold(struct buf *text)
{
	for (size_t i = 0; i + 2 < text->len;) {
		if (memcmp(text->text + i, "\r\n ", 3) == 0)
			buf_remove(text, i, 3);
		else
			i++;
	}
}

static const struct {
	const char *title, *line;
} texts[] = {
	{ "plain", "\r\nSUMMARY:plain\r\n" },
	{ "a, b; c: d", "\r\nSUMMARY:a\\, b\\; c: d\r\n" },
	{ "back\\slash", "\r\nSUMMARY:back\\\\slash\r\n" },
	{ "two\nlines", "\r\nSUMMARY:two␊lines\r\n" },
	{ "END:VTODO\r\nBEGIN:VTODO", "\r\nSUMMARY:END:VTODO␍␊BEGIN:VTODO\r\n" },
	{ "\033[31m", "\r\nSUMMARY:␛[31m\r\n" },
};

Test(plan_icalendar, escapes_texts)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		const char *const titles[] = { texts[i].title, NULL };
		struct sample sample;

		sample_init(&sample, titles);
		export_find_plan_format("ics")->write(&sample.out, &sample.input);
		unfold(&sample.out);
		cr_expect_not_null(strstr(sample.out.text, texts[i].line), "%s in %s",
			texts[i].line, sample.out.text);
		sample_release(&sample);
	}
}

/* Every physical line: at most 75 octets, CRLF, whole characters. */
static void expect_well_folded(const char *text)
{
	while (*text) {
		const char *end = strstr(text, "\r\n");

		cr_assert_not_null(end, "no CRLF behind: %s", text);
		cr_expect_leq(end - text, 75, "%.*s", (int)(end - text), text);
		cr_expect_null(memchr(text, '\n', (size_t)(end - text)));
		cr_expect(
			utf8_is_valid(text, (size_t)(end - text)), "%.*s", (int)(end - text), text);
		text = end + 2;
	}
}

// clang-format off
static const char *const long_titles[] = {
	"éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
	"日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語",
	"👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
	"e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	NULL,
};
// clang-format on

Test(plan_icalendar, folds_between_characters)
{
	struct sample sample;

	sample_init(&sample, long_titles);
	export_find_plan_format("ics")->write(&sample.out, &sample.input);
	expect_well_folded(sample.out.text);
	unfold(&sample.out);
	for (size_t i = 0; long_titles[i]; i++) {
		struct buf clean = BUF_INIT;

		utf8_clean_line(&clean, long_titles[i]);
		cr_expect_not_null(strstr(sample.out.text, clean.text), "%s", long_titles[i]);
		buf_release(&clean);
	}
	sample_release(&sample);
}

/* Lines of 70 to 80 octets, so that every cut is met. */
Test(plan_icalendar, folds_lines_of_any_length)
{
	for (size_t len = 55; len < 80; len++) {
		char title[128] = "";
		const char *const titles[] = { title, NULL };
		struct sample sample;

		memset(title, 'x', len);
		strcpy(title + len, "é");
		sample_init(&sample, titles);
		export_find_plan_format("ics")->write(&sample.out, &sample.input);
		expect_well_folded(sample.out.text);
		unfold(&sample.out);
		cr_expect_not_null(strstr(sample.out.text, title), "%zu", len);
		sample_release(&sample);
	}
}

Test(plan_icalendar, has_one_vtodo_for_each_action)
{
	const char *const titles[] = { NULL };
	struct sample sample;

	sample_init(&sample, titles);
	sample.org->entries[0].status = STATUS_DOING;
	sample.org->entries[0].owner = "Inès";
	sample.org->entries[0].priority = PRIORITY_MUST;
	cr_assert(date_parse("2026-12-01", &sample.org->entries[0].due_day));
	sample_plan(&sample);
	export_find_plan_format("ics")->write(&sample.out, &sample.input);
	unfold(&sample.out);
	cr_expect_not_null(strstr(sample.out.text, "BEGIN:VTODO\r\n"
						   "UID:demo.said@jalon\r\n"
						   "DTSTAMP:20261124T090807Z\r\n"
						   "SEQUENCE:7\r\n"
						   "SUMMARY:Said\r\n"
						   "DESCRIPTION:"),
		"%s", sample.out.text);
	cr_expect_not_null(strstr(sample.out.text, "\r\n"
						   "DUE;VALUE=DATE:20261201\r\n"
						   "PRIORITY:1\r\n"
						   "STATUS:IN-PROCESS\r\n"
						   "CONTACT:Inès\r\n"
						   "END:VTODO\r\n"),
		"%s", sample.out.text);
	cr_expect_not_null(
		strstr(sample.out.text, "\r\n"
					"DUE;VALUE=DATE:20261125\r\n"
					"PRIORITY:5\r\n"
					"STATUS:NEEDS-ACTION\r\n"
					"RELATED-TO;RELTYPE=DEPENDS-ON:demo.said@jalon\r\n"
					"END:VTODO\r\n"
					"END:VCALENDAR\r\n"),
		"%s", sample.out.text);
	sample_release(&sample);
}

Test(plan_icalendar, gives_each_entry_one_name_for_ever)
{
	const char *const titles[] = { "one", NULL };
	struct sample first, second;

	sample_init(&first, titles);
	export_find_plan_format("ics")->write(&first.out, &first.input);
	sample_init(&second, titles);
	second.org->actions[0].title = "renamed";
	second.org->revision = 8;
	export_find_plan_format("ics")->write(&second.out, &second.input);
	cr_expect_not_null(strstr(first.out.text, "\r\nUID:demo.a1@jalon\r\n"));
	cr_expect_not_null(strstr(second.out.text, "\r\nUID:demo.a1@jalon\r\n"));
	sample_release(&first);
	sample_release(&second);
}
