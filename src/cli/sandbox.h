/* SPDX-License-Identifier: MIT
 *
 * sandbox: what the kernel refuses this program from here on, whatever somebody makes it do.
 *
 * For     restricted.c. Two doors, either of which only ever closes further: the system calls that
 *         the program makes, and no other (seccomp(2)); the folders that it opens, and no other
 *         (landlock(7)). The first is shut before anything of a client's is read; the second once
 *         the folders are known.
 * Owner   nothing: what is given is read and no more.
 * Errors  false: the kernel would not. A machine that the filter is not written for, or a kernel
 *         without Landlock, is no error: sandbox_has_filter() and sandbox_has_folders() tell.
 * Source  seccomp(2), landlock(7); sandbox-seccomp-filter.c of OpenSSH. */
#ifndef JALON_CLI_SANDBOX_H
#define JALON_CLI_SANDBOX_H

#include <stdbool.h>

#include "jalon/model/checklist.h"

/* Calls that are not on the list are refused with ENOSYS, as by a kernel that never had them. Needs
 * PR_SET_NO_NEW_PRIVS. */
bool sandbox_filter_calls(void);
/* Nothing is opened but what lies in `written`, to read, write and make files, or in `read`, to
 * read; nor does a signal or a connection leave the program. What does not exist is passed over. */
bool sandbox_keep_to(struct string_list written, struct string_list read);

/* Whether there is a list of calls for this machine; whether this kernel keeps to folders. */
bool sandbox_has_filter(void);
bool sandbox_has_folders(void);

#endif
