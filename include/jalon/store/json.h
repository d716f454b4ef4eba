/* SPDX-License-Identifier: MIT
 *
 * json: strict JSON in. The only module that knows cJSON; what goes out is jalon/base/json_write.h.
 *
 * For     the files of the store. cJSON is for what many have read and
 *         tested: unescaping, and the tree. The guard before it (json_guard.h) is for what cJSON
 *         lets through, and for saying at which line and member.
 * Owner   a parsed tree is the arena's, and borrows the bytes that it was parsed from: they must
 *         stay as long.
 * Units   lines count from 1; depth at most 64; size at most 16 MiB; values at most 500 000, since
 *         each takes ten times its bytes in memory.
 * Errors  json_parse: ERR_FAILED with "NAME:LINE: member.path". Refused before cJSON sees it: too
 *         large, not UTF-8, a NUL or U+0000, lone surrogates, too deep, a name twice in one object,
 *         text behind the end, and whatever RFC 8259 does not allow.
 * Source  RFC 8259. */
#ifndef JALON_STORE_JSON_H
#define JALON_STORE_JSON_H

#include <stdint.h>

#include "jalon/base/arena.h"
#include "jalon/base/err.h"
#include "jalon/store/json_limits.h"

enum json_type {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

struct json {
	enum json_type type;
	int line;
	const char *name; /* of the member, or NULL in an array and at the top */
	const char *text; /* a string's text; a number as written */
	const struct json *parent;
	struct json *first, *next; /* members or elements, in order */
	const char *source_start;  /* as written, see json_source */
	uint32_t source_len, count;
};

const struct json *json_parse(
	struct arena *arena, const char *text, size_t len, const char *name, struct err *err);
/* NULL when there is no such member. Names are compared exactly. */
const struct json *json_member(const struct json *object, const char *name);
/* "entries.a1.due", "members[2].name"; "" for the top. In the arena. */
const char *json_path(const struct json *json, struct arena *arena);

/* As written, but for the blanks between its parts: for members that are kept as they are. In the
 * arena. */
const char *json_source(const struct json *json, struct arena *arena);
/* A whole number as written ("3", "3.0", "3e0"); false when it is none, or does not fit. */
bool json_integer(const struct json *json, int64_t *number);
/* Hundredths; false when it is no number or has more than two decimals. */
bool json_hundredths(const struct json *json, int64_t *hundredths);

#endif
