/* SPDX-License-Identifier: MIT
 *
 * err: what went wrong, as a value.
 *
 * For     every function that can fail for a reason outside the program. It takes a
 *         `struct err *` last, never NULL, and leaves it untouched on success.
 * Owner   the caller; a plain value, nothing to release.
 * Errors  `code` is the exit status of the command line. `message` is an `enum message` of
 *         jalon/text/errors.h: base carries the number, text says it in the person's language,
 *         and only cli and tui show it. */
#ifndef JALON_BASE_ERR_H
#define JALON_BASE_ERR_H

#include <stdbool.h>

#include "jalon/base/mem.h"

enum err_code { ERR_NONE = 0, ERR_FAILED = 1, ERR_USAGE = 2, ERR_CONFLICT = 3 };

struct err {
	enum err_code code;
	int message;     /* enum message; each has "what is wrong" and "what to do next" */
	int reason;      /* errno, where the system refused: text puts it in words; else 0 */
	char where[192]; /* "demo.json:12: entries.a1.due", or "" */
	char value[96];  /* what was found there, or "" */
};

#define ERR_INIT                                                                                   \
	{                                                                                          \
		.code = ERR_NONE                                                                   \
	}

/* Fills `err` and returns false. A value or place that does not fit is cut at a character and
 * ends with "…". `value` may be NULL. */
bool err_set(struct err *err, enum err_code code, int message, const char *value,
	const char *where_format, ...) MEM_FORMAT(5, 6);
/* The same of nowhere in particular. */
bool err_set_nowhere(struct err *err, enum err_code code, int message, const char *value);
/* The same where the system refused: it failed, and `reason` is what errno was. */
bool err_set_reason(struct err *err, int message, int reason, const char *where_format, ...)
	MEM_FORMAT(4, 5);

#endif
