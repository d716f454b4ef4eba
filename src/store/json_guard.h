/* SPDX-License-Identifier: MIT
 *
 * json_guard: refuses, before cJSON sees it, what is not strict JSON.
 *
 * For     json.c alone. Walks the bytes once, by the grammar of RFC 8259, and builds nothing but
 *         the list of where each value stands, in the order in which a parser meets them.
 * Owner   the caller's struct; guard_release() frees what guard_run() allocated, after failure
 *         too.
 * Errors  as json_parse(): "NAME:LINE: member.path". */
#ifndef STORE_JSON_GUARD_H
#define STORE_JSON_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jalon/base/arena.h"
#include "jalon/base/err.h"
#include "jalon/store/json_limits.h"

/* Where a value stands in the text, which is at most JSON_SIZE_MAX long. */
struct span {
	uint32_t start, end;
	int line;
};

/* One level of the path that leads to where the guard is. */
struct guard_level {
	bool is_object;
	size_t index;          /* of the element, in an array */
	size_t name, name_len; /* of the member, as written, without quotes */
	size_t first_name;     /* where this object's names begin in guard->names */
};

struct guard_name;

struct guard {
	const char *text, *file_name;
	size_t len, at;
	int line;
	struct guard_level levels[JSON_DEPTH_MAX + 1];
	int depth;
	struct arena *arena; /* for unescaped names */
	struct span *spans;
	size_t span_count, span_room;
	struct guard_name *names;
	size_t name_count, name_room;
	struct err *err;
};

bool guard_run(struct guard *guard);
void guard_release(struct guard *guard);

#endif
