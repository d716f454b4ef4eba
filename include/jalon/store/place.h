/* SPDX-License-Identifier: MIT
 *
 * place: where a person left off in an organisation, when they were last there, and what they have
 * not looked at since.
 *
 * For     sessions, which open where one left off and say what the others changed meanwhile. A
 *         place is kept beside the organisations and is no part of them.
 * Owner   texts and lists are the arena's, or the caller's where they are written.
 * Units   times in seconds since 1970, UTC. What one has seen is told by revisions, whatever the
 *         clock said; times are for people.
 * Errors  none: reading gives nothing where there is nothing, or something broken; writing is best
 *         effort, and leaves what was there where it fails. Nobody is kept waiting for it. */
#ifndef JALON_STORE_PLACE_H
#define JALON_STORE_PLACE_H

#include "jalon/store/store.h"

enum { PLACE_UNSEEN_MAX = 1000 };

/* The end of a visit: what the organisation held then has been on this person's screen. */
struct visit {
	int64_t at_utc;
	int64_t revision; /* 0: they never were there */
};

/* An entry that somebody else changed, and that this person has not looked at since. */
struct unseen {
	const char *entry, *by;
};

struct kept_place {
	const char *entry;   /* where one left off, "" for nowhere */
	struct visit last;   /* the last visit; it may still be going on, in another window */
	struct visit before; /* the one before it */
	struct unseen *unseen;
	size_t unseen_count; /* at most PLACE_UNSEEN_MAX are kept, the first ones */
};

struct kept_place store_read_place(
	struct store *store, struct arena *arena, const char *org_id, const char *author);
void store_write_place(struct store *store, const char *org_id, const char *author,
	const struct kept_place *place);

#endif
