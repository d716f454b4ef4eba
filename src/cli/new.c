/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/cli/cli.h"

/* An organisation called "list" could never be opened as `jalon list`. */
static bool check_id(const struct cli *cli, const char *id, struct err *err)
{
	if (!id_is_valid(id))
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_AN_ID, id);
	for (size_t i = 0; i < cli->subcommand_names.count; i++) {
		if (strcmp(id, cli->subcommand_names.texts[i]) == 0)
			return err_set_nowhere(err, ERR_USAGE, MSG_ID_IS_COMMAND, id);
	}
	return true;
}

static bool check_name(const char *name, struct err *err)
{
	if (name[0] && utf8_is_blank(name))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "--name");
	return true;
}

static bool check_checklists(struct string_list names, struct err *err)
{
	for (size_t i = 0; i < names.count; i++) {
		if (!names.texts[i][0])
			return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "--checklist");
	}
	return true;
}

/* What does not exist yet is at revision 0. */
static bool check_revision(struct cli *cli, const char *id, struct err *err)
{
	struct err ignored = ERR_INIT;
	struct commit commit;
	struct snapshot *snapshot;

	if (!cli_commit_begin(cli, &commit, err))
		return false;
	if (commit.if_revision == COMMIT_ANY_REVISION || commit.if_revision == 0)
		return true;
	snapshot = store_load(cli->store, id, &ignored);
	if (snapshot || ignored.message != MSG_NO_SUCH_ORGANISATION) {
		snapshot_free(snapshot);
		return true;
	}
	return err_set(err, ERR_CONFLICT, MSG_OTHER_REVISION, NULL, "%s", id);
}

static bool run(struct cli *cli, struct err *err)
{
	const char *name = arguments_value(&cli->arguments, OPTION_NAME);
	struct string_list checklists =
		arguments_values(&cli->arguments, OPTION_CHECKLIST, cli->arena);
	struct organisation_new wanted = { .id = cli->arguments.words[0],
		.name = name ? name : "",
		.checklists = checklists.texts,
		.checklist_count = checklists.count,
		.has_language = cli->lang_is_chosen,
		.language = cli->lang,
		.author = cli->author,
		.at_utc = cli->now_utc };
	struct buf path = BUF_INIT;
	bool unsynced;

	if (!check_id(cli, wanted.id, err) || !check_name(wanted.name, err) ||
		!check_checklists(checklists, err) || !check_revision(cli, wanted.id, err) ||
		!store_create(cli->store, &wanted, &unsynced, err))
		return false;
	cli->committed = true;
	if (unsynced)
		buf_add(&cli->hint, text_word(WORD_NOT_SYNCED, cli->lang));
	buf_add_format(&path, "%s/%s.json", store_data_dir(cli->store), wanted.id);
	text_organisation_made(&cli->out, cli->lang, cli_clean(cli, path.text), wanted.id);
	buf_add_char(&cli->out, '\n');
	buf_release(&path);
	return true;
}

// clang-format off
const struct subcommand cli_new = {
	.name = "new",
	.arguments = { .fr = "ORG", .en = "ORG" },
	.words_min = 1, .words_max = 1,
	.options = OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_CHECKLIST) | OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "créer une organisation", .en = "make an organisation" },
	.help = {
		.fr = "ORG est son identifiant : minuscules sans accents, chiffres et tirets, 63 au plus. Une liste donnée comme fichier est copiée dans le dossier des données.",
		.en = "ORG is its id: lower-case letters, digits and hyphens, at most 63. A checklist given as a file is copied to the data folder." },
	.example = {
		.fr = "jalon new demo --name \"Coopérative Démo\"",
		.en = "jalon new demo --name \"Demo cooperative\"" },
	.run = run,
};
// clang-format on
