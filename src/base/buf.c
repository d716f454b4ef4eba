/* SPDX-License-Identifier: MIT */
#include "jalon/base/buf.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* What an empty buf points at, so that `text` is never NULL. Never written to. */
char buf_empty[1];

char *buf_make_room(struct buf *buf, size_t more)
{
	size_t needed = buf->len + more + 1;
	size_t size = buf->size ? buf->size : 64;

	if (needed > buf->size) {
		while (size < needed)
			size *= 2;
		buf->text = mem_resize(buf->size ? buf->text : NULL, size);
		buf->size = size;
		buf->text[buf->len] = '\0';
	}
	return buf->text + buf->len;
}

void buf_add_written(struct buf *buf, size_t len)
{
	assert(len < buf->size - buf->len);
	buf->len += len;
	buf->text[buf->len] = '\0';
}

void buf_release(struct buf *buf)
{
	if (buf->size)
		mem_free(buf->text);
	*buf = (struct buf)BUF_INIT;
}

void buf_clear(struct buf *buf)
{
	buf_cut(buf, 0);
}

void buf_cut(struct buf *buf, size_t len)
{
	assert(len <= buf->len);
	buf->len = len;
	if (buf->size)
		buf->text[len] = '\0';
}

void buf_add_len(struct buf *buf, const char *text, size_t len)
{
	buf_insert(buf, buf->len, text, len);
}

void buf_add(struct buf *buf, const char *text)
{
	buf_add_len(buf, text, strlen(text));
}

void buf_add_char(struct buf *buf, char c)
{
	buf_make_room(buf, 1);
	buf->text[buf->len++] = c;
	buf->text[buf->len] = '\0';
}

void buf_add_repeated(struct buf *buf, const char *text, int times)
{
	for (int i = 0; i < times; i++)
		buf_add(buf, text);
}

void buf_add_format(struct buf *buf, const char *format, ...)
{
	va_list arguments;
	int len;

	va_start(arguments, format);
	len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	assert(len >= 0);
	buf_make_room(buf, (size_t)len);
	va_start(arguments, format);
	vsnprintf(buf->text + buf->len, (size_t)len + 1, format, arguments);
	va_end(arguments);
	buf->len += (size_t)len;
}

void buf_insert(struct buf *buf, size_t at, const char *text, size_t len)
{
	assert(at <= buf->len);
	if (len == 0)
		return;
	buf_make_room(buf, len);
	memmove(buf->text + at + len, buf->text + at, buf->len - at + 1);
	memcpy(buf->text + at, text, len);
	buf->len += len;
}

void buf_remove(struct buf *buf, size_t at, size_t len)
{
	assert(at <= buf->len && len <= buf->len - at);
	if (len == 0)
		return;
	memmove(buf->text + at, buf->text + at + len, buf->len - at - len + 1);
	buf->len -= len;
}
