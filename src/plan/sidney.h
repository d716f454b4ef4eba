/* SPDX-License-Identifier: MIT
 *
 * sidney: jobs with requirements, split into sets that some optimal order runs through.
 *
 * For     order.c. A set is the initial one (closed under requirements) of the greatest weight per
 *         effort in what remains; sets follow each other with falling ratios, so each can be
 *         ordered by itself, and their costs add up. A tree gives its sets at once. Within a set:
 * exact where it is a series or a parallel of smaller ones (so for chains, trees and
 * series-parallel orders) or small; otherwise a good order and a bound. Owner   everything is the
 * arena's. Units   jobs are numbered so that a job comes after all that it requires. Weights and
 * efforts are whole numbers; sums of their products fit in 64 bits for 10,000 jobs. Source  Sidney
 * 1975; Horn 1972 (trees); Lawler 1978; Picard 1976 (closures as minimum cuts); Dinic 1970; Goemans
 *         and Williamson 2000 for the bound of a set that does not split. */
#ifndef JALON_PLAN_SIDNEY_H
#define JALON_PLAN_SIDNEY_H

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
	size_t *place; /* scratch: `count` zeros, and zeros again after each call */
	bool hasty;    /* asked many times: little search within sets */
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

struct string_run sidney_order(
	struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count);

/* Which of these jobs make the initial set of greatest Σ (weight × of_effort − effort × of_weight),
 * the smallest such set; marks them in `chosen` (by place in `jobs`). Returns that sum. `tight`
 * finds a set of sum 0 when there is none above, if one that is neither empty nor all can be told
 * from the flow. */
int64_t closure_find(const struct graph *graph, const size_t *jobs, size_t count, int64_t of_weight,
	int64_t of_effort, bool tight, bool *chosen);

/* Exact strings of a tree: jobs of which none requires more than one other of them, or none is
 * required by more than one. False when it is none. Horn 1972; Adolphson and Hu 1973. */
bool tree_order(struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count,
	struct string_run *run);

/* An order of a set that does not split. Its bound is its cost when it is proven. */
struct string inside_order(struct arena *arena, const struct graph *graph, const size_t *jobs,
	size_t count, size_t count_of_all);

/* Swaps neighbouring runs as long as that is better by the rules, which may be NULL. */
void swap_improve(
	const struct graph *graph, size_t *order, size_t count, const struct graph_rules *rules);

#endif
