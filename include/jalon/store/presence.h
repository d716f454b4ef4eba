/* SPDX-License-Identifier: MIT
 *
 * presence: who else has the organisation open, on which entry, and whether they type there.
 *
 * For     the full screen. Each session keeps one small file DATA/.presence/ORG.NUMBER, and a lock
 *         on it for as long as it lives: a file whose lock can be had was left by a session that
 *         ended without a word (SIGKILL, a power cut), and whoever meets it takes it away. A
 *         stopped session keeps its lock and holds nobody up, since nobody waits for one.
 * Owner   presence_new/presence_free. What presence_people() gives lives until the next look.
 * Errors  none. Presence is no part of the data: where a file cannot be written one is not seen,
 *         and what is no such file (too large, no text, a link, a FIFO) is passed over.
 * Source  the file: "jalon-presence 1", author, entry, "typing" or "", a line each, filled up with
 *         blanks to PRESENCE_SIZE, so that one write replaces it whole. */
#ifndef JALON_STORE_PRESENCE_H
#define JALON_STORE_PRESENCE_H

#include "jalon/store/store.h"

#define PRESENCE_FOLDER ".presence"
enum { PRESENCE_SIZE = 512, PRESENCE_NAME_SIZE = 128, PRESENCE_ENTRY_SIZE = 160 };

struct person {
	const char *name;
	const char *entry; /* "" when on none */
	bool typing;
	int windows; /* how many sessions of that name are on that entry */
};

struct presence;

struct presence *presence_new(const struct store *store, const char *org_id, const char *author);
/* Takes one's own file away. NULL does nothing. */
void presence_free(struct presence *presence);
/* Writes only what differs from what was said last. */
void presence_say(struct presence *presence, const char *entry_id, bool typing);
bool presence_has_said(const struct presence *presence, const char *entry_id, bool typing);

/* Looks at all files again, or at one that an event named; `closed`: its session has just let go
 * of it. Names of others' organisations, and anything else, are passed over. */
void presence_look(struct presence *presence);
void presence_look_at(struct presence *presence, const char *file_name, bool closed);
/* The other sessions, by name, those of one name on one entry together. */
const struct person *presence_people(const struct presence *presence, size_t *count);

#endif
