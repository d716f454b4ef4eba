/* SPDX-License-Identifier: MIT
 *
 * A way of looking gives each action a group and each group a title; rows are sorted by group, and
 * within one by rank. */
#include "jalon/tui/plan_rows.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"

const struct wording plan_look_labels[LOOK_COUNT] = {
	[LOOK_ORDER] = { .fr = "Ordre conseillé", .en = "Recommended order" },
	[LOOK_WEEKS] = { .fr = "Par semaine", .en = "By week" },
	[LOOK_PEOPLE] = { .fr = "Par personne", .en = "By person" },
	[LOOK_MATRIX] = { .fr = "Impact et charge", .en = "Impact and effort" },
	[LOOK_TIME] = { .fr = "Au fil du temps", .en = "Over time" },
};

/* Monday of the week. */
static int week_of(int day)
{
	return day - (int)date_weekday(day);
}

static bool is_late(const struct plan *plan, const struct plan_action *action)
{
	return action->lateness_days > 0 || entry_is_late(action->entry, plan->today_day);
}

static int compare_numbers(const void *a, const void *b)
{
	const int *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

struct medians {
	int impact, effort;
};

static struct medians find_medians(const struct plan *plan)
{
	struct arena *arena = arena_new();
	int *impacts = ARENA_ARRAY(arena, int, plan->count + 1);
	int *efforts = ARENA_ARRAY(arena, int, plan->count + 1);
	struct medians medians;

	for (size_t i = 0; i < plan->count; i++) {
		impacts[i] = entry_impact(plan->actions[i].entry);
		efforts[i] = entry_effort_centidays(plan->actions[i].entry);
	}
	qsort(impacts, plan->count, sizeof(*impacts), compare_numbers);
	qsort(efforts, plan->count, sizeof(*efforts), compare_numbers);
	medians = (struct medians){ impacts[plan->count / 2], efforts[plan->count / 2] };
	arena_free(arena);
	return medians;
}

/* The first action of the same owner says where the person stands among the others. */
static int group_of_person(const struct plan *plan, size_t index)
{
	for (size_t i = 0; i < index; i++) {
		if (strcmp(plan->actions[i].entry->owner, plan->actions[index].entry->owner) == 0)
			return (int)i;
	}
	return (int)index;
}

static int group_of(
	const struct plan *plan, size_t index, enum plan_look look, const struct medians *medians)
{
	const struct plan_action *action = &plan->actions[index];

	if (look == LOOK_WEEKS)
		return is_late(plan, action) ? INT_MIN : week_of(action->finish_day);
	if (look == LOOK_PEOPLE)
		return group_of_person(plan, index);
	if (look == LOOK_MATRIX)
		return (entry_impact(action->entry) < medians->impact ? 2 : 0) +
		       (entry_effort_centidays(action->entry) > medians->effort);
	return 0;
}

static void add_person(struct buf *out, const struct plan *plan, const char *owner, enum lang lang)
{
	struct buf effort = BUF_INIT, day = BUF_INIT;
	int64_t sum = 0;
	int last = plan->today_day;

	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_action *action = &plan->actions[i];

		if (strcmp(action->entry->owner, owner) != 0)
			continue;
		sum += entry_effort_centidays(action->entry);
		if (action->finish_day > last)
			last = action->finish_day;
	}
	text_effort(&effort, lang, sum);
	text_day(&day, lang, last, plan->today_day);
	buf_add(out, owner[0] ? owner : text_word(WORD_THE_TEAM, lang));
	text_tui_plan_end(out, lang, effort.text, day.text);
	buf_release(&effort);
	buf_release(&day);
}

static const char *title_of(struct arena *arena, const struct plan *plan, size_t index, int group,
	enum plan_look look, enum lang lang)
{
	static const enum word quadrants[] = { WORD_MATRIX_FIRST, WORD_MATRIX_PREPARE,
		WORD_MATRIX_EASY, WORD_MATRIX_DISCUSS };
	struct buf title = BUF_INIT, day = BUF_INIT;
	const char *copy;

	if (look == LOOK_WEEKS && group == INT_MIN) {
		buf_add(&title, text_word(WORD_LATE_GROUP, lang));
	} else if (look == LOOK_WEEKS) {
		text_day(&day, lang, group, plan->today_day);
		text_tui_week_of(&title, lang, day.text);
	} else if (look == LOOK_PEOPLE) {
		add_person(&title, plan, plan->actions[index].entry->owner, lang);
	} else {
		buf_add(&title, text_word(quadrants[group], lang));
	}
	copy = arena_copy(arena, title.text);
	buf_release(&title);
	buf_release(&day);
	return copy;
}

struct grouped {
	int group;
	size_t action;
};

static int compare_grouped(const void *a, const void *b)
{
	const struct grouped *one = a, *other = b;

	if (one->group != other->group)
		return one->group < other->group ? -1 : 1;
	return one->action < other->action ? -1 : one->action > other->action;
}

struct plan_rows plan_rows_make(
	struct arena *arena, const struct plan *plan, enum plan_look look, enum lang lang)
{
	struct plan_rows made = { .rows = ARENA_ARRAY(
					  arena, struct plan_row, 2 * plan->count + 1) };
	struct grouped *grouped = ARENA_ARRAY(arena, struct grouped, plan->count + 1);
	bool has_titles = look != LOOK_ORDER && look != LOOK_TIME;
	struct medians medians;

	if (plan->count == 0)
		return made;
	medians = find_medians(plan);
	for (size_t i = 0; i < plan->count; i++)
		grouped[i] = (struct grouped){ group_of(plan, i, look, &medians), i };
	qsort(grouped, plan->count, sizeof(*grouped), compare_grouped);
	for (size_t i = 0; i < plan->count; i++) {
		if (has_titles && (i == 0 || grouped[i].group != grouped[i - 1].group))
			made.rows[made.count++].title = title_of(
				arena, plan, grouped[i].action, grouped[i].group, look, lang);
		made.rows[made.count++].action = grouped[i].action;
	}
	return made;
}
