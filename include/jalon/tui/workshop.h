/* SPDX-License-Identifier: MIT
 *
 * workshop: what the full screen does otherwise on an account that many people share.
 *
 * For     app.c, form.c and command.c. Whoever comes in says first who they are; a session stays
 *         on the organisation that it was opened on, if it was on one; and what it may write is
 *         bounded, so that nobody fills the others' file by a paste or a stuck key.
 * Owner   the author's name is struct app's, for as long as the session.
 * Units   bytes. */
#ifndef JALON_TUI_WORKSHOP_H
#define JALON_TUI_WORKSHOP_H

#include "jalon/tui/app.h"

enum {
	WORKSHOP_NAME_MAX = 60,
	WORKSHOP_LINE_MAX = 400,
	WORKSHOP_NOTE_MAX = 8 * 1024,
	WORKSHOP_NEW_SIZE = 4 * 1024, /* what a new organisation counts for */
	WORKSHOP_SESSION_MAX = 256 * 1024
};

/* Whether this person has still to say who they are. */
bool workshop_asks(const struct app *app);
/* The form's answer: takes the name, cleaned and without blanks around it, and opens what there is
 * to see. ERR_USAGE when nothing is left of it. */
bool workshop_accept_name(
	struct app *app, const char *text, struct change_list *changes, struct err *err);
/* Whether the list of organisations is none of this session's business. */
bool workshop_stays(const struct app *app);
/* The view before or behind the present one. */
enum view workshop_next_view(const struct app *app, int step);
/* How long a text may be. */
size_t workshop_text_max(const struct app *app, bool several_lines);
/* Counts what is about to be written; ERR_FAILED when the session has written enough. */
bool workshop_count(struct app *app, size_t size, struct err *err);
bool workshop_count_changes(struct app *app, const struct change_list *changes, struct err *err);

#endif
