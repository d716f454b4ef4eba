/* SPDX-License-Identifier: MIT
 *
 * Text as it is kept. Nearly all of it comes tidy: that is told from its bytes alone. */
#include "jalon/base/utf8.h"

#include <string.h>
#include <unictype.h>
#include <uninorm.h>

/* U+0300, the first that may be part of the letter before it, begins with this byte; so does what
 * is composed of others but has a form of its own. */
enum { FIRST_OF_MARKS = 0xcc };

/* The typographic marks of U+2010 to U+203F, but for the line and paragraph separators. */
static bool is_plain_mark(const char *at)
{
	unsigned char last = (unsigned char)at[2];

	return memcmp(at, "\xe2\x80", 2) == 0 && last >= 0x90 && last != 0xa8 && last != 0xa9;
}

/* U+0085 begins with this byte, and so do the signs of Latin 1. */
static bool is_next_line(const char *at)
{
	return memcmp(at, "\xc2\x85", 2) == 0;
}

/* Whether nothing inside is to be changed; may say no where that is so. */
static bool is_plain(const char *text)
{
	for (const char *at = text; *at; at++) {
		unsigned char byte = (unsigned char)*at;

		if (byte == '\r')
			return false;
		if (byte < 0xc2)
			continue;
		if (is_next_line(at) || (byte >= FIRST_OF_MARKS && !is_plain_mark(at)))
			return false;
	}
	return true;
}

/* How many bytes of a line's end stand there. */
static size_t line_end(const char *at)
{
	static const char *const ends[] = { "\r\n", "\r", "\n", "\xc2\x85", "\xe2\x80\xa8",
		"\xe2\x80\xa9" };

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		if (strncmp(at, ends[i], strlen(ends[i])) == 0)
			return strlen(ends[i]);
	}
	return 0;
}

static void add_with_one_line_end(struct buf *out, const char *text)
{
	for (const char *at = text; *at;) {
		size_t len = line_end(at);

		buf_add_char(out, len ? '\n' : *at);
		at += len ? len : 1;
	}
}

static void compose(struct buf *out, const struct buf *text)
{
	size_t len;
	uint8_t *composed =
		u8_normalize(UNINORM_NFC, (const uint8_t *)text->text, text->len, NULL, &len);

	if (!composed)
		mem_die();
	buf_add_len(out, (const char *)composed, len);
	mem_free(composed);
}

/* What nobody sees at the end of a name: blanks, and what has no width. */
static bool is_nothing(uint32_t code_point)
{
	return code_point == 0x200b || code_point == 0x2060 || code_point == 0xfeff ||
	       uc_is_property_white_space(code_point);
}

/* The part of a name that says something. */
static const char *inside(const char *text, size_t *len)
{
	size_t start = 0, end = strlen(text), last;
	uint32_t code_point;

	while (start < end) {
		size_t size = utf8_decode(text + start, end - start, &code_point);

		if (!is_nothing(code_point))
			break;
		start += size;
	}
	last = start;
	for (size_t at = start; at < end;) {
		at += utf8_decode(text + at, end - at, &code_point);
		if (!is_nothing(code_point))
			last = at;
	}
	*len = last - start;
	return text + start;
}

/* A letter of ASCII or of Latin 1 at either end, as nearly all names have: U+00C0 to U+00FF begin
 * with 0xc3, and none of them is a blank. */
static bool has_plain_ends(const char *text, size_t len)
{
	unsigned char first = (unsigned char)text[0], last = (unsigned char)text[len - 1];
	bool begins = (first > ' ' && first < 0x7f) || first == 0xc3;
	bool ends =
		(last > ' ' && last < 0x7f) || (len > 1 && (unsigned char)text[len - 2] == 0xc3);

	return begins && ends;
}

const char *utf8_tidy(struct arena *arena, const char *text, bool has_lines)
{
	struct buf lines = BUF_INIT, composed = BUF_INIT;
	const char *tidy = text;
	size_t len;

	if (!is_plain(text) && utf8_is_valid(text, strlen(text))) {
		add_with_one_line_end(&lines, text);
		compose(&composed, &lines);
		tidy = arena_copy_len(arena, composed.text, composed.len);
		buf_release(&lines);
		buf_release(&composed);
	}
	len = strlen(tidy);
	if (!has_lines && len && !has_plain_ends(tidy, len) && utf8_is_valid(tidy, len)) {
		const char *part = inside(tidy, &len);

		if (len < strlen(tidy))
			tidy = arena_copy_len(arena, part, len);
	}
	return tidy;
}
