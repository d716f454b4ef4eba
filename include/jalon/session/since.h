/* SPDX-License-Identifier: MIT
 *
 * since: what the others changed since this person's last visit, and what of it they have not
 * looked at.
 *
 * For     the line that is said on opening, the marks of rows, and the text by person and day.
 * Owner   since_init/since_release; what is found is borrowed until the next since_open.
 * Units   times in seconds since 1970, UTC; visits as in jalon/store/place.h.
 * Errors  none: without a history that can be read nothing is said, and nothing more is marked.
 *
 * A visit is over once nobody of that name was there for SINCE_PAUSE_SECONDS: a line that drops, or
 * a second window, goes on with it, and is told again what the first was told. What one has seen is
 * told by revisions alone: a clock that goes back hides nothing, and shows nothing twice. */
#ifndef JALON_SESSION_SINCE_H
#define JALON_SESSION_SINCE_H

#include "jalon/base/buf.h"
#include "jalon/store/history.h"
#include "jalon/store/place.h"

enum { SINCE_PAUSE_SECONDS = 3600, SINCE_ID_SIZE = 160 };

/* Whose place it is, and as of when. */
struct since_where {
	struct store *store;
	const struct organisation *org;
	const char *author;
	int64_t now_utc;
};

struct since {
	struct arena *arena;
	struct visit visit; /* the one that is spoken of; revision 0: this is the first */
	int64_t begun_utc;  /* when the organisation was opened */
	int change_count;   /* of others, that stand */
	const char **names; /* who made them, who made most first */
	size_t name_count;
	struct unseen *marks; /* not looked at yet */
	size_t mark_count;
	const char **looked; /* entries that were marked and have been looked at */
	size_t looked_count;
	char rested[SINCE_ID_SIZE]; /* the entry that one stays on, "" for none */
};

void since_init(struct since *since);
void since_release(struct since *since);

/* An organisation was opened: finds out what changed, and notes that one is there. Returns the
 * entry where one left off. */
const char *since_open(struct since *since, const struct since_where *where);
/* Notes how far one has seen, and where one is. */
void since_keep(const struct since *since, const struct since_where *where, const char *entry_id);

/* Who changed it last, NULL where it is not marked. */
const char *since_changed_by(const struct since *since, const char *entry_id);
/* One looked at it: it is marked no more. */
void since_look(struct since *since, const char *entry_id);
/* The keyboard rests, and the cursor is there: from the next command on it has been looked at. */
void since_rest(struct since *since, const char *entry_id);
bool since_must_rest(const struct since *since, const char *entry_id);
void since_look_rested(struct since *since);

/* "Depuis votre visite du 12 nov. : 7 changements de Marc et Inès."; nothing where there is
 * nothing to say. `shared_name`: of an account that many share, the name that was given, since
 * whoever gave it last time may be somebody else; else NULL. */
void since_add_line(struct buf *out, const struct since *since, enum lang lang, int64_t now_utc,
	const char *shared_name);
/* "Depuis votre visite du 12 nov." */
void since_add_visit(struct buf *out, const struct since *since, enum lang lang, int64_t now_utc,
	const char *shared_name);
/* What came in meanwhile is counted too: these are the changes since that visit. */
void since_count(struct since *since, const struct since_where *where,
	const struct history_change *changes, size_t count);

#endif
