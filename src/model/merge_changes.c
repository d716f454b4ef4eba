/* SPDX-License-Identifier: MIT
 *
 * The order of the changes is that of what needs what: conflicts that end go first, so that no
 * value ends one that stays; what is made comes before what refers to it; what is removed goes once
 * nothing is said of it any more; conflicts that are kept come last. */
#include "jalon/model/merge.h"

#include <string.h>

#include "jalon/model/kept_conflict.h"
#include "jalon/model/object.h"
#include "model/extra.h"
#include "model/merge_lists.h"

struct merger {
	struct arena *arena;
	const struct organisation *ours, *merged;
	struct change_list list;
};

static void add(struct merger *merger, const char *entry, enum field field, struct value from,
	struct value to)
{
	change_list_add(&merger->list, merger->arena,
		(struct change){ .entry = entry, .field = field, .from = from, .to = to });
}

static const struct value none = VALUE_NONE;

static bool is_in(const struct organisation *org, const struct kept_conflict *conflict)
{
	for (size_t i = 0; i < org->conflict_count; i++) {
		if (kept_conflict_equals(&org->conflicts[i], conflict))
			return true;
	}
	return false;
}

static void end_conflicts(struct merger *merger)
{
	for (size_t i = 0; i < merger->ours->conflict_count; i++) {
		const struct kept_conflict *one = &merger->ours->conflicts[i];

		if (!is_in(merger->merged, one))
			add(merger, "", FIELD_CONFLICT, (struct value){ .text = "", .kept = one },
				none);
	}
}

static void keep_conflicts(struct merger *merger)
{
	for (size_t i = 0; i < merger->merged->conflict_count; i++) {
		const struct kept_conflict *one = &merger->merged->conflicts[i];

		if (!is_in(merger->ours, one))
			add(merger, "", FIELD_CONFLICT, none,
				(struct value){ .text = "", .kept = one });
	}
}

static void keep_unknown(
	struct merger *merger, const char *subject, const char *ours, const char *merged)
{
	const struct string_list nothing = { NULL, 0 };
	struct string_list names = merge_order(merger->arena, nothing,
		extra_names(merger->arena, ours), extra_names(merger->arena, merged));

	for (size_t i = 0; i < names.count; i++) {
		const char *one = extra_value(merger->arena, ours, names.texts[i]);
		const char *other = extra_value(merger->arena, merged, names.texts[i]);
		struct kept_conflict *kept;

		if (strcmp(one, other) == 0)
			continue;
		kept = ARENA_NEW(merger->arena, struct kept_conflict);
		*kept = (struct kept_conflict){ .subject = subject,
			.field = FIELD_COUNT,
			.name = names.texts[i],
			.ours = one[0] ? one : "null",
			.theirs = other[0] ? other : "null",
			.by = "",
			.at_utc = merger->merged->modified_utc };
		add(merger, "", FIELD_CONFLICT, none, (struct value){ .text = "", .kept = kept });
	}
}

/* The values in which an object differs; `old` NULL: one that says nothing. */
static void change_values(struct merger *merger, const char *subject, enum object of,
	const void *old, const void *wanted)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;
		struct value from = VALUE_NONE, to = VALUE_NONE;

		if (!field_is_value_of(field, of) || field_rows[i].is_key)
			continue;
		from.text =
			old ? field_get(field, old, merger->arena)
			    : field_value_format(field, field_unset_value(field), merger->arena);
		to.text =
			wanted ? field_get(field, wanted, merger->arena)
			       : field_value_format(field, field_unset_value(field), merger->arena);
		if (strcmp(from.text, to.text) != 0)
			add(merger, subject, field, from, to);
	}
}

/* What stands there refers to nothing yet: what it needs may be made after it. */
static void make_new(struct merger *merger)
{
	const struct organisation *ours = merger->ours, *merged = merger->merged;

	for (size_t i = 0; i < merged->service_count; i++) {
		const struct service *one = &merged->services[i];

		if (!organisation_find_service(ours, one->id))
			add(merger, "", FIELD_SERVICE, none,
				(struct value){ .text = "", .service = one });
	}
	for (size_t i = 0; i < merged->action_count; i++) {
		const struct entry *old = organisation_find_entry(ours, merged->actions[i].id);
		struct action *one;

		if (old && old->action)
			continue;
		one = ARENA_NEW(merger->arena, struct action);
		*one = merged->actions[i];
		one->item = "";
		one->requires = (struct string_list){ NULL, 0 };
		add(merger, one->id, FIELD_ACTION, none,
			(struct value){ .text = "", .action = one });
		change_values(merger, one->id, OBJECT_ACTION, one, &merged->actions[i]);
	}
}

static void change_members(struct merger *merger)
{
	const struct organisation *ours = merger->ours, *merged = merger->merged;

	for (size_t i = 0; i < ours->member_count; i++) {
		if (!organisation_find_member(merged, ours->members[i].name))
			add(merger, "", FIELD_MEMBER,
				(struct value){ .text = "", .member = &ours->members[i] }, none);
	}
	for (size_t i = 0; i < merged->member_count; i++) {
		const struct member *one = &merged->members[i];
		const struct member *old = organisation_find_member(ours, one->name);

		if (!object_equals(OBJECT_MEMBER, old, one))
			add(merger, "", FIELD_MEMBER, (struct value){ .text = "", .member = old },
				(struct value){ .text = "", .member = one });
	}
}

static void change_listed(struct merger *merger)
{
	const struct organisation *ours = merger->ours, *merged = merger->merged;

	for (size_t i = 0; i < merged->service_count; i++) {
		const struct service *one = &merged->services[i];
		const struct service *old = organisation_find_service(ours, one->id);

		if (old)
			change_values(merger,
				arena_format(merger->arena, SUBJECT_SERVICE "%s", one->id),
				OBJECT_SERVICE, old, one);
	}
	for (size_t i = 0; i < merged->action_count; i++) {
		const struct action *one = &merged->actions[i];
		const struct entry *old = organisation_find_entry(ours, one->id);

		if (old && old->action)
			change_values(merger, one->id, OBJECT_ACTION, old->action, one);
	}
}

static size_t count_alike(const struct entry *entry, const struct note *note, size_t until)
{
	size_t count = 0;

	for (size_t i = 0; entry && i < entry->note_count && i < until; i++)
		count += object_equals(OBJECT_NOTE, &entry->notes[i], note);
	return count;
}

/* Those of `entry` that the other has less often. */
static void change_notes(
	struct merger *merger, const struct entry *entry, const struct entry *other, bool removes)
{
	for (size_t i = 0; entry && i < entry->note_count; i++) {
		const struct note *note = &entry->notes[i];
		const struct value value = { .text = "", .note = note };

		if (count_alike(entry, note, i + 1) > count_alike(other, note, SIZE_MAX))
			add(merger, entry->id, FIELD_NOTE, removes ? value : none,
				removes ? none : value);
	}
}

static const struct entry *find_said(const struct organisation *org, const char *id)
{
	const struct entry *found = organisation_find_entry(org, id);

	for (size_t i = 0; i < org->orphan_count && !found; i++) {
		if (strcmp(org->orphans[i].id, id) == 0)
			found = &org->orphans[i];
	}
	return found;
}

static void change_entry(struct merger *merger, const struct entry *old, const struct entry *wanted)
{
	const char *id = old ? old->id : wanted->id;

	change_values(merger, id, OBJECT_ENTRY, old, wanted);
	change_notes(merger, old, wanted, true);
	change_notes(merger, wanted, old, false);
}

static void change_entries(
	struct merger *merger, const struct entry *entries, size_t count, bool of_merged)
{
	for (size_t i = 0; i < count; i++) {
		const struct entry *one = &entries[i];

		if (of_merged)
			change_entry(merger, find_said(merger->ours, one->id), one);
		else if (!find_said(merger->merged, one->id))
			change_entry(merger, one, NULL);
	}
}

static bool is_gone(const struct merger *merger, const struct action *action)
{
	const struct entry *kept = organisation_find_entry(merger->merged, action->id);

	return !kept || !kept->action;
}

/* None is removed before all that go refer to nothing: they may require one another. */
static void remove_gone(struct merger *merger)
{
	const struct organisation *ours = merger->ours, *merged = merger->merged;
	struct action *bare = ARENA_ARRAY(merger->arena, struct action, ours->action_count);

	for (size_t i = 0; i < ours->action_count; i++) {
		bare[i] = ours->actions[i];
		bare[i].item = "";
		bare[i].requires = (struct string_list){ NULL, 0 };
		if (is_gone(merger, &bare[i]))
			change_values(
				merger, bare[i].id, OBJECT_ACTION, &ours->actions[i], &bare[i]);
	}
	for (size_t i = 0; i < ours->action_count; i++) {
		if (is_gone(merger, &bare[i]))
			add(merger, bare[i].id, FIELD_ACTION,
				(struct value){ .text = "", .action = &bare[i] }, none);
	}
	for (size_t i = 0; i < ours->service_count; i++) {
		if (!organisation_find_service(merged, ours->services[i].id))
			add(merger, "", FIELD_SERVICE,
				(struct value){ .text = "", .service = &ours->services[i] }, none);
	}
}

static void keep_all_unknown(struct merger *merger)
{
	const struct organisation *ours = merger->ours, *merged = merger->merged;

	keep_unknown(merger, "", ours->extra, merged->extra);
	for (size_t i = 0; i < merged->entry_count; i++) {
		const struct entry *one = &merged->entries[i], *old = find_said(ours, one->id);

		keep_unknown(merger, one->id, old ? old->extra : NULL, one->extra);
	}
	for (size_t i = 0; i < merged->service_count; i++) {
		const struct service *one = &merged->services[i];
		const struct service *old = organisation_find_service(ours, one->id);

		if (old)
			keep_unknown(merger,
				arena_format(merger->arena, SUBJECT_SERVICE "%s", one->id),
				old->extra, one->extra);
	}
}

struct change_list merge_changes(
	struct arena *arena, const struct organisation *ours, const struct organisation *merged)
{
	struct merger merger = { .arena = arena, .ours = ours, .merged = merged };

	end_conflicts(&merger);
	make_new(&merger);
	change_members(&merger);
	change_values(&merger, "", OBJECT_ORGANISATION, ours, merged);
	change_listed(&merger);
	change_entries(&merger, merged->entries, merged->entry_count, true);
	change_entries(&merger, merged->orphans, merged->orphan_count, true);
	change_entries(&merger, ours->entries, ours->entry_count, false);
	remove_gone(&merger);
	keep_conflicts(&merger);
	keep_all_unknown(&merger);
	return merger.list;
}
