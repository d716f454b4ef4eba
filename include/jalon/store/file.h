/* SPDX-License-Identifier: MIT
 *
 * file: whole files, read with care and replaced with more.
 *
 * For     the store alone. Names are relative to an open folder, so that a folder moved or replaced
 *         meanwhile cannot lead elsewhere; symbolic links, FIFOs, devices and folders in place of a
 *         file are refused, and opening never waits for one.
 * Owner   callers own buffers and descriptors.
 * Errors  ERR_FAILED with the file's name and the system's reason.
 * Source  the order of a save: DESIGN.md, "Saving, undoing, refusing". On NFSv4 the same order
 *         holds: fsync commits to the server, rename is atomic there, and OFD locks are byte-range
 *         locks of the server, which die with the lease of a client that went away. */
#ifndef JALON_STORE_FILE_H
#define JALON_STORE_FILE_H

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

/* Writes a whole file beside and renames it, synced; nothing is left of a failure. */
bool file_write(int folder_fd, const char *name, const struct buf *text, struct err *err);

/* Waits at most wait_ms for the lock on `name`, which is made when needed and never removed. −1
 * with an error. Closing the descriptor gives the lock back, as does the end of the process. */
int file_lock(int folder_fd, const char *name, int wait_ms, struct err *err);

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
