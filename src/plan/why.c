/* SPDX-License-Identifier: MIT
 *
 * Why one stands before another is answered by the first of these that is true: the second requires
 * the first; a date pulled the first up; its tier is the better one; it brings more for its effort;
 * the second waits for something that stands behind the first. Else what put the first where it
 * stands is the whole answer.
 *
 * What if one were done is no estimate. A second plan is made without it, and the two are laid side
 * by side: both have the same entries, so that each finds its place in the other by its number. */
#include "jalon/plan/why.h"

#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/field.h"
#include "plan/figures.h"

/* Requirements stand above, so that one pass down from `wanted` knows of each whether it needs it
 * before the first that asks. There is a way for each choice at each step, twice as many with each
 * step of a ladder: ways are never walked. */
size_t plan_step_to(const struct plan *plan, size_t action, size_t wanted)
{
	bool *needs;
	size_t step = ORDER_NONE;

	if (action <= wanted)
		return ORDER_NONE;
	needs = mem_alloc((action + 1) * sizeof(*needs));
	needs[wanted] = true;
	for (size_t i = wanted + 1; i <= action; i++) {
		const struct plan_action *one = &plan->actions[i];

		for (size_t k = 0; k < one->requires.count && !needs[i]; k++) {
			needs[i] = needs[one->requires_at[k]];
			if (i == action && needs[i])
				step = one->requires_at[k];
		}
	}
	mem_free(needs);
	return step;
}

/* The last thing that `second` still waits for, when that stands behind `first`: though it brings
 * more, it could not have come there yet. */
static size_t waits_for(const struct plan *plan, size_t first, size_t second)
{
	const struct plan_action *action = &plan->actions[second];
	size_t last = ORDER_NONE;

	for (size_t i = 0; i < action->requires.count; i++) {
		size_t required = action->requires_at[i];

		if (required > first && (last == ORDER_NONE || required > last))
			last = required;
	}
	return last;
}

/* Without a division, and so exactly; of equal ones the first stands there rightly. */
static bool brings_more(const struct plan *plan, size_t one, size_t other)
{
	const struct entry *a = plan->actions[one].entry, *b = plan->actions[other].entry;

	return (int64_t)entry_impact(a) * entry_left_centidays(b) >=
	       (int64_t)entry_impact(b) * entry_left_centidays(a);
}

static void add_returns(
	struct buf *out, enum lang lang, const struct plan *plan, size_t first, size_t second)
{
	const struct entry *a = plan->actions[first].entry, *b = plan->actions[second].entry;
	struct buf effort = BUF_INIT, other_effort = BUF_INIT;

	text_effort(&effort, lang, entry_left_centidays(a));
	text_effort(&other_effort, lang, entry_left_centidays(b));
	text_plan_brings_more(out, lang, plan_action_title(plan, first, lang), entry_impact(a),
		effort.text, plan_action_title(plan, second, lang), entry_impact(b),
		other_effort.text);
	if (!figures_are_estimates(a) || !figures_are_estimates(b))
		figures_add_defaults(out, lang);
	buf_release(&effort);
	buf_release(&other_effort);
}

/* Two that are given the other way round get the same answer. */
void plan_why_before(
	struct buf *out, enum lang lang, const struct plan *plan, size_t one, size_t other)
{
	size_t first = one < other ? one : other, second = one < other ? other : one;
	const struct plan_action *a = &plan->actions[first], *b = &plan->actions[second];
	const enum word *tiers = field_rows[FIELD_PRIORITY].choice_words;
	size_t waited = waits_for(plan, first, second), step = plan_step_to(plan, second, first);

	text_plan_stands_before(out, lang, plan_action_title(plan, first, lang),
		plan_action_title(plan, second, lang));
	buf_add(out, " ");
	if (step == first)
		text_plan_needs_it(out, lang, plan_action_title(plan, second, lang));
	else if (step != ORDER_NONE)
		text_plan_needs_it_through(out, lang, plan_action_title(plan, second, lang),
			plan_action_title(plan, step, lang));
	else if (a->step.cause == ORDER_CAUSE_DUE)
		plan_reason(out, lang, plan, first);
	else if (a->tier < b->tier)
		text_plan_tiers(out, lang, text_word(tiers[a->tier], lang),
			text_word(tiers[b->tier], lang));
	else if (brings_more(plan, first, second))
		add_returns(out, lang, plan, first, second);
	else if (waited != ORDER_NONE)
		text_plan_waits_for(out, lang, plan_action_title(plan, second, lang),
			plan_action_title(plan, waited, lang));
	else
		plan_reason(out, lang, plan, first);
}

/* Those that wait for this one alone. */
static struct string_list freed_by(struct arena *arena, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];
	const char **ids = ARENA_ARRAY(arena, const char *, action->unlocks.count);
	size_t count = 0;

	for (size_t i = 0; i < action->unlocks.count; i++) {
		if (plan->actions[action->unlocks_at[i]].requires.count == 1)
			ids[count++] = action->unlocks.texts[i];
	}
	return (struct string_list){ ids, count };
}

/* An action that ends later then did so well where it was because it filled somebody's wait. It is
 * not hidden: `days_sooner` may be below 0. */
struct plan_what_if plan_if_done(struct arena *arena, const struct plan *plan, size_t index)
{
	const struct plan_if done = { .done = plan->actions[index].entry->id };
	const struct plan *then = plan_make_if(arena, plan->org, plan->today_day, &done);
	const char **ids = ARENA_ARRAY(arena, const char *, then->count);
	struct plan_what_if what_if = { .frees = freed_by(arena, plan, index),
		.last_day = then->last_day,
		.days_sooner = plan->last_day - then->last_day };
	size_t count = 0;

	for (size_t i = 0; i < then->count; i++) {
		size_t now = plan_index_of(plan, then->actions[i].entry);

		if (then->actions[i].finish_day < plan->actions[now].finish_day)
			ids[count++] = then->actions[i].entry->id;
	}
	what_if.sooner = (struct string_list){ ids, count };
	return what_if;
}

void plan_if_done_text(struct buf *out, enum lang lang, const struct plan *plan, size_t index,
	const struct plan_what_if *what_if)
{
	struct buf day = BUF_INIT;

	text_plan_if_done(out, lang, plan_action_title(plan, index, lang));
	buf_add(out, " ");
	if (what_if->frees.count) {
		text_plan_would_free(out, lang, (int)what_if->frees.count);
		buf_add(out, " ");
	}
	if (what_if->sooner.count) {
		text_plan_would_end_sooner(out, lang, (int)what_if->sooner.count);
		buf_add(out, " ");
	}
	text_day(&day, lang, what_if->last_day, plan->today_day);
	if (what_if->days_sooner > 0)
		text_plan_all_sooner(out, lang, what_if->days_sooner, day.text);
	else
		text_plan_all_the_same(out, lang, day.text);
	buf_release(&day);
}
