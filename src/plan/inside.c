/* SPDX-License-Identifier: MIT
 *
 * The order of a set that does not split. A small one is solved: the least cost of every closed
 * subset, layer by layer (Held and Karp 1962, over ideals; Schrage and Baker 1978). A large one
 * is begun greedily, always with what some job and all that it still requires bring for their
 * effort, and improved by swapping neighbouring runs until no swap helps. The bound of a set that
 * does not split is half its rectangle: its Gantt curve stays above the diagonal (Goemans and
 * Williamson 2000). */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/plan/sidney.h"

enum {
	EXACT_MAX = 64,        /* jobs; subsets are bits of a word */
	STATES_ALONE = 150000, /* when the whole problem is small */
	STATES_AMONG = 8000,   /* when there may be many such sets */
	SMALL_PROBLEM = 150,
	GREEDY_MAX = 400,
	RUN_MAX = 40, /* the longest run that is swapped */
	ROUNDS_MAX = 60
};

struct state {
	uint64_t set;
	int64_t cost, effort;
	uint32_t from; /* the state before, + 1 */
	unsigned char last;
};

struct solver {
	const struct graph *graph;
	const size_t *jobs;
	size_t count;
	uint64_t before[EXACT_MAX];
	struct state *states;
	size_t state_count, state_max;
	uint32_t *table; /* state + 1 by hash */
	size_t table_size;
};

static size_t hash_of(uint64_t set, size_t table_size)
{
	return (size_t)(set * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (table_size - 1);
}

/* Puts a subset, or lowers its cost; false when there is no more room. */
static bool reach(struct solver *solver, const struct state *from, size_t from_index, size_t last)
{
	int64_t effort = from->effort + solver->graph->effort[solver->jobs[last]];
	struct state state = { .set = from->set | UINT64_C(1) << last,
		.cost = from->cost + solver->graph->weight[solver->jobs[last]] * effort,
		.effort = effort,
		.from = (uint32_t)from_index + 1,
		.last = (unsigned char)last };
	size_t at = hash_of(state.set, solver->table_size);

	while (solver->table[at]) {
		struct state *present = &solver->states[solver->table[at] - 1];

		if (present->set == state.set) {
			if (state.cost < present->cost)
				*present = state;
			return true;
		}
		at = (at + 1) & (solver->table_size - 1);
	}
	if (solver->state_count == solver->state_max)
		return false;
	solver->states[solver->state_count++] = state;
	solver->table[at] = (uint32_t)solver->state_count;
	return true;
}

static void find_before(struct solver *solver)
{
	const struct graph *graph = solver->graph;

	for (size_t i = 0; i < solver->count; i++)
		graph->place[solver->jobs[i]] = i + 1;
	for (size_t i = 0; i < solver->count; i++) {
		size_t job = solver->jobs[i];

		for (size_t k = graph->before_start[job]; k < graph->before_start[job + 1]; k++) {
			size_t place = graph->place[graph->before[k]];

			if (place)
				solver->before[i] |= UINT64_C(1) << (place - 1);
		}
	}
	for (size_t i = 0; i < solver->count; i++)
		graph->place[solver->jobs[i]] = 0;
}

/* States come out layer by layer, since each is reached from one with a job less. */
static bool run_solver(struct solver *solver)
{
	const struct state empty = { .set = 0 };

	solver->states[solver->state_count++] = empty;
	for (size_t at = 0; at < solver->state_count; at++) {
		for (size_t job = 0; job < solver->count; job++) {
			uint64_t set = solver->states[at].set;

			if (set >> job & 1 || (solver->before[job] & ~set))
				continue;
			/* A copy, since reach() may write where this one stands. */
			struct state from = solver->states[at];

			if (!reach(solver, &from, at, job))
				return false;
		}
	}
	return true;
}

/* False when there are too many closed subsets. */
static bool solve(const struct graph *graph, const size_t *jobs, size_t count, size_t state_max,
	size_t *order)
{
	struct solver solver = {
		.graph = graph, .jobs = jobs, .count = count, .state_max = state_max
	};
	size_t at;
	bool solved;

	if (count > EXACT_MAX)
		return false;
	if (count < 16 && state_max > (size_t)1 << count)
		state_max = (size_t)1 << count;
	for (solver.table_size = 1024; solver.table_size < state_max * 2; solver.table_size *= 2)
		continue;
	solver.states = mem_alloc(state_max * sizeof(*solver.states));
	solver.table = mem_alloc(solver.table_size * sizeof(*solver.table));
	find_before(&solver);
	solved = run_solver(&solver);
	if (solved) {
		at = solver.state_count - 1;
		for (size_t i = count; i-- > 0; at = solver.states[at].from - 1)
			order[i] = jobs[solver.states[at].last];
	}
	mem_free(solver.states);
	mem_free(solver.table);
	return solved;
}

struct greedy {
	const struct graph *graph;
	bool *done;
	size_t *stack, *needed;
	size_t *seen, mark;
};

/* All that the job still requires, itself last, in an order of requirements. */
static size_t collect(struct greedy *greedy, size_t job)
{
	const struct graph *graph = greedy->graph;
	size_t depth = 0, count = 0;

	greedy->mark++;
	greedy->stack[depth++] = job;
	greedy->seen[job] = greedy->mark;
	while (depth) {
		size_t top = greedy->stack[--depth];

		greedy->needed[count++] = top;
		for (size_t k = graph->before_start[top]; k < graph->before_start[top + 1]; k++) {
			size_t other = graph->before[k];

			if (!greedy->done[other] && greedy->seen[other] != greedy->mark) {
				greedy->seen[other] = greedy->mark;
				greedy->stack[depth++] = other;
			}
		}
	}
	return count;
}

static int compare_numbers(const void *a, const void *b)
{
	const size_t *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/* The job whose closure brings most for its effort, and that closure in the order of numbers. */
static void begin_greedily(struct greedy *greedy, const size_t *jobs, size_t count, size_t *order)
{
	size_t placed = 0;

	while (placed < count) {
		size_t best = SIZE_MAX, needed;
		int64_t best_weight = 0, best_effort = 1;

		for (size_t i = 0; i < count; i++) {
			int64_t weight = 0, effort = 0;

			if (greedy->done[jobs[i]])
				continue;
			needed = collect(greedy, jobs[i]);
			for (size_t k = 0; k < needed; k++) {
				weight += greedy->graph->weight[greedy->needed[k]];
				effort += greedy->graph->effort[greedy->needed[k]];
			}
			if (best == SIZE_MAX || weight * best_effort > best_weight * effort) {
				best = jobs[i];
				best_weight = weight;
				best_effort = effort;
			}
		}
		needed = collect(greedy, best);
		qsort(greedy->needed, needed, sizeof(*greedy->needed), compare_numbers);
		for (size_t k = 0; k < needed; k++) {
			order[placed++] = greedy->needed[k];
			greedy->done[greedy->needed[k]] = true;
		}
	}
}

static void order_greedily(
	const struct graph *graph, const size_t *jobs, size_t count, size_t *order)
{
	struct arena *arena = arena_new();
	struct greedy greedy = { .graph = graph,
		.done = ARENA_ARRAY(arena, bool, graph->count),
		.stack = ARENA_ARRAY(arena, size_t, count + 1),
		.needed = ARENA_ARRAY(arena, size_t, count + 1),
		.seen = ARENA_ARRAY(arena, size_t, graph->count) };

	/* What is outside the set is done, or waits for it. */
	for (size_t i = 0; i < graph->count; i++)
		greedy.done[i] = true;
	for (size_t i = 0; i < count; i++)
		greedy.done[jobs[i]] = false;
	begin_greedily(&greedy, jobs, count, order);
	arena_free(arena);
}

struct swapping {
	const struct graph *graph;
	size_t *order, count;
	size_t *place; /* by job, + 1; 0 outside */
	const int64_t *latest;
	const int *rank;
	int64_t *finish; /* by place, of what comes before it, for `latest` */
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

struct swap {
	size_t first, border, last; /* first…border goes behind border + 1…last */
	int64_t gain;
};

/* Of the runs that end at `border` and those that begin behind it: the swap that gains most. */
static void find_swap(const struct swapping *swapping, size_t border, struct swap *best)
{
	const struct graph *graph = swapping->graph;
	int64_t right_weight = 0, right_effort = 0;
	size_t barrier = 0;

	for (size_t last = border + 1; last < swapping->count && last <= border + RUN_MAX; last++) {
		int64_t left_weight = 0, left_effort = 0;
		size_t job = swapping->order[last];
		size_t required = last_required(swapping, last, border);

		if (swapping->rank &&
			swapping->rank[job] != swapping->rank[swapping->order[border + 1]])
			return;
		if (required > barrier)
			barrier = required;
		if (barrier == border + 1)
			return;
		right_weight += graph->weight[job];
		right_effort += graph->effort[job];
		for (size_t first = border + 1; first-- > barrier && border - first < RUN_MAX;) {
			size_t moved = swapping->order[first];
			int64_t gain;

			if (swapping->rank && swapping->rank[moved] != swapping->rank[job])
				break;
			if (swapping->latest &&
				swapping->finish[first] + right_effort > swapping->latest[moved])
				break;
			left_weight += graph->weight[moved];
			left_effort += graph->effort[moved];
			gain = right_weight * left_effort - left_weight * right_effort;
			if (gain > best->gain)
				*best = (struct swap){ first, border, last, gain };
		}
	}
}

static void make_swap(struct swapping *swapping, const struct swap *swap, size_t *scratch)
{
	size_t left = swap->border - swap->first + 1, right = swap->last - swap->border;
	int64_t at = swap->first ? swapping->finish[swap->first - 1] : 0;

	memcpy(scratch, swapping->order + swap->first, left * sizeof(*scratch));
	memmove(swapping->order + swap->first, swapping->order + swap->border + 1,
		right * sizeof(*scratch));
	memcpy(swapping->order + swap->first + right, scratch, left * sizeof(*scratch));
	for (size_t i = swap->first; i <= swap->last; i++) {
		at += swapping->graph->effort[swapping->order[i]];
		swapping->finish[i] = at;
		swapping->place[swapping->order[i]] = i + 1;
	}
}

void inside_improve(const struct graph *graph, size_t *order, size_t count, const int64_t *latest,
	const int *rank)
{
	struct swapping swapping = { .graph = graph,
		.order = order,
		.count = count,
		.place = graph->place,
		.latest = latest,
		.rank = rank,
		.finish = mem_alloc(count * sizeof(int64_t)) };
	size_t *scratch = mem_alloc(count * sizeof(*scratch));
	bool better = true;
	int64_t at = 0;

	for (size_t i = 0; i < count; i++) {
		at += graph->effort[order[i]];
		swapping.finish[i] = at;
		graph->place[order[i]] = i + 1;
	}
	for (int round = 0; better && round < ROUNDS_MAX; round++) {
		better = false;
		for (size_t border = 0; border + 1 < count; border++) {
			struct swap best = { .gain = 0 };

			find_swap(&swapping, border, &best);
			if (best.gain > 0) {
				make_swap(&swapping, &best, scratch);
				better = true;
			}
		}
	}
	for (size_t i = 0; i < count; i++)
		graph->place[order[i]] = 0;
	mem_free(scratch);
	mem_free(swapping.finish);
}

static int64_t half_rectangle(const struct graph *graph, const struct string *string)
{
	int64_t squares = 0;

	for (size_t i = 0; i < string->count; i++)
		squares += graph->weight[string->jobs[i]] * graph->effort[string->jobs[i]];
	return (string->weight * string->effort + squares + 1) / 2;
}

struct string inside_order(struct arena *arena, const struct graph *graph, const size_t *jobs,
	size_t count, size_t count_of_all)
{
	size_t state_max = count_of_all <= SMALL_PROBLEM ? STATES_ALONE : STATES_AMONG;
	size_t *order = ARENA_ARRAY(arena, size_t, count);
	struct string string = { .jobs = order, .count = count };
	bool exact = count == 1;

	memcpy(order, jobs, count * sizeof(*order));
	if (count > 1)
		exact = solve(graph, jobs, count, state_max, order);
	if (!exact) {
		if (count <= GREEDY_MAX)
			order_greedily(graph, jobs, count, order);
		inside_improve(graph, order, count, NULL, NULL);
	}
	for (size_t i = 0; i < count; i++) {
		string.effort += graph->effort[order[i]];
		string.weight += graph->weight[order[i]];
		string.cost += graph->weight[order[i]] * string.effort;
	}
	string.bound = exact ? string.cost : half_rectangle(graph, &string);
	return string;
}
