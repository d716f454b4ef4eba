/* SPDX-License-Identifier: MIT
 *
 * conflicts: those that a merge kept, as the commands tell them.
 *
 * For     `jalon merge`, `jalon show`. */
#ifndef CLI_CONFLICTS_H
#define CLI_CONFLICTS_H

#include "jalon/base/json_write.h"
#include "jalon/cli/cli.h"

/* How many there are, and each on a line of its own; of one entry, or of all with NULL. Nothing
 * where there is none. */
void conflicts_add_text(struct cli *cli, const struct organisation *org, const struct entry *only);
void conflicts_add_json(
	struct json_writer *writer, const struct organisation *org, const struct entry *only);

#endif
