/* SPDX-License-Identifier: MIT
 *
 * history: who changed what, when; one change a line in ORG.history.jsonl.
 *
 * For     `jalon log`, the history view, undo and redo, and the name behind a conflict.
 * Owner   lists are the arena's.
 * Units   times in seconds since 1970, UTC.
 * Errors  history_read: ERR_FAILED with file and line, or when it is larger than 256 MiB. Lines
 *         of a revision that the organisation never reached, and a last line without its end, are
 *         debris of a broken save: passed over here, dropped by the next save.
 *         history_read_recent: false, without an error, where there is no history. */
#ifndef JALON_STORE_HISTORY_H
#define JALON_STORE_HISTORY_H

#include "jalon/base/buf.h"
#include "jalon/store/store.h"

enum { HISTORY_SIZE_MAX = 256 * 1024 * 1024 };

struct history_change {
	int64_t revision;
	int64_t at_utc;
	const char *by;
	/* 0, or the revision that this commit takes back (an undo), or the undo that it takes back
	 * (a redo). */
	int64_t undoes;
	struct change change;
};

/* Of one commit. Where two histories were merged a revision alone does not tell: two people who
 * worked apart each made theirs of that number. */
bool history_same_commit(const struct history_change *a, const struct history_change *b);

/* Oldest first, as in the file. */
bool history_read(struct store *store, const char *org_id, int64_t revision_max,
	struct arena *arena, struct history_change **changes, size_t *count, struct err *err);

/* Those of the revisions after that one, as far as the end of the file tells: for screens. */
bool history_read_recent(struct store *store, const char *org_id, int64_t after,
	int64_t revision_max, struct arena *arena, struct history_change **changes, size_t *count,
	struct err *err);

/* The same from the bytes of the file. */
bool history_parse(const char *text, size_t len, const char *file_name, int64_t revision_max,
	struct arena *arena, struct history_change **changes, size_t *count, struct err *err);
/* How many of the bytes a save keeps: all but the lines at the end that are debris. */
size_t history_kept_size(const char *text, size_t len, int64_t revision);
/* One line for each change of a commit. */
void history_write(struct buf *lines, const struct history_change *changes, size_t count);

#endif
