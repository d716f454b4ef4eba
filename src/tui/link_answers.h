/* SPDX-License-Identifier: MIT
 *
 * link_answers: which item an own action stands under.
 *
 * For     a row of forms.c, which finds it by what is typed.
 * Owner   as in form.h. */
#ifndef TUI_LINK_ANSWERS_H
#define TUI_LINK_ANSWERS_H

#include "tui/form.h"

/* The items of the guide, and none. */
void link_find_place(const struct finding *finding, struct matches *found);
bool link_accept_place(const struct answer *answer, struct wish *wish, struct err *err);

#endif
