/* SPDX-License-Identifier: MIT */
#include "instance.h"

#include <stdio.h>
#include <string.h>

const char *const family_names[FAMILY_COUNT] = {
	[FAMILY_SPARSE] = "random, sparse",
	[FAMILY_MIDDLE] = "random, middle",
	[FAMILY_DENSE] = "random, dense",
	[FAMILY_LAYERS] = "layers",
	[FAMILY_CHAINS] = "chains",
	[FAMILY_IN_TREE] = "in-trees",
	[FAMILY_OUT_TREE] = "out-trees",
	[FAMILY_SERIES_PARALLEL] = "series-parallel",
	[FAMILY_DIAMONDS] = "diamonds",
	[FAMILY_N_SHAPES] = "N-shapes",
	[FAMILY_HUBS] = "hubs of 200",
};

/* xorshift64 (Marsaglia 2003). */
unsigned random_below(struct random *random, unsigned limit)
{
	random->state ^= random->state << 13;
	random->state ^= random->state >> 7;
	random->state ^= random->state << 17;
	return (unsigned)((random->state >> 11) % limit);
}

static void add_requirement(struct instance *instance, size_t job, size_t required)
{
	struct order_job *one = &instance->jobs[job];

	if (one->require_count == instance->rooms[job]) {
		instance->rooms[job] = instance->rooms[job] ? instance->rooms[job] * 2 : 4;
		instance->requires[job] =
			mem_resize(instance->requires[job], instance->rooms[job] * sizeof(size_t));
	}
	instance->requires[job][one->require_count++] = required;
	one->requires = instance->requires[job];
}

static void link_randomly(struct instance *instance, struct random *random, double mean)
{
	for (size_t i = 1; i < instance->count; i++) {
		unsigned per_million = (unsigned)(mean * 2e6 / (double)instance->count);

		for (size_t k = 0; k < i; k++) {
			if (random_below(random, 1000000) < per_million)
				add_requirement(instance, i, k);
		}
	}
}

/* Many jobs: a few earlier ones each, rather than a look at all pairs. */
static void link_sparsely(struct instance *instance, struct random *random, unsigned most)
{
	for (size_t i = 1; i < instance->count; i++) {
		for (unsigned n = random_below(random, most + 1); n > 0; n--)
			add_requirement(instance, i, random_below(random, (unsigned)i));
	}
}

/* Jobs first…first + count − 1 in series or in parallel, of two parts each; every last of the
 * first part before every first of the second, through all pairs. */
static void link_series_parallel(
	struct instance *instance, struct random *random, size_t first, size_t count)
{
	size_t left;

	if (count < 2)
		return;
	left = 1 + random_below(random, (unsigned)(count - 1));
	link_series_parallel(instance, random, first, left);
	link_series_parallel(instance, random, first + left, count - left);
	if (random_below(random, 2))
		return;
	for (size_t i = first + left; i < first + count; i++) {
		for (size_t k = first; k < first + left; k++)
			add_requirement(instance, i, k);
	}
}

static void link_layers(struct instance *instance, struct random *random)
{
	size_t width = instance->count / 5 + 1;

	for (size_t i = width; i < instance->count; i++) {
		size_t layer = i / width;

		for (unsigned n = 1 + random_below(random, 2); n > 0; n--)
			add_requirement(instance, i,
				(layer - 1) * width + random_below(random, (unsigned)width));
	}
}

/* Groups of four: one, two beside each other, one; or the two that make an N. */
static void link_fours(struct instance *instance, bool diamonds)
{
	for (size_t i = 0; i + 3 < instance->count; i += 4) {
		if (i)
			add_requirement(instance, i, i - (diamonds ? 1 : 2));
		if (diamonds) {
			add_requirement(instance, i + 1, i);
			add_requirement(instance, i + 2, i);
			add_requirement(instance, i + 3, i + 1);
			add_requirement(instance, i + 3, i + 2);
		} else {
			add_requirement(instance, i + 2, i);
			add_requirement(instance, i + 2, i + 1);
			add_requirement(instance, i + 3, i + 1);
		}
	}
}

static void link_family(struct instance *instance, struct random *random, enum family family)
{
	size_t count = instance->count;

	switch (family) {
	case FAMILY_SPARSE:
	case FAMILY_MIDDLE:
	case FAMILY_DENSE:
		if (count > 1000)
			link_sparsely(instance, random, family == FAMILY_SPARSE ? 1 : 3);
		else
			link_randomly(instance, random,
				family == FAMILY_SPARSE   ? 0.7
				: family == FAMILY_MIDDLE ? 1.5
							  : 4);
		break;
	case FAMILY_LAYERS:
		link_layers(instance, random);
		break;
	case FAMILY_CHAINS:
		for (size_t i = 1; i < count; i++) {
			if (random_below(random, 6))
				add_requirement(instance, i, i - 1);
		}
		break;
	case FAMILY_OUT_TREE:
		for (size_t i = 1; i < count; i++)
			add_requirement(instance, i, random_below(random, (unsigned)i));
		break;
	case FAMILY_IN_TREE:
		for (size_t i = 0; i + 1 < count; i++)
			add_requirement(instance,
				i + 1 + random_below(random, (unsigned)(count - i - 1)), i);
		break;
	case FAMILY_SERIES_PARALLEL:
		link_series_parallel(instance, random, 0, count < 400 ? count : 400);
		break;
	case FAMILY_DIAMONDS:
	case FAMILY_N_SHAPES:
		link_fours(instance, family == FAMILY_DIAMONDS);
		break;
	case FAMILY_HUBS:
		for (size_t i = 0; i < count; i++) {
			if (i % 201)
				add_requirement(instance, i, i - i % 201);
			else if (i)
				add_requirement(instance, i, random_below(random, (unsigned)i));
		}
		break;
	case FAMILY_COUNT:
		break;
	}
}

struct instance *instance_new(struct random *random, enum family family, size_t count)
{
	struct instance *instance = mem_alloc(sizeof(*instance));

	instance->count = count;
	instance->jobs = mem_alloc(count * sizeof(*instance->jobs));
	instance->ids = mem_alloc(count * sizeof(*instance->ids));
	instance->requires = mem_alloc(count * sizeof(*instance->requires));
	instance->rooms = mem_alloc(count * sizeof(*instance->rooms));
	for (size_t i = 0; i < count; i++) {
		snprintf(instance->ids[i], sizeof(instance->ids[i]), "j%zu", i);
		instance->jobs[i] = (struct order_job){ .id = instance->ids[i],
			.weight = 1 + (int)random_below(random, random_below(random, 8) ? 5 : 100),
			.effort_centidays =
				(int)(random_below(random, 15) ? 25 * (1 + random_below(random, 24))
							       : 0),
			.tier = 1,
			.due = ORDER_NO_DUE };
	}
	link_family(instance, random, family);
	return instance;
}

void instance_free(struct instance *instance)
{
	for (size_t i = 0; i < instance->count; i++)
		mem_free(instance->requires[i]);
	mem_free(instance->requires);
	mem_free(instance->rooms);
	mem_free(instance->ids);
	mem_free(instance->jobs);
	mem_free(instance);
}

int64_t instance_cost(const struct instance *instance, const struct order *order)
{
	int64_t at = 0, cost = 0;

	for (size_t i = 0; i < order->count; i++) {
		at += instance->jobs[order->steps[i].job].effort_centidays;
		cost += instance->jobs[order->steps[i].job].weight * at;
	}
	return cost;
}

bool instance_allows(const struct instance *instance, const struct order *order)
{
	bool *done = mem_alloc(instance->count * sizeof(*done)), allowed;

	allowed = order->count == instance->count;
	for (size_t i = 0; allowed && i < order->count; i++) {
		const struct order_job *job = &instance->jobs[order->steps[i].job];

		for (size_t k = 0; k < job->require_count; k++)
			allowed &= done[job->requires[k]];
		allowed &= !done[order->steps[i].job];
		done[order->steps[i].job] = true;
	}
	mem_free(done);
	return allowed;
}

/* Jobs as bits of a set: what each requires, and what is of an earlier tier. */
struct masks {
	uint32_t requires[32], higher[32];
};

static struct masks find_masks(const struct instance *instance, bool with_tiers)
{
	struct masks masks = { .requires = { 0 } };

	for (size_t i = 0; i < instance->count; i++) {
		const struct order_job *job = &instance->jobs[i];

		for (size_t k = 0; k < job->require_count; k++)
			masks.requires[i] |= UINT32_C(1) << job->requires[k];
		for (size_t k = 0; with_tiers && k < instance->count; k++) {
			if (instance->jobs[k].tier < job->tier)
				masks.higher[i] |= UINT32_C(1) << k;
		}
	}
	return masks;
}

struct best {
	int64_t cost, effort; /* cost −1: not reached */
	int crossings;
};

static void try_next(
	const struct instance *instance, const struct masks *masks, struct best *best, uint32_t set)
{
	for (size_t i = 0; i < instance->count; i++) {
		const struct order_job *job = &instance->jobs[i];
		int64_t finish = best[set].effort + job->effort_centidays;
		struct best *next = &best[set | UINT32_C(1) << i];
		int64_t cost = best[set].cost + job->weight * finish;
		int crossings = best[set].crossings;

		if (set >> i & 1 || finish > job->due || (masks->requires[i] & ~set))
			continue;
		for (uint32_t left = masks->higher[i] & ~set; left; left &= left - 1)
			crossings++;
		if (next->cost < 0 || crossings < next->crossings ||
			(crossings == next->crossings && cost < next->cost))
			*next = (struct best){ cost, finish, crossings };
	}
}

int64_t instance_least_cost(const struct instance *instance, bool with_tiers, int *crossings)
{
	uint32_t sets = UINT32_C(1) << instance->count;
	struct masks masks = find_masks(instance, with_tiers);
	struct best *best = mem_alloc(sets * sizeof(*best)), result;

	for (uint32_t set = 1; set < sets; set++)
		best[set].cost = -1;
	for (uint32_t set = 0; set < sets; set++) {
		if (best[set].cost >= 0)
			try_next(instance, &masks, best, set);
	}
	result = best[sets - 1];
	mem_free(best);
	if (crossings)
		*crossings = result.crossings;
	return result.cost;
}

int instance_crossings(const struct instance *instance, const struct order *order)
{
	int crossings = 0;

	for (size_t i = 0; i < order->count; i++) {
		for (size_t k = i + 1; k < order->count; k++)
			crossings += instance->jobs[order->steps[i].job].tier >
				     instance->jobs[order->steps[k].job].tier;
	}
	return crossings;
}

/* A list from the beginning, always the best of what is free by `score`. */
static int64_t list_cost(const struct instance *instance, const double *score)
{
	bool *done = mem_alloc(instance->count * sizeof(*done));
	int64_t at = 0, cost = 0;

	for (size_t n = 0; n < instance->count; n++) {
		size_t best = instance->count;

		for (size_t i = 0; i < instance->count; i++) {
			const struct order_job *job = &instance->jobs[i];
			bool is_free = !done[i];

			for (size_t k = 0; is_free && k < job->require_count; k++)
				is_free = done[job->requires[k]];
			if (is_free && (best == instance->count || score[i] > score[best]))
				best = i;
		}
		done[best] = true;
		at += instance->jobs[best].effort_centidays;
		cost += instance->jobs[best].weight * at;
	}
	mem_free(done);
	return cost;
}

int64_t instance_ratio_cost(const struct instance *instance)
{
	double *score = mem_alloc(instance->count * sizeof(*score));
	int64_t cost;

	for (size_t i = 0; i < instance->count; i++)
		score[i] = instance->jobs[i].weight / (instance->jobs[i].effort_centidays + 0.001);
	cost = list_cost(instance, score);
	mem_free(score);
	return cost;
}

int64_t instance_urgency_cost(const struct instance *instance)
{
	double *score = mem_alloc(instance->count * sizeof(*score));
	int64_t cost;

	/* Its coefficients: 6 for the priority, 8 for what blocks others, 0.01 for age. */
	for (size_t i = 0; i < instance->count; i++) {
		score[i] +=
			6.0 * (instance->jobs[i].weight > 5 ? 1 : instance->jobs[i].weight / 5.0);
		score[i] += 0.01 * (double)(instance->count - i) / (double)instance->count;
		for (size_t k = 0; k < instance->jobs[i].require_count; k++) {
			if (score[instance->jobs[i].requires[k]] < 8)
				score[instance->jobs[i].requires[k]] += 8;
		}
	}
	cost = list_cost(instance, score);
	mem_free(score);
	return cost;
}
