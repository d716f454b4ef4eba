/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* OFD locks */
#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "jalon/store/store.h"
#include "store/rights.h"

enum { PAUSE_MAX_MS = 50 };

/* A folder's name is on the disk once the folder that holds it is synced. */
static void settle_in_parent(const char *path)
{
	struct buf parent = BUF_INIT;
	const char *slash = strrchr(path, '/');
	int fd, made_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (slash)
		buf_add_len(&parent, path, slash == path ? 1 : (size_t)(slash - path));
	else
		buf_add(&parent, ".");
	fd = open(parent.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Where one may go through a folder and not read it, the system has to do without. */
	if (fd >= 0) {
		rights_follow_folder(fd, made_fd);
		fsync(fd);
		close(fd);
	}
	if (made_fd >= 0)
		close(made_fd);
	buf_release(&parent);
}

/* Each folder on the way; those that are there already are fine. */
static bool make_folders(const char *path)
{
	struct buf way = BUF_INIT;
	bool there = true;

	for (const char *at = path; there && *at; at++) {
		buf_add_char(&way, *at);
		if (at[1] != '/' && at[1] != '\0')
			continue;
		if (mkdir(way.text, RIGHTS_FOLDER) == 0)
			settle_in_parent(way.text);
		else
			there = errno == EEXIST;
	}
	buf_release(&way);
	return there;
}

int folder_open(const char *path, bool make, struct err *err)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), reason;

	if (fd < 0 && errno == ENOENT && make) {
		if (make_folders(path))
			fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (fd < 0)
			err_set_reason(err, MSG_CANNOT_CREATE, errno, "%s", path);
	} else if (fd < 0) {
		reason = errno;
		if (reason != EACCES || store_check_folder(path, err))
			err_set_reason(err, MSG_CANNOT_OPEN, reason, "%s", path);
	}
	return fd;
}

bool folder_is_shared(int folder_fd)
{
	static const uint32_t magics[] = {
		0x6969,     /* NFS */
		0xff534d42, /* CIFS */
		0xfe534d42, /* SMB 2 */
		0x517b,     /* SMB */
		0x01021997, /* 9P */
		0x5346414f, /* AFS */
		0x00c36400, /* Ceph */
		0x0bd00bd0, /* Lustre */
		0x01161970, /* GFS2 */
		0x7461636f, /* OCFS2 */
		0x65735546, /* FUSE: sshfs, GlusterFS and others */
	};
	struct statfs status;

	if (fstatfs(folder_fd, &status) != 0)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(magics); i++) {
		if ((uint32_t)status.f_type == magics[i])
			return true;
	}
	return false;
}

/* As fstat(), but asked of the server where there is one: what is remembered of a file's size
 * (FUSE: for a second; sshfs: for twenty, but not past an opening) would cut what is read. */
static int stat_fresh(int fd, struct stat *status)
{
	struct statx fresh;

	if (fstat(fd, status) != 0)
		return -1;
	if (statx(fd, "", AT_EMPTY_PATH | AT_STATX_FORCE_SYNC, STATX_SIZE, &fresh) == 0)
		status->st_size = (off_t)fresh.stx_size;
	return 0;
}

static bool check_regular(int fd, const char *name, struct stat *status, struct err *err)
{
	if (stat_fresh(fd, status) != 0)
		return err_set_reason(err, MSG_CANNOT_READ, errno, "%s", name);
	if (!S_ISREG(status->st_mode))
		return err_set(err, ERR_FAILED, MSG_NOT_A_FILE, NULL, "%s", name);
	return true;
}

/* What errno says of a name that could not be opened; some of it means that it is no file. */
static bool refuse_to_open(const char *name, enum message otherwise, struct err *err)
{
	bool is_no_file = errno == ELOOP || errno == EISDIR || errno == ENXIO;

	if (is_no_file)
		return err_set(err, ERR_FAILED, MSG_NOT_A_FILE, NULL, "%s", name);
	return err_set_reason(err, otherwise, errno, "%s", name);
}

int file_open(int folder_fd, const char *name, int flags, enum message otherwise, struct err *err)
{
	int fd = openat(folder_fd, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, RIGHTS_FILE);
	struct stat status;

	if (fd < 0) {
		refuse_to_open(name, otherwise, err);
	} else if (!check_regular(fd, name, &status, err)) {
		if (flags & O_EXCL)
			unlinkat(folder_fd, name, 0);
		close(fd);
		fd = -1;
	} else if (flags & O_CREAT) {
		rights_follow_folder(folder_fd, fd);
	}
	return fd;
}

bool file_is_there(int folder_fd, const char *name, bool *there, struct err *err)
{
	struct stat status;

	*there = fstatat(folder_fd, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
	if (*there || errno == ENOENT || errno == ENOTDIR)
		return true;
	return err_set_reason(err, MSG_CANNOT_READ, errno, "%s", name);
}

/* `size` is what is said to be there, and a byte more is asked for: where no more than was said
 * comes, that was the end. One that has grown meanwhile is read to its end, but to no more than
 * size_max bytes and a few, so that one which goes on growing comes to an end too. */
static bool read_all(int fd, size_t size, size_t size_max, struct buf *out)
{
	enum { MORE = 4096 };

	mem_bring_pages(buf_make_room(out, size + 1), size);
	for (size_t start = out->len, room = size + 1; out->len - start <= size_max; room = MORE) {
		ssize_t len = read(fd, buf_make_room(out, room), room);

		if (len < 0 && errno == EINTR)
			continue;
		if (len <= 0)
			return len == 0;
		buf_add_written(out, (size_t)len);
		if ((size_t)len == size && room == size + 1)
			return true;
	}
	return true;
}

/* Open, and a regular file; −1 with *found telling. */
static int open_to_read(int folder_fd, const char *name, int follow, struct stat *status,
	enum file_found *found, struct err *err)
{
	int fd = openat(folder_fd, name, O_RDONLY | follow | O_NONBLOCK | O_CLOEXEC);

	*found = fd < 0 && errno == ENOENT ? FILE_ABSENT : FILE_REFUSED;
	if (fd < 0) {
		if (*found == FILE_REFUSED)
			refuse_to_open(name, MSG_CANNOT_OPEN, err);
		return -1;
	}
	if (check_regular(fd, name, status, err))
		return fd;
	close(fd);
	return -1;
}

static enum file_found read_whole(int folder_fd, const char *name, int follow, size_t size_max,
	struct buf *out, struct err *err)
{
	enum file_found found;
	struct stat status;
	int fd = open_to_read(folder_fd, name, follow, &status, &found, err);

	if (fd < 0)
		return found;
	if ((uintmax_t)status.st_size > size_max)
		err_set(err, ERR_FAILED, MSG_JSON_TOO_LARGE, NULL, "%s", name);
	else if (!read_all(fd, (size_t)status.st_size, size_max, out))
		err_set_reason(err, MSG_CANNOT_READ, errno, "%s", name);
	else if (out->len > size_max)
		err_set(err, ERR_FAILED, MSG_JSON_TOO_LARGE, NULL, "%s", name);
	else
		found = FILE_READ;
	close(fd);
	return found;
}

enum file_found file_read(
	int folder_fd, const char *name, size_t size_max, struct buf *out, struct err *err)
{
	return read_whole(folder_fd, name, O_NOFOLLOW, size_max, out, err);
}

enum file_found file_read_path(const char *path, size_t size_max, struct buf *out, struct err *err)
{
	return read_whole(AT_FDCWD, path, 0, size_max, out, err);
}

enum file_found file_read_tail(int folder_fd, const char *name, size_t size_max, struct buf *out,
	size_t *start, struct err *err)
{
	enum file_found found;
	struct stat status;
	int fd = open_to_read(folder_fd, name, O_NOFOLLOW, &status, &found, err);

	*start = 0;
	if (fd < 0)
		return found;
	if ((uintmax_t)status.st_size > size_max)
		*start = (size_t)status.st_size - size_max;
	if ((*start == 0 || lseek(fd, (off_t)*start, SEEK_SET) >= 0) &&
		read_all(fd, (size_t)status.st_size - *start, size_max, out))
		found = FILE_READ;
	else
		err_set_reason(err, MSG_CANNOT_READ, errno, "%s", name);
	close(fd);
	return found;
}

bool file_try_lock(int fd)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

/* Scripts hold a lock with flock(1), programs with fcntl(2), and neither sees the other: a save
 * takes both. A file system that has no flock is no obstacle. */
static bool try_lock(int fd)
{
	if (flock(fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR))
		return false;
	return file_try_lock(fd);
}

/* There is no waiting for a lock with a limit; so try, and pause a little longer each time. */
static bool wait_for_lock(int fd, const char *name, int wait_ms, struct err *err)
{
	int pause_ms = 1;

	for (int waited_ms = 0;; waited_ms += pause_ms) {
		struct timespec pause = { .tv_nsec = pause_ms * 1000000L };

		if (try_lock(fd))
			return true;
		if (errno != EAGAIN && errno != EACCES && errno != EINTR)
			return err_set_reason(err, MSG_CANNOT_LOCK, errno, "%s", name);
		if (waited_ms >= wait_ms)
			return err_set(err, ERR_FAILED, MSG_LOCK_BUSY, NULL, "%s", name);
		nanosleep(&pause, NULL);
		if (pause_ms < PAUSE_MAX_MS)
			pause_ms *= 2;
	}
}

int file_lock(int folder_fd, const char *name, int wait_ms, struct err *err)
{
	int fd = file_open(folder_fd, name, O_RDWR | O_CREAT, MSG_CANNOT_CREATE, err);

	if (fd < 0 || wait_for_lock(fd, name, wait_ms, err))
		return fd;
	close(fd);
	return -1;
}

int file_open_regular(int folder_fd, const char *name, int flags, unsigned mode)
{
	int fd = openat(folder_fd, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode);
	struct stat status;

	if (fd >= 0 && (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))) {
		close(fd);
		fd = -1;
	}
	/* What is for its owner alone stays so. */
	if (fd >= 0 && (flags & O_CREAT) && (mode & RIGHTS_FILE) == RIGHTS_FILE)
		rights_follow_folder(folder_fd, fd);
	return fd;
}

bool file_is_held(int fd)
{
	struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };

	return fcntl(fd, F_OFD_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
}

char *file_cut_line(char **rest)
{
	char *line = *rest, *end = strchr(line, '\n');

	if (!end)
		return NULL;
	*end = '\0';
	*rest = end + 1;
	return line;
}

bool file_write_all(int fd, const struct buf *bytes)
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
