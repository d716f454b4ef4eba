/* SPDX-License-Identifier: MIT
 *
 * The only place that asks the outside world: environment, clock, login name, terminal, and where
 * the program itself lies. All of it goes down as values. */
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/screen/term.h"
#include "jalon/tui/app.h"
#include "jalon/cli/restricted.h"
#include "jalon/cli/run.h"

#ifndef JALON_DATADIR
#define JALON_DATADIR "/usr/local/share"
#endif
#ifndef JALON_VERSION
#define JALON_VERSION "0"
#endif

enum { PATH_SIZE = 4096, NAME_SIZE = 32 };

extern char **environ;

static const char *environment_text(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

/* A file that the program opens must never get the number of a stream that was closed before it
 * started: what is meant for people would be written into it. Reading where one writes, and the
 * other way round, makes every use of such a stream fail, as it should. */
static void occupy_streams(void)
{
	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) == -1 &&
			open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			_exit(ERR_FAILED);
	}
}

/* What a client of sshd says of itself is not ours to believe: but for the terminal's name and the
 * language, both from lists that we know, the environment is dropped before anything reads it. */
static bool drop_environment(void)
{
	const char *terminal = restricted_terminal(environment_text("TERM"));
	const char *locale = restricted_locale(environment_text("LANG"));
	static char *nothing[] = { NULL };

	environ = nothing;
	return setenv("TERM", terminal, 1) == 0 && setenv("LANG", locale, 1) == 0;
}

/* Before anything is opened. Ctrl-Z would give the person nothing to come back from; Ctrl-C waits
 * for the screen, which leaves in order. */
static bool restrict_early(void)
{
	return drop_environment() && signal(SIGTSTP, SIG_IGN) != SIG_ERR &&
	       signal(SIGINT, SIG_IGN) != SIG_ERR && signal(SIGQUIT, SIG_IGN) != SIG_ERR &&
	       chdir("/") == 0;
}

/* `su ACCOUNT` starts the shell of an account under its plain name, with whatever arguments it is
 * given: that is a login all the same. The shell may be named by a link; and its file may have been
 * replaced since it was started, which the system says behind its path. */
static bool is_shell_of(const struct passwd *user, const char *program)
{
	size_t len = user && user->pw_shell ? strlen(user->pw_shell) : 0;
	struct stat shell, self;

	if (len == 0)
		return false;
	return (strncmp(user->pw_shell, program, len) == 0 &&
		       (!program[len] || strcmp(program + len, " (deleted)") == 0)) ||
	       (stat(user->pw_shell, &shell) == 0 && stat("/proc/self/exe", &self) == 0 &&
		       shell.st_dev == self.st_dev && shell.st_ino == self.st_ino);
}

static const char *find_program(char path[PATH_SIZE])
{
	ssize_t len = readlink("/proc/self/exe", path, PATH_SIZE - 1);

	path[len > 0 ? len : 0] = '\0';
	return path;
}

/* Built, but not installed: the checklists lie beside the build folder. */
static const char *find_shipped_dir(const char *program, char path[PATH_SIZE])
{
	static const char beside[] = "/../checklists";
	const char *slash = strrchr(program, '/');
	size_t len = slash ? (size_t)(slash - program) : PATH_SIZE;
	struct stat status;

	if (len < PATH_SIZE - sizeof(beside)) {
		memcpy(path, program, len);
		memcpy(path + len, beside, sizeof(beside));
		if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
			return path;
	}
	return JALON_DATADIR "/jalon/checklists";
}

static int64_t clock_now_utc(void)
{
	return (int64_t)time(NULL);
}

/* Where the person is, which need not be the day in UTC. */
static int clock_today_day(void)
{
	time_t now = time(NULL);
	int day = time_day((int64_t)now);
	struct tm local;

	if (localtime_r(&now, &local)) {
		const struct date date = { local.tm_year + 1900, local.tm_mon + 1, local.tm_mday };

		date_to_day(date, &day);
	}
	return day;
}

/* As curses has it: how long an Esc waits for the rest of its sequence. */
static int escape_ms(void)
{
	const char *text = environment_text("ESCDELAY");
	size_t len = strspn(text, "0123456789");

	return len > 0 && len < 5 && !text[len] ? atoi(text) : TERM_ESCAPE_MS;
}

/* The encoding that the locale names; without one a server's account has none at all, and its
 * terminals speak UTF-8 all the same. */
static bool speaks_no_utf8(void)
{
	const char *codeset;

	setlocale(LC_CTYPE, "");
	codeset = nl_langinfo(CODESET);
	return strcmp(codeset, "UTF-8") != 0 && strcmp(codeset, "ANSI_X3.4-1968") != 0;
}

static enum sign_set find_signs(const struct cli *cli)
{
	const char *chosen = arguments_value(&cli->arguments, OPTION_SIGNS);

	/* A frame of signs that take two cells each is none. */
	if (arguments_has(&cli->arguments, OPTION_WIDE))
		return SIGNS_ASCII;
	if (chosen)
		return strcmp(chosen, "ascii") == 0 ? SIGNS_ASCII : SIGNS_UNICODE;
	/* The fonts of the console have no room for them. */
	return speaks_no_utf8() || strncmp(environment_text("TERM"), "linux", 5) == 0
		       ? SIGNS_ASCII
		       : SIGNS_UNICODE;
}

static struct appearance find_appearance(const struct cli *cli)
{
	const char *chosen = arguments_value(&cli->arguments, OPTION_THEME);
	struct appearance appearance = { .scheme = SCHEME_DARK,
		.signs = find_signs(cli),
		.is_calm = arguments_has(&cli->arguments, OPTION_CALM),
		.has_mouse = arguments_has(&cli->arguments, OPTION_MOUSE) };

	appearance.scheme_is_chosen =
		scheme_parse(chosen ? chosen : environment_text("JALON_THEME"), &appearance.scheme);
	if (!appearance.scheme_is_chosen && environment_text("NO_COLOR")[0]) {
		appearance.scheme = SCHEME_MONO;
		appearance.scheme_is_chosen = true;
	}
	return appearance;
}

static bool open_screen(const struct cli *cli, const char *org_id, struct err *err)
{
	bool is_restricted = arguments_has(&cli->arguments, OPTION_RESTRICTED);
	const struct app_options options = {
		.session = { .store = cli->store,
			.org_id = org_id,
			.author = cli->author,
			.asks_author = is_restricted && !arguments_has(&cli->arguments, OPTION_BY),
			.has_lang = cli->lang_is_chosen,
			.lang = cli->lang,
			.now_utc = clock_now_utc,
			.today_day = clock_today_day,
			.today_is_fixed = arguments_has(&cli->arguments, OPTION_TODAY),
			.fixed_day = cli->today_day,
			.reserved_ids = cli->subcommand_names,
			.is_restricted = is_restricted },
		.appearance = find_appearance(cli),
		.terminal = environment_text("TERM"),
		.speaks_no_utf8 = speaks_no_utf8(),
		.escape_ms = escape_ms()
	};

	utf8_set_ambiguous_wide(arguments_has(&cli->arguments, OPTION_WIDE));
	return app_run(&options, err);
}

/* Somebody without a name in the system still is somebody. */
static const char *login_name(const struct passwd *user, char fallback[NAME_SIZE])
{
	if (user)
		return user->pw_name;
	if (environment_text("LOGNAME")[0])
		return environment_text("LOGNAME");
	snprintf(fallback, NAME_SIZE, "uid-%lu", (unsigned long)geteuid());
	return fallback;
}

int main(int argc, char **argv)
{
	char program[PATH_SIZE], shipped_dir[PATH_SIZE], fallback[NAME_SIZE];
	const struct passwd *user;
	struct cli_environment environment;
	const char *const *arguments = (const char *const *)argv;
	bool is_restricted = restricted_is_asked(argc, arguments), is_shell;
	int status;

	occupy_streams();
	is_restricted = is_restricted && restrict_early();
	user = getpwuid(geteuid());
	is_shell = is_shell_of(user, find_program(program));
	if (is_shell && !is_restricted)
		is_restricted = restrict_early();
	/* A pipe that nobody reads any more must not end a save. */
	signal(SIGPIPE, SIG_IGN);
	/* A file beyond the limit of this user is an error of the write, not the end. */
	signal(SIGXFSZ, SIG_IGN);
	environment = (struct cli_environment){ .jalon_data = environment_text("JALON_DATA"),
		.xdg_data_home = environment_text("XDG_DATA_HOME"),
		.home = environment_text("HOME"),
		.jalon_by = environment_text("JALON_BY"),
		.login = login_name(user, fallback),
		.jalon_lang = environment_text("JALON_LANG"),
		.lc_all = environment_text("LC_ALL"),
		.lc_messages = environment_text("LC_MESSAGES"),
		.lang = environment_text("LANG"),
		.program = program,
		.shipped_dir = find_shipped_dir(program, shipped_dir),
		.version = JALON_VERSION,
		.now_utc = clock_now_utc(),
		.today_day = clock_today_day(),
		.is_shell = is_shell,
		.in = stdin,
		.out = stdout,
		.error = stderr,
		.keep_to_folders = is_restricted ? restricted_keep_to_folders : NULL,
		.open_screen = isatty(0) && isatty(1) ? open_screen : NULL };
	if (!environment.home[0] && user)
		environment.home = user->pw_dir;
	/* Not before: the system may ask the network for a user's name. */
	environment.is_locked_down = is_restricted && restricted_lock_down();
	status = run_command_line(&environment, argc, arguments);
	if (status == CLI_READER_LEFT) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	return status;
}
