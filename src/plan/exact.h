/* SPDX-License-Identifier: MIT
 *
 * exact: the best order of a few jobs, proven.
 *
 * For     inside.c (sets that do not split) and dates.c (dates that bind).
 * Owner   `order` is the caller's. The rules are only read. `graph->place` is used, and zeros
 *         again.
 * Units   as in graph.h.
 * Errors  false when there are more closed subsets than `state_max`, or no order keeps the dates.
 * Source  the least of every closed subset, layer by layer: Held and Karp 1962, over ideals;
 * Schrage and Baker 1978.
 */
#ifndef JALON_PLAN_EXACT_H
#define JALON_PLAN_EXACT_H

#include "plan/graph.h"

bool exact_order(const struct graph *graph, const size_t *jobs, size_t count,
	const struct graph_rules *rules, size_t state_max, size_t *order);

#endif
