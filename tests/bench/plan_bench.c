/* SPDX-License-Identifier: MIT
 *
 * plan_bench: how good the plan is, and how fast.
 *
 * For     `make bench`. Seeded families; each figure beside that of two simpler rules on the same
 *         instances: weighted shortest job first among what nothing holds back, and an urgency as
 *         Taskwarrior has it. Gaps are to the least cost where that is known (n ≤ 22, by dynamic
 *         programming), else to the proven bound, and so never flattering.
 * Units   gaps in percent; milliseconds of the processor, so that a busy machine tells the same. */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../unit/plan/instance.h"

enum { SEED = 20261124, TIMES_MAX = 400 };

struct figures {
	int times, optimal, proven;
	double mean, worst, ratio_mean, urgency_mean;
	double ms[TIMES_MAX];
};

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int compare_doubles(const void *a, const void *b)
{
	const double *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

static double gap(int64_t cost, int64_t least)
{
	return least ? 100.0 * (double)(cost - least) / (double)least : 0;
}

/* What may be compared with what, and how the instances are made. */
struct wanted {
	bool with_least, with_rules, with_dates;
};

/* Tiers at random, raised through requirements, and dates for a third: those that the order of the
 * numbers keeps, with some slack, so that they can be kept. */
static void add_dates(struct instance *instance, struct random *random)
{
	int64_t at = 0;

	for (size_t i = instance->count; i-- > 0;)
		instance->jobs[i].tier = 1 + (int)random_below(random, 3);
	for (size_t i = instance->count; i-- > 0;) {
		const struct order_job *job = &instance->jobs[i];

		for (size_t k = 0; k < job->require_count; k++) {
			if (instance->jobs[job->requires[k]].tier > job->tier)
				instance->jobs[job->requires[k]].tier = job->tier;
		}
	}
	for (size_t i = 0; i < instance->count; i++) {
		at += instance->jobs[i].effort_centidays;
		if (random_below(random, 3) == 0)
			instance->jobs[i].due = at + (int64_t)random_below(random, 500);
	}
}

static void measure(struct figures *figures, struct random *random, enum family family, size_t size,
	struct wanted wanted)
{
	struct instance *instance = instance_new(random, family, size);
	struct arena *arena = arena_new();
	struct order order;
	int64_t least;
	double start;

	if (wanted.with_dates)
		add_dates(instance, random);
	start = now_ms();
	order = order_jobs(arena, instance->jobs, instance->count);

	figures->ms[figures->times] = now_ms() - start;
	least = wanted.with_least ? instance_least_cost(instance, true, NULL) : order.bound;
	if (order.bound > least)
		printf("A bound above the least cost: %s, %zu jobs\n", family_names[family], size);
	figures->times++;
	figures->optimal += order.cost == least;
	figures->proven += order.optimal;
	figures->mean += gap(order.cost, least);
	figures->worst = fmax(figures->worst, gap(order.cost, least));
	if (wanted.with_rules) {
		figures->ratio_mean += gap(instance_ratio_cost(instance), order.cost);
		figures->urgency_mean += gap(instance_urgency_cost(instance), order.cost);
	}
	arena_free(arena);
	instance_free(instance);
}

static void print_figures(const char *name, struct figures *figures, const char *wanted)
{
	double times = figures->times;

	qsort(figures->ms, (size_t)figures->times, sizeof(double), compare_doubles);
	printf("%-30s %5d %8.3f %8.3f %7.0f %7.0f %8.1f %8.1f %9.2f  %s\n", name, figures->times,
		figures->mean / times, figures->worst, 100 * figures->optimal / times,
		100 * figures->proven / times, figures->ratio_mean / times,
		figures->urgency_mean / times, figures->ms[(figures->times - 1) * 95 / 100],
		wanted);
}

static void bench_sizes(const char *name, size_t size_min, size_t size_max, int times,
	enum family first, enum family last, struct wanted wanted, const char *reach)
{
	static struct figures figures;

	figures = (struct figures){ .times = 0 };
	for (int family = first; family <= (int)last; family++) {
		struct random random = { SEED + (uint64_t)family };

		for (int i = 0; i < times; i++)
			measure(&figures, &random, (enum family)family,
				size_min +
					random_below(&random, (unsigned)(size_max - size_min + 1)),
				wanted);
	}
	print_figures(name, &figures, reach);
}

/* How much of the order stays when one impact changes, in pairs of jobs. */
static void bench_steadiness(void)
{
	struct random random = { SEED };
	double kept = 0, pairs = 0;

	for (int i = 0; i < 40; i++) {
		struct instance *instance =
			instance_new(&random, (enum family)(i % FAMILY_COUNT), 60);
		struct arena *arena = arena_new();
		struct order before = order_jobs(arena, instance->jobs, 60), after;
		size_t place[60];

		instance->jobs[random_below(&random, 60)].weight += 1;
		after = order_jobs(arena, instance->jobs, 60);
		for (size_t k = 0; k < 60; k++)
			place[after.steps[k].job] = k;
		for (size_t a = 0; a < 60; a++) {
			for (size_t b = a + 1; b < 60; b++, pairs++)
				kept += place[before.steps[a].job] < place[before.steps[b].job];
		}
		arena_free(arena);
		instance_free(instance);
	}
	printf("%-30s %.2f %% of pairs keep their order  ≥ 99.5\n", "one impact changed by 1",
		100 * kept / pairs);
}

int main(void)
{
	const struct wanted none = { .with_least = false };
	const struct wanted least = { .with_least = true, .with_rules = true };
	const struct wanted rules = { .with_rules = true };

	printf("\nThe plan: gaps in %%; rules: how much dearer they are than the plan\n");
	printf("%-30s %5s %8s %8s %7s %7s %8s %8s %9s\n", "", "times", "mean", "worst", "optimal",
		"proven", "ratio", "urgency", "p95 ms");
	bench_sizes("n ≤ 10, to the least", 2, 10, 30, FAMILY_SPARSE, FAMILY_HUBS, least,
		"≤ 0.01, ≤ 1");
	bench_sizes("n = 14–22, to the least", 14, 22, 4, FAMILY_SPARSE, FAMILY_HUBS, least,
		"≤ 0.05, ≤ 2, 90");
	bench_sizes("chains, trees, s.-p., ≤ 200", 20, 200, 30, FAMILY_CHAINS,
		FAMILY_SERIES_PARALLEL, rules, "proven 100");
	bench_sizes("all, ≤ 120, to the bound", 20, 120, 30, FAMILY_SPARSE, FAMILY_HUBS, rules,
		"mean ≤ 2.5");
	bench_sizes("dates and tiers, n ≤ 14, least", 2, 14, 20, FAMILY_SPARSE, FAMILY_HUBS,
		(struct wanted){ .with_least = true, .with_dates = true }, "≤ 0.05, ≤ 2");
	bench_sizes("dates and tiers, ≤ 120, bound", 20, 120, 6, FAMILY_SPARSE, FAMILY_HUBS,
		(struct wanted){ .with_dates = true }, "");
	bench_sizes("500", 500, 500, 10, FAMILY_SPARSE, FAMILY_HUBS, rules, "p95 ≤ 5 ms");
	bench_sizes("500, dates and tiers", 500, 500, 3, FAMILY_SPARSE, FAMILY_HUBS,
		(struct wanted){ .with_dates = true }, "");
	bench_sizes("1,000", 1000, 1000, 4, FAMILY_SPARSE, FAMILY_HUBS, none, "");
	bench_sizes("2,500", 2500, 2500, 4, FAMILY_SPARSE, FAMILY_HUBS, none, "");
	bench_sizes("5,000", 5000, 5000, 3, FAMILY_SPARSE, FAMILY_HUBS, none, "");
	bench_sizes("10,000", 10000, 10000, 2, FAMILY_SPARSE, FAMILY_HUBS, none, "< 1,000 ms");
	bench_steadiness();
	return 0;
}
