/* SPDX-License-Identifier: MIT
 *
 * Dynamic programming over closed subsets (Held and Karp 1962; over the ideals of an order Schrage
 * and Baker 1978). A state is a closed subset that has been done. Its effort is known, so the next
 * job's finish is, and what it costs; which order brought us there no longer matters, and of all of
 * them only the best is kept. The full set's best order is then the best of all, proven.
 *
 * There are as many states as closed subsets: of n jobs without requirements 2^n, of a chain n + 1,
 * of two chains beside each other the product of their lengths. That is why the limit is one of
 * states and not of jobs, and is found out by trying: a set of sixty jobs may be narrow. Only what
 * can be reached is kept, in a table by hash.
 *
 * Dates and tiers fit in. The work of each lane is known from the set as well, so a state from
 * which some job could not keep its date even if it came next is a dead end, whatever led there.
 * Pairs that stand against their tiers add up along an order as the cost does, and are compared
 * first. */
#include "plan/exact.h"

#include <string.h>

enum { JOBS_MAX = 64 }; /* subsets are bits of a word */

struct state {
	uint64_t set;
	int64_t cost, effort;
	uint32_t from; /* the state before, + 1 */
	uint16_t crossed;
	unsigned char last;
};

struct solver {
	const struct graph *graph;
	const size_t *jobs;
	size_t count;
	const struct graph_rules *rules;
	uint64_t before[JOBS_MAX];
	uint64_t higher[JOBS_MAX]; /* of a tier that comes first */
	int64_t *lane_effort;
	struct state *states;
	size_t state_count, state_max;
	uint32_t *table; /* state + 1 by hash */
	size_t table_size;
};

/* Fibonacci hashing (Knuth, volume 3, 6.4): subsets that differ in a bit land far apart. */
static size_t hash_of(uint64_t set, size_t table_size)
{
	return (size_t)(set * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (table_size - 1);
}

static bool is_better(const struct state *one, const struct state *other)
{
	if (one->crossed != other->crossed)
		return one->crossed < other->crossed;
	return one->cost < other->cost;
}

/* Puts a subset, or lowers its cost; false when there is no more room. A state keeps its place when
 * it gets better, so that nobody who came from it has to be told: none has yet, since all subsets
 * of one size are there before the first of them is gone on from. */
static bool reach(struct solver *solver, const struct state *from, size_t from_index, size_t last)
{
	int64_t effort = from->effort + solver->graph->effort[solver->jobs[last]];
	struct state state = { .set = from->set | UINT64_C(1) << last,
		.cost = from->cost + solver->graph->weight[solver->jobs[last]] * effort,
		.effort = effort,
		.from = (uint32_t)from_index + 1,
		.crossed = from->crossed,
		.last = (unsigned char)last };
	size_t at = hash_of(state.set, solver->table_size);

	for (uint64_t left = solver->higher[last] & ~from->set; left; left &= left - 1)
		state.crossed++;
	while (solver->table[at]) {
		struct state *present = &solver->states[solver->table[at] - 1];

		if (present->set == state.set) {
			if (is_better(&state, present))
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

/* What each requires, and what is of a better tier, as bits by place in the set: whether a job may
 * come next, and what it then stands before, is a mask away. */
static void find_before(struct solver *solver)
{
	const struct graph *graph = solver->graph;
	const int *tier = solver->rules ? solver->rules->tier : NULL;

	for (size_t i = 0; i < solver->count; i++)
		graph->place[solver->jobs[i]] = i + 1;
	for (size_t i = 0; i < solver->count; i++) {
		size_t job = solver->jobs[i];

		for (size_t k = graph->before_start[job]; k < graph->before_start[job + 1]; k++) {
			size_t place = graph->place[graph->before[k]];

			if (place)
				solver->before[i] |= UINT64_C(1) << (place - 1);
		}
		for (size_t k = 0; tier && k < solver->count; k++) {
			if (tier[solver->jobs[k]] < tier[job])
				solver->higher[i] |= UINT64_C(1) << k;
		}
	}
	for (size_t i = 0; i < solver->count; i++)
		graph->place[solver->jobs[i]] = 0;
}

/* Whether each job that is left could still keep its date if it came next. */
static bool keeps_dates(struct solver *solver, uint64_t set)
{
	const struct graph_rules *rules = solver->rules;

	memset(solver->lane_effort, 0, rules->lane_count * sizeof(*solver->lane_effort));
	for (size_t i = 0; i < solver->count; i++) {
		if (set >> i & 1)
			solver->lane_effort[rules->lane[solver->jobs[i]]] +=
				solver->graph->effort[solver->jobs[i]];
	}
	for (size_t i = 0; i < solver->count; i++) {
		size_t job = solver->jobs[i];

		if (!(set >> i & 1) &&
			solver->lane_effort[rules->lane[job]] + solver->graph->effort[job] >
				rules->latest[job])
			return false;
	}
	return true;
}

/* States come out layer by layer, since each is reached from one with a job less. */
static bool run_solver(struct solver *solver)
{
	const struct state empty = { .set = 0 };

	solver->states[solver->state_count++] = empty;
	for (size_t at = 0; at < solver->state_count; at++) {
		uint64_t set = solver->states[at].set;

		if (solver->rules && solver->rules->latest && !keeps_dates(solver, set))
			continue;
		for (size_t job = 0; job < solver->count; job++) {
			uint64_t first = solver->before[job];

			if (solver->rules && solver->rules->apart)
				first |= solver->higher[job];
			if (set >> job & 1 || (first & ~set))
				continue;
			/* A copy, since reach() may write where this one stands. */
			struct state from = solver->states[at];

			if (!reach(solver, &from, at, job))
				return false;
		}
	}
	return true;
}

/* The whole set is the last state, unless dates stopped every way there. Each state knows which job
 * came last, and the one before it, so the order is read off from its end. */
static bool tell_order(const struct solver *solver, size_t *order)
{
	size_t at = solver->state_count - 1;
	uint64_t all = solver->count == JOBS_MAX ? UINT64_MAX : (UINT64_C(1) << solver->count) - 1;

	if (solver->states[at].set != all)
		return false;
	for (size_t i = solver->count; i-- > 0; at = solver->states[at].from - 1)
		order[i] = solver->jobs[solver->states[at].last];
	return true;
}

/* The table has twice the room of the states, so that a search in it stays short. */
bool exact_order(const struct graph *graph, const size_t *jobs, size_t count,
	const struct graph_rules *rules, size_t state_max, size_t *order)
{
	struct solver solver = { .graph = graph, .jobs = jobs, .count = count, .rules = rules };
	bool solved;

	if (count > JOBS_MAX)
		return false;
	if (count < 16 && state_max > (size_t)1 << count)
		state_max = (size_t)1 << count;
	solver.state_max = state_max;
	for (solver.table_size = 64; solver.table_size < state_max * 2; solver.table_size *= 2)
		continue;
	solver.states = mem_alloc(state_max * sizeof(*solver.states));
	solver.table = mem_alloc(solver.table_size * sizeof(*solver.table));
	solver.lane_effort = mem_alloc((rules ? rules->lane_count + 1 : 1) * sizeof(int64_t));
	find_before(&solver);
	solved = run_solver(&solver) && tell_order(&solver, order);
	mem_free(solver.lane_effort);
	mem_free(solver.states);
	mem_free(solver.table);
	return solved;
}
