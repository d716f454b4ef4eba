/* SPDX-License-Identifier: MIT
 *
 * cli: the program as its sub-commands see it.
 *
 * For     the sub-commands, which find in `struct cli` all that they need. What runs them is
 *         jalon/cli/run.h.
 * Owner   main.c owns the environment, run_command_line() the rest. Snapshots that cli_load and
 *         cli_commit open live as long as the command.
 * Errors  what a command adds to `out` is printed only when all went well, so a refusal prints
 *         nothing on standard output.
 * Source  DESIGN.md, "Command line". */
#ifndef JALON_CLI_CLI_H
#define JALON_CLI_CLI_H

#include <stdio.h>

#include "jalon/base/buf.h"
#include "jalon/text/errors.h"
#include "jalon/store/store.h"
#include "jalon/export/change_words.h"
#include "jalon/export/page.h"
#include "jalon/cli/arguments.h"
#include "jalon/cli/subcommand.h"

/* What is outside the arguments. Texts are never NULL, and "" where there is nothing. */
struct cli_environment {
	const char *jalon_data, *xdg_data_home, *home;
	const char *jalon_by, *login;
	const char *jalon_lang, *lc_all, *lc_messages, *lang;
	const char *program, *shipped_dir, *version; /* `program`: its whole path */
	int64_t now_utc;
	int today_day;       /* where the person is */
	bool is_shell;       /* of this account, says the system: whatever it was started as */
	bool is_locked_down; /* --restricted: the environment is dropped, the limits are set */
	FILE *in, *out, *error;
	/* Once the folders are known, and before anything in them is read; NULL but in
	 * --restricted. */
	bool (*keep_to_folders)(const struct cli *cli);
	/* The full screen; NULL where there is no terminal. `org_id` is NULL without ORG. */
	bool (*open_screen)(const struct cli *cli, const char *org_id, struct err *err);
};

struct cli {
	const struct cli_environment *environment;
	struct string_list subcommand_names; /* all there are */
	const struct subcommand *subcommand; /* NULL: none was named */
	struct arguments arguments;          /* the words behind the sub-command's name */
	struct store_options store_options;
	const char *author;
	enum lang lang;
	bool lang_is_chosen; /* by an option or the locale; else each organisation's own */
	int today_day;
	int64_t now_utc;
	struct arena *arena;
	struct store *store;
	struct snapshot **snapshots;
	size_t snapshot_count;
	struct buf out;
	struct buf hint; /* a sentence to go behind the message of an error */
	int status;      /* of a command that went well and says more than 0 by it */
	bool committed;  /* something is on the disk that was not before */
	/* Set by the command that wants the full screen in place of `out`. */
	bool opens_screen;
	const char *screen_org_id; /* NULL: the list of organisations */
};

/* Opens the organisation that the first word names, and takes its language where none is chosen.
 * NULL with an error, and a hint at those there are. */
const struct organisation *cli_load(struct cli *cli, struct err *err);
/* The entry of that id; without one ERR_FAILED, and a hint at the nearest. */
const struct entry *cli_find_entry(
	struct cli *cli, const struct organisation *org, const char *id, struct err *err);
/* The same of a subject by its name: an entry's id, "service:ID", "member:NAME". */
bool cli_check_subject(
	struct cli *cli, const struct organisation *org, const char *name, struct err *err);
/* A whole number, as files count revisions. */
bool cli_parse_revision(const char *typed, int64_t *revision);
/* Commits to the organisation that the first word names, with --if-revision where given. */
bool cli_commit(struct cli *cli, const struct change_list *list, struct commit_outcome *outcome,
	struct err *err);
/* Fills in author, clock and --if-revision. */
bool cli_commit_begin(struct cli *cli, struct commit *commit, struct err *err);
/* Keeps the outcome's snapshot and puts a conflict in words. Returns `saved`. */
bool cli_commit_end(
	struct cli *cli, struct commit_outcome *outcome, bool saved, const struct err *err);

/* The page that text output goes to: 80 columns wide. */
struct page cli_page(struct cli *cli);
/* To say what was changed in that organisation. */
struct change_words cli_change_words(const struct cli *cli, const struct organisation *org);
/* What somebody typed or a file holds, made fit for a line of a message. The arena's. */
const char *cli_clean(struct cli *cli, const char *text);
/* --format, one of those the command offers; "text" without one. */
const char *cli_format(const struct cli *cli);
bool cli_wants_json(const struct cli *cli);
/* "text|json", for the rows of the commands that answer in both. */
void cli_add_formats(struct buf *out);

#endif
