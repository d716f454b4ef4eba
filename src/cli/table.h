/* SPDX-License-Identifier: MIT
 *
 * table: all sub-commands, in the order in which one meets them.
 *
 * For     running a command line, `--help`, man pages and completions. A sub-command, below, finds
 *         their names in `struct cli`.
 * Owner   static; names are in the arena. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "jalon/cli/subcommand.h"

extern const struct subcommand *const subcommands[];
extern const size_t subcommand_count;

/* NULL when there is none of that name. */
const struct subcommand *subcommand_find(const char *name);
struct string_list subcommand_names(struct arena *arena);

#endif
