/* SPDX-License-Identifier: MIT
 *
 * What the reasons claim, claim by claim, over random instances. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "../base/breadth.h"
#include "instance.h"

enum { SEED = 314159 };

static bool is_possible(const struct instance *instance, const bool *done, size_t job)
{
	for (size_t k = 0; k < instance->jobs[job].require_count; k++) {
		if (!done[instance->jobs[job].requires[k]])
			return false;
	}
	return !done[job];
}

static bool brings_more(const struct order_job *one, const struct order_job *other)
{
	return (int64_t)one->weight * other->effort_centidays >
	       (int64_t)other->weight * one->effort_centidays;
}

/* "Nothing possible at that point with the same priority brings more per day." */
static void check_ratio(
	const struct instance *instance, const bool *done, size_t job, const char *name)
{
	for (size_t i = 0; i < instance->count; i++) {
		if (i == job || instance->jobs[i].tier != instance->jobs[job].tier ||
			!is_possible(instance, done, i))
			continue;
		cr_expect(!brings_more(&instance->jobs[i], &instance->jobs[job]),
			"%s: %zu brings more than %zu", name, i, job);
	}
}

static bool requires(const struct order_job *job, size_t required)
{
	for (size_t k = 0; k < job->require_count; k++) {
		if (job->requires[k] == required)
			return true;
	}
	return false;
}

/* "These n actions are worth … of impact for … days": this one and those right behind it. */
static void check_set(
	const struct instance *instance, const struct order *order, size_t at, const char *name)
{
	const struct order_step *step = &order->steps[at];
	int64_t weight = 0, effort = 0;

	cr_assert_leq(at + step->set_count, order->count, "%s", name);
	for (size_t i = at; i < at + step->set_count; i++) {
		weight += instance->jobs[order->steps[i].job].weight;
		effort += instance->jobs[order->steps[i].job].effort_centidays;
	}
	cr_expect_eq(step->set_weight, weight, "%s", name);
	cr_expect_eq(step->set_effort_centidays, effort, "%s", name);
}

static void check_claims(
	const struct instance *instance, const struct order *order, const char *name)
{
	bool *done = mem_alloc(instance->count * sizeof(*done));

	for (size_t i = 0; i < order->count; i++) {
		const struct order_step *step = &order->steps[i];

		if (step->cause == ORDER_CAUSE_RATIO)
			check_ratio(instance, done, step->job, name);
		if (step->cause == ORDER_CAUSE_UNLOCKS)
			check_set(instance, order, i, name);
		if (step->cause == ORDER_CAUSE_REQUIRED)
			cr_expect(requires(&instance->jobs[step->job], step->witness), "%s", name);
		if (step->cause == ORDER_CAUSE_LAST)
			cr_expect_eq(i + 1, order->count, "%s", name);
		done[step->job] = true;
	}
	mem_free(done);
}

Test(reason, claims_nothing_that_is_not_so)
{
	for (int family = 0; family < FAMILY_COUNT; family++) {
		struct random random = { SEED + (uint64_t)family };

		for (int i = 0; i < breadth(40); i++) {
			struct arena *arena = arena_new();
			size_t size = 2 + random_below(&random, 60);
			struct instance *instance =
				instance_new(&random, (enum family)family, size);
			struct order order;
			char name[64];

			for (size_t k = 0; i % 2 && k < size; k += 5)
				instance->jobs[k].due = 100 * (int64_t)(k + 20);
			snprintf(name, sizeof(name), "%s, instance %d", family_names[family], i);
			order = order_jobs(arena, instance->jobs, instance->count);
			check_claims(instance, &order, name);
			instance_free(instance);
			arena_free(arena);
		}
	}
}
