/* SPDX-License-Identifier: MIT */
#include "model/merge_tree.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/model/kept_conflict.h"
#include "jalon/model/object.h"

static int compare_entries(const void *a, const void *b)
{
	const struct entry *one = a, *other = b;

	return strcmp(one->id, other->id);
}

static void sort_entries(struct merge_tree *tree)
{
	if (tree->entry_count)
		qsort(tree->entries, tree->entry_count, sizeof(*tree->entries), compare_entries);
}

void *merge_copy_list(struct arena *arena, const void *list, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, (count + 1) * size);

	if (count)
		memcpy(copy, list, count * size);
	return copy;
}

static void take_entries(struct merge_tree *tree, const struct entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!entry_is_untouched(&entries[i]))
			tree->entries[tree->entry_count++] = entries[i];
	}
}

struct merge_tree merge_tree_make(struct arena *arena, const struct organisation *org)
{
	struct merge_tree tree = { .org = { .id = "", .name = "" } };
	struct organisation *own = &tree.org;

	object_unset(OBJECT_ORGANISATION, own);
	if (!org)
		return tree;
	*own = *org;
	own->members =
		merge_copy_list(arena, org->members, org->member_count, sizeof(*org->members));
	own->services =
		merge_copy_list(arena, org->services, org->service_count, sizeof(*org->services));
	own->actions =
		merge_copy_list(arena, org->actions, org->action_count, sizeof(*org->actions));
	own->conflicts = merge_copy_list(
		arena, org->conflicts, org->conflict_count, sizeof(*org->conflicts));
	tree.entries = ARENA_ARRAY(arena, struct entry, org->entry_count + org->orphan_count);
	take_entries(&tree, org->entries, org->entry_count);
	take_entries(&tree, org->orphans, org->orphan_count);
	sort_entries(&tree);
	return tree;
}

struct merge_tree merge_tree_copy(struct arena *arena, const struct merge_tree *tree)
{
	const struct organisation *org = &tree->org;
	struct merge_tree copy = *tree;

	copy.org.services =
		merge_copy_list(arena, org->services, org->service_count, sizeof(*org->services));
	copy.org.actions =
		merge_copy_list(arena, org->actions, org->action_count, sizeof(*org->actions));
	copy.entries =
		merge_copy_list(arena, tree->entries, tree->entry_count, sizeof(*tree->entries));
	return copy;
}

struct entry *merge_tree_entry(const struct merge_tree *tree, const char *id)
{
	const struct entry wanted = { .id = id };

	if (tree->entry_count == 0)
		return NULL;
	return bsearch(
		&wanted, tree->entries, tree->entry_count, sizeof(*tree->entries), compare_entries);
}

struct entry *merge_tree_add_entry(struct merge_tree *tree, struct arena *arena, const char *id)
{
	struct entry *added;

	tree->entries =
		merge_copy_list(arena, tree->entries, tree->entry_count, sizeof(*tree->entries));
	added = &tree->entries[tree->entry_count++];
	object_unset(OBJECT_ENTRY, added);
	added->id = id;
	sort_entries(tree);
	return merge_tree_entry(tree, id);
}

const struct action *merge_tree_action(const struct merge_tree *tree, const char *id)
{
	for (size_t i = 0; i < tree->org.action_count; i++) {
		if (strcmp(tree->org.actions[i].id, id) == 0)
			return &tree->org.actions[i];
	}
	return NULL;
}

bool merge_names(struct merge_named named, const char *id)
{
	const char *service = strrchr(id, '@');

	if (!named.is_service)
		return strcmp(id, named.id) == 0;
	return service && strcmp(service + 1, named.id) == 0;
}

bool merge_refers(struct merge_named named, enum field field, const void *object)
{
	struct string_list ids = field_references(field, object);

	for (size_t i = 0; i < ids.count; i++) {
		if (merge_names(named, ids.texts[i]))
			return true;
	}
	return false;
}

static const char *rename_id(
	struct arena *arena, struct merge_named named, const char *id, const char *new_id)
{
	if (!merge_names(named, id))
		return id;
	if (!named.is_service)
		return new_id;
	return arena_format(arena, "%.*s@%s", (int)(strrchr(id, '@') - id), id, new_id);
}

static struct field_value rename_value(struct arena *arena, struct merge_named named,
	enum field field, struct field_value value, const char *new_id)
{
	const char **ids;

	if (field_rows[field].kind == FIELD_KIND_ENTRY)
		value.text = rename_id(arena, named, value.text, new_id);
	if (field_rows[field].kind != FIELD_KIND_ENTRIES || value.ids.count == 0)
		return value;
	ids = ARENA_ARRAY(arena, const char *, value.ids.count);
	for (size_t i = 0; i < value.ids.count; i++)
		ids[i] = rename_id(arena, named, value.ids.texts[i], new_id);
	value.ids.texts = ids;
	return value;
}

static void rename_references(struct arena *arena, struct merge_named named, enum object of,
	void *object, const char *new_id)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;

		if (field_is_value_of(field, of) && merge_refers(named, field, object))
			field_put(field, object,
				rename_value(arena, named, field, field_value_of(field, object),
					new_id));
	}
}

static const char *rename_canonical(struct arena *arena, struct merge_named named, enum field field,
	const char *canonical, const char *new_id)
{
	struct field_value value = field_value_parse(field, canonical, arena);

	return field_value_format(field, rename_value(arena, named, field, value, new_id), arena);
}

static void rename_in_conflict(struct arena *arena, struct merge_named named,
	struct kept_conflict *conflict, const char *new_id)
{
	struct subject subject = subject_of(conflict->subject);
	enum field field = (enum field)conflict->field;

	if (subject.of == OBJECT_ENTRY)
		conflict->subject = rename_id(arena, named, conflict->subject, new_id);
	else if (subject.of == OBJECT_SERVICE && named.is_service &&
		 strcmp(subject.key, named.id) == 0)
		conflict->subject = arena_format(arena, SUBJECT_SERVICE "%s", new_id);
	if (conflict->field == FIELD_COUNT)
		return;
	conflict->ours = rename_canonical(arena, named, field, conflict->ours, new_id);
	conflict->theirs = rename_canonical(arena, named, field, conflict->theirs, new_id);
}

void merge_tree_rename(
	struct merge_tree *tree, struct arena *arena, struct merge_named named, const char *id)
{
	struct organisation *org = &tree->org;

	for (size_t i = 0; i < tree->entry_count; i++) {
		struct entry *entry = &tree->entries[i];

		rename_references(arena, named, OBJECT_ENTRY, entry, id);
		entry->id = rename_id(arena, named, entry->id, id);
	}
	sort_entries(tree);
	for (size_t i = 0; i < org->action_count; i++) {
		rename_references(arena, named, OBJECT_ACTION, &org->actions[i], id);
		if (!named.is_service && strcmp(org->actions[i].id, named.id) == 0)
			org->actions[i].id = id;
	}
	for (size_t i = 0; named.is_service && i < org->service_count; i++) {
		if (strcmp(org->services[i].id, named.id) == 0)
			org->services[i].id = id;
	}
	for (size_t i = 0; i < org->conflict_count; i++)
		rename_in_conflict(arena, named, &org->conflicts[i], id);
}
