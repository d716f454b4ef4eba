/* SPDX-License-Identifier: MIT
 *
 * answered: the last answer that this person gave, so that the same key takes it back.
 *
 * For     commands that answer. What an entry was before its answer is no longer in the file; an
 *         undo would do, but takes back whatever came last, which may be about something else.
 * Owner   answered_init/_release. What comes out is the given arena's.
 * Errors  none. */
#ifndef JALON_SESSION_ANSWERED_H
#define JALON_SESSION_ANSWERED_H

#include "jalon/model/change.h"

struct answered {
	struct arena *arena;
	struct change_list changes; /* of one entry: its status, and what was said with it */
};

void answered_init(struct answered *answered);
void answered_release(struct answered *answered);

/* These were committed. */
void answered_note(struct answered *answered, const struct change_list *changes);
/* The changes that put back what the entry held before; none where its answer is another one by
 * now, or was given by somebody else. */
struct change_list answered_take_back(
	const struct answered *answered, const struct entry *entry, struct arena *arena);

#endif
