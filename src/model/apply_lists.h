/* SPDX-License-Identifier: MIT
 *
 * apply_lists: a change of what is listed whole: notes, members, services, own actions.
 *
 * For     apply.c.
 * Errors  as in jalon/model/change.h. */
#ifndef MODEL_APPLY_LISTS_H
#define MODEL_APPLY_LISTS_H

#include "model/applying.h"

bool apply_note(struct apply *apply, const struct change *change);
bool apply_member(struct apply *apply, const struct change *change);
bool apply_service(struct apply *apply, const struct change *change);
bool apply_action(struct apply *apply, const struct change *change);

#endif
