/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/export/format.h"
#include "jalon/cli/cli.h"

/* What can be no id is a file. */
static const struct checklist *find_checklist(struct cli *cli, struct err *err)
{
	const char *typed =
		cli->arguments.word_count ? cli->arguments.words[0] : STORE_DEFAULT_CHECKLIST;

	if (id_is_valid(typed))
		return store_find_checklist(cli->store, typed, NULL, err);
	return store_read_checklist(cli->store, typed, err);
}

static bool run(struct cli *cli, struct err *err)
{
	const struct checklist *checklist = find_checklist(cli, err);

	if (!checklist)
		return false;
	export_find_guide_format(cli_format(cli))->write(&cli->out, checklist, cli->lang);
	return true;
}

// clang-format off
const struct subcommand cli_guide = {
	.name = "guide",
	.arguments = { .fr = "[CHECKLIST]", .en = "[CHECKLIST]" },
	.words_max = 1,
	.options = OPTION_BIT(OPTION_FORMAT),
	.add_formats = export_add_guide_formats,
	.summary = { .fr = "tout le guide, à lire hors ligne", .en = "the whole guide, to read offline" },
	.help = {
		.fr = "CHECKLIST est l’identifiant d’une liste ou un fichier ; sans elle, celle livrée avec jalon. « man » donne une page de manuel.",
		.en = "CHECKLIST is the id of a checklist, or a file; without it, the one that comes with jalon. “man” makes a manual page." },
	.example = { .fr = "jalon guide --lang fr | less", .en = "jalon guide --lang en | less" },
	.run = run,
};
// clang-format on
