/* SPDX-License-Identifier: MIT */
#include "jalon/export/plan_line.h"

#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/export/groups.h"
#include "jalon/export/page.h"

enum { RANK_CELLS = 3 };
static const char indent[] = "     ";

/* "24 nov. → 25 nov. · ½ j · Inès · pour le 12 déc. · 3 jours de retard" */
void plan_line_add(
	struct buf *out, const struct export_plan *input, const struct plan_action *action)
{
	const struct entry *entry = action->entry;
	int today_day = input->plan->today_day;

	text_day(out, input->lang, action->start_day, today_day);
	if (action->finish_day != action->start_day) {
		buf_add(out, " → ");
		text_day(out, input->lang, action->finish_day, today_day);
	}
	buf_add(out, " · ");
	describe_left(out, entry, input->lang);
	if (entry->owner[0])
		buf_add_format(out, " · %s", entry->owner);
	if (entry->due_day != DAY_NONE) {
		struct buf day = BUF_INIT;

		text_day(&day, input->lang, entry->due_day, today_day);
		buf_add(out, " · ");
		text_due_on(out, input->lang, day.text);
		buf_release(&day);
	}
	describe_lateness(out, action->days_late, action->days_at_risk, input->lang);
}

void plan_line_add_head(struct buf *out, const struct export_plan *input)
{
	const struct plan *plan = input->plan;
	struct buf effort = BUF_INIT, day = BUF_INIT;

	text_actions(out, input->lang, (int)plan->count);
	if (plan->count > 0) {
		buf_add(out, " · ");
		text_effort(out, input->lang, plan->effort_centidays);
		text_day(&day, input->lang, plan->last_day, plan->today_day);
		buf_add(out, " · ");
		text_all_done_on(out, input->lang, day.text);
		text_effort(&effort, input->lang, plan->org->capacity_centidays);
		buf_add(out, " · ");
		text_capacity_a_week(out, input->lang, effort.text);
	}
	if (plan->unestimated_count) {
		buf_add(out, " · ");
		text_count_unestimated(out, input->lang, plan->unestimated_count);
	}
	if (plan->late_count) {
		buf_add(out, " · ");
		text_count_late(out, input->lang, plan->late_count);
	}
	if (plan->at_risk_count) {
		buf_add(out, " · ");
		text_count_at_risk(out, input->lang, plan->at_risk_count);
	}
	buf_release(&effort);
	buf_release(&day);
}

void plan_line_add_set_aside(
	struct buf *out, const struct export_plan *input, const struct plan_set_aside *row)
{
	struct buf ids = BUF_INIT;

	for (size_t i = 0; i < row->with.count; i++)
		buf_add_format(&ids, "%s%s", i ? ", " : "", row->with.texts[i]);
	describe_title(out, row->entry, input->lang);
	buf_add_format(out, " (%s)", row->entry->id);
	buf_add(out, text_word(WORD_COLON, input->lang));
	if (row->why == PLAN_WHY_CYCLE)
		text_set_aside_cycle(out, input->lang, ids.text);
	else
		text_set_aside_missing(out, input->lang, ids.text);
	buf_release(&ids);
}

static void add_action(struct page *page, const struct export_plan *input, size_t index)
{
	const struct plan_action *action = &input->plan->actions[index];
	struct buf first = BUF_INIT, text = BUF_INIT;

	buf_add_format(&first, "%*zu  ", RANK_CELLS, index + 1);
	describe_title(&text, action->entry, input->lang);
	page_add_text(page, first.text, indent, text.text);
	buf_clear(&text);
	plan_line_add(&text, input, action);
	buf_add_format(&text, " · %s", action->entry->id);
	page_add_text(page, indent, indent, text.text);
	buf_clear(&text);
	plan_reason(&text, input->lang, input->plan, index);
	page_add_text(page, indent, indent, text.text);
	buf_release(&first);
	buf_release(&text);
}

static void add_group(
	struct page *page, const struct export_plan *input, const struct export_group *group)
{
	if (group->title) {
		page_add_blank(page);
		page_add_title(page, group->title, '-');
	}
	for (size_t i = 0; i < group->count; i++) {
		page_add_blank(page);
		add_action(page, input, group->actions[i]);
	}
}

static void write_plan(struct buf *out, const struct export_plan *input)
{
	struct page page = { out, arena_new(), PAGE_WIDTH_CELLS };
	struct export_groups made = export_group_actions(page.arena, input);
	struct buf text = BUF_INIT;

	page_add_title(&page, input->plan->org->name, '=');
	plan_line_add_head(&text, input);
	page_add_text(&page, "", "", text.text);
	if (input->plan->count == 0)
		page_add_text(&page, "", "", text_word(WORD_NOTHING_REMAINS, input->lang));
	for (size_t i = 0; i < made.count; i++)
		add_group(&page, input, &made.groups[i]);
	if (input->plan->set_aside_count > 0) {
		page_add_blank(&page);
		page_add_text(&page, "", "", text_word(WORD_EXPORT_SET_ASIDE, input->lang));
	}
	for (size_t i = 0; i < input->plan->set_aside_count; i++) {
		buf_clear(&text);
		plan_line_add_set_aside(&text, input, &input->plan->set_aside[i]);
		page_add_text(&page, indent, indent, text.text);
	}
	buf_release(&text);
	arena_free(page.arena);
}

const struct export_plan_format export_plan_text = {
	.name = "text",
	.label = { .fr = "Du texte, à lire.", .en = "Text, to read." },
	.write = write_plan,
};
