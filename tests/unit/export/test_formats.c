/* SPDX-License-Identifier: MIT
 *
 * Every row of the tables, in both languages, beside the file that was accepted for it:
 * golden/plan-en.csv, golden/guide-fr.man. With JALON_UPDATE in the environment the files are
 * written anew. */
#include "sample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"

static const char folder[] = "tests/unit/export/golden";
static const char *const titles[] = { "Call the *youth* centre", "=1+1; \"quoted\", <b>", NULL };

/* False where there is no such file. */
static bool read_golden(const char *name, struct buf *text)
{
	FILE *file = fopen(name, "rb");
	int c;

	if (!file)
		return false;
	while ((c = getc(file)) != EOF)
		buf_add_char(text, (char)c);
	fclose(file);
	return true;
}

static void write_golden(const char *name, const struct buf *text)
{
	FILE *file = fopen(name, "wb");

	cr_assert_not_null(file, "run the tests from the project's folder");
	cr_assert_eq(fwrite(text->text, 1, text->len, file), text->len, "%s", name);
	cr_assert_eq(fclose(file), 0, "%s", name);
}

static void expect_golden(
	const char *what, enum lang lang, const char *format, const struct buf *found)
{
	struct buf name = BUF_INIT, wanted = BUF_INIT;

	buf_add_format(&name, "%s/%s-%s.%s", folder, what, lang_name(lang), format);
	if (getenv("JALON_UPDATE"))
		write_golden(name.text, found);
	else if (!read_golden(name.text, &wanted))
		cr_expect_fail("%s is missing; write it with: make update", name.text);
	else if (wanted.len != found->len || memcmp(wanted.text, found->text, found->len) != 0)
		cr_expect_fail("%s differs; if it is better so: make update", name.text);
	buf_release(&name);
	buf_release(&wanted);
}

/* Somebody's, one late, one under way, one set aside. */
static void init_busy(struct sample *sample)
{
	struct entry *entries;

	sample_init(sample, titles);
	entries = sample->org->entries;
	entries[0].owner = "Inès";
	entries[0].status = STATUS_DOING;
	cr_assert(date_parse("2026-11-20", &entries[0].due_day));
	entries[1].priority = PRIORITY_MUST;
	sample->org->actions[1].requires = (struct string_list){ (const char *[]){ "nowhere" }, 1 };
	sample_plan(sample);
}

Test(formats, of_a_plan_are_as_they_were_accepted)
{
	for (size_t i = 0; i < export_plan_format_count; i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct sample sample;

			init_busy(&sample);
			sample.input.lang = (enum lang)lang;
			export_plan_formats[i]->write(&sample.out, &sample.input);
			expect_golden(
				"plan", (enum lang)lang, export_plan_formats[i]->name, &sample.out);
			sample_release(&sample);
		}
	}
}

Test(formats, of_a_guide_are_as_they_were_accepted)
{
	for (size_t i = 0; i < export_guide_format_count; i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct sample sample;

			init_busy(&sample);
			export_guide_formats[i]->write(
				&sample.out, sample.checklist, (enum lang)lang);
			expect_golden("guide", (enum lang)lang, export_guide_formats[i]->name,
				&sample.out);
			sample_release(&sample);
		}
	}
}

Test(formats, are_found_by_name)
{
	for (size_t i = 0; i < export_plan_format_count; i++)
		cr_expect_eq(export_find_plan_format(export_plan_formats[i]->name),
			export_plan_formats[i], "%s: once", export_plan_formats[i]->name);
	for (size_t i = 0; i < export_guide_format_count; i++)
		cr_expect_eq(export_find_guide_format(export_guide_formats[i]->name),
			export_guide_formats[i], "%s: once", export_guide_formats[i]->name);
	cr_expect_null(export_find_plan_format("yaml"));
	cr_expect_null(export_find_guide_format("csv"));
}

Test(formats, say_in_both_languages_what_they_are)
{
	for (size_t i = 0; i < export_plan_format_count; i++) {
		struct wording label = export_plan_formats[i]->label;

		cr_expect(label.fr[0] && label.en[0], "%s", export_plan_formats[i]->name);
	}
	for (size_t i = 0; i < export_guide_format_count; i++) {
		struct wording label = export_guide_formats[i]->label;

		cr_expect(label.fr[0] && label.en[0], "%s", export_guide_formats[i]->name);
	}
}
