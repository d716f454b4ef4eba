/* SPDX-License-Identifier: MIT
 *
 * apply_lists: a change of what is listed, members, services, own actions: whole, or one value
 *         of it.
 *
 * For     apply.c.
 * Errors  as in jalon/model/change.h. */
#ifndef MODEL_APPLY_LISTS_H
#define MODEL_APPLY_LISTS_H

#include "model/applying.h"

bool apply_member(struct apply *apply, const struct change *change);
bool apply_service(struct apply *apply, const struct change *change);
bool apply_action(struct apply *apply, const struct change *change);
/* A value of a member, a service or an own action. */
bool apply_listed_value(struct apply *apply, const struct change *change);

#endif
