/* SPDX-License-Identifier: MIT */
#include "store/claim.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "store/file.h"
#include "store/rights.h"

enum { DEBRIS_MAX = 3 };

/* What goes on while the machine sleeps counts. */
static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_BOOTTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int make(const struct claim *claim, const char *name, int flags)
{
	int fd = openat(claim->folder_fd, name,
		O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | flags, RIGHTS_FILE);

	if (fd >= 0)
		rights_follow_folder(claim->folder_fd, fd);
	return fd;
}

/* What the folder's own clock says, which is no one's here: a file is made for its time. */
static bool folder_now(const struct claim *claim, int64_t *now_utc)
{
	struct buf probe = BUF_INIT;
	struct stat status;
	int fd;
	bool told;

	buf_add_format(&probe, "%s.clock", claim->mark.text);
	fd = make(claim, probe.text, O_TRUNC);
	told = fd >= 0 && write(fd, "\n", 1) == 1 && fstat(fd, &status) == 0;
	if (told)
		*now_utc = (int64_t)status.st_mtime;
	if (fd >= 0)
		close(fd);
	unlinkat(claim->folder_fd, probe.text, 0);
	buf_release(&probe);
	return told;
}

static bool is_debris(const struct claim *claim)
{
	struct stat found, mark;
	int64_t now_utc;

	if (fstatat(claim->folder_fd, claim->name.text, &found, AT_SYMLINK_NOFOLLOW) != 0)
		return false;
	if (!claim->is_far &&
		fstatat(claim->folder_fd, claim->mark.text, &mark, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT;
	return folder_now(claim, &now_utc) && now_utc - (int64_t)found.st_mtime > CLAIM_DEAD_S;
}

/* −1 with errno: EEXIST where somebody else's stands there. */
static int try_to_take(struct claim *claim)
{
	if (claim->is_far) {
		int fd = make(claim, claim->mark.text, 0);

		if (fd < 0)
			return -1;
		close(fd);
	}
	return make(claim, claim->name.text, O_EXCL);
}

static bool clear_debris(const struct claim *claim, int *cleared, struct err *err)
{
	if (*cleared == DEBRIS_MAX ||
		(unlinkat(claim->folder_fd, claim->name.text, 0) != 0 && errno != ENOENT))
		return err_set_reason(err, MSG_CANNOT_CREATE, errno, "%s", claim->name.text);
	++*cleared;
	return true;
}

/* What a server's client remembers of a name is what it was a while ago; and SFTP has no word for a
 * name that is there: it says that the server failed, which becomes EPERM. */
static bool may_be_busy(const struct claim *claim, int reason)
{
	return reason == EEXIST ||
	       (claim->is_far && (reason == ENOENT || reason == ESTALE || reason == EPERM));
}

enum claim_result claim_take(
	struct claim *claim, int folder_fd, const char *name, int64_t revision, struct err *err)
{
	int cleared = 0;

	*claim = (struct claim){ .folder_fd = folder_fd,
		.fd = -1,
		.name = BUF_INIT,
		.mark = BUF_INIT,
		.is_far = folder_is_shared(folder_fd) };
	buf_add_format(&claim->name, "%s.%" PRId64 ".new", name, revision);
	buf_add_format(&claim->mark, "%s.%" PRId64 ".far", name, revision);
	while ((claim->fd = try_to_take(claim)) < 0) {
		int reason = errno;

		if (may_be_busy(claim, reason) && is_debris(claim)) {
			if (!clear_debris(claim, &cleared, err))
				return CLAIM_FAILED;
			continue;
		}
		if (reason == EEXIST)
			err_set(err, ERR_FAILED, MSG_SAVED_ELSEWHERE, NULL, "%s", claim->name.text);
		else
			err_set_reason(err, MSG_CANNOT_CREATE, reason, "%s", claim->name.text);
		return may_be_busy(claim, reason) ? CLAIM_BUSY : CLAIM_FAILED;
	}
	claim->taken_ms = now_ms();
	return CLAIM_TAKEN;
}

bool claim_check(const struct claim *claim, struct err *err)
{
	struct stat own, found = { .st_ino = 0 };

	if (fstat(claim->fd, &own) != 0 ||
		(fstatat(claim->folder_fd, claim->name.text, &found, AT_SYMLINK_NOFOLLOW) != 0 &&
			errno != ENOENT))
		return err_set_reason(err, MSG_CANNOT_READ, errno, "%s", claim->name.text);
	if (own.st_nlink == 0 || own.st_dev != found.st_dev || own.st_ino != found.st_ino ||
		(claim->is_far && now_ms() - claim->taken_ms > CLAIM_DEAD_S * 1000 / 2))
		return err_set(err, ERR_FAILED, MSG_SAVED_ELSEWHERE, NULL, "%s", claim->name.text);
	return true;
}

void claim_release(struct claim *claim, bool is_out)
{
	struct err ignored;

	if (claim->fd >= 0 && claim_check(claim, &ignored))
		unlinkat(claim->folder_fd, claim->name.text, 0);
	if (is_out)
		unlinkat(claim->folder_fd, claim->mark.text, 0);
	if (claim->fd >= 0)
		close(claim->fd);
	buf_release(&claim->name);
	buf_release(&claim->mark);
}
