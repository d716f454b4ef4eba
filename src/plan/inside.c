/* SPDX-License-Identifier: MIT
 *
 * The order of a set that does not split. Here is where the problem is hard (Lawler 1978), so that
 * there is a choice: a set with few closed subsets is solved by exact.c; a larger one is begun
 * greedily, always with what some job and all that it still requires bring for their effort, and
 * improved by swap.c. How many states may be tried depends on how many such sets there may be: one
 * screen waits for all of them.
 *
 * What is not solved gets a bound, from the chart of Goemans and Williamson (2000). Draw the work
 * done to the right and the weight that still waits upward. An order is a staircase down from (0,
 * W) to (P, 0), a step for each job, as wide as its effort and as high as its weight; Σ weight ×
 * finish is the area under it, each step's corner included. Now a set that does not split has no
 * initial part with a better ratio than its own, W per P: so after any beginning of any order no
 * less waits than the straight line from end to end says. The area under the feet of the steps'
 * diagonals is then at least the half of the rectangle, W × P / 2, and the corners above those
 * diagonals add half of each job's weight × effort, in whatever order. No order costs less than the
 * two together. */
#include "plan/inside.h"

#include <stdlib.h>
#include <string.h>

#include "plan/exact.h"
#include "plan/swap.h"

enum {
	STATES_ALONE = 150000, /* when the whole problem is small */
	STATES_AMONG = 8000,   /* when there may be many such sets */
	SMALL_PROBLEM = 150,
	GREEDY_MAX = 400
};

struct greedy {
	const struct graph *graph;
	bool *done;
	size_t *stack, *needed;
	size_t *seen, mark;
};

/* All that the job still requires, and itself, each once: `seen` bears the number of the last call
 * that saw a job, so that nothing has to be wiped between calls. */
static size_t collect(struct greedy *greedy, size_t job)
{
	const struct graph *graph = greedy->graph;
	size_t depth = 0, count = 0;

	greedy->mark++;
	greedy->stack[depth++] = job;
	greedy->seen[job] = greedy->mark;
	while (depth) {
		size_t top = greedy->stack[--depth];

		greedy->needed[count++] = top;
		for (size_t k = graph->before_start[top]; k < graph->before_start[top + 1]; k++) {
			size_t other = graph->before[k];

			if (!greedy->done[other] && greedy->seen[other] != greedy->mark) {
				greedy->seen[other] = greedy->mark;
				greedy->stack[depth++] = other;
			}
		}
	}
	return count;
}

/* By number, since numbers follow requirements. */
static int compare_numbers(const void *a, const void *b)
{
	const size_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/* Again and again the job whose closure brings most for its effort, and that closure in the order
 * of numbers. A closure alone is no initial set of the greatest ratio, which may need several; but
 * it leaves swap.c less to mend than the order of single jobs would. */
static void begin_greedily(struct greedy *greedy, const size_t *jobs, size_t count, size_t *order)
{
	size_t placed = 0;

	while (placed < count) {
		size_t best = SIZE_MAX, needed;
		int64_t best_weight = 0, best_effort = 1;

		for (size_t i = 0; i < count; i++) {
			int64_t weight = 0, effort = 0;

			if (greedy->done[jobs[i]])
				continue;
			needed = collect(greedy, jobs[i]);
			for (size_t k = 0; k < needed; k++) {
				weight += greedy->graph->weight[greedy->needed[k]];
				effort += greedy->graph->effort[greedy->needed[k]];
			}
			if (best == SIZE_MAX || weight * best_effort > best_weight * effort) {
				best = jobs[i];
				best_weight = weight;
				best_effort = effort;
			}
		}
		needed = collect(greedy, best);
		qsort(greedy->needed, needed, sizeof(*greedy->needed), compare_numbers);
		for (size_t k = 0; k < needed; k++) {
			order[placed++] = greedy->needed[k];
			greedy->done[greedy->needed[k]] = true;
		}
	}
}

static void order_greedily(
	const struct graph *graph, const size_t *jobs, size_t count, size_t *order)
{
	struct arena *arena = arena_new();
	struct greedy greedy = { .graph = graph,
		.done = ARENA_ARRAY(arena, bool, graph->count),
		.stack = ARENA_ARRAY(arena, size_t, count + 1),
		.needed = ARENA_ARRAY(arena, size_t, count + 1),
		.seen = ARENA_ARRAY(arena, size_t, graph->count) };

	/* What is outside the set is done, or waits for it. */
	for (size_t i = 0; i < graph->count; i++)
		greedy.done[i] = true;
	for (size_t i = 0; i < count; i++)
		greedy.done[jobs[i]] = false;
	begin_greedily(&greedy, jobs, count, order);
	arena_free(arena);
}

/* Rounded up: costs are whole. */
static int64_t half_rectangle(const struct graph *graph, const struct string *string)
{
	int64_t squares = 0;

	for (size_t i = 0; i < string->count; i++)
		squares += graph->weight[string->jobs[i]] * graph->effort[string->jobs[i]];
	return (string->weight * string->effort + squares + 1) / 2;
}

/* Greedy looks at each job's closure again for each that is placed, which is the cube for a set
 * that is deep: beyond some hundreds the order of the numbers is taken instead, and swaps do what
 * they can. */
struct string inside_order(struct arena *arena, const struct graph *graph, const size_t *jobs,
	size_t count, size_t count_of_all)
{
	size_t state_max = count_of_all <= SMALL_PROBLEM ? STATES_ALONE : STATES_AMONG;
	size_t *order = ARENA_ARRAY(arena, size_t, count);
	struct string string = { .jobs = order, .count = count };
	bool exact = count == 1;

	memcpy(order, jobs, count * sizeof(*order));
	if (count > 1)
		exact = exact_order(graph, jobs, count, NULL, state_max, order);
	if (!exact) {
		if (count <= GREEDY_MAX)
			order_greedily(graph, jobs, count, order);
		swap_improve(graph, order, count, NULL);
	}
	for (size_t i = 0; i < count; i++) {
		string.effort += graph->effort[order[i]];
		string.weight += graph->weight[order[i]];
		string.cost += graph->weight[order[i]] * string.effort;
	}
	string.bound = exact ? string.cost : half_rectangle(graph, &string);
	return string;
}
