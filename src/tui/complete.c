/* SPDX-License-Identifier: MIT */
#include "jalon/tui/complete.h"

#include <string.h>

void complete_owner(struct app *app)
{
	struct edit *edit = &app->dialogue.edit;
	const char *typed = edit->text.text, *first = NULL, *next = NULL;
	bool seen = false;

	for (size_t i = 0; i < app->org->member_count + app->org->entry_count; i++) {
		const char *name = i < app->org->member_count
					   ? app->org->members[i].name
					   : app->org->entries[i - app->org->member_count].owner;
		bool is_member = organisation_find_member(app->org, name) != NULL;

		if (!name[0] || (i >= app->org->member_count && is_member))
			continue;
		if (strcmp(name, typed) == 0) {
			seen = true;
			continue;
		}
		if (!first)
			first = name;
		if (!next && (seen || (typed[0] && strncmp(name, typed, strlen(typed)) == 0)))
			next = name;
	}
	next = next ? next : first;
	if (next) {
		edit_release(edit);
		edit_init(edit, arena_copy(app->command_arena, next), false);
	}
}
