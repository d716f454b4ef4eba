/* SPDX-License-Identifier: MIT
 *
 * organisation: who answers checklists, with all its entries.
 *
 * For     everyone above the store. A snapshot holds one; readers get it as const.
 * Owner   the arena it was read into, but for the checklists, which the store keeps.
 * Units   capacity in hundredths of a person-day a week; times in seconds since 1970, UTC.
 * Errors  organisation_join never fails: entries of unknown items are kept as orphans, neither
 *         shown, counted nor planned, and written back as they were. */
#ifndef JALON_MODEL_ORGANISATION_H
#define JALON_MODEL_ORGANISATION_H

#include "jalon/model/entry.h"

enum {
	CAPACITY_CENTIDAYS_DEFAULT = 200,
	CAPACITY_CENTIDAYS_MIN = 1,
	CAPACITY_CENTIDAYS_MAX = 1000 * 100,
	ACTION_ID_LEN_MAX = 10
};

struct member {
	const char *name;
	int capacity_centidays;
	const char *extra;
};

struct checklist_link {
	const char *id, *edition;
	const char *extra;
};

/* A run of entries that stand together on screen: a section, or a section for one service
 * (first the section's items for the organisation, then a group for each service), own actions
 * right under their item, and last the own actions that stand under none. */
struct group {
	const struct checklist *checklist; /* NULL: own actions under no item */
	const struct section *section;     /* NULL likewise */
	const struct service *service;     /* NULL unless for one service */
	size_t first, count;               /* in organisation->entries */
	bool wants_service;                /* items for services, and no service yet: count is 0 */
};

struct organisation {
	const char *id, *name;
	enum lang language; /* LANG_NONE where it has none of its own */
	int64_t revision;
	int64_t created_utc, modified_utc;
	int capacity_centidays;
	struct checklist_link *links;
	const struct checklist **checklists; /* one for each link */
	size_t checklist_count;
	struct member *members;
	size_t member_count;
	struct service *services;
	size_t service_count;
	struct action *actions;
	size_t action_count;
	const char *extra; /* unknown members, for the store alone */
	/* Ids that the history has given, "a7" and "@portail": the store fills them in where a
	 * change asks for a new one. */
	struct string_list given_ids;

	/* Made by organisation_join. */
	struct entry *entries; /* in the order of the screen */
	size_t entry_count;
	struct group *groups;
	size_t group_count;
	struct entry *orphans;
	size_t orphan_count;
	struct entry **entries_by_id; /* sorted, for organisation_find_entry */
};

/* Builds entries, groups and orphans from checklists, services and actions. `said` are the
 * entries as the file has them (only id and what was said); unknown ids become orphans. */
void organisation_join(
	struct organisation *org, struct arena *arena, const struct entry *said, size_t said_count);

/* A copy to be changed by changes_apply(), which leaves the original as it is. It borrows all that
 * no change ever writes to, so the original must stay as long. */
struct organisation *organisation_copy(const struct organisation *org, struct arena *arena);

/* NULL when there is none. Orphans are not found. */
const struct entry *organisation_find_entry(const struct organisation *org, const char *id);
const struct service *organisation_find_service(const struct organisation *org, const char *id);
const struct member *organisation_find_member(const struct organisation *org, const char *name);
const struct group *organisation_group_of(
	const struct organisation *org, const struct entry *entry);

/* The entries that `entry` requires, as ids in the arena: an item for the organisation as it is;
 * an item for services as that of the same service, or as those of all services when `entry`
 * stands for none. Ids that name nothing are listed as they are in `missing` (may be NULL). */
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
