/* SPDX-License-Identifier: MIT
 *
 * inside: the order of one set that does not split.
 *
 * For     sidney.c.
 * Owner   the string is the arena's.
 * Errors  none. Its bound is its cost when the order is proven to be the best.
 * Source  Goemans and Williamson 2000 for the bound of one that is not.
 */
#ifndef JALON_PLAN_INSIDE_H
#define JALON_PLAN_INSIDE_H

#include "plan/graph.h"

/* `count_of_all` tells how many jobs the whole problem has, of which this is a set: a small problem
 * can afford more for each. */
struct string inside_order(struct arena *arena, const struct graph *graph, const size_t *jobs,
	size_t count, size_t count_of_all);

#endif
