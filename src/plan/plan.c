/* SPDX-License-Identifier: MIT
 *
 * From an organisation to jobs, and from an order of jobs back to days. A plan is made once and
 * never changed: a pure function of what the file holds and of today. What would be if an action
 * were done is another plan, made without it.
 *
 * Four numberings meet here, each dense from 0 so that arrays carry everything: entries as the file
 * has them; nodes, the entries that remain, by id; jobs, the nodes that can be planned; and
 * actions, the jobs in the order of the plan.
 *
 * The files of the planner, each built on those above it and calling none below:
 *
 *     calendar  working   from work to days; whose days
 *     graph  heap         requirements as edges; the least of some numbers
 *     closure  tree       cuts, and what needs none
 *     exact  swap         the best order of a few; a better one of many
 *     inside              the order of a set that cannot be cut: exact, else greedy and swaps
 *     sidney              the decomposition into sets: closure, tree, inside
 *     problem             jobs as a graph, tier by tier
 *     dates               an order that keeps dates, and its bound
 *     order               the order, and what put each job where it stands
 *     making              what is known while a plan is made
 *     aside  lanes        what cannot be planned; who works when
 *     promise             which dates can be kept
 *     choose              which order is taken
 *     plan                this file
 *     risk  load          what a date would need; how full the weeks are
 *     figures             impact and effort, as sentences say them
 *     reason              a sentence for each place
 *     why                 answers: why this before that, what if it were done */
#include "jalon/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/natural.h"
#include "plan/aside.h"
#include "plan/choose.h"
#include "plan/graph.h"
#include "plan/lanes.h"

static int compare_nodes(const void *a, const void *b)
{
	const struct node *one = a, *other = b;

	return natural_compare(one->entry->id, other->entry->id);
}

static bool is_entry(const struct entry *entry, const char *id)
{
	return id && strcmp(entry->id, id) == 0;
}

static void suppose(struct node *node, const struct plan_if *supposed)
{
	bool is_undated = is_entry(node->entry, supposed->undated);

	node->due_day = is_undated ? DAY_NONE : node->entry->due_day;
	node->pin = node->entry->pin;
	if (is_entry(node->entry, supposed->before))
		node->pin = supposed->behind;
	else if (is_entry(node->entry, supposed->behind) &&
		 strcmp(node->pin, supposed->before) == 0)
		node->pin = "";
}

/* In the order of ids, numbers as numbers, whatever the order in the file: from here on nothing can
 * tell two files apart that say the same. */
static void collect_nodes(struct making *making, const struct plan_if *supposed)
{
	const struct organisation *org = making->org;

	making->nodes = ARENA_ARRAY(making->arena, struct node, org->entry_count);
	making->of_entry = ARENA_ARRAY(making->arena, size_t, org->entry_count);
	for (size_t i = 0; i < org->entry_count; i++) {
		bool left_out = is_entry(&org->entries[i], supposed->done);

		if (!left_out && entry_is_remaining(&org->entries[i], making->today_day))
			making->nodes[making->count++].entry = &org->entries[i];
	}
	if (making->count)
		qsort(making->nodes, making->count, sizeof(*making->nodes), compare_nodes);
	for (size_t i = 0; i < making->count; i++) {
		making->of_entry[making->nodes[i].entry - org->entries] = i + 1;
		suppose(&making->nodes[i], supposed);
	}
}

/* What is done or not applicable no longer counts, and what is named twice counts once. */
static void link_nodes(struct making *making)
{
	size_t *linked_to = ARENA_ARRAY(making->arena, size_t, making->count); /* node + 1 */

	for (size_t i = 0; i < making->count; i++) {
		struct node *node = &making->nodes[i];
		struct string_list ids = organisation_requires(
			making->org, node->entry, making->arena, &node->missing);

		node->requires = ARENA_ARRAY(making->arena, size_t, ids.count);
		for (size_t k = 0; k < ids.count; k++) {
			const struct entry *entry =
				organisation_find_entry(making->org, ids.texts[k]);
			size_t required = making->of_entry[entry - making->org->entries];

			if (!required || linked_to[required - 1] == i + 1)
				continue;
			linked_to[required - 1] = i + 1;
			node->requires[node->require_count++] = required - 1;
		}
	}
}

/* Jobs are the nodes that can be planned, renumbered; what is set aside took along all that
 * requires it, so that no job requires what is no job. The tier that requirements give is noted in
 * the node, since wishes and dates will change the job's. */
static void make_jobs(struct making *making)
{
	making->jobs = ARENA_ARRAY(making->arena, struct order_job, making->count);
	making->node_of_job = ARENA_ARRAY(making->arena, size_t, making->count);
	for (size_t i = 0; i < making->count; i++) {
		if (!making->nodes[i].aside) {
			making->nodes[i].job = making->job_count;
			making->node_of_job[making->job_count++] = i;
		}
	}
	for (size_t i = 0; i < making->job_count; i++) {
		const struct node *node = &making->nodes[making->node_of_job[i]];
		size_t *requires = ARENA_ARRAY(making->arena, size_t, node->require_count);

		for (size_t k = 0; k < node->require_count; k++)
			requires[k] = making->nodes[node->requires[k]].job;
		making->jobs[i] = (struct order_job){ .id = node->entry->id,
			.weight = entry_impact(node->entry),
			.effort_centidays = entry_left_centidays(node->entry),
			.tier = (int)entry_priority(node->entry),
			.under_way = node->entry->status == STATUS_DOING,
			.due = ORDER_NO_DUE,
			.requires = requires,
			.require_count = node->require_count };
	}
	choose_raise_tiers(making);
	for (size_t i = 0; i < making->job_count; i++)
		making->nodes[making->node_of_job[i]].tier = (enum priority)making->jobs[i].tier;
}

/* What stands at that place of the order. */
static const struct node *node_at(
	const struct making *making, const struct order *order, size_t index)
{
	return &making->nodes[making->node_of_job[order->steps[index].job]];
}

static const struct node *node_of(const struct making *making, const struct entry *entry)
{
	return &making->nodes[making->of_entry[entry - making->org->entries] - 1];
}

/* Even where the promise was broken on purpose: a person sees the date that was set. */
static void add_lateness(const struct making *making, struct plan *plan, struct plan_action *action)
{
	int due_day = node_of(making, action->entry)->due_day;

	if (due_day != DAY_NONE && action->finish_day > due_day)
		action->lateness_days = action->finish_day - due_day;
	if (action->lateness_days)
		action->days_late = entry_days_late(action->entry, plan->today_day);
	if (action->days_late == 0)
		action->days_at_risk = action->lateness_days;
	plan->at_risk_count += action->days_at_risk > 0;
	if (action->lateness_days > plan->max_lateness_days)
		plan->max_lateness_days = action->lateness_days;
	if (action->finish_day > plan->last_day)
		plan->last_day = action->finish_day;
}

/* Along the list with everybody side by side, which the one-team line of `finish_centidays` is not.
 */
static void set_days(const struct making *making, const struct order *order, struct plan *plan)
{
	struct lane_days *days = ARENA_ARRAY(making->arena, struct lane_days, order->count);
	size_t *list = ARENA_ARRAY(making->arena, size_t, order->count);

	for (size_t i = 0; i < order->count; i++)
		list[i] = order->steps[i].job;
	lanes_find_days(making, making->arena, list, days);
	for (size_t i = 0; i < order->count; i++) {
		struct plan_action *action = &plan->actions[i];

		action->start_day = days[i].start_day;
		action->finish_day = days[i].finish_day;
		add_lateness(making, plan, action);
	}
}

/* Sentences name actions, and the questions of two services have the same words. */
static struct wording title_of(struct arena *arena, const struct entry *entry)
{
	struct wording title = entry_title(entry);

	if (!entry->service)
		return title;
	if (title.fr)
		title.fr = arena_format(arena, "%s · %s", title.fr, entry->service->name);
	if (title.en)
		title.en = arena_format(arena, "%s · %s", title.en, entry->service->name);
	return title;
}

/* `finish_centidays` counts all work up to here as one team would do it: what the cost is made of.
 */
static void fill_actions(const struct making *making, const struct order *order, struct plan *plan,
	const size_t *rank_of_job)
{
	size_t *rank_of_entry = ARENA_ARRAY(making->arena, size_t, plan->org->entry_count);
	int64_t at = 0;

	for (size_t i = 0; i < order->count; i++) {
		const struct node *node = node_at(making, order, i);
		struct plan_action *action = &plan->actions[i];

		rank_of_entry[node->entry - plan->org->entries] = i + 1;
		action->entry = node->entry;
		plan->unestimated_count +=
			!entry_has_impact(node->entry) || !entry_has_left(node->entry);
		action->title = title_of(making->arena, node->entry);
		action->tier = node->tier;
		action->start_centidays = at;
		at += making->jobs[order->steps[i].job].effort_centidays;
		action->finish_centidays = at;
		action->step = order->steps[i];
		action->step.job = i;
		if (action->step.witness != ORDER_NONE)
			action->step.witness = rank_of_job[action->step.witness];
	}
	plan->effort_centidays = at;
	plan->rank_of_entry = rank_of_entry;
	set_days(making, order, plan);
}

static struct string_list list_ids(
	struct arena *arena, const struct plan *plan, const size_t *at, size_t count)
{
	const char **ids = ARENA_ARRAY(arena, const char *, count);

	for (size_t k = 0; k < count; k++)
		ids[k] = plan->actions[at[k]].entry->id;
	return (struct string_list){ ids, count };
}

/* Neighbours, from nodes to places in the plan. Those that an action unlocks rise, since
 * requirements are turned round in the order of the plan. */
static void link_actions(const struct making *making, const struct order *order, struct plan *plan,
	const size_t *rank_of_job)
{
	struct arena *arena = making->arena;
	size_t *start = ARENA_ARRAY(arena, size_t, plan->count + 1), *required, filled = 0;
	const size_t *unlocks_start, *unlocks;

	for (size_t i = 0; i < plan->count; i++)
		start[i + 1] = start[i] + node_at(making, order, i)->require_count;
	required = ARENA_ARRAY(arena, size_t, start[plan->count]);
	for (size_t i = 0; i < plan->count; i++) {
		const struct node *node = node_at(making, order, i);

		for (size_t k = 0; k < node->require_count; k++)
			required[filled++] = rank_of_job[making->nodes[node->requires[k]].job];
	}
	unlocks_start = graph_turn_edges(arena, plan->count, start, required, &unlocks);
	for (size_t i = 0; i < plan->count; i++) {
		struct plan_action *action = &plan->actions[i];

		action->requires_at = required + start[i];
		action->unlocks_at = unlocks + unlocks_start[i];
		action->requires =
			list_ids(arena, plan, action->requires_at, start[i + 1] - start[i]);
		action->unlocks = list_ids(
			arena, plan, action->unlocks_at, unlocks_start[i + 1] - unlocks_start[i]);
	}
}

struct plan *plan_make(struct arena *arena, const struct organisation *org, int today_day)
{
	return plan_make_if(arena, org, today_day, &(struct plan_if){ .before = NULL });
}

static void list_set_aside(
	const struct making *making, const struct aside_list *aside, struct plan *plan)
{
	plan->set_aside = ARENA_ARRAY(making->arena, struct plan_set_aside, aside->count);
	plan->set_aside_count = aside->count;
	for (size_t i = 0; i < aside->count; i++) {
		const struct aside *row = &aside->rows[i];

		plan->set_aside[i] = (struct plan_set_aside){ making->nodes[row->node].entry,
			row->goes_round ? PLAN_WHY_CYCLE : PLAN_WHY_MISSING, row->with };
	}
}

struct plan *plan_make_if(struct arena *arena, const struct organisation *org, int today_day,
	const struct plan_if *supposed)
{
	struct plan *plan = ARENA_NEW(arena, struct plan);
	struct making making = { .arena = arena, .org = org, .today_day = today_day };
	struct aside_list aside;
	struct choice choice;
	size_t *rank_of_job;

	making.working = working_make(arena, org, today_day);
	collect_nodes(&making, supposed);
	link_nodes(&making);
	aside = aside_find(&making);
	make_jobs(&making);
	lanes_find(&making);
	choice = choose_order(&making);
	*plan = (struct plan){ .org = org,
		.today_day = today_day,
		.working = making.working,
		.actions = ARENA_ARRAY(arena, struct plan_action, choice.order.count),
		.count = choice.order.count,
		.cost = choice.order.cost,
		.bound = choice.bound,
		.cost_without_pins = choice.cost_without_pins,
		.optimal = choice.optimal,
		.last_day = today_day };
	for (size_t i = 0; i < making.count; i++)
		plan->late_count += entry_is_late(making.nodes[i].entry, today_day);
	list_set_aside(&making, &aside, plan);
	rank_of_job = ARENA_ARRAY(arena, size_t, plan->count);
	for (size_t i = 0; i < plan->count; i++)
		rank_of_job[choice.order.steps[i].job] = i;
	fill_actions(&making, &choice.order, plan, rank_of_job);
	link_actions(&making, &choice.order, plan, rank_of_job);
	return plan;
}

const char *plan_action_title(const struct plan *plan, size_t index, enum lang lang)
{
	return wording_in(plan->actions[index].title, lang);
}

size_t plan_index_of(const struct plan *plan, const struct entry *entry)
{
	size_t rank = plan->rank_of_entry[entry - plan->org->entries];

	return rank ? rank - 1 : SIZE_MAX;
}

/* The organisation finds entries by a search in its sorted index. */
size_t plan_find(const struct plan *plan, const char *entry_id)
{
	const struct entry *entry = organisation_find_entry(plan->org, entry_id);

	return entry ? plan_index_of(plan, entry) : SIZE_MAX;
}
