/* SPDX-License-Identifier: MIT */
#include "jalon/session/putting_back.h"

#include <string.h>

#include "jalon/model/subject.h"

/* Whether such a note, action, service or member is there now. */
static bool is_there(
	const struct organisation *org, const struct change *change, const struct value *value)
{
	const struct entry *entry = organisation_find_entry(org, change->entry);

	if (value->action)
		return entry != NULL;
	if (value->service)
		return organisation_find_service(org, value->service->id) != NULL;
	if (value->member)
		return organisation_find_member(org, value->member->name) != NULL;
	for (size_t i = 0; value->note && entry && i < entry->note_count; i++) {
		if (object_equals(OBJECT_NOTE, &entry->notes[i], value->note))
			return true;
	}
	return false;
}

/* Of what is whole, a side can be put that is something and is not there; nothing is never put. */
static struct putting_back of_object(const struct organisation *org, const struct change *change)
{
	struct putting_back back = { .why_not = WORD_STANDS_ALREADY };
	bool has_from = !value_is_none(&change->from), has_to = !value_is_none(&change->to);

	if (change->field == FIELD_CONFLICT) {
		back.why_not = WORD_NOT_PUT_BACK;
	} else if (change->field == FIELD_NOTE && !organisation_find_entry(org, change->entry)) {
		back.why_not = WORD_IS_NO_MORE;
	} else if (has_from && has_to) {
		/* One took the other's place. */
		back.can[SIDE_FROM] = is_there(org, change, &change->to);
		back.can[SIDE_TO] = !back.can[SIDE_FROM] && is_there(org, change, &change->from);
		back.why_not = WORD_NOT_PUT_BACK;
	} else {
		back.can[SIDE_FROM] = has_from && !is_there(org, change, &change->from);
		back.can[SIDE_TO] = has_to && !is_there(org, change, &change->to);
	}
	return back;
}

/* What the field would hold once that is put. */
static const char *as_put(
	const void *object, enum field field, const char *text, struct arena *arena)
{
	if (field_rows[field].of == OBJECT_ENTRY)
		return field_get_as_set(field, object, text, arena);
	return text;
}

struct putting_back putting_back_of(
	const struct organisation *org, const struct change *change, struct arena *arena)
{
	enum field field = change->field;
	struct putting_back back = { .why_not = WORD_STANDS_ALREADY };
	const void *object;
	const char *now;

	if (field_rows[field].kind == FIELD_KIND_OBJECT)
		return of_object(org, change);
	object = subject_find(org, change->entry, field);
	if (!object || field_rows[field].is_key) {
		back.why_not = WORD_IS_NO_MORE;
		return back;
	}
	now = field_get(field, object, arena);
	back.can[SIDE_TO] = strcmp(now, as_put(object, field, change->to.text, arena)) != 0;
	back.can[SIDE_FROM] = strcmp(now, as_put(object, field, change->from.text, arena)) != 0;
	/* A text that must not be empty was empty before it was made. */
	if (field_rows[field].is_needed && !change->from.text[0])
		back.can[SIDE_FROM] = false;
	return back;
}

struct change_list putting_back_changes(const struct organisation *org, const struct change *change,
	const struct change_list *commit, enum side side, struct arena *arena)
{
	const struct value *wanted = side == SIDE_TO ? &change->to : &change->from;
	struct change_list changes = { NULL, 0, 0 };
	struct change one = *change;

	if (field_rows[change->field].kind != FIELD_KIND_OBJECT) {
		const void *object = subject_find(org, change->entry, change->field);

		one.from = (struct value){ .text = field_get(change->field, object, arena) };
		one.to = (struct value){ .text = as_put(
						 object, change->field, wanted->text, arena) };
	} else if (change->field == FIELD_NOTE) {
		if (side == SIDE_FROM)
			one = change_inverse(change, arena);
	} else {
		return side == SIDE_TO ? change_list_copy(arena, commit)
				       : change_list_inverse(commit->changes, commit->count, arena);
	}
	change_list_add(&changes, arena, one);
	return changes;
}
