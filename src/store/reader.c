/* SPDX-License-Identifier: MIT */
#include "jalon/store/reader.h"

#include <string.h>

#include "jalon/base/json_write.h"
#include "jalon/base/sort.h"

struct reader reader_make(struct arena *arena, const char *file_name)
{
	return (struct reader){ .arena = arena, .file_name = file_name, .lang = LANG_NONE };
}

bool reader_add(struct reader *reader, const struct err *complaint)
{
	if (reader->complaint_count == READER_COMPLAINTS_MAX)
		return false;
	if (!reader->complaints)
		reader->complaints = ARENA_ARRAY(reader->arena, struct err, READER_COMPLAINTS_MAX);
	reader->complaints[reader->complaint_count++] = *complaint;
	return false;
}

bool reader_complain(struct reader *reader, const struct json *json, const char *name,
	enum message message, const char *value)
{
	const struct json *member = name ? json_member(json, name) : NULL;
	const char *path, *dot;
	struct err complaint;

	/* A path is found by counting elements: not for what nobody will read. */
	if (reader->complaint_count == READER_COMPLAINTS_MAX)
		return false;
	path = json_path(member ? member : json, reader->arena);
	dot = !member && name && path[0] ? "." : "";
	err_set(&complaint, ERR_FAILED, (int)message, value, "%s:%d%s%s%s%s", reader->file_name,
		member ? member->line : json->line, path[0] || name ? ": " : "", path, dot,
		!member && name ? name : "");
	return reader_add(reader, &complaint);
}

bool reader_finish(const struct reader *reader, struct err *err)
{
	if (reader->complaint_count == 0)
		return true;
	*err = reader->complaints[0];
	return false;
}

bool reader_expect(struct reader *reader, const struct json *json, enum json_type type)
{
	static const enum message messages[] = {
		[JSON_NULL] = MSG_WRONG_TYPE,
		[JSON_FALSE] = MSG_WRONG_TYPE,
		[JSON_TRUE] = MSG_WRONG_TYPE,
		[JSON_NUMBER] = MSG_NOT_A_NUMBER,
		[JSON_STRING] = MSG_NOT_A_STRING,
		[JSON_ARRAY] = MSG_NOT_AN_ARRAY,
		[JSON_OBJECT] = MSG_NOT_AN_OBJECT,
	};

	if (json->type == type)
		return true;
	return reader_complain(reader, json, NULL, messages[type], NULL);
}

/* The member if it is there; else NULL, with a complaint when it was needed. A null is a value of
 * another type, which the caller finds out. */
static const struct json *find(
	struct reader *reader, const struct json *object, const char *name, bool needed)
{
	const struct json *member = json_member(object, name);

	if (!member && needed)
		reader_complain(reader, object, name, MSG_MEMBER_NEEDED, NULL);
	return member;
}

const char *reader_text(
	struct reader *reader, const struct json *object, const char *name, bool needed)
{
	const struct json *member = find(reader, object, name, needed);

	if (!member || !reader_expect(reader, member, JSON_STRING))
		return "";
	return member->text[0] ? arena_copy(reader->arena, member->text) : "";
}

const char *reader_text_or_null(struct reader *reader, const struct json *object, const char *name)
{
	const struct json *member = json_member(object, name);

	if (!member || member->type == JSON_NULL || !reader_expect(reader, member, JSON_STRING))
		return NULL;
	return arena_copy(reader->arena, member->text);
}

const char *reader_id(struct reader *reader, const struct json *object, const char *name)
{
	const struct json *member = find(reader, object, name, true);

	if (!member || !reader_expect(reader, member, JSON_STRING))
		return "";
	if (!id_is_valid(member->text))
		reader_complain(reader, member, NULL, MSG_NOT_AN_ID, member->text);
	return arena_copy(reader->arena, member->text);
}

static const char *wording_part(struct reader *reader, const struct json *object, const char *name)
{
	const struct json *member = find(reader, object, name, false);

	if (!member || !reader_expect(reader, member, JSON_STRING))
		return NULL;
	return member->text;
}

static bool says_nothing(const char *text)
{
	return !text || text[strspn(text, " \t\r\n")] == '\0';
}

/* What wording_in() would never give to who reads that language alone is not copied. */
static struct wording keep_wording(struct reader *reader, struct wording found)
{
	const struct wording kept = {
		.fr = reader->lang == LANG_EN && found.en ? NULL : found.fr,
		.en = reader->lang == LANG_FR && found.fr ? NULL : found.en,
	};

	return (struct wording){ .fr = kept.fr ? arena_copy(reader->arena, kept.fr) : NULL,
		.en = kept.en ? arena_copy(reader->arena, kept.en) : NULL };
}

static struct wording wording_of(struct reader *reader, const struct json *json, bool needed)
{
	struct wording wording = { NULL, NULL };

	if (json->type == JSON_STRING) {
		if (needed && says_nothing(json->text))
			reader_complain(reader, json, NULL, MSG_TEXT_NEEDED, NULL);
		return (struct wording){ arena_copy(reader->arena, json->text), NULL };
	}
	if (json->type != JSON_OBJECT) {
		reader_complain(reader, json, NULL, MSG_NOT_A_WORDING, NULL);
		return wording;
	}
	wording.fr = wording_part(reader, json, "fr");
	wording.en = wording_part(reader, json, "en");
	if (!wording.fr && !wording.en)
		reader_complain(reader, json, NULL, MSG_NOT_A_WORDING, NULL);
	else if (needed && says_nothing(wording.fr) && says_nothing(wording.en))
		reader_complain(reader, json, NULL, MSG_TEXT_NEEDED, NULL);
	return keep_wording(reader, wording);
}

struct wording reader_wording(
	struct reader *reader, const struct json *object, const char *name, bool needed)
{
	const struct json *member = object;

	if (name)
		member = find(reader, object, name, needed);
	return member ? wording_of(reader, member, needed) : (struct wording){ NULL, NULL };
}

static int64_t number_of(struct reader *reader, const struct json *member, bool read,
	int64_t number, int64_t min, int64_t max, enum message message)
{
	if (read && number >= min && number <= max)
		return number;
	reader_complain(reader, member, NULL, message,
		member->type == JSON_NUMBER || member->type == JSON_STRING ? member->text : NULL);
	return min;
}

int64_t reader_integer(struct reader *reader, const struct json *object, const char *name,
	int64_t min, int64_t max, int64_t otherwise, enum message message)
{
	const struct json *member = find(reader, object, name, false);
	int64_t number = 0;
	bool read = member && json_integer(member, &number);

	return member ? number_of(reader, member, read, number, min, max, message) : otherwise;
}

void reader_version(struct reader *reader, const struct json *json)
{
	if (find(reader, json, "version", true))
		reader_integer(reader, json, "version", 1, 1, 1, MSG_NOT_A_VERSION);
}

int64_t reader_hundredths(struct reader *reader, const struct json *object, const char *name,
	int64_t min, int64_t max, int64_t otherwise, enum message message)
{
	const struct json *member = find(reader, object, name, false);
	int64_t number = 0;
	bool read = member && json_hundredths(member, &number);

	return member ? number_of(reader, member, read, number, min, max, message) : otherwise;
}

const struct json *reader_array(struct reader *reader, const struct json *object, const char *name,
	enum json_type type, bool needed)
{
	const struct json *array = find(reader, object, name, needed);
	bool good = true;

	if (!array || !reader_expect(reader, array, JSON_ARRAY))
		return NULL;
	for (const struct json *element = array->first; element; element = element->next)
		good &= reader_expect(reader, element, type);
	return good ? array : NULL;
}

struct string_list reader_strings(
	struct reader *reader, const struct json *object, const char *name)
{
	const struct json *array = reader_array(reader, object, name, JSON_STRING, false);
	const char **texts;
	size_t count = 0;

	if (!array)
		return (struct string_list){ NULL, 0 };
	texts = ARENA_ARRAY(reader->arena, const char *, array->count);
	for (const struct json *element = array->first; element; element = element->next)
		texts[count++] = arena_copy(reader->arena, element->text);
	return (struct string_list){ texts, count };
}

const char *reader_word(
	struct reader *reader, const struct json *object, const char *name, enum message message)
{
	const struct json *member = find(reader, object, name, false);

	if (!member || !reader_expect(reader, member, JSON_STRING))
		return NULL;
	if (!member->text[0])
		reader_complain(reader, member, NULL, message, NULL);
	return member->text[0] ? member->text : NULL;
}

static int compare_ids(const void *a, const void *b)
{
	const struct id_place *one = a, *other = b;
	int order = strcmp(one->id, other->id);

	if (order)
		return order;
	return one->order < other->order ? -1 : one->order > other->order;
}

/* As they stand in the file: what was read of them may be one for both. */
static bool are_spelt_alike(
	const struct id_place *one, const struct id_place *other, const char *name)
{
	const struct json *text = json_member(one->json, name);
	const struct json *other_text = json_member(other->json, name);

	return text && other_text && strcmp(text->text, other_text->text) == 0;
}

void reader_complain_of_twins(
	struct reader *reader, const char *name, struct id_place *ids, size_t count)
{
	sort_array(ids, count, sizeof(*ids), compare_ids);
	for (size_t i = 1; i < count; i++) {
		if (ids[i].id[0] && strcmp(ids[i - 1].id, ids[i].id) == 0 &&
			are_spelt_alike(&ids[i - 1], &ids[i], name))
			reader_complain(reader, ids[i].json, name, MSG_ID_TWICE, ids[i].id);
	}
}

static bool is_named(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (names[i][0] == name[0] && strcmp(names[i], name) == 0)
			return true;
	}
	return false;
}

const char *reader_extra(
	struct reader *reader, const struct json *object, const char *const *names, size_t count)
{
	struct buf lines = BUF_INIT;
	const char *copy = NULL;

	for (const struct json *member = object->first; member; member = member->next) {
		struct json_writer writer = { .out = &lines, .compact = true };

		if (is_named(member->name, names, count))
			continue;
		if (lines.len)
			buf_add_char(&lines, '\n');
		json_add_source(&writer, member->name, json_source(member, reader->arena));
	}
	if (lines.len)
		copy = arena_copy(reader->arena, lines.text);
	buf_release(&lines);
	return copy;
}
