/* SPDX-License-Identifier: MIT */
#include "cli/undo.h"

#include "jalon/text/dates.h"
#include "cli/subcommands.h"

/* One sentence; of several changes all of them below it. */
static void print_taken(struct cli *cli, const struct commit_outcome *outcome, bool is_redo)
{
	const struct change_words words =
		cli_change_words(cli, snapshot_organisation(outcome->snapshot));
	struct page page = cli_page(cli);
	struct buf text = BUF_INIT, when = BUF_INIT;

	text_when(&when, cli->lang, outcome->taken_back_utc, cli->now_utc);
	change_words_add_taken_back(&text, &words, &outcome->taken_back, is_redo, "", when.text);
	page_add_text(&page, "", "", text.text);
	for (size_t i = 0; i < outcome->taken_back.count && outcome->taken_back.count > 1; i++) {
		buf_clear(&text);
		change_words_add(&text, &words, &outcome->taken_back.changes[i]);
		page_add_text(&page, "    ", "        ", text.text);
	}
	buf_release(&text);
	buf_release(&when);
}

bool undo_run(struct cli *cli, undo_step step, struct err *err)
{
	struct commit_outcome outcome = { .snapshot = NULL };
	struct commit commit;
	bool saved;

	if (!cli_load(cli, err) || !cli_commit_begin(cli, &commit, err))
		return false;
	saved = step(cli->store, cli->arguments.words[0], &commit, &outcome, err);
	if (!cli_commit_end(cli, &outcome, saved, err))
		return false;
	print_taken(cli, &outcome, step == store_redo);
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	return undo_run(cli, store_undo, err);
}

// clang-format off
const struct subcommand cli_undo = {
	.name = "undo",
	.arguments = { .fr = "ORG", .en = "ORG" },
	.words_min = 1, .words_max = 1,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "annuler son dernier changement", .en = "take back one’s own last change" },
	.help = {
		.fr = "Chacun annule les siens, du dernier au premier, notes, actions et services compris ; ce qui est repris est affiché. Un champ que quelqu’un d’autre a changé depuis n’est pas touché (état 3).",
		.en = "Each takes back their own, from the last to the first, notes, actions and services too; what is taken back is printed. A field that somebody else changed since is left alone (status 3)." },
	.example = { .fr = "jalon undo demo", .en = "jalon undo demo" },
	.run = run,
};
// clang-format on
