/* SPDX-License-Identifier: MIT
 *
 * change_text: a change as people read it.
 *
 * For     `jalon log`, and what `undo` and `redo` say they did.
 * Owner   adds to the caller's buf; not cleaned of control characters, page does that. */
#ifndef CLI_CHANGE_TEXT_H
#define CLI_CHANGE_TEXT_H

#include "jalon/base/buf.h"
#include "jalon/model/change.h"

/* "associations-locales · Statut : à faire → fait" */
void change_text(struct buf *out, enum lang lang, const struct change *change);
/* "associations-locales · Responsable : « Inès » est en place, « Marc » attend" */
void conflict_text(struct buf *out, enum lang lang, const struct kept_conflict *conflict);

#endif
