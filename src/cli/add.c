/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "cli/assignment.h"

/* "a1,a2", from one --requires or several. */
static bool parse_requires(struct cli *cli, struct action *action, struct err *err)
{
	struct string_list given = arguments_values(&cli->arguments, OPTION_REQUIRES, cli->arena);
	const char *all = "", *canonical;

	for (size_t i = 0; i < given.count; i++) {
		struct err wrong;

		if (!field_parse(
			    FIELD_ACTION_REQUIRES, given.texts[i], cli->arena, &canonical, &wrong))
			return err_set(
				err, wrong.code, wrong.message, given.texts[i], "--requires");
		all = arena_format(
			cli->arena, "%s%s%s", all, all[0] && canonical[0] ? "," : "", canonical);
	}
	field_set(FIELD_ACTION_REQUIRES, action, all, cli->arena);
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
	if (!parse_requires(cli, &action, err) ||
		!assignments_parse(cli, cli->arguments.words + 2, cli->arguments.word_count - 2,
			OBJECT_ENTRY, NULL, &list, err))
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
