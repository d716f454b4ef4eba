/* SPDX-License-Identifier: MIT
 *
 * show_text: an organisation, or one entry, as people read it.
 *
 * For     `jalon show` in text.
 * Owner   adds to cli->out. */
#ifndef CLI_SHOW_TEXT_H
#define CLI_SHOW_TEXT_H

#include "jalon/plan/plan.h"
#include "jalon/cli/cli.h"

void show_text_organisation(struct cli *cli, const struct organisation *org);
void show_text_entry(struct cli *cli, const struct organisation *org, const struct entry *entry);
/* The name, and the counts under it: how every output about an organisation begins. Without a plan
 * (NULL) nothing is at risk. */
void show_text_head(struct cli *cli, const struct organisation *org, const struct plan *plan);

#endif
