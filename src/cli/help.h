/* SPDX-License-Identifier: MIT
 *
 * help: `--help`, made from the rows, so that it cannot lag behind them.
 *
 * For     running a command line, and the man pages.
 * Owner   adds to the caller's buf. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "jalon/cli/subcommand.h"

/* "jalon show ORG [ENTRY] [--format text|json]…" */
void help_add_synopsis(struct buf *out, const struct subcommand *subcommand, enum lang lang);
/* What one needs to know of it, fields included. */
void help_add_explanation(struct buf *out, const struct subcommand *subcommand, enum lang lang);
/* What a field is for, and what it takes. */
void help_add_field(struct buf *out, enum field field, enum lang lang);
/* What `--help` prints; of the program itself with all commands. */
void help_add(struct buf *out, const struct subcommand *subcommand, enum lang lang);

#endif
