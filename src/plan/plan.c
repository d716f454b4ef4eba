/* SPDX-License-Identifier: MIT
 *
 * From an organisation to jobs, and from an order of jobs back to days. Requirements that go
 * round, or that name nothing, are set aside with all that hangs on them; what remains is
 * acyclic. */
#include "jalon/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
#include "jalon/plan/calendar.h"
#include "jalon/plan/making.h"

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

static bool has_requirement(const struct node *node, size_t required)
{
	for (size_t i = 0; i < node->require_count; i++) {
		if (node->requires[i] == required)
			return true;
	}
	return false;
}

/* What is done or not applicable no longer counts. */
static void link_nodes(struct making *making)
{
	for (size_t i = 0; i < making->count; i++) {
		struct node *node = &making->nodes[i];
		struct string_list ids = organisation_requires(
			making->org, node->entry, making->arena, &node->missing);

		node->requires = ARENA_ARRAY(making->arena, size_t, ids.count);
		for (size_t k = 0; k < ids.count; k++) {
			const struct entry *entry =
				organisation_find_entry(making->org, ids.texts[k]);
			size_t required = making->of_entry[entry - making->org->entries];

			if (required && !has_requirement(node, required - 1))
			node->requires[node->require_count++] = required - 1;
		}
	}
}

static void set_aside(
	struct making *making, size_t node, enum plan_why why, struct string_list with)
{
	struct plan *plan = making->plan;

	making->nodes[node].aside = true;
	plan->set_aside[plan->set_aside_count++] =
		(struct plan_set_aside){ making->nodes[node].entry, why, with };
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

static void close_component(struct making *making, struct tarjan *tarjan, size_t root)
{
	size_t first = tarjan->stack_count, count;
	const char **ids;

	do
		making->nodes[tarjan->stack[--first]].on_stack = false;
	while (tarjan->stack[first] != root);
	count = tarjan->stack_count - first;
	tarjan->stack_count = first;
	if (count == 1 && !has_requirement(&making->nodes[root], root))
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

			if (!required->index)
				tarjan_enter(making, tarjan, node->requires[(*next)++]);
			else if ((*next)++ != SIZE_MAX && required->on_stack &&
				 required->index < node->low)
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

/* What requires something that is set aside is set aside for the same reason. */
static void spread_aside(struct making *making)
{
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < making->count; i++) {
			struct node *node = &making->nodes[i];

			for (size_t k = 0; k < node->require_count && !node->aside; k++) {
				const struct entry *required =
					making->nodes[node->requires[k]].entry;
				const struct plan *plan = making->plan;

				for (size_t n = 0; n < plan->set_aside_count; n++) {
					if (plan->set_aside[n].entry == required) {
						set_aside(making, i, plan->set_aside[n].why,
							plan->set_aside[n].with);
						more = true;
						break;
					}
				}
			}
		}
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
	spread_aside(making);
}

/* Tiers go back through requirements, the highest first: what a must requires is a must. */
static void raise_tiers(struct making *making)
{
	size_t *stack = mem_alloc((making->job_count + 1) * sizeof(*stack)), depth = 0;

	for (int tier = PRIORITY_MUST; tier < PRIORITY_COUNT; tier++) {
		for (size_t i = 0; i < making->job_count; i++) {
			if (making->jobs[i].tier == tier)
				stack[depth++] = i;
			while (depth) {
				const struct order_job *job = &making->jobs[stack[--depth]];

				for (size_t k = 0; k < job->require_count; k++) {
					struct order_job *required =
						&making->jobs[job->requires[k]];

					if (required->tier > tier) {
						required->tier = tier;
						stack[depth++] = job->requires[k];
					}
				}
			}
		}
	}
	mem_free(stack);
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
	raise_tiers(making);
	for (size_t i = 0; i < making->job_count; i++)
		making->nodes[making->node_of_job[i]].tier = (enum priority)making->jobs[i].tier;
}

/* Dates so many days later than promised, as points of the one-team line. */
static bool dates_can_be_met(struct making *making, const struct calendar *calendar, int days_later)
{
	for (size_t i = 0; i < making->job_count; i++) {
		int due_day = making->nodes[making->node_of_job[i]].entry->due_day;

		making->jobs[i].due = due_day == DAY_NONE
					      ? ORDER_NO_DUE
					      : calendar_work_until(calendar, due_day + days_later);
	}
	return order_meets_dates(making->jobs, making->job_count);
}

/* The smallest greatest lateness, in calendar days: the order is then asked to meet dates that
 * many days later, which it can. */
static void promise_dates(struct making *making, const struct calendar *calendar)
{
	int64_t effort = 0;
	int low = 0, high = 0, last;

	for (size_t i = 0; i < making->job_count; i++)
		effort += making->jobs[i].effort_centidays;
	last = calendar_finish_day(calendar, effort);
	for (size_t i = 0; i < making->job_count; i++) {
		int due_day = making->nodes[making->node_of_job[i]].entry->due_day;

		if (due_day != DAY_NONE && last - due_day > high)
			high = last - due_day;
	}
	while (low < high) {
		int middle = low + (high - low) / 2;

		if (dates_can_be_met(making, calendar, middle))
			high = middle;
		else
			low = middle + 1;
	}
	dates_can_be_met(making, calendar, low);
}

/* Whether `from` requires `wanted`, over any number of steps. */
static bool requires_job(struct making *making, size_t from, size_t wanted)
{
	bool *seen = mem_alloc(making->job_count * sizeof(*seen));
	size_t *stack = mem_alloc((making->job_count + 1) * sizeof(*stack)), depth = 0;
	bool found = false;

	stack[depth++] = from;
	while (depth && !found) {
		const struct order_job *job = &making->jobs[stack[--depth]];

		for (size_t k = 0; k < job->require_count; k++) {
			size_t required = job->requires[k];

			found |= required == wanted;
			if (!seen[required])
				stack[depth++] = required;
			seen[required] = true;
		}
	}
	mem_free(seen);
	mem_free(stack);
	return found;
}

/* A pin is a wish: a requirement of the order alone, as far as requirements and dates allow. */
static void add_pin(struct making *making, size_t before, size_t after)
{
	struct order_job *job = &making->jobs[after];
	const size_t *kept = job->requires;
	size_t *wished = ARENA_ARRAY(making->arena, size_t, job->require_count + 1);

	if (before == after || requires_job(making, before, after))
		return;
	for (size_t k = 0; k < job->require_count; k++)
		wished[k] = kept[k];
	wished[job->require_count++] = before;
	job->requires = wished;
	if (order_meets_dates(making->jobs, making->job_count))
		return;
	job->requires = kept;
	job->require_count--;
}

static bool has_pins(const struct making *making)
{
	for (size_t i = 0; i < making->job_count; i++) {
		if (making->nodes[making->node_of_job[i]].entry->pin[0])
			return true;
	}
	return false;
}

static void add_pins(struct making *making)
{
	struct arena *arena = arena_new();

	making->plan->cost_without_pins = order_jobs(arena, making->jobs, making->job_count).cost;
	arena_free(arena);
	for (size_t i = 0; i < making->job_count; i++) {
		const char *pin = making->nodes[making->node_of_job[i]].entry->pin;
		const struct entry *entry =
			pin[0] ? organisation_find_entry(making->org, pin) : NULL;
		size_t node = entry ? making->of_entry[entry - making->org->entries] : 0;

		if (node && !making->nodes[node - 1].aside)
			add_pin(making, i, making->nodes[node - 1].job);
	}
	/* Of the order alone: what an action counts as stays what its requirements say. */
	raise_tiers(making);
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
		action->tier = node->tier;
		action->start_centidays = at;
		at += making->jobs[order->steps[i].job].effort_centidays;
		action->finish_centidays = at;
		action->step = order->steps[i];
	}
	plan->effort_centidays = at;
	lanes_set_days(making, order);
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
	struct calendar calendar = calendar_make(today_day, org->capacity_centidays);
	struct order order;
	size_t *rank_of_job;

	plan->org = org;
	plan->today_day = plan->last_day = today_day;
	collect_nodes(&making);
	link_nodes(&making);
	set_all_aside(&making);
	make_jobs(&making);
	promise_dates(&making, &calendar);
	if (has_pins(&making))
		add_pins(&making);
	order = order_jobs(arena, making.jobs, making.job_count);
	plan->actions = ARENA_ARRAY(arena, struct plan_action, order.count);
	plan->count = order.count;
	plan->cost = order.cost;
	if (!has_pins(&making))
		plan->cost_without_pins = order.cost;
	plan->bound = order.bound;
	plan->optimal = order.optimal;
	rank_of_job = ARENA_ARRAY(arena, size_t, order.count);
	fill_actions(&making, &order, rank_of_job);
	link_actions(&making, &order, rank_of_job);
	return plan;
}

size_t plan_find(const struct plan *plan, const char *entry_id)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (strcmp(plan->actions[i].entry->id, entry_id) == 0)
			return i;
	}
	return SIZE_MAX;
}
