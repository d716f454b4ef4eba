/* SPDX-License-Identifier: MIT
 *
 * dates: an order that keeps dates, where the one without them does not.
 *
 * For     order.c.
 * Owner   `order` is the caller's; what is worked with is the problem's arena's.
 * Units   as in problem.h.
 * Errors  none; dates that cannot all be kept are kept as far as the latest last does. */
#ifndef JALON_PLAN_DATES_H
#define JALON_PLAN_DATES_H

#include "plan/problem.h"

/* An order that keeps all dates if any does, by numbers; `wanted_place`, by number, is where each
 * would stand without dates, and `bound_apart` the bound without dates, tiers apart. Returns a
 * bound of the cost of any order that keeps them, tiers included where no date pulls across them.
 */
int64_t dates_order(const struct problem *problem, const size_t *wanted_place, int64_t bound_apart,
	size_t *order);

#endif
