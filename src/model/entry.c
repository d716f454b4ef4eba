/* SPDX-License-Identifier: MIT */
#include "jalon/model/entry.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/model/object.h"
#include "model/extra.h"

const char *status_name(enum status status)
{
	return field_choice_name(FIELD_STATUS, (int)status);
}

bool status_parse(const char *name, enum status *status)
{
	int choice = STATUS_NEW;

	if (strcmp(name, status_name(STATUS_NEW)) != 0 &&
		!field_choice_parse(FIELD_STATUS, name, &choice))
		return false;
	*status = (enum status)choice;
	return true;
}

struct wording entry_title(const struct entry *entry)
{
	if (entry->item)
		return entry->item->title;
	return (struct wording){ entry->action->title, NULL };
}

void entry_add_title(struct buf *out, const struct entry *entry, enum lang lang)
{
	buf_add(out, wording_in(entry_title(entry), lang));
	if (entry->service)
		buf_add_format(out, " · %s", entry->service->name);
}

enum kind entry_kind(const struct entry *entry)
{
	return entry->item ? entry->item->kind : KIND_ACTION;
}

enum priority entry_priority(const struct entry *entry)
{
	return (enum priority)field_value_counting(FIELD_PRIORITY, entry).number;
}

int entry_impact(const struct entry *entry)
{
	return (int)field_value_counting(FIELD_IMPACT, entry).number;
}

int entry_effort_centidays(const struct entry *entry)
{
	return (int)field_value_counting(FIELD_EFFORT, entry).number;
}

bool entry_has_impact(const struct entry *entry)
{
	return field_is_said(FIELD_IMPACT, entry);
}

bool entry_has_effort(const struct entry *entry)
{
	return field_is_said(FIELD_EFFORT, entry);
}

enum status entry_status(const struct entry *entry, int today_day)
{
	/* Somebody made an own action, so somebody looked at it. */
	if (entry->status == STATUS_NEW && (entry->action || !entry_is_untouched(entry)))
		return STATUS_TODO;
	if (entry->status == STATUS_NOT_APPLICABLE && entry->review_day != DAY_NONE &&
		today_day > entry->review_day)
		return STATUS_TODO;
	return entry->status;
}

static bool says_left(const struct entry *entry)
{
	return entry->status == STATUS_DOING && entry->left_centidays != EFFORT_NONE;
}

int entry_left_centidays(const struct entry *entry)
{
	return says_left(entry) ? entry->left_centidays : entry_effort_centidays(entry);
}

bool entry_has_left(const struct entry *entry)
{
	return says_left(entry) || entry_has_effort(entry);
}

bool entry_is_remaining(const struct entry *entry, int today_day)
{
	enum status status = entry_status(entry, today_day);

	return status == STATUS_NEW || status == STATUS_TODO || status == STATUS_DOING;
}

bool entry_is_late(const struct entry *entry, int today_day)
{
	return entry->due_day != DAY_NONE && entry->due_day < today_day &&
	       entry_is_remaining(entry, today_day);
}

int entry_days_late(const struct entry *entry, int today_day)
{
	return entry_is_late(entry, today_day) ? today_day - entry->due_day : 0;
}

bool entry_is_untouched(const struct entry *entry)
{
	for (enum field field = field_first_of(OBJECT_ENTRY); field != FIELD_COUNT;
		field = field_next(field)) {
		if (!field_is_unset(field, entry))
			return false;
	}
	return entry->note_count == 0 && !entry->extra;
}

const char *entry_names_said(const struct entry *entry, struct arena *arena)
{
	struct string_list unknown = extra_names(arena, entry->extra);
	const char *names = "";

	for (enum field field = field_next(FIELD_STATUS); field != FIELD_COUNT;
		field = field_next(field)) {
		if (!field_is_unset(field, entry))
			names = arena_format(arena, "%s%s%s", names, names[0] ? ", " : "",
				field_rows[field].name);
	}
	if (entry->note_count)
		names = arena_format(arena, "%s%snotes", names, names[0] ? ", " : "");
	for (size_t i = 0; i < unknown.count; i++)
		names = arena_format(
			arena, "%s%s%s", names, names[0] ? ", " : "", unknown.texts[i]);
	return names;
}

bool entry_has_conflict(const struct entry *entry, enum field field)
{
	for (size_t i = 0; i < entry->conflict_count; i++) {
		if (entry->conflicts[i].field == (int)field)
			return true;
	}
	return false;
}
