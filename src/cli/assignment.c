/* SPDX-License-Identifier: MIT */
#include "jalon/cli/assignment.h"

#include <string.h>

#include "jalon/cli/suggest.h"
#include "jalon/text/messages.h"

static bool field_is_taken(enum field field, bool of_organisation)
{
	return of_organisation ? field_rows[field].of_organisation : field_rows[field].of_entry;
}

static bool refuse_field(struct cli *cli, const char *name, bool of_organisation, struct err *err)
{
	const char *names[FIELD_COUNT], *nearest;
	size_t count = 0;

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (field_is_taken((enum field)i, of_organisation))
			names[count++] = field_rows[i].name;
	}
	nearest = suggest_nearest(name, (struct string_list){ names, count });
	if (nearest)
		text_did_you_mean(&cli->hint, cli->lang, nearest);
	return err_set(err, ERR_USAGE,
		of_organisation ? MSG_NO_SUCH_ORGANISATION_FIELD : MSG_NO_SUCH_FIELD, name, "%s",
		"");
}

static bool parse_one(struct cli *cli, const char *word, bool of_organisation,
	struct assignment *assignment, struct err *err)
{
	const char *equals = strchr(word, '=');
	const char *name;

	if (!equals)
		return err_set(err, ERR_USAGE, MSG_NOT_AN_ASSIGNMENT, word, "%s", "");
	name = arena_copy_len(cli->arena, word, (size_t)(equals - word));
	if (!field_find(name, &assignment->field) ||
		!field_is_taken(assignment->field, of_organisation))
		return refuse_field(cli, name, of_organisation, err);
	return field_parse(assignment->field, equals + 1, cli->arena, &assignment->canonical, err);
}

bool assignments_parse(struct cli *cli, const char *const *words, size_t count,
	bool of_organisation, struct assignment_list *list, struct err *err)
{
	struct assignment *assignments = ARENA_ARRAY(cli->arena, struct assignment, count + 1);

	*list = (struct assignment_list){ assignments, count };
	for (size_t i = 0; i < count; i++) {
		if (!parse_one(cli, words[i], of_organisation, &assignments[i], err))
			return false;
	}
	return true;
}
