/* SPDX-License-Identifier: MIT
 *
 * A wish is tried: a second plan is made with it and laid beside the first. It was granted where
 * the one now stands before the other; what ends later there than here is what it costs.
 *
 * Where it was not, requirements are looked at first, since nothing overrules them. Then dates: the
 * wish asks the first to end before a date of the second, or of something that needs the second. A
 * date is said to be in the way only where the wish would be granted without it, which is tried
 * too, the earliest date first. */
#include "jalon/plan/pin.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
#include "jalon/plan/why.h"

/* Each try makes a plan. */
enum { TRIES_MAX = 6 };

static const struct plan *make(struct arena *arena, const struct plan *plan, size_t first,
	size_t second, const char *undated)
{
	const struct plan_if wish = { .before = plan->actions[first].entry->id,
		.behind = plan->actions[second].entry->id,
		.undated = undated };

	return plan_make_if(arena, plan->org, plan->today_day, &wish);
}

static bool is_granted(
	const struct plan *then, const struct plan *plan, size_t first, size_t second)
{
	return plan_index_of(then, plan->actions[first].entry) <
	       plan_index_of(then, plan->actions[second].entry);
}

/* The action with the earliest date behind `after` in that order, among those that need the second
 * and itself; ORDER_NONE when there are no more. Ties go by rank. */
static size_t next_dated(const struct plan *plan, size_t second, size_t after)
{
	size_t next = ORDER_NONE;

	for (size_t i = second; i < plan->count; i++) {
		int day = plan->actions[i].entry->due_day;
		int after_day = after == ORDER_NONE ? 0 : plan->actions[after].entry->due_day;
		bool is_behind =
			after == ORDER_NONE || day > after_day || (day == after_day && i > after);

		if (day == DAY_NONE || !is_behind ||
			(next != ORDER_NONE && day >= plan->actions[next].entry->due_day))
			continue;
		if (i == second || plan_step_to(plan, i, second) != ORDER_NONE)
			next = i;
	}
	return next;
}

static void find_in_the_way(struct arena *arena, const struct plan *plan, size_t first,
	size_t second, struct plan_pin *pin)
{
	size_t dated = ORDER_NONE;

	pin->in_the_way = plan_step_to(plan, first, second);
	pin->answer = PLAN_PIN_REQUIRES;
	if (pin->in_the_way != ORDER_NONE)
		return;
	pin->answer = PLAN_PIN_DUE;
	for (int i = 0; i < TRIES_MAX; i++) {
		dated = next_dated(plan, second, dated);
		pin->in_the_way = dated;
		if (dated == ORDER_NONE)
			break;
		if (is_granted(make(arena, plan, first, second, plan->actions[dated].entry->id),
			    plan, first, second))
			return;
	}
	pin->answer = PLAN_PIN_OTHERS;
	pin->in_the_way = ORDER_NONE;
}

static int percent_of(int64_t more, int64_t whole)
{
	return more > 0 && whole > 0 ? (int)((more * 100 + whole - 1) / whole) : 0;
}

static void add_cost(
	struct arena *arena, const struct plan *plan, const struct plan *then, struct plan_pin *pin)
{
	const char **later = ARENA_ARRAY(arena, const char *, plan->count);
	const char **fall = ARENA_ARRAY(arena, const char *, plan->count);
	size_t later_count = 0, fall_count = 0;

	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_action *now = &plan->actions[i];
		const struct plan_action *would = &then->actions[plan_index_of(then, now->entry)];

		if (would->finish_day > now->finish_day)
			later[later_count++] = now->entry->id;
		if (would->lateness_days > 0 && now->lateness_days == 0)
			fall[fall_count++] = now->entry->id;
		else if (would->lateness_days > now->lateness_days)
			pin->worse++;
	}
	pin->later = (struct string_list){ later, later_count };
	pin->fall = (struct string_list){ fall, fall_count };
	pin->percent = percent_of(then->cost - plan->cost, plan->cost);
}

struct plan_pin plan_pin_try(
	struct arena *arena, const struct plan *plan, size_t first, size_t second)
{
	const struct plan *then = make(arena, plan, first, second, NULL);
	struct plan_pin pin = { .answer = PLAN_PIN_GRANTED, .in_the_way = ORDER_NONE };

	if (is_granted(then, plan, first, second))
		add_cost(arena, plan, then, &pin);
	else
		find_in_the_way(arena, plan, first, second, &pin);
	return pin;
}
