/* SPDX-License-Identifier: MIT
 *
 * First the two trees are made to speak of the same things: what took one id twice is parted, what
 * one side removed and the other one still needs is put back. After that each thing is merged by
 * itself: its values, each in a contest of its own; its unknown members likewise; its notes. */
#include "jalon/model/merge.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/natural.h"
#include "jalon/base/utf8.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/object.h"
#include "model/contest.h"
#include "model/extra.h"
#include "model/merge_ids.h"
#include "model/merge_links.h"
#include "model/merge_lists.h"

enum side { BASE, OURS, THEIRS, SIDE_COUNT };

struct merge {
	struct arena *arena;
	struct merge_tree trees[SIDE_COUNT];
	struct organisation *org; /* what comes out */
	size_t conflict_room;
};

/* One thing as the three have it; NULL where one has it not. */
struct three {
	const char *subject; /* NULL where nobody can be asked about it */
	const void *sides[SIDE_COUNT];
};

static bool is_conflict_of(
	const struct kept_conflict *conflict, const char *subject, int field, const char *name)
{
	return conflict->field == field && strcmp(conflict->subject, subject) == 0 &&
	       strcmp(conflict->name, name) == 0;
}

/* A member that jalon does not know and that is not there waits as null. */
static bool is_nothing(const struct kept_conflict *conflict)
{
	return conflict->field == FIELD_COUNT && strcmp(conflict->theirs, "null") == 0;
}

static const char *as_kept(int field, const char *value)
{
	return field == FIELD_COUNT && !value[0] ? "null" : value;
}

/* The value that stands on a side, and those that wait there. */
static struct string_list contenders(struct merge *merge, enum side side, const char *subject,
	int field, const char *name, const char *standing)
{
	const struct organisation *org = &merge->trees[side].org;
	const char **values = ARENA_ARRAY(merge->arena, const char *, org->conflict_count + 1);
	size_t count = 0;

	values[count++] = standing;
	for (size_t i = 0; subject && i < org->conflict_count; i++) {
		const struct kept_conflict *one = &org->conflicts[i];

		if (is_conflict_of(one, subject, field, name))
			values[count++] = is_nothing(one) ? "" : one->theirs;
	}
	return (struct string_list){ values, count };
}

/* Who said what waits: as a conflict kept earlier has it; else all that is known is when its side
 * was saved last. */
static struct kept_conflict describe(struct merge *merge, const char *subject, int field,
	const char *name, const char *value, bool is_theirs)
{
	struct kept_conflict found = { .by = "",
		.at_utc = merge->trees[is_theirs ? THEIRS : OURS].org.modified_utc };
	const struct kept_conflict *first = NULL;

	for (int side = OURS; side <= THEIRS; side++) {
		const struct organisation *org = &merge->trees[side].org;

		for (size_t i = 0; i < org->conflict_count; i++) {
			const struct kept_conflict *one = &org->conflicts[i];

			if (is_conflict_of(one, subject, field, name) &&
				strcmp(one->theirs, as_kept(field, value)) == 0 &&
				(!first || one->at_utc < first->at_utc ||
					(one->at_utc == first->at_utc &&
						strcmp(one->by, first->by) < 0)))
				first = one;
		}
	}
	return first ? *first : found;
}

static void keep_conflicts(struct merge *merge, const char *subject, int field, const char *name,
	const struct contest *contest, const char *theirs)
{
	struct organisation *org = merge->org;

	for (size_t i = 0; i < contest->rivals.count; i++) {
		const char *rival = contest->rivals.texts[i];
		struct kept_conflict kept =
			describe(merge, subject, field, name, rival, strcmp(rival, theirs) == 0);

		kept.subject = subject;
		kept.field = field;
		kept.name = name;
		kept.ours = as_kept(field, contest->standing);
		kept.theirs = as_kept(field, rival);
		if (org->conflict_count == merge->conflict_room)
			org->conflicts = arena_grow(merge->arena, org->conflicts,
				&merge->conflict_room, sizeof(*org->conflicts));
		org->conflicts[org->conflict_count++] = kept;
	}
}

static const char *text_of(struct merge *merge, enum field field, const void *object)
{
	return object ? field_get(field, object, merge->arena)
		      : field_value_format(field, field_unset_value(field), merge->arena);
}

static struct string_list ids_of(enum field field, const void *object)
{
	return object ? field_value_of(field, object).ids : (struct string_list){ NULL, 0 };
}

/* A list of ids is no value that one chooses whole, unless somebody made a conflict of it. */
static bool is_set(enum field field, const struct string_list values[SIDE_COUNT])
{
	return field_rows[field].kind == FIELD_KIND_ENTRIES && values[OURS].count == 1 &&
	       values[THEIRS].count == 1;
}

static struct contest decide_value(struct merge *merge, enum field field, const struct three *three)
{
	const char *name = field_rows[field].name;
	struct string_list values[SIDE_COUNT];
	struct field_value set = { .text = "" };

	for (int side = BASE; side < SIDE_COUNT; side++)
		values[side] = contenders(merge, (enum side)side, three->subject, (int)field, name,
			text_of(merge, field, three->sides[side]));
	if (!is_set(field, values))
		return contest_decide(merge->arena, values[BASE], values[OURS], values[THEIRS]);
	set.ids = merge_sets(merge->arena, ids_of(field, three->sides[BASE]),
		ids_of(field, three->sides[OURS]), ids_of(field, three->sides[THEIRS]));
	return (struct contest){ field_value_format(field, set, merge->arena), { NULL, 0 } };
}

/* One side says that it does not apply, the other one cleared the reason: the reason stays, since
 * without it nobody could say so. */
static void keep_reason(
	struct merge *merge, const struct three *three, const char *status, struct contest *reason)
{
	if (strcmp(status, status_name(STATUS_NOT_APPLICABLE)) != 0 ||
		!utf8_is_blank(reason->standing))
		return;
	for (int side = OURS; side <= THEIRS; side++) {
		const struct entry *entry = three->sides[side];

		if (entry && entry->status == STATUS_NOT_APPLICABLE) {
			*reason = contest_put_first(merge->arena, reason, entry->reason);
			return;
		}
	}
}

static void merge_values(struct merge *merge, enum object of, const struct three *three, void *out)
{
	struct contest contests[FIELD_COUNT];

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (field_is_value_of((enum field)i, of))
			contests[i] = decide_value(merge, (enum field)i, three);
	}
	if (of == OBJECT_ENTRY)
		keep_reason(merge, three, contests[FIELD_STATUS].standing, &contests[FIELD_REASON]);
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;

		if (!field_is_value_of(field, of))
			continue;
		field_put(field, out, field_value_parse(field, contests[i].standing, merge->arena));
		keep_conflicts(merge, three->subject, i, field_rows[i].name, &contests[i],
			text_of(merge, field, three->sides[THEIRS]));
	}
}

/* Those of the three, and of what waits for the subject under names that jalon does not know. */
static struct string_list unknown_names(
	struct merge *merge, const char *const extras[SIDE_COUNT], const char *subject)
{
	struct string_list lists[SIDE_COUNT];

	for (int side = BASE; side < SIDE_COUNT; side++) {
		const struct organisation *org = &merge->trees[side].org;
		struct string_list names = extra_names(merge->arena, extras[side]);
		const char **all = ARENA_ARRAY(
			merge->arena, const char *, names.count + org->conflict_count + 1);

		for (size_t i = 0; i < names.count; i++)
			all[i] = names.texts[i];
		for (size_t i = 0; subject && i < org->conflict_count; i++) {
			const struct kept_conflict *one = &org->conflicts[i];

			if (one->field == FIELD_COUNT && strcmp(one->subject, subject) == 0 &&
				!string_list_has(
					(struct string_list){ all, names.count }, one->name))
				all[names.count++] = one->name;
		}
		lists[side] = (struct string_list){ all, names.count };
	}
	return merge_order(merge->arena, lists[BASE], lists[OURS], lists[THEIRS]);
}

/* By the JSON of the member, "" where it is not there. */
static struct contest decide_unknown(struct merge *merge, const char *const extras[SIDE_COUNT],
	const char *subject, const char *name)
{
	struct string_list values[SIDE_COUNT];

	for (int side = BASE; side < SIDE_COUNT; side++)
		values[side] = contenders(merge, (enum side)side, subject, FIELD_COUNT, name,
			extra_value(merge->arena, extras[side], name));
	return contest_decide(merge->arena, values[BASE], values[OURS], values[THEIRS]);
}

/* What is there stays rather than nothing. `subject` NULL: there is nobody to choose, and the
 * greater text stays. */
static const char *merge_extra(
	struct merge *merge, const char *const extras[SIDE_COUNT], const char *subject)
{
	struct string_list names = unknown_names(merge, extras, subject);
	const char *all = NULL;

	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.texts[i];
		struct contest contest = decide_unknown(merge, extras, subject, name);
		const char *theirs = extra_value(merge->arena, extras[THEIRS], name);
		size_t last = contest.rivals.count;

		if (last && !contest.standing[0])
			contest = contest_put_first(
				merge->arena, &contest, contest.rivals.texts[last - 1]);
		if (!subject && last &&
			strcmp(contest.rivals.texts[last - 1], contest.standing) > 0)
			contest.standing = contest.rivals.texts[last - 1];
		if (subject)
			keep_conflicts(merge, subject, FIELD_COUNT, name, &contest, theirs);
		if (contest.standing[0])
			all = arena_format(merge->arena, "%s%s\"%s\":%s", all ? all : "",
				all ? "\n" : "", name, contest.standing);
	}
	return all;
}

static void merge_object(struct merge *merge, enum object of, const struct three *three, void *out)
{
	const char *extras[SIDE_COUNT];

	for (int side = BASE; side < SIDE_COUNT; side++)
		extras[side] = three->sides[side] ? object_extra(of, three->sides[side]) : NULL;
	merge_values(merge, of, three, out);
	/* An action's own unknown members would be taken for its entry's. */
	object_put_extra(
		of, out, merge_extra(merge, extras, of == OBJECT_ACTION ? NULL : three->subject));
}

static const struct note_list no_notes = { NULL, 0 };

static struct note_list notes_of(const struct entry *entry)
{
	return entry ? (struct note_list){ entry->notes, entry->note_count } : no_notes;
}

static void merge_entry(struct merge *merge, const char *id, struct entry *out)
{
	struct three three = { .subject = id };
	struct note_list notes;

	for (int side = BASE; side < SIDE_COUNT; side++)
		three.sides[side] = merge_tree_entry(&merge->trees[side], id);
	*out = (struct entry){ .id = id };
	merge_object(merge, OBJECT_ENTRY, &three, out);
	notes = merge_notes(merge->arena, notes_of(three.sides[BASE]), notes_of(three.sides[OURS]),
		notes_of(three.sides[THEIRS]));
	out->notes = notes.notes;
	out->note_count = notes.count;
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Of all that any of the three speaks of. */
static struct string_list entry_ids(struct merge *merge)
{
	const char **ids;
	size_t room = 1, count = 0, unique = 0;

	for (int side = BASE; side < SIDE_COUNT; side++)
		room += merge->trees[side].entry_count + merge->trees[side].org.conflict_count;
	ids = ARENA_ARRAY(merge->arena, const char *, room);
	for (int side = BASE; side < SIDE_COUNT; side++) {
		const struct merge_tree *tree = &merge->trees[side];

		for (size_t i = 0; i < tree->entry_count; i++)
			ids[count++] = tree->entries[i].id;
		for (size_t i = 0; i < tree->org.conflict_count; i++) {
			if (subject_of(tree->org.conflicts[i].subject).of == OBJECT_ENTRY)
				ids[count++] = tree->org.conflicts[i].subject;
		}
	}
	qsort(ids, count, sizeof(*ids), compare_texts);
	for (size_t i = 0; i < count; i++) {
		if (unique == 0 || strcmp(ids[unique - 1], ids[i]) != 0)
			ids[unique++] = ids[i];
	}
	return (struct string_list){ ids, unique };
}

/* A list of objects as each side has it, by the field that tells them apart. */
struct keyed {
	enum field key;
	const char *subject; /* what stands before the key in the name of the subject */
	const void *lists[SIDE_COUNT];
	size_t counts[SIDE_COUNT];
};

static const void *object_at(const struct keyed *keyed, enum side side, size_t index)
{
	return (const char *)keyed->lists[side] + index * object_size(field_rows[keyed->key].of);
}

static struct string_list keys_of(struct merge *merge, const struct keyed *keyed, enum side side)
{
	const char **keys = ARENA_ARRAY(merge->arena, const char *, keyed->counts[side] + 1);

	for (size_t i = 0; i < keyed->counts[side]; i++)
		keys[i] = field_value_of(keyed->key, object_at(keyed, side, i)).text;
	return (struct string_list){ keys, keyed->counts[side] };
}

static const void *object_of(const struct keyed *keyed, enum side side, const char *key)
{
	for (size_t i = 0; i < keyed->counts[side]; i++) {
		const void *object = object_at(keyed, side, i);

		if (strcmp(field_value_of(keyed->key, object).text, key) == 0)
			return object;
	}
	return NULL;
}

/* Removed on one side, and as it was on the other. Actions and services that were not, but are
 * needed, have come back before. */
static bool is_removed(const struct three *three, enum object of)
{
	const void *ours = three->sides[OURS], *theirs = three->sides[THEIRS];

	if ((ours && theirs) || (!three->sides[BASE] && (ours || theirs)))
		return false;
	return of != OBJECT_MEMBER || (!ours && !theirs) ||
	       object_equals(of, three->sides[BASE], ours ? ours : theirs);
}

static struct three three_of(struct merge *merge, const struct keyed *keyed, const char *key)
{
	struct three three = { .subject = arena_format(merge->arena, "%s%s", keyed->subject, key) };

	for (int side = BASE; side < SIDE_COUNT; side++)
		three.sides[side] = object_of(keyed, (enum side)side, key);
	return three;
}

/* A side that removed what stays has it where the base has it. */
static struct string_list with_what_stays(struct merge *merge, struct string_list keys,
	struct string_list base, struct string_list stay)
{
	const char **all = ARENA_ARRAY(merge->arena, const char *, keys.count + base.count + 1);
	size_t count = 0, lost = 0;

	for (size_t i = 0; i < base.count; i++) {
		if (string_list_has(stay, base.texts[i]))
			all[count++] = base.texts[i];
		lost += string_list_has(stay, base.texts[i]) &&
			!string_list_has(keys, base.texts[i]);
	}
	for (size_t i = 0; i < keys.count; i++) {
		if (!string_list_has(base, keys.texts[i]))
			all[count++] = keys.texts[i];
	}
	return lost ? (struct string_list){ all, count } : keys;
}

/* The keys of what stays, in their order. */
static struct string_list keys_that_stay(struct merge *merge, const struct keyed *keyed)
{
	struct string_list sides[SIDE_COUNT], all, stay;
	const char **keys;

	for (int side = BASE; side < SIDE_COUNT; side++)
		sides[side] = keys_of(merge, keyed, (enum side)side);
	all = merge_order(merge->arena, sides[BASE], sides[OURS], sides[THEIRS]);
	keys = ARENA_ARRAY(merge->arena, const char *, all.count + 1);
	stay = (struct string_list){ keys, 0 };
	for (size_t i = 0; i < all.count; i++) {
		struct three three = three_of(merge, keyed, all.texts[i]);

		if (!is_removed(&three, field_rows[keyed->key].of))
			keys[stay.count++] = all.texts[i];
	}
	for (int side = OURS; side <= THEIRS; side++)
		sides[side] = with_what_stays(merge, sides[side], sides[BASE], stay);
	return merge_order(merge->arena, sides[BASE], sides[OURS], sides[THEIRS]);
}

static void *merge_keyed(struct merge *merge, const struct keyed *keyed, size_t *count)
{
	enum object of = field_rows[keyed->key].of;
	struct string_list keys = keys_that_stay(merge, keyed);
	char *objects = arena_alloc(merge->arena, (keys.count + 1) * object_size(of));

	*count = 0;
	for (size_t i = 0; i < keys.count; i++) {
		struct three three = three_of(merge, keyed, keys.texts[i]);

		if (is_removed(&three, of))
			continue;
		/* Who removed it says no more of it than the base. */
		for (int side = OURS; side <= THEIRS; side++) {
			if (!three.sides[side])
				three.sides[side] = three.sides[BASE];
		}
		merge_object(merge, of, &three, objects + (*count)++ * object_size(of));
	}
	return objects;
}

static int compare_actions(const void *a, const void *b)
{
	const struct action *one = a, *other = b;

	return natural_compare(one->id, other->id);
}

#define KEYED(merge, field, prefix, list, list_count)                                              \
	{                                                                                          \
		.key = (field), .subject = (prefix),                                               \
		.lists = { (merge)->trees[BASE].org.list, (merge)->trees[OURS].org.list,           \
			(merge)->trees[THEIRS].org.list },                                         \
		.counts = { (merge)->trees[BASE].org.list_count,                                   \
			(merge)->trees[OURS].org.list_count,                                       \
			(merge)->trees[THEIRS].org.list_count },                                   \
	}

static void merge_lists_of(struct merge *merge)
{
	struct organisation *org = merge->org;
	const struct keyed members =
		KEYED(merge, FIELD_MEMBER_NAME, SUBJECT_MEMBER, members, member_count);
	const struct keyed services =
		KEYED(merge, FIELD_SERVICE_ID, SUBJECT_SERVICE, services, service_count);
	const struct keyed actions = KEYED(merge, FIELD_ACTION_ID, "", actions, action_count);

	org->members = merge_keyed(merge, &members, &org->member_count);
	org->services = merge_keyed(merge, &services, &org->service_count);
	org->actions = merge_keyed(merge, &actions, &org->action_count);
	qsort(org->actions, org->action_count, sizeof(*org->actions), compare_actions);
}

static int64_t greater(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* Of two that were made, each by itself, the older is when it began. */
static int64_t created(const struct organisation *ours, const struct organisation *theirs)
{
	return ours->created_utc && ours->created_utc < theirs->created_utc ? ours->created_utc
	       : theirs->created_utc                                        ? theirs->created_utc
									    : ours->created_utc;
}

static void merge_head(struct merge *merge)
{
	struct organisation *org = merge->org;
	const struct organisation *ours = &merge->trees[OURS].org;
	const struct organisation *theirs = &merge->trees[THEIRS].org;
	const struct three three = { .subject = "",
		.sides = { &merge->trees[BASE].org, ours, theirs } };

	org->id = ours->id;
	org->given_ids = ours->given_ids;
	org->revision = greater(ours->revision, theirs->revision) + 1;
	org->modified_utc = greater(ours->modified_utc, theirs->modified_utc);
	org->created_utc = created(ours, theirs);
	merge_object(merge, OBJECT_ORGANISATION, &three, org);
	object_settle(OBJECT_ORGANISATION, org, merge->arena);
}

struct organisation *merge_organisations(struct arena *arena, const struct organisation *base,
	const struct organisation *ours, const struct organisation *theirs)
{
	struct merge merge = { .arena = arena,
		.trees = { merge_tree_make(arena, base), merge_tree_make(arena, ours),
			merge_tree_make(arena, theirs) },
		.org = ARENA_NEW(arena, struct organisation) };
	struct string_list ids;
	struct entry *said;
	size_t count = 0;

	merge_part_twins(arena, &merge.trees[BASE], &merge.trees[OURS], &merge.trees[THEIRS]);
	merge_revive(arena, &merge.trees[BASE], &merge.trees[OURS], &merge.trees[THEIRS]);
	merge_head(&merge);
	merge_links(arena, merge.org, &merge.trees[BASE].org, &merge.trees[OURS].org,
		&merge.trees[THEIRS].org);
	merge_lists_of(&merge);
	ids = entry_ids(&merge);
	said = ARENA_ARRAY(arena, struct entry, ids.count + 1);
	for (size_t i = 0; i < ids.count; i++) {
		merge_entry(&merge, ids.texts[i], &said[count]);
		count += !entry_is_untouched(&said[count]);
	}
	kept_conflicts_sort(merge.org->conflicts, merge.org->conflict_count);
	organisation_join(merge.org, arena, said, count);
	return merge.org;
}
