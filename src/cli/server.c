/* SPDX-License-Identifier: MIT
 *
 * The values go into commands of root and into sshd_config: what either would have to quote is
 * refused, rather than quoted twice in two ways. */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/server.h"
#include "jalon/cli/cli.h"
#include "cli/sandbox.h"

enum { USER_LEN_MAX = 31 };

struct values {
	const char *user, *data, *program;
	const char *parent, *command, *make; /* made of the others */
};

/* Users and groups that a Debian has of its own (base-passwd, and what daemons usually add): root
 * would give their files away. */
static const char *const system_names[] = { "root", "daemon", "bin", "sys", "sync", "games", "man",
	"lp", "mail", "news", "uucp", "proxy", "www-data", "backup", "list", "irc", "gnats",
	"nobody", "nogroup", "adm", "tty", "disk", "kmem", "dialout", "fax", "voice", "cdrom",
	"floppy", "tape", "sudo", "wheel", "audio", "dip", "operator", "src", "shadow", "utmp",
	"video", "sasl", "plugdev", "staff", "users", "ssh", "sshd", "messagebus",
	"systemd-network", "systemd-resolve", "systemd-timesync", "systemd-journal", "input", "sgx",
	"kvm", "render", "crontab", "netdev", "docker", "postfix", "postgres", "mysql" };

/* What lies below, or, where `itself`, the folder alone: they are the system's, or everybody's. */
static const struct system_folder {
	const char *path;
	bool itself;
} system_folders[] = { { "/bin", false }, { "/boot", false }, { "/dev", false }, { "/etc", false },
	{ "/lib", false }, { "/lib32", false }, { "/lib64", false }, { "/libx32", false },
	{ "/proc", false }, { "/root", false }, { "/run", false }, { "/sbin", false },
	{ "/sys", false }, { "/tmp", false }, { "/usr", false }, { "/var/backups", false },
	{ "/var/cache", false }, { "/var/lib/dpkg", false }, { "/var/lib/apt", false },
	{ "/var/log", false }, { "/var/mail", false }, { "/var/run", false },
	{ "/var/spool", false }, { "/var/tmp", false }, { "/var/lib", true },
	{ "/var/local", true }, { "/var/opt", true } };

/* A name that adduser(8) takes, and that is nobody's yet on any machine. */
static bool is_user(const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < ARRAY_LEN(system_names); i++) {
		if (strcmp(name, system_names[i]) == 0)
			return false;
	}
	return len > 0 && len <= USER_LEN_MAX && name[0] >= 'a' && name[0] <= 'z' &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == len; /* lint: literal */
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
	return second && second[1] && path[strlen(path) - 1] != '/' && !strstr(path, "/.") &&
	       !strstr(path, "//");
}

static bool is_below(const char *path, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(path, folder, len) == 0 && (path[len] == '/' || !path[len]);
}

/* Nor is somebody's home a workshop's: what is printed ends with its removal. */
static bool is_system_folder(const char *path)
{
	for (size_t i = 0; i < ARRAY_LEN(system_folders); i++) {
		const struct system_folder *folder = &system_folders[i];

		if (folder->itself ? strcmp(path, folder->path) == 0 : is_below(path, folder->path))
			return true;
	}
	return is_below(path, "/home") && !strchr(path + strlen("/home/"), '/');
}

static bool choose_path(const char *path, const char *option, struct err *err)
{
	return is_path(path) || err_set(err, ERR_USAGE, MSG_NOT_A_PLAIN_PATH, path, "%s", option);
}

static const char *parent_of(struct arena *arena, const char *path)
{
	return arena_format(arena, "%.*s", (int)(strrchr(path, '/') - path), path);
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
	if (!choose_path(values->data, "--data", err) ||
		!choose_path(values->program, "--program", err))
		return false;
	if (is_system_folder(values->data))
		return err_set(err, ERR_USAGE, MSG_SYSTEM_FOLDER, values->data, "--data");
	values->parent = parent_of(cli->arena, values->data);
	return true;
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
		{ "{parent}", values->parent }, { "{program}", values->program },
		{ "{command}", values->command }, { "{make}", values->make } };
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

/* Broken at blanks and nowhere else: a path or an option that goes over the end of a line is a line
 * of its own, which can be copied. */
static void add_remark(struct page *page, const char *text)
{
	struct buf line = BUF_INIT;

	buf_add(&line, "#");
	while (*text) {
		size_t len = strcspn(text, " ");
		int width = utf8_width_cells(line.text, line.len) + 1 + utf8_width_cells(text, len);

		if (line.len > 1 && width > page->width_cells) {
			page_add_line(page, "", line.text);
			buf_clear(&line);
			buf_add(&line, "#");
		}
		buf_add_char(&line, ' ');
		buf_add_len(&line, text, len);
		text += len + (text[len] == ' ');
	}
	page_add_line(page, "", line.text);
	buf_release(&line);
}

/* Where packagers and administrators put programs. */
static bool is_installed(const char *program)
{
	return is_below(program, "/usr") || is_below(program, "/opt") || is_below(program, "/bin");
}

static bool applies(const struct cli *cli, enum server_line_kind kind, const struct values *values)
{
	bool has_org = cli->arguments.word_count > 0;
	bool is_whole = sandbox_has_filter() && sandbox_has_folders();

	switch (kind) {
	case SERVER_ORGANISATION:
		return has_org;
	case SERVER_ORGANISATIONS_FREE:
		return !has_org;
	case SERVER_KERNEL_WHOLE:
		return is_whole;
	case SERVER_KERNEL_PART:
		return !is_whole;
	case SERVER_NOT_INSTALLED:
		return !is_installed(values->program);
	case SERVER_TITLE:
	case SERVER_REMARK:
	case SERVER_LINE:
		break;
	}
	return true;
}

static void add_line(struct cli *cli, struct page *page, const struct server_line *line,
	const struct values *values, int *number)
{
	const char *text = fill_in(cli->arena, wording_in(line->text, cli->lang), values);

	if (!applies(cli, line->kind, values))
		return;
	if (line->kind == SERVER_TITLE) {
		page_add_blank(page);
		page_add_line(page, "", arena_format(cli->arena, "# %d. %s", ++*number, text));
	} else if (line->kind == SERVER_LINE || line->kind == SERVER_ORGANISATION) {
		page_add_line(page, "", text);
	} else {
		add_remark(page, text);
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
