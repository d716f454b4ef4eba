/* SPDX-License-Identifier: MIT
 *
 * The folders of the data: those beside the organisations, and whether one may write to any. */
#include "jalon/store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "store/snapshot.h"

int store_side_folder(const struct store *store, const char *name, unsigned make_mode)
{
	struct err ignored;
	bool absent;
	int data_fd = store_folder(store, false, &absent, &ignored), fd;

	if (data_fd < 0)
		return -1;
	/* Where it cannot be made it may be there already, to be read. */
	if (make_mode)
		mkdirat(data_fd, name, make_mode);
	fd = openat(data_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (make_mode)
		rights_follow_folder(data_fd, fd);
	close(data_fd);
	return fd;
}

/* What is not there yet is the folder's matter. */
static bool check_file_writable(int folder_fd, const char *name, struct err *err)
{
	if (faccessat(folder_fd, name, W_OK, AT_EACCESS) == 0 || errno == ENOENT)
		return true;
	return err_set_reason(err, MSG_FOLDER_READ_ONLY, errno, "%s", name);
}

bool store_check_writable(const struct store *store, const char *org_id, struct err *err)
{
	struct arena *arena;
	bool absent, good;
	int folder_fd = store_folder(store, false, &absent, err);

	if (folder_fd < 0)
		return absent;
	arena = arena_new();
	if (faccessat(folder_fd, ".", W_OK | X_OK, AT_EACCESS) != 0)
		good = err_set_reason(
			err, MSG_FOLDER_READ_ONLY, errno, "%s", store_data_dir(store));
	else
		good = !org_id ||
		       (check_file_writable(
				folder_fd, store_file_name(arena, org_id, ".lock"), err) &&
			       check_file_writable(folder_fd,
				       store_file_name(arena, org_id, ".history.jsonl"), err));
	arena_free(arena);
	close(folder_fd);
	return good;
}
