/* SPDX-License-Identifier: MIT */
#include "jalon/store/check.h"

#include <errno.h>
#include <string.h>

#include "jalon/model/requirement.h"
#include "store/checklist_file.h"
#include "store/snapshot.h"

struct check {
	const struct store_options *options;
	const char *path, *file_name;
	struct arena *arena;
	struct reader reader;
	struct string_list cycle;
};

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The folder's path: what a store would have for the file to be found by its id. */
static const char *folder_of(const struct check *check)
{
	size_t len = (size_t)(check->file_name - check->path);

	if (len == 0)
		return ".";
	return arena_copy_len(check->arena, check->path, len == 1 ? 1 : len - 1);
}

static const char *id_of(const struct check *check)
{
	size_t len = strlen(check->file_name);

	if (len > 5 && strcmp(check->file_name + len - 5, ".json") == 0)
		len -= 5;
	return arena_copy_len(check->arena, check->file_name, len);
}

/* Where an action stands in the file; they are in the order of their numbers in `org`. */
static const struct json *action_json(const struct json *actions, const char *id)
{
	const struct json *one = actions->first;

	while (one && strcmp(json_member(one, "id")->text, id) != 0)
		one = one->next;
	return one ? one : actions;
}

/* Where the file says what that entry requires; NULL where it does not. */
static const struct json *requirer_json(const struct json *file, const struct entry *entry)
{
	const struct json *entries = json_member(file, "entries");

	if (entry->action)
		return entry->action->requires.count
			       ? action_json(json_member(file, "actions"), entry->id)
			       : NULL;
	return entry->requires.count ? json_member(entries, entry->id) : NULL;
}

static void check_requirements_exist(
	struct check *check, const struct json *file, const struct organisation *org)
{
	for (size_t i = 0; i < org->entry_count; i++) {
		const struct json *json = requirer_json(file, &org->entries[i]);
		struct string_list missing;

		if (!json)
			continue;
		organisation_requires(org, &org->entries[i], check->arena, &missing);
		for (size_t k = 0; k < missing.count; k++)
			reader_complain(&check->reader, json, "requires", MSG_REQUIRES_NOTHING,
				missing.texts[k]);
		if (check->reader.complaint_count == READER_COMPLAINTS_MAX)
			return;
	}
}

/* Guides alone do not go round: what closes a circle is said in the file. */
static void check_requirements_go_round(
	struct check *check, const struct json *file, const struct organisation *org)
{
	struct string_list circle = requirement_any_circle(org, check->arena);
	const struct json *json = NULL;
	struct buf names = BUF_INIT;

	for (size_t i = 0; i < circle.count && !json; i++)
		json = requirer_json(file, organisation_find_entry(org, circle.texts[i]));
	if (json) {
		requirement_add_circle(&names, circle);
		check->cycle = circle;
		reader_complain(&check->reader, json, "requires", MSG_CYCLE, names.text);
	}
	buf_release(&names);
}

static void check_organisation(struct check *check, const struct json *json)
{
	struct store_options options = *check->options;
	struct organisation_file file = organisation_file_read(&check->reader, json, id_of(check));
	struct store *store;

	if (check->reader.complaint_count > 0)
		return;
	options.data_dir = folder_of(check);
	store = store_new(&options);
	if (store_link_checklists(store, &check->reader, json, file.org))
		organisation_file_join(&check->reader, json, &file);
	if (check->reader.complaint_count == 0) {
		check_requirements_exist(check, json, file.org);
		check_requirements_go_round(check, json, file.org);
	}
	store_free(store);
}

static void check_checklist(struct check *check, const struct json *json)
{
	const struct checklist *checklist = checklist_file_read(&check->reader, json);
	size_t count = check->reader.complaint_count;

	if (count > 0 && check->reader.complaints[count - 1].message == MSG_CYCLE)
		check->cycle = checklist_find_cycle(checklist, check->arena);
}

static void check_text(struct check *check, const struct buf *text)
{
	struct err err = ERR_INIT;
	const struct json *json =
		json_parse(check->arena, text->text, text->len, check->file_name, &err);
	const struct json *format =
		json && json->type == JSON_OBJECT ? json_member(json, "format") : NULL;

	if (!json)
		reader_add(&check->reader, &err);
	else if (format && format->type == JSON_STRING &&
		 strcmp(format->text, "jalon-organisation") == 0)
		check_organisation(check, json);
	else
		check_checklist(check, json);
}

struct store_check store_check_file(
	const struct store_options *options, const char *path, struct arena *arena)
{
	struct check check = {
		.options = options, .path = path, .file_name = last_part(path), .arena = arena
	};
	struct buf text = BUF_INIT;
	struct err err = ERR_INIT;
	enum file_found found = file_read_path(path, JSON_SIZE_MAX, &text, &err);

	check.reader = reader_make(arena, check.file_name);
	if (found == FILE_ABSENT)
		err_set_reason(&err, MSG_CANNOT_OPEN, ENOENT, "%s", check.file_name);
	if (found == FILE_READ)
		check_text(&check, &text);
	else
		reader_add(&check.reader, &err);
	buf_release(&text);
	return (struct store_check){ check.reader.complaints, check.reader.complaint_count,
		check.cycle };
}
