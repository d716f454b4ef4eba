/* SPDX-License-Identifier: MIT
 *
 * From jobs as somebody tells them to a graph whose numbers follow requirements.
 *
 * The numbers are a topological order (Kahn 1962: whatever waits for nothing more may be next), and
 * of what may be next the first by id, numbers as numbers. All that follows breaks ties by number
 * and by nothing else, so that the same jobs give the same order however the file has them, and an
 * edit that leaves ids alone moves little. What is under way goes before all others, since it has
 * the lesser place in the heap: a tie is then decided for it.
 *
 * Tiers are ordered one after the other, each by itself. That is right because they were raised
 * through requirements: nothing in a tier waits for a later one, so that what comes before it is
 * closed, and cost and bound add up as those of sets do. */
#include "plan/problem.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/natural.h"
#include "plan/heap.h"
#include "plan/sidney.h"

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
	return natural_compare(one->id, other->id);
}

struct edges {
	const size_t *start, *list; /* the k-th of i is list[start[i] + k] */
};

/* Those that require each, by the numbers given. Each job's requirements are laid out first, in the
 * order of numbers, and turned round then: so what comes out rises, whatever the file said. */
static struct edges list_dependents(const struct problem *problem, const size_t *number_of)
{
	size_t *start = ARENA_ARRAY(problem->arena, size_t, problem->count + 1), *list, filled = 0;
	struct edges dependents;

	for (size_t n = 0; n < problem->count; n++)
		start[n + 1] = start[n] + problem->jobs[problem->job_of[n]].require_count;
	list = ARENA_ARRAY(problem->arena, size_t, start[problem->count]);
	for (size_t n = 0; n < problem->count; n++) {
		const struct order_job *job = &problem->jobs[problem->job_of[n]];

		for (size_t k = 0; k < job->require_count; k++)
			list[filled++] = number_of[job->requires[k]];
	}
	dependents.start =
		graph_turn_edges(problem->arena, problem->count, start, list, &dependents.list);
	return dependents;
}

/* Numbers that follow requirements, and ids wherever those leave a choice: so that the order in
 * the file makes no difference to anything. */
static void number_jobs(struct problem *problem, size_t *number_of)
{
	struct named *named = ARENA_ARRAY(problem->arena, struct named, problem->count);
	size_t *place_of = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *waiting = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *heap = ARENA_ARRAY(problem->arena, size_t, problem->count);
	struct edges edges;
	size_t heap_count = 0, done = 0;

	for (size_t i = 0; i < problem->count; i++) {
		named[i] = (struct named){ problem->jobs[i].id, problem->jobs[i].under_way, i };
		waiting[i] = problem->jobs[i].require_count;
		number_of[i] = i;
		problem->job_of[i] = i;
	}
	if (problem->count)
		qsort(named, problem->count, sizeof(*named), compare_named);
	edges = list_dependents(problem, number_of);
	for (size_t i = 0; i < problem->count; i++) {
		place_of[named[i].index] = i;
		if (waiting[named[i].index] == 0)
			heap_push(heap, &heap_count, i);
	}
	while (heap_count) {
		size_t job = named[heap_pop(heap, &heap_count)].index;

		number_of[job] = done;
		problem->job_of[done++] = job;
		for (size_t k = edges.start[job]; k < edges.start[job + 1]; k++) {
			if (--waiting[edges.list[k]] == 0)
				heap_push(heap, &heap_count, place_of[edges.list[k]]);
		}
	}
	assert(done == problem->count);
}

/* Against the numbers, so that what requires a job has its own date settled first.
 *
 * What follows takes its time too: the date goes back through requirements on the same line. The
 * caller, who knows the calendars, has done so between lines. */
static void pass_back_dates(struct problem *problem)
{
	const struct graph *graph = &problem->graph;

	problem->due = ARENA_ARRAY(problem->arena, int64_t, problem->count);
	for (size_t n = problem->count; n-- > 0;) {
		problem->due[n] = problem->jobs[problem->job_of[n]].due;
		for (size_t k = graph->after_start[n]; k < graph->after_start[n + 1]; k++) {
			size_t later = graph->after[k];
			int64_t latest = problem->due[later];

			if (latest != ORDER_NO_DUE && problem->lane[later] == problem->lane[n] &&
				latest - graph->effort[later] < problem->due[n])
				problem->due[n] = latest - graph->effort[later];
		}
	}
}

/* All arrays by number, so that nothing below has to know that there are others. */
struct problem problem_make(struct arena *arena, const struct order_job *jobs, size_t count)
{
	struct problem problem = { .arena = arena, .jobs = jobs, .count = count };
	size_t *number_of = ARENA_ARRAY(arena, size_t, count);
	int64_t *weight = ARENA_ARRAY(arena, int64_t, count);
	int64_t *effort = ARENA_ARRAY(arena, int64_t, count);
	struct edges after;

	problem.job_of = ARENA_ARRAY(arena, size_t, count);
	problem.tier = ARENA_ARRAY(arena, int, count);
	problem.lane = ARENA_ARRAY(arena, size_t, count);
	problem.lane_count = 1;
	number_jobs(&problem, number_of);
	for (size_t n = 0; n < count; n++) {
		weight[n] = jobs[problem.job_of[n]].weight;
		effort[n] = jobs[problem.job_of[n]].effort_centidays;
		problem.tier[n] = jobs[problem.job_of[n]].tier;
		problem.lane[n] = jobs[problem.job_of[n]].lane;
		if (problem.lane[n] >= problem.lane_count)
			problem.lane_count = problem.lane[n] + 1;
	}
	problem.graph = (struct graph){ .count = count, .weight = weight, .effort = effort };
	after = list_dependents(&problem, number_of);
	problem.graph.after_start = after.start;
	problem.graph.after = after.list;
	problem.graph.before_start =
		graph_turn_edges(arena, count, after.start, after.list, &problem.graph.before);
	problem.graph.place = ARENA_ARRAY(arena, size_t, count);
	/* Dates first: of two ways back to a job the direct one may be the only one on its line. */
	pass_back_dates(&problem);
	graph_reduce(&problem.graph, arena);
	return problem;
}

/* Sets of one tier have falling ratios; from one tier to the next they may rise again. */
struct string_run problem_order_tiers(const struct problem *problem, bool apart)
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

/* Whatever the order within a set, each of its jobs waits for all the sets before it. */
int64_t problem_bound(const struct string_run *run)
{
	int64_t at = 0, bound = 0;

	for (size_t i = 0; i < run->count; i++) {
		bound += run->strings[i].bound + run->strings[i].weight * at;
		at += run->strings[i].effort;
	}
	return bound;
}
