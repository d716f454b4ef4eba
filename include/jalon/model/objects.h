/* SPDX-License-Identifier: MIT
 *
 * objects: what an organisation's file holds, as plain structs: the organisation, its entries, and
 * what it lists.
 *
 * For     everyone who reads them. What they can be asked is in entry.h and organisation.h; their
 *         members that can be said are rows of field.h.
 * Owner   strings and arrays belong to the snapshot's arena; strings are never NULL. Checklists
 *         are the store's.
 * Units   days since 1970-01-01 or DAY_NONE; effort in hundredths of a person-day; capacity in
 *         hundredths of a person-day a week; times in seconds since 1970, UTC.
 * Errors  none: the members are valid, the store saw to that. */
#ifndef JALON_MODEL_OBJECTS_H
#define JALON_MODEL_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jalon/base/date.h"
#include "jalon/model/checklist.h"

/* STATUS_NEW is that none is stored; what that counts as, entry_status() says. */
enum status {
	STATUS_NEW,
	STATUS_TODO,
	STATUS_DOING,
	STATUS_DONE,
	STATUS_NOT_APPLICABLE,
	STATUS_COUNT
};

struct note {
	int64_t at_utc;
	const char *by;
	const char *text;
	int64_t changed_utc; /* when its author put it right; 0: never */
	const char *extra;   /* unknown members, for the store alone */
};

/* A digital service that the organisation offers or plans. */
struct service {
	const char *id;
	const char *name;
	const char *extra;
};

/* An action of the organisation's own; its status, owner, dates… are its entry's. */
struct action {
	const char *id; /* "a1", "a2"… */
	const char *title;
	const char *item; /* the item (or entry) it stands under, or "" */
	struct string_list requires;
	const char *extra;
};

/* See jalon/model/kept_conflict.h. */
struct kept_conflict {
	const char *subject; /* an entry's id, "service:ID", "member:NAME" or "" */
	int field;           /* an enum field; FIELD_COUNT for one that jalon does not know */
	const char *name;    /* of the field, as JSON has it between quotes */
	const char *ours;    /* what stands in the field, as its canonical text */
	const char *theirs;  /* what waits; both are JSON where jalon does not know the field */
	const char *by;      /* who said what waits, "" if unknown */
	int64_t at_utc;
	const char *extra;
};

struct entry {
	const char *id;                /* "item", "item@service" or "a1" */
	const struct item *item;       /* NULL for an own action */
	const struct service *service; /* NULL unless the item repeats for each service */
	const struct action *action;   /* NULL unless an own action */

	/* What was said: the members of the rows in field.c, which say what they hold when unset.
	 * Read priority, impact, effort and status through the functions below. */
	enum status status;
	const char *owner;
	int due_day;
	enum priority priority;
	int impact;
	int effort_centidays;
	int left_centidays; /* of the effort, once work has begun */
	const char *reason;
	int review_day;
	const char *pin;
	struct string_list
		requires;         /* besides the item's; none of an own action, which has its own */
	const struct note *notes; /* oldest first */
	size_t note_count;
	const char *extra;
	/* Its part of the organisation's, made by organisation_join. */
	const struct kept_conflict *conflicts;
	size_t conflict_count;
};

enum {
	CAPACITY_CENTIDAYS_DEFAULT = 200,
	CAPACITY_CENTIDAYS_MIN = 1,
	CAPACITY_CENTIDAYS_MAX = 1000 * 100,
	ACTION_ID_LEN_MAX = 10
};

/* Days on which nobody works: those of a country or region, by its law. */
enum holidays { HOLIDAYS_NONE = -1, HOLIDAYS_FR, HOLIDAYS_FR_ALSACE_MOSELLE, HOLIDAYS_COUNT };

/* In order, none touching another. */
struct day_range_list {
	const struct day_range *ranges;
	size_t count;
};

struct member {
	const char *name;
	int capacity_centidays;
	struct day_range_list away; /* when that one does not work */
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
	enum holidays holidays;
	struct day_range_list closed; /* when nobody works, besides */
	struct checklist_link *links;
	const struct checklist **checklists; /* one for each link */
	size_t checklist_count;
	struct member *members;
	size_t member_count;
	struct service *services;
	size_t service_count;
	struct action *actions;
	size_t action_count;
	struct kept_conflict *conflicts; /* sorted */
	size_t conflict_count;
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

#endif
