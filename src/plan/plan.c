/* SPDX-License-Identifier: MIT
 *
 * From an organisation to jobs, and from an order of jobs back to days. Requirements that go
 * round, or that name nothing, are set aside with all that hangs on them; what remains is
 * acyclic. */
#include "jalon/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "graph.h"
#include "heap.h"
#include "making.h"

static int compare_nodes(const void *a, const void *b)
{
	const struct node *one = a, *other = b;

	return strcmp(one->entry->id, other->entry->id);
}

/* In the order of ids, whatever the order in the file. */
static void collect_nodes(struct making *making)
{
	const struct organisation *org = making->org;

	making->nodes = ARENA_ARRAY(making->arena, struct node, org->entry_count);
	making->of_entry = ARENA_ARRAY(making->arena, size_t, org->entry_count);
	for (size_t i = 0; i < org->entry_count; i++) {
		bool left_out = making->without && strcmp(org->entries[i].id, making->without) == 0;

		if (!left_out && entry_is_remaining(&org->entries[i], making->plan->today_day))
			making->nodes[making->count++].entry = &org->entries[i];
	}
	if (making->count)
		qsort(making->nodes, making->count, sizeof(*making->nodes), compare_nodes);
	for (size_t i = 0; i < making->count; i++)
		making->of_entry[making->nodes[i].entry - org->entries] = i + 1;
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

static void set_aside(
	struct making *making, size_t node, enum plan_why why, struct string_list with)
{
	struct plan *plan = making->plan;

	plan->set_aside[plan->set_aside_count++] =
		(struct plan_set_aside){ making->nodes[node].entry, why, with };
	making->nodes[node].aside = plan->set_aside_count;
}

/* Tarjan 1972, with a stack of our own: a file may hold one long chain. */
struct tarjan {
	size_t *path, *next, *stack;
	size_t depth, stack_count, index;
};

static void tarjan_enter(struct making *making, struct tarjan *tarjan, size_t node)
{
	making->nodes[node].index = making->nodes[node].low = ++tarjan->index;
	making->nodes[node].on_stack = true;
	tarjan->stack[tarjan->stack_count++] = node;
	tarjan->next[tarjan->depth] = 0;
	tarjan->path[tarjan->depth++] = node;
}

static bool requires_itself(const struct making *making, size_t node)
{
	for (size_t k = 0; k < making->nodes[node].require_count; k++) {
		if (making->nodes[node].requires[k] == node)
			return true;
	}
	return false;
}

static void close_component(struct making *making, struct tarjan *tarjan, size_t root)
{
	size_t first = tarjan->stack_count, count;
	const char **ids;

	do
		making->nodes[tarjan->stack[--first]].on_stack = false;
	while (tarjan->stack[first] != root);
	count = tarjan->stack_count - first;
	tarjan->stack_count = first;
	if (count == 1 && !requires_itself(making, root))
		return;
	ids = ARENA_ARRAY(making->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		ids[i] = making->nodes[tarjan->stack[first + i]].entry->id;
	for (size_t i = 0; i < count; i++)
		set_aside(making, tarjan->stack[first + i], PLAN_WHY_CYCLE,
			(struct string_list){ ids, count });
}

static void tarjan_from(struct making *making, struct tarjan *tarjan, size_t start)
{
	tarjan_enter(making, tarjan, start);
	while (tarjan->depth) {
		size_t at = tarjan->path[tarjan->depth - 1];
		struct node *node = &making->nodes[at];
		size_t *next = &tarjan->next[tarjan->depth - 1];

		if (*next < node->require_count) {
			struct node *required = &making->nodes[node->requires[*next]];

			++*next;
			if (!required->index)
				tarjan_enter(making, tarjan, (size_t)(required - making->nodes));
			else if (required->on_stack && required->index < node->low)
				node->low = required->index;
			continue;
		}
		if (node->low == node->index)
			close_component(making, tarjan, at);
		tarjan->depth--;
		if (tarjan->depth) {
			struct node *above = &making->nodes[tarjan->path[tarjan->depth - 1]];

			if (node->low < above->low)
				above->low = node->low;
		}
	}
}

static void find_cycles(struct making *making)
{
	struct tarjan tarjan = { .path = ARENA_ARRAY(making->arena, size_t, making->count),
		.next = ARENA_ARRAY(making->arena, size_t, making->count),
		.stack = ARENA_ARRAY(making->arena, size_t, making->count) };

	for (size_t i = 0; i < making->count; i++) {
		if (!making->nodes[i].index)
			tarjan_from(making, &tarjan, i);
	}
}

/* Those that require each: the k-th of i is list[start[i] + k]. */
static size_t *list_dependents(const struct making *making, const size_t **list)
{
	size_t *start = ARENA_ARRAY(making->arena, size_t, making->count + 1), *required;

	for (size_t i = 0; i < making->count; i++)
		start[i + 1] = start[i] + making->nodes[i].require_count;
	required = ARENA_ARRAY(making->arena, size_t, start[making->count]);
	for (size_t i = 0; i < making->count; i++)
		memcpy(required + start[i], making->nodes[i].requires,
			making->nodes[i].require_count * sizeof(*required));
	return graph_turn_edges(making->arena, making->count, start, required, list);
}

struct spread {
	struct making *making;
	const size_t *start, *dependents;
	size_t *turns, turn_count; /* a heap */
	bool *has_turn;
};

/* What requires the node has its turn now: after `turn`, the next that is its own. */
static void give_turns(struct spread *spread, size_t node, size_t turn)
{
	size_t count = spread->making->count;

	for (size_t k = spread->start[node]; k < spread->start[node + 1]; k++) {
		size_t dependent = spread->dependents[k];
		size_t next = turn / count * count + dependent;

		if (!spread->has_turn[dependent] && !spread->making->nodes[dependent].aside)
			heap_push(spread->turns, &spread->turn_count,
				next < turn ? next + count : next);
		spread->has_turn[dependent] = true;
	}
}

/* The first of its requirements that is set aside. */
static const struct plan_set_aside *find_cause(const struct making *making, const struct node *node)
{
	size_t k = 0;

	while (!making->nodes[node->requires[k]].aside)
		k++;
	return &making->plan->set_aside[making->nodes[node->requires[k]].aside - 1];
}

/* What requires something that is set aside is set aside for the same reason. The list is the one
 * that going round over all nodes by id would make, until a round finds nothing more; but a node
 * has its turn in such a round only when something that it requires was set aside before, so that
 * each has one, and each requirement is looked at twice. */
static void spread_aside(struct making *making)
{
	struct spread spread = { .making = making,
		.start = list_dependents(making, &spread.dependents),
		.turns = ARENA_ARRAY(making->arena, size_t, making->count),
		.has_turn = ARENA_ARRAY(making->arena, bool, making->count) };

	for (size_t i = 0; i < making->count; i++) {
		if (making->nodes[i].aside)
			give_turns(&spread, i, 0);
	}
	while (spread.turn_count) {
		size_t turn = heap_pop(spread.turns, &spread.turn_count);
		size_t node = turn % making->count;
		const struct plan_set_aside *cause = find_cause(making, &making->nodes[node]);

		set_aside(making, node, cause->why, cause->with);
		give_turns(&spread, node, turn);
	}
}

static void set_all_aside(struct making *making)
{
	making->plan->set_aside = ARENA_ARRAY(making->arena, struct plan_set_aside, making->count);
	find_cycles(making);
	for (size_t i = 0; i < making->count; i++) {
		if (making->nodes[i].missing.count && !making->nodes[i].aside)
			set_aside(making, i, PLAN_WHY_MISSING, making->nodes[i].missing);
	}
	if (making->plan->set_aside_count)
		spread_aside(making);
}

/* With room for one more requirement each, for what is pinned before it. */
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
			.effort_centidays = entry_effort_centidays(node->entry),
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

static void add_lateness(struct plan *plan, struct plan_action *action)
{
	int due_day = action->entry->due_day;

	if (due_day != DAY_NONE && action->finish_day > due_day)
		action->lateness_days = action->finish_day - due_day;
	if (action->lateness_days > plan->max_lateness_days)
		plan->max_lateness_days = action->lateness_days;
	if (action->finish_day > plan->last_day)
		plan->last_day = action->finish_day;
}

static void set_days(struct making *making, const struct order *order)
{
	struct lane_days *days = ARENA_ARRAY(making->arena, struct lane_days, order->count);
	size_t *list = ARENA_ARRAY(making->arena, size_t, order->count);

	for (size_t i = 0; i < order->count; i++)
		list[i] = order->steps[i].job;
	lanes_find_days(making, making->arena, list, days);
	for (size_t i = 0; i < order->count; i++) {
		struct plan_action *action = &making->plan->actions[i];

		action->start_day = days[i].start_day;
		action->finish_day = days[i].finish_day;
		add_lateness(making->plan, action);
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

static void fill_actions(struct making *making, const struct order *order, size_t *rank_of_job)
{
	struct plan *plan = making->plan;
	int64_t at = 0;

	for (size_t i = 0; i < order->count; i++) {
		const struct node *node = &making->nodes[making->node_of_job[order->steps[i].job]];
		struct plan_action *action = &plan->actions[i];

		rank_of_job[order->steps[i].job] = i;
		action->entry = node->entry;
		action->title = title_of(making->arena, node->entry);
		action->tier = node->tier;
		action->start_centidays = at;
		at += making->jobs[order->steps[i].job].effort_centidays;
		action->finish_centidays = at;
		action->step = order->steps[i];
	}
	plan->effort_centidays = at;
	set_days(making, order);
}

/* Neighbours as ids, in the order of the plan. */
static void link_actions(
	struct making *making, const struct order *order, const size_t *rank_of_job)
{
	struct plan *plan = making->plan;
	size_t *unlock_counts = ARENA_ARRAY(making->arena, size_t, order->count);

	for (size_t i = 0; i < order->count; i++) {
		const struct node *node = &making->nodes[making->node_of_job[i]];

		for (size_t k = 0; k < node->require_count; k++)
			unlock_counts[making->nodes[node->requires[k]].job]++;
	}
	for (size_t i = 0; i < order->count; i++) {
		struct plan_action *action = &plan->actions[i];
		size_t job = order->steps[i].job;
		const struct node *node = &making->nodes[making->node_of_job[job]];
		const char **ids = ARENA_ARRAY(making->arena, const char *, node->require_count);
		const char **unlocks = ARENA_ARRAY(making->arena, const char *, unlock_counts[job]);

		action->requires = (struct string_list){ ids, 0 };
		action->unlocks = (struct string_list){ unlocks, 0 };
		action->step.job = i;
		if (action->step.witness != ORDER_NONE)
			action->step.witness = rank_of_job[action->step.witness];
		/* Earlier actions have their lists already: tell them in the order of the plan. */
		for (size_t k = 0; k < node->require_count; k++) {
			size_t rank = rank_of_job[making->nodes[node->requires[k]].job];
			struct string_list *list = &plan->actions[rank].unlocks;

			ids[action->requires.count++] = plan->actions[rank].entry->id;
			((const char **)list->texts)[list->count++] = action->entry->id;
		}
	}
}

struct plan *plan_make(struct arena *arena, const struct organisation *org, int today_day)
{
	return plan_make_without(arena, org, today_day, NULL);
}

struct plan *plan_make_without(
	struct arena *arena, const struct organisation *org, int today_day, const char *entry_id)
{
	struct plan *plan = ARENA_NEW(arena, struct plan);
	struct making making = { .arena = arena, .org = org, .plan = plan, .without = entry_id };
	struct order order;
	size_t *rank_of_job;

	plan->org = org;
	plan->today_day = plan->last_day = today_day;
	collect_nodes(&making);
	link_nodes(&making);
	set_all_aside(&making);
	make_jobs(&making);
	lanes_find(&making);
	order = choose_order(&making);
	plan->actions = ARENA_ARRAY(arena, struct plan_action, order.count);
	plan->count = order.count;
	plan->cost = order.cost;
	rank_of_job = ARENA_ARRAY(arena, size_t, order.count);
	fill_actions(&making, &order, rank_of_job);
	link_actions(&making, &order, rank_of_job);
	return plan;
}

const char *plan_action_title(const struct plan *plan, size_t index, enum lang lang)
{
	return wording_in(plan->actions[index].title, lang);
}

size_t plan_find(const struct plan *plan, const char *entry_id)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (strcmp(plan->actions[i].entry->id, entry_id) == 0)
			return i;
	}
	return SIZE_MAX;
}
