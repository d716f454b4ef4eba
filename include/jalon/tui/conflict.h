/* SPDX-License-Identifier: MIT
 *
 * conflict: two people gave one field two values, and one of them chooses.
 *
 * For     app.c, which meets conflicts when it commits, undoes and redoes; form.c, which shows the
 *         choice as a dialogue: keep theirs, put mine, or write a third value. Nothing is written
 *         before somebody chose, and what was wanted besides (other fields) is written with it.
 * Owner   the state is in struct app: the conflict, and the changes that met it, copied into
 *         app->pending_arena. */
#ifndef JALON_TUI_CONFLICT_H
#define JALON_TUI_CONFLICT_H

#include "jalon/tui/app.h"

void conflict_drop(struct app *app);
/* Takes the outcome's snapshot and asks; or says why there is nothing to choose. */
void conflict_meet(struct app *app, const struct change_list *changes,
	struct commit_outcome *outcome, enum conflict_origin origin);

/* The choices, one a row: what it does, and the value that it gives. */
int conflict_choice_count(const struct app *app);
void conflict_draw_choice(
	const struct app *app, struct canvas *canvas, int y, int choice, enum role role);
/* Of the dialogue that lets one choose, and of the one that a third value is written in. */
bool conflict_accept(
	struct app *app, const char *text, struct change_list *changes, struct err *err);
bool conflict_accept_value(
	struct app *app, const char *text, struct change_list *changes, struct err *err);

#endif
