/* SPDX-License-Identifier: MIT
 *
 * working: on which days who works, and how much of it.
 *
 * For     whoever needs somebody's calendar while a plan is made, or of one that is made.
 * Owner   everything is the arena's that it was made in.
 * Units   days since 1970-01-01.
 * Errors  none. A name that is no member's, and none at all, has the team's time.
 * Source  Code du travail, L3133-1 and L3134-13 (public holidays; for Alsace and Moselle, Good
 *         Friday as in a town with a church of both confessions); DESIGN.md, "Organisation". */
#ifndef JALON_PLAN_WORKING_H
#define JALON_PLAN_WORKING_H

#include "jalon/model/organisation.h"
#include "plan/calendar.h"

struct working {
	const struct organisation *org;
	int today_day;
	struct days_off all;      /* of everybody */
	struct days_off *members; /* of each member, those of everybody among them */
};

struct working *working_make(struct arena *arena, const struct organisation *org, int today_day);
struct calendar working_calendar(const struct working *working, const char *owner);

#endif
