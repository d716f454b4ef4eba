/* SPDX-License-Identifier: MIT
 *
 * merge_file: merges files, as a version control system asks for it.
 *
 * For     `jalon merge BASE OURS THEIRS`. The files are organisations, or their histories, which
 *         the first line tells; their names tell nothing, and no checklist is looked for, so that
 *         the same files give the same bytes on every machine.
 * Owner   what comes out is the arena's.
 * Errors  ERR_FAILED: nothing was written. A file that cannot be read or is not valid, with line
 * and member; files of two kinds, or of two organisations; the disk. Source  DESIGN.md, "Settled";
 * gitattributes(5), "Defining a custom merge driver".
 *
 * Of a history those commits stay that both sides have, and those that either side has and the
 * base has not, whole and as they were written, in the order of their times; a time that goes
 * back within one file counts as the one before it. */
#ifndef JALON_STORE_MERGE_FILE_H
#define JALON_STORE_MERGE_FILE_H

#include "jalon/model/organisation.h"
#include "jalon/base/err.h"

struct merge_paths {
	const char *base, *ours, *theirs; /* an empty base is none */
};

struct merge_result {
	const struct organisation *org; /* NULL: histories were merged */
	size_t new_conflicts;           /* that `ours` did not hold */
	bool unsynced;                  /* written, but a power cut may still take it back */
};

/* Writes what comes out to `ours`, whole or not at all. */
bool store_merge_files(struct arena *arena, const struct merge_paths *paths,
	struct merge_result *result, struct err *err);

/* The same of the bytes of three histories; lines are added to `out`. */
struct history_text {
	const char *name, *text;
	size_t len;
};
bool history_merge(struct arena *arena, const struct history_text *base,
	const struct history_text *ours, const struct history_text *theirs, struct buf *out,
	struct err *err);

#endif
