/* SPDX-License-Identifier: MIT */
#include "cli/assignment.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "cli/suggest.h"

static bool is_taken(enum field field, enum object of)
{
	return field_is_value_of(field, of) && !field_rows[field].is_key;
}

static bool refuse_field(struct cli *cli, const char *name, enum object of, struct err *err)
{
	const char *names[FIELD_COUNT], *nearest;
	struct buf all = BUF_INIT;
	size_t count = 0;

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (!is_taken((enum field)i, of))
			continue;
		buf_add_format(&all, "%s%s", count ? ", " : "", field_rows[i].name);
		names[count++] = field_rows[i].name;
	}
	nearest = suggest_nearest(name, (struct string_list){ names, count });
	if (nearest)
		text_did_you_mean(&cli->hint, cli->lang, nearest);
	else
		text_choices_are(&cli->hint, cli->lang, all.text);
	buf_release(&all);
	return err_set_nowhere(err, ERR_USAGE, MSG_NO_SUCH_FIELD, name);
}

static bool parse_one(struct cli *cli, const char *word, enum object of,
	struct assignment *assignment, struct err *err)
{
	const char *equals = strchr(word, '=');
	const char *name;

	if (!equals)
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_AN_ASSIGNMENT, word);
	name = arena_copy_len(cli->arena, word, (size_t)(equals - word));
	if (!field_find(of, name, &assignment->field) || !is_taken(assignment->field, of))
		return refuse_field(cli, name, of, err);
	return field_parse(assignment->field, equals + 1, cli->arena, &assignment->canonical, err);
}

bool assignments_parse(struct cli *cli, const char *const *words, size_t count, enum object of,
	struct assignment_list *list, struct err *err)
{
	struct assignment *assignments = ARENA_ARRAY(cli->arena, struct assignment, count + 1);

	*list = (struct assignment_list){ assignments, count };
	for (size_t i = 0; i < count; i++) {
		if (!parse_one(cli, words[i], of, &assignments[i], err))
			return false;
	}
	return true;
}
