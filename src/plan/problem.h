/* SPDX-License-Identifier: MIT
 *
 * problem: the jobs of an order, numbered so that a job comes after all that it requires.
 *
 * For     order.c, dates.c and reduction.c, which share the work; nobody else.
 * Owner   everything is the arena's.
 * Units   as in jalon/plan/order.h; indexes are the problem's own numbers. */
#ifndef JALON_PLAN_PROBLEM_H
#define JALON_PLAN_PROBLEM_H

#include "jalon/plan/order.h"
#include "sidney.h"

struct problem {
	struct arena *arena;
	const struct order_job *jobs;
	size_t count;
	size_t *job_of; /* the caller's index, by our number */
	struct graph graph;
	int *tier;
	int64_t *due; /* effective: own, or what those that need it leave */
	size_t *lane;
	size_t lane_count;
};

/* Edges from their other end: the k-th of i is (*turned)[start[i] + k], start being returned. They
 * rise, whatever the order of those given. */
size_t *problem_turn_edges(struct arena *arena, size_t count, const size_t *start,
	const size_t *list, const size_t **turned);
/* Takes out the requirements that others imply: fewer say the same. */
void problem_reduce(struct problem *problem);

/* The strings of one tier after the other, or of all jobs at once; and a bound of their cost. */
struct string_run problem_order_tiers(const struct problem *problem, bool apart);
int64_t problem_bound(const struct string_run *run);

/* An order that keeps all dates if any does, by numbers; `wanted_place`, by number, is where each
 * would stand without dates, and `bound_apart` the bound without dates, tiers apart. Returns a
 * bound of the cost of any order that keeps them, tiers included where no date pulls across them.
 */
int64_t dates_order(const struct problem *problem, const size_t *wanted_place, int64_t bound_apart,
	size_t *order);

#endif
