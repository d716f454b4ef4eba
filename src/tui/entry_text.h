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
	ENTRY_WHOLE,
	ENTRY_FOR_ROOM /* calm, and without figures */
};

void entry_add_text(struct buf *out, const struct session *session, const struct entry *entry,
	enum entry_text kind, enum sign_set signs);

#endif
