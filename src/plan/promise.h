/* SPDX-License-Identifier: MIT
 *
 * promise: which dates the plan promises to keep, and by how many days the others fall.
 *
 * For     choose.c. Each function sets the jobs' `due`, which order.c then keeps.
 * Owner   `later` is the making's; the sorted jobs are the given arena's.
 * Units   days since 1970-01-01 for dates; `due` as in jalon/plan/job.h.
 * Errors  none.
 * Source  Jackson 1955 (earliest date first keeps all dates if any order does); PLANNER.md, "Due
 *         dates are promises". */
#ifndef JALON_PLAN_PROMISE_H
#define JALON_PLAN_PROMISE_H

#include "jalon/plan/order.h"
#include "plan/making.h"

/* The jobs, each after all that it requires. */
size_t *promise_sort_jobs(const struct making *making, struct arena *arena);
/* Gives each job the latest finish that keeps all dates, in `due`: its own date's, or what those
 * that require it leave. A date that nothing can keep any more is lost: it falls by what keeps the
 * others, and by no more. Where not all others can be kept, they fall by as few days as can be:
 * the smallest greatest lateness. Whether something fell that promise_give_back() may better. */
bool promise_dates(struct making *making);
/* Where dates fell, and this order came of it: gives back the dates that need not fall, as far as
 * tiers stay in it as they are. The jobs' tiers are then the runs of that order. */
void promise_give_back(struct making *making, const struct order *order);
/* Sets `due` again, for the requirements as they are now, and tells whether all can be kept. */
bool promise_renew(struct making *making);
/* Whether the date of a job asks what it requires to end sooner than its own `due` does. */
bool promise_passes_back(const struct making *making, size_t job, size_t required);

#endif
