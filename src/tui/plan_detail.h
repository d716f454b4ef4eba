/* SPDX-License-Identifier: MIT
 *
 * plan_detail: what there is to say about the selected action of the plan.
 *
 * For     the plan view. */
#ifndef TUI_PLAN_DETAIL_H
#define TUI_PLAN_DETAIL_H

#include "tui/plan_view.h"

/* With the title, where rows have no room for all of it. */
void plan_detail_draw(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int title_room);

#endif
