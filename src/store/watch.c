/* SPDX-License-Identifier: MIT
 *
 * inotify wakes the loop; whether something changed is always decided by stat, so that an event
 * lost, a queue overflown or one's own save say the same as no event at all. */
#include "jalon/store/watch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/buf.h"
#include "store/snapshot.h"

enum { SLOW_LOOK_MS = 2000 };

struct watch {
	char *data_dir;
	char *path; /* of the organisation's file; NULL: none */
	bool all;   /* those of the folder too */
	int inotify_fd;
	struct stat folder;    /* the one that inotify looks at */
	int presence_mark;     /* of inotify, for the folder of presence; −1: none */
	bool presence_is_slow; /* the system had no watch left for it */
	struct presence *presence;
	uint64_t seen, seen_all; /* marks; 0: it is not there */
};

static uint64_t mix(uint64_t mark, uint64_t number)
{
	return (mark ^ number) * UINT64_C(1099511628211);
}

static uint64_t mark_of_file(const char *path)
{
	struct stat status;

	if (stat(path, &status) != 0)
		return 0;
	return mix(mix(mix(mix(1, (uint64_t)status.st_ino), (uint64_t)status.st_size),
			   (uint64_t)status.st_mtim.tv_sec),
		(uint64_t)status.st_mtim.tv_nsec);
}

/* Order does not matter to a sum: a folder may list its files in any. 0 for no folder. */
static uint64_t mark_of_folder(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *found;
	uint64_t mark = 1;

	if (!dir)
		return 0;
	while ((found = readdir(dir))) {
		size_t len = strlen(found->d_name);
		struct buf file = BUF_INIT;

		if (len < 6 || strcmp(found->d_name + len - 5, ".json") != 0)
			continue;
		buf_add_format(&file, "%s/%s", path, found->d_name);
		mark += mix(mark_of_file(file.text), store_hash(found->d_name));
		buf_release(&file);
	}
	closedir(dir);
	return mark;
}

/* Whether what counts is as it was at the last look. */
static bool look(struct watch *watch)
{
	uint64_t one = watch->path ? mark_of_file(watch->path) : 0;
	uint64_t all = watch->all ? mark_of_folder(watch->data_dir) : watch->seen_all;
	bool same = one == watch->seen && all == watch->seen_all;

	watch->seen = one;
	watch->seen_all = all;
	return same;
}

/* There inotify tells of what this machine does, and not of the others. */
static bool is_on_shared_disk(const char *path)
{
	int folder_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool is_shared = folder_fd >= 0 && folder_is_shared(folder_fd);

	if (folder_fd >= 0)
		close(folder_fd);
	return is_shared;
}

static void stop_inotify(struct watch *watch)
{
	if (watch->inotify_fd >= 0)
		close(watch->inotify_fd);
	watch->inotify_fd = -1;
}

/* A session writes its file in place; where it closes it, it has ended. */
static void watch_presence(struct watch *watch)
{
	struct buf path = BUF_INIT;

	watch->presence_mark = -1;
	watch->presence_is_slow = false;
	if (!watch->presence || watch->inotify_fd < 0)
		return;
	buf_add_format(&path, "%s/" PRESENCE_FOLDER, watch->data_dir);
	watch->presence_mark = inotify_add_watch(watch->inotify_fd, path.text,
		IN_MODIFY | IN_CLOSE_WRITE | IN_DELETE | IN_ONLYDIR | IN_DONT_FOLLOW);
	watch->presence_is_slow = watch->presence_mark < 0 && (errno == ENOSPC || errno == ENOMEM);
	buf_release(&path);
}

static void start_inotify(struct watch *watch)
{
	watch->inotify_fd = -1;
	if (is_on_shared_disk(watch->data_dir) || stat(watch->data_dir, &watch->folder) != 0)
		return;
	watch->inotify_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->inotify_fd < 0)
		return;
	/* The folder, since a save puts another file in the place of the one it replaces. */
	if (inotify_add_watch(watch->inotify_fd, watch->data_dir,
		    IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CLOSE_WRITE | IN_DELETE_SELF |
			    IN_MOVE_SELF | IN_ONLYDIR) < 0)
		stop_inotify(watch);
	watch_presence(watch);
}

struct watch *watch_new(const struct store *store, const char *org_id)
{
	struct watch *watch = mem_alloc(sizeof(*watch));
	struct buf path = BUF_INIT;

	watch->data_dir = mem_copy_text(store_data_dir(store));
	if (org_id) {
		buf_add_format(&path, "%s/%s.json", watch->data_dir, org_id);
		watch->path = mem_copy_text(path.text);
		buf_release(&path);
	}
	start_inotify(watch);
	watch->all = org_id == NULL;
	look(watch);
	return watch;
}

void watch_all(struct watch *watch, bool all)
{
	if (all && !watch->all)
		watch->seen_all = mark_of_folder(watch->data_dir);
	watch->all = all;
}

void watch_add_presence(struct watch *watch, struct presence *presence)
{
	watch->presence = presence;
	watch_presence(watch);
}

void watch_free(struct watch *watch)
{
	if (!watch)
		return;
	stop_inotify(watch);
	mem_free(watch->data_dir);
	mem_free(watch->path);
	mem_free(watch);
}

int watch_fd(const struct watch *watch)
{
	return watch->inotify_fd;
}

int watch_wait_ms(const struct watch *watch)
{
	bool is_there = watch->path ? watch->seen : watch->seen_all;

	/* A folder that was removed does not tell when it is put back. */
	return watch->inotify_fd < 0 || watch->presence_is_slow || !is_there ? SLOW_LOOK_MS : -1;
}

static void take_event(struct watch *watch, const struct inotify_event *event, const char *name)
{
	bool of_presence = watch->presence && event->wd == watch->presence_mark;

	/* Events were lost: whatever they said is found by looking. */
	if (watch->presence && (event->mask & IN_Q_OVERFLOW))
		presence_look(watch->presence);
	else if (of_presence && event->len)
		presence_look_at(watch->presence, name, event->mask & IN_CLOSE_WRITE);
}

/* False when a folder itself went away, and with it what inotify looks at. */
static bool take_events(struct watch *watch, const char *events, size_t len)
{
	bool there = true;

	for (size_t at = 0; at + sizeof(struct inotify_event) <= len;) {
		struct inotify_event event;

		memcpy(&event, events + at, sizeof(event));
		take_event(watch, &event, events + at + sizeof(event));
		if (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED))
			there = false;
		at += sizeof(event) + event.len;
	}
	return there;
}

static void read_events(struct watch *watch)
{
	char events[4096];

	while (watch->inotify_fd >= 0) {
		ssize_t len = read(watch->inotify_fd, events, sizeof(events));

		if (len <= 0)
			return;
		if (!take_events(watch, events, (size_t)len))
			stop_inotify(watch);
	}
}

/* A folder that somebody holds open does not tell either that it was removed. */
static bool folder_is_another(const struct watch *watch)
{
	struct stat now;

	return stat(watch->data_dir, &now) != 0 || now.st_dev != watch->folder.st_dev ||
	       now.st_ino != watch->folder.st_ino;
}

bool watch_changed(struct watch *watch)
{
	read_events(watch);
	if (watch->inotify_fd >= 0 && folder_is_another(watch))
		stop_inotify(watch);
	if (watch->presence_is_slow)
		watch_presence(watch);
	if ((watch->inotify_fd < 0 || watch->presence_is_slow) && watch->presence)
		presence_look(watch->presence);
	/* The folder may have come into being since. */
	if (watch->inotify_fd < 0)
		start_inotify(watch);
	return !look(watch);
}
