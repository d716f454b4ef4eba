/* SPDX-License-Identifier: MIT
 *
 * limits: what a session on an account that many people share may do.
 *
 * For     whatever writes. What such a session may write is bounded, so that nobody fills the
 *         others' file by a paste or a stuck key.
 * Owner   a plain value.
 * Units   bytes.
 * Errors  ERR_FAILED when the session has written enough. */
#ifndef JALON_SESSION_LIMITS_H
#define JALON_SESSION_LIMITS_H

#include "jalon/base/err.h"
#include "jalon/model/change.h"

enum {
	LIMITS_NAME_MAX = 60,
	LIMITS_LINE_MAX = 400,
	LIMITS_NOTE_MAX = 8 * 1024,
	LIMITS_NEW_SIZE = 4 * 1024, /* what a new organisation counts for */
	LIMITS_UNDO_SIZE = 1024,    /* what an undo or a redo does: nobody knows before */
	LIMITS_SESSION_MAX = 256 * 1024
};

struct limits {
	bool are_set; /* else everything is allowed */
	size_t written_bytes;
};

/* How long a text may be; SIZE_MAX for as long as one likes. */
size_t limits_text_max(const struct limits *limits, bool several_lines);
/* Counts what is about to be written. */
bool limits_count(struct limits *limits, size_t size, struct err *err);
bool limits_count_changes(
	struct limits *limits, const struct change *changes, size_t count, struct err *err);

#endif
