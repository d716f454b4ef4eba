/* SPDX-License-Identifier: MIT */
#include "cli/input.h"

#include <errno.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

enum { INPUT_SIZE_MAX = 16 * 1024 * 1024, CHUNK_SIZE = 4096 };

/* The first line that is no text. */
static bool check_lines(const struct buf *text, struct err *err)
{
	size_t start = 0;

	for (int line = 1; start < text->len; line++) {
		const char *at = text->text + start;
		const char *end = memchr(at, '\n', text->len - start);
		size_t len = end ? (size_t)(end - at) : text->len - start;

		if (memchr(at, '\0', len) || !utf8_is_valid(at, len))
			return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "-:%d", line);
		start += len + 1;
	}
	return true;
}

/* What some editors put in front of a text is no part of it. */
static void drop_byte_order_mark(struct buf *text)
{
	static const unsigned char mark[] = { 0xEF, 0xBB, 0xBF };
	size_t len = sizeof(mark);

	if (text->len >= len && memcmp(text->text, mark, len) == 0) {
		memmove(text->text, text->text + len, text->len - len);
		buf_cut(text, text->len - len);
	}
}

bool input_read(FILE *in, struct buf *text, struct err *err)
{
	char chunk[CHUNK_SIZE];
	size_t len;

	while ((len = fread(chunk, 1, sizeof(chunk), in)) > 0) {
		if (text->len + len > INPUT_SIZE_MAX)
			return err_set(err, ERR_USAGE, MSG_INPUT_TOO_LARGE, NULL, "-");
		buf_add_len(text, chunk, len);
	}
	if (ferror(in))
		return err_set_reason(err, MSG_CANNOT_READ, errno, "-");
	drop_byte_order_mark(text);
	return check_lines(text, err);
}
