/* SPDX-License-Identifier: MIT
 *
 * team: whose time the plan counts on: the organisation's own for what nobody has taken, each
 * member's for theirs, and who owns actions without being a member.
 *
 * For     the view of the team, and the head of the plan.
 * Owner   people and their names are the arena's.
 * Units   capacity in hundredths of a person-day a week. */
#ifndef TUI_TEAM_H
#define TUI_TEAM_H

#include "jalon/session/session.h"

enum teammate_kind { TEAM_ITSELF, TEAM_MEMBER, TEAM_OUTSIDER };

struct teammate {
	enum teammate_kind kind;
	const char *name; /* "" of the team itself */
	int capacity_centidays;
	int open; /* how many actions that remain are theirs; of the team: nobody's */
};

struct team {
	struct teammate *people; /* the team itself first, then members, then outsiders */
	size_t count;
};

struct team team_of(struct arena *arena, const struct organisation *org, int today_day);
/* "2,5 j/sem." */
void team_add_capacity(struct buf *out, enum lang lang, int capacity_centidays);
/* "Inès 1, Marc 2, équipe 2,5 j/sem." where that takes at most so many cells, else "équipe 2,5
 * j/sem. +2", else nothing. */
void team_add_capacities(
	struct buf *out, const struct organisation *org, enum lang lang, int cells);

#endif
