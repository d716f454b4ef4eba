/* SPDX-License-Identifier: MIT
 *
 * summary: jalon without a command.
 *
 * For     the row of the program itself, which `--help` and dispatch read like any other. It is
 *         not in the table of sub-commands, having no name. */
#ifndef CLI_SUMMARY_H
#define CLI_SUMMARY_H

#include "jalon/cli/subcommand.h"

extern const struct subcommand cli_program;

#endif
