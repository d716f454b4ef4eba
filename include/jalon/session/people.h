/* SPDX-License-Identifier: MIT
 *
 * people: what the others do in the organisation that is open, and what they are told of oneself.
 *
 * For     headers (who is here), rows and texts (who is on an entry, who writes there, who changed
 *         it), and the front's loop, which says where this person is.
 * Owner   people_join/people_leave: the presence is owned; names live until the next look at it.
 * Units   a mark stays until one has been on its entry, or MARK_SECONDS after the first command
 * that was given with it in sight: nothing wakes up to take it away. */
#ifndef JALON_SESSION_PEOPLE_H
#define JALON_SESSION_PEOPLE_H

#include "jalon/base/buf.h"
#include "jalon/store/presence.h"

enum { MARK_SECONDS = 10, MARKS_MAX = 64 };

/* An entry that somebody else changed while one looked elsewhere. */
struct change_mark {
	char entry[PRESENCE_ENTRY_SIZE], by[PRESENCE_NAME_SIZE];
	int64_t noticed_utc; /* when it was first in sight as a command was given; 0: not yet */
};

struct people {
	struct presence *presence; /* NULL: no organisation is open */
	const char *self;          /* the name that one works under */
	int64_t told_utc;          /* when the others were last told where one is */
	bool told_writing;
	struct change_mark marks[MARKS_MAX]; /* the newest last */
	size_t mark_count;
};

/* From now on in that organisation, and in no other. */
void people_join(
	struct people *people, const struct store *store, const char *org_id, const char *author);
void people_leave(struct people *people);

/* Whether the others do not know yet that one is on that entry ("" for none), and writes there. */
bool people_must_be_told(const struct people *people, const char *entry_id, bool writing);
void people_tell(struct people *people, const char *entry_id, bool writing, int64_t now_utc);

/* Marks what others changed from that revision on, up to but not including `before`. */
void people_mark_changes(struct people *people, struct store *store, const char *org_id,
	int64_t after, int64_t before);
/* Before a command is carried out: what was seen is marked no more. */
void people_unmark_seen(struct people *people, const char *entry_id, int64_t now_utc);

/* "3 ici : Groupe A, Marc, vous" where `room` cells are enough, else "3 ici : Groupe A +1", at
 * least "3 ici"; nothing when alone. */
void people_add_here(struct buf *out, const struct people *people, enum lang lang, int room);

/* What there is to say of an entry in a word: the first of these that somebody does. */
enum people_doing { PEOPLE_NOTHING, PEOPLE_WRITING, PEOPLE_CHANGED, PEOPLE_THERE };
struct people_at {
	enum people_doing doing;
	const char *name;
	int others; /* beside that one, where they are merely there */
};
struct people_at people_at(const struct people *people, const char *entry_id);
/* Who writes there and who changed it, in whole sentences, a line each. Who is merely there comes
 * and goes too often for a text that one reads. */
void people_add_sentences(
	struct buf *out, const struct people *people, enum lang lang, const char *entry_id);

#endif
