/* SPDX-License-Identifier: MIT
 *
 * overlay_text: what opens over any view, as texts for a pager: the keys of this place, and who
 * changed what.
 *
 * For     commands; value_text also for the dialogue that shows two values of one field.
 * Owner   the caller owns `out`.
 * Errors  history_text: those of history_read(). */
#ifndef JALON_TUI_OVERLAY_TEXT_H
#define JALON_TUI_OVERLAY_TEXT_H

#include "jalon/tui/app.h"

/* The selected entry whole, over the view it was selected in. */
void overlay_open_entry(struct app *app);
/* Its text as it is now: after a change, or when another is selected. Before each drawing. */
void overlay_follow_entry(struct app *app);
/* Of the place the app is in: a line for each key, then the signs. */
void help_text(struct buf *out, const struct app *app);
/* Newest first. */
bool history_text(struct buf *out, struct app *app, struct err *err);
/* A value as people say it: "fait", "12 déc.", a note's words; "–" for none. */
void value_text(
	struct buf *out, const struct app *app, enum field field, const struct value *value);

#endif
