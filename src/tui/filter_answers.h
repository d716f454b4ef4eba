/* SPDX-License-Identifier: MIT
 *
 * filter_answers: what can be shown only, asked in two steps: a kind, then which.
 *
 * For     the rows of forms.c. Behind each choice stands how many it would leave. */
#ifndef TUI_FILTER_ANSWERS_H
#define TUI_FILTER_ANSWERS_H

#include "tui/form.h"

int filter_count_kinds(const struct session *session);
void filter_draw_kind(
	const struct session *session, struct canvas *canvas, int y, int choice, enum role role);
/* It is shown; or asked of which person, priority, service or kind. */
bool filter_accept_kind(const struct answer *answer, struct wish *wish, struct err *err);

int filter_count_values(const struct session *session);
void filter_draw_value(
	const struct session *session, struct canvas *canvas, int y, int choice, enum role role);
bool filter_accept_value(const struct answer *answer, struct wish *wish, struct err *err);

#endif
