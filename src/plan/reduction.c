/* SPDX-License-Identifier: MIT
 *
 * Numbers follow requirements, so a requirement is needless when a job between the two leads to it
 * already. Each job's, which rise, are looked at from the nearest down, with all that comes before
 * it as bits (Aho, Garey and Ullman 1972). The bits grow with the square of the jobs, so very many
 * keep what they have: there requirements are few for each. */
#include <stdint.h>

#include "problem.h"

enum { REDUCED_MAX = 2048, WORD_BITS = 64 };

/* Puts what is needed of the job's requirements at `kept`; returns how many. */
static size_t reduce_job(
	const struct graph *graph, size_t job, uint64_t *reach, size_t words, size_t *kept)
{
	uint64_t *own = reach + job * words;
	size_t kept_count = 0;

	for (size_t k = graph->before_start[job + 1]; k-- > graph->before_start[job];) {
		size_t other = graph->before[k];

		if (own[other / WORD_BITS] >> other % WORD_BITS & 1)
			continue;
		own[other / WORD_BITS] |= UINT64_C(1) << other % WORD_BITS;
		for (size_t n = 0; n <= other / WORD_BITS; n++)
			own[n] |= reach[other * words + n];
		kept[kept_count++] = other;
	}
	return kept_count;
}

void problem_reduce(struct problem *problem)
{
	struct graph *graph = &problem->graph;
	size_t edges = graph->before_start[graph->count], found = 0;
	size_t words = (graph->count + WORD_BITS - 1) / WORD_BITS;
	size_t *start, *list;
	struct arena *scratch;
	uint64_t *reach;

	if (graph->count > REDUCED_MAX || edges < 2)
		return;
	scratch = arena_new();
	reach = ARENA_ARRAY(scratch, uint64_t, graph->count * words);
	start = ARENA_ARRAY(problem->arena, size_t, graph->count + 1);
	list = ARENA_ARRAY(problem->arena, size_t, edges);
	for (size_t i = 0; i < graph->count; i++) {
		found += reduce_job(graph, i, reach, words, list + found);
		start[i + 1] = found;
	}
	arena_free(scratch);
	graph->before_start = start;
	graph->before = list;
	graph->after_start =
		problem_turn_edges(problem->arena, graph->count, start, list, &graph->after);
}
