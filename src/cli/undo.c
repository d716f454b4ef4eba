/* SPDX-License-Identifier: MIT */
#include "cli/undo.h"

#include "jalon/text/messages.h"
#include "jalon/store/history.h"
#include "cli/change_text.h"
#include "cli/subcommands.h"

/* The history says what this very commit changed. That it cannot be read any more does not undo
 * what was done. */
static void print_changes(struct cli *cli, const struct organisation *org, bool is_redo)
{
	struct page page = cli_page(cli);
	struct history_change *changes;
	struct err ignored = ERR_INIT;
	struct buf text = BUF_INIT;
	size_t count;

	if (!history_read(
		    cli->store, org->id, org->revision, cli->arena, &changes, &count, &ignored))
		return;
	for (size_t i = 0; i < count; i++) {
		if (changes[i].revision != org->revision)
			continue;
		if (text.len == 0) {
			if (is_redo)
				text_redone(&text, cli->lang, (long long)changes[i].undoes);
			else
				text_undone(&text, cli->lang, (long long)changes[i].undoes);
			page_add_text(&page, "", "", text.text);
		}
		buf_clear(&text);
		change_text(&text, cli->lang, &changes[i].change);
		page_add_text(&page, "    ", "        ", text.text);
	}
	buf_release(&text);
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
	print_changes(cli, snapshot_organisation(outcome.snapshot), step == store_redo);
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
