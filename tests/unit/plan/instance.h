/* SPDX-License-Identifier: MIT
 *
 * instance: problems made from a seed, and the truth about small ones.
 *
 * For     tests and bench of the planner.
 * Owner   instance_free. Jobs are numbered so that a job requires only smaller numbers.
 * Units   as in jalon/plan/order.h. */
#ifndef TESTS_UNIT_PLAN_INSTANCE_H
#define TESTS_UNIT_PLAN_INSTANCE_H

#include "jalon/plan/order.h"

enum family {
	FAMILY_SPARSE,
	FAMILY_MIDDLE,
	FAMILY_DENSE,
	FAMILY_LAYERS,
	FAMILY_CHAINS,
	FAMILY_IN_TREE,
	FAMILY_OUT_TREE,
	FAMILY_SERIES_PARALLEL,
	FAMILY_DIAMONDS,
	FAMILY_N_SHAPES,
	FAMILY_HUBS,
	FAMILY_COUNT
};
extern const char *const family_names[FAMILY_COUNT];

struct random {
	uint64_t state;
};
unsigned random_below(struct random *random, unsigned limit);

struct instance {
	struct order_job *jobs;
	size_t count;
	char (*ids)[24];
	size_t **requires;
	size_t *rooms;
};

struct instance *instance_new(struct random *random, enum family family, size_t count);
void instance_free(struct instance *instance);

int64_t instance_cost(const struct instance *instance, const struct order *order);
/* Every job once, and after all that it requires. */
bool instance_allows(const struct instance *instance, const struct order *order);
/* By dynamic programming over subsets: the least cost of all orders that keep the dates; −1 when
 * none does. With tiers, of those in which the fewest pairs stand against them, told in
 * `crossings` (may be NULL). For at most 24 jobs. */
int64_t instance_least_cost(const struct instance *instance, bool with_tiers, int *crossings);
/* Pairs of which the job of the later tier comes first. */
int instance_crossings(const struct instance *instance, const struct order *order);
/* Weighted shortest job first among what nothing holds back; and an urgency as Taskwarrior has it:
 * importance, whether it blocks others, without a look at effort. */
int64_t instance_ratio_cost(const struct instance *instance);
int64_t instance_urgency_cost(const struct instance *instance);

#endif
