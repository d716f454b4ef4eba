/* SPDX-License-Identifier: MIT
 *
 * Nothing here is needed where sshd_config is as `jalon server` prints it; all of it holds where it
 * is not, or where somebody finds a way to make jalon do what it should not. */
#define _DEFAULT_SOURCE /* RLIMIT_NPROC */
#include "jalon/cli/restricted.h"

#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "jalon/base/terminal_name.h"
#include "jalon/cli/cli.h"
#include "cli/sandbox.h"
#include "cli/split.h"

enum { MEMORY_MAX = 512 * 1024 * 1024, FILE_MAX = 64 * 1024 * 1024, FILES_OPEN_MAX = 64 };

/* login(1) and sshd mark the shell of a login with a hyphen. */
bool restricted_is_login(int argc, const char *const *argv)
{
	return (argc > 0 && argv[0][0] == '-') || (argc > 1 && strcmp(argv[1], "-c") == 0);
}

bool restricted_is_asked(int argc, const char *const *argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--restricted") == 0)
			return true;
	}
	return restricted_is_login(argc, argv);
}

static bool names_jalon(const char *word)
{
	const char *slash = strrchr(word, '/');

	return strcmp(slash ? slash + 1 : word, "jalon") == 0;
}

bool restricted_unpack(struct arena *arena, int *argc, const char *const **argv, struct err *err)
{
	struct string_list words = { NULL, 0 };

	if (!restricted_is_login(*argc, *argv))
		return true;
	if (*argc != 3 || strcmp((*argv)[1], "-c") != 0)
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, NULL);
	if (!split_words(arena, (*argv)[2], strlen((*argv)[2]), &words, err) || words.count == 0 ||
		!names_jalon(words.texts[0]))
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, (*argv)[2]);
	*argc = (int)words.count;
	*argv = words.texts;
	return true;
}

const char *restricted_terminal(const char *said)
{
	/* Those that Debian's ncurses-base describes, and that clients are likely to be. */
	static const char *const known[] = {
		"xterm-256color",
		"xterm",
		"xterm-color",
		"xterm-mono",
		"screen",
		"screen-256color",
		"tmux",
		"tmux-256color",
		"linux",
		"rxvt",
		"vt100",
		"vt102",
		"vt220",
		"cygwin",
		/* Knows no way to move its cursor: refused as such, and not by surprise. */
		"dumb",
	};
	const char *like = terminal_name_like(said);

	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		if (strcmp(known[i], said) == 0)
			return known[i];
	}
	return like ? like : "vt100";
}

const char *restricted_locale(const char *said)
{
	enum lang lang;

	if (!lang_from_locale(said, &lang))
		return "";
	return lang == LANG_FR ? "fr_FR" : "en_US";
}

static bool limit(int resource, rlim_t max)
{
	const struct rlimit wanted = { max, max };
	struct rlimit found;

	/* What the administrator allows may be less already. */
	if (getrlimit(resource, &found) == 0 && found.rlim_max < max)
		return true;
	return setrlimit(resource, &wanted) == 0;
}

bool restricted_lock_down(void)
{
	umask(007);
	return limit(RLIMIT_CORE, 0) && limit(RLIMIT_AS, MEMORY_MAX) &&
	       limit(RLIMIT_FSIZE, FILE_MAX) && limit(RLIMIT_NOFILE, FILES_OPEN_MAX) &&
	       limit(RLIMIT_NPROC, 0) && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
	       prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && sandbox_filter_calls();
}

bool restricted_keep_to_folders(const struct cli *cli)
{
	/* Where Debian keeps the descriptions of terminals, the languages and the hours of the day.
	 */
	static const char *const always[] = { "/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo",
		"/usr/share/terminfo", "/usr/lib/locale", "/usr/share/locale", "/etc/localtime",
		"/usr/share/zoneinfo" };
	const struct store_options *options = &cli->store_options;
	const char **read = ARENA_ARRAY(
		cli->arena, const char *, ARRAY_LEN(always) + options->checklist_dir_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(always); i++)
		read[count++] = always[i];
	for (size_t i = 0; i < options->checklist_dir_count; i++)
		read[count++] = options->checklist_dirs[i];
	read[count++] = options->shipped_dir;
	return sandbox_keep_to(
		(struct string_list){ &options->data_dir, 1 }, (struct string_list){ read, count });
}

bool restricted_check(const struct cli *cli, struct err *err)
{
	const char *data = arguments_value(&cli->arguments, OPTION_DATA);

	if (!cli->environment->is_locked_down)
		return err_set_nowhere(err, ERR_FAILED, MSG_CANNOT_RESTRICT, NULL);
	if (!data || data[0] != '/')
		return err_set(err, ERR_USAGE, MSG_WHOLE_PATH_NEEDED, data, "--data");
	if (!store_check_folder(data, err))
		return false;
	if (!cli->environment->open_screen)
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, NULL);
	return true;
}
