/* SPDX-License-Identifier: MIT */
#include "jalon/store/merge_copy.h"
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

/* The copy's changes, and what is left to be settled. */
static void tell(struct cli *cli, const struct merge_copy *copy)
{
	const struct organisation *org = snapshot_organisation(copy->outcome.snapshot);
	struct page page = cli_page(cli);
	struct buf text = BUF_INIT;

	if (copy->outcome.applied)
		text_merge_taken_in(&text, cli->lang, (int)copy->outcome.applied);
	else
		buf_add(&text, text_word(WORD_NOTHING_TO_TAKE_IN, cli->lang));
	page_add_text(&page, "", "", text.text);
	if (copy->new_conflicts)
		conflicts_add_text(cli, org, NULL);
	buf_release(&text);
}

static bool take_in(struct cli *cli, struct err *err)
{
	const char **words = cli->arguments.words;
	struct merge_copy copy = { .had_base = false };
	struct commit commit;
	bool saved;

	if (!cli_load(cli, err) || !cli_commit_begin(cli, &commit, err))
		return false;
	saved = store_merge_copy(cli->store, words[0], words[1], &commit, &copy, err);
	if (!cli_commit_end(cli, &copy.outcome, saved, err))
		return false;
	tell(cli, &copy);
	if (copy.new_conflicts)
		cli->status = ERR_CONFLICT;
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	return cli->arguments.word_count == 2 ? take_in(cli, err) : drive(cli, err);
}

// clang-format off
const struct subcommand cli_merge = {
	.name = "merge",
	.arguments = { .fr = "{ORG FILE | BASE OURS THEIRS}", .en = "{ORG FILE | BASE OURS THEIRS}" },
	.words_min = 2, .words_max = 3,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "réunir ce que plusieurs ont dit chacun de leur côté", .en = "bring together what people said apart" },
	.help = {
		.fr = "Avec ORG, la copie FILE de l’organisation, changée de son côté, est reprise en un seul enregistrement, que l’on peut annuler (état 3 : avec de nouveaux conflits). Pour git : OURS reçoit ce que OURS et THEIRS ont changé depuis BASE, organisations ou historiques (état 1 : avec de nouveaux conflits ; au-dessus : rien n’est écrit). Deux valeurs d’un même champ sont gardées toutes deux comme conflit, jusqu’à ce que quelqu’un tranche. Voir jalon-server(8).",
		.en = "With ORG, the copy FILE of the organisation, changed apart, is taken in as one save, which can be undone (status 3: with new conflicts). For git: OURS takes what OURS and THEIRS changed since BASE, organisations or histories (status 1: with new conflicts; above: nothing was written). Two values of one field are both kept as a conflict, until somebody settles it. See jalon-server(8)." },
	.example = { .fr = "jalon merge demo demo.sync-conflict-20261124-101500-ABCDEFG.json", .en = "jalon merge demo demo.sync-conflict-20261124-101500-ABCDEFG.json" },
	.run = run,
};
// clang-format on
