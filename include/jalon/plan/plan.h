/* SPDX-License-Identifier: MIT
 *
 * plan: the remaining actions in order, with dates and a reason for each place.
 *
 * For     the plan view, `jalon plan`, exports. A pure function of the organisation and today.
 * Owner   the plan and all in it are the arena's; ids and titles borrow from the organisation,
 *         which must outlive the plan.
 * Units   start, finish: hundredths of a person-day on the one-team line, in the order of the
 *         plan; *_day: days since 1970-01-01, from the calendar (capacity, owners side by side);
 *         cost, bound: impact × hundredths of a person-day.
 * Errors  none. What cannot be planned is in `set_aside`, with why.
 * Source  PLANNER.md, "What counts, in this order". */
#ifndef JALON_PLAN_PLAN_H
#define JALON_PLAN_PLAN_H

#include "jalon/base/buf.h"
#include "jalon/model/organisation.h"
#include "jalon/plan/order.h"

struct plan_action {
	const struct entry *entry;
	struct wording title; /* of the entry, with its service where it repeats */
	enum priority tier;   /* what counts: a should that a must requires is in the tier must */
	int64_t start_centidays, finish_centidays;
	int start_day, finish_day;
	int lateness_days; /* finish_day − due_day where that is positive, else 0 */
	/* Never one figure: a date gone by, and one to come that the plan does not keep. Days of
	 * one of the two, 0 in the other. */
	int days_late;    /* today − due_day */
	int days_at_risk; /* lateness_days */
	/* Direct requirements that remain, and planned actions that require this one directly: ids,
	 * and in the same order where they stand in the plan's `actions`. */
	struct string_list requires, unlocks;
	const size_t *requires_at, *unlocks_at;
	struct order_step step; /* job and witness index `actions` in rank order */
};

enum plan_why { PLAN_WHY_CYCLE, PLAN_WHY_MISSING };

struct plan_set_aside {
	const struct entry *entry;
	enum plan_why why;
	struct string_list with; /* the cycle's ids, or the ids that are missing */
};

struct working; /* who works when: src/plan/working.h */

struct plan {
	const struct organisation *org;
	int today_day;
	const struct working *working;
	struct plan_action *actions; /* rank − 1 is the index */
	size_t count;
	const size_t *rank_of_entry; /* by the entry's number in org->entries; 0 when not planned */
	struct plan_set_aside *set_aside;
	size_t set_aside_count;
	int64_t cost, bound;
	int64_t cost_without_pins; /* what the wishes cost is the difference */
	bool optimal;
	int max_lateness_days; /* calendar days */
	int late_count;        /* as counts.late: with those that are set aside */
	int at_risk_count;
	int unestimated_count;    /* impact or effort is a default */
	int64_t effort_centidays; /* of all actions */
	int last_day;             /* when all is done; today when nothing remains */
};

/* How sentences name an action. */
const char *plan_action_title(const struct plan *plan, size_t index, enum lang lang);

struct plan *plan_make(struct arena *arena, const struct organisation *org, int today_day);

/* What is taken to be so, whatever the organisation says; ids of entries, NULL for none. */
struct plan_if {
	const char *done;
	const char *before, *behind; /* a pin: the one before the other, and none against it */
	const char *undated;         /* its due date counts for nothing */
};
/* The plan there would be. */
struct plan *plan_make_if(struct arena *arena, const struct organisation *org, int today_day,
	const struct plan_if *supposed);
/* Rank − 1 of an entry, or SIZE_MAX when it is not planned: of one of the plan's organisation at
 * once; by its id when there is no more than that. */
size_t plan_index_of(const struct plan *plan, const struct entry *entry);
size_t plan_find(const struct plan *plan, const char *entry_id);

/* One sentence that says truthfully why the action stands where it does; its figures add up with
 * what the screen shows. */
void plan_reason(struct buf *out, enum lang lang, const struct plan *plan, size_t index);

#endif
