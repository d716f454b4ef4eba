/* SPDX-License-Identifier: MIT
 *
 * Both ends are kept: how far back one has read, in the part that one is at, and where the last
 * part ended when it was last looked at. The file that was the last part then stays open, so that
 * no other can be taken for it: a save that puts it away, or a merge, puts another in its place. */
#include "jalon/store/history_pages.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/history_parts.h"
#include "store/snapshot.h"

enum { PAGE_BYTES = 64 * 1024 };

struct history_pages {
	struct store *store;
	struct arena *arena; /* of the names */
	const char *name;    /* of the last part */
	int last_fd;         /* −1: there was none */
	size_t last_end;     /* of what of it is known */
	int64_t revision_max;
	int part; /* the one that is read: 1 is the oldest, the last part has none put away; 0: none
		     is left */
	int put_away; /* how many there were */
	int older_fd; /* of the part that is read, where that is not the last one; −1: none */
	size_t left;  /* of it, that is older than what was read */
};

void history_pages_free(struct history_pages *pages)
{
	if (!pages)
		return;
	if (pages->older_fd >= 0)
		close(pages->older_fd);
	if (pages->last_fd >= 0)
		close(pages->last_fd);
	arena_free(pages->arena);
	mem_free(pages);
}

/* −1 with an error, or without one where there is no such file. */
static int open_part(int folder_fd, const char *name, struct err *err)
{
	bool there;

	if (!file_is_there(folder_fd, name, &there, err) || !there)
		return -1;
	return file_open(folder_fd, name, O_RDONLY, MSG_CANNOT_OPEN, err);
}

/* The parts are counted before and after the last one is opened: what is put away in between would
 * be read twice, or not. */
static bool open_last(struct history_pages *pages, int folder_fd, struct err *err)
{
	struct err reason = ERR_INIT;
	int after = -1;

	for (pages->put_away = 0; after != pages->put_away;) {
		if (pages->last_fd >= 0)
			close(pages->last_fd);
		pages->last_fd = -1;
		if (!history_count_parts(
			    folder_fd, pages->arena, pages->name, &pages->put_away, err))
			return false;
		pages->last_fd = open_part(folder_fd, pages->name, &reason);
		if (reason.code != ERR_NONE) {
			*err = reason;
			return false;
		}
		if (!history_kept_on_disk(
			    folder_fd, pages->name, pages->revision_max, &pages->last_end, err) ||
			!history_count_parts(folder_fd, pages->arena, pages->name, &after, err))
			return false;
	}
	pages->part = pages->put_away + 1;
	pages->left = pages->last_fd >= 0 ? pages->last_end : 0;
	return true;
}

struct history_pages *history_pages_open(
	struct store *store, const char *org_id, int64_t revision_max, struct err *err)
{
	struct history_pages *pages;
	bool absent, good;
	int folder_fd = store_folder(store, false, &absent, err);

	if (folder_fd < 0 && !absent)
		return NULL;
	pages = mem_alloc(sizeof(*pages));
	*pages = (struct history_pages){ .store = store,
		.arena = arena_new(),
		.last_fd = -1,
		.older_fd = -1,
		.revision_max = revision_max };
	pages->name = store_file_name(pages->arena, org_id, ".history.jsonl");
	good = absent || open_last(pages, folder_fd, err);
	if (folder_fd >= 0)
		close(folder_fd);
	if (good)
		return pages;
	history_pages_free(pages);
	return NULL;
}

bool history_pages_is_at_beginning(const struct history_pages *pages)
{
	return pages->left == 0 && pages->part <= 1;
}

/* The part before the one that was read to its beginning. */
static bool open_older(struct history_pages *pages, struct err *err)
{
	struct err reason = ERR_INIT;
	struct stat status;
	bool absent;
	int folder_fd = store_folder(pages->store, false, &absent, err);

	if (folder_fd < 0)
		return absent;
	if (pages->older_fd >= 0)
		close(pages->older_fd);
	pages->part--;
	pages->older_fd = open_part(
		folder_fd, history_part_name(pages->arena, pages->name, pages->part), &reason);
	close(folder_fd);
	pages->left = 0;
	if (pages->older_fd >= 0 && fstat(pages->older_fd, &status) == 0)
		pages->left = (size_t)status.st_size;
	if (reason.code != ERR_NONE)
		*err = reason;
	return reason.code == ERR_NONE;
}

static bool read_range(int fd, size_t start, size_t end, struct buf *out)
{
	char *room = buf_make_room(out, end - start);
	size_t done = 0;

	if (lseek(fd, (off_t)start, SEEK_SET) < 0)
		return false;
	while (done < end - start) {
		ssize_t len = read(fd, room + done, end - start - done);

		if (len < 0 && errno == EINTR)
			continue;
		if (len <= 0)
			return false;
		done += (size_t)len;
	}
	buf_add_written(out, done);
	return true;
}

/* Whole lines before `left`: a page of them, or one that is longer. *cut is where they begin in
 * what was read. */
static bool read_page(struct history_pages *pages, struct buf *text, size_t *cut, struct err *err)
{
	int fd = pages->part > pages->put_away ? pages->last_fd : pages->older_fd;

	for (size_t size = PAGE_BYTES;; size *= 2) {
		size_t start = pages->left > size ? pages->left - size : 0;
		const char *end;

		buf_clear(text);
		if (!read_range(fd, start, pages->left, text))
			return err_set_reason(err, MSG_CANNOT_READ, errno, "%s", pages->name);
		*cut = 0;
		if (start == 0) {
			pages->left = 0;
			return true;
		}
		/* What stands before the first end of a line is the rest of another one. */
		end = memchr(text->text, '\n', text->len - 1);
		if (end) {
			*cut = (size_t)(end - text->text) + 1;
			pages->left = start + *cut;
			return true;
		}
	}
}

bool history_pages_read(struct history_pages *pages, struct arena *arena,
	struct history_change **changes, size_t *count, struct err *err)
{
	struct buf text = BUF_INIT;
	bool good = true;

	*count = 0;
	*changes = NULL;
	while (good && *count == 0 && !history_pages_is_at_beginning(pages)) {
		size_t cut = 0;

		if (pages->left == 0) {
			good = open_older(pages, err);
			continue;
		}
		good = read_page(pages, &text, &cut, err) &&
		       history_parse(text.text + cut, text.len - cut, pages->name,
			       pages->revision_max, arena, changes, count, err);
	}
	buf_release(&text);
	return good;
}

static bool is_same_file(int folder_fd, const struct history_pages *pages)
{
	struct stat own, found;

	return pages->last_fd >= 0 && fstat(pages->last_fd, &own) == 0 &&
	       fstatat(folder_fd, pages->name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
	       own.st_dev == found.st_dev && own.st_ino == found.st_ino;
}

enum history_followed history_pages_follow(struct history_pages *pages, int64_t revision_max,
	struct arena *arena, struct history_change **changes, size_t *count, struct err *err)
{
	enum history_followed followed = HISTORY_REPLACED;
	struct buf text = BUF_INIT;
	size_t end = 0;
	bool absent;
	int folder_fd = store_folder(pages->store, false, &absent, err);

	*count = 0;
	*changes = NULL;
	if (folder_fd < 0)
		return absent ? HISTORY_REPLACED : HISTORY_LOST;
	if (is_same_file(folder_fd, pages)) {
		if (!history_kept_on_disk(folder_fd, pages->name, revision_max, &end, err))
			followed = HISTORY_LOST;
		else if (end >= pages->last_end)
			followed = HISTORY_FOLLOWED;
	}
	close(folder_fd);
	if (followed == HISTORY_FOLLOWED && end > pages->last_end) {
		if (!read_range(pages->last_fd, pages->last_end, end, &text))
			err_set_reason(err, MSG_CANNOT_READ, errno, "%s", pages->name);
		if (text.len != end - pages->last_end ||
			!history_parse(text.text, text.len, pages->name, revision_max, arena,
				changes, count, err))
			followed = HISTORY_LOST;
	}
	if (followed == HISTORY_FOLLOWED) {
		pages->last_end = end;
		pages->revision_max = revision_max;
	}
	buf_release(&text);
	return followed;
}
