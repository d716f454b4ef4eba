/* SPDX-License-Identifier: MIT
 *
 * making: a plan while it is made.
 *
 * For     plan.c, which makes jobs of entries; aside.c, which says what is none; lanes.c, which
 * gives days; promise.c, which says what dates hold; choose.c, which takes an order. Each fills in
 * what those after it read. Owner   everything is the plan's arena's; entries are the
 * organisation's. Units   as in jalon/plan/job.h; jobs and nodes are indexes. */
#ifndef JALON_PLAN_MAKING_H
#define JALON_PLAN_MAKING_H

#include "jalon/model/organisation.h"
#include "jalon/plan/job.h"
#include "plan/working.h"

/* A remaining entry, set aside or not. */
struct node {
	const struct entry *entry;
	int due_day;      /* of the entry, or what is supposed in its place; so with the pin */
	const char *pin;  /* the id of an entry, or "" */
	size_t *requires; /* nodes, only remaining ones */
	size_t require_count;
	struct string_list missing;
	size_t aside; /* its row in the list of those set aside, + 1; 0 for a planned one */
	size_t job;
	enum priority tier; /* raised through requirements */
};

struct making {
	struct arena *arena;
	const struct organisation *org;
	int today_day;
	struct node *nodes;
	size_t count;
	size_t *of_entry; /* node + 1 by the entry's number in org->entries */
	struct order_job *jobs;
	size_t *node_of_job;
	size_t job_count;
	const struct working *working;
	struct calendar *calendars; /* by lane: everybody's own, and the team's */
	size_t lane_count;
	int *later; /* by job: days by which its date falls, as promised */
	bool *lost; /* by job: nothing can keep its date any more */
};

#endif
