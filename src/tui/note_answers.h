/* SPDX-License-Identifier: MIT
 *
 * note_answers: a note is put right, or taken back, by who wrote it.
 *
 * For     rows of forms.c.
 * Owner   as in form.h. */
#ifndef TUI_NOTE_ANSWERS_H
#define TUI_NOTE_ANSWERS_H

#include "tui/form.h"

/* The entry's notes, the newest first; those of others are shown as such. */
void note_find(const struct finding *finding, struct matches *found);
/* The chosen one is to be written anew: asks for its text. */
bool note_accept_choice(const struct answer *answer, struct wish *wish, struct err *err);
/* It is taken back. */
bool note_take_back(const struct answer *answer, struct wish *wish, struct err *err);
/* Its new text; nothing but blanks takes it back. */
bool note_accept_text(const struct answer *answer, struct wish *wish, struct err *err);

#endif
