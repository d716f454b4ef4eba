/* SPDX-License-Identifier: MIT
 *
 * Members are written in the order of DESIGN.md and only where they say something; entries are
 * sorted by id. What jalon does not know follows what it knows, in the order it was found. */
#include "jalon/store/organisation_file.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/store/checklist_file.h"

static const char *const organisation_names[] = { "format", "version", "id", "name", "language",
	"revision", "created", "modified", "checklists", "capacity", "members", "services",
	"actions", "entries" };
static const char *const link_names[] = { "id", "edition" };
static const char *const member_names[] = { "name", "capacity" };
static const char *const service_names[] = { "id", "name" };
static const char *const action_names[] = { "id", "title", "item", "requires" };
static const char *const note_names[] = { "at", "by", "text" };
static const char *const entry_names[] = { "status", "owner", "due", "priority", "impact", "effort",
	"reason", "review", "pin", "notes" };

static int64_t read_time(
	struct reader *reader, const struct json *json, const char *name, bool needed)
{
	const struct json *member = json_member(json, name);
	const char *text = reader_text(reader, json, name, needed);
	int64_t at_utc = 0;

	if (member && member->type == JSON_STRING && !time_parse(text, &at_utc))
		reader_complain(reader, json, name, MSG_NOT_A_TIME, text);
	return at_utc;
}

static struct note read_note(struct reader *reader, const struct json *json)
{
	return (struct note){ .at_utc = read_time(reader, json, "at", true),
		.by = reader_text(reader, json, "by", true),
		.text = reader_text(reader, json, "text", true),
		.extra = reader_extra(reader, json, note_names, ARRAY_LEN(note_names)) };
}

static struct member read_member(struct reader *reader, const struct json *json)
{
	struct member member = { .name = reader_text(reader, json, "name", true) };

	if (!member.name[0])
		reader_complain(reader, json, "name", MSG_TEXT_NEEDED, NULL);
	member.capacity_centidays =
		(int)reader_hundredths(reader, json, "capacity", CAPACITY_CENTIDAYS_MIN,
			CAPACITY_CENTIDAYS_MAX, CAPACITY_CENTIDAYS_DEFAULT, MSG_NOT_A_CAPACITY);
	member.extra = reader_extra(reader, json, member_names, ARRAY_LEN(member_names));
	return member;
}

static struct service read_service(struct reader *reader, const struct json *json)
{
	return (struct service){ .id = reader_id(reader, json, "id"),
		.name = reader_text(reader, json, "name", true),
		.extra = reader_extra(reader, json, service_names, ARRAY_LEN(service_names)) };
}

static const char *text_or_nothing(struct reader *reader, const struct json *json, const char *name)
{
	const char *text = reader_text_or_null(reader, json, name);

	return text ? text : "";
}

static struct action read_action(struct reader *reader, const struct json *json)
{
	struct action action = { .id = reader_text(reader, json, "id", true),
		.title = reader_text(reader, json, "title", true),
		.item = text_or_nothing(reader, json, "item"),
		.requires = reader_strings(reader, json, "requires"),
		.extra = reader_extra(reader, json, action_names, ARRAY_LEN(action_names)) };

	if (json_member(json, "id") && !action_id_is_valid(action.id))
		reader_complain(reader, json, "id", MSG_NOT_AN_ACTION_ID, action.id);
	return action;
}

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

static void read_members(struct reader *reader, const struct json *json, struct organisation *org)
{
	const struct json *array = reader_array(reader, json, "members", JSON_OBJECT, false);
	struct id_place *names;

	if (!array)
		return;
	names = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	org->members = ARENA_ARRAY(reader->arena, struct member, array->count);
	for (const struct json *one = array->first; one; one = one->next) {
		struct member member = read_member(reader, one);

		names[org->member_count] = (struct id_place){ member.name, one, org->member_count };
		org->members[org->member_count++] = member;
	}
	reader_complain_of_twins(reader, "name", names, org->member_count);
}

static void read_services(struct reader *reader, const struct json *json, struct organisation *org)
{
	const struct json *array = reader_array(reader, json, "services", JSON_OBJECT, false);
	struct id_place *ids;

	if (!array)
		return;
	ids = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	org->services = ARENA_ARRAY(reader->arena, struct service, array->count);
	for (const struct json *one = array->first; one; one = one->next) {
		struct service service = read_service(reader, one);

		ids[org->service_count] = (struct id_place){ service.id, one, org->service_count };
		org->services[org->service_count++] = service;
	}
	reader_complain_of_twins(reader, "id", ids, org->service_count);
}

static int compare_action_numbers(const void *a, const void *b)
{
	const struct action *one = a, *other = b;
	size_t len_one = strlen(one->id), len_other = strlen(other->id);

	if (len_one != len_other)
		return len_one < len_other ? -1 : 1;
	return strcmp(one->id, other->id);
}

static void read_actions(struct reader *reader, const struct json *json, struct organisation *org)
{
	const struct json *array = reader_array(reader, json, "actions", JSON_OBJECT, false);
	struct id_place *ids;

	if (!array)
		return;
	ids = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	org->actions = ARENA_ARRAY(reader->arena, struct action, array->count);
	for (const struct json *one = array->first; one; one = one->next) {
		struct action action = read_action(reader, one);

		ids[org->action_count] = (struct id_place){ action.id, one, org->action_count };
		org->actions[org->action_count++] = action;
	}
	reader_complain_of_twins(reader, "id", ids, org->action_count);
	/* In the order of their numbers, whatever the order in the file. */
	if (org->action_count)
		qsort(org->actions, org->action_count, sizeof(*org->actions),
			compare_action_numbers);
}

static int read_day(struct reader *reader, const struct json *json, const char *name)
{
	const char *text = reader_text_or_null(reader, json, name);
	int day = DAY_NONE;

	if (text && !date_parse(text, &day))
		reader_complain(reader, json, name, MSG_NOT_A_DATE, text);
	return day;
}

static void read_notes(struct reader *reader, const struct json *json, struct entry *entry)
{
	const struct json *array = reader_array(reader, json, "notes", JSON_OBJECT, false);
	struct note *notes;

	if (!array)
		return;
	notes = ARENA_ARRAY(reader->arena, struct note, array->count);
	for (const struct json *one = array->first; one; one = one->next)
		notes[entry->note_count++] = read_note(reader, one);
	entry->notes = notes;
}

static void read_entry(struct reader *reader, const struct json *json, struct entry *entry)
{
	const char *status = reader_word(reader, json, "status", MSG_NOT_A_STATUS);
	const char *priority = reader_word(reader, json, "priority", MSG_NOT_A_PRIORITY);

	entry->id = arena_copy(reader->arena, json->name);
	if (status && !status_parse(status, &entry->status))
		reader_complain(reader, json, "status", MSG_NOT_A_STATUS, status);
	if (priority && !priority_parse(priority, &entry->priority))
		reader_complain(reader, json, "priority", MSG_NOT_A_PRIORITY, priority);
	entry->owner = reader_text(reader, json, "owner", false);
	entry->due_day = read_day(reader, json, "due");
	entry->impact = (int)reader_integer(
		reader, json, "impact", IMPACT_MIN, IMPACT_MAX, IMPACT_NONE, MSG_NOT_AN_IMPACT);
	entry->effort_centidays = (int)reader_hundredths(
		reader, json, "effort", 0, EFFORT_CENTIDAYS_MAX, EFFORT_NONE, MSG_NOT_AN_EFFORT);
	entry->reason = reader_text(reader, json, "reason", false);
	entry->review_day = read_day(reader, json, "review");
	entry->pin = text_or_nothing(reader, json, "pin");
	read_notes(reader, json, entry);
	entry->extra = reader_extra(reader, json, entry_names, ARRAY_LEN(entry_names));
	if (entry->status == STATUS_NOT_APPLICABLE &&
		entry->reason[strspn(entry->reason, " \t\r\n")] == '\0')
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
	const char *language = reader_text_or_null(reader, json, "language");

	if (json_member(json, "format") && strcmp(format, "jalon-organisation") != 0)
		reader_complain(reader, json, "format", MSG_NOT_AN_ORGANISATION, format);
	reader_version(reader, json);
	org->id = reader_id(reader, json, "id");
	if (id_is_valid(org->id) && id && strcmp(org->id, id) != 0)
		reader_complain(reader, json, "id", MSG_ID_NOT_FILE_NAME, org->id);
	org->name = reader_text(reader, json, "name", false);
	if (!org->name[0])
		org->name = org->id;
	org->has_language = language != NULL;
	if (org->has_language && !lang_parse(language, &org->language))
		reader_complain(reader, json, "language", MSG_NOT_A_LANGUAGE, language);
	org->revision = reader_integer(
		reader, json, "revision", 0, INT64_C(1) << 53, 0, MSG_NOT_A_REVISION);
	org->created_utc = read_time(reader, json, "created", false);
	org->modified_utc = read_time(reader, json, "modified", false);
	org->capacity_centidays =
		(int)reader_hundredths(reader, json, "capacity", CAPACITY_CENTIDAYS_MIN,
			CAPACITY_CENTIDAYS_MAX, CAPACITY_CENTIDAYS_DEFAULT, MSG_NOT_A_CAPACITY);
	org->extra = reader_extra(reader, json, organisation_names, ARRAY_LEN(organisation_names));
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
	read_members(reader, json, file.org);
	read_services(reader, json, file.org);
	read_actions(reader, json, file.org);
	read_entries(reader, json, &file);
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

void organisation_file_join(
	struct reader *reader, const struct json *json, struct organisation_file *file)
{
	struct organisation *org = file->org;

	organisation_join(org, reader->arena, file->said, file->said_count);
	check_items_apart(reader, json, org);
	/* What says no more than the default is not said. */
	for (size_t i = 0; i < org->entry_count; i++)
		field_set(FIELD_OWNER, &org->entries[i], org->entries[i].owner);
}

static void write_extra(struct json_writer *writer, const char *extra)
{
	while (extra && *extra) {
		const char *end = strchr(extra, '\n');
		size_t len = end ? (size_t)(end - extra) : strlen(extra);

		json_add_member(writer, extra, len);
		extra = end ? end + 1 : NULL;
	}
}

static void write_time(struct json_writer *writer, const char *name, int64_t at_utc)
{
	char text[TIME_TEXT_SIZE];

	time_format(text, at_utc);
	json_add_text(writer, name, text);
}

static void write_note(struct json_writer *writer, const char *name, const struct note *note)
{
	json_begin_object(writer, name);
	write_time(writer, "at", note->at_utc);
	json_add_text(writer, "by", note->by);
	json_add_text(writer, "text", note->text);
	write_extra(writer, note->extra);
	json_end_object(writer);
}

static void write_member(struct json_writer *writer, const char *name, const struct member *member)
{
	json_begin_object(writer, name);
	json_add_text(writer, "name", member->name);
	json_add_decimal(writer, "capacity", member->capacity_centidays);
	write_extra(writer, member->extra);
	json_end_object(writer);
}

static void write_service(
	struct json_writer *writer, const char *name, const struct service *service)
{
	json_begin_object(writer, name);
	json_add_text(writer, "id", service->id);
	json_add_text(writer, "name", service->name);
	write_extra(writer, service->extra);
	json_end_object(writer);
}

static void write_action(struct json_writer *writer, const char *name, const struct action *action)
{
	json_begin_object(writer, name);
	json_add_text(writer, "id", action->id);
	json_add_text(writer, "title", action->title);
	json_add_text(writer, "item", action->item);
	json_add_texts(writer, "requires", action->requires.texts, action->requires.count);
	write_extra(writer, action->extra);
	json_end_object(writer);
}

static void write_canonical(
	struct json_writer *writer, const char *name, enum field field, const char *canonical)
{
	const struct field_row *row = &field_rows[field];

	if (!canonical[0] && row->json != FIELD_JSON_STRING)
		json_add_null(writer, name);
	else if (row->json == FIELD_JSON_NUMBER)
		json_add_source(writer, name, canonical);
	else
		json_add_text(writer, name, canonical);
}

static void write_entry(struct json_writer *writer, const struct entry *entry, struct arena *arena)
{
	json_begin_object(writer, entry->id);
	for (int i = FIELD_STATUS; i <= FIELD_PIN; i++) {
		const char *canonical = field_get((enum field)i, entry, arena);

		if (i == FIELD_STATUS ? entry->status != STATUS_TODO : canonical[0] != '\0')
			write_canonical(writer, field_rows[i].name, (enum field)i, canonical);
	}
	if (entry->note_count) {
		json_begin_array(writer, "notes");
		for (size_t i = 0; i < entry->note_count; i++)
			write_note(writer, NULL, &entry->notes[i]);
		json_end_array(writer);
	}
	write_extra(writer, entry->extra);
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
	if (count)
		qsort(said, count, sizeof(*said), compare_entries);
	json_begin_object(writer, "entries");
	for (size_t i = 0; i < count; i++)
		write_entry(writer, said[i], arena);
	json_end_object(writer);
	arena_free(arena);
}

static void write_lists(struct json_writer *writer, const struct organisation *org)
{
	json_begin_array(writer, "checklists");
	for (size_t i = 0; i < org->checklist_count; i++) {
		json_begin_object(writer, NULL);
		json_add_text(writer, "id", org->links[i].id);
		json_add_text(writer, "edition", org->links[i].edition);
		write_extra(writer, org->links[i].extra);
		json_end_object(writer);
	}
	json_end_array(writer);
	json_add_decimal(writer, "capacity", org->capacity_centidays);
	json_begin_array(writer, "members");
	for (size_t i = 0; i < org->member_count; i++)
		write_member(writer, NULL, &org->members[i]);
	json_end_array(writer);
	json_begin_array(writer, "services");
	for (size_t i = 0; i < org->service_count; i++)
		write_service(writer, NULL, &org->services[i]);
	json_end_array(writer);
	json_begin_array(writer, "actions");
	for (size_t i = 0; i < org->action_count; i++)
		write_action(writer, NULL, &org->actions[i]);
	json_end_array(writer);
}

void organisation_file_write(struct buf *out, const struct organisation *org)
{
	struct json_writer writer = { .out = out };

	json_begin_object(&writer, NULL);
	json_add_text(&writer, "format", "jalon-organisation");
	json_add_integer(&writer, "version", 1);
	json_add_text(&writer, "id", org->id);
	json_add_text(&writer, "name", org->name);
	if (org->has_language)
		json_add_text(&writer, "language", lang_name(org->language));
	json_add_integer(&writer, "revision", org->revision);
	write_time(&writer, "created", org->created_utc);
	write_time(&writer, "modified", org->modified_utc);
	write_lists(&writer, org);
	write_entries(&writer, org);
	write_extra(&writer, org->extra);
	json_end_object(&writer);
	buf_add_char(out, '\n');
}

void value_write(
	struct json_writer *writer, const char *name, enum field field, const struct value *value)
{
	if (value->note)
		write_note(writer, name, value->note);
	else if (value->action)
		write_action(writer, name, value->action);
	else if (value->member)
		write_member(writer, name, value->member);
	else if (value->service)
		write_service(writer, name, value->service);
	else if (field_rows[field].kind == FIELD_KIND_OBJECT)
		json_add_null(writer, name);
	else
		write_canonical(writer, name, field, value->text);
}

static struct value read_object(struct reader *reader, const struct json *json, enum field field)
{
	struct value value = VALUE_NONE;
	struct note *note = ARENA_NEW(reader->arena, struct note);
	struct action *action = ARENA_NEW(reader->arena, struct action);
	struct member *member = ARENA_NEW(reader->arena, struct member);
	struct service *service = ARENA_NEW(reader->arena, struct service);

	if (!reader_expect(reader, json, JSON_OBJECT))
		return value;
	if (field == FIELD_NOTE) {
		*note = read_note(reader, json);
		value.note = note;
	} else if (field == FIELD_ACTION) {
		*action = read_action(reader, json);
		value.action = action;
	} else if (field == FIELD_MEMBER) {
		*member = read_member(reader, json);
		value.member = member;
	} else {
		*service = read_service(reader, json);
		value.service = service;
	}
	return value;
}

struct value value_read(
	struct reader *reader, const struct json *object, const char *name, enum field field)
{
	const struct json *json = json_member(object, name);
	struct value value = VALUE_NONE;
	struct err err;

	if (!json || json->type == JSON_NULL)
		return value;
	if (field_rows[field].kind == FIELD_KIND_OBJECT)
		return read_object(reader, json, field);
	if (json->type != JSON_STRING && json->type != JSON_NUMBER)
		reader_complain(reader, json, NULL, MSG_WRONG_TYPE, NULL);
	else if (!field_parse(field, json->text, reader->arena, &value.text, &err))
		reader_complain(reader, json, NULL, (enum message)err.message, json->text);
	return value;
}
