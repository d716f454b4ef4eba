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

/* The number given with --replace or --remove; 0 where neither is. */
static bool read_number(struct cli *cli, size_t *number, struct err *err)
{
	const char *replaced = arguments_value(&cli->arguments, OPTION_REPLACE);
	const char *removed = arguments_value(&cli->arguments, OPTION_REMOVE);
	const char *typed = replaced ? replaced : removed;
	int64_t value = 0;

	*number = 0;
	if (replaced && removed)
		return err_set(err, ERR_USAGE, MSG_NOT_TOGETHER, NULL, "--replace, --remove");
	if (typed && (!cli_parse_revision(typed, &value) || value < 1))
		return err_set(err, ERR_USAGE, MSG_NOT_A_NOTE_NUMBER, typed,
			replaced ? "--replace" : "--remove");
	*number = (size_t)value;
	return true;
}

static bool check_words(struct cli *cli, bool removes, struct err *err)
{
	size_t count = cli->arguments.word_count;

	if (removes && count > 2)
		return err_set(
			err, ERR_USAGE, MSG_ARGUMENT_TOO_MANY, cli->arguments.words[2], "note");
	if (!removes && count < 3)
		return err_set(err, ERR_USAGE, MSG_ARGUMENT_MISSING, NULL, "note");
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	bool removes = arguments_has(&cli->arguments, OPTION_REMOVE);
	struct change_list changes = { NULL, 0, 0 };
	struct commit_outcome outcome;
	const struct organisation *org;
	const struct entry *entry;
	const char *text = NULL;
	size_t number;

	if (!read_number(cli, &number, err) || !check_words(cli, removes, err) ||
		(!removes && !read_text(cli, &text, err)))
		return false;
	if (!removes && utf8_is_blank(text))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "note");
	org = cli_load(cli, err);
	entry = org ? cli_find_entry(cli, org, cli->arguments.words[1], err) : NULL;
	if (!entry)
		return false;
	if (!number)
		change_list_add_note(
			&changes, cli->arena, entry->id, cli->now_utc, cli->author, text);
	else if (!change_list_add_note_change(
			 &changes, cli->arena, entry, number, cli->now_utc, cli->author, text, err))
		return false;
	return cli_commit(cli, &changes, &outcome, err);
}

// clang-format off
const struct subcommand cli_note = {
	.name = "note",
	.arguments = { .fr = "ORG ENTRY [TEXT]", .en = "ORG ENTRY [TEXT]" },
	.words_min = 2, .words_max = 3,
	.options = OPTION_BIT(OPTION_REPLACE) | OPTION_BIT(OPTION_REMOVE) | OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "ajouter une note à une entrée, ou corriger la sienne", .en = "add a note to an entry, or put one’s own right" },
	.help = {
		.fr = "Les notes s’ajoutent. Chacun peut corriger (--replace N) ou retirer (--remove N) les siennes, et elles seules ; N est leur numéro dans « jalon show ORG ENTRY », et l’on voit qu’une note a été corrigée. Un texte de plusieurs mots se met entre guillemets ; « - » lit la note sur l’entrée standard.",
		.en = "Notes are added. Each may put right (--replace N) or take back (--remove N) their own, and nobody else’s; N is its number in “jalon show ORG ENTRY”, and everybody sees that a note was put right. A text of several words goes between quotes; “-” reads the note from standard input." },
	.example = {
		.fr = "jalon note demo a1 \"Rappeler en mars.\"",
		.en = "jalon note demo a1 \"Call again in March.\"" },
	.run = run,
};
// clang-format on
