/* SPDX-License-Identifier: MIT */
#include "sides.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/model/kept_conflict.h"
#include "jalon/store/organisation_file.h"
#include "model/merge_tree.h"
#include "sample_value.h"

enum { MOMENT = 1795000000 };

unsigned dice_below(struct dice *dice, unsigned limit)
{
	dice->state = dice->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(dice->state >> 33) % limit;
}

static bool apply(struct desk *desk, struct organisation *side, const struct change *changes,
	size_t count, const char **new_id)
{
	struct organisation *copy = organisation_copy(side, desk->arena);
	struct change_list applied = { NULL, 0, 0 };
	struct conflict conflict;
	struct err err = ERR_INIT;

	if (!changes_apply(copy, desk->arena, changes, count, &applied, new_id, &conflict, &err))
		return false;
	*side = *copy;
	return true;
}

static bool put(struct desk *desk, struct organisation *side, const char *entry, enum field field,
	struct value from, struct value to, const char **new_id)
{
	const struct change change = { .entry = entry, .field = field, .from = from, .to = to };

	return apply(desk, side, &change, 1, new_id);
}

const char *side_get(
	struct desk *desk, const struct organisation *side, const char *subject, enum field field)
{
	const void *object = subject_find(side, subject, field);

	return object ? field_get(field, object, desk->arena) : "(none)";
}

void side_set(struct desk *desk, struct organisation *side, const char *subject, enum field field,
	const char *value)
{
	const char *ignored;

	if (subject_find(side, subject, field))
		put(desk, side, subject, field,
			(struct value){ .text = side_get(desk, side, subject, field) },
			(struct value){ .text = value }, &ignored);
}

void side_note(struct desk *desk, struct organisation *side, const char *entry, int64_t at_utc,
	const char *by, const char *text)
{
	const struct note note = { .at_utc = at_utc, .by = by, .text = text };
	const struct value none = VALUE_NONE;
	const char *ignored;

	put(desk, side, entry, FIELD_NOTE, none, (struct value){ .text = "", .note = &note },
		&ignored);
}

void side_take_note_back(
	struct desk *desk, struct organisation *side, const char *entry_id, size_t index)
{
	const struct entry *entry = organisation_find_entry(side, entry_id);
	const struct value none = VALUE_NONE;
	const char *ignored;

	if (entry && index < entry->note_count)
		put(desk, side, entry_id, FIELD_NOTE,
			(struct value){ .text = "", .note = &entry->notes[index] }, none, &ignored);
}

const char *side_add_action(struct desk *desk, struct organisation *side, const char *title)
{
	const struct action action = { .id = "", .title = title, .item = "" };
	const struct value none = VALUE_NONE;
	const char *id = NULL;

	put(desk, side, CHANGE_NEW_ACTION, FIELD_ACTION, none,
		(struct value){ .text = "", .action = &action }, &id);
	return id;
}

const char *side_add_service(struct desk *desk, struct organisation *side, const char *name)
{
	const struct service service = { .id = "", .name = name };
	const struct value none = VALUE_NONE;
	const char *id = NULL;

	put(desk, side, "", FIELD_SERVICE, none, (struct value){ .text = "", .service = &service },
		&id);
	return id;
}

void side_member(
	struct desk *desk, struct organisation *side, const char *name, const char *capacity)
{
	struct member member = { .name = name };
	struct value from = { .text = "", .member = organisation_find_member(side, name) };
	struct value to = { .text = "", .member = capacity ? &member : NULL };
	const char *ignored;

	if (capacity)
		field_set(FIELD_MEMBER_CAPACITY, &member, capacity, desk->arena);
	if (from.member || to.member)
		put(desk, side, "", FIELD_MEMBER, from, to, &ignored);
}

/* All that is said of what `named` names, and all that refers to it. */
static void forget(struct desk *desk, struct organisation *side, struct merge_named named)
{
	struct merge_tree tree = merge_tree_make(desk->arena, side);
	struct entry *said = ARENA_ARRAY(desk->arena, struct entry, tree.entry_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < tree.entry_count; i++) {
		if (merge_names(named, tree.entries[i].id))
			continue;
		for (int field = 0; field < FIELD_COUNT; field++) {
			if (field_is_value_of((enum field)field, OBJECT_ENTRY) &&
				merge_refers(named, (enum field)field, &tree.entries[i]))
				field_put((enum field)field, &tree.entries[i],
					field_unset_value((enum field)field));
		}
		said[count++] = tree.entries[i];
	}
	for (size_t i = 0; i < tree.org.action_count; i++) {
		for (int field = 0; field < FIELD_COUNT; field++) {
			if (field_is_value_of((enum field)field, OBJECT_ACTION) &&
				merge_refers(named, (enum field)field, &tree.org.actions[i]))
				field_put((enum field)field, &tree.org.actions[i],
					field_unset_value((enum field)field));
		}
	}
	*side = tree.org;
	organisation_join(side, desk->arena, said, count);
}

void side_remove_action(struct desk *desk, struct organisation *side, const char *id)
{
	const struct entry *entry = organisation_find_entry(side, id);
	const struct value none = VALUE_NONE;
	struct value from = { .text = "", .action = entry ? entry->action : NULL };
	const char *ignored;

	if (!from.action)
		return;
	forget(desk, side, (struct merge_named){ false, id });
	from.action = organisation_find_entry(side, id)->action;
	cr_assert(put(desk, side, id, FIELD_ACTION, from, none, &ignored));
}

void side_remove_service(struct desk *desk, struct organisation *side, const char *id)
{
	const struct value none = VALUE_NONE;
	struct value from = { .text = "" };
	const char *ignored;

	if (!organisation_find_service(side, id))
		return;
	forget(desk, side, (struct merge_named){ true, id });
	from.service = organisation_find_service(side, id);
	cr_assert(put(desk, side, "", FIELD_SERVICE, from, none, &ignored));
}

void side_put_unknown(
	struct desk *desk, struct organisation *side, const char *subject, const char *member)
{
	struct organisation *copy = organisation_copy(side, desk->arena);
	const struct entry *entry = organisation_find_entry(copy, subject);

	if (entry)
		copy->entries[entry - copy->entries].extra = member;
	else
		copy->extra = member;
	*side = *copy;
}

void sides_init(struct desk *desk)
{
	struct organisation *side;

	desk_init(desk);
	side = desk->org;
	side->links = ARENA_ARRAY(desk->arena, struct checklist_link, 1);
	side->links[0] = (struct checklist_link){ .id = "guide", .edition = "1" };
	side->revision = 4;
	side->modified_utc = MOMENT;
	side_add_service(desk, side, "Portail");
	side_add_action(desk, side, "Appeler");
	side_add_action(desk, side, "Relancer");
	side_set(desk, side, "a1", FIELD_ACTION_REQUIRES, "one,two");
	side_set(desk, side, "a2", FIELD_ACTION_REQUIRES, "a1");
	side_set(desk, side, "one", FIELD_OWNER, "Zoé");
	side_set(desk, side, "two", FIELD_PIN, "a2");
	side_set(desk, side, "three@portail", FIELD_DUE, "2027-01-15");
	side_member(desk, side, "Inès", "1");
	side_note(desk, side, "one", MOMENT - 10, "Inès", "première");
	side_note(desk, side, "one", MOMENT - 5, "Marc", "deuxième");
	side_put_unknown(desk, side, "one", "\"colour\":\"red\"");
}

struct organisation *side_copy(struct desk *desk, int64_t at_utc)
{
	struct organisation *side = organisation_copy(desk->org, desk->arena);

	side->revision++;
	side->modified_utc = MOMENT + at_utc;
	return side;
}

static const char *any_entry(const struct organisation *side, struct dice *dice)
{
	return side->entries[dice_below(dice, (unsigned)side->entry_count)].id;
}

static void edit_value(struct desk *desk, struct organisation *side, struct dice *dice)
{
	static const char *const subjects[] = { "", "a1", "a2", "service:portail", "member:Inès",
		"one", "one" };
	const char *subject =
		dice_below(dice, 2) ? any_entry(side, dice) : subjects[dice_below(dice, 7)];
	const char *value = NULL;
	enum field field, found;

	do
		field = (enum field)dice_below(dice, FIELD_COUNT);
	while (field_rows[field].kind == FIELD_KIND_OBJECT || field_rows[field].is_key ||
		!subject_find_field(subject, field_rows[field].name, &found) || found != field);
	if (dice_below(dice, 4) || field_rows[field].is_needed)
		value = sample_value(field, (int)dice_below(dice, 3), desk->arena);
	side_set(desk, side, subject, field, value ? value : "");
}

static void edit_list(struct desk *desk, struct organisation *side, struct dice *dice, int who)
{
	static const char *const names[] = { "Guichet", "guichet", "Agenda", "agenda!" };
	static const char *const people[] = { "Inès", "Marc", "Zoé" };
	static const char *const capacities[] = { "1", "2", "3.5", NULL };

	switch (dice_below(dice, dice->removes ? 5 : 3)) {
	case 0:
		side_add_action(desk, side,
			arena_format(desk->arena, "action %d-%u", who, dice_below(dice, 1000)));
		break;
	case 1:
		side_add_service(desk, side, names[dice_below(dice, 4)]);
		break;
	case 2:
		side_member(
			desk, side, people[dice_below(dice, 3)], capacities[dice_below(dice, 4)]);
		break;
	case 3:
		side_remove_action(desk, side, dice_below(dice, 2) ? "a1" : "a2");
		break;
	default:
		side_remove_service(desk, side, "portail");
	}
}

void side_edit(struct desk *desk, struct organisation *side, struct dice *dice, int who)
{
	static const char *const unknown[] = { "\"colour\":\"red\"", "\"colour\":[1]",
		"\"colour\":\"red\"\n\"size\":2", "\"size\":3", NULL };

	switch (dice_below(dice, 8)) {
	case 0:
		edit_list(desk, side, dice, who);
		break;
	case 1:
		side_note(desk, side, any_entry(side, dice), MOMENT + (int64_t)dice_below(dice, 20),
			who % 2 ? "Inès" : "Marc",
			arena_format(desk->arena, "note %d-%u", who, dice_below(dice, 3)));
		break;
	case 2:
		side_take_note_back(desk, side, "one", dice_below(dice, 2));
		break;
	case 3:
		side_put_unknown(
			desk, side, dice_below(dice, 2) ? "one" : "", unknown[dice_below(dice, 5)]);
		break;
	default:
		edit_value(desk, side, dice);
	}
}

const char *side_text(struct desk *desk, const struct organisation *side)
{
	struct buf out = BUF_INIT;
	const char *text;

	organisation_file_write(&out, side);
	text = arena_copy(desk->arena, out.text);
	buf_release(&out);
	return text;
}

const char *side_content(struct desk *desk, const struct organisation *side)
{
	struct organisation copy = *side;

	copy.revision = copy.modified_utc = 0;
	return side_text(desk, &copy);
}

static void *find_to_write(struct merge_tree *tree, const struct kept_conflict *conflict)
{
	struct subject subject = subject_of(conflict->subject);

	if (subject.of == OBJECT_ORGANISATION)
		return &tree->org;
	if (subject.of == OBJECT_SERVICE || subject.of == OBJECT_MEMBER ||
		field_rows[conflict->field].of == OBJECT_ACTION) {
		for (size_t i = 0; i < tree->org.action_count; i++) {
			if (strcmp(tree->org.actions[i].id, subject.key) == 0)
				return &tree->org.actions[i];
		}
		for (size_t i = 0; i < tree->org.service_count; i++) {
			if (strcmp(tree->org.services[i].id, subject.key) == 0)
				return &tree->org.services[i];
		}
		for (size_t i = 0; i < tree->org.member_count; i++) {
			if (strcmp(tree->org.members[i].name, subject.key) == 0)
				return &tree->org.members[i];
		}
		return NULL;
	}
	if (!merge_tree_entry(tree, subject.key))
		return NULL;
	return merge_tree_entry(tree, subject.key);
}

static const char *without_name(struct arena *arena, const char *extra, const char *name)
{
	const char *all = NULL;

	while (extra && *extra) {
		size_t len = strcspn(extra, "\n"), named = strlen(name);

		if (strncmp(extra + 1, name, named) != 0 || extra[named + 1] != '"')
			all = arena_format(arena, "%s%s%.*s", all ? all : "", all ? "\n" : "",
				(int)len, extra);
		extra += len + (extra[len] == '\n');
	}
	return all;
}

/* Each value that met in a conflict waits, and the least of them stands. */
static void neutralise(struct desk *desk, struct merge_tree *tree, struct arena *arena)
{
	struct organisation *org = &tree->org;

	(void)desk;
	for (size_t i = 0; i < org->conflict_count; i++) {
		struct kept_conflict *conflict = &org->conflicts[i];
		bool swap = strcmp(conflict->ours, conflict->theirs) > 0;
		const char *ours = conflict->ours;

		conflict->by = "";
		conflict->at_utc = 0;
		if (conflict->field == FIELD_COUNT) {
			struct entry *entry = merge_tree_entry(tree, conflict->subject);
			const char **extra = entry ? &entry->extra : &org->extra;

			*extra = without_name(arena, *extra, conflict->name);
		} else if (find_to_write(tree, conflict)) {
			field_put((enum field)conflict->field, find_to_write(tree, conflict),
				field_unset_value((enum field)conflict->field));
		}
		if (swap) {
			conflict->ours = conflict->theirs;
			conflict->theirs = ours;
		}
	}
	kept_conflicts_sort(org->conflicts, org->conflict_count);
}

static int compare_titles(const void *a, const void *b)
{
	const struct action *one = a, *other = b;

	return strcmp(one->title, other->title);
}

static int compare_names(const void *a, const void *b)
{
	const struct service *one = a, *other = b;

	return strcmp(one->name, other->name);
}

static int compare_ids(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void number_by_name(struct merge_tree *tree, struct arena *arena)
{
	struct organisation *org = &tree->org;

	qsort(org->actions, org->action_count, sizeof(*org->actions), compare_titles);
	qsort(org->services, org->service_count, sizeof(*org->services), compare_names);
	for (size_t i = 0; i < org->action_count; i++)
		merge_tree_rename(tree, arena, (struct merge_named){ false, org->actions[i].id },
			arena_format(arena, "a%zu", 1000 + i));
	for (size_t i = 0; i < org->service_count; i++)
		merge_tree_rename(tree, arena, (struct merge_named){ true, org->services[i].id },
			arena_format(arena, "s%zu", 1000 + i));
	for (size_t i = 0; i < org->action_count; i++) {
		struct string_list *requires = &org->actions[i].requires;
		const char **ids = ARENA_ARRAY(arena, const char *, requires->count + 1);

		if (requires->count)
			memcpy(ids, requires->texts, requires->count * sizeof(*ids));
		qsort(ids, requires->count, sizeof(*ids), compare_ids);
		requires->texts = ids;
	}
}

const char *side_neutral(struct desk *desk, const struct organisation *side)
{
	struct merge_tree tree = merge_tree_make(desk->arena, side);

	neutralise(desk, &tree, desk->arena);
	number_by_name(&tree, desk->arena);
	organisation_join(&tree.org, desk->arena, tree.entries, tree.entry_count);
	return side_content(desk, &tree.org);
}
