/* SPDX-License-Identifier: MIT
 *
 * load: how much of somebody's time the plan takes, week by week.
 *
 * For     the plan by person.
 * Owner   everything is the arena's.
 * Units   Mondays as days since 1970-01-01; work in hundredths of a person-day. The first week
 *         holds what is left of it from today on.
 * Errors  none.
 * Source  DESIGN.md, "Command line": one's own capacity, Monday to Friday. */
#ifndef JALON_PLAN_LOAD_H
#define JALON_PLAN_LOAD_H

#include "jalon/plan/plan.h"

struct plan_week {
	int monday;
	int64_t work_centidays, capacity_centidays;
};

struct plan_load {
	int capacity_centidays; /* of a whole week */
	struct plan_week *weeks;
	size_t week_count; /* up to the one in which the last action ends */
	/* More was promised by that day than the time until then holds; DAY_NONE when all that is
	 * due fits. The day where most is missing. */
	int over_day;
	int64_t promised_centidays, available_centidays;
};

/* Of an owner, or of the team for "". */
struct plan_load plan_load_of(struct arena *arena, const struct plan *plan, const char *owner);

#endif
