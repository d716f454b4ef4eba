/* SPDX-License-Identifier: MIT
 *
 * The step that put an action where it stands said why (see order.h); here that becomes a sentence.
 * Several things may be true of one place, and one is told, the one that a person would act upon
 * first: that its date falls, and what would save it (of a date gone by: by how much it did, and
 * then the next of these that is true); that a date pulled it up; that dates or
 * wishes of others moved it; that a set pays off together; that it counts for more than was set,
 * because something else requires it; what it had to wait for; and only then its return. What it
 * unlocks is said of any of them.
 *
 * Figures are those of the rows on screen, never of the algorithm's own units, so that who adds up
 * what is shown finds what is said. */
#include <stdint.h>

#include "jalon/base/date.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/field.h"
#include "jalon/plan/plan.h"
#include "jalon/plan/risk.h"
#include "plan/figures.h"
#include "plan/working.h"

/* The one that made this one a must (or a should): the first that requires it in that tier. */
static size_t tier_giver(const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];

	for (size_t i = 0; i < action->unlocks.count; i++) {
		if (plan->actions[action->unlocks_at[i]].tier == action->tier)
			return action->unlocks_at[i];
	}
	return SIZE_MAX;
}

/* Said of every action whose date falls, whatever put it there: that matters more. */
static void add_risk(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];
	struct buf day = BUF_INIT;

	text_day(&day, lang, action->entry->due_day, plan->today_day);
	text_plan_due_missed(out, lang, action->days_at_risk, day.text);
	buf_add(out, " ");
	plan_risk_text(out, lang, plan, index);
	buf_release(&day);
}

/* Of a date gone by there is nothing to save: by how much, and then why it stands here. */
static void add_days_late(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];
	struct buf day = BUF_INIT;

	text_day(&day, lang, action->entry->due_day, plan->today_day);
	text_plan_due_past(out, lang, action->days_late, day.text);
	buf_add(out, " ");
	buf_release(&day);
}

/* With nothing in between, on the time of its owner. */
static int last_start_day(const struct plan *plan, const struct entry *entry)
{
	struct calendar calendar = working_calendar(plan->working, entry->owner);
	int64_t end = calendar_work_until(&calendar, entry->due_day);
	int day = calendar_start_day(&calendar, end - entry_left_centidays(entry));

	return day < entry->due_day ? day : entry->due_day;
}

/* A date may be its own, or that of something behind it that has to wait for it. */
static void add_due(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct entry *entry = plan->actions[index].entry;
	struct buf day = BUF_INIT, start = BUF_INIT;

	if (plan->actions[index].days_late) {
		buf_add(out, text_word(WORD_PLAN_DUE_PAST, lang));
	} else if (entry->due_day != DAY_NONE) {
		text_day(&day, lang, entry->due_day, plan->today_day);
		text_day(&start, lang, last_start_day(plan, entry), plan->today_day);
		text_plan_due(out, lang, day.text, start.text);
	} else {
		buf_add(out, text_word(WORD_PLAN_DUE_BEHIND, lang));
	}
	buf_release(&day);
	buf_release(&start);
}

/* Its own wish, where it was granted; else that wishes moved it. */
static void add_pins(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct entry *entry = plan->actions[index].entry;
	size_t later = entry->pin[0] ? plan_find(plan, entry->pin) : SIZE_MAX;
	struct buf figures = BUF_INIT;

	figures_add(&figures, lang, entry);
	if (later != SIZE_MAX && later > index)
		text_plan_pinned_before(
			out, lang, plan_action_title(plan, later, lang), figures.text);
	else
		text_plan_pins(out, lang, figures.text);
	buf_release(&figures);
}

static bool set_is_estimated(const struct plan *plan, size_t first, size_t count)
{
	for (size_t i = first; i < first + count && i < plan->count; i++) {
		if (!figures_are_estimates(plan->actions[i].entry))
			return false;
	}
	return true;
}

/* The set that this action leads or stands in: those that pay off together. */
static void add_set(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct order_step *step = &plan->actions[index].step;
	struct buf effort = BUF_INIT;

	text_effort(&effort, lang, step->set_effort_centidays);
	if (step->cause == ORDER_CAUSE_SET)
		text_plan_in_set(out, lang, plan_action_title(plan, step->witness, lang),
			(int)step->set_count, (int)step->set_weight, effort.text);
	else
		text_plan_set(out, lang, (int)step->set_count, (int)step->set_weight, effort.text);
	if (!set_is_estimated(
		    plan, step->cause == ORDER_CAUSE_SET ? step->witness : index, step->set_count))
		figures_add_defaults(out, lang);
	buf_release(&effort);
}

/* What put it there, in the order of the top of the file. */
static void add_cause(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];
	struct buf figures = BUF_INIT;
	size_t giver = SIZE_MAX;

	figures_add(&figures, lang, action->entry);
	if (action->tier < entry_priority(action->entry))
		giver = tier_giver(plan, index);
	if (action->step.cause == ORDER_CAUSE_DUE)
		add_due(out, lang, plan, index);
	else if (action->step.cause == ORDER_CAUSE_DATES)
		text_plan_dates(out, lang, figures.text);
	else if (action->step.cause == ORDER_CAUSE_WISHES)
		add_pins(out, lang, plan, index);
	else if (action->step.cause == ORDER_CAUSE_UNLOCKS || action->step.cause == ORDER_CAUSE_SET)
		add_set(out, lang, plan, index);
	else if (giver != SIZE_MAX)
		text_plan_required_by(out, lang, plan_action_title(plan, giver, lang),
			text_word(field_rows[FIELD_PRIORITY].choice_words[action->tier], lang));
	else if (action->step.cause == ORDER_CAUSE_REQUIRED)
		text_plan_after(out, lang, plan_action_title(plan, action->step.witness, lang),
			figures.text);
	else if (action->step.cause == ORDER_CAUSE_LAST)
		text_plan_last(out, lang, figures.text);
	else
		text_plan_ratio(out, lang, figures.text);
	buf_release(&figures);
}

void plan_reason(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];

	if (action->days_late)
		add_days_late(out, lang, plan, index);
	if (action->days_at_risk)
		add_risk(out, lang, plan, index);
	else
		add_cause(out, lang, plan, index);
	if (action->unlocks.count) {
		buf_add(out, " ");
		text_plan_unlocks(out, lang, (int)action->unlocks.count);
	}
}
