/* SPDX-License-Identifier: MIT
 *
 * choose: which order the plan takes, among those that keep what it must.
 *
 * For     plan.c.
 * Owner   steps are the making's arena's; jobs' tiers and dues are written, and what wishes add to
 *         their requirements.
 * Units   as in jalon/plan/order.h.
 * Errors  none. */
#ifndef JALON_PLAN_CHOOSE_H
#define JALON_PLAN_CHOOSE_H

#include "jalon/plan/order.h"
#include "plan/making.h"

struct choice {
	struct order order; /* with wishes */
	int64_t cost_without_pins;
	/* That of any order that keeps requirements, the greatest lateness and tiers; not of
	 * wishes, nor of dates that are kept beyond that. */
	int64_t bound;
	bool optimal; /* without wishes the cost is the bound, and wishes cost nothing */
};

struct choice choose_order(struct making *making);
/* Tiers go back through requirements: what a must requires is a must. */
void choose_raise_tiers(struct making *making);

#endif
