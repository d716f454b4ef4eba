/* SPDX-License-Identifier: MIT
 *
 * Each kind says once how a struct's member holds it; all else loops over the rows. No function
 * asks which field it has before it, but for the one rule of an organisation's name. */
#include "jalon/model/object.h"

#include <assert.h>
#include <string.h>

#include "jalon/base/utf8.h"

static const struct {
	size_t size, extra_place;
} objects[OBJECT_COUNT] = {
	[OBJECT_ENTRY] = { sizeof(struct entry), offsetof(struct entry, extra) },
	[OBJECT_ORGANISATION] = { sizeof(struct organisation),
		offsetof(struct organisation, extra) },
	[OBJECT_ACTION] = { sizeof(struct action), offsetof(struct action, extra) },
	[OBJECT_MEMBER] = { sizeof(struct member), offsetof(struct member, extra) },
	[OBJECT_SERVICE] = { sizeof(struct service), offsetof(struct service, extra) },
	[OBJECT_NOTE] = { sizeof(struct note), offsetof(struct note, extra) },
};

struct field_value field_value_of(enum field field, const void *object)
{
	const void *place = (const char *)object + field_rows[field].place;
	struct field_value value = { .text = "" };

	switch (field_rows[field].kind) {
	case FIELD_KIND_TEXT:
	case FIELD_KIND_ENTRY:
		if (*(const char *const *)place)
			value.text = *(const char *const *)place;
		break;
	case FIELD_KIND_CHOICE:
	case FIELD_KIND_DATE:
	case FIELD_KIND_INTEGER:
	case FIELD_KIND_DECIMAL:
		value.number = *(const int *)place;
		break;
	case FIELD_KIND_TIME:
		value.number = *(const int64_t *)place;
		break;
	case FIELD_KIND_ENTRIES:
		value.ids = *(const struct string_list *)place;
		break;
	case FIELD_KIND_RANGES:
		value.ranges = *(const struct day_range_list *)place;
		break;
	case FIELD_KIND_OBJECT:
		assert(!"a value");
	}
	return value;
}

void field_put(enum field field, void *object, struct field_value value)
{
	void *place = (char *)object + field_rows[field].place;

	switch (field_rows[field].kind) {
	case FIELD_KIND_TEXT:
	case FIELD_KIND_ENTRY:
		*(const char **)place = value.text;
		break;
	case FIELD_KIND_CHOICE:
	case FIELD_KIND_DATE:
	case FIELD_KIND_INTEGER:
	case FIELD_KIND_DECIMAL:
		*(int *)place = (int)value.number;
		break;
	case FIELD_KIND_TIME:
		*(int64_t *)place = value.number;
		break;
	case FIELD_KIND_ENTRIES:
		*(struct string_list *)place = value.ids;
		break;
	case FIELD_KIND_RANGES:
		*(struct day_range_list *)place = value.ranges;
		break;
	case FIELD_KIND_OBJECT:
		assert(!"a value");
	}
}

struct string_list field_references(enum field field, const void *object)
{
	const void *place = (const char *)object + field_rows[field].place;
	const char *const *id = place;

	if (field_rows[field].kind == FIELD_KIND_ENTRIES)
		return *(const struct string_list *)place;
	if (field_rows[field].kind == FIELD_KIND_ENTRY && *id && (*id)[0])
		return (struct string_list){ id, 1 };
	return (struct string_list){ NULL, 0 };
}

bool field_is_unset(enum field field, const void *object)
{
	return field_value_equals(field_value_of(field, object), field_unset_value(field));
}

/* What an entry that says nothing says: its item; unset where that says nothing either. */
static struct field_value value_of_item(enum field field, const struct entry *entry)
{
	const struct field_row *row = &field_rows[field];
	struct field_value value = field_unset_value(field);

	if (row->is_inherited && entry->item)
		value.number =
			*(const int *)(const void *)((const char *)entry->item + row->item_place);
	return value;
}

/* Else the row decides. */
static struct field_value value_inherited(enum field field, const struct entry *entry)
{
	struct field_value value = value_of_item(field, entry);

	if (field_rows[field].is_inherited && field_value_equals(value, field_unset_value(field)))
		value.number = field_rows[field].otherwise;
	return value;
}

bool field_is_said(enum field field, const struct entry *entry)
{
	return !field_is_unset(field, entry) ||
	       !field_value_equals(value_of_item(field, entry), field_unset_value(field));
}

struct field_value field_value_counting(enum field field, const struct entry *entry)
{
	return field_is_unset(field, entry) ? value_inherited(field, entry)
					    : field_value_of(field, entry);
}

const char *field_get(enum field field, const void *object, struct arena *arena)
{
	return field_value_format(field, field_value_of(field, object), arena);
}

void field_set(enum field field, void *object, const char *canonical, struct arena *arena)
{
	field_put(field, object, field_value_parse(field, canonical, arena));
	object_settle(field_rows[field].of, object, arena);
}

const char *field_get_as_set(
	enum field field, const struct entry *entry, const char *canonical, struct arena *arena)
{
	struct entry changed = *entry;

	field_set(field, &changed, canonical, arena);
	return field_get(field, &changed, arena);
}

void object_unset(enum object of, void *object)
{
	for (enum field field = field_first_of(of); field != FIELD_COUNT; field = field_next(field))
		field_put(field, object, field_unset_value(field));
}

/* "three", or "three@portail" of the same service, or of any where the entry is of none. */
static bool is_said_by_item(const struct entry *entry, const char *id)
{
	const char *at = strchr(id, '@');
	size_t len = at ? (size_t)(at - id) : strlen(id);

	if (at && entry->service && strcmp(at + 1, entry->service->id) != 0)
		return false;
	for (size_t i = 0; i < entry->item->requires.count; i++) {
		const char *required = entry->item->requires.texts[i];

		if (strncmp(required, id, len) == 0 && required[len] == '\0')
			return true;
	}
	return false;
}

/* In a copy: the list at hand may be the snapshot's. */
static void settle_requires(struct entry *entry, struct arena *arena)
{
	const char **kept = NULL;
	size_t count = 0;

	if (entry->requires.count)
		kept = ARENA_ARRAY(arena, const char *, entry->requires.count);
	for (size_t i = 0; i < entry->requires.count; i++) {
		if (!is_said_by_item(entry, entry->requires.texts[i]))
			kept[count++] = entry->requires.texts[i];
	}
	entry->requires = (struct string_list){ kept, count };
}

static void entry_settle(struct entry *entry, struct arena *arena)
{
	/* Of an orphan nobody knows the defaults; it is kept as it is. */
	if (!entry->item && !entry->action)
		return;
	for (enum field field = field_first_of(OBJECT_ENTRY); field != FIELD_COUNT;
		field = field_next(field)) {
		/* Who says the same as a default has estimated it all the same. */
		struct field_value otherwise = field_rows[field].is_estimate
						       ? value_of_item(field, entry)
						       : value_inherited(field, entry);

		if (field_rows[field].is_inherited &&
			field_value_equals(field_value_of(field, entry), otherwise))
			field_put(field, entry, field_unset_value(field));
	}
	if (entry->item)
		settle_requires(entry, arena);
}

void object_settle(enum object of, void *object, struct arena *arena)
{
	struct organisation *org = object;

	if (of == OBJECT_ENTRY)
		entry_settle(object, arena);
	else if (of == OBJECT_ORGANISATION && !org->name[0])
		org->name = org->id;
}

static struct field_value value_copy_of(struct field_value value, struct arena *arena)
{
	struct day_range *ranges;
	const char **ids;

	if (value.text[0])
		value.text = arena_copy(arena, value.text);
	if (value.ids.count) {
		ids = ARENA_ARRAY(arena, const char *, value.ids.count);
		for (size_t i = 0; i < value.ids.count; i++)
			ids[i] = arena_copy(arena, value.ids.texts[i]);
		value.ids.texts = ids;
	}
	if (value.ranges.count) {
		ranges = ARENA_ARRAY(arena, struct day_range, value.ranges.count);
		memcpy(ranges, value.ranges.ranges, value.ranges.count * sizeof(*ranges));
		value.ranges.ranges = ranges;
	}
	return value;
}

void object_tidy(enum object of, void *object, struct arena *arena)
{
	for (enum field field = field_first_of(of); field != FIELD_COUNT;
		field = field_next(field)) {
		struct field_value value = field_value_of(field, object);

		if (field_rows[field].kind != FIELD_KIND_TEXT)
			continue;
		value.text = utf8_tidy(arena, value.text, field_rows[field].has_lines);
		field_put(field, object, value);
	}
}

void *object_copy(enum object of, const void *object, struct arena *arena)
{
	const char *extra;
	void *copy;

	if (!object)
		return NULL;
	copy = arena_alloc(arena, objects[of].size);
	for (enum field field = field_first_of(of); field != FIELD_COUNT; field = field_next(field))
		field_put(field, copy, value_copy_of(field_value_of(field, object), arena));
	extra = object_extra(of, object);
	object_put_extra(of, copy, extra ? arena_copy(arena, extra) : NULL);
	return copy;
}

/* Unknown members are NULL where there are none. */
static bool extras_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

bool object_equals(enum object of, const void *a, const void *b)
{
	if (!a || !b)
		return a == b;
	for (enum field field = field_first_of(of); field != FIELD_COUNT;
		field = field_next(field)) {
		if (!field_value_equals(field_value_of(field, a), field_value_of(field, b)))
			return false;
	}
	return extras_equal(object_extra(of, a), object_extra(of, b));
}

size_t object_size(enum object of)
{
	return objects[of].size;
}

const char *object_extra(enum object of, const void *object)
{
	return *(const char *const *)(const void *)((const char *)object + objects[of].extra_place);
}

void object_put_extra(enum object of, void *object, const char *extra)
{
	*(const char **)(void *)((char *)object + objects[of].extra_place) = extra;
}
