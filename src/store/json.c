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

#include "jalon/store/json_guard.h"
#include "jalon/text/errors.h"

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

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
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
		if (parsed)
			json = copy_tree(&guard, parsed, NULL, &span_at);
		else
			err_set(err, ERR_FAILED, MSG_JSON_UNEXPECTED, NULL, "%s", name);
		assert(!parsed || span_at == guard.span_count);
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
