/* SPDX-License-Identifier: MIT
 *
 * checklist_columns: what stands behind the title of an entry in the checklist, and where.
 *
 * For     the checklist: who, "!", when, and how many notes, from the right edge. Columns are as
 * wide as the whole list needs and not what is in sight, so that nothing moves sideways while one
 * scrolls; what nobody said takes none. A title goes on over those that say nothing in its row.
 * Owner   values.
 * Units   cells. */
#ifndef TUI_CHECKLIST_COLUMNS_H
#define TUI_CHECKLIST_COLUMNS_H

#include "jalon/screen/draw.h"
#include "jalon/session/session.h"

struct checklist_widths {
	enum sign_set signs;
	int owner, late, day, notes; /* 0: in no row */
	int list;                    /* of a list that cuts no title */
};

struct checklist_columns {
	int owner_x, late_x, day_x, notes_x; /* 0: not shown */
	int edge;                            /* where all must end */
	struct checklist_widths widths;
};

struct checklist_widths checklist_columns_measure(
	const struct session *session, enum sign_set signs);
/* As many as leave room for titles. */
struct checklist_columns checklist_columns_fit(
	const struct checklist_widths *widths, struct area area);
/* Where the title of that entry must have ended. */
int checklist_columns_title_end(const struct checklist_columns *columns,
	const struct session *session, const struct entry *entry);
void checklist_columns_draw(const struct checklist_columns *columns, const struct session *session,
	struct canvas *canvas, int y, const struct entry *entry);

#endif
