/* SPDX-License-Identifier: MIT
 *
 * problem: the jobs of an order, numbered so that a job comes after all that it requires.
 *
 * For     order.c and dates.c, which share the work; nobody else.
 * Owner   everything is the arena's; the jobs are only read.
 * Units   as in jalon/plan/job.h; indexes are the problem's own numbers.
 * Errors  none; requirements must be acyclic (an assert says so). */
#ifndef JALON_PLAN_PROBLEM_H
#define JALON_PLAN_PROBLEM_H

#include "jalon/plan/job.h"
#include "plan/graph.h"

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

struct problem problem_make(struct arena *arena, const struct order_job *jobs, size_t count);

/* The strings of one tier after the other, or of all jobs at once. */
struct string_run problem_order_tiers(const struct problem *problem, bool apart);
/* A bound of their cost: each set's own, and the weight of each times what stands before it. */
int64_t problem_bound(const struct string_run *run);

#endif
