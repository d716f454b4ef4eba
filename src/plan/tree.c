/* SPDX-License-Identifier: MIT
 *
 * A tree needs no cuts (Horn 1972). Of all that is left the job, or run of jobs, that brings most
 * for its effort comes as soon as it can: right behind what it requires, with which it is one from
 * then on, or next, when nothing that it requires is left. That is right because anything that
 * stood between the two could change places with one of them: it brings less for its effort than
 * the one behind it, so that Smith's rule wants it later, and nothing but what stands above could
 * forbid that. The runs that come out are Sidney's sets: their ratios fall, and none can be cut.
 *
 * With a heap of ratios and the runs kept as sets that join (Tarjan 1975), n jobs cost n log n
 * (Adolphson and Hu 1973). A run that grows is pushed again, and what the heap knew of it before is
 * passed over when its turn comes: that is less than to look for it in the heap.
 *
 * A tree that runs together rather than apart is the same read backwards, weight and effort in each
 * other's place: Σ weight × finish counts each pair of jobs once, as the effort of the earlier
 * times the weight of the later, and reading backwards turns earlier into later. */
#include "plan/tree.h"

#include <string.h>

enum { NOWHERE = -1 };

/* What stands at a place of the set: a run of jobs that stay together, under its first one. */
struct run {
	int64_t gain, price; /* weight and effort; backwards effort and weight */
	long above;          /* the place that comes right before, NOWHERE for the root */
	long next, last;     /* the jobs of the run, by place */
	long joined;         /* the run that it is part of now, itself if none */
	size_t changes;      /* how often it has grown: what the heap knew may be old */
	bool placed;
};

struct entry_of_heap {
	int64_t gain, price;
	long place;
	size_t changes;
};

struct forest {
	const struct graph *graph;
	const size_t *jobs;
	size_t count;
	bool backwards;
	struct run *runs;
	struct entry_of_heap *heap;
	size_t heap_count;
};

/* Of equal ones the one above comes first, so that a run is never longer than it must be. */
static bool comes_before(
	const struct forest *forest, const struct entry_of_heap *a, const struct entry_of_heap *b)
{
	int64_t left = a->gain * b->price, right = b->gain * a->price;

	if (left != right)
		return left > right;
	return forest->backwards ? a->place > b->place : a->place < b->place;
}

static void push(struct forest *forest, long place)
{
	const struct run *run = &forest->runs[place];
	struct entry_of_heap entry = { run->gain, run->price, place, run->changes };
	size_t at = forest->heap_count++;

	for (; at > 0 && comes_before(forest, &entry, &forest->heap[(at - 1) / 2]);
		at = (at - 1) / 2)
		forest->heap[at] = forest->heap[(at - 1) / 2];
	forest->heap[at] = entry;
}

static struct entry_of_heap pop(struct forest *forest)
{
	struct entry_of_heap *heap = forest->heap, first = heap[0],
			     last = heap[--forest->heap_count];
	size_t at = 0;

	for (;;) {
		size_t below = at * 2 + 1;

		if (below + 1 < forest->heap_count &&
			comes_before(forest, &heap[below + 1], &heap[below]))
			below++;
		if (below >= forest->heap_count || !comes_before(forest, &heap[below], &last))
			break;
		heap[at] = heap[below];
		at = below;
	}
	heap[at] = last;
	return first;
}

/* The one neighbour inside the set on that side, NOWHERE for none; false when there are more. */
static bool find_above(const struct graph *graph, size_t job, bool backwards, long *above)
{
	const size_t *start = backwards ? graph->after_start : graph->before_start;
	const size_t *list = backwards ? graph->after : graph->before;

	*above = NOWHERE;
	for (size_t k = start[job]; k < start[job + 1]; k++) {
		size_t place = graph->place[list[k]];

		if (place && *above != NOWHERE)
			return false;
		if (place)
			*above = (long)place - 1;
	}
	return true;
}

/* Looked at before there is any memory for it: most sets that are asked are no trees, and show it
 * soon. */
static bool is_tree(const struct graph *graph, const size_t *jobs, size_t count, bool backwards)
{
	long above;

	for (size_t i = 0; i < count; i++) {
		if (!find_above(graph, jobs[i], backwards, &above))
			return false;
	}
	return true;
}

static void find_shape(struct forest *forest)
{
	for (size_t i = 0; i < forest->count; i++)
		find_above(
			forest->graph, forest->jobs[i], forest->backwards, &forest->runs[i].above);
}

/* Each job alone; what is joined later is pushed once more for each join. */
static void begin_runs(struct forest *forest)
{
	for (size_t i = 0; i < forest->count; i++) {
		struct run *run = &forest->runs[i];
		int64_t weight = forest->graph->weight[forest->jobs[i]];
		int64_t effort = forest->graph->effort[forest->jobs[i]];

		run->gain = forest->backwards ? effort : weight;
		run->price = forest->backwards ? weight : effort;
		run->next = NOWHERE;
		run->last = run->joined = (long)i;
		push(forest, (long)i);
	}
}

/* The run that a place belongs to; ways found long are made short, by half each time they are gone
 * (Tarjan and van Leeuwen 1984), so that none has to be gone twice at length. */
static long run_of(struct run *runs, long place)
{
	while (runs[place].joined != place) {
		runs[place].joined = runs[runs[place].joined].joined;
		place = runs[place].joined;
	}
	return place;
}

/* What is below comes right behind what is above, from now on one run with the sums of both. */
static void join(struct forest *forest, long above, long below)
{
	struct run *run = &forest->runs[above], *other = &forest->runs[below];

	other->joined = above;
	forest->runs[run->last].next = below;
	run->last = other->last;
	run->gain += other->gain;
	run->price += other->price;
	run->changes++;
	push(forest, above);
}

/* The jobs of a run as a string; backwards from its end. */
static struct string make_string(struct arena *arena, const struct forest *forest, long place)
{
	struct string string = { .count = 0 };
	size_t *jobs, at = 0;

	for (long i = place; i != NOWHERE; i = forest->runs[i].next)
		string.count++;
	jobs = ARENA_ARRAY(arena, size_t, string.count);
	for (long i = place; i != NOWHERE; i = forest->runs[i].next, at++)
		jobs[forest->backwards ? string.count - 1 - at : at] = forest->jobs[i];
	for (size_t i = 0; i < string.count; i++) {
		string.effort += forest->graph->effort[jobs[i]];
		string.weight += forest->graph->weight[jobs[i]];
		string.cost += forest->graph->weight[jobs[i]] * string.effort;
	}
	string.bound = string.cost;
	string.jobs = jobs;
	return string;
}

/* Each turn of the best either places a run or makes one of two, so that it ends after twice as
 * many as there are jobs. */
static struct string_run place_runs(struct arena *arena, struct forest *forest)
{
	struct string_run made = { ARENA_ARRAY(arena, struct string, forest->count), 0 };

	while (forest->heap_count) {
		struct entry_of_heap best = pop(forest);
		struct run *run = &forest->runs[best.place];
		long above;

		if (run->joined != best.place || run->placed || run->changes != best.changes)
			continue;
		above = run->above == NOWHERE ? NOWHERE : run_of(forest->runs, run->above);
		if (above != NOWHERE && !forest->runs[above].placed) {
			join(forest, above, best.place);
			continue;
		}
		run->placed = true;
		made.strings[made.count++] = make_string(arena, forest, best.place);
	}
	return made;
}

/* Backwards the last string was placed first. */
static void turn_round(struct string_run *run)
{
	for (size_t i = 0; i < run->count / 2; i++) {
		struct string kept = run->strings[i];

		run->strings[i] = run->strings[run->count - 1 - i];
		run->strings[run->count - 1 - i] = kept;
	}
}

/* The runs and the heap are for this call alone; strings stay. */
static struct string_run order_forest(struct arena *arena, struct forest *forest)
{
	struct arena *scratch = arena_new();
	struct string_run run;

	forest->runs = ARENA_ARRAY(scratch, struct run, forest->count);
	forest->heap = ARENA_ARRAY(scratch, struct entry_of_heap, 2 * forest->count);
	find_shape(forest);
	begin_runs(forest);
	run = place_runs(arena, forest);
	if (forest->backwards)
		turn_round(&run);
	arena_free(scratch);
	return run;
}

/* A chain is a tree both ways. The first that fits is taken: both give Sidney's sets. */
bool tree_order(struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count,
	struct string_run *run)
{
	struct forest forest = { .graph = graph, .jobs = jobs, .count = count };
	bool found;

	for (size_t i = 0; i < count; i++)
		graph->place[jobs[i]] = i + 1;
	found = is_tree(graph, jobs, count, false);
	if (!found)
		found = forest.backwards = is_tree(graph, jobs, count, true);
	if (found)
		*run = order_forest(arena, &forest);
	for (size_t i = 0; i < count; i++)
		graph->place[jobs[i]] = 0;
	return found;
}
