/* SPDX-License-Identifier: MIT
 *
 * search: what a person means when they type a few letters.
 *
 * For     the `/` and `f` keys, and lists that narrow while one types. No case, no accents; every
 *         word of the query must occur somewhere in the text.
 * Owner   a query is the arena's. */
#ifndef JALON_MODEL_SEARCH_H
#define JALON_MODEL_SEARCH_H

#include "jalon/model/organisation.h"

struct query {
	struct string_list words; /* folded */
};

struct query query_make(struct arena *arena, const char *typed);
bool query_matches(const struct query *query, const char *text);
/* In the title, plain line, owner, notes and service name, in the language given. */
bool query_matches_entry(const struct query *query, const struct entry *entry, enum lang lang);

enum filter {
	FILTER_ALL,
	FILTER_REMAINING,
	FILTER_MINE, /* remaining and owned by `author` */
	FILTER_LATE,
	FILTER_RECOMMENDATIONS,
	FILTER_QUESTIONS,
	FILTER_OPPORTUNITIES,
	FILTER_VIGILANCE,
	FILTER_ACTIONS,
	FILTER_COUNT
};
bool filter_accepts(
	enum filter filter, const struct entry *entry, const char *author, int today_day);

#endif
