/* SPDX-License-Identifier: MIT */
#include "store/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "store/claim.h"
#include "store/file.h"
#include "store/history_parts.h"
#include "store/rights.h"

enum { CLAIM_PAUSE_MS = 20 };

static bool write_claimed(
	const struct claim *claim, const char *name, const struct buf *text, struct err *err)
{
	if (!rights_keep(claim->folder_fd, name, claim->fd, err))
		return false;
	if (file_write_all(claim->fd, text) && fsync(claim->fd) == 0)
		return true;
	return err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", name);
}

enum borne { BORNE_BY_US, BORNE_BY_ANOTHER, BORNE_UNKNOWN };

/* Which file bears that name: the one that was claimed, or another. */
static enum borne who_bears(const struct claim *claim, const char *name)
{
	struct stat own, found;

	if (fstat(claim->fd, &own) != 0 ||
		fstatat(claim->folder_fd, name, &found, AT_SYMLINK_NOFOLLOW) != 0)
		return BORNE_UNKNOWN;
	return own.st_dev == found.st_dev && own.st_ino == found.st_ino ? BORNE_BY_US
									: BORNE_BY_ANOTHER;
}

/* Puts the file written beside in its place. What a rename says is not always what it did: over a
 * network the answer may be lost after the deed. So where it failed, what stands there now tells;
 * and where it did not, whether it moved what it was to move: our file is there, or somebody
 * already put another in its place, and then it has no name any more. */
static bool put_in_place(const struct claim *claim, const char *name, struct err *err)
{
	struct stat own;
	int reason;

	if (!claim_check(claim, err))
		return false;
	if (renameat(claim->folder_fd, claim->name.text, claim->folder_fd, name) == 0) {
		if (who_bears(claim, name) == BORNE_BY_ANOTHER && fstat(claim->fd, &own) == 0 &&
			own.st_nlink > 0)
			return err_set(err, ERR_FAILED, MSG_SAVE_LOST, NULL, "%s", name);
		return true;
	}
	reason = errno;
	return who_bears(claim, name) == BORNE_BY_US ||
	       err_set_reason(err, MSG_CANNOT_WRITE, reason, "%s", name);
}

bool file_write(
	int folder_fd, const char *name, const struct buf *text, bool *synced, struct err *err)
{
	struct claim claim;
	bool written = claim_take(&claim, folder_fd, name, 0, err) == CLAIM_TAKEN &&
		       write_claimed(&claim, name, text, err) && put_in_place(&claim, name, err);

	if (written)
		*synced = fsync(folder_fd) == 0;
	claim_release(&claim, written);
	return written;
}

/* Whether the file still holds what was read. */
static enum save_result look_again(const struct save *save, struct err *err)
{
	struct buf found = BUF_INIT;
	size_t size_max = save->seen ? save->seen->len : 0;
	enum save_result result = SAVE_OVERTAKEN;
	struct err reason;

	switch (file_read(save->folder_fd, save->name, size_max, &found, &reason)) {
	case FILE_ABSENT:
		if (!save->seen)
			result = SAVE_DONE;
		break;
	case FILE_READ:
		if (save->seen && found.len == save->seen->len &&
			memcmp(found.text, save->seen->text, found.len) == 0)
			result = SAVE_DONE;
		break;
	case FILE_REFUSED:
		/* One that has grown is another. */
		if (reason.message == MSG_JSON_TOO_LARGE)
			break;
		*err = reason;
		result = SAVE_FAILED;
		break;
	}
	buf_release(&found);
	return result;
}

/* −1 with an error; *made when there was no history yet. */
static int open_history(const struct save *save, bool *made, struct err *err)
{
	bool there;

	if (!file_is_there(save->folder_fd, save->history_name, &there, err))
		return -1;
	*made = !there;
	return file_open(save->folder_fd, save->history_name,
		O_WRONLY | O_APPEND | O_CREAT | (there ? 0 : O_EXCL), MSG_CANNOT_OPEN, err);
}

/* Where the claim went to somebody else, so did the history. */
static void undo_history(const struct save *save, const struct claim *claim, int fd, bool made)
{
	struct err ignored;

	if (!claim_check(claim, &ignored))
		return;
	/* Should this fail too, the lines are of a revision that the file never reaches: readers
	 * pass over them and the next save drops them. */
	if (made)
		unlinkat(save->folder_fd, save->history_name, 0);
	else if (ftruncate(fd, (off_t)save->history_size) != 0)
		return;
}

/* What was kept of it goes under a name of its own, and the history begins anew. */
static bool put_away(const struct save *save, struct err *err)
{
	int fd = file_open(save->folder_fd, save->history_name, O_WRONLY, MSG_CANNOT_OPEN, err);
	bool good;

	if (fd < 0)
		return false;
	good = ftruncate(fd, (off_t)save->history_size) == 0 ||
	       err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", save->history_name);
	close(fd);
	return good && history_put_away(save->folder_fd, save->history_name, err);
}

/* The history first, so that the file never is of a revision that nobody can tell of. */
static bool publish(const struct save *save, const struct claim *claim, struct err *err)
{
	bool is_full = save->history_size >= HISTORY_PART_SIZE, published = false, made;
	size_t kept = is_full ? 0 : save->history_size;
	int fd;

	if (is_full && !put_away(save, err))
		return false;
	fd = open_history(save, &made, err);
	if (fd < 0)
		return false;
	if (ftruncate(fd, (off_t)kept) != 0 || !file_write_all(fd, save->lines) || fsync(fd) != 0)
		err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", save->history_name);
	else
		published = put_in_place(claim, save->name, err);
	if (!published)
		undo_history(save, claim, fd, made);
	close(fd);
	return published;
}

/* Whoever has claimed the revision is waited for: until they are done, which the file tells, or
 * give up, or for too long. */
static enum save_result wait_for_claim(
	const struct save *save, struct claim *claim, struct err *err)
{
	const struct timespec pause = { .tv_nsec = CLAIM_PAUSE_MS * 1000000L };
	struct err reason;

	for (int waited_ms = 0;; waited_ms += CLAIM_PAUSE_MS) {
		enum claim_result taken =
			claim_take(claim, save->folder_fd, save->name, save->revision, &reason);
		enum save_result found = SAVE_FAILED;

		if (taken == CLAIM_TAKEN)
			return SAVE_DONE;
		if (taken == CLAIM_BUSY)
			found = look_again(save, &reason);
		if (found == SAVE_DONE && waited_ms >= save->wait_ms)
			found = SAVE_FAILED;
		if (found == SAVE_FAILED)
			*err = reason;
		if (found != SAVE_DONE)
			return found;
		claim_release(claim, false);
		nanosleep(&pause, NULL);
	}
}

enum save_result save_commit(const struct save *save, bool *synced, struct err *err)
{
	struct claim claim;
	enum save_result result = wait_for_claim(save, &claim, err);

	if (result == SAVE_DONE && !write_claimed(&claim, save->name, save->text, err))
		result = SAVE_FAILED;
	if (result == SAVE_DONE)
		result = look_again(save, err);
	if (result == SAVE_DONE && !publish(save, &claim, err))
		result = SAVE_FAILED;
	if (result == SAVE_DONE)
		*synced = fsync(save->folder_fd) == 0;
	claim_release(&claim, result != SAVE_FAILED);
	return result;
}
