/* SPDX-License-Identifier: MIT
 *
 * A person does one thing at a time, so that an action fills each of its days as far as those
 * before it left room: no more has to be known than its first and its last day. Actions in the
 * order of their first day are laid one behind the other along the line of that person's time, and
 * cut where weeks end; a wait for somebody else is a piece of line that stays empty.
 *
 * Whether more was promised than can be done needs no plan: it holds for any order. By each date,
 * all that is due until then is compared with all the time until then (Jackson 1955: where no
 * date shows a lack, and nothing waits for others, earliest date first keeps them all). The date
 * where most is missing is told. */
#include "jalon/plan/load.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "plan/working.h"

enum { WEEK_DAYS = 7 };

struct own {
	const struct plan_action **actions;
	size_t count;
};

/* In the order of the plan until they are sorted otherwise. */
static struct own own_actions(struct arena *arena, const struct plan *plan, const char *owner)
{
	struct own own = { ARENA_ARRAY(arena, const struct plan_action *, plan->count + 1), 0 };

	for (size_t i = 0; i < plan->count; i++) {
		if (strcmp(plan->actions[i].entry->owner, owner) == 0)
			own.actions[own.count++] = &plan->actions[i];
	}
	return own;
}

static int compare_starts(const void *a, const void *b)
{
	const struct plan_action *one = *(const struct plan_action *const *)a;
	const struct plan_action *other = *(const struct plan_action *const *)b;

	if (one->start_day != other->start_day)
		return one->start_day < other->start_day ? -1 : 1;
	if (one->finish_day != other->finish_day)
		return one->finish_day < other->finish_day ? -1 : 1;
	return one < other ? -1 : one > other;
}

static int compare_dues(const void *a, const void *b)
{
	const struct plan_action *one = *(const struct plan_action *const *)a;
	const struct plan_action *other = *(const struct plan_action *const *)b;

	return one->entry->due_day < other->entry->due_day
		       ? -1
		       : one->entry->due_day > other->entry->due_day;
}

static int monday_of(int day)
{
	return day - (int)date_weekday(day);
}

static int64_t at_least_0(int64_t number)
{
	return number > 0 ? number : 0;
}

/* What there is from today to the end of that day. */
static int64_t available_until(const struct calendar *calendar, int day)
{
	return at_least_0(calendar_work_until(calendar, day));
}

/* The first week may have begun: what is left of it is what there is from today on. */
static void add_weeks(struct arena *arena, struct plan_load *load, const struct calendar *calendar,
	const struct own *own)
{
	int first = monday_of(calendar->first_day), last = first;

	for (size_t i = 0; i < own->count; i++) {
		int monday = monday_of(own->actions[i]->finish_day);

		last = monday > last ? monday : last;
	}
	load->week_count = (size_t)(last - first) / WEEK_DAYS + 1;
	load->weeks = ARENA_ARRAY(arena, struct plan_week, load->week_count);
	for (size_t i = 0; i < load->week_count; i++) {
		int monday = first + (int)i * WEEK_DAYS;

		load->weeks[i] = (struct plan_week){ monday, 0,
			available_until(calendar, monday + WEEK_DAYS - 1) -
				available_until(calendar, monday - 1) };
	}
}

/* Along the line of time in points of work: what is before `at` is taken. Starts only grow, so
 * that no week is looked at again. */
static void fill_weeks(
	struct plan_load *load, const struct calendar *calendar, const struct own *own)
{
	int64_t at = 0, end = load->weeks[0].capacity_centidays;
	size_t week = 0;

	for (size_t i = 0; i < own->count; i++) {
		const struct plan_action *action = own->actions[i];
		int64_t left = entry_left_centidays(action->entry);
		int64_t start = available_until(calendar, action->start_day - 1);

		at = start > at ? start : at;
		while (left > 0) {
			bool is_last = week + 1 == load->week_count;
			int64_t free = at_least_0(end - at);
			int64_t taken = free < left && !is_last ? free : left;

			load->weeks[week].work_centidays += taken;
			left -= taken;
			at += taken;
			if (left > 0)
				end += load->weeks[++week].capacity_centidays;
		}
	}
}

/* By each due day, what is due until then against the time there is. */
static void find_over(
	struct plan_load *load, const struct calendar *calendar, struct own *own, int today_day)
{
	int64_t promised = 0, worst = 0;

	qsort(own->actions, own->count, sizeof(*own->actions), compare_dues);
	for (size_t i = 0; i < own->count; i++) {
		int due = own->actions[i]->entry->due_day;
		int64_t available;

		if (due == DAY_NONE)
			continue;
		/* What was due before is due now. */
		if (due < today_day)
			due = today_day;
		promised += entry_left_centidays(own->actions[i]->entry);
		available = available_until(calendar, due);
		if (promised - available > worst) {
			worst = promised - available;
			load->over_day = due;
			load->promised_centidays = promised;
			load->available_centidays = available;
		}
	}
}

struct plan_load plan_load_of(struct arena *arena, const struct plan *plan, const char *owner)
{
	struct calendar calendar = working_calendar(plan->working, owner);
	struct plan_load load = { .capacity_centidays = calendar.capacity_centidays,
		.over_day = DAY_NONE };
	struct own own = own_actions(arena, plan, owner);

	qsort(own.actions, own.count, sizeof(*own.actions), compare_starts);
	add_weeks(arena, &load, &calendar, &own);
	fill_weeks(&load, &calendar, &own);
	find_over(&load, &calendar, &own, plan->today_day);
	return load;
}
