/* SPDX-License-Identifier: MIT */
#include "model/extra.h"

#include <string.h>

/* Members stand one a line, `"name":value`; a quote in a name has a backslash before it. */
static size_t name_len(const char *line)
{
	size_t len = 1;

	while (line[len] && line[len] != '"')
		len += line[len] == '\\' && line[len + 1] ? 2 : 1;
	return len + 1;
}

struct string_list extra_names(struct arena *arena, const char *extra)
{
	const char **names;
	size_t room = 1, count = 0;

	for (const char *at = extra; at && *at; at++)
		room += *at == '\n';
	names = ARENA_ARRAY(arena, const char *, room);
	while (extra && *extra) {
		names[count++] = arena_copy_len(arena, extra + 1, name_len(extra) - 2);
		extra = strchr(extra, '\n');
		extra = extra ? extra + 1 : NULL;
	}
	return (struct string_list){ names, count };
}

const char *extra_value(struct arena *arena, const char *extra, const char *name)
{
	size_t len = strlen(name);

	while (extra && *extra) {
		size_t line = strcspn(extra, "\n"), named = name_len(extra);

		if (named == len + 2 && memcmp(extra + 1, name, len) == 0)
			return arena_copy_len(arena, extra + named + 1, line - named - 1);
		extra += line + (extra[line] == '\n');
	}
	return "";
}
