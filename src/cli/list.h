/* SPDX-License-Identifier: MIT
 *
 * list: the organisations there are.
 *
 * For     `jalon list`, and jalon without anything where there is no terminal.
 * Owner   adds to cli->out.
 * Errors  as store_list(). An organisation that cannot be read is listed with its reason. */
#ifndef CLI_LIST_H
#define CLI_LIST_H

#include "jalon/cli/cli.h"

bool cli_list_organisations(struct cli *cli, struct err *err);

#endif
