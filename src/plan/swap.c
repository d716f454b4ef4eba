/* SPDX-License-Identifier: MIT
 *
 * Local search over one kind of move: two neighbouring runs change places. Single jobs that go up
 * or down and whole chains that do are such moves. What a swap gains is known from the sums of the
 * two runs, so each border is looked at in the square of the longest run. */
#include <string.h>

#include "jalon/plan/sidney.h"

enum {
	RUN_MAX = 40, /* the longest run that is swapped */
	ROUNDS_MAX = 60,
	TIERS_MAX = 8
};

struct swapping {
	const struct graph *graph;
	size_t *order, count;
	size_t *place; /* by job, + 1; 0 outside */
	const struct graph_rules *rules;
	int64_t *finish; /* by place, on the lane's line; for dates alone */
};

/* The run behind the border. */
struct run {
	int64_t weight, effort;
	size_t of_tier[TIERS_MAX]; /* jobs */
	int64_t *lane_effort;
	int tier; /* of all, where tiers stay apart */
};

struct swap {
	size_t first, border, last; /* first…border goes behind border + 1…last */
	int64_t crossings;          /* pairs that no longer stand against their tiers */
	int64_t gain;
};

/* The last of the places up to `border` that the job at `at` requires, + 1. */
static size_t last_required(const struct swapping *swapping, size_t at, size_t border)
{
	const struct graph *graph = swapping->graph;
	size_t job = swapping->order[at], last = 0;

	for (size_t k = graph->before_start[job]; k < graph->before_start[job + 1]; k++) {
		size_t place = swapping->place[graph->before[k]];

		if (place && place <= border + 1 && place > last)
			last = place;
	}
	return last;
}

/* Pairs of a job of that tier with those of the run that would then stand by their tiers, less
 * those that would no longer. */
static int64_t count_crossings(int tier, const struct run *run)
{
	int64_t crossings = 0;

	for (int other = 0; other < TIERS_MAX; other++) {
		if (other < tier)
			crossings += (int64_t)run->of_tier[other];
		else if (other > tier)
			crossings -= (int64_t)run->of_tier[other];
	}
	return crossings;
}

static bool misses_date(const struct swapping *swapping, size_t place, const struct run *run)
{
	const struct graph_rules *rules = swapping->rules;
	size_t job = swapping->order[place];

	return rules->latest &&
	       swapping->finish[place] + run->lane_effort[rules->lane[job]] > rules->latest[job];
}

/* All runs that end at the border, against the one from there to `last`. */
static void try_lefts(const struct swapping *swapping, struct swap swap, size_t barrier,
	const struct run *run, struct swap *best)
{
	const struct graph *graph = swapping->graph;
	const struct graph_rules *rules = swapping->rules;
	int64_t weight = 0, effort = 0;

	for (size_t first = swap.border + 1; first-- > barrier && swap.border - first < RUN_MAX;) {
		size_t moved = swapping->order[first];

		if (rules && (misses_date(swapping, first, run) ||
				     (rules->apart && rules->tier[moved] != run->tier)))
			return;
		if (rules && !rules->apart)
			swap.crossings += count_crossings(rules->tier[moved], run);
		weight += graph->weight[moved];
		effort += graph->effort[moved];
		swap.first = first;
		swap.gain = run->weight * effort - weight * run->effort;
		if (swap.crossings > best->crossings ||
			(swap.crossings == best->crossings && swap.gain > best->gain))
			*best = swap;
	}
}

/* Of the runs that end at `border` and those that begin behind it: the swap that gains most. */
static void find_swap(
	const struct swapping *swapping, size_t border, struct run *run, struct swap *best)
{
	const struct graph *graph = swapping->graph;
	const struct graph_rules *rules = swapping->rules;
	size_t barrier = 0;

	run->weight = run->effort = 0;
	memset(run->of_tier, 0, sizeof(run->of_tier));
	if (rules)
		memset(run->lane_effort, 0, rules->lane_count * sizeof(*run->lane_effort));
	for (size_t last = border + 1; last < swapping->count && last <= border + RUN_MAX; last++) {
		size_t job = swapping->order[last];
		size_t required = last_required(swapping, last, border);

		if (rules && rules->apart && last > border + 1 && rules->tier[job] != run->tier)
			return;
		if (required > barrier)
			barrier = required;
		if (barrier == border + 1)
			return;
		run->weight += graph->weight[job];
		run->effort += graph->effort[job];
		if (rules)
			run->lane_effort[rules->lane[job]] += graph->effort[job];
		if (rules && rules->apart)
			run->tier = rules->tier[job];
		else if (rules)
			run->of_tier[rules->tier[job]]++;
		try_lefts(swapping, (struct swap){ .border = border, .last = last }, barrier, run,
			best);
	}
}

static void find_finishes(struct swapping *swapping, int64_t *lane_end)
{
	const struct graph_rules *rules = swapping->rules;

	memset(lane_end, 0, rules->lane_count * sizeof(*lane_end));
	for (size_t i = 0; i < swapping->count; i++) {
		int64_t *end = &lane_end[rules->lane[swapping->order[i]]];

		*end += swapping->graph->effort[swapping->order[i]];
		swapping->finish[i] = *end;
	}
}

static void make_swap(struct swapping *swapping, const struct swap *swap, size_t *scratch)
{
	size_t left = swap->border - swap->first + 1, right = swap->last - swap->border;

	memcpy(scratch, swapping->order + swap->first, left * sizeof(*scratch));
	memmove(swapping->order + swap->first, swapping->order + swap->border + 1,
		right * sizeof(*scratch));
	memcpy(swapping->order + swap->first + right, scratch, left * sizeof(*scratch));
	for (size_t i = swap->first; i <= swap->last; i++)
		swapping->place[swapping->order[i]] = i + 1;
}

void swap_improve(
	const struct graph *graph, size_t *order, size_t count, const struct graph_rules *rules)
{
	struct arena *arena = arena_new();
	struct swapping swapping = { .graph = graph,
		.order = order,
		.count = count,
		.place = graph->place,
		.rules = rules,
		.finish = ARENA_ARRAY(arena, int64_t, count) };
	size_t *scratch = ARENA_ARRAY(arena, size_t, count), lanes = rules ? rules->lane_count : 0;
	int64_t *lane_end = ARENA_ARRAY(arena, int64_t, lanes);
	struct run run = { .lane_effort = ARENA_ARRAY(arena, int64_t, lanes) };
	bool better = true;

	for (size_t i = 0; i < count; i++)
		graph->place[order[i]] = i + 1;
	if (rules)
		find_finishes(&swapping, lane_end);
	for (int round = 0; better && round < ROUNDS_MAX; round++) {
		better = false;
		for (size_t border = 0; border + 1 < count; border++) {
			struct swap best = { .gain = 0 };

			find_swap(&swapping, border, &run, &best);
			if (best.crossings <= 0 && best.gain <= 0)
				continue;
			make_swap(&swapping, &best, scratch);
			if (rules)
				find_finishes(&swapping, lane_end);
			better = true;
		}
	}
	for (size_t i = 0; i < count; i++)
		graph->place[order[i]] = 0;
	arena_free(arena);
}
