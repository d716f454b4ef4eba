/* SPDX-License-Identifier: MIT */
#include "jalon/store/check.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/cli/cli.h"
#include "cli/subcommands.h"

/* The folder as it was typed goes in front, so that editors find the file. */
static void add_complaint(
	struct cli *cli, const char *path, const struct err *complaint, struct string_list cycle)
{
	const char *slash = strrchr(path, '/');
	size_t folder_len = slash ? (size_t)(slash - path) + 1 : 0;

	if (cli->hint.len)
		buf_add_char(&cli->hint, '\n');
	/* Errors of the system name the whole path themselves. */
	if (strncmp(complaint->where, path, strlen(path)) != 0)
		utf8_clean(&cli->hint, path, folder_len, false);
	text_err(&cli->hint, cli->lang, complaint);
	for (size_t i = 0; complaint->message == MSG_CYCLE && i < cycle.count; i++)
		buf_add_format(&cli->hint, "\n    %s", cycle.texts[i]);
}

/* Findings are the answer here, and an invalid file a refusal: they go to standard error, and
 * nothing to standard output. */
static bool run(struct cli *cli, struct err *err)
{
	size_t wrong = 0;

	for (size_t i = 0; i < cli->arguments.word_count; i++) {
		const char *path = cli->arguments.words[i];
		struct store_check check = store_check_file(&cli->store_options, path, cli->arena);

		wrong += check.count > 0;
		for (size_t k = 0; k < check.count; k++)
			add_complaint(cli, path, &check.complaints[k], check.cycle);
		if (check.count == 0) {
			text_file_is_good(&cli->out, cli->lang, cli_clean(cli, path));
			buf_add_char(&cli->out, '\n');
		}
	}
	if (wrong == 0)
		return true;
	return err_set_nowhere(err, ERR_FAILED, MSG_FILES_NOT_VALID,
		arena_format(cli->arena, "%zu/%zu", wrong, cli->arguments.word_count));
}

// clang-format off
const struct subcommand cli_check = {
	.name = "check",
	.arguments = { .fr = "FILE...", .en = "FILE..." },
	.words_min = 1, .words_max = SUBCOMMAND_MANY,
	.summary = { .fr = "dire ce qui ne va pas dans un fichier", .en = "say what is wrong with a file" },
	.help = {
		.fr = "FILE est une liste ou une organisation. Chaque défaut est dit avec le fichier, la ligne et le membre ; le format d’une liste est dans jalon-checklist(5).",
		.en = "FILE is a checklist or an organisation. Each fault is told with the file, the line and the member; the format of a checklist is in jalon-checklist(5)." },
	.example = { .fr = "jalon check ma-liste.json", .en = "jalon check my-checklist.json" },
	.run = run,
};
// clang-format on
