/* SPDX-License-Identifier: MIT
 *
 * A serial schedule along the list: each action takes the first stretch of its owner's time that is
 * long enough, once what it requires has ended. Within a lane that is a point of work, between
 * lanes the day after. */
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/plan/calendar.h"
#include "jalon/plan/making.h"

/* One line of work, a person's or the team's, and what of it is taken, in order. */
struct lane {
	const char *owner;
	struct calendar calendar;
	struct stretch {
		int64_t start, end;
	} * taken;
	size_t taken_count, room;
};

static struct lane *lane_of(
	struct making *making, struct lane *lanes, size_t *count, const char *owner)
{
	const struct member *member = organisation_find_member(making->org, owner);

	for (size_t i = 0; i < *count; i++) {
		if (strcmp(lanes[i].owner, owner) == 0)
			return &lanes[i];
	}
	lanes[*count] = (struct lane){ .owner = owner,
		.calendar = calendar_make(making->plan->today_day,
			member ? member->capacity_centidays : making->org->capacity_centidays) };
	return &lanes[(*count)++];
}

/* The first stretch of that length, from `earliest` on; it is taken then. Where somebody waits for
 * another person, what comes later in the list fills the time. */
static int64_t lane_take(struct arena *arena, struct lane *lane, int64_t earliest, int64_t effort)
{
	size_t at = lane->taken_count;
	int64_t start = earliest;

	/* Most work goes behind all that is taken already. */
	if (at && lane->taken[at - 1].end > earliest) {
		start = earliest;
		for (at = 0; at < lane->taken_count; at++) {
			/* No work at all fits between any two; it needs a wait of its own. */
			if (lane->taken[at].start > start &&
				lane->taken[at].start - start >= effort)
				break;
			if (lane->taken[at].end > start)
				start = lane->taken[at].end;
		}
	}
	if (lane->taken_count == lane->room) {
		size_t room = lane->room ? lane->room * 2 : 16;
		struct stretch *taken = ARENA_ARRAY(arena, struct stretch, room);

		if (lane->taken_count)
			memcpy(taken, lane->taken, lane->taken_count * sizeof(*taken));
		lane->taken = taken;
		lane->room = room;
	}
	/* Stretches that touch are one, so that a team without gaps has a single one. */
	if (at && lane->taken[at - 1].end == start) {
		lane->taken[at - 1].end = start + effort;
		return start;
	}
	memmove(lane->taken + at + 1, lane->taken + at,
		(lane->taken_count++ - at) * sizeof(*lane->taken));
	lane->taken[at] = (struct stretch){ start, start + effort };
	return start;
}

/* The day after the last that somebody else's requirement ends on, as a point of the lane. */
static int64_t earliest_start(struct making *making, const struct lane *lane,
	const struct order_job *job, const struct lane *const *lane_of_job,
	const struct plan_action *const *action_of_job)
{
	int64_t earliest = 0;

	for (size_t k = 0; k < job->require_count; k++) {
		const struct plan_action *required = action_of_job[job->requires[k]];
		int64_t free_from;

		if (lane_of_job[job->requires[k]] == lane)
			free_from = making->lane_end[job->requires[k]];
		else
			free_from = calendar_work_until(&lane->calendar, required->finish_day);
		if (free_from > earliest)
			earliest = free_from;
	}
	return earliest;
}

static void add_lateness(struct plan *plan, struct plan_action *action)
{
	int due_day = action->entry->due_day;

	if (due_day != DAY_NONE && action->finish_day > due_day)
		action->lateness_days = action->finish_day - due_day;
	if (action->lateness_days > plan->max_lateness_days)
		plan->max_lateness_days = action->lateness_days;
	if (action->finish_day > plan->last_day)
		plan->last_day = action->finish_day;
}

void lanes_set_days(struct making *making, const struct order *order)
{
	struct arena *arena = making->arena;
	struct lane *lanes = ARENA_ARRAY(arena, struct lane, order->count);
	const struct lane **lane_of_job = ARENA_ARRAY(arena, const struct lane *, order->count);
	const struct plan_action **action_of_job =
		ARENA_ARRAY(arena, const struct plan_action *, order->count);
	size_t lane_count = 0;

	making->lane_end = ARENA_ARRAY(arena, int64_t, order->count);
	for (size_t i = 0; i < order->count; i++) {
		size_t job = order->steps[i].job;
		struct plan_action *action = &making->plan->actions[i];
		struct lane *lane = lane_of(making, lanes, &lane_count, action->entry->owner);
		int64_t earliest = earliest_start(
			making, lane, &making->jobs[job], lane_of_job, action_of_job);
		int64_t effort = making->jobs[job].effort_centidays;
		int64_t start = lane_take(arena, lane, earliest, effort);

		lane_of_job[job] = lane;
		action_of_job[job] = action;
		making->lane_end[job] = start + effort;
		action->start_day = calendar_start_day(&lane->calendar, start);
		action->finish_day = calendar_finish_day(&lane->calendar, start + effort);
		if (action->finish_day < action->start_day)
			action->start_day = action->finish_day;
		add_lateness(making->plan, action);
	}
}
