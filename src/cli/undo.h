/* SPDX-License-Identifier: MIT
 *
 * undo: taking back one's own last commit, or putting it again.
 *
 * For     `jalon undo` and `jalon redo`, which differ in one function of the store.
 * Errors  as store_undo(). */
#ifndef CLI_UNDO_H
#define CLI_UNDO_H

#include "jalon/cli/cli.h"

typedef bool (*undo_step)(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err);

/* Does it, and prints what it changed. */
bool undo_run(struct cli *cli, undo_step step, struct err *err);

#endif
