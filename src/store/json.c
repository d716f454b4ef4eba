/* SPDX-License-Identifier: MIT
 *
 * Reading goes in two steps. A guard walks the bytes once, by the grammar of RFC 8259, and refuses
 * what cJSON would let through or stumble over: it never builds anything. What passes is parsed
 * by cJSON, in memory of the arena, where a tree of ours takes the place of its own and keeps its
 * strings. Guard and cJSON see the values in the same order, so that the guard's list of where
 * each value stands gives the tree its lines and its source. */
#include "jalon/store/json.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/buf.h"
#include "jalon/text/errors.h"
#include "store/json_guard.h"

/* The value as written, but for blanks between its parts. */
static const char *source_copy(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc_text(arena, len + 1);
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

/* Our node takes the place of the one it is made from, which nobody looks at again. */
union node {
	cJSON parsed;
	struct json json;
};

/* Depth is at most JSON_DEPTH_MAX, the guard saw to that. */
static struct json *make_tree(
	struct guard *guard, cJSON *from, const struct json *parent, size_t *span_at)
{
	const struct span *span = &guard->spans[(*span_at)++];
	union node *node = (union node *)from;
	const cJSON parsed = node->parsed;
	struct json *json = &node->json;
	struct json **last = &json->first;

	*json = (struct json){ .type = type_of(&parsed),
		.line = span->line,
		.name = parent && parent->type == JSON_OBJECT ? parsed.string : NULL,
		.parent = parent,
		.source_start = guard->text + span->start,
		.source_len = span->end - span->start };
	if (json->type == JSON_STRING)
		json->text = parsed.valuestring;
	else if (json->type == JSON_NUMBER)
		json->text = arena_copy_len(guard->arena, json->source_start, json->source_len);
	for (cJSON *child = parsed.child, *next; child; child = next) {
		next = child->next;
		*last = make_tree(guard, child, json, span_at);
		last = &(*last)->next;
		json->count++;
	}
	return json;
}

/* Where cJSON gets its memory from: it asks a function that knows nothing else. Set for the time of
 * one parse only. */
static struct arena *parsing_arena;

/* A node is asked for by its size, and all else is text: a text that happens to be as long as a
 * node gets no less. cJSON clears its nodes itself. */
static void *parsing_alloc(size_t size)
{
	if (size == sizeof(cJSON))
		return arena_alloc_unset(parsing_arena, sizeof(union node));
	return arena_alloc_text(parsing_arena, size);
}

/* The arena is dropped as a whole. */
static void parsing_free(void *memory)
{
	(void)memory;
}

static cJSON *parse_into(struct arena *arena, const char *text, size_t len)
{
	cJSON_Hooks hooks = { .malloc_fn = parsing_alloc, .free_fn = parsing_free };
	cJSON *parsed;

	parsing_arena = arena;
	cJSON_InitHooks(&hooks);
	parsed = cJSON_ParseWithLength(text, len);
	cJSON_InitHooks(NULL);
	parsing_arena = NULL;
	return parsed;
}

const struct json *json_parse(
	struct arena *arena, const char *text, size_t len, const char *name, struct err *err)
{
	struct guard guard = {
		.text = text, .file_name = name, .len = len, .line = 1, .arena = arena, .err = err
	};
	struct json *json = NULL;
	size_t span_at = 0;
	cJSON *parsed;

	if (guard_run(&guard)) {
		parsed = parse_into(arena, text, len);
		if (parsed)
			json = make_tree(&guard, parsed, NULL, &span_at);
		else
			err_set(err, ERR_FAILED, MSG_JSON_UNEXPECTED, NULL, "%s", name);
		assert(!parsed || span_at == guard.span_count);
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
		if (member->name[0] == name[0] && strcmp(member->name, name) == 0)
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
