/* SPDX-License-Identifier: MIT */
#include "jalon/store/merge_file.h"

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/cli/cli.h"
#include "cli/conflicts.h"
#include "cli/subcommands.h"

/* What git is told: merged, but somebody has to look; and what it takes for a failure that left
 * the file as it was. */
enum { DRIVER_KEPT_CONFLICTS = 1, DRIVER_FAILED = 2 };

static bool drive(struct cli *cli, struct err *err)
{
	const char **words = cli->arguments.words;
	const struct merge_paths paths = { words[0], words[1], words[2] };
	struct merge_result result;

	if (!store_merge_files(cli->arena, &paths, &result, err)) {
		err->code = (enum err_code)DRIVER_FAILED;
		return false;
	}
	cli->committed = true;
	if (result.unsynced)
		buf_add(&cli->hint, text_word(WORD_NOT_SYNCED, cli->lang));
	if (!result.org || !result.new_conflicts)
		return true;
	if (!cli->lang_is_chosen && result.org->language != LANG_NONE)
		cli->lang = result.org->language;
	conflicts_add_text(cli, result.org, NULL);
	cli->status = DRIVER_KEPT_CONFLICTS;
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	return drive(cli, err);
}

// clang-format off
const struct subcommand cli_merge = {
	.name = "merge",
	.arguments = { .fr = "BASE OURS THEIRS", .en = "BASE OURS THEIRS" },
	.words_min = 3, .words_max = 3,
	.summary = { .fr = "réunir ce que plusieurs ont dit chacun de leur côté", .en = "bring together what people said apart" },
	.help = {
		.fr = "Pour git : OURS reçoit ce que OURS et THEIRS ont changé depuis BASE, champ par champ ; organisations ou historiques. Deux valeurs d’un même champ sont gardées toutes deux comme conflit, jusqu’à ce que quelqu’un tranche. État 0 : réuni ; 1 : réuni, avec de nouveaux conflits ; au-dessus : rien n’est écrit. Voir jalon-server(8).",
		.en = "For git: OURS takes what OURS and THEIRS changed since BASE, field by field; organisations or histories. Two values of one field are both kept as a conflict, until somebody settles it. Status 0: merged; 1: merged, with new conflicts; above: nothing was written. See jalon-server(8)." },
	.example = { .fr = "git config merge.jalon.driver \"jalon merge %O %A %B\"", .en = "git config merge.jalon.driver \"jalon merge %O %A %B\"" },
	.run = run,
};
// clang-format on
