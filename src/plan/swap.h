/* SPDX-License-Identifier: MIT
 *
 * swap: a better order nearby.
 *
 * For     inside.c, for sets too large to solve, and dates.c, for orders that dates have bent.
 * Owner   `order` is the caller's, and changed in place. `graph->place` is used, and zeros again.
 * Errors  none. What comes out is never worse by the rules, and keeps requirements if it did.
 */
#ifndef JALON_PLAN_SWAP_H
#define JALON_PLAN_SWAP_H

#include "plan/graph.h"

/* Swaps neighbouring runs as long as that is better by the rules, which may be NULL. */
void swap_improve(
	const struct graph *graph, size_t *order, size_t count, const struct graph_rules *rules);

#endif
