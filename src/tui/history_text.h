/* SPDX-License-Identifier: MIT
 *
 * history_text: who changed what, newest first, as a text for a pager.
 *
 * For     the command that asks for it.
 * Errors  those of history_read(). */
#ifndef TUI_HISTORY_TEXT_H
#define TUI_HISTORY_TEXT_H

#include "jalon/session/session.h"

bool history_add_text(struct buf *out, struct session *session, struct err *err);

#endif
