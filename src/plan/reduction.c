/* SPDX-License-Identifier: MIT
 *
 * Numbers follow requirements, so a requirement is needless when a job between the two leads to it
 * already. Each job's are looked at from the nearest down, with all that comes before it as bits
 * (Aho, Garey and Ullman 1972). The bits grow with the square of the jobs, so very many keep what
 * they have: there requirements are few for each. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/plan/problem.h"

enum { REDUCED_MAX = 2048, WORD_BITS = 64 };

static int compare_falling(const void *a, const void *b)
{
	const size_t *one = a, *other = b;

	return *one > *other ? -1 : *one < *other;
}

/* Puts what is needed of the job's requirements at `kept`; returns how many. */
static size_t reduce_job(const struct graph *graph, size_t job, uint64_t *reach, size_t words,
	size_t *sorted, size_t *kept)
{
	size_t count = graph->before_start[job + 1] - graph->before_start[job], kept_count = 0;
	uint64_t *own = reach + job * words;

	if (!count)
		return 0;
	memcpy(sorted, graph->before + graph->before_start[job], count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), compare_falling);
	for (size_t k = 0; k < count; k++) {
		size_t other = sorted[k];

		if (own[other / WORD_BITS] >> other % WORD_BITS & 1)
			continue;
		own[other / WORD_BITS] |= UINT64_C(1) << other % WORD_BITS;
		for (size_t n = 0; n <= other / WORD_BITS; n++)
			own[n] |= reach[other * words + n];
		kept[kept_count++] = other;
	}
	return kept_count;
}

/* The same edges, from the other end. */
static void turn_edges(struct arena *arena, struct graph *graph)
{
	size_t *start = ARENA_ARRAY(arena, size_t, graph->count + 1);
	size_t *list = ARENA_ARRAY(arena, size_t, graph->before_start[graph->count]);
	size_t *fill = ARENA_ARRAY(arena, size_t, graph->count);

	for (size_t k = 0; k < graph->before_start[graph->count]; k++)
		start[graph->before[k] + 1]++;
	for (size_t i = 0; i < graph->count; i++)
		start[i + 1] += start[i];
	memcpy(fill, start, graph->count * sizeof(*fill));
	for (size_t i = 0; i < graph->count; i++) {
		for (size_t k = graph->before_start[i]; k < graph->before_start[i + 1]; k++)
			list[fill[graph->before[k]]++] = i;
	}
	graph->after_start = start;
	graph->after = list;
}

void problem_reduce(struct problem *problem)
{
	struct graph *graph = &problem->graph;
	size_t edges = graph->before_start[graph->count], found = 0;
	size_t words = (graph->count + WORD_BITS - 1) / WORD_BITS;
	size_t *start, *list;
	struct arena *scratch;
	uint64_t *reach;
	size_t *sorted;

	if (graph->count > REDUCED_MAX || edges < 2)
		return;
	scratch = arena_new();
	reach = ARENA_ARRAY(scratch, uint64_t, graph->count * words);
	sorted = ARENA_ARRAY(scratch, size_t, graph->count);
	start = ARENA_ARRAY(problem->arena, size_t, graph->count + 1);
	list = ARENA_ARRAY(problem->arena, size_t, edges);
	for (size_t i = 0; i < graph->count; i++) {
		found += reduce_job(graph, i, reach, words, sorted, list + found);
		start[i + 1] = found;
	}
	arena_free(scratch);
	graph->before_start = start;
	graph->before = list;
	turn_edges(problem->arena, graph);
}
