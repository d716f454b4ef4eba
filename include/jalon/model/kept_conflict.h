/* SPDX-License-Identifier: MIT
 *
 * kept_conflict: two values that a merge found for one field, of which the second waits in the
 * organisation until somebody chooses.
 *
 * For     merges, which keep them; changes, which end them: whoever sets the field has chosen,
 *         even the value that stands; fronts, which offer them.
 * Owner   the organisation's list is its arena's, and sorted. Strings are never NULL but `extra`.
 * Units   at_utc: seconds since 1970-01-01 UTC: when the value that waits was said, 0 if unknown.
 * Errors  none.
 * Source  DESIGN.md, "Files on disk": `conflicts`. */
#ifndef JALON_MODEL_KEPT_CONFLICT_H
#define JALON_MODEL_KEPT_CONFLICT_H

#include "jalon/model/subject.h"

/* By subject (numbers in ids as numbers), then as the fields stand, then by value. */
int kept_conflict_compare(const struct kept_conflict *a, const struct kept_conflict *b);
bool kept_conflict_equals(const struct kept_conflict *a, const struct kept_conflict *b);
struct kept_conflict *kept_conflict_copy(struct arena *arena, const struct kept_conflict *conflict);
void kept_conflicts_sort(struct kept_conflict *conflicts, size_t count);

/* It can be chosen about: what it is about is there, and jalon knows the field. */
bool kept_conflict_is_open(const struct organisation *org, const struct kept_conflict *conflict);
size_t organisation_open_conflicts(const struct organisation *org);
bool organisation_has_conflict(
	const struct organisation *org, const char *subject, enum field field);

/* How many `merged` holds that `ours` does not. */
size_t organisation_new_conflicts(
	const struct organisation *merged, const struct organisation *ours);

#endif
