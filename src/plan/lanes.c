/* SPDX-License-Identifier: MIT
 *
 * A serial schedule along the list (Kelley 1963): each action takes the first stretch of its
 * owner's time that is long enough, once what it requires has ended. Nothing that stands already is
 * moved for it, so what stands above in the list never ends later for what stands below.
 *
 * Everybody has a line of work of their own, in points of effort. Within a lane what is required
 * ends at a point, and what follows may begin at that point, on the same day. Between lanes only
 * days can be compared, since each has its own capacity: what waits for somebody else begins the
 * day after.
 *
 * While somebody waits, their line has a gap, and something later in the list that is short enough
 * fills it: the list says who comes first where two can, not that nobody may work meanwhile. What
 * is taken of a line is kept as stretches in order, and stretches that touch become one, so that a
 * line without waits has a single one, however many actions it holds. */
#include "plan/lanes.h"

#include <string.h>

/* What of one line of work is taken, in order. */
struct lane {
	struct stretch {
		int64_t start, end;
	} * taken;
	size_t taken_count, room;
};

/* The team's lane is that of the empty name. */
void lanes_find(struct making *making)
{
	const char **owners = ARENA_ARRAY(making->arena, const char *, making->job_count + 1);

	making->calendars = ARENA_ARRAY(making->arena, struct calendar, making->job_count + 1);
	making->lane_count = 0;
	for (size_t i = 0; i < making->job_count; i++) {
		const char *owner = making->nodes[making->node_of_job[i]].entry->owner;
		size_t lane = 0;

		while (lane < making->lane_count && strcmp(owners[lane], owner) != 0)
			lane++;
		making->jobs[i].lane = lane;
		if (lane < making->lane_count)
			continue;
		owners[making->lane_count] = owner;
		making->calendars[making->lane_count++] = working_calendar(making->working, owner);
	}
}

/* The first stretch of that length, from `earliest` on; it is taken then. Gaps are looked at from
 * the left, each cut off where the action may not begin yet. Where somebody waits for another
 * person, what comes later in the list fills the time. */
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

struct schedule {
	const struct making *making;
	struct lane *lanes;
	int64_t *end;    /* by job, on its lane's line */
	int *finish_day; /* by job */
};

/* On the same line, where what is required ends; on another, the day after. */
static int64_t earliest_start(const struct schedule *schedule, const struct order_job *job)
{
	const struct making *making = schedule->making;
	int64_t earliest = 0;

	for (size_t k = 0; k < job->require_count; k++) {
		size_t required = job->requires[k];
		int64_t free_from = schedule->end[required];

		if (making->jobs[required].lane != job->lane)
			free_from = calendar_work_until(
				&making->calendars[job->lane], schedule->finish_day[required]);
		if (free_from > earliest)
			earliest = free_from;
	}
	return earliest;
}

void lanes_find_days(const struct making *making, struct arena *arena, const size_t *list,
	struct lane_days *days)
{
	struct schedule schedule = { .making = making,
		.lanes = ARENA_ARRAY(arena, struct lane, making->lane_count),
		.end = ARENA_ARRAY(arena, int64_t, making->job_count),
		.finish_day = ARENA_ARRAY(arena, int, making->job_count) };

	for (size_t i = 0; i < making->job_count; i++) {
		size_t index = list[i];
		const struct order_job *job = &making->jobs[index];
		const struct calendar *calendar = &making->calendars[job->lane];
		int64_t start = lane_take(arena, &schedule.lanes[job->lane],
			earliest_start(&schedule, job), job->effort_centidays);

		schedule.end[index] = start + job->effort_centidays;
		days[i].start_day = calendar_start_day(calendar, start);
		days[i].finish_day = calendar_finish_day(calendar, schedule.end[index]);
		if (days[i].finish_day < days[i].start_day)
			days[i].start_day = days[i].finish_day;
		schedule.finish_day[index] = days[i].finish_day;
	}
}
