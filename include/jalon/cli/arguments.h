/* SPDX-License-Identifier: MIT
 *
 * arguments: options and words, told apart.
 *
 * For     the command line. Options stand before or after the command, as `--name=value` or
 *         `--name value`; `--` ends them; a lone `-` is a word. Which command takes which option
 *         is in the rows of jalon/cli/subcommand.h.
 * Owner   lists are the arena's; texts are borrowed from argv.
 * Errors  ERR_USAGE, the first one; the rest is read all the same, so that `--lang` behind a
 *         mistake still chooses the language it is told in.
 * Source  DESIGN.md, "Command line". */
#ifndef JALON_CLI_ARGUMENTS_H
#define JALON_CLI_ARGUMENTS_H

#include <stdint.h>

#include "jalon/base/err.h"
#include "jalon/model/checklist.h"

enum option {
	/* wherever */
	OPTION_DATA,
	OPTION_CHECKLISTS,
	OPTION_LANG,
	OPTION_BY,
	OPTION_HELP,
	OPTION_VERSION,
	/* where the command takes them */
	OPTION_NAME,
	OPTION_CHECKLIST,
	OPTION_ITEM,
	OPTION_REQUIRES,
	OPTION_REPLACE,
	OPTION_REMOVE,
	OPTION_FORMAT,
	OPTION_TODAY,
	OPTION_IF_REVISION,
	OPTION_WHY,
	OPTION_IF_DONE,
	OPTION_LIMIT,
	OPTION_SINCE,
	OPTION_AUTHOR,
	OPTION_ENTRY,
	OPTION_RESTRICTED,
	OPTION_GROUP,
	OPTION_USER,
	OPTION_PROGRAM,
	OPTION_THEME,
	OPTION_SIGNS,
	OPTION_CALM,
	OPTION_MOUSE,
	OPTION_WIDE,
	OPTION_COUNT
};

struct option_row {
	const char *name;  /* without the hyphens */
	const char *value; /* "DIR", or NULL for an option that stands alone */
	bool everywhere;
	struct wording help;
};
extern const struct option_row option_rows[OPTION_COUNT];

/* Whether the value is one of those that the row names: "dark|light|mono". */
bool option_offers(enum option option, const char *value);

/* One bit for each option, for the rows of sub-commands. */
#define OPTION_BIT(option) (1u << (option))

struct option_use {
	enum option option;
	const char *value; /* "" for an option that stands alone */
};

struct arguments {
	const char **words;
	size_t word_count;
	struct option_use *uses;
	size_t use_count;
};

/* argv[0], the program's name, is passed over. */
bool arguments_parse(struct arguments *arguments, struct arena *arena, int argc,
	const char *const *argv, struct err *err);
bool arguments_has(const struct arguments *arguments, enum option option);
/* The last value given, or NULL. */
const char *arguments_value(const struct arguments *arguments, enum option option);
/* All of them, in order. */
struct string_list arguments_values(
	const struct arguments *arguments, enum option option, struct arena *arena);

#endif
