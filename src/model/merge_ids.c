/* SPDX-License-Identifier: MIT */
#include "model/merge_ids.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/natural.h"
#include "jalon/model/object.h"

struct ids {
	const char **ids;
	size_t count, room;
};

static void add_id(struct ids *ids, struct arena *arena, const char *id)
{
	if (ids->count == ids->room)
		ids->ids = arena_grow(arena, ids->ids, &ids->room, sizeof(*ids->ids));
	ids->ids[ids->count++] = id;
}

static void add_references(struct ids *ids, struct arena *arena, enum object of, const void *object)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct string_list named = { NULL, 0 };

		if (field_is_value_of((enum field)i, of))
			named = field_references((enum field)i, object);
		for (size_t k = 0; k < named.count; k++)
			add_id(ids, arena, named.texts[k]);
	}
}

/* Every id that a tree names, "@portail" for that of a service. */
static void add_ids(struct ids *ids, struct arena *arena, const struct merge_tree *tree)
{
	const struct organisation *org = &tree->org;

	for (size_t i = 0; i < org->given_ids.count; i++)
		add_id(ids, arena, org->given_ids.texts[i]);
	for (size_t i = 0; i < tree->entry_count; i++) {
		add_id(ids, arena, tree->entries[i].id);
		add_references(ids, arena, OBJECT_ENTRY, &tree->entries[i]);
	}
	for (size_t i = 0; i < org->action_count; i++) {
		add_id(ids, arena, org->actions[i].id);
		add_references(ids, arena, OBJECT_ACTION, &org->actions[i]);
	}
	for (size_t i = 0; i < org->service_count; i++)
		add_id(ids, arena, arena_format(arena, "@%s", org->services[i].id));
	for (size_t i = 0; i < org->conflict_count; i++)
		add_id(ids, arena, org->conflicts[i].subject);
}

/* One that none of the three has ever named: that of an organisation that has all they have. */
static const char *new_id(struct arena *arena, struct merge_named named, const char *name,
	const struct merge_tree *const trees[3])
{
	struct organisation all = { .id = "",
		.name = "",
		.checklists = trees[1]->org.checklists,
		.checklist_count = trees[1]->org.checklist_count };
	struct ids ids = { NULL, 0, 0 };
	size_t room = 1;

	for (size_t i = 0; i < 3; i++) {
		add_ids(&ids, arena, trees[i]);
		room += trees[i]->org.action_count;
	}
	all.given_ids = (struct string_list){ ids.ids, ids.count };
	all.actions = ARENA_ARRAY(arena, struct action, room);
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < trees[i]->org.action_count; k++)
			all.actions[all.action_count++] = trees[i]->org.actions[k];
	}
	return named.is_service ? organisation_new_service_id(&all, arena, name)
				: organisation_new_action_id(&all, arena);
}

static const char *name_in(const struct merge_tree *tree, struct merge_named named, const char *id)
{
	const struct service *service =
		named.is_service ? organisation_find_service(&tree->org, id) : NULL;
	const struct action *action = named.is_service ? NULL : merge_tree_action(tree, id);

	return service ? service->name : action ? action->title : NULL;
}

/* Where an earlier merge has parted the same two: the id that it gave. NULL where there is none. */
static const char *given_before(struct merge_named named, const char *name,
	const struct merge_tree *base, const struct merge_tree *tree,
	const struct merge_tree *other)
{
	size_t count = named.is_service ? other->org.service_count : other->org.action_count;

	for (size_t i = 0; i < count; i++) {
		const char *id =
			named.is_service ? other->org.services[i].id : other->org.actions[i].id;

		if (strcmp(name_in(other, named, id), name) == 0 && !name_in(base, named, id) &&
			!name_in(tree, named, id))
			return id;
	}
	return NULL;
}

/* The one whose name comes later takes another id, whoever has it. */
static void part(struct arena *arena, struct merge_named named, const struct merge_tree *base,
	struct merge_tree *ours, struct merge_tree *theirs)
{
	const struct merge_tree *const trees[3] = { base, ours, theirs };
	const char *one = name_in(ours, named, named.id), *other = name_in(theirs, named, named.id);
	struct merge_tree *tree;
	const char *name, *id;

	if (!one || !other || name_in(base, named, named.id) || strcmp(one, other) == 0)
		return;
	tree = strcmp(one, other) > 0 ? ours : theirs;
	name = tree == ours ? one : other;
	id = given_before(named, name, base, tree, tree == ours ? theirs : ours);
	merge_tree_rename(tree, arena, named, id ? id : new_id(arena, named, name, trees));
}

void merge_part_twins(struct arena *arena, const struct merge_tree *base, struct merge_tree *ours,
	struct merge_tree *theirs)
{
	struct ids services = { NULL, 0, 0 }, actions = { NULL, 0, 0 };

	for (size_t i = 0; i < ours->org.service_count; i++)
		add_id(&services, arena, ours->org.services[i].id);
	for (size_t i = 0; i < ours->org.action_count; i++)
		add_id(&actions, arena, ours->org.actions[i].id);
	if (services.count)
		qsort(services.ids, services.count, sizeof(*services.ids),
			natural_compare_elements);
	for (size_t i = 0; i < services.count; i++)
		part(arena, (struct merge_named){ true, services.ids[i] }, base, ours, theirs);
	for (size_t i = 0; i < actions.count; i++)
		part(arena, (struct merge_named){ false, actions.ids[i] }, base, ours, theirs);
}

static bool notes_equal(const struct entry *a, const struct entry *b)
{
	if (a->note_count != b->note_count)
		return false;
	for (size_t i = 0; i < a->note_count; i++) {
		if (!object_equals(OBJECT_NOTE, &a->notes[i], &b->notes[i]))
			return false;
	}
	return true;
}

/* Whether the field's object refers to it, and that of the base, or NULL, does not. */
static bool refers_anew(
	struct merge_named named, enum object of, const void *object, const void *in_base)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;

		if (field_is_value_of(field, of) && merge_refers(named, field, object) &&
			!(in_base && merge_refers(named, field, in_base)))
			return true;
	}
	return false;
}

/* The base has what this id names, and the tree does not. */
static bool is_gone(const struct merge_tree *base, const struct merge_tree *tree, const char *id)
{
	const char *service = strrchr(id, '@');

	if (service)
		return organisation_find_service(&base->org, service + 1) &&
		       !organisation_find_service(&tree->org, service + 1);
	return merge_tree_action(base, id) && !merge_tree_action(tree, id);
}

/* Takes from the base's object what it refers to and the tree removed: who removes something takes
 * the references along. */
static void drop_gone(struct arena *arena, enum object of, void *object,
	const struct merge_tree *base, const struct merge_tree *tree)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct string_list old = { NULL, 0 };
		struct field_value value = { .text = "" };
		const char **ids;

		if (field_is_value_of((enum field)i, of))
			old = field_references((enum field)i, object);
		if (old.count == 0)
			continue;
		ids = ARENA_ARRAY(arena, const char *, old.count);
		value.ids.texts = ids;
		for (size_t k = 0; k < old.count; k++) {
			if (!is_gone(base, tree, old.texts[k]))
				ids[value.ids.count++] = old.texts[k];
		}
		if (value.ids.count == old.count)
			continue;
		field_put((enum field)i, object, value);
	}
}

/* By more than that. */
static bool says_more(struct arena *arena, enum object of, const void *object, const void *old,
	const struct merge_tree *base, const struct merge_tree *tree)
{
	void *expected;

	if (!old)
		return true;
	expected = object_copy(of, old, arena);
	drop_gone(arena, of, expected, base, tree);
	return !object_equals(of, object, expected);
}

/* Whether the tree says something of it that the base does not. */
static bool has_news(struct arena *arena, struct merge_named named, const struct merge_tree *base,
	const struct merge_tree *tree)
{
	for (size_t i = 0; i < tree->entry_count; i++) {
		const struct entry *entry = &tree->entries[i];
		const struct entry *old = merge_tree_entry(base, entry->id);

		if (refers_anew(named, OBJECT_ENTRY, entry, old) ||
			(merge_names(named, entry->id) &&
				(says_more(arena, OBJECT_ENTRY, entry, old, base, tree) ||
					!notes_equal(old, entry))))
			return true;
	}
	for (size_t i = 0; i < tree->org.action_count; i++) {
		const struct action *action = &tree->org.actions[i];

		if (refers_anew(named, OBJECT_ACTION, action, merge_tree_action(base, action->id)))
			return true;
	}
	return false;
}

/* A reference to it is put again as well, where nothing else took its place. */
static void revive_references(struct merge_named named, enum object of, void *object,
	const void *in_base, struct arena *arena)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;
		struct field_value value, old;
		const char **ids;

		if (!field_is_value_of(field, of) || !merge_refers(named, field, in_base) ||
			merge_refers(named, field, object))
			continue;
		value = field_value_of(field, object);
		old = field_value_of(field, in_base);
		if (field_rows[field].kind == FIELD_KIND_ENTRY && value.text[0])
			continue;
		ids = ARENA_ARRAY(arena, const char *, value.ids.count + old.ids.count + 1);
		if (value.ids.count)
			memcpy(ids, value.ids.texts, value.ids.count * sizeof(*ids));
		for (size_t k = 0; k < old.ids.count; k++) {
			if (merge_names(named, old.ids.texts[k]))
				ids[value.ids.count++] = old.ids.texts[k];
		}
		value.text = old.text;
		value.ids.texts = ids;
		field_put(field, object, value);
	}
}

static void revive_one(struct arena *arena, struct merge_named named, const struct merge_tree *base,
	struct merge_tree *tree)
{
	for (size_t i = 0; i < base->entry_count; i++) {
		const struct entry *old = &base->entries[i];
		struct entry *entry = merge_tree_entry(tree, old->id);
		bool refers = refers_anew(named, OBJECT_ENTRY, old, NULL);

		if (!entry && (merge_names(named, old->id) || refers))
			entry = merge_tree_add_entry(tree, arena, old->id);
		if (merge_names(named, old->id)) {
			*entry = *old;
			drop_gone(arena, OBJECT_ENTRY, entry, base, tree);
		} else if (refers) {
			revive_references(named, OBJECT_ENTRY, entry, old, arena);
		}
	}
	for (size_t i = 0; i < tree->org.action_count; i++) {
		struct action *action = &tree->org.actions[i];
		const struct action *old = merge_tree_action(base, action->id);

		if (old)
			revive_references(named, OBJECT_ACTION, action, old, arena);
	}
}

/* `other` as it was, before anything came back to it. */
static void revive_action(struct arena *arena, const struct action *old,
	const struct merge_tree *base, struct merge_tree *tree, const struct merge_tree *other)
{
	struct organisation *org = &tree->org;
	const struct action *kept = merge_tree_action(other, old->id);
	const struct merge_named named = { false, old->id };

	if (merge_tree_action(tree, old->id) || !kept ||
		!(says_more(arena, OBJECT_ACTION, kept, old, base, other) ||
			has_news(arena, named, base, other)))
		return;
	org->actions =
		merge_copy_list(arena, org->actions, org->action_count, sizeof(*org->actions));
	org->actions[org->action_count] = *old;
	drop_gone(arena, OBJECT_ACTION, &org->actions[org->action_count++], base, tree);
	revive_one(arena, named, base, tree);
}

static void revive_service(struct arena *arena, const struct service *old,
	const struct merge_tree *base, struct merge_tree *tree, const struct merge_tree *other)
{
	struct organisation *org = &tree->org;
	const struct service *kept = organisation_find_service(&other->org, old->id);
	const struct merge_named named = { true, old->id };

	if (organisation_find_service(org, old->id) || !kept ||
		!(!object_equals(OBJECT_SERVICE, kept, old) || has_news(arena, named, base, other)))
		return;
	org->services =
		merge_copy_list(arena, org->services, org->service_count, sizeof(*org->services));
	org->services[org->service_count++] = *old;
	revive_one(arena, named, base, tree);
}

static void revive_all(struct arena *arena, const struct merge_tree *base, struct merge_tree *tree,
	const struct merge_tree *other)
{
	for (size_t i = 0; i < base->org.action_count; i++)
		revive_action(arena, &base->org.actions[i], base, tree, other);
	for (size_t i = 0; i < base->org.service_count; i++)
		revive_service(arena, &base->org.services[i], base, tree, other);
}

void merge_revive(struct arena *arena, const struct merge_tree *base, struct merge_tree *ours,
	struct merge_tree *theirs)
{
	const struct merge_tree our_old = merge_tree_copy(arena, ours);

	revive_all(arena, base, ours, theirs);
	revive_all(arena, base, theirs, &our_old);
}
