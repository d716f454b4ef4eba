/* SPDX-License-Identifier: MIT
 *
 * Properties over random instances. A failure names family, size and seed: the same seed makes the
 * same instance again. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "../base/breadth.h"
#include "instance.h"

enum { SEED = 20261124 };

typedef void (*property)(const struct instance *instance, const char *name);

static void each_instance(property holds, size_t size_min, size_t size_max, int times,
	enum family first, enum family last)
{
	for (int family = first; family <= (int)last; family++) {
		struct random random = { SEED + (uint64_t)family };

		for (int i = 0; i < breadth(times); i++) {
			char name[96];
			size_t size = size_min +
				      random_below(&random, (unsigned)(size_max - size_min + 1));
			uint64_t seed = random.state;
			struct instance *instance =
				instance_new(&random, (enum family)family, size);

			snprintf(name, sizeof(name), "%s, %zu jobs, seed %llu",
				family_names[family], size, (unsigned long long)seed);
			holds(instance, name);
			instance_free(instance);
		}
	}
}

static void is_valid(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	struct order order = order_jobs(arena, instance->jobs, instance->count);

	cr_expect(instance_allows(instance, &order), "%s: requirements", name);
	cr_expect_eq(order.cost, instance_cost(instance, &order), "%s: cost", name);
	cr_expect_leq(order.bound, order.cost, "%s: bound", name);
	cr_expect(!order.optimal || order.bound == order.cost, "%s: proof", name);
	arena_free(arena);
}

Test(order, keeps_every_requirement_and_tells_its_cost)
{
	each_instance(is_valid, 1, 150, 12, FAMILY_SPARSE, FAMILY_HUBS);
}

static void is_least(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	struct order order = order_jobs(arena, instance->jobs, instance->count);
	int64_t least = instance_least_cost(instance, true, NULL);

	cr_expect_eq(order.cost, least, "%s: %lld, not %lld", name, (long long)order.cost,
		(long long)least);
	cr_expect_leq(order.bound, least, "%s: bound", name);
	cr_expect(order.optimal, "%s: proven", name);
	arena_free(arena);
}

Test(order, is_the_best_of_small_ones)
{
	each_instance(is_least, 1, 12, 25, FAMILY_SPARSE, FAMILY_HUBS);
}

static void is_proven(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	struct order order = order_jobs(arena, instance->jobs, instance->count);

	cr_expect(order.optimal, "%s", name);
	arena_free(arena);
}

Test(order, is_proven_for_chains_trees_and_series_parallel_orders)
{
	each_instance(is_proven, 20, 200, 12, FAMILY_CHAINS, FAMILY_SERIES_PARALLEL);
}

/* Tiers as plan_make() raises them: none below that of a job that needs it. */
static void set_tiers(const struct instance *instance)
{
	for (size_t i = instance->count; i-- > 0;) {
		instance->jobs[i].tier = 1 + (int)(i * 7 % 3);
		for (size_t k = i + 1; k < instance->count; k++) {
			for (size_t n = 0; n < instance->jobs[k].require_count; n++) {
				if (instance->jobs[k].requires[n] == i &&
					instance->jobs[k].tier < instance->jobs[i].tier)
					instance->jobs[i].tier = instance->jobs[k].tier;
			}
		}
	}
}

static void puts_tiers_first(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	struct order order;
	int64_t least;

	set_tiers(instance);
	order = order_jobs(arena, instance->jobs, instance->count);
	cr_expect_eq(instance_crossings(instance, &order), 0, "%s", name);
	least = instance_least_cost(instance, true, NULL);
	cr_expect_eq(order.cost, least, "%s: cost", name);
	arena_free(arena);
}

Test(order, puts_tiers_one_after_the_other)
{
	each_instance(puts_tiers_first, 3, 11, 15, FAMILY_SPARSE, FAMILY_N_SHAPES);
}

static void set_dues(const struct instance *instance)
{
	int64_t total = 0;

	for (size_t i = 0; i < instance->count; i++)
		total += instance->jobs[i].effort_centidays;
	for (size_t i = 0; i < instance->count; i += 2)
		instance->jobs[i].due = total * (int64_t)(3 + i * 5 % 7) / 10;
}

static void expect_dates_kept(
	const struct instance *instance, const struct order *order, const char *name)
{
	int64_t at = 0;

	for (size_t i = 0; i < order->count; i++) {
		at += instance->jobs[order->steps[i].job].effort_centidays;
		cr_expect_leq(at, instance->jobs[order->steps[i].job].due, "%s: date of %zu", name,
			order->steps[i].job);
	}
}

/* Dates first, then as few pairs against their tiers as can be, then the least cost; proven where
 * no date pulls across tiers. */
static void keeps_dates(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	struct order order;
	int64_t least, of_dates;
	int crossings;

	set_tiers(instance);
	set_dues(instance);
	least = instance_least_cost(instance, true, &crossings);
	of_dates = instance_least_cost(instance, false, NULL);
	order = order_jobs(arena, instance->jobs, instance->count);
	cr_expect(instance_allows(instance, &order), "%s: requirements", name);
	if (least >= 0) {
		expect_dates_kept(instance, &order, name);
		cr_expect_eq(instance_crossings(instance, &order), crossings, "%s: tiers", name);
		cr_expect_eq(order.cost, least, "%s: cost", name);
		cr_expect_eq(order.bound, crossings ? of_dates : least, "%s: bound", name);
		cr_expect_eq(order.optimal, order.cost == order.bound, "%s: proof", name);
	}
	arena_free(arena);
}

Test(order, keeps_dates_then_tiers_then_the_sum)
{
	each_instance(keeps_dates, 2, 11, 25, FAMILY_SPARSE, FAMILY_N_SHAPES);
}

/* What is too large to solve outright: near the truth, and the bound below it. */
static void comes_near(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	struct order order;
	int64_t least;

	set_dues(instance);
	least = instance_least_cost(instance, true, NULL);
	order = order_jobs(arena, instance->jobs, instance->count);
	if (least >= 0) {
		expect_dates_kept(instance, &order, name);
		cr_expect_leq(order.bound, least, "%s: bound", name);
		cr_expect_leq(order.cost, least + least / 50, "%s: %lld is far from %lld", name,
			(long long)order.cost, (long long)least);
	}
	arena_free(arena);
}

Test(order, comes_near_the_best_with_many_dates)
{
	each_instance(comes_near, 17, 19, 2, FAMILY_SPARSE, FAMILY_N_SHAPES);
}

/* More tiers than there are priorities, as runs that dates have made. */
Test(order, takes_any_number_of_tiers)
{
	struct random random = { SEED };
	struct arena *arena = arena_new();
	struct instance *many = instance_new(&random, FAMILY_SPARSE, 90);
	struct order order;
	int64_t at = 0;

	for (size_t i = 0; i < many->count; i++) {
		many->jobs[i].tier = 1 + (int)(i / 5);
		at += many->jobs[i].effort_centidays;
	}
	/* The last three must come in the first tenth, before their tiers. */
	for (size_t i = many->count - 3; i < many->count; i++) {
		many->jobs[i].require_count = 0;
		many->jobs[i].due = at / 10;
	}
	order = order_jobs(arena, many->jobs, many->count);
	cr_expect(instance_allows(many, &order));
	expect_dates_kept(many, &order, "18 tiers");
	cr_expect_gt(instance_crossings(many, &order), 0);
	instance_free(many);
	arena_free(arena);
}

static void ignores_the_file(const struct instance *instance, const char *name)
{
	struct arena *arena = arena_new();
	size_t count = instance->count;
	struct order order = order_jobs(arena, instance->jobs, count), other;
	struct order_job *jobs = ARENA_ARRAY(arena, struct order_job, count);

	/* From the last to the first. */
	for (size_t i = 0; i < count; i++) {
		const struct order_job *job = &instance->jobs[count - 1 - i];
		size_t *requires = ARENA_ARRAY(arena, size_t, job->require_count);

		for (size_t k = 0; k < job->require_count; k++)
			requires[k] = count - 1 - job->requires[k];
		jobs[i] = *job;
		jobs[i].requires = requires;
	}
	other = order_jobs(arena, jobs, count);
	for (size_t i = 0; i < count; i++)
		cr_expect_eq(order.steps[i].job, count - 1 - other.steps[i].job, "%s: place %zu",
			name, i);
	arena_free(arena);
}

Test(order, is_the_same_whatever_the_order_in_the_file)
{
	each_instance(ignores_the_file, 2, 60, 6, FAMILY_SPARSE, FAMILY_HUBS);
}

Test(order, takes_whatever_there_is)
{
	struct random random = { SEED };
	struct arena *arena = arena_new();
	struct instance *many = instance_new(&random, FAMILY_CHAINS, 3000);
	struct order none = order_jobs(arena, NULL, 0), order;

	cr_expect_eq(none.count, 0);
	cr_expect(none.optimal);
	/* One chain of all, then nothing that requires anything, then all alike, then no effort. */
	order = order_jobs(arena, many->jobs, many->count);
	cr_expect(instance_allows(many, &order));
	for (size_t i = 0; i < many->count; i++)
		many->jobs[i].require_count = 0;
	order = order_jobs(arena, many->jobs, many->count);
	cr_expect(order.optimal);
	for (size_t i = 0; i < many->count; i++)
		many->jobs[i].weight = many->jobs[i].effort_centidays = 100;
	order = order_jobs(arena, many->jobs, many->count);
	cr_expect(order.optimal);
	for (size_t i = 0; i < many->count; i++)
		many->jobs[i].effort_centidays = 0;
	order = order_jobs(arena, many->jobs, many->count);
	cr_expect_eq(order.cost, 0);
	instance_free(many);
	arena_free(arena);
}

Test(order, prefers_what_is_under_way_and_what_leads_to_more)
{
	size_t first[] = { 0 };
	struct order_job jobs[] = {
		{ .id = "lead",
			.weight = 1,
			.effort_centidays = 100,
			.tier = 1,
			.due = ORDER_NO_DUE },
		{ .id = "prize",
			.weight = 90,
			.effort_centidays = 100,
			.tier = 1,
			.due = ORDER_NO_DUE,
			.requires = first,
			.require_count = 1 },
		{ .id = "a",
			.weight = 10,
			.effort_centidays = 100,
			.tier = 1,
			.due = ORDER_NO_DUE },
		{ .id = "b",
			.weight = 10,
			.effort_centidays = 100,
			.tier = 1,
			.due = ORDER_NO_DUE,
			.under_way = true },
	};
	struct arena *arena = arena_new();
	struct order order = order_jobs(arena, jobs, ARRAY_LEN(jobs));

	cr_expect_eq(order.steps[0].job, 0);
	cr_expect_eq(order.steps[0].cause, ORDER_CAUSE_UNLOCKS);
	cr_expect_eq(order.steps[0].set_weight, 91);
	cr_expect_eq(order.steps[1].job, 1);
	cr_expect_eq(order.steps[2].job, 3, "a tie goes to what is under way");
	arena_free(arena);
}
