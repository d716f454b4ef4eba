/* SPDX-License-Identifier: MIT */
#include "box.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/file.h"

const char box_guide[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"guide\", \"edition\": \"1\","
	" \"title\": \"Guide\", \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"items\": ["
	"{\"id\": \"one\", \"kind\": \"recommendation\", \"title\": \"One\"},"
	"{\"id\": \"two\", \"kind\": \"vigilance\", \"title\": \"Two\", \"impact\": 5,"
	" \"requires\": [\"one\"]},"
	"{\"id\": \"three\", \"kind\": \"question\", \"scope\": \"service\", \"title\": \"Three\"}"
	"]}]}";

void box_init(struct box *box)
{
	struct store_options options = { .lock_wait_ms = 2000 };

	*box = (struct box){ .at_utc = 1795510800 };
	snprintf(box->path, sizeof(box->path), "/tmp/jalon-store-XXXXXX");
	cr_assert_not_null(mkdtemp(box->path));
	box->arena = arena_new();
	box->data = box_path(box, "data");
	mkdir(box_path(box, "shipped"), 0700);
	box_write(box, "shipped/guide.json", box_guide);
	options.data_dir = box->data;
	options.shipped_dir = box_path(box, "shipped");
	box->store = store_new(&options);
}

void box_init_demo(struct box *box)
{
	box_init(box);
	cr_assert_eq(box_create(box, "demo", "guide"), ERR_NONE);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)type;
	(void)ftw;
	return remove(path);
}

void box_release(struct box *box)
{
	snapshot_free(box->outcome.snapshot);
	store_free(box->store);
	arena_free(box->arena);
	nftw(box->path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

const char *box_path(struct box *box, const char *name)
{
	return arena_format(box->arena, "%s/%s", box->path, name);
}

void box_write(struct box *box, const char *name, const char *text)
{
	FILE *file = fopen(box_path(box, name), "w");

	cr_assert_not_null(file, "%s", name);
	fputs(text, file);
	fclose(file);
}

const char *box_read(struct box *box, const char *name)
{
	struct buf text = BUF_INIT;
	struct err err;
	const char *copy = NULL;

	if (file_read_path(box_path(box, name), SIZE_MAX, &text, &err) == FILE_READ)
		copy = arena_copy(box->arena, text.text);
	buf_release(&text);
	return copy;
}

const char *box_names(struct box *box)
{
	struct dirent **names;
	int count = scandir(box->data, &names, NULL, alphasort);
	struct buf all = BUF_INIT;
	const char *copy;

	for (int i = 0; i < count; i++) {
		if (strcmp(names[i]->d_name, ".") != 0 && strcmp(names[i]->d_name, "..") != 0)
			buf_add_format(&all, "%s%s", all.len ? " " : "", names[i]->d_name);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
	copy = arena_copy(box->arena, all.text);
	buf_release(&all);
	return copy;
}

static enum err_code verdict(struct box *box, bool good)
{
	return good ? ERR_NONE : box->err.code;
}

enum err_code box_create(struct box *box, const char *org_id, const char *checklist)
{
	const struct organisation_new wanted = { .id = org_id,
		.name = "Démo",
		.checklists = &checklist,
		.checklist_count = 1,
		.author = "Inès",
		.at_utc = box->at_utc };

	return verdict(box, store_create(box->store, &wanted, &box->outcome.unsynced, &box->err));
}

static struct commit_outcome *fresh_outcome(struct box *box)
{
	snapshot_free(box->outcome.snapshot);
	box->outcome = (struct commit_outcome){ .snapshot = NULL };
	return &box->outcome;
}

const struct organisation *box_load(struct box *box, const char *org_id)
{
	struct snapshot *snapshot = store_load(box->store, org_id, &box->err);

	fresh_outcome(box)->snapshot = snapshot;
	return snapshot ? snapshot_organisation(snapshot) : NULL;
}

static struct commit make_commit(struct box *box, const char *by)
{
	return (struct commit){
		.author = by, .at_utc = ++box->at_utc, .if_revision = COMMIT_ANY_REVISION
	};
}

enum err_code box_commit(
	struct box *box, const char *by, const struct change *changes, size_t count)
{
	struct commit commit = make_commit(box, by);
	struct commit_outcome outcome;
	bool good;

	commit.changes = changes;
	commit.count = count;
	good = store_commit(box->store, "demo", &commit, &outcome, &box->err);
	*fresh_outcome(box) = outcome;
	return verdict(box, good);
}

enum err_code box_set(
	struct box *box, const char *by, const char *entry, enum field field, const char *value)
{
	const struct organisation *org = box_load(box, "demo");
	struct change_list list = { NULL, 0, 0 };

	cr_assert_not_null(org, "%s", box->err.where);
	if (field_rows[field].of == OBJECT_ORGANISATION)
		change_list_add_organisation_field(
			&list, box->arena, org, field, arena_copy(box->arena, value));
	else
		change_list_add_field(&list, box->arena, organisation_find_entry(org, entry), field,
			arena_copy(box->arena, value));
	return box_commit(box, by, list.changes, list.count);
}

enum err_code box_note(struct box *box, const char *by, const char *entry, const char *text)
{
	struct change_list list = { NULL, 0, 0 };

	change_list_add_note(&list, box->arena, entry, box->at_utc + 1, by, text);
	return box_commit(box, by, list.changes, list.count);
}

enum err_code box_add_action(struct box *box, const char *by, const char *title)
{
	const struct action action = { .id = "", .title = title, .item = "" };
	const struct change change = { .entry = CHANGE_NEW_ACTION,
		.field = FIELD_ACTION,
		.from = VALUE_NONE,
		.to = { .text = "", .action = &action } };

	return box_commit(box, by, &change, 1);
}

enum err_code box_add_service(struct box *box, const char *by, const char *name)
{
	const struct service service = { .id = "", .name = name };
	const struct change change = { .entry = "",
		.field = FIELD_SERVICE,
		.from = VALUE_NONE,
		.to = { .text = "", .service = &service } };

	return box_commit(box, by, &change, 1);
}

enum err_code box_undo(struct box *box, const char *by)
{
	struct commit commit = make_commit(box, by);

	return verdict(box, store_undo(box->store, "demo", &commit, fresh_outcome(box), &box->err));
}

enum err_code box_redo(struct box *box, const char *by)
{
	struct commit commit = make_commit(box, by);

	return verdict(box, store_redo(box->store, "demo", &commit, fresh_outcome(box), &box->err));
}

const char *box_get(struct box *box, const char *entry_id, enum field field)
{
	const struct organisation *org = box_load(box, "demo");
	const struct entry *entry = org ? organisation_find_entry(org, entry_id) : NULL;

	return entry ? arena_copy(box->arena, field_get(field, entry, box->arena)) : NULL;
}

const char *box_content(struct box *box)
{
	const char *text = box_read(box, "data/demo.json");
	struct buf kept = BUF_INIT;
	const char *copy;

	cr_assert_not_null(text);
	while (*text) {
		size_t len = strcspn(text, "\n");

		if (strncmp(text, "  \"revision\"", 12) != 0 &&
			strncmp(text, "  \"modified\"", 12) != 0)
			buf_add_format(&kept, "%.*s\n", (int)len, text);
		text += len + (text[len] == '\n');
	}
	copy = arena_copy(box->arena, kept.text);
	buf_release(&kept);
	return copy;
}
