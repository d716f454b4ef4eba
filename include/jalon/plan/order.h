/* SPDX-License-Identifier: MIT
 *
 * order: in which order to do jobs, one after another, so that good comes soonest.
 *
 * For     plan_make(), the bench and the property tests. Knows nothing of organisations: jobs are
 *         numbers. Minimises Σ weight × finish under, in this order: requirements without
 *         exception; dates that can all be met; tiers; then the sum itself.
 * Owner   everything returned is the arena's; the problem is only read.
 * Units   effort in hundredths of a person-day; `due` is the latest finish in the same unit on
 *         the one-team line, ORDER_NO_DUE for none; weight 1 to 100; cost in
 *         weight × hundredths of a person-day.
 * Errors  none; requirements must be acyclic (an assert says so). Dates that cannot all be met
 *         are met as far as the earliest date first does; plan_make() gives only such as can.
 * Source  1|prec|Σ wC: Sidney 1975 (decomposition); Lawler 1978 (series-parallel orders);
 *         Horn 1972 (trees); Smith 1956 (ratios, and deadlines from the end); Goemans and
 *         Williamson 2000 (two-dimensional Gantt bound); PLANNER.md. */
#ifndef JALON_PLAN_ORDER_H
#define JALON_PLAN_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jalon/base/arena.h"

#define ORDER_NO_DUE INT64_MAX
#define ORDER_NONE SIZE_MAX

struct order_job {
	const char *id; /* breaks ties, so that the file's order never matters */
	int weight;
	int effort_centidays;
	int tier;               /* smaller first; already raised through requirements */
	bool under_way;         /* wins a tie */
	int64_t due;            /* own latest finish on the one-team line */
	const size_t *requires; /* indexes of jobs */
	size_t require_count;
};

/* Which step of the method put a job where it stands: what a reason may truthfully say. */
enum order_cause {
	ORDER_CAUSE_RATIO,   /* the best return of what could come here in its tier */
	ORDER_CAUSE_UNLOCKS, /* leads a set whose return is best, though its own is not */
	ORDER_CAUSE_SET,     /* in the set that `witness` leads, and not by its own return */
	ORDER_CAUSE_DUE,   /* earlier than its return says, for a date: its own or one behind it */
	ORDER_CAUSE_DATES, /* where the dates of others leave it */
	ORDER_CAUSE_REQUIRED, /* right behind `witness`, which it requires */
	ORDER_CAUSE_LAST,     /* nothing else is left */
	ORDER_CAUSE_COUNT
};

struct order_step {
	size_t job;
	enum order_cause cause;
	size_t witness; /* a job, or ORDER_NONE */
	/* UNLOCKS, SET: the set that the decomposition put here as one. */
	size_t set_count;
	int64_t set_weight;
	int64_t set_effort_centidays;
};

struct order {
	struct order_step *steps; /* one for each job, first to last */
	size_t count;
	int64_t cost;
	int64_t bound; /* never above the least cost under the same requirements, dates and tiers */
	bool optimal;  /* proven */
};

/* Whether some order meets all dates. */
bool order_meets_dates(const struct order_job *jobs, size_t count);
struct order order_jobs(struct arena *arena, const struct order_job *jobs, size_t count);

#endif
