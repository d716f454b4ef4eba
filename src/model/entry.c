/* SPDX-License-Identifier: MIT */
#include "jalon/model/entry.h"

#include <string.h>

#include "jalon/base/date.h"

static const char *const status_names[STATUS_COUNT] = {
	[STATUS_TODO] = "todo",
	[STATUS_DOING] = "doing",
	[STATUS_DONE] = "done",
	[STATUS_NOT_APPLICABLE] = "not_applicable",
};

const char *status_name(enum status status)
{
	return status_names[status];
}

bool status_parse(const char *name, enum status *status)
{
	for (int i = 0; i < STATUS_COUNT; i++) {
		if (strcmp(name, status_names[i]) == 0) {
			*status = (enum status)i;
			return true;
		}
	}
	return false;
}

struct wording entry_title(const struct entry *entry)
{
	if (entry->item)
		return entry->item->title;
	return (struct wording){ entry->action->title, NULL };
}

enum kind entry_kind(const struct entry *entry)
{
	return entry->item ? entry->item->kind : KIND_ACTION;
}

enum priority entry_priority(const struct entry *entry)
{
	if (entry->priority != PRIORITY_NONE)
		return entry->priority;
	return entry->item ? entry->item->priority : PRIORITY_SHOULD;
}

int entry_impact(const struct entry *entry)
{
	if (entry->impact != IMPACT_NONE)
		return entry->impact;
	return entry->item ? entry->item->impact : IMPACT_DEFAULT;
}

int entry_effort_centidays(const struct entry *entry)
{
	if (entry->effort_centidays != EFFORT_NONE)
		return entry->effort_centidays;
	return entry->item ? entry->item->effort_centidays : EFFORT_CENTIDAYS_DEFAULT;
}

enum status entry_status(const struct entry *entry, int today_day)
{
	if (entry->status == STATUS_NOT_APPLICABLE && entry->review_day != DAY_NONE &&
		today_day > entry->review_day)
		return STATUS_TODO;
	return entry->status;
}

bool entry_is_remaining(const struct entry *entry, int today_day)
{
	enum status status = entry_status(entry, today_day);

	return status == STATUS_TODO || status == STATUS_DOING;
}

bool entry_is_late(const struct entry *entry, int today_day)
{
	return entry->due_day != DAY_NONE && entry->due_day < today_day &&
	       entry_is_remaining(entry, today_day);
}

bool entry_is_untouched(const struct entry *entry)
{
	return entry->status == STATUS_TODO && !entry->owner[0] && entry->due_day == DAY_NONE &&
	       entry->priority == PRIORITY_NONE && entry->impact == IMPACT_NONE &&
	       entry->effort_centidays == EFFORT_NONE && !entry->reason[0] &&
	       entry->review_day == DAY_NONE && !entry->pin[0] && entry->note_count == 0 &&
	       !entry->extra;
}
