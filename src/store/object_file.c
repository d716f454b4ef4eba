/* SPDX-License-Identifier: MIT */
#include "jalon/store/object_file.h"

#include <assert.h>
#include <string.h>

#include "jalon/base/buf.h"
#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

enum { NAMES_MAX = 16 };

int64_t object_read_time(
	struct reader *reader, const struct json *json, const char *name, bool needed)
{
	const struct json *member = json_member(json, name);
	const char *text = reader_text(reader, json, name, needed);
	int64_t at_utc = 0;

	if (member && member->type == JSON_STRING && !time_parse(text, &at_utc))
		reader_complain(reader, json, name, MSG_NOT_A_TIME, text);
	return at_utc;
}

static const char *text_or_nothing(struct reader *reader, const struct json *json, const char *name)
{
	const char *text = reader_text_or_null(reader, json, name);

	return text ? text : "";
}

static int read_day(struct reader *reader, const struct json *json, const char *name)
{
	const char *text = reader_text_or_null(reader, json, name);
	int day = DAY_NONE;

	if (text && !date_parse(text, &day))
		reader_complain(reader, json, name, MSG_NOT_A_DATE, text);
	return day;
}

static int read_choice(struct reader *reader, const struct json *json, enum field field)
{
	const struct field_row *row = &field_rows[field];
	const struct json *member = json_member(json, row->name);
	int choice = row->unset;

	if (!member || (member->type == JSON_NULL && field_unset_is_null(field)) ||
		!reader_expect(reader, member, JSON_STRING))
		return choice;
	if (!field_choice_parse(field, member->text, &choice))
		reader_complain(reader, member, NULL, (enum message)row->message, member->text);
	return choice;
}

/* Each of them by itself, so that a complaint names the one that is wrong. */
static struct field_value read_ranges(
	struct reader *reader, const struct json *json, const char *name, enum field field)
{
	struct string_list texts = reader_strings(reader, json, name);
	struct buf all = BUF_INIT;
	struct field_value value;
	struct day_range range;

	for (size_t i = 0; i < texts.count; i++) {
		if (day_range_parse(texts.texts[i], &range))
			buf_add_format(&all, "%s%s", all.len ? "," : "", texts.texts[i]);
		else
			reader_complain(reader, json, name, (enum message)field_rows[field].message,
				texts.texts[i]);
	}
	value = field_value_parse(field, all.text, reader->arena);
	buf_release(&all);
	return value;
}

/* What one text of ids could not say is no list of ids: the history and the command line write them
 * with commas between. */
static struct string_list read_ids(struct reader *reader, const struct json *json, const char *name)
{
	struct string_list ids = reader_strings(reader, json, name);

	for (size_t i = 0; i < ids.count; i++) {
		const char *id = ids.texts[i];
		size_t len = strlen(id);

		if (len > 0 && !strchr(id, ',') && !strchr(" \t", id[0]) &&
			!strchr(" \t", id[len - 1]))
			continue;
		reader_complain(reader, json, name, MSG_NOT_AN_ID_LIST, id);
		return (struct string_list){ NULL, 0 };
	}
	return ids;
}

static void read_field(
	struct reader *reader, const struct json *json, enum field field, void *object)
{
	const struct field_row *row = &field_rows[field];
	enum message message = (enum message)row->message;
	struct field_value value = { .text = "" };

	switch (row->kind) {
	case FIELD_KIND_TEXT:
		value.text = utf8_tidy(reader->arena,
			reader_text(reader, json, row->name, row->is_needed), row->has_lines);
		break;
	case FIELD_KIND_ENTRY:
		value.text = text_or_nothing(reader, json, row->name);
		break;
	case FIELD_KIND_CHOICE:
		value.number = read_choice(reader, json, field);
		break;
	case FIELD_KIND_DATE:
		value.number = read_day(reader, json, row->name);
		break;
	case FIELD_KIND_INTEGER:
		value.number = reader_integer(
			reader, json, row->name, row->min, row->max, row->unset, message);
		break;
	case FIELD_KIND_DECIMAL:
		value.number = reader_hundredths(
			reader, json, row->name, row->min, row->max, row->unset, message);
		break;
	case FIELD_KIND_TIME:
		value.number = object_read_time(reader, json, row->name, row->is_needed);
		break;
	case FIELD_KIND_ENTRIES:
		value.ids = read_ids(reader, json, row->name);
		break;
	case FIELD_KIND_RANGES:
		value = read_ranges(reader, json, row->name, field);
		break;
	case FIELD_KIND_OBJECT:
		return;
	}
	field_put(field, object, value);
}

/* All fields of an object. What is in the file beside them is kept as it is, but for `others`,
 * which somebody else reads. */
void object_read(struct reader *reader, const struct json *json, enum object of, void *object,
	const char *const *others, size_t other_count)
{
	const char *names[FIELD_COUNT + NAMES_MAX];
	size_t count = 0;

	assert(other_count <= NAMES_MAX);
	for (enum field field = field_first_of(of); field != FIELD_COUNT;
		field = field_next(field)) {
		names[count++] = field_rows[field].name;
		read_field(reader, json, field, object);
	}
	for (size_t i = 0; i < other_count; i++)
		names[count++] = others[i];
	object_put_extra(of, object, reader_extra(reader, json, names, count));
}

void extra_write(struct json_writer *writer, const char *extra)
{
	while (extra && *extra) {
		const char *end = strchr(extra, '\n');
		size_t len = end ? (size_t)(end - extra) : strlen(extra);

		json_add_member(writer, extra, len);
		extra = end ? end + 1 : NULL;
	}
}

static void write_ranges(struct json_writer *writer, const char *name, struct day_range_list list)
{
	struct arena *arena = arena_new();
	const char **texts = ARENA_ARRAY(arena, const char *, list.count);

	for (size_t i = 0; i < list.count; i++) {
		char *text = arena_alloc(arena, DAY_RANGE_TEXT_SIZE);

		day_range_format(text, list.ranges[i]);
		texts[i] = text;
	}
	json_add_texts(writer, name, texts, list.count);
	arena_free(arena);
}

void field_write(
	struct json_writer *writer, const char *name, enum field field, struct field_value value)
{
	const struct field_row *row = &field_rows[field];

	if (field_unset_is_null(field) && field_value_equals(value, field_unset_value(field))) {
		json_add_null(writer, name);
		return;
	}
	switch (row->kind) {
	case FIELD_KIND_TEXT:
	case FIELD_KIND_ENTRY:
		json_add_text(writer, name, value.text);
		break;
	case FIELD_KIND_CHOICE:
		json_add_text(writer, name, row->choices[value.number]);
		break;
	case FIELD_KIND_DATE:
		json_add_day(writer, name, (int)value.number);
		break;
	case FIELD_KIND_INTEGER:
		json_add_integer(writer, name, value.number);
		break;
	case FIELD_KIND_DECIMAL:
		json_add_decimal(writer, name, value.number);
		break;
	case FIELD_KIND_TIME:
		json_add_time(writer, name, value.number);
		break;
	case FIELD_KIND_ENTRIES:
		json_add_texts(writer, name, value.ids.texts, value.ids.count);
		break;
	case FIELD_KIND_RANGES:
		write_ranges(writer, name, value.ranges);
		break;
	case FIELD_KIND_OBJECT:
		assert(!"a value");
	}
}

/* Of an entry what is said is written, of all else what has a value. */
void object_write_field(struct json_writer *writer, enum field field, const void *object)
{
	bool is_unset = field_is_unset(field, object);

	if (!is_unset || (field_rows[field].of != OBJECT_ENTRY && !field_unset_is_null(field)))
		field_write(writer, field_rows[field].name, field, field_value_of(field, object));
}

void object_write_fields(struct json_writer *writer, enum object of, const void *object)
{
	for (enum field field = field_first_of(of); field != FIELD_COUNT; field = field_next(field))
		object_write_field(writer, field, object);
}

void object_write(struct json_writer *writer, const char *name, enum object of, const void *object)
{
	json_begin_object(writer, name);
	object_write_fields(writer, of, object);
	extra_write(writer, object_extra(of, object));
	json_end_object(writer);
}

void canonical_write(
	struct json_writer *writer, const char *name, enum field field, const char *canonical)
{
	struct arena *arena = arena_new();

	field_write(writer, name, field, field_value_parse(field, canonical, arena));
	arena_free(arena);
}

const char *canonical_read(
	struct reader *reader, const struct json *object, const char *name, enum field field)
{
	const struct json *json = json_member(object, name);
	struct field_value ids = { .text = "" };
	const char *canonical = "";
	struct err err;

	if (!json || json->type == JSON_NULL)
		return canonical;
	if (field_rows[field].kind == FIELD_KIND_ENTRIES) {
		ids.ids = read_ids(reader, object, name);
		canonical = field_value_format(field, ids, reader->arena);
	} else if (field_rows[field].kind == FIELD_KIND_RANGES) {
		canonical = field_value_format(
			field, read_ranges(reader, object, name, field), reader->arena);
	} else if (json->type != JSON_STRING && json->type != JSON_NUMBER) {
		reader_complain(reader, json, NULL, MSG_WRONG_TYPE, NULL);
	} else if (!field_parse(field, json->text, reader->arena, &canonical, &err)) {
		reader_complain(reader, json, NULL, (enum message)err.message, json->text);
	}
	return canonical;
}
