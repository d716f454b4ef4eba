/* SPDX-License-Identifier: MIT
 *
 * An order that keeps dates, made from its end (Smith 1956): last comes, of those that nothing
 * waits for and whose date allows it, the one that stood last in the order without dates. There is
 * always such a job if all dates can be kept, since something comes last in the order that keeps
 * them. And taking any such job keeps all other dates possible: move it to the end of that order,
 * and whatever stood behind it ends sooner. So no choice has to be taken back. Dates are effective
 * ones: passed back through requirements, so that one who looks at a job's own date sees what those
 * behind it ask.
 *
 * Which of them is taken matters for the cost alone. Smith's own choice, the least weight for its
 * effort, sees single jobs; the order without dates knows of sets, so its last is taken. Swaps
 * then undo what stands against tiers without need, and lower the cost. A small problem is solved
 * outright: by exact.c first with tiers apart, and when dates do not allow that, with the fewest
 * pairs across them.
 *
 * The bound leaves the dates out and fines what misses them instead (Lagrange; for deadlines on one
 * machine Potts and van Wassenhove 1983): with multiplier m ≥ 0 at a date d, Σ w·C + Σ m·(C − d) is
 * never above Σ w·C where all dates are kept, since each term added is then below zero. And its
 * least is the same problem again, with weights w + m, less a constant: sidney.c bounds it. Any
 * multipliers give a bound; a few steps of ascent find good ones. The step goes along what each
 * date is missed by, which is a subgradient, as far as would be right if the bound were to meet the
 * best known cost (Polyak 1969); dates that are kept with room lose their fine.
 *
 * On the way each multiplier's order is a proposal too: given back its dates from the end, and
 * improved, it may be better than the one at hand. */
#include "plan/dates.h"

#include <limits.h>
#include <string.h>

#include "plan/exact.h"
#include "plan/swap.h"

enum {
	STATES_MAX = 20000,
	ASCENT_MAX = 150, /* jobs */
	ASCENT_STEPS = 12,
	FINE = 64 /* multipliers count in parts of a weight */
};

/* Which job comes last among those left: see the top of the file. */
static size_t choose_last(const struct problem *problem, const size_t *wanted_place,
	const size_t *waiting_for_it, const bool *placed, const int64_t *lane_end)
{
	size_t best = ORDER_NONE, latest = ORDER_NONE;

	for (size_t n = 0; n < problem->count; n++) {
		if (placed[n] || waiting_for_it[n])
			continue;
		if (latest == ORDER_NONE || problem->due[n] > problem->due[latest])
			latest = n;
		if (problem->due[n] >= lane_end[problem->lane[n]] &&
			(best == ORDER_NONE || wanted_place[n] > wanted_place[best]))
			best = n;
	}
	return best == ORDER_NONE ? latest : best;
}

/* Nothing of what requires it may still wait to be placed before it: from the end, a job is free
 * when all that require it stand. */
static void order_from_end(const struct problem *problem, const size_t *wanted_place, size_t *order)
{
	const struct graph *graph = &problem->graph;
	size_t *waiting = ARENA_ARRAY(problem->arena, size_t, problem->count);
	bool *placed = ARENA_ARRAY(problem->arena, bool, problem->count);
	int64_t *lane_end = ARENA_ARRAY(problem->arena, int64_t, problem->lane_count);

	for (size_t n = 0; n < problem->count; n++) {
		waiting[n] = graph->after_start[n + 1] - graph->after_start[n];
		lane_end[problem->lane[n]] += graph->effort[n];
	}
	for (size_t at = problem->count; at-- > 0;) {
		size_t last = choose_last(problem, wanted_place, waiting, placed, lane_end);

		order[at] = last;
		placed[last] = true;
		lane_end[problem->lane[last]] -= graph->effort[last];
		for (size_t k = graph->before_start[last]; k < graph->before_start[last + 1]; k++)
			waiting[graph->before[k]]--;
	}
}

static int64_t cost_of(const struct problem *problem, const size_t *order)
{
	int64_t at = 0, cost = 0;

	for (size_t i = 0; i < problem->count; i++) {
		at += problem->graph.effort[order[i]];
		cost += problem->graph.weight[order[i]] * at;
	}
	return cost;
}

/* Neighbours are enough: an order without a fall between two of them never falls. */
static bool crosses_tiers(const struct problem *problem, const size_t *order)
{
	for (size_t i = 1; i < problem->count; i++) {
		if (problem->tier[order[i]] < problem->tier[order[i - 1]])
			return true;
	}
	return false;
}

struct ascent {
	const struct problem *problem;
	struct problem fined; /* with other weights */
	int64_t *weight, *multiplier, *missed;
	bool apart;
	int64_t bound;
};

/* The bound for these multipliers, and by how much its order misses each date: where it does, the
 * multiplier is too small, and where it has room, too great. Each string's bound may come from no
 * order at all, but a subgradient that is a little off only costs steps; the bound stays one. */
static void ascend(struct ascent *ascent, struct arena *scratch, size_t *wanted_place)
{
	const struct problem *problem = ascent->problem;
	struct string_run run;
	int64_t at = 0, bound;
	size_t place = 0;

	for (size_t n = 0; n < problem->count; n++)
		ascent->weight[n] = problem->graph.weight[n] * FINE + ascent->multiplier[n];
	ascent->fined.arena = scratch;
	run = problem_order_tiers(&ascent->fined, ascent->apart);
	bound = problem_bound(&run);
	for (size_t i = 0; i < run.count; i++) {
		for (size_t k = 0; k < run.strings[i].count; k++) {
			size_t n = run.strings[i].jobs[k];

			at += problem->graph.effort[n];
			wanted_place[n] = place++;
			if (problem->due[n] == ORDER_NO_DUE)
				continue;
			ascent->missed[n] = at - problem->due[n];
			bound -= ascent->multiplier[n] * problem->due[n];
		}
	}
	/* Rounded up: a cost is whole. */
	bound = bound > 0 ? (bound + FINE - 1) / FINE : 0;
	if (bound > ascent->bound)
		ascent->bound = bound;
}

/* Polyak's step: toward the cost that is known to be reached, as if the bound were to rise along a
 * straight line. A multiplier below 0 would reward lateness, and be no bound. */
static void raise_multipliers(struct ascent *ascent, int64_t cost)
{
	double squares = 0, step;

	for (size_t n = 0; n < ascent->problem->count; n++)
		squares += (double)ascent->missed[n] * (double)ascent->missed[n];
	if (squares <= 0)
		return;
	step = (double)(cost - ascent->bound) * FINE / squares;
	for (size_t n = 0; n < ascent->problem->count; n++) {
		double raised = (double)ascent->multiplier[n] + step * (double)ascent->missed[n];

		ascent->multiplier[n] = raised > 0 ? (int64_t)raised : 0;
	}
}

/* A better bound; and the order behind it, given back its dates, may be a better order. */
static int64_t bound_by_ascent(
	const struct problem *problem, size_t *order, const struct graph_rules *rules)
{
	struct ascent ascent = { .problem = problem,
		.fined = *problem,
		.weight = ARENA_ARRAY(problem->arena, int64_t, problem->count),
		.multiplier = ARENA_ARRAY(problem->arena, int64_t, problem->count),
		.missed = ARENA_ARRAY(problem->arena, int64_t, problem->count),
		.apart = rules->apart };
	struct arena *scratch = arena_new();
	size_t *wanted_place = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *other = ARENA_ARRAY(problem->arena, size_t, problem->count);
	int64_t cost = cost_of(problem, order);

	ascent.fined.graph.weight = ascent.weight;
	ascent.fined.graph.hasty = true;
	for (int i = 0; i < ASCENT_STEPS && ascent.bound < cost; i++) {
		int64_t before = ascent.bound;

		ascend(&ascent, scratch, wanted_place);
		if (rules->apart && ascent.bound > before) {
			order_from_end(problem, wanted_place, other);
			swap_improve(&problem->graph, other, problem->count, rules);
			if (cost_of(problem, other) < cost) {
				memcpy(order, other, problem->count * sizeof(*order));
				cost = cost_of(problem, order);
			}
		}
		raise_multipliers(&ascent, cost);
		arena_clear(scratch);
	}
	arena_free(scratch);
	return ascent.bound;
}

/* First with the tiers kept apart, of which there are fewer orders; then with as few pairs against
 * them as dates allow, where the bound is that of all orders that keep the dates. */
static bool solve(
	const struct problem *problem, struct graph_rules rules, size_t *order, int64_t *bound)
{
	const struct graph *graph = &problem->graph;
	size_t *numbers = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *cheapest = ARENA_ARRAY(problem->arena, size_t, problem->count);

	for (size_t n = 0; n < problem->count; n++)
		numbers[n] = n;
	rules.apart = true;
	if (exact_order(graph, numbers, problem->count, &rules, STATES_MAX, order)) {
		*bound = cost_of(problem, order);
		return true;
	}
	rules.apart = false;
	if (!exact_order(graph, numbers, problem->count, &rules, STATES_MAX, order))
		return false;
	rules.tier = NULL;
	if (!exact_order(graph, numbers, problem->count, &rules, STATES_MAX, cheapest))
		return false;
	*bound = cost_of(problem, cheapest);
	return true;
}

static bool has_one_tier(const struct problem *problem)
{
	for (size_t n = 1; n < problem->count; n++) {
		if (problem->tier[n] != problem->tier[0])
			return false;
	}
	return true;
}

/* As long as tiers need not be crossed, what bounds the orders that keep them apart is a bound.
 * Side by side, a list may keep dates that no line by itself seems to keep, since what follows may
 * fill a wait: there only requirements bound its cost. */
static int64_t bound_of_undated(const struct problem *problem, bool apart, int64_t bound_apart)
{
	struct string_run run;

	if (apart || has_one_tier(problem))
		return bound_apart;
	run = problem_order_tiers(problem, false);
	return problem_bound(&run);
}

int64_t dates_order(const struct problem *problem, const size_t *wanted_place, int64_t bound_apart,
	size_t *order)
{
	struct graph_rules rules = { .latest = problem->due,
		.lane = problem->lane,
		.lane_count = problem->lane_count,
		.tier = problem->tier };
	bool one_line = problem->lane_count == 1;
	int64_t bound = 0, ascended = 0;

	if (!solve(problem, rules, order, &bound)) {
		order_from_end(problem, wanted_place, order);
		rules.apart = !crosses_tiers(problem, order);
		swap_improve(&problem->graph, order, problem->count, &rules);
		if (one_line && problem->count <= ASCENT_MAX)
			ascended = bound_by_ascent(problem, order, &rules);
	} else if (one_line) {
		return bound;
	}
	bound = bound_of_undated(problem, one_line && !crosses_tiers(problem, order), bound_apart);
	return ascended > bound ? ascended : bound;
}
