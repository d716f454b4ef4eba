/* SPDX-License-Identifier: MIT */
#include "jalon/store/merge_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "jalon/model/kept_conflict.h"
#include "jalon/model/merge.h"
#include "jalon/store/history.h"
#include "jalon/store/json_limits.h"
#include "jalon/store/organisation_file.h"
#include "store/file.h"
#include "store/save.h"

enum side { BASE, OURS, THEIRS, SIDE_COUNT };

struct merge_run {
	struct arena *arena;
	const char *paths[SIDE_COUNT];
	struct buf texts[SIDE_COUNT];
	struct buf out;
	struct merge_result *result;
	struct err *err;
};

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool read_all(struct merge_run *run)
{
	for (int side = BASE; side < SIDE_COUNT; side++) {
		enum file_found found = file_read_path(
			run->paths[side], HISTORY_SIZE_MAX, &run->texts[side], run->err);

		if (found == FILE_ABSENT)
			return err_set_reason(
				run->err, MSG_CANNOT_OPEN, ENOENT, "%s", run->paths[side]);
		if (found != FILE_READ)
			return false;
	}
	return true;
}

/* Its first line is a whole change; an organisation has no member of that name. */
static bool is_history(const struct buf *text)
{
	const char *end = text->len ? memchr(text->text, '\n', text->len) : NULL;
	struct arena *arena = arena_new();
	struct err ignored;
	const struct json *json = NULL;
	bool found;

	if (end)
		json = json_parse(arena, text->text, (size_t)(end - text->text), "", &ignored);
	found = json && json->type == JSON_OBJECT && json_member(json, "field");
	arena_free(arena);
	return found;
}

/* What cannot be told, an empty file, is of the kind that the others are. */
static bool check_kinds(struct merge_run *run, bool *histories)
{
	int known = 0, of_history = 0;

	for (int side = BASE; side < SIDE_COUNT; side++) {
		if (run->texts[side].len == 0)
			continue;
		known++;
		of_history += is_history(&run->texts[side]);
	}
	*histories = of_history > 0;
	if (of_history == 0 || of_history == known)
		return true;
	return err_set(run->err, ERR_FAILED, MSG_MERGE_OF_TWO_KINDS, NULL, "%s", run->paths[OURS]);
}

/* No checklist is looked for: all that was said is kept as it is, known item or not. */
static const struct organisation *read_organisation(struct merge_run *run, enum side side)
{
	static const struct checklist nothing = { .id = "", .edition = "" };
	struct reader reader = reader_make(run->arena, file_name(run->paths[side]));
	const struct buf *text = &run->texts[side];
	const struct json *json = json_parse(
		run->arena, text->text ? text->text : "", text->len, reader.file_name, run->err);
	struct organisation_file file;

	if (!json)
		return NULL;
	file = organisation_file_read(&reader, json, NULL);
	for (size_t i = 0; i < file.org->checklist_count; i++)
		file.org->checklists[i] = &nothing;
	if (reader.complaint_count == 0)
		organisation_file_join(&reader, json, &file);
	return reader_finish(&reader, run->err) ? file.org : NULL;
}

static bool check_same_organisation(
	struct merge_run *run, const struct organisation *const sides[SIDE_COUNT])
{
	for (int side = BASE; side < SIDE_COUNT; side++) {
		if (sides[side] && strcmp(sides[side]->id, sides[OURS]->id) != 0)
			return err_set(run->err, ERR_FAILED, MSG_MERGE_OF_TWO_ORGANISATIONS,
				sides[side]->id, "%s", run->paths[side]);
	}
	return true;
}

static bool merge_texts(struct merge_run *run)
{
	const struct organisation *sides[SIDE_COUNT] = { NULL }, *merged;

	for (int side = BASE; side < SIDE_COUNT; side++) {
		if (side == BASE && run->texts[side].len == 0)
			continue;
		sides[side] = read_organisation(run, (enum side)side);
		if (!sides[side])
			return false;
	}
	if (!check_same_organisation(run, sides))
		return false;
	merged = merge_organisations(run->arena, sides[BASE], sides[OURS], sides[THEIRS]);
	organisation_file_write(&run->out, merged);
	if (run->out.len > JSON_SIZE_MAX)
		return err_set(
			run->err, ERR_FAILED, MSG_TOO_LARGE_TO_SAVE, NULL, "%s", run->paths[OURS]);
	run->result->org = merged;
	run->result->new_conflicts = organisation_new_conflicts(merged, sides[OURS]);
	return true;
}

static bool merge_histories(struct merge_run *run)
{
	struct history_text sides[SIDE_COUNT];

	for (int side = BASE; side < SIDE_COUNT; side++)
		sides[side] = (struct history_text){ file_name(run->paths[side]),
			run->texts[side].len ? run->texts[side].text : "", run->texts[side].len };
	return history_merge(
		run->arena, &sides[BASE], &sides[OURS], &sides[THEIRS], &run->out, run->err);
}

static bool write_ours(struct merge_run *run, bool *synced)
{
	const char *path = run->paths[OURS], *name = file_name(path);
	const char *folder = arena_copy_len(run->arena, path, (size_t)(name - path));
	int folder_fd = folder_open(name == path ? "." : folder, false, run->err), fd;
	bool written;

	if (folder_fd < 0)
		return false;
	/* A link would be put away, and what it leads to stay as it was. */
	fd = file_open_regular(folder_fd, name, O_RDONLY, 0);
	if (fd >= 0) {
		close(fd);
		written = file_write(folder_fd, name, &run->out, synced, run->err);
	} else {
		written = err_set(run->err, ERR_FAILED, MSG_NOT_A_FILE, NULL, "%s", path);
	}
	close(folder_fd);
	return written;
}

bool store_merge_files(struct arena *arena, const struct merge_paths *paths,
	struct merge_result *result, struct err *err)
{
	struct merge_run run = { .arena = arena,
		.paths = { paths->base, paths->ours, paths->theirs },
		.texts = { BUF_INIT, BUF_INIT, BUF_INIT },
		.out = BUF_INIT,
		.result = result,
		.err = err };
	bool histories, merged = false, synced = false;

	*result = (struct merge_result){ .org = NULL };
	if (read_all(&run) && check_kinds(&run, &histories))
		merged = histories ? merge_histories(&run) : merge_texts(&run);
	merged = merged && write_ours(&run, &synced);
	result->unsynced = merged && !synced;
	for (int side = BASE; side < SIDE_COUNT; side++)
		buf_release(&run.texts[side]);
	buf_release(&run.out);
	return merged;
}
