/* SPDX-License-Identifier: MIT
 *
 * putting_back: a change of the history, put there again or taken back, as a new change.
 *
 * For     the history view: a redo that a new change ended, a note or an action that was removed, a
 *         value from three months ago.
 * Owner   the changes are the arena's, or the history's.
 * Errors  none: what cannot be put back is told by a word. */
#ifndef JALON_SESSION_PUTTING_BACK_H
#define JALON_SESSION_PUTTING_BACK_H

#include "jalon/text/words.h"
#include "jalon/model/change.h"

/* What the change put, or what was there before it. */
enum side { SIDE_TO, SIDE_FROM, SIDE_COUNT };

/* What one can do about a change. */
struct putting_back {
	/* By side: whether that value can be put where it is not now. Where the field holds one of
	 * them there is only the other; where it holds a third value, both. */
	bool can[SIDE_COUNT];
	enum word why_not; /* where neither can */
};

struct putting_back putting_back_of(
	const struct organisation *org, const struct change *change, struct arena *arena);
/* The changes that put that side there, from what the organisation holds now. `commit` is all that
 * was done with it: what was made or taken away comes with what was said of it. */
struct change_list putting_back_changes(const struct organisation *org, const struct change *change,
	const struct change_list *commit, enum side side, struct arena *arena);

#endif
