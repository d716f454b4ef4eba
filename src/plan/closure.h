/* SPDX-License-Identifier: MIT
 *
 * closure: the initial set that pays most at a given price.
 *
 * For     sidney.c, which cuts sets in two.
 * Owner   `chosen` is the caller's. `graph->place` is used, and zeros again.
 * Units   as in graph.h; the profit of a job is weight × of_effort − effort × of_weight, so that
 *         it is positive when its ratio is above of_weight / of_effort, without a division.
 * Errors  none.
 * Source  Picard 1976 (closures as minimum cuts); Dinic 1970 (the flow).
 */
#ifndef JALON_PLAN_CLOSURE_H
#define JALON_PLAN_CLOSURE_H

#include "plan/graph.h"

/* Which of these jobs make the initial set of greatest profit, the smallest such set; marks them
 * in `chosen` (by place in `jobs`). Returns that profit. `tight` finds a set of profit 0 when there
 * is none above, if one that is neither empty nor all can be told from the flow. */
int64_t closure_find(const struct graph *graph, const size_t *jobs, size_t count, int64_t of_weight,
	int64_t of_effort, bool tight, bool *chosen);

#endif
