/* SPDX-License-Identifier: MIT
 *
 * Local search over one kind of move: two neighbouring runs change places. Single jobs that go up
 * or down and whole chains that do are such moves, and to move what a job requires along with it
 * is what a search over single jobs never finds.
 *
 * Where A stands right before B, all others finish when they did, so that only pairs of the two
 * count: to put B first gains weight(B) × effort(A), and loses weight(A) × effort(B) (Smith 1956).
 * So a swap is judged from the sums of the two runs, which grow by one job at a time, and each
 * border between two jobs is looked at in the square of the longest run. The best swap of a border
 * is made at once; a round goes over all borders, and the last one finds nothing.
 *
 * What a swap may not do stops the growing of a run, for a longer one would do it as well. B may
 * not hold a job that requires one of A: `barrier` is the last place that B requires, and A begins
 * behind it. A job of A may not go past its date with the work of B before it. Where tiers must
 * stay apart neither run may hold two. Where they may cross, pairs against them count before the
 * sum does.
 *
 * Each swap makes the order better by what is compared, so none comes back and the search ends; how
 * many rounds it may take is limited all the same, since there is a person waiting. */
#include "plan/swap.h"

#include <string.h>

enum {
	RUN_MAX = 40, /* the longest run that is swapped */
	ROUNDS_MAX = 60
};

struct swapping {
	const struct graph *graph;
	size_t *order, count;
	size_t *place; /* by job, + 1; 0 outside */
	const struct graph_rules *rules;
	int64_t *finish; /* by place, on the lane's line; for dates alone */
	/* By job: the place of the last that it requires, + 1, as found after so many swaps. */
	size_t *last_required, *found_after;
	size_t swap_count;
};

/* The run behind the border. */
struct run {
	int64_t weight, effort;
	int64_t *lane_effort;
	int tier; /* of the last job in it */
	/* By job before the border, the nearest first: pairs of it and the run that now stand
	 * against their tiers, less those that would then. */
	int64_t crossings[RUN_MAX];
};

struct swap {
	size_t first, border, last; /* first…border goes behind border + 1…last */
	int64_t crossings;          /* pairs that no longer stand against their tiers */
	int64_t gain;
};

/* The last of the places up to `end` that the job requires, + 1. */
static size_t find_last_required(const struct swapping *swapping, size_t job, size_t end)
{
	const struct graph *graph = swapping->graph;
	size_t last = 0;

	for (size_t k = graph->before_start[job]; k < graph->before_start[job + 1]; k++) {
		size_t place = swapping->place[graph->before[k]];

		if (place <= end && place > last)
			last = place;
	}
	return last;
}

/* The same up to `border`; what was found since the last swap still holds. */
static size_t last_required(const struct swapping *swapping, size_t job, size_t border)
{
	if (swapping->found_after[job] != swapping->swap_count) {
		swapping->last_required[job] = find_last_required(swapping, job, swapping->count);
		swapping->found_after[job] = swapping->swap_count;
	}
	if (swapping->last_required[job] <= border + 1)
		return swapping->last_required[job];
	return find_last_required(swapping, job, border + 1);
}

/* All of A goes behind B, so each of its jobs ends later by what B holds of its lane's work. What
 * goes up ends sooner, and is safe. */
static bool misses_date(const struct swapping *swapping, size_t place, const struct run *run)
{
	const struct graph_rules *rules = swapping->rules;
	size_t job = swapping->order[place];

	return rules->latest &&
	       swapping->finish[place] + run->lane_effort[rules->lane[job]] > rules->latest[job];
}

/* All runs that end at the border, against the one from there to `last`. Where one may not go
 * behind that one, it may not behind a longer one either. */
static void try_lefts(const struct swapping *swapping, struct swap swap, size_t barrier,
	struct run *run, struct swap *best)
{
	const struct graph *graph = swapping->graph;
	const struct graph_rules *rules = swapping->rules;
	int64_t weight = 0, effort = 0;

	for (size_t first = swap.border + 1; first-- > barrier && swap.border - first < RUN_MAX;) {
		size_t moved = swapping->order[first];

		if (rules && (misses_date(swapping, first, run) ||
				     (rules->apart && rules->tier[moved] != run->tier)))
			return;
		if (rules && !rules->apart) {
			int64_t *crossings = &run->crossings[swap.border - first];

			*crossings +=
				(rules->tier[moved] > run->tier) - (rules->tier[moved] < run->tier);
			swap.crossings += *crossings;
		}
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
	memset(run->crossings, 0, sizeof(run->crossings));
	if (rules)
		memset(run->lane_effort, 0, rules->lane_count * sizeof(*run->lane_effort));
	for (size_t last = border + 1; last < swapping->count && last <= border + RUN_MAX; last++) {
		size_t job = swapping->order[last];
		size_t required = last_required(swapping, job, border);

		if (rules && rules->apart && last > border + 1 && rules->tier[job] != run->tier)
			return;
		if (required > barrier)
			barrier = required;
		if (barrier == border + 1)
			return;
		run->weight += graph->weight[job];
		run->effort += graph->effort[job];
		if (rules) {
			run->lane_effort[rules->lane[job]] += graph->effort[job];
			run->tier = rules->tier[job];
		}
		try_lefts(swapping, (struct swap){ .border = border, .last = last }, barrier, run,
			best);
	}
}

/* Where lanes work side by side each counts its own work alone. */
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

/* The left run is kept aside, the right one moves up, the left one is put behind it. */
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
		.finish = ARENA_ARRAY(arena, int64_t, count),
		.last_required = ARENA_ARRAY(arena, size_t, graph->count),
		.found_after = ARENA_ARRAY(arena, size_t, graph->count),
		.swap_count = 1 };
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
			swapping.swap_count++;
			if (rules)
				find_finishes(&swapping, lane_end);
			better = true;
		}
	}
	for (size_t i = 0; i < count; i++)
		graph->place[order[i]] = 0;
	arena_free(arena);
}
