/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/cli/cli.h"

static bool run(struct cli *cli, struct err *err)
{
	const struct service service = { .id = "", .name = cli->arguments.words[1] };
	struct change_list changes = { NULL, 0, 0 };
	struct commit_outcome outcome;

	if (utf8_is_blank(service.name))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "service");
	if (!cli_load(cli, err))
		return false;
	change_list_add(&changes, cli->arena,
		(struct change){ .entry = "",
			.field = FIELD_SERVICE,
			.from = VALUE_NONE,
			.to = { .text = "", .service = &service } });
	if (!cli_commit(cli, &changes, &outcome, err))
		return false;
	buf_add_format(&cli->out, "%s\n", outcome.new_id);
	return true;
}

// clang-format off
const struct subcommand cli_service = {
	.name = "service",
	.arguments = { .fr = "ORG NAME", .en = "ORG NAME" },
	.words_min = 2, .words_max = 2,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "nommer un service numérique", .en = "name a digital service" },
	.help = {
		.fr = "Les points qui se posent pour chaque service y sont ajoutés. Son identifiant est affiché ; ses entrées s’appellent « point@identifiant ».",
		.en = "The items that are asked of each service are added for it. Its id is printed; its entries are called “item@id”." },
	.example = {
		.fr = "jalon service demo \"Portail usagers\"",
		.en = "jalon service demo \"Customer portal\"" },
	.run = run,
};
// clang-format on
