/* SPDX-License-Identifier: MIT
 *
 * subcommands: each row, by name.
 *
 * For     src/cli/table.c, and the tests of a command. Everybody else reads
 *         jalon/cli/table.h. */
#ifndef CLI_SUBCOMMANDS_H
#define CLI_SUBCOMMANDS_H

#include "jalon/cli/subcommand.h"

extern const struct subcommand cli_new, cli_list, cli_show, cli_set, cli_note, cli_add, cli_service,
	cli_member, cli_edit, cli_plan, cli_log, cli_undo, cli_redo, cli_check, cli_guide,
	cli_server, cli_merge, cli_remove;

#endif
