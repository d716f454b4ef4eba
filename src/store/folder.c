/* SPDX-License-Identifier: MIT
 *
 * Which folder on the way is in the way: the system only says that there is one. */
#include "jalon/store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/text/errors.h"

/* And what it was the way to, where that is another one. */
static bool refuse(int message, const char *folder, const char *path, struct err *err)
{
	return err_set(
		err, ERR_FAILED, message, strcmp(folder, path) == 0 ? NULL : path, "%s", folder);
}

/* `parent` is the folder that `step` lies in, which stat() had to pass through. */
static bool check_step(const char *step, const char *parent, const char *path, struct err *err)
{
	struct stat status;

	if (stat(step, &status) != 0)
		return errno == EACCES ? refuse(MSG_FOLDER_NOT_PASSED, parent, path, err)
				       : refuse(MSG_NO_SUCH_FOLDER, step, path, err);
	return S_ISDIR(status.st_mode) || refuse(MSG_NO_SUCH_FOLDER, step, path, err);
}

static bool check_rights(const char *path, struct err *err)
{
	if (faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) != 0)
		return refuse(MSG_FOLDER_NOT_PASSED, path, path, err);
	return faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 ||
	       refuse(MSG_FOLDER_NOT_READ, path, path, err);
}

bool store_check_folder(const char *path, struct err *err)
{
	struct buf way = BUF_INIT, parent = BUF_INIT;
	bool good = true;

	buf_add(&parent, path[0] == '/' ? "/" : ".");
	for (const char *at = path; good && *at; at++) {
		buf_add_char(&way, *at);
		if (*at == '/' || (at[1] != '/' && at[1] != '\0'))
			continue;
		good = check_step(way.text, parent.text, path, err);
		buf_clear(&parent);
		buf_add(&parent, way.text);
	}
	good = good && check_rights(path, err);
	buf_release(&way);
	buf_release(&parent);
	return good;
}
