/* SPDX-License-Identifier: MIT
 *
 * risk: what would save a date that the plan does not keep.
 *
 * For     the reason of an action at risk, and `jalon plan --why`.
 * Owner   borrows the plan.
 * Units   as in jalon/plan/plan.h; `short_centidays` is work.
 * Errors  none; the index is of an action whose date the plan does not keep. */
#ifndef JALON_PLAN_RISK_H
#define JALON_PLAN_RISK_H

#include "jalon/plan/plan.h"

struct plan_risk {
	const char *owner; /* whose time is short; "" for the team */
	/* The owner's work up to this action, itself included, less the time there is by the date;
	 * 0 where time is not what is short. */
	int64_t short_centidays;
	/* The owner's action that stands before without being needed for it, the nearest that
	 * alone makes up for what is short, else the largest; ORDER_NONE for none. */
	size_t in_the_way;
	bool would_do; /* to put that one later is enough */
	/* Where time is not short: what it requires of somebody else that ends last. */
	size_t waits_for;
};

struct plan_risk plan_risk_find(const struct plan *plan, size_t index);
/* "Marc lacks 1.5 d for it. …" */
void plan_risk_text(struct buf *out, enum lang lang, const struct plan *plan, size_t index);

#endif
