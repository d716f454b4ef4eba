/* SPDX-License-Identifier: MIT
 *
 * buf: bytes that grow at the end.
 *
 * For     everything that is written piece by piece: messages, files, screens of a test.
 * Owner   the holder: start with BUF_INIT, end with buf_release. `text` is valid until the next
 *         addition, always ends with a NUL that `len` does not count, and is never NULL.
 * Units   bytes.
 * Errors  none (see mem.h). */
#ifndef JALON_BASE_BUF_H
#define JALON_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "jalon/base/mem.h"

struct buf {
	char *text;
	size_t len;
	size_t size;
};

extern char buf_empty[1];
#define BUF_INIT                                                                                   \
	{                                                                                          \
		buf_empty, 0, 0                                                                    \
	}

void buf_release(struct buf *buf);
void buf_clear(struct buf *buf);
/* Cuts to `len` bytes; longer than what is there is a bug. */
void buf_cut(struct buf *buf, size_t len);

void buf_add(struct buf *buf, const char *text);
void buf_add_len(struct buf *buf, const char *text, size_t len);
void buf_add_char(struct buf *buf, char c);
void buf_add_repeated(struct buf *buf, const char *text, int times);
void buf_add_format(struct buf *buf, const char *format, ...) MEM_FORMAT(2, 3);
/* For who writes into the buf himself, as read() does: room for so many bytes behind the end; then
 * how many of them were written. */
char *buf_make_room(struct buf *buf, size_t more);
void buf_add_written(struct buf *buf, size_t len);
void buf_insert(struct buf *buf, size_t at, const char *text, size_t len);
void buf_remove(struct buf *buf, size_t at, size_t len);

#endif
