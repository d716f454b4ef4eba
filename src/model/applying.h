/* SPDX-License-Identifier: MIT
 *
 * applying: what the kinds of changes share while a list of them is applied.
 *
 * For     apply.c, which walks the list, and the files beside it, which know what a change is
 *         about.
 * Owner   all of it is the one call of changes_apply().
 * Errors  as in jalon/model/change.h. */
#ifndef MODEL_APPLYING_H
#define MODEL_APPLYING_H

#include "jalon/model/change.h"

struct apply {
	struct organisation *org;
	struct arena *arena;
	struct change_list *applied;
	const char *new_action_id; /* what CHANGE_NEW_ACTION stands for */
	const char **new_id;
	struct conflict *conflict;
	struct err *err;
};

/* The value that stands in the way. False. */
bool apply_refuse(
	struct apply *apply, const struct change *change, const struct value *found, int message);
/* It really changed. What is noted may be told more of. */
struct change *apply_note_change(struct apply *apply, const char *entry_id, enum field field,
	struct value from, struct value to);
bool apply_check_text(struct apply *apply, const char *text, bool needed, const char *where);
/* One of the private copy's, which may be written to; NULL with an error. */
struct entry *apply_find_entry(struct apply *apply, const char *id);
/* After services or actions have changed: the entries anew, with all that was said. */
void apply_rejoin(struct apply *apply);

#endif
