/* SPDX-License-Identifier: MIT
 *
 * object_answers: what an organisation has of its own gets another value.
 *
 * For     rows of forms.c. What is asked about is the answer's `entry_id`, as in
 *         jalon/model/subject.h.
 * Owner   as in form.h. */
#ifndef TUI_OBJECT_ANSWERS_H
#define TUI_OBJECT_ANSWERS_H

#include "tui/form.h"

/* The field of the form, from what the person saw as they began to answer. */
bool object_accept_value(const struct answer *answer, struct wish *wish, struct err *err);
/* A name or a title: some text is needed. */
bool object_accept_name(const struct answer *answer, struct wish *wish, struct err *err);
/* Another name for a member: what they own goes on being theirs, and it is said how much that is.
 */
bool object_accept_member_name(const struct answer *answer, struct wish *wish, struct err *err);
/* A new member, whose days a week are asked next. */
bool object_accept_member(const struct answer *answer, struct wish *wish, struct err *err);

#endif
