/* SPDX-License-Identifier: MIT
 *
 * history_parts: a history on the disk, in one file or several.
 *
 * For     the store alone. A history that has grown to HISTORY_PART_SIZE is put away by the save
 * that finds it so: "demo.history.jsonl" becomes "demo.history.1.jsonl", the next one 2, and goes
 *         on empty. So it never is in the way of a save, and what is put away is never written
 * again. Reading takes all parts, the newest first as far as HISTORY_SIZE_MAX allows: log and undo
 *         know what is there.
 * Owner   lists are the arena's.
 * Errors  ERR_FAILED with file and line. A history that is not there is an empty one. */
#ifndef STORE_HISTORY_PARTS_H
#define STORE_HISTORY_PARTS_H

#include "jalon/store/history.h"

enum { HISTORY_PART_SIZE = 16 * 1024 * 1024 };

/* "demo.history.3.jsonl" for "demo.history.jsonl"; the arena's. */
const char *history_part_name(struct arena *arena, const char *name, int number);
/* How many parts were put away: 1 is the oldest of them. */
bool history_count_parts(
	int folder_fd, struct arena *arena, const char *name, int *count, struct err *err);
/* Oldest first. */
bool history_read_in(int folder_fd, struct arena *arena, const char *org_id, int64_t revision_max,
	struct history_change **changes, size_t *count, struct err *err);
/* What of the last part a save keeps: its size but for debris of saves that the file, at that
 * revision, never saw. */
bool history_kept_on_disk(
	int folder_fd, const char *name, int64_t revision, size_t *size, struct err *err);
/* Puts the last part away under the next free number. */
bool history_put_away(int folder_fd, const char *name, struct err *err);

#endif
