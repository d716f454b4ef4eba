/* SPDX-License-Identifier: MIT
 *
 * plan_matrix: the plan as four cells of impact and effort.
 *
 * For     the plan view.
 * Units   cells of the screen. */
#ifndef TUI_PLAN_MATRIX_H
#define TUI_PLAN_MATRIX_H

#include "tui/plan_view.h"

/* Whether the four cells are in sight; else the matrix is a list. */
bool plan_matrix_is_square(const struct plan_view *view);
void plan_matrix_settle(struct plan_view *view, struct area area);
void plan_matrix_draw(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area);
void plan_matrix_move(struct plan_view *view, enum move move);
/* To the cell beside. */
void plan_matrix_cross(struct plan_view *view, struct session *session);
/* Back from an opened cell to the four; false: none is open. */
bool plan_matrix_close_cell(struct plan_view *view);

#endif
