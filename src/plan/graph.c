/* SPDX-License-Identifier: MIT
 *
 * Two things that are done to requirements before anything is ordered.
 *
 * Turned: who requires whom is told by the one that requires; much has to know who is waited for.
 * Counting how many name each, and then laying runs of that length side by side (a counting sort)
 * costs a look at each requirement twice, and leaves each run in rising order.
 *
 * Reduced: numbers follow requirements, so a requirement is needless when a job between the two
 * leads to it already. Each job's are looked at from the nearest down, with all that comes before
 * it as bits (Aho, Garey and Ullman 1972): one that is among the bits is implied by a nearer one,
 * and only a nearer one can imply it. Fewer requirements say the same, and more sets are then seen
 * to be what they are: A before B before C, with A before C said as well, is a chain but no tree.
 * The bits grow with the square of the jobs, so very many keep what they have: there requirements
 * are few for each. */
#include "plan/graph.h"

#include <string.h>

enum { REDUCED_MAX = 2048, WORD_BITS = 64 };

size_t *graph_turn_edges(struct arena *arena, size_t count, const size_t *start, const size_t *list,
	const size_t **turned)
{
	size_t *turned_start = ARENA_ARRAY(arena, size_t, count + 1);
	size_t *turned_list = ARENA_ARRAY(arena, size_t, start[count]);
	size_t *fill = ARENA_ARRAY(arena, size_t, count);

	for (size_t k = 0; k < start[count]; k++)
		turned_start[list[k] + 1]++;
	for (size_t i = 0; i < count; i++)
		turned_start[i + 1] += turned_start[i];
	memcpy(fill, turned_start, count * sizeof(*fill));
	for (size_t i = 0; i < count; i++) {
		for (size_t k = start[i]; k < start[i + 1]; k++)
			turned_list[fill[list[k]]++] = i;
	}
	*turned = turned_list;
	return turned_start;
}

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

void graph_reduce(struct graph *graph, struct arena *arena)
{
	size_t edges = graph->before_start[graph->count], found = 0;
	size_t words = (graph->count + WORD_BITS - 1) / WORD_BITS;
	size_t *start, *list;
	struct arena *scratch;
	uint64_t *reach;

	if (graph->count > REDUCED_MAX || edges < 2)
		return;
	scratch = arena_new();
	reach = ARENA_ARRAY(scratch, uint64_t, graph->count * words);
	start = ARENA_ARRAY(arena, size_t, graph->count + 1);
	list = ARENA_ARRAY(arena, size_t, edges);
	for (size_t i = 0; i < graph->count; i++) {
		found += reduce_job(graph, i, reach, words, list + found);
		start[i + 1] = found;
	}
	arena_free(scratch);
	graph->before_start = start;
	graph->before = list;
	graph->after_start = graph_turn_edges(arena, graph->count, start, list, &graph->after);
}
