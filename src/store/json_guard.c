/* SPDX-License-Identifier: MIT */
#include "store/json_guard.h"

#include <stddef.h>
#include <string.h>

#include "jalon/base/buf.h"
#include "jalon/base/sort.h"
#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

enum { NUMBER_LEN_MAX = 63 };

static const uint64_t each_byte = UINT64_MAX / 0xff; /* 1 in each */

struct guard_name {
	const char *text; /* unescaped */
	size_t len;
	int line;
	size_t raw, raw_len; /* as written, without quotes */
};

static void guard_path(const struct guard *guard, struct buf *path)
{
	for (int i = 1; i <= guard->depth; i++) {
		const struct guard_level *level = &guard->levels[i];

		if (!level->is_object) {
			buf_add_format(path, "[%zu]", level->index);
		} else if (level->name_len) {
			if (path->len)
				buf_add_char(path, '.');
			buf_add_len(path, guard->text + level->name, level->name_len);
		}
	}
}

static bool refuse(struct guard *guard, enum message message, const char *value, int line)
{
	struct buf path = BUF_INIT;

	guard_path(guard, &path);
	err_set(guard->err, ERR_FAILED, (int)message, value, "%s:%d%s%s", guard->file_name, line,
		path.len ? ": " : "", path.text);
	buf_release(&path);
	return false;
}

static bool refuse_here(struct guard *guard)
{
	char found[8] = "";
	size_t len = 0;

	if (guard->at < guard->len) {
		len = utf8_next(guard->text, guard->len, guard->at) - guard->at;
		if (len >= sizeof(found))
			len = 1;
		memcpy(found, guard->text + guard->at, len);
	}
	if (guard->at == 0 && strcmp(found, "\xef\xbb\xbf") == 0)
		return refuse(guard, MSG_JSON_BYTE_ORDER_MARK, NULL, guard->line);
	return refuse(guard, len ? MSG_JSON_UNEXPECTED : MSG_JSON_CUT_SHORT, found, guard->line);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* How many bytes in front of a word in memory have no bit in `marks`: there the first byte is the
 * lowest where numbers are little-endian. Else none, and who asks looks byte by byte. */
static size_t bytes_before(uint64_t marks)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(marks) / 8;
#else
	(void)marks;
	return 0;
#endif
}

/* A line mostly ends here, and the next begins with blanks to its depth: eight at a time. */
static void skip_more_blanks(struct guard *guard)
{
	const char *at = guard->text + guard->at, *end = guard->text + guard->len;
	uint64_t marks = 0;

	while (at < end && is_blank(*at)) {
		guard->line += *at == '\n';
		at++;
		for (; end - at >= (ptrdiff_t)sizeof(marks); at += sizeof(marks)) {
			memcpy(&marks, at, sizeof(marks));
			marks ^= each_byte * ' ';
			if (marks) {
				at += bytes_before(marks);
				break;
			}
		}
	}
	guard->at = (size_t)(at - guard->text);
}

/* Between most tokens there is none, or the one behind a colon. */
static inline void skip_blanks(struct guard *guard)
{
	const char *at = guard->text + guard->at;

	if (guard->at < guard->len && is_blank(*at))
		skip_more_blanks(guard);
}

static char peek(const struct guard *guard)
{
	return guard->at < guard->len ? guard->text[guard->at] : '\0';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool guard_digits(struct guard *guard)
{
	size_t start = guard->at;

	while (is_digit(peek(guard)))
		guard->at++;
	return guard->at > start;
}

static bool guard_number(struct guard *guard)
{
	size_t start = guard->at;

	if (peek(guard) == '-')
		guard->at++;
	if (peek(guard) == '0')
		guard->at++;
	else if (!guard_digits(guard))
		return refuse_here(guard);
	if (peek(guard) == '.') {
		guard->at++;
		if (!guard_digits(guard))
			return refuse_here(guard);
	}
	if (peek(guard) == 'e' || peek(guard) == 'E') {
		guard->at++;
		if (peek(guard) == '+' || peek(guard) == '-')
			guard->at++;
		if (!guard_digits(guard))
			return refuse_here(guard);
	}
	/* cJSON 1.7 takes so many bytes of a number, and stumbles over the next. */
	if (guard->at - start > NUMBER_LEN_MAX)
		return refuse(guard, MSG_JSON_NUMBER_TOO_LONG, NULL, guard->line);
	return true;
}

static int hex_digit(char c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The four digits behind "\u", or −1. */
static int hex_at(const struct guard *guard, size_t at)
{
	int value = 0;

	if (guard->len - at < 4)
		return -1;
	for (size_t i = 0; i < 4; i++) {
		int digit = hex_digit(guard->text[at + i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* Behind "\u": adds what it stands for. */
static bool guard_unicode(struct guard *guard, struct buf *unescaped)
{
	int unit = hex_at(guard, guard->at), low = -1;

	if (unit < 0)
		return refuse_here(guard);
	guard->at += 4;
	if (unit == 0)
		return refuse(guard, MSG_JSON_NUL, NULL, guard->line);
	if (unit >= 0xdc00 && unit <= 0xdfff)
		return refuse(guard, MSG_JSON_SURROGATE, NULL, guard->line);
	if (unit >= 0xd800 && unit <= 0xdbff) {
		if (guard->len - guard->at >= 6 && guard->text[guard->at] == '\\' &&
			guard->text[guard->at + 1] == 'u')
			low = hex_at(guard, guard->at + 2);
		if (low < 0xdc00 || low > 0xdfff)
			return refuse(guard, MSG_JSON_SURROGATE, NULL, guard->line);
		guard->at += 6;
		unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
	}
	utf8_add(unescaped, (uint32_t)unit);
	return true;
}

static bool guard_escape(struct guard *guard, struct buf *unescaped)
{
	static const char escapes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	char c = peek(guard);
	const char *found = c ? strchr(escapes, c) : NULL;

	if (c == 'u') {
		guard->at++;
		return guard_unicode(guard, unescaped);
	}
	if (!found)
		return refuse_here(guard);
	guard->at++;
	buf_add_char(unescaped, meanings[found - escapes]);
	return true;
}

/* A character that stands for itself in a string, and is one byte. */
static bool is_plain(char c)
{
	return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80 && c != '"' && c != '\\';
}

/* Where the run of such characters ends. Most of a file is such runs, so that they are passed eight
 * bytes at a time: where no byte has its high bit, one that is less than n, or that n takes to 0 by
 * exclusive or, borrows it when n, or 1, is taken away. A borrow from a neighbour marks a byte that
 * is plain, but none in front of the first that is not. */
static size_t plain_end(const char *text, size_t len, size_t at)
{
	for (; len - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
		uint64_t eight, quotes, backslashes, marks;

		memcpy(&eight, text + at, sizeof(eight));
		quotes = eight ^ (each_byte * '"');
		backslashes = eight ^ (each_byte * '\\');
		marks = (eight | (eight - each_byte * 0x20) | (quotes - each_byte) |
				(backslashes - each_byte)) &
			each_byte * 0x80;
		if (marks) {
			at += bytes_before(marks);
			break;
		}
	}
	while (at < len && is_plain(text[at]))
		at++;
	return at;
}

/* Over what stands for itself in a string, up to what does not, or is not UTF-8. */
static void skip_text(struct guard *guard)
{
	for (;;) {
		size_t start = plain_end(guard->text, guard->len, guard->at), end = start;

		while (end < guard->len && (unsigned char)guard->text[end] >= 0x80)
			end++;
		guard->at = start;
		if (end == start || !utf8_is_valid(guard->text + start, end - start))
			return;
		guard->at = end;
	}
}

/* From the opening quote to behind the closing one. `unescaped` stays empty when there was nothing
 * to unescape. */
static bool guard_string(struct guard *guard, struct buf *unescaped)
{
	buf_clear(unescaped);
	guard->at++;
	for (;;) {
		size_t start = guard->at;
		char c;

		skip_text(guard);
		c = peek(guard);
		if (c == '\\' || unescaped->len)
			buf_add_len(unescaped, guard->text + start, guard->at - start);
		if (c != '"' && c != '\\')
			return refuse_here(guard);
		guard->at++;
		if (c == '"')
			return true;
		if (!guard_escape(guard, unescaped))
			return false;
	}
}

static bool guard_literal(struct guard *guard, const char *word)
{
	size_t len = strlen(word);

	if (guard->len - guard->at < len || memcmp(guard->text + guard->at, word, len) != 0)
		return refuse_here(guard);
	guard->at += len;
	return true;
}

static size_t span_begin(struct guard *guard)
{
	if (guard->span_count == guard->span_room) {
		/* Few texts have more values than that. */
		guard->span_room = guard->span_room ? guard->span_room * 2 : guard->len / 16 + 16;
		guard->spans = mem_resize(guard->spans, guard->span_room * sizeof(*guard->spans));
	}
	guard->spans[guard->span_count] =
		(struct span){ .start = (uint32_t)guard->at, .line = guard->line };
	return guard->span_count++;
}

/* A name borrows from the text unless something in it was escaped. */
static void name_add(struct guard *guard, const struct buf *unescaped, size_t raw)
{
	const char *text = guard->text + raw + 1;
	size_t len = guard->at - raw - 2;

	if (guard->name_count == guard->name_room) {
		guard->name_room = guard->name_room ? guard->name_room * 2 : 64;
		guard->names = mem_resize(guard->names, guard->name_room * sizeof(*guard->names));
	}
	if (unescaped->len) {
		text = arena_copy_len(guard->arena, unescaped->text, unescaped->len);
		len = unescaped->len;
	}
	guard->names[guard->name_count++] =
		(struct guard_name){ text, len, guard->line, raw + 1, guard->at - raw - 2 };
}

static int compare_names(const void *a, const void *b)
{
	const struct guard_name *one = a, *other = b;
	size_t len = one->len < other->len ? one->len : other->len;
	int order = memcmp(one->text, other->text, len);

	if (order)
		return order;
	if (one->len != other->len)
		return one->len < other->len ? -1 : 1;
	return one->raw < other->raw ? -1 : one->raw > other->raw;
}

static bool same_name(const struct guard_name *one, const struct guard_name *other)
{
	return one->len == other->len && memcmp(one->text, other->text, one->len) == 0;
}

/* The second of two names alike, or NULL. A few are compared with each other, many are sorted. */
static const struct guard_name *find_twin(struct guard_name *names, size_t count)
{
	enum { FEW = 16 };

	if (count > FEW) {
		sort_array(names, count, sizeof(*names), compare_names);
		for (size_t i = 1; i < count; i++) {
			if (same_name(&names[i - 1], &names[i]))
				return &names[i];
		}
		return NULL;
	}
	for (size_t i = 1; i < count; i++) {
		for (size_t k = 0; k < i; k++) {
			if (same_name(&names[k], &names[i]))
				return &names[i];
		}
	}
	return NULL;
}

/* At the end of an object: no two of its names are alike. */
static bool guard_names(struct guard *guard, struct guard_level *level)
{
	size_t count = guard->name_count - level->first_name;
	const struct guard_name *twin =
		count ? find_twin(guard->names + level->first_name, count) : NULL;
	char *text;

	guard->name_count = level->first_name;
	if (!twin)
		return true;
	text = arena_copy_len(guard->arena, twin->text, twin->len);
	level->name = twin->raw;
	level->name_len = twin->raw_len;
	return refuse(guard, MSG_JSON_TWICE, text, twin->line);
}

/* A scalar, or the opening of an array or an object (then *opened). */
static bool guard_begin_value(struct guard *guard, struct buf *unescaped, bool *opened)
{
	char c = peek(guard);
	size_t span;
	bool good;

	if (guard->span_count == JSON_VALUES_MAX)
		return refuse(guard, MSG_JSON_TOO_MANY, NULL, guard->line);
	span = span_begin(guard);
	*opened = c == '{' || c == '[';
	if (*opened) {
		if (guard->depth == JSON_DEPTH_MAX)
			return refuse(guard, MSG_JSON_TOO_DEEP, NULL, guard->line);
		guard->at++;
		guard->levels[++guard->depth] = (struct guard_level){ .is_object = c == '{',
			.first_name = guard->name_count };
		/* Until the array or object ends, `end` says which span to close. */
		return true;
	}
	if (c == '"')
		good = guard_string(guard, unescaped);
	else if (c == 't')
		good = guard_literal(guard, "true");
	else if (c == 'f')
		good = guard_literal(guard, "false");
	else if (c == 'n')
		good = guard_literal(guard, "null");
	else
		good = guard_number(guard);
	guard->spans[span].end = (uint32_t)guard->at;
	return good;
}

static bool guard_name(struct guard *guard, struct buf *unescaped)
{
	struct guard_level *level = &guard->levels[guard->depth];
	size_t raw = guard->at;

	if (peek(guard) != '"')
		return refuse_here(guard);
	if (!guard_string(guard, unescaped))
		return false;
	level->name = raw + 1;
	level->name_len = guard->at - raw - 2;
	name_add(guard, unescaped, raw);
	skip_blanks(guard);
	if (peek(guard) != ':')
		return refuse_here(guard);
	guard->at++;
	skip_blanks(guard);
	return true;
}

/* After a value, or right after an opening: closes levels, and stands at the next value when
 * there is one. *done at the end of the top value. `open` are the spans of the open levels. */
static bool guard_advance(
	struct guard *guard, struct buf *unescaped, bool opened, size_t *open, bool *done)
{
	for (*done = false; guard->depth; opened = false) {
		struct guard_level *level = &guard->levels[guard->depth];

		skip_blanks(guard);
		if (peek(guard) == (level->is_object ? '}' : ']')) {
			if (level->is_object && !guard_names(guard, level))
				return false;
			guard->at++;
			guard->spans[open[guard->depth--]].end = (uint32_t)guard->at;
			continue;
		}
		if (!opened) {
			if (peek(guard) != ',')
				return refuse_here(guard);
			guard->at++;
			level->index++;
			skip_blanks(guard);
		}
		return level->is_object ? guard_name(guard, unescaped) : true;
	}
	*done = true;
	return true;
}

static bool guard_values(struct guard *guard)
{
	struct buf unescaped = BUF_INIT;
	size_t open[JSON_DEPTH_MAX + 1];
	bool good = true, done = false, opened = false;

	skip_blanks(guard);
	while (good && !done) {
		size_t span = guard->span_count;

		good = guard_begin_value(guard, &unescaped, &opened);
		if (good && opened)
			open[guard->depth] = span;
		good = good && guard_advance(guard, &unescaped, opened, open, &done);
	}
	buf_release(&unescaped);
	if (!good)
		return false;
	skip_blanks(guard);
	return guard->at == guard->len || refuse_here(guard);
}

/* After a refusal: where the bytes are no text at all, that is what is to be said, and the line. */
static bool refuse_bytes(struct guard *guard)
{
	const char *text = guard->text;

	guard->depth = 0;
	guard->line = 1;
	for (size_t start = 0; start < guard->len; guard->line++) {
		const char *end = memchr(text + start, '\n', guard->len - start);
		size_t len = end ? (size_t)(end - text) - start : guard->len - start;

		if (!utf8_is_valid(text + start, len))
			return refuse(guard, MSG_JSON_NOT_UTF8, NULL, guard->line);
		if (memchr(text + start, '\0', len))
			return refuse(guard, MSG_JSON_NUL, NULL, guard->line);
		start += len + 1;
	}
	return false;
}

bool guard_run(struct guard *guard)
{
	if (guard->len > JSON_SIZE_MAX)
		return refuse(guard, MSG_JSON_TOO_LARGE, NULL, 1);
	return guard_values(guard) || refuse_bytes(guard);
}

void guard_release(struct guard *guard)
{
	mem_free(guard->spans);
	mem_free(guard->names);
}
