/* SPDX-License-Identifier: MIT
 *
 * Source  DESIGN.md, "Command line": the members, their names and their order. */
#include "jalon/export/format.h"

#include "jalon/base/json_write.h"
#include "jalon/export/groups.h"

static void add_action(struct json_writer *writer, const struct export_plan *input, size_t index)
{
	const struct plan *plan = input->plan;
	const struct plan_action *action = &plan->actions[index];
	const struct entry *entry = action->entry;
	struct buf reason = BUF_INIT;

	json_begin_object(writer, NULL);
	json_add_integer(writer, "rank", (int64_t)index + 1);
	json_add_text(writer, "id", entry->id);
	json_add_text(writer, "title", wording_in(entry_title(entry), input->lang));
	json_add_text(writer, "kind", kind_name(entry_kind(entry)));
	json_add_text(writer, "status", status_name(entry_status(entry, plan->today_day)));
	json_add_text(writer, "priority", priority_name(entry_priority(entry)));
	json_add_text(writer, "tier", priority_name(action->tier));
	json_add_integer(writer, "impact", entry_impact(entry));
	json_add_decimal(writer, "effort", entry_left_centidays(entry));
	json_add_text(writer, "owner", entry->owner);
	json_add_day(writer, "due", entry->due_day);
	json_add_texts(writer, "requires", action->requires.texts, action->requires.count);
	json_add_texts(writer, "unlocks", action->unlocks.texts, action->unlocks.count);
	json_add_decimal(writer, "start", action->start_centidays);
	json_add_decimal(writer, "finish", action->finish_centidays);
	json_add_day(writer, "start_date", action->start_day);
	json_add_day(writer, "finish_date", action->finish_day);
	plan_reason(&reason, input->lang, plan, index);
	json_add_text(writer, "reason", reason.text);
	json_end_object(writer);
	buf_release(&reason);
}

static void add_set_aside(struct json_writer *writer, const struct plan *plan)
{
	json_begin_array(writer, "set_aside");
	for (size_t i = 0; i < plan->set_aside_count; i++) {
		const struct plan_set_aside *row = &plan->set_aside[i];

		json_begin_object(writer, NULL);
		json_add_text(writer, "id", row->entry->id);
		json_add_text(writer, "why", row->why == PLAN_WHY_CYCLE ? "cycle" : "missing");
		json_add_texts(writer, "with", row->with.texts, row->with.count);
		json_end_object(writer);
	}
	json_end_array(writer);
}

/* A group of no week says which it is. */
static void add_week(struct json_writer *writer, int key)
{
	bool late = key == EXPORT_KEY_LATE, at_risk = key == EXPORT_KEY_AT_RISK;

	json_add_day(writer, "week", late || at_risk ? DAY_NONE : key);
	json_add_text(writer, "kind", late ? "late" : at_risk ? "at_risk" : "week");
}

/* Beside the actions, which stay in the order of the plan. */
static void add_groups(struct json_writer *writer, const struct export_plan *input)
{
	struct arena *arena = arena_new();
	struct export_groups made = export_group_actions(arena, input);

	json_begin_array(writer, "groups");
	for (size_t i = 0; i < made.count; i++) {
		const struct export_group *group = &made.groups[i];

		json_begin_object(writer, NULL);
		json_add_text(writer, "title", group->title);
		if (input->grouping == EXPORT_BY_OWNER)
			json_add_text(writer, "owner", group->owner);
		else
			add_week(writer, group->key);
		json_add_decimal(writer, "effort", group->effort_centidays);
		json_add_day(writer, "finish_date", group->last_day);
		json_begin_array(writer, "actions");
		for (size_t k = 0; k < group->count; k++)
			json_add_text(
				writer, NULL, input->plan->actions[group->actions[k]].entry->id);
		json_end_array(writer);
		json_end_object(writer);
	}
	json_end_array(writer);
	arena_free(arena);
}

static void write_plan(struct buf *out, const struct export_plan *input)
{
	const struct plan *plan = input->plan;
	struct json_writer writer = { .out = out };

	json_begin_object(&writer, NULL);
	json_add_text(&writer, "organisation", plan->org->id);
	json_add_integer(&writer, "revision", plan->org->revision);
	json_add_day(&writer, "today", plan->today_day);
	json_add_decimal(&writer, "capacity", plan->org->capacity_centidays);
	json_add_decimal(&writer, "cost", plan->cost);
	json_add_decimal(&writer, "bound", plan->bound);
	json_add_bool(&writer, "optimal", plan->optimal);
	json_add_integer(&writer, "max_lateness", plan->max_lateness_days);
	json_begin_array(&writer, "actions");
	for (size_t i = 0; i < plan->count && !(input->limit && i >= input->limit); i++)
		add_action(&writer, input, i);
	json_end_array(&writer);
	if (input->grouping != EXPORT_UNGROUPED)
		add_groups(&writer, input);
	add_set_aside(&writer, plan);
	json_end_object(&writer);
	buf_add_char(out, '\n');
}

const struct export_plan_format export_plan_json = {
	.name = "json",
	.label = { .fr = "Pour d’autres programmes.", .en = "For other programs." },
	.write = write_plan,
};
