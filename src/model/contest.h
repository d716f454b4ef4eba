/* SPDX-License-Identifier: MIT
 *
 * contest: which of several values of one field stands after a merge, and which wait.
 *
 * For     merge.c. A side's values are the one that stands there, first, and those that wait there
 *         in conflicts kept earlier.
 * Owner   texts are borrowed, lists the arena's.
 * Errors  none. */
#ifndef MODEL_CONTEST_H
#define MODEL_CONTEST_H

#include "jalon/model/checklist.h"

struct contest {
	const char *standing;
	struct string_list rivals; /* sorted, none twice */
};

/* What neither side changed, or one of them, or both alike, stands as it is; else all that either
 * side chose or brought stays in the contest, and of those ours stands. */
struct contest contest_decide(struct arena *arena, struct string_list base, struct string_list ours,
	struct string_list theirs);
/* Another one stands; the one that stood waits. */
struct contest contest_put_first(
	struct arena *arena, const struct contest *contest, const char *standing);

#endif
