/* SPDX-License-Identifier: MIT
 *
 * merge: three organisations become one: what two of them changed since the third.
 *
 * For     the merge driver and whoever takes a copy in.
 * Owner   what comes out is the arena's, and borrows from the three, which must stay as long.
 * Errors  none: whatever two people said fits together, or is kept as a conflict.
 * Source  DESIGN.md, "Settled".
 *
 * The merge is the same whoever is `ours`, but for which value of a conflict stands:
 *
 * - A value is merged by itself, for every row of field.h: changed by one side, that side's;
 *   changed alike, that; changed to two values, ours stands and theirs waits as a conflict, until
 *   somebody chooses. A list of ids is merged as a set.
 * - An action, a service or a member that one side removed and the other one changed stays, with
 *   what refers to it: nobody's word is lost to a removal.
 * - Two actions that took one id since are two, unless their titles are the same; the one whose
 *   title comes later by its bytes is given another id, and what refers to it follows. Services
 *   likewise.
 * - Notes: the base's in their order, but for those taken back, then the others by time, author
 *   and text.
 * - Members of the file that jalon does not know are merged as values are.
 * - Without a base, what both say in two ways is a conflict.
 *
 * Three merged in any order give the same where no conflict is, but for ids given anew, and for
 * references to what one of them removed and another one still speaks of.
 *
 * The revision is one more than the greater, `modified` the greater: no clock is read. */
#ifndef JALON_MODEL_MERGE_H
#define JALON_MODEL_MERGE_H

#include "jalon/model/change.h"

/* `base` may be NULL. All are of one id. */
struct organisation *merge_organisations(struct arena *arena, const struct organisation *base,
	const struct organisation *ours, const struct organisation *theirs);

/* What makes of `ours` what was merged, as changes that may be committed and undone. No change can
 * say what became of a member that jalon does not know: it is kept as a conflict. Checklists stay
 * those of `ours`. */
struct change_list merge_changes(
	struct arena *arena, const struct organisation *ours, const struct organisation *merged);

#endif
