/* SPDX-License-Identifier: MIT */
#include "store/checklist_file.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/sort.h"

bool edition_is_valid(const char *edition)
{
	size_t len = strspn(edition, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "0123456789.-_"); /* lint: literal */

	return len > 0 && len <= ID_LEN_MAX && edition[len] == '\0' && edition[0] != '.';
}

static void read_words(struct reader *reader, const struct json *json, struct item *item)
{
	const char *kind = reader_word(reader, json, "kind", MSG_NOT_A_KIND);
	const char *scope = reader_word(reader, json, "scope", MSG_NOT_A_SCOPE);
	const char *origin = reader_word(reader, json, "origin", MSG_NOT_AN_ORIGIN);
	const char *priority = reader_word(reader, json, "priority", MSG_NOT_A_PRIORITY);
	const struct json *has_kind = json_member(json, "kind");

	item->scope = SCOPE_ORGANISATION;
	item->origin = ORIGIN_GUIDE;
	item->priority = PRIORITY_SHOULD;
	if (!has_kind || has_kind->type == JSON_NULL)
		reader_complain(reader, json, "kind", MSG_MEMBER_NEEDED, NULL);
	if (kind && !kind_parse(kind, &item->kind))
		reader_complain(reader, json, "kind", MSG_NOT_A_KIND, kind);
	if (scope && !scope_parse(scope, &item->scope))
		reader_complain(reader, json, "scope", MSG_NOT_A_SCOPE, scope);
	if (origin && !origin_parse(origin, &item->origin))
		reader_complain(reader, json, "origin", MSG_NOT_AN_ORIGIN, origin);
	if (priority && !priority_parse(priority, &item->priority))
		reader_complain(reader, json, "priority", MSG_NOT_A_PRIORITY, priority);
	/* Only what claims to be the guide's must say which statement it carries. */
	if (origin && strcmp(origin, origin_name(ORIGIN_GUIDE)) == 0 && item->statements.count == 0)
		reader_complain(reader, json, "statements", MSG_STATEMENT_NEEDED, item->id);
}

static void read_item(struct reader *reader, const struct json *json, struct item *item)
{
	item->id = reader_id(reader, json, "id");
	item->title = reader_wording(reader, json, "title", true);
	item->plain = reader_wording(reader, json, "plain", false);
	item->why = reader_wording(reader, json, "why", false);
	item->how = reader_wording(reader, json, "how", false);
	item->example = reader_wording(reader, json, "example", false);
	item->impact = (int)reader_integer(
		reader, json, "impact", IMPACT_MIN, IMPACT_MAX, IMPACT_NONE, MSG_NOT_AN_IMPACT);
	item->effort_centidays = (int)reader_hundredths(
		reader, json, "effort", 0, EFFORT_CENTIDAYS_MAX, EFFORT_NONE, MSG_NOT_AN_EFFORT);
	item->requires = reader_strings(reader, json, "requires");
	item->references = reader_strings(reader, json, "references");
	item->statements = reader_strings(reader, json, "statements");
	read_words(reader, json, item);
}

static size_t count_items(const struct json *sections)
{
	size_t count = 0;

	for (const struct json *section = sections->first; section; section = section->next) {
		const struct json *items = json_member(section, "items");

		if (items && items->type == JSON_ARRAY)
			count += items->count;
	}
	return count;
}

static void read_sections(
	struct reader *reader, const struct json *json, struct checklist *checklist)
{
	const struct json *array = reader_array(reader, json, "sections", JSON_OBJECT, true);
	struct section *sections;
	struct item *items;
	struct id_place *section_ids, *item_ids;
	size_t item_room = array ? count_items(array) : 0;

	if (!array)
		return;
	sections = ARENA_ARRAY(reader->arena, struct section, array->count);
	section_ids = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	items = ARENA_ARRAY(reader->arena, struct item, item_room);
	item_ids = ARENA_ARRAY(reader->arena, struct id_place, item_room);
	for (const struct json *one = array->first; one; one = one->next) {
		struct section *section = &sections[checklist->section_count];
		const struct json *asked = reader_array(reader, one, "items", JSON_OBJECT, true);

		section->id = reader_id(reader, one, "id");
		section->title = reader_wording(reader, one, "title", true);
		section->text = reader_wording(reader, one, "text", false);
		section->statements = reader_strings(reader, one, "statements");
		section->items = items + checklist->item_count;
		section_ids[checklist->section_count] =
			(struct id_place){ section->id, one, checklist->section_count };
		checklist->section_count++;
		for (const struct json *ask = asked ? asked->first : NULL; ask; ask = ask->next) {
			struct item *item = &items[checklist->item_count];

			read_item(reader, ask, item);
			item->section = section;
			item->index = checklist->item_count;
			item_ids[item->index] = (struct id_place){ item->id, ask, item->index };
			checklist->item_count++;
			section->item_count++;
		}
	}
	checklist->sections = sections;
	checklist->items = items;
	reader_complain_of_twins(reader, "id", section_ids, checklist->section_count);
	reader_complain_of_twins(reader, "id", item_ids, checklist->item_count);
}

static void read_references(
	struct reader *reader, const struct json *json, struct checklist *checklist)
{
	const struct json *array = reader_array(reader, json, "references", JSON_OBJECT, false);
	struct reference *references;
	struct id_place *ids;

	if (!array)
		return;
	references = ARENA_ARRAY(reader->arena, struct reference, array->count);
	ids = ARENA_ARRAY(reader->arena, struct id_place, array->count);
	for (const struct json *one = array->first; one; one = one->next) {
		struct reference *reference = &references[checklist->reference_count];

		reference->id = reader_id(reader, one, "id");
		reference->title = reader_wording(reader, one, "title", true);
		reference->publisher = reader_text(reader, one, "publisher", false);
		reference->date = reader_text(reader, one, "date", false);
		reference->url = reader_text(reader, one, "url", false);
		ids[checklist->reference_count] =
			(struct id_place){ reference->id, one, checklist->reference_count };
		checklist->reference_count++;
	}
	checklist->references = references;
	reader_complain_of_twins(reader, "id", ids, checklist->reference_count);
}

static void read_glossary(
	struct reader *reader, const struct json *json, struct checklist *checklist)
{
	const struct json *array = reader_array(reader, json, "glossary", JSON_OBJECT, false);
	struct glossary_term *glossary;

	if (!array)
		return;
	glossary = ARENA_ARRAY(reader->arena, struct glossary_term, array->count);
	for (const struct json *one = array->first; one; one = one->next)
		glossary[checklist->glossary_count++] =
			(struct glossary_term){ .term = reader_wording(reader, one, "term", true),
				.definition = reader_wording(reader, one, "definition", true),
				.statements = reader_strings(reader, one, "statements") };
	checklist->glossary = glossary;
}

static void read_parts(
	struct reader *reader, const struct json *json, struct collection_theme *theme)
{
	const struct json *array = json_member(json, "parts");
	struct wording *parts;

	if (!array || !reader_expect(reader, array, JSON_ARRAY))
		return;
	parts = ARENA_ARRAY(reader->arena, struct wording, array->count);
	for (const struct json *one = array->first; one; one = one->next)
		parts[theme->part_count++] = reader_wording(reader, one, NULL, true);
	theme->parts = parts;
}

static void read_collection(
	struct reader *reader, const struct json *json, struct checklist *checklist)
{
	const struct json *array = reader_array(reader, json, "collection", JSON_OBJECT, false);
	struct collection_theme *collection;

	if (!array)
		return;
	collection = ARENA_ARRAY(reader->arena, struct collection_theme, array->count);
	for (const struct json *one = array->first; one; one = one->next) {
		struct collection_theme *theme = &collection[checklist->collection_count++];

		theme->theme =
			(int)reader_integer(reader, one, "theme", 0, 10000, 0, MSG_NOT_A_NUMBER);
		theme->title = reader_wording(reader, one, "title", true);
		theme->date = reader_text(reader, one, "date", false);
		read_parts(reader, one, theme);
	}
	checklist->collection = collection;
}

static void read_source(struct reader *reader, const struct json *json, struct checklist *checklist)
{
	const struct json *source = json_member(json, "source");
	struct checklist_source *read = &checklist->source;

	read->publisher = read->url = read->date = "";
	if (!source || !reader_expect(reader, source, JSON_OBJECT))
		return;
	read->publisher = reader_text(reader, source, "publisher", false);
	read->title = reader_wording(reader, source, "title", false);
	read->url = reader_text(reader, source, "url", false);
	read->date = reader_text(reader, source, "date", false);
	read->theme = (int)reader_integer(reader, source, "theme", 0, 10000, 0, MSG_NOT_A_NUMBER);
}

/* Where an item stands in the file, for a complaint about it. */
static const struct json *item_json(const struct json *json, const char *id)
{
	const struct json *sections = json_member(json, "sections");

	for (const struct json *section = sections->first; section; section = section->next) {
		const struct json *items = json_member(section, "items");

		for (const struct json *item = items ? items->first : NULL; item;
			item = item->next) {
			const struct json *found = json_member(item, "id");

			if (found && found->type == JSON_STRING && strcmp(found->text, id) == 0)
				return item;
		}
	}
	return json;
}

static int compare_references(const void *a, const void *b)
{
	const struct reference *const *one = a, *const *other = b;

	return strcmp((*one)->id, (*other)->id);
}

static int compare_id_with_reference(const void *id, const void *reference)
{
	const struct reference *const *candidate = reference;

	return strcmp(id, (*candidate)->id);
}

static void check_requirements(struct reader *reader, const struct json *json,
	const struct checklist *checklist, const struct item *item)
{
	for (size_t i = 0; i < item->requires.count; i++) {
		if (!checklist_find_item(checklist, item->requires.texts[i]))
			reader_complain(reader, item_json(json, item->id), "requires",
				MSG_REQUIRES_NOTHING, item->requires.texts[i]);
		/* To look for an item takes a walk: not for what nobody will read. */
		if (reader->complaint_count == READER_COMPLAINTS_MAX)
			return;
	}
}

static void check_references(struct reader *reader, const struct json *json,
	const struct checklist *checklist, const struct item *item,
	const struct reference *const *by_id)
{
	for (size_t i = 0; i < item->references.count; i++) {
		const char *id = item->references.texts[i];

		if (reader->complaint_count == READER_COMPLAINTS_MAX)
			return;
		if (checklist->reference_count == 0 ||
			!bsearch(id, by_id, checklist->reference_count, sizeof(*by_id),
				compare_id_with_reference))
			reader_complain(reader, item_json(json, item->id), "references",
				MSG_NO_SUCH_REFERENCE, id);
	}
}

static void check_links(
	struct reader *reader, const struct json *json, const struct checklist *checklist)
{
	const struct reference **by_id =
		ARENA_ARRAY(reader->arena, const struct reference *, checklist->reference_count);

	for (size_t i = 0; i < checklist->reference_count; i++)
		by_id[i] = &checklist->references[i];
	sort_array(by_id, checklist->reference_count, sizeof(*by_id), compare_references);
	for (size_t i = 0; i < checklist->item_count; i++) {
		check_requirements(reader, json, checklist, &checklist->items[i]);
		check_references(reader, json, checklist, &checklist->items[i], by_id);
	}
}

static void check_cycle(
	struct reader *reader, const struct json *json, const struct checklist *checklist)
{
	struct string_list cycle = checklist_find_cycle(checklist, reader->arena);
	struct buf names = BUF_INIT;

	if (cycle.count == 0)
		return;
	for (size_t i = 0; i < cycle.count; i++)
		buf_add_format(&names, "%s → ", cycle.texts[i]);
	buf_add(&names, cycle.texts[0]);
	reader_complain(reader, item_json(json, cycle.texts[0]), "requires", MSG_CYCLE, names.text);
	buf_release(&names);
}

struct checklist *checklist_file_read(struct reader *reader, const struct json *json)
{
	struct checklist *checklist = ARENA_NEW(reader->arena, struct checklist);
	const char *format;

	checklist->id = checklist->edition = "";
	checklist->lang = reader->lang;
	if (!reader_expect(reader, json, JSON_OBJECT))
		return checklist;
	format = reader_text(reader, json, "format", true);
	if (json_member(json, "format") && strcmp(format, "jalon-checklist") != 0)
		reader_complain(reader, json, "format", MSG_NOT_A_CHECKLIST, format);
	reader_version(reader, json);
	checklist->id = reader_id(reader, json, "id");
	checklist->edition = reader_text(reader, json, "edition", true);
	if (json_member(json, "edition") && !edition_is_valid(checklist->edition))
		reader_complain(reader, json, "edition", MSG_NOT_AN_EDITION, checklist->edition);
	checklist->title = reader_wording(reader, json, "title", true);
	checklist->summary = reader_wording(reader, json, "summary", false);
	checklist->terms = reader_wording(reader, json, "terms", false);
	checklist->authors = reader_strings(reader, json, "authors");
	read_source(reader, json, checklist);
	read_collection(reader, json, checklist);
	read_glossary(reader, json, checklist);
	read_references(reader, json, checklist);
	read_sections(reader, json, checklist);
	checklist_index(checklist, reader->arena);
	/* Without items there may be no sections to look into. */
	if (checklist->item_count) {
		check_links(reader, json, checklist);
		check_cycle(reader, json, checklist);
	}
	return checklist;
}
