/* SPDX-License-Identifier: MIT
 *
 * overlay: a text over any view, scrolled and searched: an entry whole, an answer, the history,
 * help.
 *
 * For     the loop, which opens and closes it, and the frame, which draws it.
 * Owner   overlay_init/overlay_release; texts are copied.
 * Units   cells. */
#ifndef TUI_OVERLAY_H
#define TUI_OVERLAY_H

#include "jalon/session/session.h"
#include "jalon/screen/draw.h"
#include "jalon/screen/pager.h"
#include "tui/view.h"

/* OVERLAY_ENTRY follows the selected entry; a text is as it was when it was opened. */
enum overlay_kind { OVERLAY_NONE, OVERLAY_ENTRY, OVERLAY_TEXT };

struct overlay {
	enum overlay_kind kind;
	struct pager pager;
	struct buf search;
	char entry[SESSION_ID_SIZE]; /* of OVERLAY_ENTRY: whose text the pager holds, */
	unsigned version;            /* and as of which version of the session */
	bool is_in_plan;             /* with its place there */
};

void overlay_init(struct overlay *overlay);
void overlay_release(struct overlay *overlay);
void overlay_close(struct overlay *overlay);
void overlay_show_entry(struct overlay *overlay, bool is_in_plan);
void overlay_show_text(struct overlay *overlay, const char *text);
/* Before each drawing: the text of the selected entry as it is now, fitted to the frame. Closes
 * where no entry is selected any more. */
void overlay_settle(struct overlay *overlay, struct session *session, const struct entry *entry,
	const struct frame *frame);
void overlay_draw(const struct overlay *overlay, struct canvas *canvas, struct area area);

#endif
