/* SPDX-License-Identifier: MIT
 *
 * server: what an administrator copies to open a workshop, line by line.
 *
 * For     src/cli/server.c, which puts the values in: {user}, {data}, {parent} (the folder that
 *         {data} lies in), {program}, {command} (what sshd is to run), {make} (what makes the
 *         organisation).
 * Owner   static strings.
 * Source  sshd_config(5), adduser(8), jalon-server(8). */
#ifndef JALON_TEXT_SERVER_H
#define JALON_TEXT_SERVER_H

#include <stddef.h>

#include "jalon/text/languages.h"

enum server_line_kind {
	SERVER_TITLE,              /* numbered */
	SERVER_REMARK,             /* prose: broken at blanks alone, behind a # */
	SERVER_LINE,               /* as it is */
	SERVER_ORGANISATION,       /* a line for one organisation, when one was named */
	SERVER_ORGANISATIONS_FREE, /* a remark, when none was */
	SERVER_KERNEL_WHOLE,       /* remarks: the sandbox holds here in full, or not */
	SERVER_KERNEL_PART,
	SERVER_NOT_INSTALLED /* a remark, when the program lies where no packager puts one */
};

struct server_line {
	enum server_line_kind kind;
	struct wording text; /* in French alone where there is nothing to translate */
};

extern const struct server_line server_lines[];
extern const size_t server_line_count;

#endif
