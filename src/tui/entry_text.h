/* SPDX-License-Identifier: MIT
 *
 * entry_text: all there is to say about an entry, as text for a pager.
 *
 * For     the detail beside a list, the entry read whole, the walk. */
#ifndef TUI_ENTRY_TEXT_H
#define TUI_ENTRY_TEXT_H

#include "jalon/base/utf8.h"
#include "jalon/session/session.h"

enum entry_text {
	ENTRY_TITLE = 1,
	/* For a room: calm, and without figures. */
	ENTRY_QUESTION = 2,   /* by whom it is asked, and in plain words */
	ENTRY_DISCUSSION = 4, /* what was said, why, and how */
	/* For one person: all the rest. */
	ENTRY_REST = 8,
	ENTRY_PLACE = 16, /* in the plan, which the session has made */
	ENTRY_WHOLE = ENTRY_TITLE | ENTRY_REST,
	ENTRY_IN_PLAN = ENTRY_WHOLE | ENTRY_PLACE
};

void entry_add_text(struct buf *out, const struct session *session, const struct entry *entry,
	int parts, enum sign_set signs);

#endif
