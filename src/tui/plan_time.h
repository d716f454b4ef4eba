/* SPDX-License-Identifier: MIT
 *
 * plan_time: the plan on a line of time, a bar an action.
 *
 * For     the plan view.
 * Units   cells, days. */
#ifndef TUI_PLAN_TIME_H
#define TUI_PLAN_TIME_H

#include "tui/plan_view.h"

struct plan_time {
	int x, w; /* w 0: there is no room for it */
	int first_day, last_day;
};

struct plan_time plan_time_fit(
	const struct session *session, const struct plan_rows *rows, int x, int w);
void plan_time_draw_scale(
	const struct plan_time *time, const struct session *session, struct canvas *canvas, int y);
void plan_time_draw_bar(const struct plan_time *time, const struct plan_view *view,
	const struct session *session, struct canvas *canvas, int y, size_t index);
/* What its signs mean. */
void plan_time_draw_legend(const struct session *session, struct canvas *canvas, int y);

#endif
