/* SPDX-License-Identifier: MIT
 *
 * merge_tree: an organisation as a merge takes it apart.
 *
 * For     merge.c and the files beside it.
 * Owner   lists are the tree's own, in the arena, to be written to; what they point to is
 *         borrowed.
 * Errors  none. */
#ifndef MODEL_MERGE_TREE_H
#define MODEL_MERGE_TREE_H

#include "jalon/model/organisation.h"

struct merge_tree {
	struct organisation
		org;           /* what was said is in `entries`; those in here are not looked at */
	struct entry *entries; /* by id; of items that are known and others */
	size_t entry_count;
};

/* What is named by an id: an own action, or a service with all its entries. */
struct merge_named {
	bool is_service;
	const char *id;
};

/* Of NULL, a tree that says nothing. */
struct merge_tree merge_tree_make(struct arena *arena, const struct organisation *org);
/* To be changed by itself. */
struct merge_tree merge_tree_copy(struct arena *arena, const struct merge_tree *tree);
/* With room for one more. */
void *merge_copy_list(struct arena *arena, const void *list, size_t count, size_t size);
/* NULL where nothing was said. */
struct entry *merge_tree_entry(const struct merge_tree *tree, const char *id);
/* An entry that says nothing yet. */
struct entry *merge_tree_add_entry(struct merge_tree *tree, struct arena *arena, const char *id);
const struct action *merge_tree_action(const struct merge_tree *tree, const char *id);

/* Whether an entry's id is of it. */
bool merge_names(struct merge_named named, const char *id);
/* Whether the field of that object refers to it. */
bool merge_refers(struct merge_named named, enum field field, const void *object);
/* Gives it another id, wherever it is named. */
void merge_tree_rename(
	struct merge_tree *tree, struct arena *arena, struct merge_named named, const char *id);

#endif
