/* SPDX-License-Identifier: MIT
 *
 * plan_load: somebody's weeks, against what they can do.
 *
 * For     the plan by person.
 * Units   cells. */
#ifndef TUI_PLAN_LOAD_H
#define TUI_PLAN_LOAD_H

#include "jalon/plan/load.h"
#include "tui/view.h"

/* As many weeks as there is room for, and how many more there are. */
void plan_load_draw(const struct session *session, struct canvas *canvas, struct area area,
	const struct plan_load *load);

#endif
