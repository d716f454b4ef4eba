/* SPDX-License-Identifier: MIT */
#include "store/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "store/file.h"
#include "store/rights.h"

static bool write_all(int fd, const struct buf *bytes)
{
	size_t written = 0;

	while (written < bytes->len) {
		ssize_t len = write(fd, bytes->text + written, bytes->len - written);

		if (len < 0 && errno == EINTR)
			continue;
		if (len < 0)
			return false;
		/* A disk that takes nothing and says nothing is not asked for ever. */
		if (len == 0) {
			errno = EIO;
			return false;
		}
		written += (size_t)len;
	}
	return true;
}

/* The new file, beside the old one. Only the holder of the lock writes it, so what bears its name
 * already is what a save left that did not come to its end. */
static bool write_beside(int folder_fd, const char *beside, const struct buf *text,
	const char *name, struct err *err)
{
	bool written = false;
	int fd;

	unlinkat(folder_fd, beside, 0);
	fd = file_open(folder_fd, beside, O_WRONLY | O_CREAT | O_EXCL, MSG_CANNOT_CREATE, err);
	if (fd < 0)
		return false;
	if (!rights_keep(folder_fd, name, fd, err))
		written = false;
	else if (write_all(fd, text) && fsync(fd) == 0)
		written = true;
	else
		err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", name);
	if (close(fd) != 0 && written)
		written = err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", name);
	return written;
}

/* Puts the file written beside in its place. What a rename says is not always what it did: over a
 * network the answer may be lost after the deed. So where it failed, what stands there now tells.
 */
static bool put_in_place(int folder_fd, const char *beside, const char *name, struct err *err)
{
	struct stat written, found;
	int reason;

	if (fstatat(folder_fd, beside, &written, AT_SYMLINK_NOFOLLOW) != 0)
		return err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", name);
	if (renameat(folder_fd, beside, folder_fd, name) == 0)
		return true;
	reason = errno;
	if (fstatat(folder_fd, name, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
		found.st_dev == written.st_dev && found.st_ino == written.st_ino)
		return true;
	return err_set_reason(err, MSG_CANNOT_WRITE, reason, "%s", name);
}

bool file_write(
	int folder_fd, const char *name, const struct buf *text, bool *synced, struct err *err)
{
	struct buf beside = BUF_INIT;
	bool written;

	buf_add_format(&beside, "%s.new", name);
	written = write_beside(folder_fd, beside.text, text, name, err) &&
		  put_in_place(folder_fd, beside.text, name, err);
	if (written)
		*synced = fsync(folder_fd) == 0;
	else
		unlinkat(folder_fd, beside.text, 0);
	buf_release(&beside);
	return written;
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

static void undo_history(const struct save *save, int fd, bool made)
{
	/* Should this fail too, the lines are of a revision that the file never reaches: readers
	 * pass over them and the next save drops them. */
	if (made)
		unlinkat(save->folder_fd, save->history_name, 0);
	else if (ftruncate(fd, (off_t)save->history_size) != 0)
		return;
}

bool save_commit(const struct save *save, bool *synced, struct err *err)
{
	bool saved = false, made = false;
	int fd = -1;
	struct buf beside = BUF_INIT;

	buf_add_format(&beside, "%s.new", save->name);
	if (!write_beside(save->folder_fd, beside.text, save->text, save->name, err))
		goto cleanup;
	fd = open_history(save, &made, err);
	if (fd < 0)
		goto cleanup;
	if (ftruncate(fd, (off_t)save->history_size) != 0 || !write_all(fd, save->lines) ||
		fsync(fd) != 0) {
		err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", save->history_name);
		undo_history(save, fd, made);
		goto cleanup;
	}
	if (!put_in_place(save->folder_fd, beside.text, save->name, err)) {
		undo_history(save, fd, made);
		goto cleanup;
	}
	saved = true;
	*synced = fsync(save->folder_fd) == 0;
cleanup:
	if (fd >= 0)
		close(fd);
	if (!saved)
		unlinkat(save->folder_fd, beside.text, 0);
	buf_release(&beside);
	return saved;
}
