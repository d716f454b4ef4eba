/* SPDX-License-Identifier: MIT
 *
 * Members are written in the order of DESIGN.md and only where they say something; entries are
 * sorted by id. What jalon does not know follows what it knows, in the order it was found. */
#include "jalon/store/organisation_file.h"

#include <string.h>

#include "jalon/base/natural.h"
#include "jalon/base/sort.h"
#include "jalon/base/utf8.h"
#include "jalon/model/subject.h"
#include "jalon/store/object_file.h"
#include "store/checklist_file.h"
#include "store/conflict_file.h"

static const char *const organisation_names[] = { "format", "version", "id", "revision", "created",
	"modified", "checklists", "members", "services", "actions", "entries", "conflicts" };
static const char *const link_names[] = { "id", "edition" };
static const char *const entry_names[] = { "notes" };

static void read_links(struct reader *reader, const struct json *json, struct organisation *org)
{
	const struct json *array = reader_array(reader, json, "checklists", JSON_OBJECT, true);

	struct id_place *ids;

	if (!array)
		return;
	if (array->count == 0)
		reader_complain(reader, array, NULL, MSG_NO_CHECKLIST, NULL);
	ids = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	org->links = ARENA_ARRAY(reader->arena, struct checklist_link, array->count);
	org->checklists = ARENA_ARRAY(reader->arena, const struct checklist *, array->count);
	for (const struct json *one = array->first; one; one = one->next) {
		struct checklist_link *link = &org->links[org->checklist_count];

		link->id = reader_id(reader, one, "id");
		link->edition = reader_text(reader, one, "edition", true);
		link->extra = reader_extra(reader, one, link_names, ARRAY_LEN(link_names));
		/* An edition is part of a file's name, so it is never any text. */
		if (json_member(one, "edition") && !edition_is_valid(link->edition))
			reader_complain(reader, one, "edition", MSG_NOT_AN_EDITION, link->edition);
		ids[org->checklist_count] =
			(struct id_place){ link->id, one, org->checklist_count };
		org->checklist_count++;
	}
	reader_complain_of_twins(reader, "id", ids, org->checklist_count);
}

/* What tells an object from the others of its list. */
static void check_key(
	struct reader *reader, const struct json *json, enum field key, const char *text)
{
	const char *name = field_rows[key].name;
	const struct json *member = json_member(json, name);

	if (!member || member->type != JSON_STRING)
		return;
	if (key == FIELD_MEMBER_NAME && !text[0])
		reader_complain(reader, json, name, MSG_TEXT_NEEDED, NULL);
	else if (key == FIELD_SERVICE_ID && !id_is_valid(text))
		reader_complain(reader, json, name, MSG_NOT_AN_ID, text);
	else if (key == FIELD_ACTION_ID && !action_id_is_valid(text))
		reader_complain(reader, json, name, MSG_NOT_AN_ACTION_ID, text);
}

/* A name that was spelt in several ways before it was kept in one is one person, with what the
 * first of them says. `ids` are sorted. */
static size_t join_respelt(
	struct reader *reader, char *objects, size_t size, const struct id_place *ids, size_t count)
{
	bool *is_respelt = ARENA_ARRAY(reader->arena, bool, count);
	size_t kept = 0;

	for (size_t i = 1; i < count; i++) {
		if (strcmp(ids[i - 1].id, ids[i].id) == 0)
			is_respelt[ids[i].order] = true;
	}
	for (size_t i = 0; i < count; i++) {
		if (!is_respelt[i])
			memmove(objects + kept++ * size, objects + i * size, size);
	}
	return kept;
}

/* A list of objects, each told from the others by its field `key`; NULL where there is none. */
static void *read_objects(struct reader *reader, const struct json *json, const char *name,
	enum field key, size_t *count)
{
	const struct json *array = reader_array(reader, json, name, JSON_OBJECT, false);
	enum object of = field_rows[key].of;
	struct id_place *ids;
	char *objects;

	if (!array)
		return NULL;
	ids = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	objects = arena_alloc(reader->arena, array->count * object_size(of));
	for (const struct json *one = array->first; one; one = one->next) {
		void *object = objects + *count * object_size(of);

		object_read(reader, one, of, object, NULL, 0);
		ids[*count] = (struct id_place){ field_value_of(key, object).text, one, *count };
		check_key(reader, one, key, ids[*count].id);
		++*count;
	}
	reader_complain_of_twins(reader, field_rows[key].name, ids, *count);
	*count = join_respelt(reader, objects, object_size(of), ids, *count);
	return objects;
}

static int compare_action_numbers(const void *a, const void *b)
{
	const struct action *one = a, *other = b;

	return natural_compare(one->id, other->id);
}

static void read_lists(struct reader *reader, const struct json *json, struct organisation *org)
{
	org->members = read_objects(reader, json, "members", FIELD_MEMBER_NAME, &org->member_count);
	org->services =
		read_objects(reader, json, "services", FIELD_SERVICE_ID, &org->service_count);
	org->actions = read_objects(reader, json, "actions", FIELD_ACTION_ID, &org->action_count);
	/* In the order of their numbers, whatever the order in the file. */
	sort_array(org->actions, org->action_count, sizeof(*org->actions), compare_action_numbers);
}

static void read_notes(struct reader *reader, const struct json *json, struct entry *entry)
{
	const struct json *array = reader_array(reader, json, "notes", JSON_OBJECT, false);
	struct note *notes;

	if (!array)
		return;
	notes = ARENA_ARRAY(reader->arena, struct note, array->count);
	for (const struct json *one = array->first; one; one = one->next)
		object_read(reader, one, OBJECT_NOTE, &notes[entry->note_count++], NULL, 0);
	entry->notes = notes;
}

static void read_entry(struct reader *reader, const struct json *json, struct entry *entry)
{
	entry->id = arena_copy(reader->arena, json->name);
	object_read(reader, json, OBJECT_ENTRY, entry, entry_names, ARRAY_LEN(entry_names));
	read_notes(reader, json, entry);
	if (entry->status == STATUS_NOT_APPLICABLE && utf8_is_blank(entry->reason))
		reader_complain(reader, json, "reason", MSG_REASON_NEEDED, NULL);
}

static void read_entries(
	struct reader *reader, const struct json *json, struct organisation_file *file)
{
	const struct json *object = json_member(json, "entries");

	if (!object || !reader_expect(reader, object, JSON_OBJECT))
		return;
	file->said = ARENA_ARRAY(reader->arena, struct entry, object->count);
	for (const struct json *one = object->first; one; one = one->next) {
		if (reader_expect(reader, one, JSON_OBJECT))
			read_entry(reader, one, &file->said[file->said_count++]);
	}
}

static void read_head(
	struct reader *reader, const struct json *json, struct organisation *org, const char *id)
{
	const char *format = reader_text(reader, json, "format", true);

	if (json_member(json, "format") && strcmp(format, "jalon-organisation") != 0)
		reader_complain(reader, json, "format", MSG_NOT_AN_ORGANISATION, format);
	reader_version(reader, json);
	org->id = reader_id(reader, json, "id");
	if (id_is_valid(org->id) && id && strcmp(org->id, id) != 0)
		reader_complain(reader, json, "id", MSG_ID_NOT_FILE_NAME, org->id);
	org->revision = reader_integer(
		reader, json, "revision", 0, INT64_C(1) << 53, 0, MSG_NOT_A_REVISION);
	org->created_utc = object_read_time(reader, json, "created", false);
	org->modified_utc = object_read_time(reader, json, "modified", false);
	object_read(reader, json, OBJECT_ORGANISATION, org, organisation_names,
		ARRAY_LEN(organisation_names));
	object_settle(OBJECT_ORGANISATION, org, reader->arena);
}

struct organisation_file organisation_file_read(
	struct reader *reader, const struct json *json, const char *id)
{
	struct organisation_file file = { .org = ARENA_NEW(reader->arena, struct organisation) };

	file.org->id = file.org->name = "";
	if (!reader_expect(reader, json, JSON_OBJECT))
		return file;
	read_head(reader, json, file.org, id);
	read_links(reader, json, file.org);
	read_lists(reader, json, file.org);
	read_entries(reader, json, &file);
	conflicts_read(reader, json, file.org);
	return file;
}

/* Ids must tell entries apart: no item in two checklists, no action named as an item. */
static void check_items_apart(
	struct reader *reader, const struct json *json, const struct organisation *org)
{
	const struct json *links = json_member(json, "checklists");

	for (size_t i = 0; i + 1 < org->entry_count; i++) {
		const struct entry *one = org->entries_by_id[i], *other = org->entries_by_id[i + 1];

		if (strcmp(one->id, other->id) != 0)
			continue;
		if (one->action || other->action)
			reader_complain(
				reader, json_member(json, "actions"), NULL, MSG_ID_TWICE, one->id);
		else
			reader_complain(reader, links, NULL, MSG_ITEM_TWICE, one->id);
	}
}

/* Each once. */
static struct string_list ids_of_both(
	struct arena *arena, struct string_list one, struct string_list other)
{
	const char **ids = ARENA_ARRAY(arena, const char *, one.count + other.count);
	struct field_value both = { .text = "", .ids = { ids, one.count + other.count } };
	const char *canonical;

	for (size_t i = 0; i < one.count; i++)
		ids[i] = one.texts[i];
	for (size_t i = 0; i < other.count; i++)
		ids[one.count + i] = other.texts[i];
	canonical = field_value_format(FIELD_REQUIRES, both, arena);
	return field_value_parse(FIELD_REQUIRES, canonical, arena).ids;
}

/* What an action requires is said of the action itself. Somebody who writes it with its entry, as
 * one does for items, means the same. */
static void give_actions_what_they_require(struct reader *reader, struct organisation_file *file)
{
	for (size_t i = 0; i < file->said_count; i++) {
		struct entry *entry = &file->said[i];
		struct action *action = NULL;

		for (size_t k = 0; entry->requires.count && k < file->org->action_count; k++) {
			if (strcmp(file->org->actions[k].id, entry->id) == 0)
				action = &file->org->actions[k];
		}
		if (!action)
			continue;
		action->requires = ids_of_both(reader->arena, action->requires, entry->requires);
		entry->requires = (struct string_list){ NULL, 0 };
	}
}

void organisation_file_join(
	struct reader *reader, const struct json *json, struct organisation_file *file)
{
	struct organisation *org = file->org;

	give_actions_what_they_require(reader, file);
	organisation_join(org, reader->arena, file->said, file->said_count);
	check_items_apart(reader, json, org);
	/* What says nothing is settled: most entries of most organisations. */
	for (size_t i = 0; i < file->said_count; i++) {
		const struct entry *entry = organisation_find_entry(org, file->said[i].id);

		if (entry)
			object_settle(
				OBJECT_ENTRY, &org->entries[entry - org->entries], reader->arena);
	}
	/* Which field of that name it is shows once it shows what has it. */
	for (size_t i = 0; i < org->conflict_count; i++)
		org->conflicts[i].field = (int)subject_field(
			org, org->conflicts[i].subject, (enum field)org->conflicts[i].field);
}

static void write_entry(struct json_writer *writer, const struct entry *entry)
{
	json_begin_object(writer, entry->id);
	object_write_fields(writer, OBJECT_ENTRY, entry);
	if (entry->note_count) {
		json_begin_array(writer, "notes");
		for (size_t i = 0; i < entry->note_count; i++)
			object_write(writer, NULL, OBJECT_NOTE, &entry->notes[i]);
		json_end_array(writer);
	}
	extra_write(writer, entry->extra);
	json_end_object(writer);
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *const *one = a, *const *other = b;

	return strcmp((*one)->id, (*other)->id);
}

static void write_entries(struct json_writer *writer, const struct organisation *org)
{
	struct arena *arena = arena_new();
	const struct entry **said =
		ARENA_ARRAY(arena, const struct entry *, org->entry_count + org->orphan_count);
	size_t count = 0;

	for (size_t i = 0; i < org->entry_count; i++) {
		if (!entry_is_untouched(&org->entries[i]))
			said[count++] = &org->entries[i];
	}
	for (size_t i = 0; i < org->orphan_count; i++) {
		if (!entry_is_untouched(&org->orphans[i]))
			said[count++] = &org->orphans[i];
	}
	sort_array(said, count, sizeof(*said), compare_entries);
	json_begin_object(writer, "entries");
	for (size_t i = 0; i < count; i++)
		write_entry(writer, said[i]);
	json_end_object(writer);
	arena_free(arena);
}

static void write_objects(struct json_writer *writer, const char *name, enum object of,
	const void *objects, size_t count)
{
	json_begin_array(writer, name);
	for (size_t i = 0; i < count; i++)
		object_write(writer, NULL, of, (const char *)objects + i * object_size(of));
	json_end_array(writer);
}

static void write_links(struct json_writer *writer, const struct organisation *org)
{
	json_begin_array(writer, "checklists");
	for (size_t i = 0; i < org->checklist_count; i++) {
		json_begin_object(writer, NULL);
		json_add_text(writer, "id", org->links[i].id);
		json_add_text(writer, "edition", org->links[i].edition);
		extra_write(writer, org->links[i].extra);
		json_end_object(writer);
	}
	json_end_array(writer);
}

/* Its name and language stand before, where somebody who opens the file looks first. */
static void write_rest_of_fields(struct json_writer *writer, const struct organisation *org)
{
	for (enum field field = field_next(FIELD_LANGUAGE); field != FIELD_COUNT;
		field = field_next(field))
		object_write_field(writer, field, org);
}

void organisation_file_write(struct buf *out, const struct organisation *org)
{
	struct json_writer writer = { .out = out };

	json_begin_object(&writer, NULL);
	json_add_text(&writer, "format", "jalon-organisation");
	json_add_integer(&writer, "version", 1);
	json_add_text(&writer, "id", org->id);
	object_write_field(&writer, FIELD_NAME, org);
	object_write_field(&writer, FIELD_LANGUAGE, org);
	json_add_integer(&writer, "revision", org->revision);
	json_add_time(&writer, "created", org->created_utc);
	json_add_time(&writer, "modified", org->modified_utc);
	write_links(&writer, org);
	write_rest_of_fields(&writer, org);
	write_objects(&writer, "members", OBJECT_MEMBER, org->members, org->member_count);
	write_objects(&writer, "services", OBJECT_SERVICE, org->services, org->service_count);
	write_objects(&writer, "actions", OBJECT_ACTION, org->actions, org->action_count);
	write_entries(&writer, org);
	conflicts_write(&writer, org);
	extra_write(&writer, org->extra);
	json_end_object(&writer);
	buf_add_char(out, '\n');
}

void value_write(
	struct json_writer *writer, const char *name, enum field field, const struct value *value)
{
	if (value->note)
		object_write(writer, name, OBJECT_NOTE, value->note);
	else if (value->action)
		object_write(writer, name, OBJECT_ACTION, value->action);
	else if (value->member)
		object_write(writer, name, OBJECT_MEMBER, value->member);
	else if (value->service)
		object_write(writer, name, OBJECT_SERVICE, value->service);
	else if (value->kept)
		conflict_write(writer, name, value->kept);
	else if (field_rows[field].kind == FIELD_KIND_OBJECT)
		json_add_null(writer, name);
	else
		canonical_write(writer, name, field, value->text);
}

static const void *read_object(struct reader *reader, const struct json *json, enum object of)
{
	void *object = arena_alloc(reader->arena, object_size(of));

	object_read(reader, json, of, object, NULL, 0);
	return object;
}

static const struct kept_conflict *read_conflict(struct reader *reader, const struct json *json)
{
	struct kept_conflict *conflict = ARENA_NEW(reader->arena, struct kept_conflict);

	conflict_read(reader, json, conflict);
	return conflict;
}

static struct value read_whole(struct reader *reader, const struct json *json, enum field field)
{
	struct value value = VALUE_NONE;

	if (!reader_expect(reader, json, JSON_OBJECT))
		return value;
	if (field == FIELD_CONFLICT)
		value.kept = read_conflict(reader, json);
	else if (field == FIELD_NOTE)
		value.note = read_object(reader, json, OBJECT_NOTE);
	else if (field == FIELD_ACTION)
		value.action = read_object(reader, json, OBJECT_ACTION);
	else if (field == FIELD_MEMBER)
		value.member = read_object(reader, json, OBJECT_MEMBER);
	else
		value.service = read_object(reader, json, OBJECT_SERVICE);
	return value;
}

struct value value_read(
	struct reader *reader, const struct json *object, const char *name, enum field field)
{
	const struct json *json = json_member(object, name);
	struct value value = VALUE_NONE;

	if (!json || json->type == JSON_NULL)
		return value;
	if (field_rows[field].kind == FIELD_KIND_OBJECT)
		return read_whole(reader, json, field);
	value.text = canonical_read(reader, object, name, field);
	return value;
}
