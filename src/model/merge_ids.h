/* SPDX-License-Identifier: MIT
 *
 * merge_ids: makes two trees speak of the same things by the same ids.
 *
 * For     merge.c, before anything is compared.
 * Errors  none. */
#ifndef MODEL_MERGE_IDS_H
#define MODEL_MERGE_IDS_H

#include "model/merge_tree.h"

/* What both made since the base under one id, and is not the same: one of the two is renamed. */
void merge_part_twins(struct arena *arena, const struct merge_tree *base, struct merge_tree *ours,
	struct merge_tree *theirs);
/* What one removed and the other one said something of is put back, as it was in the base, with
 * what referred to it. */
void merge_revive(struct arena *arena, const struct merge_tree *base, struct merge_tree *ours,
	struct merge_tree *theirs);

#endif
