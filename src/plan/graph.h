/* SPDX-License-Identifier: MIT
 *
 * graph: jobs as numbers, what each requires as edges, and what an order of them is made of.
 *
 * For     all that orders jobs: closure, tree, exact, swap, inside, sidney, problem, dates. Knows
 *         neither ids nor days.
 * Owner   arrays are the arena's of whoever made the graph; all others read them, but for `place`.
 * Units   a job requires smaller numbers only, so that to count up is to follow requirements.
 *         Weights and efforts are whole numbers; the sum of the products of 10,000 jobs at the
 *         limits of the file fits in 64 bits.
 * Errors  none. */
#ifndef JALON_PLAN_GRAPH_H
#define JALON_PLAN_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jalon/base/arena.h"

struct graph {
	size_t count;
	const int64_t *weight, *effort;
	/* Neighbours of job i: before[before_start[i]] to before[before_start[i + 1] − 1]. */
	const size_t *before_start, *before;
	const size_t *after_start, *after;
	/* Scratch: where each job stands in a set that somebody looks at, + 1, and 0 outside of it.
	 * All zeros between calls, so that a small set never costs a look at all jobs. */
	size_t *place;
	bool hasty; /* asked many times: little search within sets */
};

/* What an order keeps besides requirements. */
struct graph_rules {
	const int64_t *latest; /* by job: latest finish on its lane's line; NULL for none */
	const size_t *lane;    /* by job: who does it, where `latest` counts */
	size_t lane_count;
	/* By job; NULL when none count. Then first the fewest pairs of which the later tier comes
	 * first, and the sum only among those. */
	const int *tier;
	bool apart; /* no such pair at all, as in the order that is given */
};

/* A run of jobs in order, all of one set. */
struct string {
	const size_t *jobs;
	size_t count;
	int64_t weight, effort;
	int64_t cost;    /* Σ weight × finish, started at 0 */
	int64_t bound;   /* of any order of it */
	size_t sequence; /* as they were found: of equal ratios the earlier may be required */
};

struct string_run {
	struct string *strings; /* ratios fall */
	size_t count;
};

/* Edges from their other end: the k-th of i is (*turned)[start[i] + k], start being returned. They
 * rise, whatever the order of those given. */
size_t *graph_turn_edges(struct arena *arena, size_t count, const size_t *start, const size_t *list,
	const size_t **turned);
/* Takes out the requirements that others imply: fewer say the same. New lists are the arena's. */
void graph_reduce(struct graph *graph, struct arena *arena);

#endif
