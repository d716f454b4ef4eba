/* SPDX-License-Identifier: MIT */
#include "tui/history_query.h"

#include <string.h>

#include "jalon/text/past_days.h"

enum { DATE_WORDS_MAX = 3 };

/* Where the word behind that many words ends. */
static size_t words_len(const char *text, int words)
{
	size_t len = 0;

	for (int i = 0; i < words; i++) {
		len += strspn(text + len, " \t");
		if (!text[len])
			return 0;
		len += strcspn(text + len, " \t");
	}
	return len;
}

/* As many words as name a day together, else one. Returns how much of the text that was. */
static size_t read_part(
	struct arena *arena, const char *text, int today_day, struct history_part *part)
{
	size_t len;

	for (int words = DATE_WORDS_MAX; words > 0; words--) {
		len = words_len(text, words);
		part->is_date = len > 0 && text_parse_past_days(arena_copy_len(arena, text, len),
						   today_day, &part->first_day, &part->last_day);
		if (part->is_date)
			break;
	}
	if (!part->is_date)
		len = words_len(text, 1);
	part->words = query_make(arena, arena_copy_len(arena, text, len));
	return len;
}

struct history_query history_query_make(struct arena *arena, const char *typed, int today_day)
{
	struct history_query query = { .count = 0 };
	const char *at = typed + strspn(typed, " \t");

	query.parts = ARENA_ARRAY(arena, struct history_part, strlen(typed) / 2 + 1);
	while (*at) {
		at += read_part(arena, at, today_day, &query.parts[query.count++]);
		at += strspn(at, " \t");
	}
	return query;
}

bool history_query_matches(const struct history_query *query, const char *folded, int day)
{
	for (size_t i = 0; i < query->count; i++) {
		const struct history_part *part = &query->parts[i];
		bool on_day = part->is_date && day >= part->first_day && day <= part->last_day;

		if (!on_day && !query_matches_folded(&part->words, folded))
			return false;
	}
	return true;
}
