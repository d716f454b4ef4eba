/* SPDX-License-Identifier: MIT */
#include "cli/assignment.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "cli/suggest.h"

struct taker {
	enum object of;
	const char *subject; /* or NULL */
};

/* What an action requires is said of its entry: see subject_field(). */
static bool is_taken(enum field field, const struct taker *taker)
{
	const struct field_row *row = &field_rows[field];

	if (field_is_value_of(field, taker->of))
		return !row->is_key || (row->is_renamed && taker->subject);
	return taker->subject && taker->of == OBJECT_ENTRY &&
	       field_is_value_of(field, OBJECT_ACTION) && !row->is_key &&
	       field != FIELD_ACTION_REQUIRES;
}

static bool find_field(const struct taker *taker, const char *name, enum field *field)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		if (is_taken((enum field)i, taker) && strcmp(name, field_rows[i].name) == 0) {
			*field = (enum field)i;
			return true;
		}
	}
	return false;
}

static bool refuse_field(
	struct cli *cli, const char *name, const struct taker *taker, struct err *err)
{
	const char *names[FIELD_COUNT], *nearest;
	struct buf all = BUF_INIT;
	size_t count = 0;

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (!is_taken((enum field)i, taker))
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

static bool parse_one(struct cli *cli, const char *word, const struct taker *taker,
	struct assignment *assignment, struct err *err)
{
	const char *equals = strchr(word, '=');
	const char *name;

	if (!equals)
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_AN_ASSIGNMENT, word);
	name = arena_copy_len(cli->arena, word, (size_t)(equals - word));
	if (!find_field(taker, name, &assignment->field))
		return refuse_field(cli, name, taker, err);
	return field_parse(assignment->field, equals + 1, cli->arena, &assignment->canonical, err);
}

bool assignments_parse(struct cli *cli, const char *const *words, size_t count, enum object of,
	const char *subject, struct assignment_list *list, struct err *err)
{
	const struct taker taker = { of, subject };
	struct assignment *assignments = ARENA_ARRAY(cli->arena, struct assignment, count + 1);

	*list = (struct assignment_list){ assignments, count };
	for (size_t i = 0; i < count; i++) {
		if (!parse_one(cli, words[i], &taker, &assignments[i], err))
			return false;
	}
	return true;
}
