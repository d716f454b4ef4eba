/* SPDX-License-Identifier: MIT
 *
 * pin: what a wish would do to the plan, known before it is made.
 *
 * For     the plan view: to wish one action before another, and say what that costs the others; or
 *         why it cannot be, and then to change nothing.
 * Owner   lists are the arena's; the plan is only read. Indexes are of its actions.
 * Errors  none. */
#ifndef JALON_PLAN_PIN_H
#define JALON_PLAN_PIN_H

#include "jalon/plan/plan.h"

enum plan_pin_answer {
	PLAN_PIN_GRANTED,
	PLAN_PIN_REQUIRES, /* the first cannot come before what it requires */
	PLAN_PIN_DUE,      /* a date would fall */
	PLAN_PIN_OTHERS    /* other pins are in the way, or several dates together */
};

struct plan_pin {
	enum plan_pin_answer answer;
	/* REQUIRES: which of its own requirements leads to the second, itself or another; DUE: the
	 * action whose date it is. */
	size_t in_the_way;
	/* What it costs, where it is granted: actions that would end on a later day; those whose
	 * date would be kept no more; how many dates that fall already would fall by more days; by
	 * how much what the plan brings would come later, in hundredths of the sum, rounded up. */
	struct string_list later, fall;
	int worse, percent;
};

/* The first of the two before the second. */
struct plan_pin plan_pin_try(
	struct arena *arena, const struct plan *plan, size_t first, size_t second);

#endif
