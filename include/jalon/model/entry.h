/* SPDX-License-Identifier: MIT
 *
 * entry: what an organisation says about one item, one item for one service, or an action of
 * its own.
 *
 * For     everyone who shows, counts, changes or plans. Every item has its entry, said or not:
 *         an entry that nobody touched holds the defaults and is not written to the file.
 * Owner   strings and arrays belong to the snapshot's arena; strings are never NULL.
 * Units   days since 1970-01-01 or DAY_NONE; effort in hundredths of a person-day.
 * Errors  none: the members are valid, the store saw to that. */
#ifndef JALON_MODEL_ENTRY_H
#define JALON_MODEL_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/model/checklist.h"

enum status { STATUS_TODO, STATUS_DOING, STATUS_DONE, STATUS_NOT_APPLICABLE, STATUS_COUNT };

enum { IMPACT_NONE = 0, EFFORT_NONE = -1 };

struct note {
	int64_t at_utc;
	const char *by;
	const char *text;
	const char *extra; /* unknown members, for the store alone */
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
	const char *reason;
	int review_day;
	const char *pin;
	const struct note *notes; /* oldest first */
	size_t note_count;
	const char *extra;
};

extern const char *const status_names[STATUS_COUNT];
const char *status_name(enum status status); /* "todo", "not_applicable"… */
bool status_parse(const char *name, enum status *status);

/* The item's or the action's title; one language may be missing. */
struct wording entry_title(const struct entry *entry);
/* The title, and behind it the service's name where the item repeats. Not cleaned. */
void entry_add_title(struct buf *out, const struct entry *entry, enum lang lang);
enum kind entry_kind(const struct entry *entry);
/* What counts: what was said, else what the item says, else the default. */
enum priority entry_priority(const struct entry *entry);
int entry_impact(const struct entry *entry);
int entry_effort_centidays(const struct entry *entry);
/* A not_applicable entry counts as todo once its review date has passed (today after it). */
enum status entry_status(const struct entry *entry, int today_day);
/* todo or doing. */
bool entry_is_remaining(const struct entry *entry, int today_day);
/* Remaining, with a due date before today. */
bool entry_is_late(const struct entry *entry, int today_day);
/* Nothing was said: such an entry is not written. */
bool entry_is_untouched(const struct entry *entry);

#endif
