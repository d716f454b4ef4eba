/* SPDX-License-Identifier: MIT
 *
 * restricted: jalon as all that an account can do.
 *
 * For     a workshop's shared account on a server. sshd runs ForceCommand through the account's
 *         shell, as `SHELL -c COMMAND`; with jalon itself as that shell no other program is ever
 *         started, and no file of the account is read before jalon. So jalon understands
 *         `-c COMMAND`, and as a shell accepts nothing but itself with --restricted.
 *         What a client can send through sshd is then looked at by nobody: main.c drops the
 *         environment but for what restricted_terminal() and restricted_locale() make of it.
 * Owner   words are the arena's; names of terminals and locales are static.
 * Source  jalon-server(8); sshd(8), "LOGIN PROCESS"; sshd_config(5), ForceCommand. */
#ifndef JALON_CLI_RESTRICTED_H
#define JALON_CLI_RESTRICTED_H

#include <stdbool.h>

#include "jalon/base/arena.h"
#include "jalon/base/err.h"

struct cli;

/* Whether jalon is here as the shell of an account. */
bool restricted_is_login(int argc, const char *const *argv);
/* That, or --restricted among the arguments; too often rather than not often enough. */
bool restricted_is_asked(int argc, const char *const *argv);
/* Puts the words of `-c COMMAND` in the place of the arguments, and leaves others alone.
 * ERR_FAILED for a login whose command is not jalon. */
bool restricted_unpack(struct arena *arena, int *argc, const char *const **argv, struct err *err);
/* What is looked up for a terminal that calls itself so: never a path, never a description of the
 * client's own. Terminals that nobody knows are taken for the plainest one that has a cursor. */
const char *restricted_terminal(const char *said);
/* "fr_FR", "en_US" or "": the language alone, whatever else LANG says. */
const char *restricted_locale(const char *said);
/* Memory, files and cores bounded; no program, no process and no connection from here on, and none
 * of the system calls that jalon does not make. */
bool restricted_lock_down(void);
/* From here on the data folder is all that is written, and it, the checklists and the terminals'
 * descriptions all that is read. */
bool restricted_keep_to_folders(const struct cli *cli);
/* The rules of --restricted: a data folder by its whole path, and a terminal. */
bool restricted_check(const struct cli *cli, struct err *err);

#endif
