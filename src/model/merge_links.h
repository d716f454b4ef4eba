/* SPDX-License-Identifier: MIT
 *
 * merge_links: which checklists an organisation answers after a merge, and in which editions.
 *
 * For     merge.c. Nobody chooses about them: where both changed one, the later edition stands.
 * Owner   lists are the arena's.
 * Errors  none. */
#ifndef MODEL_MERGE_LINKS_H
#define MODEL_MERGE_LINKS_H

#include "jalon/model/objects.h"

void merge_links(struct arena *arena, struct organisation *org, const struct organisation *base,
	const struct organisation *ours, const struct organisation *theirs);

#endif
