/* SPDX-License-Identifier: MIT
 *
 * The values go into commands of root and into sshd_config: what either would have to quote is
 * refused, rather than quoted twice in two ways. */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/text/server.h"
#include "jalon/cli/cli.h"

enum { USER_LEN_MAX = 31 };

struct values {
	const char *user, *data, *program;
	const char *command, *make; /* made of the others */
};

/* A name that adduser(8) takes. Not root's, which every account of the machine hangs on. */
static bool is_user(const char *name)
{
	size_t len = strlen(name);

	return len > 0 && len <= USER_LEN_MAX && name[0] >= 'a' && name[0] <= 'z' &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == len && /* lint: literal */
	       strcmp(name, "root") != 0;
}

/* From the root, with nothing that a shell or sshd would take for something else, and not right
 * below the root: the folder's owner and modes are about to change. */
static bool is_path(const char *path)
{
	const char *second = path[0] == '/' ? strchr(path + 1, '/') : NULL;

	for (const char *at = path; *at; at++) {
		bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');

		if (!letter && !strchr("0123456789/._+-", *at))
			return false;
	}
	return second && second[1] && !strstr(path, "/.") && !strstr(path, "//");
}

static bool choose_path(const char *path, const char *option, struct err *err)
{
	return is_path(path) || err_set(err, ERR_USAGE, MSG_NOT_A_PLAIN_PATH, path, "%s", option);
}

static bool choose_values(struct cli *cli, struct values *values, struct err *err)
{
	const char *user = arguments_value(&cli->arguments, OPTION_USER);
	const char *data = arguments_value(&cli->arguments, OPTION_DATA);
	const char *program = arguments_value(&cli->arguments, OPTION_PROGRAM);

	values->user = user ? user : "atelier";
	if (!is_user(values->user))
		return err_set(err, ERR_USAGE, MSG_NOT_A_USER, values->user, "--user");
	values->data = data ? data : arena_format(cli->arena, "/srv/jalon/%s", values->user);
	values->program = program ? program : cli->environment->program;
	return choose_path(values->data, "--data", err) &&
	       choose_path(values->program, "--program", err);
}

/* In quotes that sshd leaves alone and split_words() takes away. */
static bool add_name(struct buf *out, const char *name, struct err *err)
{
	for (const char *at = name; *at; at++) {
		if ((unsigned char)*at < ' ' || strchr("'\"\\#", *at))
			return err_set(err, ERR_USAGE, MSG_NOT_A_PLAIN_NAME, name, "--by");
	}
	buf_add_format(out, " --by '%s'", name);
	return true;
}

static bool add_places(struct cli *cli, struct buf *out, const struct values *values,
	const char *what, struct err *err)
{
	struct string_list dirs = arguments_values(&cli->arguments, OPTION_CHECKLISTS, cli->arena);

	buf_add_format(out, "%s %s --data %s", values->program, what, values->data);
	for (size_t i = 0; i < dirs.count; i++) {
		if (!choose_path(dirs.texts[i], "--checklists", err))
			return false;
		buf_add_format(out, " --checklists %s", dirs.texts[i]);
	}
	if (arguments_has(&cli->arguments, OPTION_LANG))
		buf_add_format(out, " --lang %s", lang_name(cli->lang));
	return true;
}

static bool make_commands(struct cli *cli, struct values *values, struct err *err)
{
	const char *by = arguments_value(&cli->arguments, OPTION_BY);
	const char *org_id = cli->arguments.word_count ? cli->arguments.words[0] : NULL;
	struct buf command = BUF_INIT, make = BUF_INIT;
	bool good = true;

	if (org_id && !id_is_valid(org_id))
		good = err_set_nowhere(err, ERR_USAGE, MSG_NOT_AN_ID, org_id);
	good = good && add_places(cli, &command, values, "--restricted", err) &&
	       add_places(cli, &make, values, "new", err) && (!by || add_name(&command, by, err));
	if (org_id) {
		buf_add_format(&command, " %s", org_id);
		buf_add_format(&make, " %s", org_id);
	}
	values->command = arena_copy(cli->arena, command.text);
	values->make = arena_copy(cli->arena, make.text);
	buf_release(&command);
	buf_release(&make);
	return good;
}

/* "{user}" and the others by their values; "{}" is find's. */
static const char *fill_in(struct arena *arena, const char *text, const struct values *values)
{
	const struct {
		const char *name, *value;
	} names[] = { { "{user}", values->user }, { "{data}", values->data },
		{ "{program}", values->program }, { "{command}", values->command },
		{ "{make}", values->make } };
	struct buf out = BUF_INIT;
	const char *filled;

	while (*text) {
		size_t i = 0;

		while (i < ARRAY_LEN(names) &&
			strncmp(text, names[i].name, strlen(names[i].name)) != 0)
			i++;
		if (i < ARRAY_LEN(names)) {
			buf_add(&out, names[i].value);
			text += strlen(names[i].name);
		} else {
			buf_add_char(&out, *text++);
		}
	}
	filled = arena_copy(arena, out.text);
	buf_release(&out);
	return filled;
}

static void add_line(struct cli *cli, struct page *page, const struct server_line *line,
	const struct values *values, int *number)
{
	const char *text = fill_in(cli->arena, wording_in(line->text, cli->lang), values);
	bool has_org = cli->arguments.word_count > 0;

	switch (line->kind) {
	case SERVER_TITLE:
		page_add_blank(page);
		page_add_line(page, "", arena_format(cli->arena, "# %d. %s", ++*number, text));
		break;
	case SERVER_REMARK:
		page_add_text(page, "# ", "# ", text);
		break;
	case SERVER_LINE:
		page_add_line(page, "", text);
		break;
	case SERVER_ORGANISATION:
		if (has_org)
			page_add_line(page, "", text);
		break;
	case SERVER_ORGANISATIONS_FREE:
		if (!has_org)
			page_add_text(page, "# ", "# ", text);
		break;
	}
}

static bool run(struct cli *cli, struct err *err)
{
	struct page page = cli_page(cli);
	struct values values;
	int number = 0;

	if (!choose_values(cli, &values, err) || !make_commands(cli, &values, err))
		return false;
	for (size_t i = 0; i < server_line_count; i++)
		add_line(cli, &page, &server_lines[i], &values, &number);
	return true;
}

// clang-format off
const struct subcommand cli_server = {
	.name = "server",
	.arguments = { .fr = "[ORG]", .en = "[ORG]" },
	.words_max = 1,
	.options = OPTION_BIT(OPTION_USER) | OPTION_BIT(OPTION_PROGRAM),
	.summary = { .fr = "ouvrir un atelier sur un serveur SSH", .en = "open a workshop on an SSH server" },
	.help = {
		.fr = "Affiche ce que l’administrateur copie : le groupe, le compte, le dossier, ce que sshd impose, la sauvegarde, la fermeture. Rien n’est fait. Avec ORG, tous restent sur cette organisation ; --data, --checklists, --lang et --by valent pour les participants. Voir jalon-server(8).",
		.en = "Prints what the administrator copies: the group, the account, the folder, what sshd holds it to, the backup, the end. Nothing is done. With ORG, everybody stays on that organisation; --data, --checklists, --lang and --by are for the participants. See jalon-server(8)." },
	.example = {
		.fr = "jalon server --user atelier --lang fr | less",
		.en = "jalon server --user workshop --lang en | less" },
	.run = run,
};
// clang-format on
