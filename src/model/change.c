/* SPDX-License-Identifier: MIT */
#include "jalon/model/change.h"

#include <assert.h>
#include <string.h>

void change_list_add(struct change_list *list, struct arena *arena, struct change change)
{
	if (list->count == list->room) {
		size_t room = list->room ? list->room * 2 : 8;
		struct change *changes = ARENA_ARRAY(arena, struct change, room);

		if (list->count)
			memcpy(changes, list->changes, list->count * sizeof(*changes));
		list->changes = changes;
		list->room = room;
	}
	list->changes[list->count++] = change;
}

/* What the field holds once the list is applied up to here: an earlier change of the same field
 * counts before the snapshot. */
static const char *value_so_far(const struct change_list *list, const char *entry_id,
	enum field field, const char *in_snapshot)
{
	for (size_t i = list->count; i-- > 0;) {
		const struct change *change = &list->changes[i];

		if (change->field == field && strcmp(change->entry, entry_id) == 0)
			return change->to.text;
	}
	return in_snapshot;
}

static void add_text_change(struct change_list *list, struct arena *arena, const char *entry_id,
	enum field field, const char *from, const char *to)
{
	from = value_so_far(list, entry_id, field, from);
	if (strcmp(from, to) != 0)
		change_list_add(list, arena,
			(struct change){ .entry = entry_id,
				.field = field,
				.from = { .text = from },
				.to = { .text = to } });
}

void change_list_add_field(struct change_list *list, struct arena *arena, const struct entry *entry,
	enum field field, const char *canonical)
{
	struct entry changed = *entry;

	/* As the entry will hold it: a value equal to the default is not said. */
	field_set(field, &changed, canonical);
	add_text_change(list, arena, entry->id, field, field_get(field, entry, arena),
		field_get(field, &changed, arena));
}

void change_list_add_organisation_field(struct change_list *list, struct arena *arena,
	const struct organisation *org, enum field field, const char *canonical)
{
	add_text_change(
		list, arena, "", field, organisation_field_get(field, org, arena), canonical);
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

struct change_list change_list_inverse(
	const struct change *changes, size_t count, struct arena *arena)
{
	struct change_list inverse = { NULL, 0, 0 };

	for (size_t i = count; i-- > 0;)
		change_list_add(&inverse, arena,
			(struct change){ .entry = changes[i].entry,
				.field = changes[i].field,
				.from = changes[i].to,
				.to = changes[i].from });
	return inverse;
}

bool value_is_none(const struct value *value)
{
	return !value->text[0] && !value->note && !value->action && !value->member &&
	       !value->service;
}

/* Both absent, or both there and the same; unknown members are NULL where there are none. */
static bool texts_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool notes_equal(const struct note *a, const struct note *b)
{
	return a->at_utc == b->at_utc && texts_equal(a->by, b->by) &&
	       texts_equal(a->text, b->text) && texts_equal(a->extra, b->extra);
}

static bool members_equal(const struct member *a, const struct member *b)
{
	return a->capacity_centidays == b->capacity_centidays && texts_equal(a->name, b->name) &&
	       texts_equal(a->extra, b->extra);
}

static bool services_equal(const struct service *a, const struct service *b)
{
	return texts_equal(a->id, b->id) && texts_equal(a->name, b->name) &&
	       texts_equal(a->extra, b->extra);
}

static bool actions_equal(const struct action *a, const struct action *b)
{
	if (!texts_equal(a->id, b->id) || !texts_equal(a->title, b->title) ||
		!texts_equal(a->item, b->item) || !texts_equal(a->extra, b->extra) ||
		a->requires.count != b->requires.count)
		return false;
	for (size_t i = 0; i < a->requires.count; i++) {
		if (strcmp(a->requires.texts[i], b->requires.texts[i]) != 0)
			return false;
	}
	return true;
}

bool value_equals(const struct value *a, const struct value *b)
{
	if (!a->note != !b->note || !a->action != !b->action || !a->member != !b->member ||
		!a->service != !b->service)
		return false;
	return strcmp(a->text, b->text) == 0 && (!a->note || notes_equal(a->note, b->note)) &&
	       (!a->action || actions_equal(a->action, b->action)) &&
	       (!a->member || members_equal(a->member, b->member)) &&
	       (!a->service || services_equal(a->service, b->service));
}
