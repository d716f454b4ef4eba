/* SPDX-License-Identifier: MIT */
#include "tui/matches.h"

#include <string.h>

void matches_add(struct matches *matches, struct arena *arena, struct match match)
{
	if (matches->count == matches->room)
		matches->rows =
			arena_grow(arena, matches->rows, &matches->room, sizeof(*matches->rows));
	matches->rows[matches->count++] = match;
}

int matches_place(const struct matches *matches, const char *id)
{
	for (size_t i = 0; id && i < matches->count; i++) {
		if (strcmp(matches->rows[i].id, id) == 0)
			return (int)i;
	}
	return matches->count ? 0 : -1;
}
