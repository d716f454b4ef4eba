/* SPDX-License-Identifier: MIT */
#include "jalon/model/change.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/subject.h"

void change_list_add(struct change_list *list, struct arena *arena, struct change change)
{
	if (list->count == list->room)
		list->changes =
			arena_grow(arena, list->changes, &list->room, sizeof(*list->changes));
	list->changes[list->count++] = change;
}

const char *change_list_value(const struct change_list *list, const char *entry_id,
	enum field field, const char *in_snapshot)
{
	for (size_t i = list->count; i-- > 0;) {
		const struct change *change = &list->changes[i];

		if (change->field == field && strcmp(change->entry, entry_id) == 0)
			return change->to.text;
	}
	return in_snapshot;
}

void change_list_add_text(struct change_list *list, struct arena *arena, const char *entry_id,
	enum field field, const char *from, const char *to, bool is_choice)
{
	from = change_list_value(list, entry_id, field, from);
	if (is_choice || strcmp(from, to) != 0)
		change_list_add(list, arena,
			(struct change){ .entry = entry_id,
				.field = field,
				.from = { .text = from },
				.to = { .text = to } });
}

void change_list_add_field(struct change_list *list, struct arena *arena, const struct entry *entry,
	enum field field, const char *canonical)
{
	/* To clear a status is to say that nobody has looked at the entry, and whether that is so
	 * shows once all of the list is in place: see changes_check_new(). */
	bool is_claim = field == FIELD_STATUS && !canonical[0];

	/* See subject_field(). */
	if (field == FIELD_REQUIRES && entry->action) {
		change_list_add_text(list, arena, entry->id, FIELD_ACTION_REQUIRES,
			field_get(FIELD_ACTION_REQUIRES, entry->action, arena), canonical,
			entry_has_conflict(entry, FIELD_ACTION_REQUIRES));
		return;
	}
	change_list_add_text(list, arena, entry->id, field, field_get(field, entry, arena),
		field_get_as_set(field, entry, canonical, arena),
		is_claim || entry_has_conflict(entry, field));
}

void change_list_add_organisation_field(struct change_list *list, struct arena *arena,
	const struct organisation *org, enum field field, const char *canonical)
{
	change_list_add_text(list, arena, "", field, field_get(field, org, arena), canonical,
		organisation_has_conflict(org, "", field));
}

void change_list_add_note(struct change_list *list, struct arena *arena, const char *entry_id,
	int64_t at_utc, const char *by, const char *text)
{
	struct note *note = ARENA_NEW(arena, struct note);

	*note = (struct note){ .at_utc = at_utc, .by = by, .text = text };
	change_list_add(list, arena,
		(struct change){ .entry = entry_id,
			.field = FIELD_NOTE,
			.from = VALUE_NONE,
			.to = { .text = "", .note = note } });
}

bool change_list_add_note_change(struct change_list *list, struct arena *arena,
	const struct entry *entry, size_t number, int64_t at_utc, const char *by, const char *text,
	struct err *err)
{
	struct change change = { .entry = entry->id,
		.field = FIELD_NOTE,
		.from = VALUE_NONE,
		.to = VALUE_NONE,
		.number = number };
	struct note *changed;

	if (number < 1 || number > entry->note_count)
		return err_set(err, ERR_FAILED, MSG_NO_SUCH_NOTE,
			arena_format(arena, "%zu", number), "%s", entry->id);
	change.from.note = &entry->notes[number - 1];
	/* As authors are kept. */
	if (strcmp(change.from.note->by, utf8_tidy(arena, by, false)) != 0)
		return err_set(
			err, ERR_FAILED, MSG_OTHERS_NOTE, change.from.note->by, "%s", entry->id);
	if (text) {
		changed = object_copy(OBJECT_NOTE, change.from.note, arena);
		changed->text = utf8_tidy(arena, text, true);
		changed->changed_utc = at_utc;
		change.to.note = changed;
		if (strcmp(changed->text, change.from.note->text) == 0)
			return true;
	}
	change_list_add(list, arena, change);
	return true;
}

struct change change_inverse(const struct change *change, struct arena *arena)
{
	struct change inverse = *change;

	inverse.from = change->to;
	inverse.to = change->from;
	/* Who has another name now is called by it. */
	if (change->field == FIELD_MEMBER_NAME)
		inverse.entry = arena_format(arena, SUBJECT_MEMBER "%s", change->to.text);
	return inverse;
}

struct change_list change_list_copy(struct arena *arena, const struct change_list *changes)
{
	struct change_list copies = { NULL, 0, 0 };

	for (size_t i = 0; i < changes->count; i++) {
		struct change change = changes->changes[i];

		change.entry = arena_copy(arena, change.entry);
		change.from = value_copy(arena, &change.from);
		change.to = value_copy(arena, &change.to);
		change.before = change.before ? arena_copy(arena, change.before) : NULL;
		change_list_add(&copies, arena, change);
	}
	return copies;
}

struct change_list change_list_inverse(
	const struct change *changes, size_t count, struct arena *arena)
{
	struct change_list inverse = { NULL, 0, 0 };

	for (size_t i = count; i-- > 0;)
		change_list_add(&inverse, arena, change_inverse(&changes[i], arena));
	return inverse;
}

struct value value_copy(struct arena *arena, const struct value *value)
{
	return (struct value){ .text = arena_copy(arena, value->text),
		.note = object_copy(OBJECT_NOTE, value->note, arena),
		.action = object_copy(OBJECT_ACTION, value->action, arena),
		.member = object_copy(OBJECT_MEMBER, value->member, arena),
		.service = object_copy(OBJECT_SERVICE, value->service, arena),
		.kept = kept_conflict_copy(arena, value->kept) };
}

static const void *tidy_copy(enum object of, const void *object, struct arena *arena)
{
	void *copy = object_copy(of, object, arena);

	if (copy)
		object_tidy(of, copy, arena);
	return copy;
}

struct value value_tidy(struct arena *arena, const struct value *value)
{
	struct value tidy = *value;

	tidy.note = tidy_copy(OBJECT_NOTE, value->note, arena);
	tidy.action = tidy_copy(OBJECT_ACTION, value->action, arena);
	tidy.member = tidy_copy(OBJECT_MEMBER, value->member, arena);
	tidy.service = tidy_copy(OBJECT_SERVICE, value->service, arena);
	return tidy;
}

bool value_is_none(const struct value *value)
{
	return !value->text[0] && !value->note && !value->action && !value->member &&
	       !value->service && !value->kept;
}

const char *value_object_text(const struct value *value)
{
	if (value->note)
		return value->note->text;
	if (value->action)
		return value->action->title;
	if (value->member)
		return value->member->name;
	if (value->service)
		return value->service->name;
	return value->kept ? value->kept->theirs : NULL;
}

bool value_equals(const struct value *a, const struct value *b)
{
	return strcmp(a->text, b->text) == 0 && object_equals(OBJECT_NOTE, a->note, b->note) &&
	       object_equals(OBJECT_ACTION, a->action, b->action) &&
	       object_equals(OBJECT_MEMBER, a->member, b->member) &&
	       object_equals(OBJECT_SERVICE, a->service, b->service) &&
	       kept_conflict_equals(a->kept, b->kept);
}
