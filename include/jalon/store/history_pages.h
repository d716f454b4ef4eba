/* SPDX-License-Identifier: MIT
 *
 * history_pages: a history read from its end, a page at a time.
 *
 * For     screens: the newest changes are there at once, however long the history is and in however
 *         many parts, and what is older is read when somebody goes there. What is saved meanwhile
 *         is taken in at the other end.
 * Owner   history_pages_open/history_pages_free; changes are the arena's that is given.
 * Errors  ERR_FAILED with file and line. A history that is not there is an empty one. */
#ifndef JALON_STORE_HISTORY_PAGES_H
#define JALON_STORE_HISTORY_PAGES_H

#include "jalon/store/history.h"

struct history_pages;

/* As of that revision: what stands behind it are saves that broke, or come with the next look.
 * NULL with an error. */
struct history_pages *history_pages_open(
	struct store *store, const char *org_id, int64_t revision_max, struct err *err);
void history_pages_free(struct history_pages *pages);

/* The page before the one read last, oldest first as in the file. No change at all: that was the
 * beginning. */
bool history_pages_read(struct history_pages *pages, struct arena *arena,
	struct history_change **changes, size_t *count, struct err *err);
bool history_pages_is_at_beginning(const struct history_pages *pages);

enum history_followed {
	HISTORY_FOLLOWED, /* the changes since the last look, oldest first; maybe none */
	HISTORY_REPLACED, /* another file stands there: to be opened anew */
	HISTORY_LOST      /* it cannot be read: `err` says why */
};
enum history_followed history_pages_follow(struct history_pages *pages, int64_t revision_max,
	struct arena *arena, struct history_change **changes, size_t *count, struct err *err);

#endif
