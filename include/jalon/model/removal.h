/* SPDX-License-Identifier: MIT
 *
 * removal: taking away what an organisation has of its own, with all that goes along.
 *
 * For     `jalon remove` and the screen. What is made are changes like others: seen, merged and
 *         undone as they are, all in one commit, which undo takes back whole.
 * Owner   the changes borrow from the snapshot and the arena; `told` borrows from the snapshot.
 * Errors  ERR_FAILED: there is no such thing, or it is not one's own to take away (an item of the
 *         guide; the organisation itself, which is more than a change).
 * Source  DESIGN.md, "Settled". */
#ifndef JALON_MODEL_REMOVAL_H
#define JALON_MODEL_REMOVAL_H

#include "jalon/model/change.h"
#include "jalon/model/subject.h"

/* What goes, for somebody who is asked whether it may, or told that it did. */
struct removal {
	enum object of;         /* OBJECT_ACTION, OBJECT_SERVICE, OBJECT_MEMBER */
	const char *subject;    /* "a1", "service:portail", "member:Inès" */
	const char *name;       /* what people call it: a title, a name; the arena's */
	size_t entry_count;     /* its entries that said something; of an action 0 or 1 */
	size_t note_count;      /* in these */
	size_t reference_count; /* other entries' `requires` and `pin` that named one of them */
	size_t under_count;     /* own actions that stood under one of them, and stand by
				   themselves now */
	size_t owned_count;     /* what a member owns, and goes on owning */
};

/* `subject` as in jalon/model/subject.h. */
bool change_list_add_removal(struct change_list *list, struct arena *arena,
	const struct organisation *org, const char *subject, struct removal *told, struct err *err);

#endif
