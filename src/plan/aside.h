/* SPDX-License-Identifier: MIT
 *
 * aside: what cannot be planned, because it goes round, or requires what is not there.
 *
 * For     plan.c, between the entries and the jobs: what it leaves is acyclic.
 * Owner   rows and ids are the making's arena's. Nodes are marked with their row.
 * Errors  none; to be set aside is what becomes of what is wrong.
 * Source  Tarjan 1972. */
#ifndef JALON_PLAN_ASIDE_H
#define JALON_PLAN_ASIDE_H

#include "plan/making.h"

struct aside {
	size_t node;
	bool goes_round;         /* else something is missing */
	struct string_list with; /* the ids that go round, or are missing */
};

struct aside_list {
	struct aside *rows;
	size_t count;
};

struct aside_list aside_find(struct making *making);

#endif
