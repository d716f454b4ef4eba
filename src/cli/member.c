/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "cli/assignment.h"

static bool run(struct cli *cli, struct err *err)
{
	const char *name = utf8_tidy(cli->arena, cli->arguments.words[1], false);
	struct change_list changes = { NULL, 0, 0 };
	struct assignment_list list;
	struct commit_outcome outcome;
	const struct organisation *org;
	const struct member *present;
	struct member member;

	if (utf8_is_blank(name))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "member");
	if (!assignments_parse(cli, cli->arguments.words + 2, cli->arguments.word_count - 2,
		    OBJECT_MEMBER, NULL, &list, err))
		return false;
	org = cli_load(cli, err);
	if (!org)
		return false;
	/* What is not given is unset for somebody new, and stays for somebody who is there. */
	present = organisation_find_member(org, name);
	member = present ? *present : (struct member){ .extra = NULL };
	if (!present)
		object_unset(OBJECT_MEMBER, &member);
	member.name = name;
	for (size_t i = 0; i < list.count; i++)
		field_set(list.assignments[i].field, &member, list.assignments[i].canonical,
			cli->arena);
	change_list_add(&changes, cli->arena,
		(struct change){ .entry = "",
			.field = FIELD_MEMBER,
			.from = { .text = "", .member = present },
			.to = { .text = "", .member = &member } });
	return cli_commit(cli, &changes, &outcome, err);
}

// clang-format off
const struct subcommand cli_member = {
	.name = "member",
	.arguments = { .fr = "ORG NAME [capacity=DAYS] [away=DAYS]", .en = "ORG NAME [capacity=DAYS] [away=DAYS]" },
	.words_min = 2, .words_max = 4,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "nommer quelqu’un qui s’occupe d’actions", .en = "name somebody who owns actions" },
	.help = {
		.fr = "La capacité est en jours-personne par semaine (2 si l’on ne dit rien). Le plan donne ses dates à chacun selon la sienne, et saute ses jours d’absence : away s’écrit AAAA-MM-JJ, ou AAAA-MM-JJ/AAAA-MM-JJ du premier au dernier, avec des virgules.",
		.en = "The capacity is in person-days a week (2 where nothing is said). The plan gives each person dates by their own, and steps over the days on which that one is away: away is written YYYY-MM-DD, or YYYY-MM-DD/YYYY-MM-DD from the first to the last, with commas." },
	.example = { .fr = "jalon member demo Inès capacity=1.5", .en = "jalon member demo Inès capacity=1.5" },
	.run = run,
};
// clang-format on
