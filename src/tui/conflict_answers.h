/* SPDX-License-Identifier: MIT
 *
 * conflict_answers: the choice between two values that met, and what it leads to.
 *
 * For     rows of forms.c: what a commit met, and what a merge kept.
 * Owner   as in form.h.
 * Units   cells. */
#ifndef TUI_CONFLICT_ANSWERS_H
#define TUI_CONFLICT_ANSWERS_H

#include "tui/form.h"

/* One of the choices. */
bool conflict_accept(const struct answer *answer, struct wish *wish, struct err *err);
/* A third value, typed. */
bool conflict_accept_value(const struct answer *answer, struct wish *wish, struct err *err);
int conflict_count_choices(const struct session *session);
/* What it does, and the value that it gives. */
void conflict_draw_choice(
	const struct session *session, struct canvas *canvas, int y, int choice, enum role role);

#endif
