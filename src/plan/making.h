/* SPDX-License-Identifier: MIT
 *
 * making: a plan while it is made.
 *
 * For     plan.c, which makes jobs of entries; lanes.c, which gives days; promise.c, which says
 *         what dates hold; choose.c, which takes an order.
 * Owner   everything is the plan's arena's. */
#ifndef JALON_PLAN_MAKING_H
#define JALON_PLAN_MAKING_H

#include "calendar.h"
#include "jalon/plan/plan.h"

/* A remaining entry, set aside or not. */
struct node {
	const struct entry *entry;
	size_t *requires; /* nodes, only remaining ones */
	size_t require_count;
	struct string_list missing;
	size_t aside; /* its row in the plan's list of those set aside, + 1; 0 for a planned one */
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
	const char *without;        /* an entry taken for done, or NULL */
	struct calendar *calendars; /* by lane: everybody's own, and the team's */
	size_t lane_count;
	int *later; /* by job: days by which its date falls, as promised */
};

/* Gives each job its lane: its owner's line of work, or the team's. */
void lanes_find(struct making *making);
/* First and last day of each job, by its place in the list: everybody's work side by side. */
struct lane_days {
	int start_day, finish_day;
};
void lanes_find_days(const struct making *making, struct arena *arena, const size_t *list,
	struct lane_days *days);

/* The jobs, each after all that it requires. */
size_t *promise_sort_jobs(const struct making *making, struct arena *arena);
/* Gives each job the latest finish that keeps all dates, in `due`: its own date's, or what those
 * that require it leave. Where not all can be kept, all dates fall by as few days as can be, which
 * is returned: the smallest greatest lateness. */
int promise_dates(struct making *making);
/* Where dates fell by so many days, and this order came of it: gives back the dates that need not
 * fall, as far as tiers stay in it as they are. The jobs' tiers are then the runs of that order. */
void promise_give_back(struct making *making, const struct order *order, int days);
/* Sets `due` again, for the requirements as they are now, and tells whether all can be kept. */
bool promise_renew(struct making *making);
/* Whether the date of a job asks what it requires to end sooner than its own `due` does. */
bool promise_passes_back(const struct making *making, size_t job, size_t required);

/* The order of the plan, with wishes; the plan's cost_without_pins and bound, too. */
struct order choose_order(struct making *making);
/* Tiers go back through requirements: what a must requires is a must. */
void choose_raise_tiers(struct making *making);

#endif
