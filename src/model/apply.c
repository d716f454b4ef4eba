/* SPDX-License-Identifier: MIT
 *
 * Applying a list goes change by change on a private copy: find what the change is about, see
 * whether it still holds what the author saw, put the new value, and note what really changed.
 * The rules that span fields are checked once all are in place, so that their order in the list
 * does not matter. */
#include "jalon/model/change.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/model/subject.h"
#include "model/apply_conflicts.h"
#include "model/apply_lists.h"
#include "model/apply_notes.h"

/* What an entry refers to is there, and is not itself. */
static bool check_references(struct apply *apply, enum field field, const struct entry *entry)
{
	struct string_list ids = field_references(field, entry);

	for (size_t i = 0; i < ids.count; i++) {
		if (strcmp(ids.texts[i], entry->id) == 0)
			return err_set(apply->err, ERR_USAGE,
				field == FIELD_PIN ? MSG_PIN_TO_ITSELF : MSG_REQUIRES_ITSELF,
				ids.texts[i], "%s.%s", entry->id, field_rows[field].name);
		if (!apply_find_entry(apply, ids.texts[i]))
			return false;
	}
	return true;
}

static bool apply_entry_field(struct apply *apply, const struct change *change)
{
	struct entry *entry = apply_find_entry(apply, change->entry);
	const char *seen = change->from.text, *wanted;
	struct value found = VALUE_NONE, now = VALUE_NONE;
	struct entry changed;

	if (!entry ||
		!field_parse(change->field, change->to.text, apply->arena, &wanted, apply->err))
		return false;
	changed = *entry;
	field_set(change->field, &changed, wanted, apply->arena);
	if (!check_references(apply, change->field, &changed))
		return false;
	found.text = field_get(change->field, entry, apply->arena);
	now.text = field_get(change->field, &changed, apply->arena);
	if (strcmp(found.text, now.text) == 0)
		return true;
	/* Of an action made in this very list nobody saw what unset says of it. */
	if (!seen[0])
		seen = field_value_format(
			change->field, field_unset_value(change->field), apply->arena);
	if (strcmp(found.text, seen) != 0)
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	*entry = changed;
	apply_note_change(apply, entry->id, change->field, found, now);
	return true;
}

static bool apply_organisation_field(struct apply *apply, const struct change *change)
{
	struct organisation *org = apply->org;
	struct value found = VALUE_NONE, now = VALUE_NONE;
	const char *wanted;

	if (!field_parse(change->field, change->to.text, apply->arena, &wanted, apply->err))
		return false;
	found.text = field_get(change->field, org, apply->arena);
	if (strcmp(found.text, change->from.text) != 0 && strcmp(found.text, wanted) != 0)
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	field_set(change->field, org, wanted, apply->arena);
	now.text = field_get(change->field, org, apply->arena);
	if (strcmp(found.text, now.text) != 0)
		apply_note_change(apply, "", change->field, found, now);
	return true;
}

/* What is listed, whole; all else is a value. */
static bool (*const appliers[FIELD_COUNT])(struct apply *, const struct change *) = {
	[FIELD_NOTE] = apply_note,
	[FIELD_ACTION] = apply_action,
	[FIELD_MEMBER] = apply_member,
	[FIELD_SERVICE] = apply_service,
	[FIELD_CONFLICT] = apply_conflict,
};

static bool apply_one(struct apply *apply, const struct change *change)
{
	struct change resolved = *change;

	resolved.to = value_tidy(apply->arena, &change->to);
	if (strcmp(change->entry, CHANGE_NEW_ACTION) == 0 && apply->new_action_id &&
		change->field != FIELD_ACTION)
		resolved.entry = apply->new_action_id;
	resolved.field = subject_field(apply->org, resolved.entry, change->field);
	if (appliers[resolved.field])
		return appliers[resolved.field](apply, &resolved);
	apply_end_conflicts(apply, &resolved);
	if (field_rows[resolved.field].of == OBJECT_ENTRY)
		return apply_entry_field(apply, &resolved);
	if (field_rows[resolved.field].of == OBJECT_ORGANISATION)
		return apply_organisation_field(apply, &resolved);
	return apply_listed_value(apply, &resolved);
}

static bool check_rules(struct apply *apply)
{
	for (size_t i = 0; i < apply->applied->count; i++) {
		const struct change *change = &apply->applied->changes[i];
		const struct entry *entry = organisation_find_entry(apply->org, change->entry);

		if (entry && entry->status == STATUS_NOT_APPLICABLE && utf8_is_blank(entry->reason))
			return err_set(apply->err, ERR_USAGE, MSG_REASON_NEEDED, NULL, "%s.reason",
				entry->id);
	}
	return true;
}

bool changes_check_new(const struct organisation *org, struct arena *arena,
	const struct change *changes, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct entry *entry = organisation_find_entry(org, changes[i].entry);

		if (changes[i].field == FIELD_STATUS && !changes[i].to.text[0] && entry &&
			!entry->action && entry->status == STATUS_NEW && !entry_is_untouched(entry))
			return err_set(err, ERR_USAGE, MSG_NEW_HOLDS,
				entry_names_said(entry, arena), "%s.status", entry->id);
	}
	return true;
}

bool changes_apply(struct organisation *org, struct arena *arena, const struct change *changes,
	size_t count, struct change_list *applied, const char **new_id, struct conflict *conflict,
	struct err *err)
{
	struct apply apply = { .org = org,
		.arena = arena,
		.applied = applied,
		.new_id = new_id,
		.conflict = conflict,
		.err = err };

	for (size_t i = 0; i < count; i++) {
		if (!apply_one(&apply, &changes[i]))
			return false;
	}
	return check_rules(&apply);
}
