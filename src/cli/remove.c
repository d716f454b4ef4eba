/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/removal.h"
#include "jalon/store/put_away.h"
#include "jalon/cli/cli.h"

static void add_line(struct cli *cli, const struct buf *text)
{
	struct page page = cli_page(cli);

	if (text->len)
		page_add_text(&page, "", "    ", text->text);
}

/* What went along, so that nobody is surprised, and who may take it back. */
static void tell(struct cli *cli, const struct removal *told)
{
	struct buf text = BUF_INIT;

	text_removed(&text, cli->lang, cli_clean(cli, told->name), told->subject);
	add_line(cli, &text);
	buf_clear(&text);
	if (told->entry_count)
		text_removed_entries(&text, cli->lang, told->entry_count, told->note_count);
	add_line(cli, &text);
	buf_clear(&text);
	if (told->reference_count)
		text_removed_references(&text, cli->lang, told->reference_count);
	add_line(cli, &text);
	buf_clear(&text);
	if (told->under_count)
		text_removed_under(&text, cli->lang, told->under_count);
	add_line(cli, &text);
	buf_clear(&text);
	if (told->owned_count)
		text_removed_owned(&text, cli->lang, told->owned_count);
	add_line(cli, &text);
	buf_clear(&text);
	text_removed_undo(&text, cli->lang, cli->arguments.words[0]);
	add_line(cli, &text);
	buf_release(&text);
}

static bool remove_subject(struct cli *cli, const char *subject, struct err *err)
{
	const struct organisation *org = cli_load(cli, err);
	struct change_list changes = { NULL, 0, 0 };
	struct commit_outcome outcome;
	struct removal told;

	if (!org || !cli_check_subject(cli, org, subject, err) ||
		!change_list_add_removal(&changes, cli->arena, org, subject, &told, err) ||
		!cli_commit(cli, &changes, &outcome, err))
		return false;
	tell(cli, &told);
	return true;
}

static bool remove_organisation(struct cli *cli, struct err *err)
{
	const char *id = cli->arguments.words[0];
	struct put_away told;
	struct commit commit;
	struct buf text = BUF_INIT;

	if (!cli_commit_begin(cli, &commit, err) ||
		!store_put_away(
			cli->store, cli->arena, id, cli->now_utc, commit.if_revision, &told, err))
		return false;
	cli->committed = true;
	text_put_away(&text, cli->lang, cli_clean(cli, told.name), id);
	add_line(cli, &text);
	buf_clear(&text);
	/* A path or a command that is broken over two lines cannot be copied. */
	buf_add_format(&cli->out, "    %s\n", cli_clean(cli, told.folder));
	buf_add(&text, text_word(WORD_PUT_AWAY_BACK, cli->lang));
	add_line(cli, &text);
	buf_add_format(&cli->out, "    %s\n", cli_clean(cli, told.way_back));
	buf_release(&text);
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	if (cli->arguments.word_count > 1)
		return remove_subject(cli, cli->arguments.words[1], err);
	return remove_organisation(cli, err);
}

// clang-format off
const struct subcommand cli_remove = {
	.name = "remove",
	.arguments = { .fr = "ORG [ENTRY | service:ID | member:NAME]", .en = "ORG [ENTRY | service:ID | member:NAME]" },
	.words_min = 1, .words_max = 2,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "retirer une action, un service, un membre, ou le tout", .en = "take away an action, a service, a member, or all" },
	.help = {
		.fr = "Une action propre, un service avec ses entrées ou un membre s’en va avec ce qui le nommait, en une fois ; ce qui part avec est affiché, et « jalon undo » ramène tout. Ce dont un membre s’occupait reste à son nom. Un point du guide ne se retire pas. Sans rien d’autre que ORG, l’organisation passe avec son historique dans le dossier .removed des données ; la commande qui la ramène est affichée, « jalon undo » ne le peut pas.",
		.en = "An own action, a service with its entries, or a member goes with all that named it, at once; what goes along is printed, and “jalon undo” brings all back. What a member owns stays theirs. An item of the guide cannot be removed. With nothing but ORG the organisation goes, with its history, to the folder .removed of the data; the command that brings it back is printed, “jalon undo” cannot." },
	.example = { .fr = "jalon remove demo a1", .en = "jalon remove demo a1" },
	.run = run,
};
// clang-format on
