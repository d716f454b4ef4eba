/* SPDX-License-Identifier: MIT
 *
 * put_away: an organisation goes to DATA/.removed/, with its history, and can be brought back.
 *
 * For     `jalon remove ORG`.
 * Owner   what is told is the arena's.
 * Errors  ERR_FAILED: there is none, or the disk; it is where it was. ERR_CONFLICT: the file is at
 *         another revision.
 *
 * It goes to a folder of its own, ORG-DATE-TIME, where nothing was before, so that none is ever
 * lost over another and all of it comes back by moving what is in there to the data folder. Nothing
 * is erased but where people were in it, since who makes another one of that id must not be taken
 * there. The lock stays: others may wait on it. */
#ifndef JALON_STORE_PUT_AWAY_H
#define JALON_STORE_PUT_AWAY_H

#include "jalon/store/store.h"

struct put_away {
	const char *name;     /* the organisation's, or its id where its file cannot be read */
	const char *folder;   /* its path */
	const char *way_back; /* a command for a shell */
};

bool store_put_away(struct store *store, struct arena *arena, const char *org_id, int64_t at_utc,
	int64_t if_revision, struct put_away *told, struct err *err);

#endif
