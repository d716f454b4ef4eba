/* SPDX-License-Identifier: MIT
 *
 * The organisation's file goes first: once it is gone nobody finds the organisation any more, and
 * what is left of it cannot be taken for another's. Where something else will not follow, all that
 * went comes back. */
#include "jalon/store/put_away.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/date.h"
#include "jalon/text/errors.h"
#include "store/rights.h"
#include "store/snapshot.h"

#define REMOVED_FOLDER ".removed"
enum { FOLDERS_MAX = 1000 };

struct moving {
	int from_fd, to_fd;
	const char **names; /* of those that went */
	size_t count, room;
	struct arena *arena;
};

static bool move_file(struct moving *moving, const char *name, struct err *err)
{
	if (renameat(moving->from_fd, name, moving->to_fd, name) != 0)
		return err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", name);
	if (moving->count == moving->room)
		moving->names = arena_grow(
			moving->arena, moving->names, &moving->room, sizeof(*moving->names));
	moving->names[moving->count++] = name;
	return true;
}

static void move_back(struct moving *moving)
{
	while (moving->count > 0) {
		const char *name = moving->names[--moving->count];

		/* The organisation's file went first and comes last. */
		if (renameat(moving->to_fd, name, moving->from_fd, name) != 0)
			return;
	}
}

/* "demo.history.jsonl", and "demo.history.3.jsonl" of one that was put away in parts. */
static bool is_history(const char *name, const char *org_id)
{
	size_t len = strlen(org_id);
	const char *ending = name + len, stem[] = ".history.";

	if (strncmp(name, org_id, len) != 0 || strncmp(ending, stem, sizeof(stem) - 1) != 0)
		return false;
	ending += sizeof(stem) - 1;
	ending += strspn(ending, "0123456789");
	ending += *ending == '.' && ending[-1] != '.';
	return strcmp(ending, "jsonl") == 0;
}

static bool move_history(struct moving *moving, const char *org_id, struct err *err)
{
	int fd = openat(moving->from_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	const char **names = NULL;
	size_t count = 0, room = 0;
	bool good = folder != NULL;

	if (!folder) {
		err_set_reason(err, MSG_CANNOT_OPEN, errno, "%s", org_id);
		if (fd >= 0)
			close(fd);
		return false;
	}
	/* First all their names: what is read while it changes may be read twice. */
	for (struct dirent *one = readdir(folder); one; one = readdir(folder)) {
		if (!is_history(one->d_name, org_id))
			continue;
		if (count == room)
			names = arena_grow(moving->arena, names, &room, sizeof(*names));
		names[count++] = arena_copy(moving->arena, one->d_name);
	}
	for (size_t i = 0; good && i < count; i++)
		good = move_file(moving, names[i], err);
	closedir(folder);
	return good;
}

/* ".removed/demo-2026-11-24-101231", or one more "-2" where two go in one second. */
static int make_folder(struct arena *arena, int data_fd, int removed_fd, const char *org_id,
	int64_t at_utc, const char **name, struct err *err)
{
	char at[TIME_TEXT_SIZE];
	int fd;

	time_format(at, at_utc);
	for (int number = 1; number < FOLDERS_MAX; number++) {
		*name = arena_format(
			arena, "%s-%.10s-%.2s%.2s%.2s", org_id, at, at + 11, at + 14, at + 17);
		if (number > 1)
			*name = arena_format(arena, "%s-%d", *name, number);
		if (mkdirat(removed_fd, *name, RIGHTS_FOLDER) == 0) {
			fd = openat(
				removed_fd, *name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
			rights_follow_folder(data_fd, fd);
			return fd;
		}
		if (errno != EEXIST)
			break;
	}
	err_set_reason(err, MSG_CANNOT_CREATE, errno, "%s/%s", REMOVED_FOLDER, *name);
	return -1;
}

/* Where people were in it. Best effort: at worst somebody begins in the middle. */
static void forget_places(struct store *store, const char *org_id)
{
	int fd = store_side_folder(store, ".places", 0);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	size_t len = strlen(org_id);

	if (!folder) {
		if (fd >= 0)
			close(fd);
		return;
	}
	for (struct dirent *one = readdir(folder); one; one = readdir(folder)) {
		if (strncmp(one->d_name, org_id, len) == 0 && one->d_name[len] == '.')
			unlinkat(dirfd(folder), one->d_name, 0);
	}
	closedir(folder);
}

/* In a shell's quotes. */
static const char *quoted(struct arena *arena, const char *path)
{
	struct buf out = BUF_INIT;
	const char *copy;

	buf_add_char(&out, '\'');
	for (; *path; path++) {
		if (*path == '\'')
			buf_add(&out, "'\\''");
		else
			buf_add_char(&out, *path);
	}
	buf_add_char(&out, '\'');
	copy = arena_copy(arena, out.text);
	buf_release(&out);
	return copy;
}

static bool move_all(struct moving *moving, const char *org_id, struct err *err)
{
	bool good = move_file(moving, store_file_name(moving->arena, org_id, ".json"), err) &&
		    move_history(moving, org_id, err);

	if (!good) {
		move_back(moving);
		return false;
	}
	/* It is gone already, whatever a power cut leaves of it: in one folder or the other. */
	fsync(moving->to_fd);
	fsync(moving->from_fd);
	return true;
}

static bool put_away_locked(struct store *store, struct arena *arena, int data_fd,
	const char *org_id, int64_t at_utc, struct put_away *told, struct err *err)
{
	struct moving moving = { .from_fd = data_fd, .to_fd = -1, .arena = arena };
	int removed_fd = store_side_folder(store, REMOVED_FOLDER, RIGHTS_FOLDER);
	const char *name, *data = store_data_dir(store);
	bool good = false;

	if (removed_fd < 0)
		return err_set_reason(err, MSG_CANNOT_CREATE, errno, "%s/%s", data, REMOVED_FOLDER);
	moving.to_fd = make_folder(arena, data_fd, removed_fd, org_id, at_utc, &name, err);
	if (moving.to_fd >= 0) {
		good = move_all(&moving, org_id, err);
		close(moving.to_fd);
	}
	if (moving.to_fd >= 0 && !good)
		unlinkat(removed_fd, name, AT_REMOVEDIR);
	close(removed_fd);
	if (!good)
		return false;
	forget_places(store, org_id);
	told->folder = arena_format(arena, "%s/" REMOVED_FOLDER "/%s", data, name);
	told->way_back = arena_format(
		arena, "mv -n %s/* %s/", quoted(arena, told->folder), quoted(arena, data));
	return true;
}

/* Under the lock: nobody saves meanwhile. */
static bool check_revision(struct store *store, int data_fd, struct arena *arena,
	const char *org_id, int64_t if_revision, struct put_away *told, struct err *err)
{
	struct err reason = ERR_INIT;
	struct snapshot *snapshot = snapshot_read(store, data_fd, org_id, &reason);
	bool good = true;

	told->name = org_id;
	if (snapshot) {
		told->name = arena_copy(arena, snapshot_organisation(snapshot)->name);
		if (if_revision != COMMIT_ANY_REVISION &&
			if_revision != snapshot_organisation(snapshot)->revision)
			good = err_set(err, ERR_CONFLICT, MSG_OTHER_REVISION, NULL, "%s", org_id);
		snapshot_free(snapshot);
	} else if (if_revision != COMMIT_ANY_REVISION ||
		   reason.message == MSG_NO_SUCH_ORGANISATION) {
		*err = reason;
		good = false;
	}
	return good;
}

bool store_put_away(struct store *store, struct arena *arena, const char *org_id, int64_t at_utc,
	int64_t if_revision, struct put_away *told, struct err *err)
{
	bool absent, there = false, good;
	int lock_fd, data_fd = id_is_valid(org_id) ? store_folder(store, false, &absent, err) : -1;

	if (!id_is_valid(org_id) || (data_fd < 0 && absent))
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	if (data_fd < 0)
		return false;
	good = file_is_there(data_fd, store_file_name(arena, org_id, ".json"), &there, err);
	if (good && !there)
		good = err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	lock_fd = good ? store_lock_organisation(store, data_fd, org_id, err) : -1;
	if (lock_fd >= 0) {
		good = check_revision(store, data_fd, arena, org_id, if_revision, told, err) &&
		       put_away_locked(store, arena, data_fd, org_id, at_utc, told, err);
		close(lock_fd);
	}
	close(data_fd);
	return good && lock_fd >= 0;
}
