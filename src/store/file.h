/* SPDX-License-Identifier: MIT
 *
 * file: whole files, read with care, and their locks.
 *
 * For     the store alone. Names are relative to an open folder, so that a folder moved or replaced
 *         meanwhile cannot lead elsewhere; symbolic links, FIFOs, devices and folders in place of a
 *         file are refused, and opening never waits for one.
 * Owner   callers own buffers and descriptors.
 * Errors  ERR_FAILED with the file's name and the system's reason. */
#ifndef STORE_FILE_H
#define STORE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/base/err.h"
#include "jalon/text/errors.h"

/* −1 with an error. The folder is made, with its parents, when `make` is true. */
int folder_open(const char *path, bool make, struct err *err);

/* Whether others may come to it from where our locks and our inotify do not reach. */
bool folder_is_shared(int folder_fd);

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

/* A regular file, open and never waited for; −1 with an error, that of `otherwise` where the system
 * has a reason of its own. One that is made (O_CREAT) follows its folder's rights. */
int file_open(int folder_fd, const char *name, int flags, enum message otherwise, struct err *err);

/* Waits at most wait_ms for the lock on `name`, which is made when needed and never removed. −1
 * with an error. Closing the descriptor gives the lock back, as does the end of the process. */
int file_lock(int folder_fd, const char *name, int wait_ms, struct err *err);

/* −1 unless it is a regular file; opening never waits. For small files beside the data, which
 * nobody is told about when they cannot be had. */
int file_open_regular(int folder_fd, const char *name, int flags, unsigned mode);
/* All of it; false with errno. */
bool file_write_all(int fd, const struct buf *bytes);
/* The lock of an open file, if nobody holds it; without waiting. */
bool file_try_lock(int fd);
/* Whether another session holds its lock; asked without getting in its way. */
bool file_is_held(int fd);

/* A line of a small file that was read whole, cut off the rest; NULL where there is none. */
char *file_cut_line(char **rest);

#endif
