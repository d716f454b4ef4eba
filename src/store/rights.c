/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* S_ISVTX and extended attributes */
#include "store/rights.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "jalon/text/errors.h"

enum { ACCESS_LIST_MAX = 4096 };

static bool is_of_group(const struct stat *folder)
{
	return (folder->st_mode & S_ISGID) && (folder->st_mode & S_IWGRP);
}

void rights_follow_folder(int folder_fd, int fd)
{
	struct stat folder, made;
	mode_t wanted;

	if (fstat(folder_fd, &folder) != 0 || fstat(fd, &made) != 0 || !is_of_group(&folder))
		return;
	wanted = made.st_mode | (S_ISDIR(made.st_mode) ? S_ISGID | S_IRWXG : S_IRGRP | S_IWGRP);
	/* The one who owns it may; whoever made it of late did already. */
	if (wanted != made.st_mode && fchmod(fd, wanted & 07777) != 0)
		return;
}

/* As the kernel keeps it: no library is needed to carry it from one file to the other. */
static void keep_access_list(int from_fd, int fd)
{
	static const char name[] = "system.posix_acl_access";
	char list[ACCESS_LIST_MAX];
	ssize_t size = fgetxattr(from_fd, name, list, sizeof(list));

	if (size > 0 && fsetxattr(fd, name, list, (size_t)size, 0) != 0)
		return;
}

static void keep(int from_fd, int fd)
{
	struct stat from, made;
	mode_t mode;

	if (fstat(from_fd, &from) != 0 || fstat(fd, &made) != 0)
		return;
	mode = from.st_mode & 0777;
	if (from.st_uid != made.st_uid && fchown(fd, from.st_uid, (gid_t)-1) == 0)
		made.st_uid = from.st_uid;
	if (from.st_gid != made.st_gid && fchown(fd, (uid_t)-1, from.st_gid) == 0)
		made.st_gid = from.st_gid;
	/* What was one group's is not another's: it is what it is for anybody. */
	if (from.st_gid != made.st_gid)
		mode = (mode & ~(mode_t)070) | (mode & 07) << 3;
	if (fchmod(fd, mode) == 0 && from.st_gid == made.st_gid)
		keep_access_list(from_fd, fd);
}

bool rights_keep(int folder_fd, const char *name, int fd, struct err *err)
{
	int from_fd = openat(folder_fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (from_fd < 0 && errno != ENOENT)
		return err_set_reason(err, MSG_CANNOT_OPEN, errno, "%s", name);
	if (from_fd >= 0) {
		keep(from_fd, fd);
		close(from_fd);
	}
	rights_follow_folder(folder_fd, fd);
	return true;
}
