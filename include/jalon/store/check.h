/* SPDX-License-Identifier: MIT
 *
 * check: all that is wrong with one file.
 *
 * For     `jalon check`. Reads a checklist or an organisation, wherever it lies; an organisation's
 *         checklists are looked for beside it first.
 * Owner   complaints and ids are the arena's.
 * Errors  none of its own: every complaint has "FILE:LINE: member", FILE being the last part of the
 *         path. What a plan would set aside (requirements that go round, or name nothing) is a
 *         complaint here. */
#ifndef JALON_STORE_CHECK_H
#define JALON_STORE_CHECK_H

#include "jalon/store/store.h"

struct store_check {
	const struct err *complaints;
	size_t count;
	/* Of the complaint MSG_CYCLE, all ids: an error has no room for many. */
	struct string_list cycle;
};

/* `options` say where checklists are; its data folder counts for those only. */
struct store_check store_check_file(
	const struct store_options *options, const char *path, struct arena *arena);

#endif
