/* SPDX-License-Identifier: MIT
 *
 * merge_copy: takes a conflict copy in: the same organisation, changed apart.
 *
 * For     `jalon merge ORG FILE`, where a folder that is synchronised, or a stick, brought a second
 *         file.
 * Errors  as those of store_commit(). Besides ERR_FAILED: the copy cannot be read, is not valid, is
 *         of another organisation, or answers a checklist that the organisation does not.
 * Source  DESIGN.md, "Settled".
 *
 * What both had in common is told by the two histories: the last commit up to which their lines
 * agree. Both are taken back to there, and must be the same then. The copy's history is looked for
 * beside it: COPY.history.jsonl for COPY.json, and for demo.MARK.json, as tools that synchronise
 * name it, demo.history.MARK.jsonl. A copy that is but an older state of the organisation has
 * nothing to say. Where no history helps, what both say in two ways is a conflict. All of it goes
 * through store_commit(), as changes of whoever took the copy in, and can be undone. */
#ifndef JALON_STORE_MERGE_COPY_H
#define JALON_STORE_MERGE_COPY_H

#include "jalon/store/store.h"

struct merge_copy {
	struct commit_outcome outcome; /* its snapshot is the caller's */
	size_t new_conflicts;          /* that the organisation did not hold */
	bool had_base;                 /* the histories told what both had in common */
};

/* `changes` and `count` of the commit are not read. */
bool store_merge_copy(struct store *store, const char *org_id, const char *path,
	const struct commit *commit, struct merge_copy *copy, struct err *err);

#endif
