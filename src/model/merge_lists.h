/* SPDX-License-Identifier: MIT
 *
 * merge_lists: three lists become one.
 *
 * For     merge.c.
 * Owner   what comes out is the arena's; what it holds is borrowed.
 * Errors  none. */
#ifndef MODEL_MERGE_LISTS_H
#define MODEL_MERGE_LISTS_H

#include "jalon/model/objects.h"

/* The keys of all three in the order of the result: as the side that changed it has it, else the
 * base's order, and behind it the others by id. */
struct string_list merge_order(struct arena *arena, struct string_list base,
	struct string_list ours, struct string_list theirs);
/* Ids as a set: what both kept of the base, and what either added. */
struct string_list merge_sets(struct arena *arena, struct string_list base, struct string_list ours,
	struct string_list theirs);

struct note_list {
	const struct note *notes;
	size_t count;
};
struct note_list merge_notes(
	struct arena *arena, struct note_list base, struct note_list ours, struct note_list theirs);

#endif
