/* SPDX-License-Identifier: MIT
 *
 * query: what a person means when they type a few letters.
 *
 * For     lists that narrow, texts that are searched. No case, no accents; every word of the query
 *         must occur somewhere in the text.
 * Owner   a query is the arena's.
 * Errors  none: a query without words is found everywhere. */
#ifndef JALON_BASE_QUERY_H
#define JALON_BASE_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "jalon/base/arena.h"

struct query {
	const char **words; /* folded */
	size_t count;
};

struct query query_make(struct arena *arena, const char *typed);
bool query_matches(const struct query *query, const char *text);
/* The same for a text that utf8_fold() has folded. */
bool query_matches_folded(const struct query *query, const char *folded);

#endif
