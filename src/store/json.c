/* SPDX-License-Identifier: MIT
 *
 * Reading goes in two steps. A guard walks the bytes once, by the grammar of RFC 8259, and refuses
 * what cJSON would let through or stumble over: it never builds anything. What passes is parsed
 * by cJSON, and copied into a tree of ours in the arena. Guard and cJSON see the values in the
 * same order, so that the guard's list of where each value stands gives the tree its lines and
 * its source. */
#include "jalon/store/json.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

/* Where a value stands in the text. */
struct span {
	size_t start, end;
	int line;
};

/* One level of the path that leads to where the guard is. */
struct level {
	bool is_object;
	size_t index;          /* of the element, in an array */
	size_t name, name_len; /* of the member, raw, without quotes */
	size_t first_name;     /* where this object's names begin in guard->names */
};

struct name {
	const char *text; /* unescaped */
	size_t len;
	int line;
	size_t raw;
};

struct guard {
	const char *text, *file_name;
	size_t len, at;
	int line;
	struct level levels[JSON_DEPTH_MAX + 1];
	int depth;
	struct arena *arena;
	struct span *spans;
	size_t span_count, span_room;
	struct name *names;
	size_t name_count, name_room;
	struct err *err;
};

static void guard_path(const struct guard *guard, struct buf *path)
{
	for (int i = 1; i <= guard->depth; i++) {
		const struct level *level = &guard->levels[i];

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
	return refuse(guard, len ? MSG_JSON_UNEXPECTED : MSG_JSON_CUT_SHORT, found, guard->line);
}

static void skip_blanks(struct guard *guard)
{
	for (; guard->at < guard->len; guard->at++) {
		char c = guard->text[guard->at];

		if (c == '\n')
			guard->line++;
		else if (c != ' ' && c != '\t' && c != '\r')
			return;
	}
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

/* From the opening quote to behind the closing one. */
static bool guard_string(struct guard *guard, struct buf *unescaped)
{
	buf_clear(unescaped);
	guard->at++;
	for (;;) {
		size_t start = guard->at;

		while (guard->at < guard->len && (unsigned char)guard->text[guard->at] >= 0x20 &&
			guard->text[guard->at] != '"' && guard->text[guard->at] != '\\')
			guard->at++;
		buf_add_len(unescaped, guard->text + start, guard->at - start);
		if (peek(guard) == '"') {
			guard->at++;
			return true;
		}
		if (peek(guard) != '\\')
			return refuse_here(guard);
		guard->at++;
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
		guard->span_room = guard->span_room ? guard->span_room * 2 : 256;
		guard->spans = mem_resize(guard->spans, guard->span_room * sizeof(*guard->spans));
	}
	guard->spans[guard->span_count] =
		(struct span){ .start = guard->at, .end = guard->at, .line = guard->line };
	return guard->span_count++;
}

static void name_add(struct guard *guard, const struct buf *unescaped, size_t raw)
{
	if (guard->name_count == guard->name_room) {
		guard->name_room = guard->name_room ? guard->name_room * 2 : 64;
		guard->names = mem_resize(guard->names, guard->name_room * sizeof(*guard->names));
	}
	guard->names[guard->name_count++] =
		(struct name){ arena_copy_len(guard->arena, unescaped->text, unescaped->len),
			unescaped->len, guard->line, raw };
}

static int compare_names(const void *a, const void *b)
{
	const struct name *one = a, *other = b;
	int order = strcmp(one->text, other->text);

	if (order)
		return order;
	return one->raw < other->raw ? -1 : one->raw > other->raw;
}

/* At the end of an object: its names, sorted, and no two alike. */
static bool guard_names(struct guard *guard, struct level *level)
{
	struct name *names = guard->names + level->first_name;
	size_t count = guard->name_count - level->first_name;

	if (count > 1)
		qsort(names, count, sizeof(*names), compare_names);
	for (size_t i = 1; i < count; i++) {
		if (strcmp(names[i - 1].text, names[i].text) == 0) {
			level->name_len = 0;
			return refuse(guard, MSG_JSON_TWICE, names[i].text, names[i].line);
		}
	}
	guard->name_count = level->first_name;
	return true;
}

/* A scalar, or the opening of an array or an object (then *opened). */
static bool guard_begin_value(struct guard *guard, struct buf *unescaped, bool *opened)
{
	char c = peek(guard);
	size_t span = span_begin(guard);
	bool good;

	*opened = c == '{' || c == '[';
	if (*opened) {
		if (guard->depth == JSON_DEPTH_MAX)
			return refuse(guard, MSG_JSON_TOO_DEEP, NULL, guard->line);
		guard->at++;
		guard->levels[++guard->depth] =
			(struct level){ .is_object = c == '{', .first_name = guard->name_count };
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
	guard->spans[span].end = guard->at;
	return good;
}

static bool guard_name(struct guard *guard, struct buf *unescaped)
{
	struct level *level = &guard->levels[guard->depth];
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
		struct level *level = &guard->levels[guard->depth];

		skip_blanks(guard);
		if (peek(guard) == (level->is_object ? '}' : ']')) {
			if (level->is_object && !guard_names(guard, level))
				return false;
			guard->at++;
			guard->spans[open[guard->depth--]].end = guard->at;
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

/* Where the first byte stands that is not UTF-8, or a NUL. */
static bool guard_bytes(struct guard *guard)
{
	const char *text = guard->text;

	if (guard->len > JSON_SIZE_MAX)
		return refuse(guard, MSG_JSON_TOO_LARGE, NULL, 1);
	if (utf8_is_valid(text, guard->len) && !memchr(text, '\0', guard->len))
		return true;
	for (size_t start = 0; start < guard->len; guard->line++) {
		const char *end = memchr(text + start, '\n', guard->len - start);
		size_t len = end ? (size_t)(end - text) - start : guard->len - start;

		if (!utf8_is_valid(text + start, len))
			return refuse(guard, MSG_JSON_NOT_UTF8, NULL, guard->line);
		if (memchr(text + start, '\0', len))
			return refuse(guard, MSG_JSON_NUL, NULL, guard->line);
		start += len + 1;
	}
	return refuse(guard, MSG_JSON_NOT_UTF8, NULL, guard->line);
}

static bool guard_run(struct guard *guard)
{
	return guard_bytes(guard) && guard_values(guard);
}

static void guard_release(struct guard *guard)
{
	mem_free(guard->spans);
	mem_free(guard->names);
}

bool json_check(const char *text, size_t len, const char *name, struct err *err)
{
	struct arena *arena = arena_new();
	struct guard guard = {
		.text = text, .file_name = name, .len = len, .line = 1, .arena = arena, .err = err
	};
	bool good = guard_run(&guard);

	guard_release(&guard);
	arena_free(arena);
	return good;
}

/* The value as written, but for blanks between its parts. */
static const char *source_copy(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);
	size_t kept = 0;
	bool in_string = false;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (in_string && c == '\\') {
			copy[kept++] = c;
			c = text[++i];
		} else if (c == '"') {
			in_string = !in_string;
		} else if (!in_string && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
			continue;
		}
		copy[kept++] = c;
	}
	copy[kept] = '\0';
	return copy;
}

static enum json_type type_of(const cJSON *from)
{
	if (cJSON_IsObject(from))
		return JSON_OBJECT;
	if (cJSON_IsArray(from))
		return JSON_ARRAY;
	if (cJSON_IsString(from))
		return JSON_STRING;
	if (cJSON_IsNumber(from))
		return JSON_NUMBER;
	if (cJSON_IsTrue(from))
		return JSON_TRUE;
	return cJSON_IsFalse(from) ? JSON_FALSE : JSON_NULL;
}

/* Depth is at most JSON_DEPTH_MAX, the guard saw to that. */
static struct json *copy_tree(
	struct guard *guard, const cJSON *from, const struct json *parent, size_t *span_at)
{
	const struct span *span = &guard->spans[(*span_at)++];
	struct json *json = ARENA_NEW(guard->arena, struct json);
	struct json *last = NULL;
	const char *start = guard->text + span->start;
	size_t len = span->end - span->start;

	json->type = type_of(from);
	json->line = span->line;
	json->parent = parent;
	json->name = from->string && parent && parent->type == JSON_OBJECT
			     ? arena_copy(guard->arena, from->string)
			     : NULL;
	json->source_start = start;
	json->source_len = len;
	if (json->type == JSON_STRING)
		json->text = arena_copy(guard->arena, from->valuestring);
	else if (json->type == JSON_NUMBER)
		json->text = arena_copy_len(guard->arena, start, len);
	for (const cJSON *child = from->child; child; child = child->next) {
		struct json *copy = copy_tree(guard, child, json, span_at);

		if (last)
			last->next = copy;
		else
			json->first = copy;
		last = copy;
		json->count++;
	}
	return json;
}

const struct json *json_parse(
	struct arena *arena, const char *text, size_t len, const char *name, struct err *err)
{
	struct guard guard = {
		.file_name = name, .len = len, .line = 1, .arena = arena, .err = err
	};
	struct json *json = NULL;
	size_t span_at = 0;
	cJSON *parsed;

	/* The tree borrows from this copy, and cJSON wants the NUL behind it. */
	guard.text = len <= JSON_SIZE_MAX ? arena_copy_len(arena, text, len) : text;
	if (guard_run(&guard)) {
		parsed = cJSON_ParseWithLengthOpts(guard.text, len + 1, NULL, 1);
		if (!parsed)
			mem_die();
		json = copy_tree(&guard, parsed, NULL, &span_at);
		assert(span_at == guard.span_count);
		cJSON_Delete(parsed);
	}
	guard_release(&guard);
	return json;
}

const char *json_source(const struct json *json, struct arena *arena)
{
	return source_copy(arena, json->source_start, json->source_len);
}

const struct json *json_member(const struct json *object, const char *name)
{
	if (object->type != JSON_OBJECT)
		return NULL;
	for (const struct json *member = object->first; member; member = member->next) {
		if (strcmp(member->name, name) == 0)
			return member;
	}
	return NULL;
}

static void add_path(const struct json *json, struct buf *path)
{
	size_t index = 0;

	if (!json->parent)
		return;
	add_path(json->parent, path);
	if (json->name) {
		if (path->len)
			buf_add_char(path, '.');
		buf_add(path, json->name);
		return;
	}
	for (const struct json *one = json->parent->first; one != json; one = one->next)
		index++;
	buf_add_format(path, "[%zu]", index);
}

const char *json_path(const struct json *json, struct arena *arena)
{
	struct buf path = BUF_INIT;
	const char *copy;

	add_path(json, &path);
	copy = arena_copy(arena, path.text);
	buf_release(&path);
	return copy;
}

/* Digits and the place of the point, without a double in between, which might round. */
static bool scaled_number(const struct json *json, int scale, int64_t *number)
{
	const char *at;
	long exponent;
	int64_t value = 0;
	int zeros = 0, decimals = 0;
	bool negative, seen_point = false;

	if (json->type != JSON_NUMBER)
		return false;
	at = json->text;
	negative = *at == '-';
	at += negative;
	for (; is_digit(*at) || *at == '.'; at++) {
		if (*at == '.') {
			seen_point = true;
			continue;
		}
		decimals += seen_point;
		if (value > INT64_MAX / 100)
			return false;
		value = value * 10 + (*at - '0');
	}
	exponent = *at ? strtol(at + 1, NULL, 10) : 0;
	if (value == 0)
		exponent = decimals = 0;
	if (exponent > 40 || exponent < -40)
		return false;
	for (zeros = scale - decimals + (int)exponent; zeros > 0; zeros--) {
		if (value > INT64_MAX / 10)
			return false;
		value *= 10;
	}
	for (; zeros < 0; zeros++, value /= 10) {
		if (value % 10)
			return false;
	}
	*number = negative ? -value : value;
	return true;
}

bool json_integer(const struct json *json, int64_t *number)
{
	return scaled_number(json, 0, number);
}

bool json_hundredths(const struct json *json, int64_t *hundredths)
{
	return scaled_number(json, 2, hundredths);
}

static void add_escaped(struct buf *out, const char *text)
{
	static const char *const short_escapes[] = {
		['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"
	};

	buf_add_char(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\') {
			buf_add_char(out, '\\');
			buf_add_char(out, *text);
		} else if (c < ARRAY_LEN(short_escapes) && short_escapes[c]) {
			buf_add(out, short_escapes[c]);
		} else if (c < 0x20 || c == 0x7f) {
			buf_add_format(out, "\\u%04x", c);
		} else {
			buf_add_char(out, *text);
		}
	}
	buf_add_char(out, '"');
}

static void begin_line(struct json_writer *writer)
{
	if (writer->compact || writer->out->len == 0)
		return;
	buf_add_char(writer->out, '\n');
	buf_add_repeated(writer->out, "  ", writer->depth);
}

static void begin_value(struct json_writer *writer, const char *name)
{
	if (writer->after_value)
		buf_add_char(writer->out, ',');
	if (writer->depth)
		begin_line(writer);
	if (name) {
		add_escaped(writer->out, name);
		buf_add(writer->out, writer->compact ? ":" : ": ");
	}
	writer->after_value = true;
}

static void begin_nested(struct json_writer *writer, const char *name, char bracket)
{
	begin_value(writer, name);
	buf_add_char(writer->out, bracket);
	writer->depth++;
	writer->after_value = false;
}

static void end_nested(struct json_writer *writer, char bracket)
{
	writer->depth--;
	if (writer->after_value)
		begin_line(writer);
	buf_add_char(writer->out, bracket);
	writer->after_value = true;
}

void json_begin_object(struct json_writer *writer, const char *name)
{
	begin_nested(writer, name, '{');
}

void json_end_object(struct json_writer *writer)
{
	end_nested(writer, '}');
}

void json_begin_array(struct json_writer *writer, const char *name)
{
	begin_nested(writer, name, '[');
}

void json_end_array(struct json_writer *writer)
{
	end_nested(writer, ']');
}

void json_add_text(struct json_writer *writer, const char *name, const char *text)
{
	begin_value(writer, name);
	add_escaped(writer->out, text);
}

void json_add_integer(struct json_writer *writer, const char *name, int64_t number)
{
	begin_value(writer, name);
	buf_add_format(writer->out, "%lld", (long long)number);
}

void json_add_decimal(struct json_writer *writer, const char *name, int64_t hundredths)
{
	int64_t positive = hundredths < 0 ? -hundredths : hundredths;

	begin_value(writer, name);
	buf_add_format(
		writer->out, "%s%lld", hundredths < 0 ? "-" : "", (long long)(positive / 100));
	if (positive % 10)
		buf_add_format(writer->out, ".%02d", (int)(positive % 100));
	else if (positive % 100)
		buf_add_format(writer->out, ".%d", (int)(positive % 100 / 10));
}

void json_add_bool(struct json_writer *writer, const char *name, bool value)
{
	begin_value(writer, name);
	buf_add(writer->out, value ? "true" : "false");
}

void json_add_null(struct json_writer *writer, const char *name)
{
	begin_value(writer, name);
	buf_add(writer->out, "null");
}

void json_add_source(struct json_writer *writer, const char *name, const char *source)
{
	begin_value(writer, name);
	buf_add(writer->out, source);
}

void json_add_member(struct json_writer *writer, const char *source, size_t len)
{
	begin_value(writer, NULL);
	buf_add_len(writer->out, source, len);
}
