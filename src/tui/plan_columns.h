/* SPDX-License-Identifier: MIT
 *
 * plan_columns: what stands behind the title of an action of the plan, and where.
 *
 * For     the plan view. Each look names its columns, the most wanted first: three stand as long as
 *         titles keep half of the width, the others where titles are whole. Columns are as wide as
 *         the whole plan needs and not what is in sight, so that nothing moves sideways while one
 *         scrolls.
 * Owner   values; `widths` is in struct plan_rows.
 * Units   cells. */
#ifndef TUI_PLAN_COLUMNS_H
#define TUI_PLAN_COLUMNS_H

#include "jalon/screen/canvas.h"
#include "tui/plan_rows.h"

struct plan_columns {
	int title_x, title_w;
	int end; /* where something else may begin */
	int count;
	struct plan_column_place {
		enum plan_column column;
		int x, w;
	} shown[PLAN_COLUMN_COUNT];
};

/* Where titles begin, behind rank and status. */
int plan_title_x(enum sign_set signs);
/* For a screen of that width; `room` of it is left to the title and the columns. */
struct plan_columns plan_columns_fit(
	const struct plan_rows *rows, enum plan_look look, int w, int room, enum sign_set signs);
void plan_columns_draw_titles(
	const struct plan_columns *columns, struct canvas *canvas, int y, enum lang lang);
void plan_columns_draw(const struct plan_columns *columns, struct canvas *canvas, int y,
	const struct plan *plan, size_t index, enum lang lang);
/* How wide each would be for all actions of the plan. */
void plan_columns_measure(struct plan_rows *rows, const struct plan *plan, enum lang lang);

/* "½ j", or that nobody estimated it. */
void plan_columns_add_effort(struct buf *out, enum lang lang, const struct entry *entry);

#endif
