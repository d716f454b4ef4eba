/* SPDX-License-Identifier: MIT
 *
 * making: a plan while it is made.
 *
 * For     plan.c, which orders, and lanes.c, which gives days.
 * Owner   everything is the plan's arena's. */
#ifndef JALON_PLAN_MAKING_H
#define JALON_PLAN_MAKING_H

#include "jalon/plan/plan.h"

/* A remaining entry, set aside or not. */
struct node {
	const struct entry *entry;
	size_t *requires; /* nodes, only remaining ones */
	size_t require_count;
	struct string_list missing;
	bool aside;
	size_t job;
	enum priority tier; /* raised through requirements */
	/* Tarjan's */
	size_t index, low;
	bool on_stack;
};

struct making {
	struct arena *arena;
	const struct organisation *org;
	struct plan *plan;
	struct node *nodes;
	size_t count;
	size_t *of_entry; /* node + 1 by the entry's number in org->entries */
	struct order_job *jobs;
	size_t *node_of_job;
	size_t job_count;
	const char *without; /* an entry taken for done, or NULL */
	int64_t *lane_end;   /* by job: where it ends on its owner's line */
};

/* Start, finish and lateness of each action: everybody's work side by side, along the list. */
void lanes_set_days(struct making *making, const struct order *order);

#endif
