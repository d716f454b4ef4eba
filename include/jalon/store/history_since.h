/* SPDX-License-Identifier: MIT
 *
 * history_since: what changed after a revision, and still stands.
 *
 * For     what a person is told who comes back after weeks.
 * Owner   the list is the arena's.
 * Errors  as history_pages. The history is read from its end, and only as far as that revision:
 * what happened in years costs nothing to who was there last month. */
#ifndef JALON_STORE_HISTORY_SINCE_H
#define JALON_STORE_HISTORY_SINCE_H

#include "jalon/store/history.h"

/* Of the revisions after that one, oldest first. What was undone meanwhile is left out, with what
 * undid it; what took back something older is a change like any other. */
bool history_read_since(struct store *store, const char *org_id, int64_t after,
	int64_t revision_max, struct arena *arena, struct history_change **changes, size_t *count,
	struct err *err);

#endif
