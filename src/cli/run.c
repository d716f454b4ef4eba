/* SPDX-License-Identifier: MIT
 *
 * From arguments to an exit status: settings first (language, data folder, author, day), then the
 * command that the first word names, then what it has to say. Whatever is refused on the way
 * leaves by the same door, which prints to standard error only. */
#include "jalon/cli/run.h"

#include <errno.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/cli/restricted.h"
#include "cli/help.h"
#include "cli/sandbox.h"
#include "cli/suggest.h"
#include "cli/summary.h"
#include "cli/table.h"

/* The first of LC_ALL, LC_MESSAGES and LANG that says anything is the locale; the others then
 * count no more, even where it is "C". */
static bool lang_from_environment(const struct cli_environment *environment, enum lang *lang)
{
	const char *locale = environment->lang;

	if (environment->lc_messages[0])
		locale = environment->lc_messages;
	if (environment->lc_all[0])
		locale = environment->lc_all;
	return lang_parse(environment->jalon_lang, lang) || lang_from_locale(locale, lang);
}

static bool choose_language(struct cli *cli, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_LANG);

	cli->lang = LANG_EN;
	cli->lang_is_chosen = lang_from_environment(cli->environment, &cli->lang);
	if (!typed)
		return true;
	if (!lang_parse(typed, &cli->lang))
		return err_set(err, ERR_USAGE, MSG_NOT_A_LANGUAGE, typed, "--lang");
	cli->lang_is_chosen = true;
	return true;
}

static bool choose_data_dir(struct cli *cli, struct err *err)
{
	const struct cli_environment *environment = cli->environment;
	const char *typed = arguments_value(&cli->arguments, OPTION_DATA);
	const char *dir = typed ? typed : environment->jalon_data;

	if (typed && !typed[0])
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "--data");
	/* A relative XDG_DATA_HOME is to be ignored, says the XDG base directory specification. */
	if (!dir[0] && environment->xdg_data_home[0] == '/')
		dir = arena_format(cli->arena, "%s/jalon", environment->xdg_data_home);
	else if (!dir[0] && environment->home[0])
		dir = arena_format(cli->arena, "%s/.local/share/jalon", environment->home);
	if (!dir[0])
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_DATA_FOLDER, NULL);
	if (!utf8_is_valid(dir, strlen(dir)))
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "--data");
	cli->store_options.data_dir = dir;
	return true;
}

static bool choose_author(struct cli *cli, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_BY);
	const struct cli_environment *environment = cli->environment;

	cli->author = typed                      ? typed
		      : environment->jalon_by[0] ? environment->jalon_by
						 : environment->login;
	if (!utf8_is_valid(cli->author, strlen(cli->author)))
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "--by");
	cli->author = utf8_tidy(cli->arena, cli->author, false);
	return cli->author[0] || err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "--by");
}

static bool choose_day(struct cli *cli, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_TODAY);

	cli->now_utc = cli->environment->now_utc;
	cli->today_day = cli->environment->today_day;
	if (typed && !date_parse(typed, &cli->today_day))
		return err_set(err, ERR_USAGE, MSG_NOT_A_DATE, typed, "--today");
	return true;
}

/* What the full screen is to look like is the screen's to read; that it is nonsense is said here.
 */
static bool check_choice(const struct cli *cli, enum option option, int message, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, option);

	return !typed || option_offers(option, typed) ||
	       err_set(err, ERR_USAGE, message, typed, "--%s", option_rows[option].name);
}

static bool choose_settings(struct cli *cli, struct err *err)
{
	struct string_list dirs = arguments_values(&cli->arguments, OPTION_CHECKLISTS, cli->arena);

	cli->store_options.checklist_dirs = dirs.texts;
	cli->store_options.checklist_dir_count = dirs.count;
	cli->store_options.shipped_dir = cli->environment->shipped_dir;
	/* The full screen, which stays open for hours, and the summary in its place. */
	cli->store_options.keeps_one_language = cli->subcommand == &cli_program;
	cli->store_options.lang = cli->lang_is_chosen ? cli->lang : LANG_NONE;
	return choose_data_dir(cli, err) && choose_author(cli, err) && choose_day(cli, err) &&
	       check_choice(cli, OPTION_THEME, MSG_NOT_A_THEME, err) &&
	       check_choice(cli, OPTION_SIGNS, MSG_NOT_A_SIGN_SET, err);
}

static void hint_nearest(struct cli *cli, const char *typed, struct string_list candidates)
{
	const char *nearest = suggest_nearest(typed, candidates);

	if (nearest)
		text_did_you_mean(&cli->hint, cli->lang, nearest);
}

static void hint_usage(struct cli *cli)
{
	buf_add(&cli->hint, text_word(WORD_USAGE, cli->lang));
	help_add_synopsis(&cli->hint, cli->subcommand, cli->lang);
}

/* The options that the command takes, and those that go everywhere. */
static bool option_is_taken(const struct subcommand *subcommand, enum option option)
{
	return option_rows[option].everywhere || (subcommand->options & OPTION_BIT(option));
}

static void hint_option(struct cli *cli, const char *typed)
{
	const char *names[OPTION_COUNT];
	size_t count = 0;

	for (int i = 0; i < OPTION_COUNT; i++) {
		if (option_is_taken(cli->subcommand, (enum option)i))
			names[count++] = arena_format(cli->arena, "--%s", option_rows[i].name);
	}
	hint_nearest(cli, typed, (struct string_list){ names, count });
}

static bool check_options(struct cli *cli, struct err *err)
{
	for (size_t i = 0; i < cli->arguments.use_count; i++) {
		enum option option = cli->arguments.uses[i].option;

		if (option_is_taken(cli->subcommand, option))
			continue;
		hint_usage(cli);
		return err_set(err, ERR_USAGE, MSG_OPTION_OF_OTHERS,
			arena_format(cli->arena, "--%s", option_rows[option].name), "%s",
			cli->subcommand->name);
	}
	return true;
}

/* Whether `typed` is one of "text|json". */
static bool is_among(const char *choices, const char *typed)
{
	size_t len = strlen(typed);

	for (const char *at = choices; *at; at += *at == '|') {
		size_t choice_len = strcspn(at, "|");

		if (choice_len == len && memcmp(at, typed, len) == 0)
			return true;
		at += choice_len;
	}
	return false;
}

static bool check_format(struct cli *cli, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_FORMAT);
	struct buf formats = BUF_INIT;
	bool found;

	if (!typed)
		return true;
	cli->subcommand->add_formats(&formats);
	found = is_among(formats.text, typed);
	if (!found) {
		text_choices_are(&cli->hint, cli->lang, formats.text);
		err_set(err, ERR_USAGE, MSG_UNKNOWN_FORMAT, typed, "--format");
	}
	buf_release(&formats);
	return found;
}

static bool check_words(struct cli *cli, struct err *err)
{
	size_t count = cli->arguments.word_count;

	if (count >= cli->subcommand->words_min && count <= cli->subcommand->words_max)
		return true;
	hint_usage(cli);
	if (count < cli->subcommand->words_min)
		return err_set(
			err, ERR_USAGE, MSG_ARGUMENT_MISSING, NULL, "%s", cli->subcommand->name);
	return err_set(err, ERR_USAGE, MSG_ARGUMENT_TOO_MANY,
		cli->arguments.words[cli->subcommand->words_max], "%s", cli->subcommand->name);
}

/* The first word is no command. Alone it may be an organisation, which summary.c finds out. */
static bool name_subcommand(struct cli *cli, struct err *err)
{
	struct arguments *arguments = &cli->arguments;
	const char *word = arguments->word_count ? arguments->words[0] : "";

	cli->subcommand = arguments->word_count ? subcommand_find(word) : NULL;
	if (cli->subcommand) {
		arguments->words++;
		arguments->word_count--;
		return true;
	}
	cli->subcommand = &cli_program;
	if (arguments->word_count < 2)
		return true;
	if (subcommand_find(arguments->words[1]))
		text_did_you_mean(&cli->hint, cli->lang,
			cli_clean(cli, arena_format(cli->arena, "jalon %s %s", arguments->words[1],
					       word)));
	else
		hint_nearest(cli, word, cli->subcommand_names);
	return err_set_nowhere(err, ERR_USAGE, MSG_UNKNOWN_COMMAND, word);
}

/* Where nothing else says the language, even a refusal speaks the organisation's. */
static void ask_organisation_for_language(struct cli *cli)
{
	struct err ignored = ERR_INIT;
	struct snapshot *snapshot;
	const char *words = cli->subcommand->arguments.en;
	bool names_org = cli->subcommand == &cli_program ||
			 strncmp(words + strspn(words, "{"), "ORG", 3) == 0;

	if (cli->lang_is_chosen || !names_org || cli->arguments.word_count == 0)
		return;
	snapshot = store_load(cli->store, cli->arguments.words[0], &ignored);
	if (snapshot && snapshot_organisation(snapshot)->language != LANG_NONE)
		cli->lang = snapshot_organisation(snapshot)->language;
	snapshot_free(snapshot);
}

/* --restricted: before anything that a client could have written is read. */
static bool keep_to_folders(struct cli *cli, struct err *err)
{
	if (!cli->environment->keep_to_folders)
		return true;
	if (!cli->environment->keep_to_folders(cli))
		return err_set_nowhere(err, ERR_FAILED, MSG_CANNOT_RESTRICT, NULL);
	if (!sandbox_has_filter())
		buf_add(&cli->hint, text_word(WORD_CALLS_NOT_FILTERED, cli->lang));
	return true;
}

static bool run(struct cli *cli, int argc, const char *const *argv, struct err *err)
{
	bool is_login = cli->environment->is_shell || restricted_is_login(argc, argv);
	bool good = restricted_unpack(cli->arena, &argc, &argv, err) &&
		    arguments_parse(&cli->arguments, cli->arena, argc, argv, err);
	struct err language_err = ERR_INIT;
	bool speaks = choose_language(cli, &language_err);

	if (good && !speaks)
		*err = language_err;
	/* The command is named even so: a mistyped option is compared with those it takes. */
	if (!name_subcommand(cli, good && speaks ? err : &language_err))
		return false;
	if (!good && err->message == MSG_UNKNOWN_OPTION)
		hint_option(cli, err->value);
	if (!good || !speaks)
		return false;
	if (is_login && !arguments_has(&cli->arguments, OPTION_RESTRICTED))
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, NULL);
	if (arguments_has(&cli->arguments, OPTION_VERSION)) {
		buf_add_format(&cli->out, "jalon %s\n", cli->environment->version);
		return true;
	}
	if (arguments_has(&cli->arguments, OPTION_HELP)) {
		help_add(&cli->out, cli->subcommand, cli->lang);
		return true;
	}
	if (!choose_settings(cli, err) || !keep_to_folders(cli, err))
		return false;
	cli->store = store_new(&cli->store_options);
	ask_organisation_for_language(cli);
	return check_options(cli, err) && check_words(cli, err) && check_format(cli, err) &&
	       cli->subcommand->run(cli, err);
}

static bool print_out(struct cli *cli, struct err *err)
{
	FILE *out = cli->environment->out;

	if (cli->out.len == 0)
		return true;
	if (fwrite(cli->out.text, 1, cli->out.len, out) != cli->out.len || fflush(out) != 0)
		return err_set_reason(err,
			cli->committed ? MSG_CANNOT_PRINT_SAVED : MSG_CANNOT_PRINT, errno, "%s",
			"");
	return true;
}

static void print_err(const struct cli *cli, const struct err *err)
{
	struct buf text = BUF_INIT;

	buf_add(&text, "jalon");
	buf_add(&text, text_word(WORD_COLON, cli->lang));
	text_err(&text, cli->lang, err);
	fprintf(cli->environment->error, "%s\n", text.text);
	buf_release(&text);
}

static void print_hint(const struct cli *cli)
{
	struct buf text = BUF_INIT;

	utf8_clean(&text, cli->hint.text, cli->hint.len, true);
	if (text.len)
		fprintf(cli->environment->error, "%s\n", text.text);
	buf_release(&text);
}

/* Exit status 1 promises that nothing changed. What is on the disk stays there when its answer
 * cannot be printed, so that is said, and the status is that of success. */
static int finish(struct cli *cli, bool good, struct err *err)
{
	bool printed = !good || print_out(cli, err);

	/* `jalon plan demo | head -1`: who reads has seen enough, and that is nobody's error. */
	if (!printed && err->reason == EPIPE && !cli->committed)
		return CLI_READER_LEFT;
	if (!good || !printed)
		print_err(cli, err);
	print_hint(cli);
	if (good && (printed || cli->committed))
		return cli->status;
	return (int)err->code;
}

/* As a shell takes it for one word. */
static void add_word(struct buf *out, const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "-_./:=@%+,";

	if (word[0] && !word[strspn(word, plain)]) {
		buf_add(out, word);
		return;
	}
	buf_add(out, "'");
	for (; *word; word++)
		buf_add_len(out, *word == '\'' ? "'\\''" : word, *word == '\'' ? 4 : 1);
	buf_add(out, "'");
}

/* A terminal that is not known here may be one that does what all do now. */
static void hint_terminal(struct cli *cli, int argc, const char *const *argv)
{
	struct buf command = BUF_INIT;

	buf_add(&command, "TERM=xterm-256color");
	for (int i = 0; i < argc; i++) {
		buf_add(&command, " ");
		add_word(&command, argv[i]);
	}
	text_works_with_terminal(&cli->hint, cli->lang, command.text);
	buf_release(&command);
}

static void release_snapshots(struct cli *cli)
{
	for (size_t i = 0; i < cli->snapshot_count; i++)
		snapshot_free(cli->snapshots[i]);
	mem_free(cli->snapshots);
	cli->snapshots = NULL;
	cli->snapshot_count = 0;
}

static void release(struct cli *cli)
{
	release_snapshots(cli);
	if (cli->store)
		store_free(cli->store);
	buf_release(&cli->out);
	buf_release(&cli->hint);
	arena_free(cli->arena);
}

int run_command_line(const struct cli_environment *environment, int argc, const char *const *argv)
{
	struct cli cli = {
		.environment = environment, .arena = arena_new(), .out = BUF_INIT, .hint = BUF_INIT
	};
	struct err err = ERR_INIT;
	bool good;
	int status;

	cli.subcommand_names = subcommand_names(cli.arena);
	good = run(&cli, argc, argv, &err);
	if (good && cli.opens_screen) {
		/* The screen holds what it shows, for hours maybe. */
		release_snapshots(&cli);
		good = environment->open_screen(&cli, cli.screen_org_id, &err);
		if (!good && err.message == MSG_NO_TERMINAL && !environment->is_locked_down)
			hint_terminal(&cli, argc, argv);
	}
	status = finish(&cli, good, &err);
	release(&cli);
	return status;
}
