/* SPDX-License-Identifier: MIT
 *
 * groups: the actions of a plan under headings, by owner or by date.
 *
 * For     `jalon plan --group owner|date` and the formats. Without a grouping there is one group
 *         without a title, so that who writes knows one way only.
 * Owner   everything is the arena's; keys borrow from the plan.
 * Units   as in jalon/plan/plan.h. */
#ifndef JALON_EXPORT_GROUPS_H
#define JALON_EXPORT_GROUPS_H

#include "jalon/base/date.h"
#include "jalon/export/format.h"

struct export_group {
	const char *title; /* cleaned; NULL without a grouping */
	int key;           /* export_group_key() */
	const char *owner; /* by owner: "" for the team */
	size_t *actions;   /* indexes of the plan, by rank */
	size_t count;
	int64_t effort_centidays;
	int last_day;
};

struct export_groups {
	struct export_group *groups;
	size_t count;
};

/* Actions of one key go together, by rank, and groups by key. By owner: the index of the owner's
 * first action. By date: the Monday of the week in which it ends; before all weeks what is late,
 * and then what is at risk. */
enum { EXPORT_KEY_LATE = DAY_NONE, EXPORT_KEY_AT_RISK = DAY_NONE + 1 };
int export_group_key(const struct plan *plan, size_t index, enum export_grouping grouping);
/* By owner: people in the order of their first action, the team last. By date: what is late, what
 * is at risk, then each week in which something ends. */
struct export_groups export_group_actions(struct arena *arena, const struct export_plan *input);

#endif
