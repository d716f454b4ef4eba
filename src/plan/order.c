/* SPDX-License-Identifier: MIT
 *
 * Tier by tier, the decomposition of sidney.c gives the order and its bound. Only when that misses
 * a date is another one made, from its end (Smith 1956): last comes, of those that nothing waits
 * for and whose date allows it, the one that stood last in the first order. Taking any such job
 * keeps all other dates possible, so the dates are met whenever they can be, and each action
 * leaves its tier no more than its date asks. Swaps of neighbouring runs then lower the cost. */
#include "jalon/plan/order.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/plan/sidney.h"

struct problem {
	struct arena *arena;
	const struct order_job *jobs;
	size_t count;
	size_t *job_of; /* the caller's index, by our number: after all that it requires */
	struct graph graph;
	int *tier;
	int64_t *due; /* effective: own, or what those that need it leave */
};

struct named {
	const char *id;
	bool under_way;
	size_t index;
};

static int compare_named(const void *a, const void *b)
{
	const struct named *one = a, *other = b;

	if (one->under_way != other->under_way)
		return one->under_way ? -1 : 1;
	return strcmp(one->id, other->id);
}

/* Edges as runs of one array: the k-th of i is list[start[i] + k]. */
static void list_edges(const struct problem *problem, const size_t *number_of, bool after,
	size_t **start, size_t **list)
{
	size_t edges = 0, *fill;

	*start = ARENA_ARRAY(problem->arena, size_t, problem->count + 1);
	for (size_t i = 0; i < problem->count; i++) {
		for (size_t k = 0; k < problem->jobs[i].require_count; k++, edges++)
			(*start)[number_of[after ? problem->jobs[i].requires[k] : i] + 1]++;
	}
	for (size_t i = 0; i < problem->count; i++)
		(*start)[i + 1] += (*start)[i];
	*list = ARENA_ARRAY(problem->arena, size_t, edges);
	fill = ARENA_ARRAY(problem->arena, size_t, problem->count);
	memcpy(fill, *start, problem->count * sizeof(*fill));
	for (size_t n = 0; n < problem->count; n++) {
		size_t i = problem->job_of[n];

		for (size_t k = 0; k < problem->jobs[i].require_count; k++) {
			size_t required = number_of[problem->jobs[i].requires[k]];

			(*list)[fill[after ? required : n]++] = after ? n : required;
		}
	}
}

/* A heap of places in the order of ids, least first. */
static void heap_push(size_t *heap, size_t *count, size_t place)
{
	size_t at = (*count)++;

	for (; at > 0 && heap[(at - 1) / 2] > place; at = (at - 1) / 2)
		heap[at] = heap[(at - 1) / 2];
	heap[at] = place;
}

static size_t heap_pop(size_t *heap, size_t *count)
{
	size_t least = heap[0], last = heap[--*count], at = 0;

	for (;;) {
		size_t below = at * 2 + 1;

		if (below + 1 < *count && heap[below + 1] < heap[below])
			below++;
		if (below >= *count || heap[below] >= last)
			break;
		heap[at] = heap[below];
		at = below;
	}
	heap[at] = last;
	return least;
}

/* Numbers that follow requirements, and ids wherever those leave a choice: so that the order in
 * the file makes no difference to anything. */
static void number_jobs(struct problem *problem, size_t *number_of)
{
	struct named *named = ARENA_ARRAY(problem->arena, struct named, problem->count);
	size_t *place_of = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *waiting = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *heap = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *start, *list, heap_count = 0, done = 0;

	for (size_t i = 0; i < problem->count; i++) {
		named[i] = (struct named){ problem->jobs[i].id, problem->jobs[i].under_way, i };
		waiting[i] = problem->jobs[i].require_count;
		number_of[i] = i;
		problem->job_of[i] = i;
	}
	if (problem->count)
		qsort(named, problem->count, sizeof(*named), compare_named);
	list_edges(problem, number_of, true, &start, &list);
	for (size_t i = 0; i < problem->count; i++) {
		place_of[named[i].index] = i;
		if (waiting[named[i].index] == 0)
			heap_push(heap, &heap_count, i);
	}
	while (heap_count) {
		size_t job = named[heap_pop(heap, &heap_count)].index;

		number_of[job] = done;
		problem->job_of[done++] = job;
		for (size_t k = start[job]; k < start[job + 1]; k++) {
			if (--waiting[list[k]] == 0)
				heap_push(heap, &heap_count, place_of[list[k]]);
		}
	}
	assert(done == problem->count);
}

/* What follows takes its time too: the date goes back through requirements. */
static void pass_back_dates(struct problem *problem)
{
	const struct graph *graph = &problem->graph;

	problem->due = ARENA_ARRAY(problem->arena, int64_t, problem->count);
	for (size_t n = problem->count; n-- > 0;) {
		problem->due[n] = problem->jobs[problem->job_of[n]].due;
		for (size_t k = graph->after_start[n]; k < graph->after_start[n + 1]; k++) {
			size_t later = graph->after[k];
			int64_t latest = problem->due[later];

			if (latest != ORDER_NO_DUE &&
				latest - graph->effort[later] < problem->due[n])
				problem->due[n] = latest - graph->effort[later];
		}
	}
}

static struct problem make_problem(struct arena *arena, const struct order_job *jobs, size_t count)
{
	struct problem problem = { .arena = arena, .jobs = jobs, .count = count };
	size_t *number_of = ARENA_ARRAY(arena, size_t, count);
	int64_t *weight = ARENA_ARRAY(arena, int64_t, count);
	int64_t *effort = ARENA_ARRAY(arena, int64_t, count);
	size_t *start, *list;

	problem.job_of = ARENA_ARRAY(arena, size_t, count);
	problem.tier = ARENA_ARRAY(arena, int, count);
	number_jobs(&problem, number_of);
	for (size_t n = 0; n < count; n++) {
		weight[n] = jobs[problem.job_of[n]].weight;
		effort[n] = jobs[problem.job_of[n]].effort_centidays;
		problem.tier[n] = jobs[problem.job_of[n]].tier;
	}
	problem.graph = (struct graph){ .count = count, .weight = weight, .effort = effort };
	list_edges(&problem, number_of, false, &start, &list);
	problem.graph.before_start = start;
	problem.graph.before = list;
	list_edges(&problem, number_of, true, &start, &list);
	problem.graph.after_start = start;
	problem.graph.after = list;
	problem.graph.place = ARENA_ARRAY(arena, size_t, count);
	pass_back_dates(&problem);
	return problem;
}

struct dated {
	int64_t due;
	size_t number;
};

static int compare_dated(const void *a, const void *b)
{
	const struct dated *one = a, *other = b;

	if (one->due != other->due)
		return one->due < other->due ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

bool order_meets_dates(const struct order_job *jobs, size_t count)
{
	struct arena *arena = arena_new();
	struct problem problem = make_problem(arena, jobs, count);
	struct dated *dated = ARENA_ARRAY(arena, struct dated, count);
	int64_t at = 0;
	bool met = true;

	/* Earliest date first (Jackson 1955), which after passing back is an order of the
	 * requirements too. */
	for (size_t n = 0; n < count; n++)
		dated[n] = (struct dated){ problem.due[n], n };
	if (count)
		qsort(dated, count, sizeof(*dated), compare_dated);
	for (size_t i = 0; i < count && met; i++) {
		at += problem.graph.effort[dated[i].number];
		met = at <= dated[i].due;
	}
	arena_free(arena);
	return met;
}

/* The strings of one tier after the other, or of all jobs at once. */
static struct string_run order_tiers(const struct problem *problem, bool apart)
{
	struct string_run all = { .strings = ARENA_ARRAY(
					  problem->arena, struct string, problem->count) };
	size_t *jobs = ARENA_ARRAY(problem->arena, size_t, problem->count), taken = 0;
	int tier = INT_MIN;

	while (taken < problem->count) {
		struct string_run run;
		size_t count = 0;
		int next = INT_MAX;

		for (size_t n = 0; n < problem->count; n++) {
			if (problem->tier[n] > tier && problem->tier[n] < next)
				next = problem->tier[n];
		}
		tier = next;
		for (size_t n = 0; n < problem->count; n++) {
			if (!apart || problem->tier[n] == tier)
				jobs[count++] = n;
		}
		run = sidney_order(problem->arena, &problem->graph, jobs, count);
		for (size_t i = 0; i < run.count; i++)
			all.strings[all.count++] = run.strings[i];
		taken += count;
	}
	return all;
}

static int64_t bound_of(const struct string_run *run)
{
	int64_t at = 0, bound = 0;

	for (size_t i = 0; i < run->count; i++) {
		bound += run->strings[i].bound + run->strings[i].weight * at;
		at += run->strings[i].effort;
	}
	return bound;
}

/* Whether none of those behind it in its set brings more by itself. */
static bool leads_the_rest(const struct graph *graph, const struct string *string, size_t at)
{
	size_t n = string->jobs[at];

	if (graph->weight[n] * string->effort < string->weight * graph->effort[n])
		return false;
	for (size_t k = at + 1; k < string->count; k++) {
		size_t other = string->jobs[k];

		if (graph->weight[other] * graph->effort[n] >
			graph->weight[n] * graph->effort[other])
			return false;
	}
	return true;
}

/* Sets fall in ratio, so a job that is a set of its own has the best return of all that could come
 * there; within a larger set that must be looked at. */
static void put_steps(
	const struct problem *problem, const struct string_run *run, struct order *order)
{
	for (size_t i = 0; i < run->count; i++) {
		const struct string *string = &run->strings[i];

		for (size_t k = 0; k < string->count; k++) {
			struct order_step *step = &order->steps[order->count++];

			*step = (struct order_step){ .job = string->jobs[k],
				.cause = ORDER_CAUSE_RATIO,
				.witness = ORDER_NONE };
			if (string->count == 1 || leads_the_rest(&problem->graph, string, k))
				continue;
			step->cause = k ? ORDER_CAUSE_SET : ORDER_CAUSE_UNLOCKS;
			step->witness = k ? string->jobs[0] : ORDER_NONE;
			step->set_count = string->count;
			step->set_weight = string->weight;
			step->set_effort_centidays = string->effort;
		}
	}
}

static bool meets_dates(const struct problem *problem, const struct order *order)
{
	int64_t at = 0;

	for (size_t i = 0; i < order->count; i++) {
		at += problem->graph.effort[order->steps[i].job];
		if (at > problem->due[order->steps[i].job])
			return false;
	}
	return true;
}

/* Which job comes last among those left: see the top of the file. */
static size_t choose_last(const struct problem *problem, const size_t *wanted_place,
	const size_t *waiting_for_it, const bool *placed, int64_t end)
{
	size_t best = ORDER_NONE, latest = ORDER_NONE;

	for (size_t n = 0; n < problem->count; n++) {
		if (placed[n] || waiting_for_it[n])
			continue;
		if (latest == ORDER_NONE || problem->due[n] > problem->due[latest])
			latest = n;
		if (problem->due[n] >= end &&
			(best == ORDER_NONE || wanted_place[n] > wanted_place[best]))
			best = n;
	}
	return best == ORDER_NONE ? latest : best;
}

static void order_from_end(const struct problem *problem, const size_t *wanted_place, size_t *order)
{
	const struct graph *graph = &problem->graph;
	size_t *waiting = ARENA_ARRAY(problem->arena, size_t, problem->count);
	bool *placed = ARENA_ARRAY(problem->arena, bool, problem->count);
	int64_t end = 0;

	for (size_t n = 0; n < problem->count; n++) {
		waiting[n] = graph->after_start[n + 1] - graph->after_start[n];
		end += graph->effort[n];
	}
	for (size_t at = problem->count; at-- > 0;) {
		size_t last = choose_last(problem, wanted_place, waiting, placed, end);

		order[at] = last;
		placed[last] = true;
		end -= graph->effort[last];
		for (size_t k = graph->before_start[last]; k < graph->before_start[last + 1]; k++)
			waiting[graph->before[k]]--;
	}
}

static void order_for_dates(struct problem *problem, struct order *order)
{
	size_t *wanted_place = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *numbers = ARENA_ARRAY(problem->arena, size_t, problem->count);
	struct string_run relaxed;

	for (size_t i = 0; i < order->count; i++)
		wanted_place[order->steps[i].job] = i;
	order_from_end(problem, wanted_place, numbers);
	inside_improve(&problem->graph, numbers, problem->count, problem->due, problem->tier);
	for (size_t i = 0; i < order->count; i++) {
		size_t n = numbers[i];
		bool pulled = problem->due[n] != ORDER_NO_DUE && i < wanted_place[n];

		order->steps[i] = (struct order_step){ .job = n,
			.cause = pulled ? ORDER_CAUSE_DUE : ORDER_CAUSE_DATES,
			.witness = ORDER_NONE };
	}
	/* Dates may cross tiers, so only the requirements bound what dates cost. */
	relaxed = order_tiers(problem, false);
	order->bound = bound_of(&relaxed);
}

/* What stands right behind what it requires, and what is left at the end. */
static void note_what_held_back(const struct problem *problem, struct order *order)
{
	const struct graph *graph = &problem->graph;

	for (size_t i = 1; i < order->count; i++) {
		struct order_step *step = &order->steps[i];
		size_t above = order->steps[i - 1].job;

		if (step->cause == ORDER_CAUSE_DUE || step->cause == ORDER_CAUSE_UNLOCKS)
			continue;
		for (size_t k = graph->before_start[step->job];
			k < graph->before_start[step->job + 1]; k++) {
			if (graph->before[k] == above) {
				step->cause = ORDER_CAUSE_REQUIRED;
				step->witness = above;
			}
		}
		if (step->cause != ORDER_CAUSE_REQUIRED && i + 1 == order->count)
			step->cause = ORDER_CAUSE_LAST;
	}
}

static void finish_steps(const struct problem *problem, struct order *order)
{
	int64_t at = 0;

	note_what_held_back(problem, order);
	for (size_t i = 0; i < order->count; i++) {
		struct order_step *step = &order->steps[i];

		at += problem->graph.effort[step->job];
		order->cost += problem->graph.weight[step->job] * at;
		step->job = problem->job_of[step->job];
		if (step->witness != ORDER_NONE)
			step->witness = problem->job_of[step->witness];
	}
	order->optimal = order->bound == order->cost;
}

struct order order_jobs(struct arena *arena, const struct order_job *jobs, size_t count)
{
	struct problem problem = make_problem(arena, jobs, count);
	struct order order = { .steps = ARENA_ARRAY(arena, struct order_step, count) };
	struct string_run run = order_tiers(&problem, true);

	put_steps(&problem, &run, &order);
	order.bound = bound_of(&run);
	if (!meets_dates(&problem, &order))
		order_for_dates(&problem, &order);
	finish_steps(&problem, &order);
	return order;
}
