/* SPDX-License-Identifier: MIT
 *
 * A new organisation: its checklists are found, or read from a file and kept as a copy, before
 * anything of it is on the disk. */
#include "jalon/store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/utf8.h"
#include "store/snapshot.h"

enum { COPY_LOCK_WAIT_MS = 5000 };

/* A checklist to be linked; one given as a file is to be copied. */
struct chosen {
	const struct checklist *checklist;
	struct buf text; /* of the file, or empty */
};

/* What is there already under this id and edition must be the same; *there says whether any is. */
static bool copies_agree(
	int copies_fd, const char *name, const struct chosen *chosen, bool *there, struct err *err)
{
	struct buf text = BUF_INIT;
	enum file_found found = file_read(copies_fd, name, JSON_SIZE_MAX, &text, err);
	bool agree = found == FILE_ABSENT;

	*there = found == FILE_READ;
	if (found == FILE_READ)
		agree = (text.len == chosen->text.len &&
				memcmp(text.text, chosen->text.text, text.len) == 0) ||
			err_set(err, ERR_FAILED, MSG_CHECKLIST_DIFFERS, chosen->checklist->id,
				"checklists/%s", name);
	buf_release(&text);
	return agree;
}

/* By its id, else as a file; a file in the working folder may have a name that could be an id. */
static bool choose(struct store *store, const char *wanted, struct chosen *chosen, struct err *err)
{
	struct stat status;

	if (id_is_valid(wanted)) {
		chosen->checklist = store_find_checklist(store, wanted, NULL, err);
		if (chosen->checklist || err->message != MSG_NO_SUCH_CHECKLIST ||
			stat(wanted, &status) != 0 || !S_ISREG(status.st_mode))
			return chosen->checklist != NULL;
	}
	chosen->checklist = store_read_checklist(store, wanted, err);
	return chosen->checklist &&
	       file_read_path(wanted, JSON_SIZE_MAX, &chosen->text, err) == FILE_READ;
}

static const char *copy_name(struct arena *arena, const struct checklist *checklist)
{
	return arena_format(arena, "%s@%s.json", checklist->id, checklist->edition);
}

/* Before anything is on the disk, so that a refusal leaves nothing there. */
static bool check_copies(
	struct store *store, const struct chosen *chosen, size_t count, struct err *err)
{
	struct arena *arena = arena_new();
	const char *path = arena_format(arena, "%s/checklists", store_data_dir(store));
	int copies_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool agree = true, there;

	for (size_t i = 0; agree && copies_fd >= 0 && i < count; i++) {
		if (chosen[i].text.len)
			agree = copies_agree(copies_fd, copy_name(arena, chosen[i].checklist),
				&chosen[i], &there, err);
	}
	if (copies_fd >= 0)
		close(copies_fd);
	arena_free(arena);
	return agree;
}

/* Under a lock of the copies: organisations made at the same time may bring the same one. */
static bool write_copy_locked(
	int copies_fd, const struct chosen *chosen, bool *synced, struct err *err)
{
	struct arena *arena = arena_new();
	const char *name = copy_name(arena, chosen->checklist);
	bool there = false;
	int lock_fd = file_lock(copies_fd, ".lock", COPY_LOCK_WAIT_MS, err);
	bool good = lock_fd >= 0 && copies_agree(copies_fd, name, chosen, &there, err);

	/* Whoever put it there may have died before it was sure to stay. */
	if (good && there)
		*synced = fsync(copies_fd) == 0;
	else if (good)
		good = file_write(copies_fd, name, &chosen->text, synced, err);
	if (lock_fd >= 0)
		close(lock_fd);
	arena_free(arena);
	return good;
}

static bool write_copy(int folder_fd, const struct chosen *chosen, bool *unsynced, struct err *err)
{
	bool good = true, synced = true;
	int copies_fd;

	if (mkdirat(folder_fd, "checklists", RIGHTS_FOLDER) != 0 && errno != EEXIST)
		good = err_set_reason(err, MSG_CANNOT_CREATE, errno, "checklists");
	copies_fd = good ? openat(folder_fd, "checklists", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	if (good && copies_fd < 0)
		good = err_set_reason(err, MSG_CANNOT_OPEN, errno, "checklists");
	rights_follow_folder(folder_fd, copies_fd);
	if (good)
		good = write_copy_locked(copies_fd, chosen, &synced, err);
	if (copies_fd >= 0)
		close(copies_fd);
	*unsynced |= !synced;
	return good;
}

static bool write_copies(
	int folder_fd, const struct chosen *chosen, size_t count, bool *unsynced, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		if (chosen[i].text.len && !write_copy(folder_fd, &chosen[i], unsynced, err))
			return false;
	}
	return true;
}

static struct organisation *make_organisation(struct arena *arena,
	const struct organisation_new *wanted, const struct chosen *chosen, size_t count)
{
	struct organisation *org = ARENA_NEW(arena, struct organisation);

	*org = (struct organisation){ .id = wanted->id,
		.revision = 1,
		.created_utc = wanted->at_utc,
		.modified_utc = wanted->at_utc,
		.links = ARENA_ARRAY(arena, struct checklist_link, count),
		.checklists = ARENA_ARRAY(arena, const struct checklist *, count),
		.checklist_count = count };
	object_unset(OBJECT_ORGANISATION, org);
	if (wanted->name)
		org->name = utf8_tidy(arena, wanted->name, false);
	if (wanted->has_language)
		org->language = wanted->language;
	object_settle(OBJECT_ORGANISATION, org, arena);
	for (size_t i = 0; i < count; i++) {
		org->checklists[i] = chosen[i].checklist;
		org->links[i].id = chosen[i].checklist->id;
		org->links[i].edition = chosen[i].checklist->edition;
	}
	organisation_join(org, arena, NULL, 0);
	return org;
}

/* NULL where they share none. */
static const char *item_of_both(const struct checklist *one, const struct checklist *other)
{
	for (size_t i = 0; i < one->item_count; i++) {
		if (checklist_find_item(other, one->items[i].id))
			return one->items[i].id;
	}
	return NULL;
}

static bool check_items_apart(const struct organisation *org, struct err *err)
{
	for (size_t i = 0; i < org->checklist_count; i++) {
		for (size_t k = 0; k < i; k++) {
			if (strcmp(org->links[i].id, org->links[k].id) == 0)
				return err_set(err, ERR_FAILED, MSG_ID_TWICE, org->links[i].id,
					"%s", org->id);
		}
	}
	/* Items for services too, which are no entries before there is a service: the first one
	 * would make a file that nobody can read. */
	for (size_t i = 0; i < org->checklist_count; i++) {
		for (size_t k = 0; k < i; k++) {
			const char *id = item_of_both(org->checklists[i], org->checklists[k]);

			if (id)
				return err_set(err, ERR_FAILED, MSG_ITEM_TWICE, id, "%s, %s",
					org->links[k].id, org->links[i].id);
		}
	}
	return true;
}

static bool check_is_new(int folder_fd, const char *name, const char *org_id, struct err *err)
{
	bool there;

	if (!file_is_there(folder_fd, name, &there, err))
		return false;
	return !there || err_set(err, ERR_FAILED, MSG_ORGANISATION_EXISTS, org_id, "%s", name);
}

/* Under the lock, once more: two may have made it at once. */
static bool write_organisation(struct store *store, int folder_fd, const struct organisation *org,
	const struct organisation_new *wanted, struct arena *arena, bool *unsynced, struct err *err)
{
	struct buf text = BUF_INIT, lines = BUF_INIT;
	struct history_change line = { .revision = 1,
		.at_utc = wanted->at_utc,
		.by = utf8_tidy(arena, wanted->author, false),
		.change = { .entry = "",
			.field = FIELD_NAME,
			.from = VALUE_NONE,
			.to = { .text = org->name } } };
	struct save save = { .folder_fd = folder_fd,
		.name = store_file_name(arena, org->id, ".json"),
		.history_name = store_file_name(arena, org->id, ".history.jsonl"),
		.revision = org->revision,
		.lines = &lines,
		.wait_ms = store_lock_wait_ms(store) };
	struct snapshot *read_back;
	enum save_result result;
	bool good = false, synced = true;

	if (!check_is_new(folder_fd, save.name, org->id, err))
		return false;
	organisation_file_write(&text, org);
	history_write(&lines, &line, 1);
	read_back = snapshot_parse(store, &text, org->id, org, err);
	if (read_back) {
		save.text = &read_back->text;
		result = save_commit(&save, &synced, err);
		good = result == SAVE_DONE;
		if (result == SAVE_OVERTAKEN)
			err_set(err, ERR_FAILED, MSG_ORGANISATION_EXISTS, org->id, "%s", save.name);
	}
	*unsynced |= !synced;
	snapshot_free(read_back);
	buf_release(&lines);
	return good;
}

static bool create(struct store *store, const struct organisation_new *wanted,
	const struct chosen *chosen, size_t count, bool *unsynced, struct err *err)
{
	struct arena *arena = arena_new();
	struct organisation *org = make_organisation(arena, wanted, chosen, count);
	bool absent, good = check_items_apart(org, err);
	int folder_fd = good ? store_folder(store, true, &absent, err) : -1;
	int lock_fd = -1;

	if (folder_fd >= 0 &&
		check_is_new(folder_fd, store_file_name(arena, org->id, ".json"), org->id, err))
		lock_fd = store_lock_organisation(store, folder_fd, org->id, err);
	good = lock_fd >= 0 && write_copies(folder_fd, chosen, count, unsynced, err) &&
	       write_organisation(store, folder_fd, org, wanted, arena, unsynced, err);
	if (lock_fd >= 0)
		close(lock_fd);
	if (folder_fd >= 0)
		close(folder_fd);
	arena_free(arena);
	return good;
}

static bool check_texts(const struct organisation_new *wanted, struct err *err)
{
	if (!id_is_valid(wanted->id))
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_AN_ID, wanted->id);
	if (wanted->name && !utf8_is_valid(wanted->name, strlen(wanted->name)))
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "name");
	if (!utf8_is_valid(wanted->author, strlen(wanted->author)))
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "by");
	if (utf8_is_blank(wanted->author))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "by");
	return true;
}

bool store_create(
	struct store *store, const struct organisation_new *wanted, bool *unsynced, struct err *err)
{
	static const char *const shipped[] = { STORE_DEFAULT_CHECKLIST };
	const char *const *ids = wanted->checklist_count ? wanted->checklists : shipped;
	size_t count = wanted->checklist_count ? wanted->checklist_count : 1;
	struct chosen *chosen;
	bool good = true;

	*unsynced = false;
	if (!check_texts(wanted, err))
		return false;
	chosen = mem_alloc(count * sizeof(*chosen));
	for (size_t i = 0; i < count; i++)
		chosen[i].text = (struct buf)BUF_INIT;
	for (size_t i = 0; good && i < count; i++)
		good = choose(store, ids[i], &chosen[i], err);
	good = good && check_copies(store, chosen, count, err) &&
	       create(store, wanted, chosen, count, unsynced, err);
	for (size_t i = 0; i < count; i++)
		buf_release(&chosen[i].text);
	mem_free(chosen);
	return good;
}
