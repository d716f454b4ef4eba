/* SPDX-License-Identifier: MIT
 *
 * save: whole files put in the place of others.
 *
 * For     the store alone. The new file is written beside and claimed (see claim.h), what was read
 *         is looked at once more, the history gets its lines, and a rename publishes it all.
 * Owner   callers own buffers and descriptors.
 * Errors  ERR_FAILED with the file's name and the system's reason.
 *         A failed fsync is believed: it may have marked the pages as clean, so asking once more
 *         could hear a yes that means nothing. What it was for is thrown away, and the next save
 *         writes all of it anew: the new file under O_EXCL, the history's lines behind a
 *         truncation. That cuts the block in which the lines begin and makes it dirty again, so the
 *         older lines in that block are written once more with the new ones; those in the blocks
 *         before were synced by the saves that wrote them. The truncation itself need not last:
 *         what comes back of it belongs to a revision that the file never reached.
 * Source  the order of a save: DESIGN.md, "Saving, undoing, refusing". On NFSv4 it holds as far as
 *         one can reason: an open asks the server by name, so that what is read under the lock is
 *         what was renamed last; fsync commits to the server, which takes names (create, rename,
 *         unlink) to its disk before it answers; rename is atomic there; OFD locks, and flock too,
 *         are byte-range locks of the server, which go with the lease of a client that died. Where
 *         the answer to a rename got lost, what bears the name tells. One gap is left: a machine
 *         cut off from the server for longer than its lease, in the milliseconds of a save, may
 *         come back after its lock went to somebody else. */
#ifndef STORE_SAVE_H
#define STORE_SAVE_H

#include <stdbool.h>
#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/base/err.h"

/* Writes a whole file beside and renames it, synced; nothing is left of a failure. *synced as in
 * save_commit(). */
bool file_write(
	int folder_fd, const char *name, const struct buf *text, bool *synced, struct err *err);

/* All that a save puts on the disk. */
struct save {
	int folder_fd;
	const char *name;         /* "demo.json" */
	const char *history_name; /* "demo.history.jsonl" */
	int64_t revision;         /* of the new file */
	const struct buf *seen;   /* what the file held when it was read; NULL: there was none */
	const struct buf *text;   /* the whole new file */
	const struct buf *lines;  /* to append to the history */
	size_t history_size;      /* what of the history is to be kept before that */
	int wait_ms;              /* for somebody who saves from where locks do not reach */
};

enum save_result {
	SAVE_DONE,
	SAVE_FAILED,   /* nothing changed, nothing is left behind; `err` says why */
	SAVE_OVERTAKEN /* the same without an error: the file is not what was seen, look again */
};

/* Under the lock. *synced false: it is saved, but the folder could not be synced, so a power cut
 * may still take it back. */
enum save_result save_commit(const struct save *save, bool *synced, struct err *err);

#endif
