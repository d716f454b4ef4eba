/* SPDX-License-Identifier: MIT
 *
 * plan_rows: one plan, looked at in several ways, as rows with titles between them.
 *
 * For     the plan view: the recommended order, by week, by person, by impact and effort, and the
 *         same order on a line of time. The selected action is the same in all of them.
 * Owner   rows and titles are the arena's; actions are indexes of the plan. */
#ifndef JALON_TUI_PLAN_ROWS_H
#define JALON_TUI_PLAN_ROWS_H

#include "jalon/plan/plan.h"

enum plan_look { LOOK_ORDER, LOOK_WEEKS, LOOK_PEOPLE, LOOK_MATRIX, LOOK_TIME, LOOK_COUNT };

struct plan_row {
	const char *title; /* NULL: an action */
	size_t action;
};

struct plan_rows {
	struct plan_row *rows;
	size_t count;
};

extern const struct wording plan_look_labels[LOOK_COUNT];

struct plan_rows plan_rows_make(
	struct arena *arena, const struct plan *plan, enum plan_look look, enum lang lang);

#endif
