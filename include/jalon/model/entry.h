/* SPDX-License-Identifier: MIT
 *
 * entry: what an organisation says about one item, one item for one service, or an action of
 * its own.
 *
 * For     everyone who shows, counts, changes or plans. Every item has its entry, said or not:
 *         an entry that nobody touched holds the defaults and is not written to the file.
 * Owner   see jalon/model/objects.h.
 * Errors  none. */
#ifndef JALON_MODEL_ENTRY_H
#define JALON_MODEL_ENTRY_H

#include "jalon/base/buf.h"
#include "jalon/model/field.h"
#include "jalon/model/objects.h"

const char *status_name(enum status status); /* "new", "todo", "not_applicable"… */
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
/* What is left to do of it: of work that has begun what was said, else all. */
int entry_left_centidays(const struct entry *entry);
/* Whether the organisation or the checklist's item said it; else what counts is a default, which no
 * text may pass off as an estimate. */
bool entry_has_impact(const struct entry *entry);
bool entry_has_effort(const struct entry *entry);
/* Somebody said what is left, or all of it. */
bool entry_has_left(const struct entry *entry);
/* What counts. Where none is stored: todo for an own action and for what says anything else, new
 * for what says nothing. A not_applicable entry counts as todo once its review date has passed
 * (today after it). */
enum status entry_status(const struct entry *entry, int today_day);
/* new, todo or doing. */
bool entry_is_remaining(const struct entry *entry, int today_day);
/* Remaining, with a due date before today; by how many days, 0 for what is not late. */
bool entry_is_late(const struct entry *entry, int today_day);
int entry_days_late(const struct entry *entry, int today_day);
/* Nothing was said: such an entry is not written. */
bool entry_is_untouched(const struct entry *entry);
/* Names, with commas between, what it says besides its status: "owner, due, notes"; "" for nothing.
 * The arena's. */
const char *entry_names_said(const struct entry *entry, struct arena *arena);
/* Another value of that field waits for somebody to choose. */
bool entry_has_conflict(const struct entry *entry, enum field field);

#endif
