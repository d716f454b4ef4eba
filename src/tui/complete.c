/* SPDX-License-Identifier: MIT */
#include "jalon/tui/complete.h"

#include <string.h>

static void add_name(const char **names, size_t *count, const char *name)
{
	if (!name[0])
		return;
	for (size_t i = 0; i < *count; i++) {
		if (strcmp(names[i], name) == 0)
			return;
	}
	names[(*count)++] = name;
}

/* The members, then who else takes care of something, each once. */
static struct string_list known_names(struct app *app)
{
	const struct organisation *org = app->org;
	const char **names =
		ARENA_ARRAY(app->command_arena, const char *, org->member_count + org->entry_count);
	size_t count = 0;

	for (size_t i = 0; i < org->member_count; i++)
		add_name(names, &count, org->members[i].name);
	for (size_t i = 0; i < org->entry_count; i++)
		add_name(names, &count, org->entries[i].owner);
	return (struct string_list){ names, count };
}

/* The name behind the one that is typed, in a circle; else the first that begins so, or any. */
static size_t next_name(const struct string_list *names, const char *typed)
{
	size_t found = 0, len = strlen(typed);

	for (size_t i = names->count; i-- > 0;) {
		if (strcmp(names->texts[i], typed) == 0)
			return (i + 1) % names->count;
		if (strncmp(names->texts[i], typed, len) == 0)
			found = i;
	}
	return found;
}

void complete_owner(struct app *app)
{
	struct edit *edit = &app->dialogue.edit;
	struct string_list names = known_names(app);

	if (names.count)
		edit_set(edit, names.texts[next_name(&names, edit->text.text)]);
}
