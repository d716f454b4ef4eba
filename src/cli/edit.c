/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include "cli/assignment.h"

static bool run(struct cli *cli, struct err *err)
{
	struct change_list changes = { NULL, 0, 0 };
	struct assignment_list list;
	struct commit_outcome outcome;
	const struct organisation *org;

	if (!assignments_parse(cli, cli->arguments.words + 1, cli->arguments.word_count - 1,
		    OBJECT_ORGANISATION, NULL, &list, err))
		return false;
	org = cli_load(cli, err);
	if (!org)
		return false;
	for (size_t i = 0; i < list.count; i++)
		change_list_add_organisation_field(&changes, cli->arena, org,
			list.assignments[i].field, list.assignments[i].canonical);
	return cli_commit(cli, &changes, &outcome, err);
}

// clang-format off
const struct subcommand cli_edit = {
	.name = "edit",
	.arguments = { .fr = "ORG FIELD=VALUE...", .en = "ORG FIELD=VALUE..." },
	.words_min = 2, .words_max = SUBCOMMAND_MANY,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "changer l’organisation elle-même", .en = "change the organisation itself" },
	.lists_fields = true, .fields_of = OBJECT_ORGANISATION,
	.help = {
		.fr = "« FIELD= » sans rien derrière vide le champ.",
		.en = "Nobody works on public holidays (fr, or fr-alsace-moselle), nor on the days in closed: the plan steps over them. closed is written YYYY-MM-DD, or YYYY-MM-DD/YYYY-MM-DD from the first to the last, with commas. “FIELD=” with nothing behind it clears the field." },
	.example = {
		.fr = "jalon edit demo capacity=3 holidays=fr closed=2026-12-24/2027-01-03",
		.en = "jalon edit demo capacity=3 holidays=fr closed=2026-12-24/2027-01-03" },
	.run = run,
};
// clang-format on
