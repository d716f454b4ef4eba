/* SPDX-License-Identifier: MIT
 *
 * drafts: sentences being written are kept until they are saved or thrown away on purpose.
 *
 * For     whoever asks for a text worth keeping: says when it is begun, typed, saved, left; lists,
 *         which mark where a draft waits.
 * Owner   drafts_init/drafts_release. Texts that wait, and those that functions return, live until
 *         the next drafts_load().
 * Errors  none but what drafts_leave() says. */
#ifndef JALON_SESSION_DRAFTS_H
#define JALON_SESSION_DRAFTS_H

#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/store/draft.h"

/* Whose drafts, and where. */
struct drafts_owner {
	const struct store *store;
	const char *org_id, *author;
	bool is_shared; /* a name that several may give: who began a text is known by the session */
};

struct drafts {
	struct arena *arena;
	struct draft_text waiting[DRAFTS_MAX]; /* the last written first */
	size_t count;
	/* The one that is being written: where it is kept, as it was at first and as last kept. */
	struct draft *draft; /* NULL: none */
	struct buf first, kept;
	bool resumed, warned; /* it goes on; it cannot be kept, and the person knows */
	bool is_failing;      /* the last words could not be kept */
	/* It goes on, and another session began it: as it was found, and when it was left. */
	bool is_others;
	struct buf found;
	int64_t found_utc;
	uint64_t begun[DRAFTS_MAX]; /* files of drafts that this session began */
	size_t begun_count;
};

void drafts_init(struct drafts *drafts);
void drafts_release(struct drafts *drafts);
/* Those that wait for this person in that organisation. */
void drafts_load(struct drafts *drafts, const struct drafts_owner *owner);
bool drafts_wait_at(const struct drafts *drafts, const char *entry_id);
/* A text whose entry is no more; NULL when there is none. */
const struct draft_text *drafts_find_lost(
	const struct drafts *drafts, const struct organisation *org);
bool drafts_is_lost(const struct draft_text *draft, const struct organisation *org);

/* A text is begun that holds `text`. What waits for it comes back, else NULL. */
const char *drafts_begin(struct drafts *drafts, const struct drafts_owner *owner,
	const char *purpose, const char *entry_id, const char *text);
/* After each key: the line may drop before the next. */
void drafts_keep(struct drafts *drafts, const struct buf *text);
/* It is saved. */
void drafts_remove(struct drafts *drafts, const struct drafts_owner *owner);
/* It is thrown away; false: it is another session's, and waits again as it was found. */
bool drafts_drop(struct drafts *drafts, const struct drafts_owner *owner);

enum drafts_left {
	DRAFTS_LEFT,       /* nothing had to be kept */
	DRAFTS_LEFT_KEPT,  /* it waits now */
	DRAFTS_CANNOT_KEEP /* not left: said once, so that the person can do something about it */
};
/* It is left. `text` NULL: the text is another dialogue's, and waits as it was last kept. */
enum drafts_left drafts_leave(
	struct drafts *drafts, const struct drafts_owner *owner, const struct buf *text);

/* A text whose entry is no more goes on here, for this purpose and entry; NULL: there is none. */
const char *drafts_take_lost(struct drafts *drafts, const struct drafts_owner *owner,
	const struct organisation *org, const char *purpose, const char *entry_id);

/* The beginning of a text, on one line, to know it by. */
void drafts_add_beginning(struct buf *out, const char *text);

#endif
