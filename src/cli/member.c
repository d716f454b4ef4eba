/* SPDX-License-Identifier: MIT */
#include "jalon/cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/cli/assignment.h"

/* Without capacity= a new member has the default one, and a present one keeps theirs. */
static bool choose_capacity(
	struct cli *cli, const struct assignment_list *list, struct member *member, struct err *err)
{
	int64_t hundredths = CAPACITY_CENTIDAYS_DEFAULT;

	if (list->count == 0)
		return true;
	if (list->assignments[0].field != FIELD_CAPACITY)
		return err_set(err, ERR_USAGE, MSG_NO_SUCH_MEMBER_FIELD,
			field_rows[list->assignments[0].field].name, "%s", "");
	if (list->assignments[0].canonical[0] &&
		!decimal_parse(list->assignments[0].canonical, &hundredths))
		return err_set(
			err, ERR_USAGE, MSG_NOT_A_CAPACITY, cli->arguments.words[2], "capacity");
	member->capacity_centidays = (int)hundredths;
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	struct member member = { .name = cli->arguments.words[1],
		.capacity_centidays = CAPACITY_CENTIDAYS_DEFAULT };
	struct change_list changes = { NULL, 0, 0 };
	struct assignment_list list;
	struct commit_outcome outcome;
	const struct organisation *org;
	const struct member *present;

	if (utf8_is_blank(member.name))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "member");
	if (!assignments_parse(cli, cli->arguments.words + 2, cli->arguments.word_count - 2, true,
		    &list, err) ||
		!choose_capacity(cli, &list, &member, err))
		return false;
	org = cli_load(cli, err);
	if (!org)
		return false;
	present = organisation_find_member(org, member.name);
	if (present) {
		member.extra = present->extra;
		if (list.count == 0)
			member.capacity_centidays = present->capacity_centidays;
	}
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
	.arguments = { .fr = "ORG NAME [capacity=DAYS]", .en = "ORG NAME [capacity=DAYS]" },
	.words_min = 2, .words_max = 3,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "nommer quelqu’un qui s’occupe d’actions", .en = "name somebody who owns actions" },
	.help = {
		.fr = "La capacité est en jours-personne par semaine (2 si l’on ne dit rien). Le plan donne ses dates à chacun selon la sienne.",
		.en = "The capacity is in person-days a week (2 where nothing is said). The plan gives each person dates by their own." },
	.example = { .fr = "jalon member demo Inès capacity=1.5", .en = "jalon member demo Inès capacity=1.5" },
	.run = run,
};
// clang-format on
