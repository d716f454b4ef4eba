/* SPDX-License-Identifier: MIT
 *
 * organisation: who answers checklists, with all its entries.
 *
 * For     everyone above the store. A snapshot holds one; readers get it as const.
 * Owner   the arena it was read into, but for the checklists, which the store keeps.
 * Errors  organisation_join never fails: entries of unknown items are kept as orphans, neither
 *         shown, counted nor planned, and written back as they were. */
#ifndef JALON_MODEL_ORGANISATION_H
#define JALON_MODEL_ORGANISATION_H

#include "jalon/model/entry.h"

/* Builds entries, groups and orphans from checklists, services and actions. `said` are the
 * entries as the file has them (only id and what was said); unknown ids become orphans. */
void organisation_join(
	struct organisation *org, struct arena *arena, const struct entry *said, size_t said_count);

/* Gives each entry its part of the conflicts anew, once they are others. */
void organisation_join_conflicts(struct organisation *org);

/* A copy to be changed by changes_apply(), which leaves the original as it is. It borrows all that
 * no change ever writes to, so the original must stay as long. */
struct organisation *organisation_copy(const struct organisation *org, struct arena *arena);

/* NULL when there is none. Orphans are not found. */
const struct entry *organisation_find_entry(const struct organisation *org, const char *id);
const struct service *organisation_find_service(const struct organisation *org, const char *id);
const struct member *organisation_find_member(const struct organisation *org, const char *name);
const struct group *organisation_group_of(
	const struct organisation *org, const struct entry *entry);

/* The entries that `entry` requires, by its item or the organisation's word, as ids in the arena:
 * an item for the organisation as it is; an item for services as that of the same service, or as
 * those of all services when `entry` stands for none. Ids that name nothing are listed as they are
 * in `missing` (may be NULL). */
struct string_list organisation_requires(const struct organisation *org, const struct entry *entry,
	struct arena *arena, struct string_list *missing);

/* An id for a new service, from its name ("Portail usagers" → "portail-usagers", then -2…), and
 * for a new action ("a" and the number after the greatest). Passed over is what the organisation
 * mentions anywhere or the history has given: entries kept for nobody, missing requirements, and
 * what was undone and may be put back. */
char *organisation_new_service_id(
	const struct organisation *org, struct arena *arena, const char *name);
char *organisation_new_action_id(const struct organisation *org, struct arena *arena);
/* "a1" to "a999999999". */
bool action_id_is_valid(const char *id);
/* Lower-case ASCII of any text, as an id; "" when nothing is left of it. */
char *id_from_text(struct arena *arena, const char *text);

#endif
