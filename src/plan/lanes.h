/* SPDX-License-Identifier: MIT
 *
 * lanes: who does what when, everybody's work side by side.
 *
 * For     choose.c, which tries lists, and plan.c, which shows the days of the one that was taken.
 * Owner   `days` is the caller's, by place in the list. What lanes_find() makes is the making's.
 * Units   days since 1970-01-01.
 * Errors  none; the list must hold each job after all that it requires. */
#ifndef JALON_PLAN_LANES_H
#define JALON_PLAN_LANES_H

#include "plan/making.h"

/* Gives each job its lane: its owner's line of work, or the team's. */
void lanes_find(struct making *making);
/* First and last day of each job, by its place in the list: everybody's work side by side. */
struct lane_days {
	int start_day, finish_day;
};
void lanes_find_days(const struct making *making, struct arena *arena, const size_t *list,
	struct lane_days *days);

#endif
