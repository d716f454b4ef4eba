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
	add_text_change(list, arena, entry->id, field, field_get(field, entry, arena),
		field_get_as_set(field, entry, canonical, arena));
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

static const char *copy_extra(struct arena *arena, const char *extra)
{
	return extra ? arena_copy(arena, extra) : NULL;
}

static const struct action *copy_action(struct arena *arena, const struct action *action)
{
	struct action *copy = ARENA_NEW(arena, struct action);
	const char **requires = ARENA_ARRAY(arena, const char *, action->requires.count);

	for (size_t i = 0; i < action->requires.count; i++)
		requires[i] = arena_copy(arena, action->requires.texts[i]);
	*copy = (struct action){ .id = arena_copy(arena, action->id),
		.title = arena_copy(arena, action->title),
		.item = arena_copy(arena, action->item),
		.requires = { requires, action->requires.count },
		.extra = copy_extra(arena, action->extra) };
	return copy;
}

static const struct note *copy_note(struct arena *arena, const struct note *note)
{
	struct note *copy = ARENA_NEW(arena, struct note);

	*copy = (struct note){ .at_utc = note->at_utc,
		.by = arena_copy(arena, note->by),
		.text = arena_copy(arena, note->text),
		.extra = copy_extra(arena, note->extra) };
	return copy;
}

static const struct member *copy_member(struct arena *arena, const struct member *member)
{
	struct member *copy = ARENA_NEW(arena, struct member);

	*copy = (struct member){ .name = arena_copy(arena, member->name),
		.capacity_centidays = member->capacity_centidays,
		.extra = copy_extra(arena, member->extra) };
	return copy;
}

static const struct service *copy_service(struct arena *arena, const struct service *service)
{
	struct service *copy = ARENA_NEW(arena, struct service);

	*copy = (struct service){ .id = arena_copy(arena, service->id),
		.name = arena_copy(arena, service->name),
		.extra = copy_extra(arena, service->extra) };
	return copy;
}

struct value value_copy(struct arena *arena, const struct value *value)
{
	struct value copy = { .text = arena_copy(arena, value->text) };

	if (value->note)
		copy.note = copy_note(arena, value->note);
	if (value->action)
		copy.action = copy_action(arena, value->action);
	if (value->member)
		copy.member = copy_member(arena, value->member);
	if (value->service)
		copy.service = copy_service(arena, value->service);
	return copy;
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
