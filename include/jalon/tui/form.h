/* SPDX-License-Identifier: MIT
 *
 * form: a question and the place to answer it.
 *
 * For     commands that need a text or a choice. One dialogue is open at a time, at the bottom of
 *         the screen; what was typed stays until it is taken or given up with Esc.
 * Owner   the dialogue is in struct app; forms are static rows. */
#ifndef JALON_TUI_FORM_H
#define JALON_TUI_FORM_H

#include "jalon/tui/view.h"

enum form_name {
	FORM_NOTE,
	FORM_OWNER,
	FORM_DUE,
	FORM_REASON,
	FORM_REVIEW,
	FORM_ESTIMATE,
	FORM_ACTION,
	FORM_SERVICE,
	FORM_SEARCH,
	FORM_NEW,
	FORM_FILTER,
	FORM_LOOK,
	FORM_CONFLICT,
	FORM_CONFLICT_VALUE,
	FORM_WHO,
	FORM_COUNT
};

void form_open(struct app *app, enum form_name name, const char *entry_id, const char *text);
void form_close(struct app *app);
bool form_is_open(const struct app *app);
/* Whether sentences are being written there, rather than a date or a name. */
bool form_is_writing(const struct app *app);
/* What its drafts are for; "" when none are kept. */
const char *form_purpose(const struct app *app);
void form_key(struct app *app, struct key key);
void form_paste(struct app *app, const char *text, size_t len);
/* How many rows it takes of a screen of that size. */
int form_rows(const struct app *app, int w, int h);
void form_draw(const struct app *app, struct canvas *canvas, struct area area);

#endif
