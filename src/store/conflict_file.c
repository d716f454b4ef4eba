/* SPDX-License-Identifier: MIT */
#include "store/conflict_file.h"

#include "jalon/model/kept_conflict.h"
#include "jalon/store/object_file.h"

static const char *const conflict_names[] = { "entry", "field", "ours", "theirs", "by", "at" };

static const char *read_source(struct reader *reader, const struct json *json, const char *name)
{
	const struct json *member = json_member(json, name);

	return member ? json_source(member, reader->arena) : "null";
}

/* As the file has the name of a member, between its quotes. */
static const char *escaped(struct arena *arena, const char *name)
{
	struct buf out = BUF_INIT;
	struct json_writer writer = { .out = &out, .compact = true };
	const char *copy;

	json_add_text(&writer, NULL, name);
	copy = arena_copy_len(arena, out.text + 1, out.len - 2);
	buf_release(&out);
	return copy;
}

void conflict_read(struct reader *reader, const struct json *json, struct kept_conflict *conflict)
{
	enum field field;

	*conflict = (struct kept_conflict){ .subject = reader_text(reader, json, "entry", true),
		.field = FIELD_COUNT,
		.name = reader_text(reader, json, "field", true),
		.by = reader_text(reader, json, "by", false),
		.at_utc = object_read_time(reader, json, "at", false),
		.extra = reader_extra(reader, json, conflict_names, ARRAY_LEN(conflict_names)) };
	if (json_member(json, "field") && !conflict->name[0])
		reader_complain(reader, json, "field", MSG_TEXT_NEEDED, NULL);
	if (subject_find_field(conflict->subject, conflict->name, &field) &&
		field_rows[field].kind != FIELD_KIND_OBJECT) {
		conflict->field = (int)field;
		conflict->ours = canonical_read(reader, json, "ours", field);
		conflict->theirs = canonical_read(reader, json, "theirs", field);
	} else {
		conflict->name = escaped(reader->arena, conflict->name);
		conflict->ours = read_source(reader, json, "ours");
		conflict->theirs = read_source(reader, json, "theirs");
	}
}

static void write_value(struct json_writer *writer, const char *name,
	const struct kept_conflict *conflict, const char *value)
{
	if (conflict->field < FIELD_COUNT)
		canonical_write(writer, name, (enum field)conflict->field, value);
	else
		json_add_source(writer, name, value);
}

static void write_field_name(struct json_writer *writer, const struct kept_conflict *conflict)
{
	struct buf source = BUF_INIT;

	buf_add_format(&source, "\"%s\"", conflict->name);
	json_add_source(writer, "field", source.text);
	buf_release(&source);
}

void conflict_write(
	struct json_writer *writer, const char *name, const struct kept_conflict *conflict)
{
	json_begin_object(writer, name);
	json_add_text(writer, "entry", conflict->subject);
	write_field_name(writer, conflict);
	write_value(writer, "ours", conflict, conflict->ours);
	write_value(writer, "theirs", conflict, conflict->theirs);
	json_add_text(writer, "by", conflict->by);
	if (conflict->at_utc)
		json_add_time(writer, "at", conflict->at_utc);
	extra_write(writer, conflict->extra);
	json_end_object(writer);
}

void conflicts_read(struct reader *reader, const struct json *json, struct organisation *org)
{
	const struct json *array = reader_array(reader, json, "conflicts", JSON_OBJECT, false);

	if (!array)
		return;
	org->conflicts = ARENA_ARRAY(reader->arena, struct kept_conflict, array->count);
	for (const struct json *one = array->first; one; one = one->next)
		conflict_read(reader, one, &org->conflicts[org->conflict_count++]);
	kept_conflicts_sort(org->conflicts, org->conflict_count);
}

void conflicts_write(struct json_writer *writer, const struct organisation *org)
{
	if (org->conflict_count == 0)
		return;
	json_begin_array(writer, "conflicts");
	for (size_t i = 0; i < org->conflict_count; i++)
		conflict_write(writer, NULL, &org->conflicts[i]);
	json_end_array(writer);
}
