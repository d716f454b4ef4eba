/* SPDX-License-Identifier: MIT
 *
 * order: in which order to do jobs, one after another, so that good comes soonest.
 *
 * For     plan_make(), the bench and the property tests. Knows nothing of organisations: jobs are
 *         numbers. Minimises, in this order: 1. nothing before what it requires, without
 *         exception; 2. all dates are kept, which the caller must have made possible; 3. the
 *         number of pairs of which the one of the later tier comes first (none, unless a date
 *         asks for it); 4. Σ weight × finish.
 * Owner   everything returned is the arena's; the problem is only read.
 * Units   as in jalon/plan/job.h; cost in weight × hundredths of a person-day, with everything one
 *         after another.
 * Errors  none; requirements must be acyclic (an assert says so). Dates that cannot all be kept
 *         are kept as far as the latest last does; plan_make() gives only such as can.
 * Source  1|prec|Σ wC: Sidney 1975 (decomposition); Lawler 1978 (series-parallel orders);
 *         Horn 1972 (trees); Smith 1956 (ratios, and deadlines from the end); Goemans and
 *         Williamson 2000 (two-dimensional Gantt bound); PLANNER.md. */
#ifndef JALON_PLAN_ORDER_H
#define JALON_PLAN_ORDER_H

#include "jalon/base/arena.h"
#include "jalon/plan/job.h"

/* Which step of the method put a job where it stands: what a reason may truthfully say. */
enum order_cause {
	ORDER_CAUSE_RATIO,   /* the best return of what could come here in its tier */
	ORDER_CAUSE_UNLOCKS, /* leads a set whose return is best, though its own is not */
	ORDER_CAUSE_SET,     /* in the set that `witness` leads, and not by its own return */
	ORDER_CAUSE_DUE,   /* earlier than its return says, for a date: its own or one behind it */
	ORDER_CAUSE_DATES, /* where the dates of others leave it */
	ORDER_CAUSE_REQUIRED, /* right behind `witness`, which it requires */
	ORDER_CAUSE_LAST,     /* nothing else is left */
	ORDER_CAUSE_WISHES,   /* where wishes leave it */
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
	/* Never above the least cost of any order that keeps requirements and dates, and tiers
	 * where no date pulls across them: so it is a bound whatever one holds a pull to cost. */
	int64_t bound;
	bool optimal; /* the cost is the bound */
};

struct order order_jobs(struct arena *arena, const struct order_job *jobs, size_t count);
/* The same for a list that the caller has made, for dates; it is only described, not improved. */
struct order order_given(
	struct arena *arena, const struct order_job *jobs, size_t count, const size_t *list);
/* For an order that was made under more than these jobs ask: wishes beside their requirements, or
 * other tiers. Claims that do not hold for the jobs as they are give way to `otherwise`. `plain` is
 * an order whose claims do. */
void order_keep_true_claims(struct arena *arena, const struct order_job *jobs, size_t count,
	const struct order *plain, enum order_cause otherwise, struct order *order);

#endif
