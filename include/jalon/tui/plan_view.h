/* SPDX-License-Identifier: MIT
 *
 * plan_view: the parts that the plan view is made of.
 *
 * For     view_plan.c, which lists; plan_matrix.c, four lists in a square; plan_time.c, bars;
 *         plan_detail.c, what there is to say about the selected action.
 * Owner   what is kept is in struct app.
 * Units   cells. */
#ifndef JALON_TUI_PLAN_VIEW_H
#define JALON_TUI_PLAN_VIEW_H

#include "jalon/tui/plan_columns.h"
#include "jalon/tui/view.h"

/* From another view: rows begin as near the top as the selected action allows. */
void plan_view_enter(struct app *app);
/* Another way to look; the selected action stays selected. */
void plan_view_look(struct app *app, enum plan_look look);
/* Of a plan with rows that are shown. */
const struct plan_action *plan_view_selected(const struct app *app);
/* Rank, signs and title of a row in its place, and the cursor where it is the selected one. */
void plan_view_draw_action(
	const struct app *app, struct canvas *canvas, struct area area, int title_w, int row);

/* Whether the four cells are in sight; else the matrix is a list. */
bool plan_matrix_is_square(const struct app *app);
void plan_matrix_settle(struct app *app, struct area area);
void plan_matrix_draw(const struct app *app, struct canvas *canvas, struct area area);
void plan_matrix_move(struct app *app, enum move move);
/* To the cell beside. */
void plan_matrix_cross(struct app *app);

struct plan_time {
	int x, w; /* w 0: there is no room for it */
	int first_day, last_day;
};

struct plan_time plan_time_fit(const struct app *app, int x, int w);
void plan_time_draw_scale(
	const struct plan_time *time, const struct app *app, struct canvas *canvas, int y);
void plan_time_draw_bar(const struct plan_time *time, const struct app *app, struct canvas *canvas,
	int y, size_t index);
/* What its signs mean. */
void plan_time_draw_legend(const struct app *app, struct canvas *canvas, int y);

/* Before which action it is pinned, whether the plan could do so, and what all pins cost. */
void plan_detail_add_pin(struct buf *out, const struct app *app, const struct entry *entry);
/* With the title, where rows have no room for all of it. */
void plan_detail_draw(
	const struct app *app, struct canvas *canvas, struct area area, int title_room);

#endif
