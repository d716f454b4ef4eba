/* SPDX-License-Identifier: MIT
 *
 * link_answers: which entry another one is tied to: the one that must come first, the item that an
 * own action stands under.
 *
 * For     rows of forms.c, which find an entry by what is typed.
 * Owner   as in form.h. */
#ifndef TUI_LINK_ANSWERS_H
#define TUI_LINK_ANSWERS_H

#include "tui/form.h"

/* What is required already, then every other entry. */
void link_find_requirement(const struct finding *finding, struct matches *found);
/* Requires the one that is chosen, or no more where it was. A circle is refused by the titles of
 * those in it. */
bool link_accept_requirement(const struct answer *answer, struct wish *wish, struct err *err);
/* Takes it away only. */
bool link_remove_requirement(const struct answer *answer, struct wish *wish, struct err *err);

/* The items of the guide, and none. */
void link_find_place(const struct finding *finding, struct matches *found);
bool link_accept_place(const struct answer *answer, struct wish *wish, struct err *err);

#endif
