/* SPDX-License-Identifier: MIT
 *
 * people: what the others do, as the screen tells it.
 *
 * For     the header (who is here), rows and texts (who is on an entry, who writes there, who
 *         changed it), and the loop, which says where this person is.
 * Owner   the state is in struct app: its presence, and the marks of what others changed.
 * Units   a mark stays until one has been on its row, or MARK_SECONDS after the first key that
 *         was pressed with it on the screen: nothing wakes up to take it away. */
#ifndef JALON_TUI_PEOPLE_H
#define JALON_TUI_PEOPLE_H

#include "jalon/tui/app.h"

enum { MARK_SECONDS = 10 };

/* From now on, for the organisation that is open; or nowhere. */
void people_join(struct app *app);
void people_leave(struct app *app);

/* Whether the others do not know yet where this person is. */
bool people_must_be_told(const struct app *app);
void people_tell(struct app *app);
/* After a key: who begins or stops to write says so at once, who moves does when the keyboard
 * rests. After news from others: at most once a second, lest everybody wake everybody. */
void people_tell_after_key(struct app *app);
void people_tell_after_news(struct app *app);

/* Marks what others changed from that revision on, up to but not including `before`. */
void people_mark_changes(struct app *app, int64_t after, int64_t before);
/* Before a key is acted on: what was seen is marked no more. */
void people_unmark_seen(struct app *app);

/* "3 ici : Groupe A, Marc, vous" where `room` cells are enough, else "3 ici : Groupe A +1", at
 * least "3 ici"; nothing when alone. */
void people_text(struct buf *out, const struct app *app, int room);
/* "✎ Marc…" who writes there, "● Marc" who changed it, "◂ Marc" who is there; false: nobody. */
bool people_mark(struct buf *out, const struct app *app, const char *entry_id, enum role *role);
/* Who writes there and who changed it, in whole sentences, a line each. Who is merely there comes
 * and goes too often for a text that one reads. */
void people_sentences(struct buf *out, const struct app *app, const char *entry_id);

#endif
