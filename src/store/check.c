/* SPDX-License-Identifier: MIT */
#include "jalon/store/check.h"

#include <errno.h>
#include <string.h>

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

/* Own actions alone can go round: no item requires one. They are walked depth first, the path
 * kept by hand, since a file may hold one long chain. */
struct walk {
	const struct organisation *org;
	size_t *path; /* of actions */
	size_t *next; /* the requirement to follow, of each on the path */
	size_t depth;
	enum { UNSEEN, ON_PATH, SEEN } * states;
};

/* The index of an action; action_count for what is none. */
static size_t action_index(const struct organisation *org, const char *id)
{
	const struct entry *entry = organisation_find_entry(org, id);

	return entry && entry->action ? (size_t)(entry->action - org->actions) : org->action_count;
}

static void walk_enter(struct walk *walk, size_t index)
{
	walk->states[index] = ON_PATH;
	walk->next[walk->depth] = 0;
	walk->path[walk->depth++] = index;
}

/* Whether a circle was closed; the path then starts with it. */
static bool walk_from(struct walk *walk, size_t start)
{
	walk_enter(walk, start);
	while (walk->depth) {
		size_t index = walk->path[walk->depth - 1], required, first = 0;
		const struct action *action = &walk->org->actions[index];

		if (walk->next[walk->depth - 1] == action->requires.count) {
			walk->states[index] = SEEN;
			walk->depth--;
			continue;
		}
		required = action_index(
			walk->org, action->requires.texts[walk->next[walk->depth - 1]++]);
		if (required == walk->org->action_count || walk->states[required] == SEEN)
			continue;
		if (walk->states[required] == UNSEEN) {
			walk_enter(walk, required);
			continue;
		}
		while (walk->path[first] != required)
			first++;
		walk->path += first;
		walk->depth -= first;
		return true;
	}
	return false;
}

static void check_actions_go_round(
	struct check *check, const struct json *actions, const struct organisation *org)
{
	struct walk walk = { .org = org,
		.path = ARENA_ARRAY(check->arena, size_t, org->action_count + 1),
		.next = ARENA_ARRAY(check->arena, size_t, org->action_count + 1),
		.states =
			arena_alloc(check->arena, (org->action_count + 1) * sizeof(*walk.states)) };
	const char **ids = ARENA_ARRAY(check->arena, const char *, org->action_count + 1);
	struct buf names = BUF_INIT;
	bool found = false;

	for (size_t i = 0; i < org->action_count && !found; i++)
		found = walk.states[i] == UNSEEN && walk_from(&walk, i);
	if (!found)
		return;
	for (size_t i = 0; i < walk.depth; i++) {
		ids[i] = org->actions[walk.path[i]].id;
		buf_add_format(&names, "%s → ", ids[i]);
	}
	buf_add(&names, ids[0]);
	check->cycle = (struct string_list){ ids, walk.depth };
	reader_complain(
		&check->reader, action_json(actions, ids[0]), "requires", MSG_CYCLE, names.text);
	buf_release(&names);
}

static void check_requirements_exist(
	struct check *check, const struct json *actions, const struct organisation *org)
{
	for (size_t i = 0; i < org->entry_count; i++) {
		const struct action *action = org->entries[i].action;
		struct string_list missing;

		if (!action)
			continue;
		organisation_requires(org, &org->entries[i], check->arena, &missing);
		for (size_t k = 0; k < missing.count; k++)
			reader_complain(&check->reader, action_json(actions, action->id),
				"requires", MSG_REQUIRES_NOTHING, missing.texts[k]);
		if (check->reader.complaint_count == READER_COMPLAINTS_MAX)
			return;
	}
}

static void check_organisation(struct check *check, const struct json *json)
{
	struct store_options options = *check->options;
	struct organisation_file file = organisation_file_read(&check->reader, json, id_of(check));
	const struct json *actions = json_member(json, "actions");
	struct store *store;

	if (check->reader.complaint_count > 0)
		return;
	options.data_dir = folder_of(check);
	store = store_new(&options);
	if (store_link_checklists(store, &check->reader, json, file.org))
		organisation_file_join(&check->reader, json, &file);
	if (check->reader.complaint_count == 0 && actions) {
		check_requirements_exist(check, actions, file.org);
		check_actions_go_round(check, actions, file.org);
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
