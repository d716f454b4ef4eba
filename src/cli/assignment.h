/* SPDX-License-Identifier: MIT
 *
 * assignment: FIELD=VALUE, read.
 *
 * For     `set`, `add`, `member` and `edit`. Order does not matter; of a field given twice the last
 *         one counts.
 * Owner   the command's arena; `canonical` as field_parse() gives it.
 * Errors  ERR_USAGE for what is no FIELD=VALUE, a field that is not known there (with a hint at the
 *         nearest), and a value that the field does not take. */
#ifndef CLI_ASSIGNMENT_H
#define CLI_ASSIGNMENT_H

#include "jalon/cli/cli.h"

struct assignment {
	enum field field;
	const char *canonical;
};

struct assignment_list {
	const struct assignment *assignments;
	size_t count;
};

/* Fields of such an object; of what is there already (`subject`, else NULL) also those that only it
 * has: an own action's title and item, a member's name. */
bool assignments_parse(struct cli *cli, const char *const *words, size_t count, enum object of,
	const char *subject, struct assignment_list *list, struct err *err);

#endif
