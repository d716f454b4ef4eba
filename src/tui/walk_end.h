/* SPDX-License-Identifier: MIT
 *
 * walk_end: the last page of the walk: where the team stands, what it decided today, and what comes
 * next.
 *
 * For     view_walk.c. The text is for a pager.
 * Errors  a history that cannot be read is said on the page, in place of the decisions. */
#ifndef TUI_WALK_END_H
#define TUI_WALK_END_H

#include "jalon/base/utf8.h"
#include "jalon/session/session.h"

void walk_end_add_text(struct buf *out, struct session *session, enum sign_set signs);
/* The first entry that nobody has looked at; NULL: somebody has looked at all. */
const struct entry *walk_end_first_new(const struct session *session);

#endif
