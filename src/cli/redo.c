/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"
#include "cli/undo.h"

static bool run(struct cli *cli, struct err *err)
{
	return undo_run(cli, store_redo, err);
}

// clang-format off
const struct subcommand cli_redo = {
	.name = "redo",
	.arguments = { .fr = "ORG", .en = "ORG" },
	.words_min = 1, .words_max = 1,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "rétablir ce que l’on vient d’annuler", .en = "put again what was just undone" },
	.help = {
		.fr = "Un nouveau changement de sa part met fin à ce qui pouvait être rétabli ; celui d’un autre, non.",
		.en = "A new change of one’s own ends what could be redone; another’s does not." },
	.example = { .fr = "jalon redo demo", .en = "jalon redo demo" },
	.run = run,
};
// clang-format on
