/* SPDX-License-Identifier: MIT */
#include "jalon/export/groups.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"

static int first_of_owner(const struct plan *plan, size_t index)
{
	size_t first = 0;

	while (strcmp(plan->actions[first].entry->owner, plan->actions[index].entry->owner) != 0)
		first++;
	return (int)first;
}

/* What is late, or at risk, stands apart whatever its week: that is what a meeting looks at first.
 */
int export_group_key(const struct plan *plan, size_t index, enum export_grouping grouping)
{
	const struct plan_action *action = &plan->actions[index];

	if (grouping == EXPORT_BY_OWNER)
		return first_of_owner(plan, index);
	if (grouping == EXPORT_UNGROUPED || action->days_late)
		return EXPORT_KEY_LATE;
	if (action->days_at_risk)
		return EXPORT_KEY_AT_RISK;
	return action->finish_day - (int)date_weekday(action->finish_day);
}

static void put_action(struct arena *arena, struct export_groups *made,
	const struct export_plan *input, size_t index, size_t room)
{
	const struct plan_action *action = &input->plan->actions[index];
	int key = export_group_key(input->plan, index, input->grouping);
	struct export_group *group;
	size_t at = 0;

	while (at < made->count && made->groups[at].key != key)
		at++;
	group = &made->groups[at];
	if (at == made->count) {
		*group = (struct export_group){ .key = key,
			.owner = action->entry->owner,
			.last_day = input->plan->today_day };
		made->count++;
	}
	/* Of all actions, not more than those that are left to put. */
	if (!group->actions)
		group->actions = ARENA_ARRAY(arena, size_t, room);
	group->actions[group->count++] = index;
	group->effort_centidays += entry_left_centidays(action->entry);
	if (action->finish_day > group->last_day)
		group->last_day = action->finish_day;
}

/* Days are greater than both keys that are none. */
static int compare_keys(const void *a, const void *b)
{
	const struct export_group *one = a, *other = b;

	return one->key < other->key ? -1 : one->key > other->key;
}

/* People keep their places, but the team. */
static int compare_owners(const void *a, const void *b)
{
	const struct export_group *one = a, *other = b;

	if (!one->owner[0] != !other->owner[0])
		return one->owner[0] ? -1 : 1;
	return compare_keys(a, b);
}

static void add_owner(
	struct buf *title, const struct export_group *group, enum lang lang, int today)
{
	struct buf effort = BUF_INIT, day = BUF_INIT;

	if (group->owner[0])
		utf8_clean_line(title, group->owner);
	else
		buf_add(title, text_word(WORD_THE_TEAM, lang));
	text_effort(&effort, lang, group->effort_centidays);
	text_day(&day, lang, group->last_day, today);
	text_tui_plan_end(title, lang, effort.text, day.text);
	buf_release(&effort);
	buf_release(&day);
}

static const char *title_of(
	struct arena *arena, const struct export_plan *input, const struct export_group *group)
{
	int today_day = input->plan->today_day;
	struct buf title = BUF_INIT, day = BUF_INIT;
	const char *copy;

	if (input->grouping == EXPORT_BY_OWNER) {
		add_owner(&title, group, input->lang, today_day);
	} else if (group->key == EXPORT_KEY_LATE) {
		buf_add(&title, text_word(WORD_LATE_GROUP, input->lang));
	} else if (group->key == EXPORT_KEY_AT_RISK) {
		buf_add(&title, text_word(WORD_AT_RISK_GROUP, input->lang));
	} else {
		text_day(&day, input->lang, group->key, today_day);
		text_tui_week_of(&title, input->lang, day.text);
	}
	copy = arena_copy(arena, title.text);
	buf_release(&title);
	buf_release(&day);
	return copy;
}

struct export_groups export_group_actions(struct arena *arena, const struct export_plan *input)
{
	size_t count = input->plan->count;
	struct export_groups made = { .count = 0 };

	if (input->limit && input->limit < count)
		count = input->limit;
	made.groups = ARENA_ARRAY(arena, struct export_group, count + 1);
	for (size_t i = 0; i < count; i++)
		put_action(arena, &made, input, i, count - i);
	if (input->grouping == EXPORT_UNGROUPED)
		return made;
	if (made.count)
		qsort(made.groups, made.count, sizeof(*made.groups),
			input->grouping == EXPORT_BY_OWNER ? compare_owners : compare_keys);
	for (size_t i = 0; i < made.count; i++)
		made.groups[i].title = title_of(arena, input, &made.groups[i]);
	return made;
}
