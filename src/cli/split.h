/* SPDX-License-Identifier: MIT
 *
 * split: a line of words, as a shell would split it.
 *
 * For     `jalon set ORG -`. Blanks part words; '…' keeps all as it is; in "…" a backslash keeps
 *         " \ $ and ` ; elsewhere it keeps whatever follows; # at the start of a word is a remark
 *         to the end of the line. Nothing is expanded.
 * Owner   words are the arena's.
 * Errors  ERR_USAGE for a quote that is not closed and for a backslash with nothing behind it.
 * Source  POSIX.1-2017, Shell Command Language, 2.2 "Quoting". */
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include "jalon/base/err.h"
#include "jalon/model/checklist.h"

/* `len` bytes of one line, without its newline and without a NUL among them. */
bool split_words(struct arena *arena, const char *line, size_t len, struct string_list *words,
	struct err *err);

#endif
