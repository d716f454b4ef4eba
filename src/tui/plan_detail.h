/* SPDX-License-Identifier: MIT
 *
 * plan_detail: what there is to say about the selected action of the plan.
 *
 * For     the plan view. */
#ifndef TUI_PLAN_DETAIL_H
#define TUI_PLAN_DETAIL_H

#include "tui/plan_view.h"

/* For the whole of an entry: its rank, why it stands there, its dates, what it waits for and what
 * waits for it, by their titles. Nothing of one that is not planned. */
void plan_detail_add_place(
	struct buf *out, const struct session *session, const struct entry *entry);
/* With the title, where rows have no room for all of it. */
void plan_detail_draw(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int title_room);

#endif
