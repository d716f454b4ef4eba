/* SPDX-License-Identifier: MIT
 *
 * Why a date falls has two answers. Time may be short: the owner has more to do up to here than
 * there are days until the date. Then some of that work is not needed for this action, and may be
 * what has to give way: the nearest that alone makes up for what is short, else the largest there
 * is. Or time is not short, and the action stands still until somebody else is done: then that one
 * is named, the last to end of what it requires of others.
 *
 * "It would be enough to do that one later" is said only where it can be added up: on one line of
 * work, and not of a date gone by. Side by side the action may still wait for somebody. */
#include "jalon/plan/risk.h"

#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "plan/working.h"

/* Marks the action and all that it requires. Requirements stand above, so one pass up is enough. */
static bool *find_needed(const struct plan *plan, size_t index)
{
	bool *needed = mem_alloc((index + 1) * sizeof(*needed));

	needed[index] = true;
	for (size_t i = index + 1; i-- > 0;) {
		const struct plan_action *action = &plan->actions[i];

		for (size_t k = 0; needed[i] && k < action->requires.count; k++)
			needed[action->requires_at[k]] = true;
	}
	return needed;
}

/* Time that the owner has from today to the end of that day. */
static int64_t time_until(const struct plan *plan, const char *owner, int day)
{
	struct calendar calendar = working_calendar(plan->working, owner);
	int64_t time = calendar_work_until(&calendar, day);

	return time > 0 ? time : 0;
}

/* Upward from the action, so that of several which would do it is the nearest, whose move changes
 * least. */
static size_t find_in_the_way(
	const struct plan *plan, size_t index, const struct plan_risk *risk, const bool *needed)
{
	size_t largest = ORDER_NONE;
	int most = 0;

	for (size_t i = index; i-- > 0;) {
		const struct entry *entry = plan->actions[i].entry;
		int effort = entry_left_centidays(entry);

		if (needed[i] || strcmp(entry->owner, risk->owner) != 0 || effort <= most)
			continue;
		largest = i;
		most = effort;
		if (effort >= risk->short_centidays)
			break;
	}
	return largest;
}

/* Of others only: what the owner does oneself is the owner's time, and that is not short here. */
static size_t find_waited_for(const struct plan *plan, size_t index, const char *owner)
{
	const struct plan_action *action = &plan->actions[index];
	size_t last = ORDER_NONE;

	for (size_t k = 0; k < action->requires.count; k++) {
		size_t i = action->requires_at[k];

		if (strcmp(plan->actions[i].entry->owner, owner) != 0 &&
			(last == ORDER_NONE ||
				plan->actions[i].finish_day > plan->actions[last].finish_day))
			last = i;
	}
	return last;
}

/* Whether work of one adds up to the days of all. */
static bool is_one_line(const struct plan *plan)
{
	for (size_t i = 1; i < plan->count; i++) {
		if (strcmp(plan->actions[i].entry->owner, plan->actions[0].entry->owner) != 0)
			return false;
	}
	return true;
}

/* Work counts up to the action in the order of the plan, whether it is needed for it or not: that
 * is what the owner does before. */
struct plan_risk plan_risk_find(const struct plan *plan, size_t index)
{
	const struct entry *entry = plan->actions[index].entry;
	struct plan_risk risk = {
		.owner = entry->owner, .in_the_way = ORDER_NONE, .waits_for = ORDER_NONE
	};
	bool *needed = find_needed(plan, index);
	int64_t work = 0;

	for (size_t i = 0; i <= index; i++) {
		if (strcmp(plan->actions[i].entry->owner, risk.owner) == 0)
			work += entry_left_centidays(plan->actions[i].entry);
	}
	work -= time_until(plan, risk.owner, entry->due_day);
	risk.short_centidays = work > 0 ? work : 0;
	if (risk.short_centidays)
		risk.in_the_way = find_in_the_way(plan, index, &risk, needed);
	else
		risk.waits_for = find_waited_for(plan, index, risk.owner);
	/* Side by side, it may then still wait for somebody; and a day gone by does not return. */
	risk.would_do =
		risk.in_the_way != ORDER_NONE && is_one_line(plan) &&
		entry->due_day >= plan->today_day &&
		entry_left_centidays(plan->actions[risk.in_the_way].entry) >= risk.short_centidays;
	mem_free(needed);
	return risk;
}

void plan_risk_text(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	struct plan_risk risk = plan_risk_find(plan, index);
	const char *who = risk.owner[0] ? risk.owner : text_word(WORD_TO_THE_TEAM, lang);
	struct buf effort = BUF_INIT;

	if (risk.short_centidays) {
		text_effort(&effort, lang, risk.short_centidays);
		text_plan_lacks(out, lang, who, effort.text);
	}
	if (risk.in_the_way != ORDER_NONE) {
		buf_clear(&effort);
		text_effort(
			&effort, lang, entry_left_centidays(plan->actions[risk.in_the_way].entry));
		buf_add(out, " ");
		if (risk.would_do)
			text_plan_later_would_do(out, lang,
				plan_action_title(plan, risk.in_the_way, lang), effort.text);
		else
			text_plan_in_the_way(out, lang,
				plan_action_title(plan, risk.in_the_way, lang), effort.text);
	} else if (risk.waits_for != ORDER_NONE) {
		buf_clear(&effort);
		text_day(&effort, lang, plan->actions[risk.waits_for].finish_day, plan->today_day);
		text_plan_waits_until(
			out, lang, plan_action_title(plan, risk.waits_for, lang), effort.text);
	} else if (risk.short_centidays) {
		buf_add(out, " ");
		buf_add(out, text_word(WORD_PLAN_NOTHING_IN_THE_WAY, lang));
	}
	buf_release(&effort);
}
