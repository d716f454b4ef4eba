/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/cli/cli.h"
#include "cli/input.h"

/* The text as given, or all of standard input without the newlines at its end. */
static bool read_text(struct cli *cli, const char **text, struct err *err)
{
	struct buf input = BUF_INIT;
	bool good;

	*text = cli->arguments.words[2];
	if (strcmp(*text, "-") != 0)
		return true;
	good = input_read(cli->environment->in, &input, err);
	while (input.len > 0 && strchr("\r\n", input.text[input.len - 1]))
		buf_cut(&input, input.len - 1);
	if (good)
		*text = arena_copy_len(cli->arena, input.text, input.len);
	buf_release(&input);
	return good;
}

static bool run(struct cli *cli, struct err *err)
{
	struct change_list changes = { NULL, 0, 0 };
	struct commit_outcome outcome;
	const struct organisation *org;
	const struct entry *entry;
	const char *text;

	if (!read_text(cli, &text, err))
		return false;
	if (utf8_is_blank(text))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "note");
	org = cli_load(cli, err);
	entry = org ? cli_find_entry(cli, org, cli->arguments.words[1], err) : NULL;
	if (!entry)
		return false;
	change_list_add_note(&changes, cli->arena, entry->id, cli->now_utc, cli->author, text);
	return cli_commit(cli, &changes, &outcome, err);
}

// clang-format off
const struct subcommand cli_note = {
	.name = "note",
	.arguments = { .fr = "ORG ENTRY TEXT", .en = "ORG ENTRY TEXT" },
	.words_min = 3, .words_max = 3,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "ajouter une note à une entrée", .en = "add a note to an entry" },
	.help = {
		.fr = "Les notes s’ajoutent et ne s’effacent pas. Un texte de plusieurs mots se met entre guillemets ; « - » lit la note sur l’entrée standard.",
		.en = "Notes are added, never overwritten. A text of several words goes between quotes; “-” reads the note from standard input." },
	.example = {
		.fr = "jalon note demo a1 \"Rappeler en mars.\"",
		.en = "jalon note demo a1 \"Call again in March.\"" },
	.run = run,
};
// clang-format on
