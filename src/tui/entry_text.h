/* SPDX-License-Identifier: MIT
 *
 * entry_text: all there is to say about an entry, as text for a pager.
 *
 * For     the detail beside a list, the entry read whole, the walk. */
#ifndef TUI_ENTRY_TEXT_H
#define TUI_ENTRY_TEXT_H

#include "jalon/session/session.h"

/* `large`: for a room, calm and without figures. */
void entry_add_text(
	struct buf *out, const struct session *session, const struct entry *entry, bool large);

#endif
