/* SPDX-License-Identifier: MIT
 *
 * removal_answers: whether something may be taken away, with what goes along.
 *
 * For     the command that removes, and its row of forms.c.
 * Owner   changes and texts are the session arena's.
 * Errors  as change_list_add_removal(). */
#ifndef TUI_REMOVAL_ANSWERS_H
#define TUI_REMOVAL_ANSWERS_H

#include "tui/form.h"

enum { REMOVAL_YES, REMOVAL_NO, REMOVAL_CHOICES };

extern const struct wording removal_choices[REMOVAL_CHOICES];

/* The changes that take it away where nothing goes along, else the question whether they may. */
struct wish removal_begin(struct session *session, const char *subject, struct err *err);
/* The answer to it. What goes along is asked about anew once it is more than was told. */
bool removal_accept(const struct answer *answer, struct wish *wish, struct err *err);

/* "organisation:demo": what that question is about, since no change is. */
#define REMOVAL_ORGANISATION "organisation:"
/* The answer to whether an organisation may go; what comes of it is the way back, to be read. */
bool removal_accept_organisation(const struct answer *answer, struct wish *wish, struct err *err);

#endif
