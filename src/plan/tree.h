/* SPDX-License-Identifier: MIT
 *
 * tree: the decomposition of a tree, exact and without cuts.
 *
 * For     sidney.c, for each component that is one.
 * Owner   strings are the arena's. `graph->place` is used, and zeros again.
 * Errors  false when it is no tree; `run` is untouched then.
 * Source  Horn 1972; Adolphson and Hu 1973.
 */
#ifndef JALON_PLAN_TREE_H
#define JALON_PLAN_TREE_H

#include "plan/graph.h"

/* Exact strings of a tree: jobs of which none requires more than one other of them, or none is
 * required by more than one. Ratios fall; the bound of each is its cost. */
bool tree_order(struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count,
	struct string_run *run);

#endif
