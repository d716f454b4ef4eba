/* SPDX-License-Identifier: MIT
 *
 * drafts: sentences being written are kept until they are saved or thrown away on purpose.
 *
 * For     form.c, which says when a text is begun, typed, saved, left with Esc; the list, which
 *         marks where a draft waits.
 * Owner   the state is in struct app: the draft of the dialogue, and those that wait. */
#ifndef JALON_TUI_DRAFTS_H
#define JALON_TUI_DRAFTS_H

#include "jalon/tui/app.h"

/* Those that wait for this person in the organisation that is open. */
void drafts_load(struct app *app);
/* Goes to the last one's entry, and says what waits there; nothing when none does. */
void drafts_announce(struct app *app);
bool drafts_wait_at(const struct app *app, const char *entry_id);

/* A dialogue for such a text was opened: what waits for it comes back. */
void drafts_begin(struct app *app, const char *purpose);
/* After each key: the line may drop before the next. */
void drafts_keep(struct app *app);
/* It is saved, or thrown away. */
void drafts_remove(struct app *app);
/* The dialogue is left. False, once, when the text cannot be kept. */
bool drafts_leave(struct app *app);

/* A text whose entry is no more goes on in the dialogue that is open, if that is empty. */
void drafts_take_lost(struct app *app);
/* What there is to say beside the dialogue's title: that a draft goes on, or could. */
void drafts_say(struct buf *out, const struct app *app);

#endif
