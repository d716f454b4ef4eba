/* SPDX-License-Identifier: MIT
 *
 * run: from a command line to an exit status.
 *
 * For     main.c, which gives it what the outside world says.
 * Owner   main.c owns the environment and argv; all else is released before it returns.
 * Errors  the exit status: 0 done, 1 failed, 2 wrong usage, 3 conflict. CLI_READER_LEFT, silently,
 *         when nobody reads what a command that changed nothing prints: SIGPIPE is for main.c.
 * Source  DESIGN.md, "Command line". */
#ifndef JALON_CLI_RUN_H
#define JALON_CLI_RUN_H

#include "jalon/cli/cli.h"

enum { CLI_READER_LEFT = 128 + 13 /* as shells say it of SIGPIPE */ };

int run_command_line(const struct cli_environment *environment, int argc, const char *const *argv);

#endif
