/* SPDX-License-Identifier: MIT */
#include "jalon/export/describe.h"

#include <criterion/criterion.h>

#include "jalon/base/date.h"
#include "jalon/export/groups.h"
#include "sample.h"

static const struct service portal = { .id = "portal", .name = "Portal\033[31m" };
static const struct section section = { .id = "s", .title = { .fr = "Partie", .en = "Part" } };

Test(describe, names_the_service_behind_the_title_of_what_repeats)
{
	const struct action action = { .id = "a1", .title = "Call", .item = "" };
	struct entry entry = { .id = "a1", .action = &action };
	struct buf title = BUF_INIT;

	describe_title(&title, &entry, LANG_EN);
	cr_expect_str_eq(title.text, "Call");
	entry.service = &portal;
	buf_clear(&title);
	describe_title(&title, &entry, LANG_EN);
	cr_expect_str_eq(title.text, "Call · Portal␛[31m");
	buf_release(&title);
}

static const struct {
	const struct group group;
	const char *fr, *en;
} groups[] = {
	{ { .section = &section }, "Partie", "Part" },
	{ { .section = &section, .service = &portal }, "Partie · Portal\033[31m",
		"Part · Portal\033[31m" },
	{ { .section = NULL }, "Nos propres actions", "Our own actions" },
};

Test(describe, names_a_group)
{
	for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;

		describe_group(&fr, &groups[i].group, LANG_FR);
		describe_group(&en, &groups[i].group, LANG_EN);
		cr_expect_str_eq(fr.text, groups[i].fr);
		cr_expect_str_eq(en.text, groups[i].en);
		buf_release(&fr);
		buf_release(&en);
	}
}

static const struct {
	const char *title, *publisher, *date, *shown;
} references[] = {
	{ "Title", "Press", "2016", "Title, Press, 2016" },
	{ "Press", "Press", "", "Press" },
	{ "Title", "", "2016", "Title, 2016" },
	{ "", "Press", "2016", "Press, 2016" },
};

Test(describe, says_once_what_a_reference_is)
{
	for (size_t i = 0; i < ARRAY_LEN(references); i++) {
		const struct reference reference = { .title = { .en = references[i].title },
			.publisher = references[i].publisher,
			.date = references[i].date,
			.url = "" };
		struct buf text = BUF_INIT;

		describe_reference(&text, &reference, LANG_EN);
		cr_expect_str_eq(text.text, references[i].shown, "%s", text.text);
		buf_release(&text);
	}
}

Test(groups, have_a_key_for_late_weeks_and_owners)
{
	static const char *const titles[] = { "Call", NULL };
	struct sample sample;
	const struct plan *plan;
	size_t said, ours, call, team;
	int monday;

	sample_init(&sample, titles);
	sample.org->entries[0].owner = "Inès";
	cr_assert(date_parse("2026-11-20", &sample.org->entries[0].due_day));
	cr_assert(date_parse("2026-11-23", &monday));
	sample_plan(&sample);
	plan = sample.input.plan;
	said = plan_find(plan, "said");
	ours = plan_find(plan, "ours");
	call = plan_find(plan, "a1");
	team = ours < call ? ours : call;
	cr_expect_eq(export_group_key(plan, said, EXPORT_BY_DATE), DAY_NONE, "late");
	cr_expect_eq(export_group_key(plan, ours, EXPORT_BY_DATE), monday);
	cr_expect_eq(export_group_key(plan, said, EXPORT_BY_OWNER), (int)said);
	cr_expect_eq(export_group_key(plan, ours, EXPORT_BY_OWNER), (int)team);
	cr_expect_eq(export_group_key(plan, call, EXPORT_BY_OWNER), (int)team);
	cr_expect_eq(export_group_key(plan, said, EXPORT_UNGROUPED),
		export_group_key(plan, ours, EXPORT_UNGROUPED));
	sample_release(&sample);
}
