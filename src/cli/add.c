/* SPDX-License-Identifier: MIT */
#include "jalon/cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/cli/assignment.h"

/* Named twice, an entry is required once. */
static void add_id(const char **ids, size_t *count, const char *id)
{
	for (size_t i = 0; i < *count; i++) {
		if (strcmp(ids[i], id) == 0)
			return;
	}
	ids[(*count)++] = id;
}

/* "a1,a2", from one --requires or several. */
static bool parse_requires(struct cli *cli, struct string_list *requires, struct err *err)
{
	struct string_list given = arguments_values(&cli->arguments, OPTION_REQUIRES, cli->arena);
	size_t room = 0, count = 0;
	const char **ids;

	for (size_t i = 0; i < given.count; i++)
		room += strlen(given.texts[i]) / 2 + 1;
	ids = ARENA_ARRAY(cli->arena, const char *, room + 1);
	for (size_t i = 0; i < given.count; i++) {
		const char *at = given.texts[i];

		while (*at) {
			size_t len = strcspn(at, ",");

			if (len == 0 || (at[len] == ',' && !at[len + 1]))
				return err_set(err, ERR_USAGE, MSG_NOT_AN_ID_LIST, given.texts[i],
					"--requires");
			add_id(ids, &count, arena_copy_len(cli->arena, at, len));
			at += len + (at[len] == ',');
		}
	}
	*requires = (struct string_list){ ids, count };
	return true;
}

static bool check_requires(struct cli *cli, const struct organisation *org,
	const struct string_list *requires, struct err *err)
{
	for (size_t i = 0; i < requires->count; i++) {
		if (!cli_find_entry(cli, org, requires->texts[i], err))
			return false;
	}
	return true;
}

static void add_changes(struct cli *cli, const struct action *action,
	const struct assignment_list *list, struct change_list *changes)
{
	change_list_add(changes, cli->arena,
		(struct change){ .entry = CHANGE_NEW_ACTION,
			.field = FIELD_ACTION,
			.from = VALUE_NONE,
			.to = { .text = "", .action = action } });
	for (size_t i = 0; i < list->count; i++)
		change_list_add(changes, cli->arena,
			(struct change){ .entry = CHANGE_NEW_ACTION,
				.field = list->assignments[i].field,
				.from = VALUE_NONE,
				.to = { .text = list->assignments[i].canonical } });
}

static bool run(struct cli *cli, struct err *err)
{
	const char *item = arguments_value(&cli->arguments, OPTION_ITEM);
	struct action action = {
		.id = "", .title = cli->arguments.words[1], .item = item ? item : ""
	};
	struct change_list changes = { NULL, 0, 0 };
	struct assignment_list list;
	struct commit_outcome outcome;
	const struct organisation *org;

	if (utf8_is_blank(action.title))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "title");
	if (!parse_requires(cli, &action.requires, err) ||
		!assignments_parse(cli, cli->arguments.words + 2, cli->arguments.word_count - 2,
			false, &list, err))
		return false;
	org = cli_load(cli, err);
	if (!org || !check_requires(cli, org, &action.requires, err))
		return false;
	add_changes(cli, &action, &list, &changes);
	if (!cli_commit(cli, &changes, &outcome, err))
		return false;
	buf_add_format(&cli->out, "%s\n", outcome.new_id);
	return true;
}

// clang-format off
const struct subcommand cli_add = {
	.name = "add",
	.arguments = { .fr = "ORG TITLE [FIELD=VALUE...]", .en = "ORG TITLE [FIELD=VALUE...]" },
	.words_min = 2, .words_max = SUBCOMMAND_MANY,
	.options = OPTION_BIT(OPTION_ITEM) | OPTION_BIT(OPTION_REQUIRES) | OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "ajouter une action bien à soi", .en = "add an action of one’s own" },
	.help = {
		.fr = "Son identifiant (a1, a2…) est affiché. Les champs sont ceux de « jalon set ».",
		.en = "Its id (a1, a2…) is printed. The fields are those of “jalon set”." },
	.example = {
		.fr = "jalon add demo \"Appeler la mission locale\" --requires a1 effort=0.5 owner=Inès",
		.en = "jalon add demo \"Call the youth centre\" --requires a1 effort=0.5 owner=Inès" },
	.run = run,
};
// clang-format on
