/* SPDX-License-Identifier: MIT
 *
 * file: whole files, read with care and replaced with more.
 *
 * For     the store alone. Names are relative to an open folder, so that a folder moved or replaced
 *         meanwhile cannot lead elsewhere; symbolic links, FIFOs, devices and folders in place of a
 *         file are refused, and opening never waits for one.
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
#ifndef STORE_FILE_H
#define STORE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/base/err.h"

/* −1 with an error. The folder is made, with its parents, when `make` is true. */
int folder_open(const char *path, bool make, struct err *err);

enum file_found { FILE_READ, FILE_ABSENT, FILE_REFUSED };

/* Adds the file's bytes to `out`; more than size_max is refused. FILE_ABSENT sets no error. */
enum file_found file_read(
	int folder_fd, const char *name, size_t size_max, struct buf *out, struct err *err);

/* The same for a path that a person gave: a symbolic link is followed there. */
enum file_found file_read_path(const char *path, size_t size_max, struct buf *out, struct err *err);
/* The last size_max bytes at most; *start says where in the file they stand. */
enum file_found file_read_tail(int folder_fd, const char *name, size_t size_max, struct buf *out,
	size_t *start, struct err *err);

/* Whether something bears that name, whatever it is. False with an error where that cannot be told:
 * what cannot be seen is not absent. */
bool file_is_there(int folder_fd, const char *name, bool *there, struct err *err);

/* Writes a whole file beside and renames it, synced; nothing is left of a failure. *synced as in
 * save_commit(). */
bool file_write(
	int folder_fd, const char *name, const struct buf *text, bool *synced, struct err *err);

/* Waits at most wait_ms for the lock on `name`, which is made when needed and never removed. −1
 * with an error. Closing the descriptor gives the lock back, as does the end of the process. */
int file_lock(int folder_fd, const char *name, int wait_ms, struct err *err);

/* −1 unless it is a regular file; opening never waits. For small files beside the data, which
 * nobody is told about when they cannot be had. */
int file_open_regular(int folder_fd, const char *name, int flags, unsigned mode);
/* The lock of an open file, if nobody holds it; without waiting. */
bool file_try_lock(int fd);
/* Whether another session holds its lock; asked without getting in its way. */
bool file_is_held(int fd);

/* A line of a small file that was read whole, cut off the rest; NULL where there is none. */
char *file_cut_line(char **rest);

/* All that a save puts on the disk. */
struct save {
	int folder_fd;
	const char *name;         /* "demo.json" */
	const char *history_name; /* "demo.history.jsonl" */
	const struct buf *text;   /* the whole new file */
	const struct buf *lines;  /* to append to the history */
	size_t history_size;      /* what of the history is to be kept before that */
};

/* Under the lock. False: nothing changed, nothing is left behind. *synced false: it is saved, but
 * the folder could not be synced, so a power cut may still take it back. */
bool save_commit(const struct save *save, bool *synced, struct err *err);

#endif
