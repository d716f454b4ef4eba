/* SPDX-License-Identifier: MIT */
#include "jalon/base/query.h"

#include <string.h>

#include "jalon/base/utf8.h"

struct query query_make(struct arena *arena, const char *typed)
{
	struct buf folded = BUF_INIT;
	struct query query = { .count = 0 };
	char *text, *rest, *word;

	utf8_fold(&folded, typed, strlen(typed));
	text = arena_copy(arena, folded.text);
	buf_release(&folded);
	query.words = ARENA_ARRAY(arena, const char *, strlen(text) / 2 + 1);
	for (word = strtok_r(text, " \t\n", &rest); word; word = strtok_r(NULL, " \t\n", &rest))
		query.words[query.count++] = word;
	return query;
}

bool query_matches_folded(const struct query *query, const char *folded)
{
	for (size_t i = 0; i < query->count; i++) {
		if (!strstr(folded, query->words[i]))
			return false;
	}
	return true;
}

bool query_matches(const struct query *query, const char *text)
{
	struct buf folded = BUF_INIT;
	bool matches;

	utf8_fold(&folded, text, strlen(text));
	matches = query_matches_folded(query, folded.text);
	buf_release(&folded);
	return matches;
}
