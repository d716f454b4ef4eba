/* SPDX-License-Identifier: MIT
 *
 * history_query: what a person types to find a change: who, what, and when.
 *
 * For     the history view.
 * Owner   a query is the arena's. */
#ifndef TUI_HISTORY_QUERY_H
#define TUI_HISTORY_QUERY_H

#include "jalon/base/query.h"

/* Words, and the days that they name where they do: "12 nov" is what was done on that day, or what
 * says 12 and nov. */
struct history_part {
	struct query words;
	bool is_date;
	int first_day, last_day;
};

struct history_query {
	struct history_part *parts;
	size_t count;
};

struct history_query history_query_make(struct arena *arena, const char *typed, int today_day);
/* All of its parts fit a change of that day, whose words utf8_fold() has folded. */
bool history_query_matches(const struct history_query *query, const char *folded, int day);

#endif
