/* SPDX-License-Identifier: MIT
 *
 * Checklists are read once and kept as long as the store: snapshots point into them. A file that
 * changed on the disk is read anew, and the old one stays for the snapshots that use it. Where one
 * language is kept, a checklist in another language is another one. Of
 * organisations the one read last is kept, since who commits has just read it: its file is read
 * again each time, but parsed only when its bytes are others. A listing looks once for each
 * checklist: a thousand organisations mostly answer the same one. */
#include "jalon/store/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "jalon/base/natural.h"
#include "store/checklist_file.h"
#include "store/snapshot.h"

enum { LOCK_WAIT_MS = 5000, REREADS = 5, REREAD_PAUSE_MS = 100 };

struct kept_checklist {
	struct kept_checklist *next;
	char *path;
	struct stat status;
	struct arena *arena;
	const struct checklist *checklist; /* in its language */
};

/* What was asked for in a listing, in the language of what was found. */
struct found_checklist {
	struct found_checklist *next;
	const char *id, *edition;
	const struct checklist *checklist;
};

struct store {
	struct arena *arena; /* of the options */
	const char *data_dir, *shipped_dir;
	struct string_list checklist_dirs;
	int lock_wait_ms;
	bool keeps_one_language;
	enum lang lang; /* as in the options */
	struct kept_checklist *kept;
	struct arena *listing_arena; /* NULL but in a listing, as is… */
	struct arena *tree_arena;    /* of what one file after the other is parsed in */
	struct found_checklist *found;
	struct snapshot *last; /* or NULL */
};

struct store *store_new(const struct store_options *options)
{
	struct store *store = mem_alloc(sizeof(*store));
	const char **dirs;

	store->arena = arena_new();
	store->data_dir = arena_copy(store->arena, options->data_dir);
	store->shipped_dir =
		arena_copy(store->arena, options->shipped_dir ? options->shipped_dir : "");
	store->lock_wait_ms = options->lock_wait_ms ? options->lock_wait_ms : LOCK_WAIT_MS;
	store->keeps_one_language = options->keeps_one_language;
	store->lang = options->lang;
	dirs = ARENA_ARRAY(store->arena, const char *, options->checklist_dir_count);
	for (size_t i = 0; i < options->checklist_dir_count; i++)
		dirs[i] = arena_copy(store->arena, options->checklist_dirs[i]);
	store->checklist_dirs = (struct string_list){ dirs, options->checklist_dir_count };
	return store;
}

void store_free(struct store *store)
{
	if (!store)
		return;
	snapshot_free(store->last);
	while (store->kept) {
		struct kept_checklist *next = store->kept->next;

		arena_free(store->kept->arena);
		mem_free(store->kept->path);
		mem_free(store->kept);
		store->kept = next;
	}
	arena_free(store->arena);
	mem_free(store);
}

const char *store_data_dir(const struct store *store)
{
	return store->data_dir;
}

int store_folder(const struct store *store, bool make, bool *absent, struct err *err)
{
	struct stat status;

	*absent = !make && stat(store->data_dir, &status) != 0 && errno == ENOENT;
	return *absent ? -1 : folder_open(store->data_dir, make, err);
}

const char *store_file_name(struct arena *arena, const char *org_id, const char *ending)
{
	return arena_format(arena, "%s%s", org_id, ending);
}

int store_lock_wait_ms(const struct store *store)
{
	return store->lock_wait_ms;
}

int store_lock_organisation(struct store *store, int folder_fd, const char *org_id, struct err *err)
{
	struct arena *arena = arena_new();
	int lock_fd = file_lock(
		folder_fd, store_file_name(arena, org_id, ".lock"), store->lock_wait_ms, err);

	arena_free(arena);
	return lock_fd;
}

static bool same_file(const struct stat *one, const struct stat *other)
{
	return one->st_dev == other->st_dev && one->st_ino == other->st_ino &&
	       one->st_size == other->st_size && one->st_mtim.tv_sec == other->st_mtim.tv_sec &&
	       one->st_mtim.tv_nsec == other->st_mtim.tv_nsec;
}

/* The one that is kept for an organisation of that language, which may be LANG_NONE; LANG_NONE
 * where all are. */
static enum lang kept_language(const struct store *store, enum lang own)
{
	if (!store->keeps_one_language)
		return LANG_NONE;
	if (store->lang != LANG_NONE)
		return store->lang;
	return own != LANG_NONE ? own : LANG_EN;
}

static const struct checklist *parse_checklist(struct arena *arena, const struct buf *text,
	const char *path, enum lang lang, struct err *err)
{
	struct arena *tree_arena = arena_new();
	struct reader reader = reader_make(arena, path);
	const struct json *json = json_parse(tree_arena, text->text, text->len, path, err);
	const struct checklist *checklist = NULL;

	reader.lang = lang;
	if (json) {
		checklist = checklist_file_read(&reader, json);
		if (!reader_finish(&reader, err))
			checklist = NULL;
	}
	arena_free(tree_arena);
	return checklist;
}

static const struct checklist *read_checklist(
	struct store *store, const char *path, enum lang lang, struct err *err)
{
	struct kept_checklist *kept;
	struct buf text = BUF_INIT;
	struct stat status;
	const struct checklist *checklist = NULL;
	struct arena *arena;
	enum file_found found;

	if (stat(path, &status) != 0) {
		err_set_reason(err, MSG_CANNOT_OPEN, errno, "%s", path);
		return NULL;
	}
	for (kept = store->kept; kept; kept = kept->next) {
		if (kept->checklist->lang == lang && strcmp(kept->path, path) == 0 &&
			same_file(&kept->status, &status))
			return kept->checklist;
	}
	arena = arena_new();
	found = file_read_path(path, JSON_SIZE_MAX, &text, err);
	if (found == FILE_ABSENT)
		err_set_reason(err, MSG_CANNOT_OPEN, ENOENT, "%s", path);
	else if (found == FILE_READ)
		checklist = parse_checklist(arena, &text, path, lang, err);
	buf_release(&text);
	if (!checklist) {
		arena_free(arena);
		return NULL;
	}
	kept = mem_alloc(sizeof(*kept));
	*kept = (struct kept_checklist){ store->kept, mem_copy_text(path), status, arena,
		checklist };
	store->kept = kept;
	return checklist;
}

const struct checklist *store_read_checklist(struct store *store, const char *path, struct err *err)
{
	return read_checklist(store, path, kept_language(store, LANG_NONE), err);
}

/* Looking for a checklist in one place after the other. */
struct search {
	struct store *store;
	struct arena *arena;
	const char *id, *edition;
	enum lang lang;
	const struct checklist *exact, *other; /* of that edition; of another one */
	bool failed;
	struct err *err;
};

static void search_path(struct search *search, const char *path)
{
	const struct checklist *checklist;
	bool there;

	if (search->exact || search->failed)
		return;
	search->failed = !file_is_there(AT_FDCWD, path, &there, search->err);
	if (search->failed || !there)
		return;
	checklist = read_checklist(search->store, path, search->lang, search->err);
	if (!checklist) {
		search->failed = true;
	} else if (strcmp(checklist->id, search->id) != 0) {
		search->failed = true;
		err_set(search->err, ERR_FAILED, MSG_ID_NOT_FILE_NAME, checklist->id, "%s", path);
	} else if (!search->edition || strcmp(checklist->edition, search->edition) == 0) {
		search->exact = checklist;
	} else if (!search->other) {
		search->other = checklist;
	}
}

/* Copies are files of jalon's own, so a link in the place of one is refused as it is elsewhere in
 * the data folder; a folder of --checklists may be made of links. */
static void search_copy(struct search *search, const char *path)
{
	struct stat status;

	if (lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
		search->failed =
			!err_set(search->err, ERR_FAILED, MSG_NOT_A_FILE, NULL, "%s", path);
	else
		search_path(search, path);
}

/* The copies in the data folder are ID@EDITION.json; without an edition the last one by name. */
static void search_copies(struct search *search)
{
	const char *folder = arena_format(search->arena, "%s/checklists", search->store->data_dir);
	size_t id_len = strlen(search->id);
	const char *last = NULL;
	struct dirent *found;
	DIR *dir;

	if (search->edition) {
		search_copy(search, arena_format(search->arena, "%s/%s@%s.json", folder, search->id,
					    search->edition));
		return;
	}
	dir = opendir(folder);
	while (dir && (found = readdir(dir))) {
		size_t len = strlen(found->d_name);

		if (strncmp(found->d_name, search->id, id_len) != 0 ||
			found->d_name[id_len] != '@' || len < id_len + 6 ||
			strcmp(found->d_name + len - 5, ".json") != 0)
			continue;
		if (!last || natural_compare(found->d_name, last) > 0)
			last = arena_copy(search->arena, found->d_name);
	}
	if (dir)
		closedir(dir);
	if (last)
		search_copy(search, arena_format(search->arena, "%s/%s", folder, last));
}

static const struct checklist *search_all(
	struct store *store, const char *id, const char *edition, enum lang lang, struct err *err)
{
	struct search search = { .store = store,
		.arena = arena_new(),
		.id = id,
		.edition = edition && edition[0] ? edition : NULL,
		.lang = lang,
		.err = err };
	const struct checklist *found;

	if (id_is_valid(id)) {
		search_copies(&search);
		for (size_t i = 0; i < store->checklist_dirs.count; i++)
			search_path(&search, arena_format(search.arena, "%s/%s.json",
						     store->checklist_dirs.texts[i], id));
		if (store->shipped_dir[0])
			search_path(&search,
				arena_format(search.arena, "%s/%s.json", store->shipped_dir, id));
	}
	found = search.exact ? search.exact : search.other;
	if (!found && !search.failed)
		err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_CHECKLIST, id);
	arena_free(search.arena);
	return search.failed ? NULL : found;
}

/* The one that an organisation of language `own` links to. */
static const struct checklist *find_linked(
	struct store *store, const struct checklist_link *link, enum lang own, struct err *err)
{
	const char *id = link->id, *edition = link->edition;
	enum lang lang = kept_language(store, own);
	const struct checklist *checklist;
	struct found_checklist *found;

	if (!store->listing_arena)
		return search_all(store, id, edition, lang, err);
	for (found = store->found; found; found = found->next) {
		if (found->checklist->lang == lang && strcmp(found->id, id) == 0 &&
			strcmp(found->edition, edition) == 0)
			return found->checklist;
	}
	checklist = search_all(store, id, edition, lang, err);
	if (checklist) {
		found = ARENA_NEW(store->listing_arena, struct found_checklist);
		*found = (struct found_checklist){ store->found,
			arena_copy(store->listing_arena, id),
			arena_copy(store->listing_arena, edition), checklist };
		store->found = found;
	}
	return checklist;
}

const struct checklist *store_find_checklist(
	struct store *store, const char *id, const char *edition, struct err *err)
{
	return search_all(store, id, edition, kept_language(store, LANG_NONE), err);
}

void store_begin_listing(struct store *store, struct arena *arena)
{
	store->listing_arena = arena;
	store->tree_arena = arena_new();
	store->found = NULL;
}

void store_end_listing(struct store *store)
{
	store->listing_arena = NULL;
	arena_free(store->tree_arena);
	store->tree_arena = NULL;
}

bool store_link_checklists(struct store *store, struct reader *reader, const struct json *json,
	struct organisation *org)
{
	const struct json *link =
		org->checklist_count ? json_member(json, "checklists")->first : NULL;
	bool all = true;

	/* Each is looked for in several folders: not for what nobody will read. */
	for (size_t i = 0; link && reader->complaint_count < READER_COMPLAINTS_MAX;
		i++, link = link->next) {
		struct err err = ERR_INIT;

		org->checklists[i] = find_linked(store, &org->links[i], org->language, &err);
		all &= org->checklists[i] != NULL;
		if (!org->checklists[i] && err.message == MSG_NO_SUCH_CHECKLIST)
			reader_complain(
				reader, link, "id", MSG_NO_SUCH_CHECKLIST, org->links[i].id);
		else if (!org->checklists[i])
			reader_add(reader, &err);
	}
	return all;
}

void snapshot_free(struct snapshot *snapshot)
{
	if (!snapshot || --snapshot->holders > 0)
		return;
	snapshot_free(snapshot->original);
	snapshot_free(snapshot->refused);
	buf_release(&snapshot->text);
	arena_free(snapshot->arena);
	mem_free(snapshot);
}

struct snapshot *snapshot_hold(struct snapshot *snapshot)
{
	snapshot->holders++;
	return snapshot;
}

static struct snapshot *snapshot_new(void)
{
	struct snapshot *snapshot = mem_alloc(sizeof(*snapshot));

	snapshot->holders = 1;
	snapshot->arena = arena_new();
	snapshot->text = (struct buf)BUF_INIT;
	return snapshot;
}

struct snapshot *snapshot_copy(struct snapshot *original)
{
	struct snapshot *copy = snapshot_new();

	copy->org = organisation_copy(original->org, copy->arena);
	copy->original = original;
	return copy;
}

void store_keep_snapshot(struct store *store, struct snapshot *snapshot)
{
	snapshot_hold(snapshot);
	snapshot_free(store->last);
	store->last = snapshot;
}

const struct organisation *snapshot_organisation(const struct snapshot *snapshot)
{
	return snapshot->org;
}

/* Whether they may serve again: not where a commit changed the organisation's language. */
static bool take_linked(
	const struct store *store, const struct organisation *linked, struct organisation *org)
{
	enum lang lang = kept_language(store, org->language);

	for (size_t i = 0; i < org->checklist_count; i++) {
		if (linked->checklists[i]->lang != lang)
			return false;
		org->checklists[i] = linked->checklists[i];
	}
	return true;
}

static bool read_organisation(struct store *store, struct reader *reader, const struct json *json,
	const char *org_id, const struct organisation *linked, struct snapshot *snapshot,
	struct err *err)
{
	struct organisation_file file = organisation_file_read(reader, json, org_id);

	snapshot->org = file.org;
	if (reader->complaint_count == 0 &&
		((linked && take_linked(store, linked, file.org)) ||
			store_link_checklists(store, reader, json, file.org)))
		organisation_file_join(reader, json, &file);
	return reader_finish(reader, err);
}

struct snapshot *snapshot_parse(struct store *store, struct buf *text, const char *org_id,
	const struct organisation *linked, struct err *err)
{
	struct snapshot *snapshot = snapshot_new();
	struct arena *tree_arena = store->tree_arena ? store->tree_arena : arena_new();
	const char *name = store_file_name(snapshot->arena, org_id, ".json");
	struct reader reader = reader_make(snapshot->arena, name);
	const struct json *json;
	bool good;

	snapshot->text = *text;
	*text = (struct buf)BUF_INIT;
	json = json_parse(tree_arena, snapshot->text.text, snapshot->text.len, name, err);
	good = json && read_organisation(store, &reader, json, org_id, linked, snapshot, err);
	if (store->tree_arena)
		arena_clear(tree_arena);
	else
		arena_free(tree_arena);
	if (good)
		return snapshot;
	snapshot_free(snapshot);
	return NULL;
}

/* Whether the one read last is what the bytes say: the same bytes under the same id, and the same
 * checklists in the language that is kept now. */
static bool last_says(struct store *store, const struct buf *text, const char *org_id)
{
	const struct snapshot *last = store->last;
	struct err ignored;

	if (!last || strcmp(last->org->id, org_id) != 0 || last->text.len != text->len ||
		memcmp(last->text.text, text->text, text->len) != 0)
		return false;
	for (size_t i = 0; i < last->org->checklist_count; i++) {
		if (find_linked(store, &last->org->links[i], last->org->language, &ignored) !=
			last->org->checklists[i])
			return false;
	}
	return true;
}

static struct snapshot *read_once(
	struct store *store, int folder_fd, const char *org_id, struct err *err)
{
	struct snapshot *snapshot = NULL;
	struct arena *arena = arena_new();
	struct buf text = BUF_INIT;
	enum file_found found = file_read(
		folder_fd, store_file_name(arena, org_id, ".json"), JSON_SIZE_MAX, &text, err);

	if (found == FILE_READ && last_says(store, &text, org_id)) {
		snapshot = snapshot_hold(store->last);
	} else if (found == FILE_READ) {
		snapshot = snapshot_parse(store, &text, org_id, NULL, err);
		if (snapshot)
			store_keep_snapshot(store, snapshot);
	} else if (found == FILE_ABSENT) {
		err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	}
	buf_release(&text);
	arena_free(arena);
	return snapshot;
}

/* A client of a file server may mix the size of one file with the bytes of the one that just took
 * its place: what is invalid there is read again before anybody is told so. */
struct snapshot *snapshot_read(
	struct store *store, int folder_fd, const char *org_id, struct err *err)
{
	const struct timespec pause = { .tv_nsec = REREAD_PAUSE_MS * 1000000L };
	struct err first;
	struct snapshot *snapshot = read_once(store, folder_fd, org_id, &first);

	for (int i = 0; !snapshot && first.message != MSG_NO_SUCH_ORGANISATION && i < REREADS &&
			folder_is_shared(folder_fd);
		i++) {
		nanosleep(&pause, NULL);
		snapshot = read_once(store, folder_fd, org_id, &first);
	}
	if (!snapshot)
		*err = first;
	return snapshot;
}

struct snapshot *store_load(struct store *store, const char *org_id, struct err *err)
{
	struct snapshot *snapshot = NULL;
	bool absent;
	int folder_fd;

	if (!id_is_valid(org_id)) {
		err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
		return NULL;
	}
	folder_fd = store_folder(store, false, &absent, err);
	if (absent)
		err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	if (folder_fd < 0)
		return NULL;
	snapshot = snapshot_read(store, folder_fd, org_id, err);
	close(folder_fd);
	return snapshot;
}

struct snapshot *store_load_in(
	struct store *store, const char *org_id, enum lang lang, struct err *err)
{
	enum lang before = store->lang;
	struct snapshot *snapshot;

	store->lang = lang;
	snapshot = store_load(store, org_id, err);
	store->lang = before;
	return snapshot;
}
