/* SPDX-License-Identifier: MIT
 *
 * rights: who may read and write what jalon makes.
 *
 * For     the store alone, each time that it makes a file or a folder.
 *         A folder with the setgid bit that its group may write is a group's: whatever is made in
 *         it the group may read and write too, whatever the umask of the one who comes first
 *         (git's core.sharedRepository=group). Elsewhere the umask has the last word.
 *         What replaces a file has its rights: mode, access list, group, and owner where the
 *         system lets one give a file away.
 * Errors  what may not be changed stays as it is, and the next one who may will. */
#ifndef STORE_RIGHTS_H
#define STORE_RIGHTS_H

#include <stdbool.h>

#include "jalon/base/err.h"

enum { RIGHTS_FILE = 0660, RIGHTS_FOLDER = 0770 };

/* The file or folder that is open, in the folder that is; −1 for either does nothing. */
void rights_follow_folder(int folder_fd, int fd);
/* An open file, still empty, that will take the place of what bears that name, if anything does.
 * False with an error where that cannot be told: it might be for its owner alone. */
bool rights_keep(int folder_fd, const char *name, int fd, struct err *err);

#endif
