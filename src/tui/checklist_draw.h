/* SPDX-License-Identifier: MIT
 *
 * checklist_draw: one row of the checklist, and what there is to say about the selected one.
 *
 * For     view_checklist.c, which says where.
 * Units   cells of the screen. */
#ifndef TUI_CHECKLIST_DRAW_H
#define TUI_CHECKLIST_DRAW_H

#include "tui/checklist_view.h"

/* The row of that index, and the cursor where it is the selected one. */
void checklist_draw_row(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index);
/* The title of that row in the place of another row: the cursor is never there. */
void checklist_draw_title(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index);
void checklist_draw_detail(const struct session *session, const struct checklist_row *row,
	struct canvas *canvas, struct area area);

#endif
