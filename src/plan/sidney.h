/* SPDX-License-Identifier: MIT
 *
 * sidney: jobs with requirements, split into sets that some optimal order runs through.
 *
 * For     problem.c. A set is the initial one (closed under requirements) of the greatest weight
 * per effort in what remains; sets follow each other with falling ratios, so each can be ordered by
 * itself, and their costs add up. A tree gives its sets at once. Within a set: exact where it is a
 * series or a parallel of smaller ones (so for chains, trees and series-parallel orders) or small;
 * otherwise a good order and a bound. Owner   strings are the arena's. `graph->place` is used, and
 * zeros again. Units   as in graph.h. Errors  none; the jobs given must not require one that comes
 * later, as tiers see to. Source  Sidney 1975; Smith 1956; Lawler 1978; Chekuri and Motwani 1999.
 */
#ifndef JALON_PLAN_SIDNEY_H
#define JALON_PLAN_SIDNEY_H

#include "plan/graph.h"

/* The strings of these jobs, which rise. Ratios fall. */
struct string_run sidney_order(
	struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count);

#endif
