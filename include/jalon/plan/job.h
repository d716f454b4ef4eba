/* SPDX-License-Identifier: MIT
 *
 * job: what there is to know of a piece of work in order to order it.
 *
 * For     whoever has jobs to order: plan_make(), the bench, tests. A plain value.
 * Owner   `id` and `requires` are the caller's.
 * Units   effort in hundredths of a person-day; `due` is the latest finish in the same unit, on
 *         the line of the job's lane (whoever does it) where lanes work side by side without
 *         waiting for each other; weight 1 to 100. */
#ifndef JALON_PLAN_JOB_H
#define JALON_PLAN_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ORDER_NO_DUE INT64_MAX
#define ORDER_NONE SIZE_MAX

struct order_job {
	const char *id; /* breaks ties, so that the file's order never matters */
	int weight;
	int effort_centidays;
	int tier;               /* smaller first; already raised through requirements */
	bool under_way;         /* wins a tie */
	int64_t due;            /* latest finish on the line of its lane; ORDER_NO_DUE for none */
	size_t lane;            /* small numbers; 0 when all is one line */
	const size_t *requires; /* indexes of jobs */
	size_t require_count;
};

#endif
