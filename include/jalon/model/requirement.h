/* SPDX-License-Identifier: MIT
 *
 * requirement: what must be finished first, and whether that goes round in a circle.
 *
 * For     whoever lets somebody require something, and whoever checks a file. A circle that is in
 *         a file all the same (a merge brings two halves together, a guide changes) is no error
 *         there: the plan sets it aside and says so.
 * Owner   lists of ids are the arena's; the ids are the organisation's.
 * Errors  requirement_check: ERR_USAGE, with the circle's ids. */
#ifndef JALON_MODEL_REQUIREMENT_H
#define JALON_MODEL_REQUIREMENT_H

#include "jalon/model/change.h"

/* Each requires the next one, and the last one the first; empty where there is none. One that goes
 * through that entry, as if it required `more` too (an entry's id, or NULL). */
struct string_list requirement_circle(const struct organisation *org, struct arena *arena,
	const char *entry_id, const char *more);
/* The first of all. */
struct string_list requirement_any_circle(const struct organisation *org, struct arena *arena);
/* One that these changes, once applied, have closed. */
struct string_list requirement_closed_circle(
	const struct organisation *org, struct arena *arena, const struct change_list *applied);
/* "a1 → a2 → a1" */
void requirement_add_circle(struct buf *out, struct string_list circle);
bool requirement_check(const struct organisation *org, struct arena *arena,
	const struct change_list *applied, struct err *err);

#endif
