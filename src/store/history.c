/* SPDX-License-Identifier: MIT */
#include "jalon/store/history.h"

#include <string.h>
#include <unistd.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/model/subject.h"
#include "jalon/store/organisation_file.h"
#include "store/snapshot.h"

enum { RECENT_SIZE = 64 * 1024 };

bool history_same_commit(const struct history_change *a, const struct history_change *b)
{
	return a->revision == b->revision && a->at_utc == b->at_utc && strcmp(a->by, b->by) == 0;
}

static bool is_todo(const struct value *value)
{
	return strcmp(value->text, status_name(STATUS_TODO)) == 0;
}

/* Before "not looked at yet" was told from "to do", "todo" stood for no status at all. Taken back,
 * such a line must leave none, as it was: a line that means the status itself says so. */
static void forget_todo(struct value *value)
{
	if (is_todo(value))
		value->text = "";
}

static bool read_line(struct reader *reader, const struct json *json, struct history_change *read)
{
	const char *at = reader_text(reader, json, "at", true);
	const char *field = reader_text(reader, json, "field", true);
	bool is_stored;

	if (!reader_expect(reader, json, JSON_OBJECT))
		return false;
	read->revision = reader_integer(
		reader, json, "revision", 1, INT64_C(1) << 53, 0, MSG_NOT_A_REVISION);
	read->undoes =
		reader_integer(reader, json, "undoes", 1, INT64_C(1) << 53, 0, MSG_NOT_A_REVISION);
	read->by = utf8_tidy(reader->arena, reader_text(reader, json, "by", true), false);
	read->change.entry = reader_text(reader, json, "entry", false);
	if (read->revision < 1 || !time_parse(at, &read->at_utc) ||
		!subject_find_field(read->change.entry, field, &read->change.field))
		return reader_complain(reader, json, NULL, MSG_BAD_HISTORY, NULL);
	is_stored = json_member(json, "stored") != NULL;
	read->change.from = value_read(reader, json, "from", read->change.field);
	read->change.to = value_read(reader, json, "to", read->change.field);
	read->change.before = reader_text_or_null(reader, json, "before");
	read->change.number =
		(size_t)reader_integer(reader, json, "number", 0, INT32_MAX, 0, MSG_NOT_A_NUMBER);
	if (read->change.field == FIELD_STATUS && !is_stored) {
		forget_todo(&read->change.from);
		forget_todo(&read->change.to);
	}
	return reader->complaint_count == 0;
}

static size_t line_len(const char *text, size_t len)
{
	const char *end = memchr(text, '\n', len);

	return end ? (size_t)(end - text) : len;
}

static size_t count_lines(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += text[i] == '\n';
	return count;
}

bool history_parse(const char *text, size_t len, const char *file_name, int64_t revision_max,
	struct arena *arena, struct history_change **changes, size_t *count, struct err *err)
{
	/* A line's tree takes ten times what is kept of it. */
	struct arena *tree_arena = arena_new();
	bool good = true;

	*changes = ARENA_ARRAY(arena, struct history_change, count_lines(text, len));
	*count = 0;
	/* A line without its end was cut by a crash; what it was part of never happened. */
	for (int line = 1; good && line_len(text, len) < len; line++) {
		size_t line_size = line_len(text, len);
		struct history_change *read = &(*changes)[*count];
		struct err reason;
		struct reader reader = reader_make(arena, file_name);
		const struct json *json =
			json_parse(tree_arena, text, line_size, file_name, &reason);

		good = json && read_line(&reader, json, read);
		if (!good)
			err_set(err, ERR_FAILED, MSG_BAD_HISTORY, NULL, "%s:%d", file_name, line);
		else
			*count += read->revision <= revision_max;
		arena_clear(tree_arena);
		text += line_size + 1;
		len -= line_size + 1;
	}
	arena_free(tree_arena);
	return good;
}

/* 0 for a line that cannot be read. */
static int64_t line_revision(const char *text, size_t len)
{
	struct arena *arena = arena_new();
	struct err err;
	const struct json *json = json_parse(arena, text, len, "", &err);
	const struct json *member = json ? json_member(json, "revision") : NULL;
	int64_t revision = 0;

	if (!member || !json_integer(member, &revision))
		revision = 0;
	arena_free(arena);
	return revision;
}

size_t history_kept_size(const char *text, size_t len, int64_t revision)
{
	while (len > 0 && text[len - 1] != '\n')
		len--;
	while (len > 0) {
		size_t start = len - 1;

		while (start > 0 && text[start - 1] != '\n')
			start--;
		if (line_revision(text + start, len - 1 - start) <= revision)
			break;
		len = start;
	}
	return len;
}

void history_write(struct buf *lines, const struct history_change *changes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct history_change *one = &changes[i];
		struct json_writer writer = { .out = lines, .compact = true };
		char at[TIME_TEXT_SIZE];

		time_format(at, one->at_utc);
		json_begin_object(&writer, NULL);
		json_add_integer(&writer, "revision", one->revision);
		json_add_text(&writer, "at", at);
		json_add_text(&writer, "by", one->by);
		json_add_text(&writer, "entry", one->change.entry);
		json_add_text(&writer, "field", field_rows[one->change.field].name);
		value_write(&writer, "from", one->change.field, &one->change.from);
		value_write(&writer, "to", one->change.field, &one->change.to);
		if (one->change.before)
			json_add_text(&writer, "before", one->change.before);
		if (one->change.number)
			json_add_integer(&writer, "number", (int64_t)one->change.number);
		if (one->change.field == FIELD_STATUS &&
			(is_todo(&one->change.from) || is_todo(&one->change.to)))
			json_add_bool(&writer, "stored", true);
		if (one->undoes)
			json_add_integer(&writer, "undoes", one->undoes);
		json_end_object(&writer);
		buf_add_char(lines, '\n');
	}
}

bool history_read_recent(struct store *store, const char *org_id, int64_t after,
	int64_t revision_max, struct arena *arena, struct history_change **changes, size_t *count,
	struct err *err)
{
	const char *name = store_file_name(arena, org_id, ".history.jsonl");
	struct buf text = BUF_INIT;
	bool absent, good = false;
	int folder_fd = store_folder(store, false, &absent, err);
	size_t start;

	if (folder_fd < 0)
		return false;
	if (file_read_tail(folder_fd, name, RECENT_SIZE, &text, &start, err) == FILE_READ) {
		start = history_kept_size(text.text, text.len, after);
		good = history_parse(text.text + start, text.len - start, name, revision_max, arena,
			changes, count, err);
	}
	buf_release(&text);
	close(folder_fd);
	return good;
}
