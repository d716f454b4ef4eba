/* SPDX-License-Identifier: MIT
 *
 * apply_conflicts: conflicts that a merge kept, as changes add, end and put them back.
 *
 * For     apply.c and apply_lists.c.
 * Errors  as in jalon/model/change.h. */
#ifndef MODEL_APPLY_CONFLICTS_H
#define MODEL_APPLY_CONFLICTS_H

#include "model/applying.h"

bool apply_conflict(struct apply *apply, const struct change *change);
/* Whoever gives that field a value has chosen. */
void apply_end_conflicts(struct apply *apply, const struct change *change);
/* What they are about goes: an own action, a service with its entries, a member. */
void apply_end_conflicts_of(struct apply *apply, enum object of, const char *key);
/* What they are about has another name; they go on waiting. */
void apply_rename_conflicts(struct apply *apply, const char *subject, const char *renamed);

#endif
