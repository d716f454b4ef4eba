/* SPDX-License-Identifier: MIT
 *
 * why: questions to a plan.
 *
 * For     the plan view and `jalon plan --why A B`, `--if-done A`: why one action stands before
 *         another, and what would change if one were done.
 * Owner   borrows the plan; texts go to the caller's buf, what_if to the arena.
 * Units   as in jalon/plan/plan.h.
 * Errors  none; indexes are of actions in the plan. */
#ifndef JALON_PLAN_WHY_H
#define JALON_PLAN_WHY_H

#include "jalon/plan/plan.h"

/* Why the first of the two stands before the second, whichever way they are given; its figures are
 * those of the plan. */
void plan_why_before(
	struct buf *out, enum lang lang, const struct plan *plan, size_t one, size_t other);

/* By which of its own requirements `action` comes to need what stands at `wanted`, over any number
 * of steps; ORDER_NONE where it does not. */
size_t plan_step_to(const struct plan *plan, size_t action, size_t wanted);

struct plan_what_if {
	struct string_list frees;  /* actions that would wait for nothing more */
	struct string_list sooner; /* actions that would end on an earlier day */
	int last_day;              /* when all would be done */
	int days_sooner;           /* calendar days; below 0 where filling a gap no longer helps */
};

/* A second plan, without that action. */
struct plan_what_if plan_if_done(struct arena *arena, const struct plan *plan, size_t index);
void plan_if_done_text(struct buf *out, enum lang lang, const struct plan *plan, size_t index,
	const struct plan_what_if *what_if);

#endif
