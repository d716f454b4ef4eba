/* SPDX-License-Identifier: MIT
 *
 * Tier by tier, the decomposition of sidney.c gives the order and its bound. Only when that misses
 * a date does dates.c make another one. What is left for this file is to say of each job what put
 * it where it stands, as a cause that a sentence can be made of. A cause is a claim, and has to be
 * true of the order as it is:
 *
 *     RATIO     nothing that could come here, in its tier, brings more for its effort
 *     UNLOCKS   the first of a set that as a whole brings more than anything else could
 *     SET       in such a set, led by `witness`, behind which it had to wait
 *     REQUIRED  right behind `witness`, which it requires, and so could not come sooner
 *     DUE       sooner than without dates, for its own or one that waits for it
 *     DATES     where the dates of others leave it
 *     WISHES    where wishes leave it
 *     LAST      nothing else is left
 *
 * The decomposition proves the first three: ratios of sets fall, and an initial part of what
 * remains is no better than the set that stands first. With dates or wishes that proof is gone, so
 * that each claim of return is looked at again, job by job (note_best_returns). And claims that
 * were proven of a plainer problem are kept only where the same jobs stand before and behind them
 * in both orders (order_keep_true_claims): there what could come is the same, and so is what is
 * best. */
#include "jalon/plan/order.h"

#include <stdlib.h>
#include <string.h>

#include "plan/dates.h"
#include "plan/heap.h"

/* Whether none of those behind it in its set brings more by itself, and it no less than the set:
 * then its own return is reason enough, and says more than the set's. */
static bool leads_the_rest(const struct graph *graph, const struct string *string, size_t at)
{
	size_t n = string->jobs[at];

	if (graph->weight[n] * string->effort < string->weight * graph->effort[n])
		return false;
	for (size_t k = at + 1; k < string->count; k++) {
		size_t other = string->jobs[k];

		if (graph->weight[other] * graph->effort[n] >
			graph->weight[n] * graph->effort[other])
			return false;
	}
	return true;
}

/* Sets fall in ratio, so a job that is a set of its own has the best return of all that could come
 * there; within a larger set that must be looked at. */
static void put_steps(
	const struct problem *problem, const struct string_run *run, struct order *order)
{
	for (size_t i = 0; i < run->count; i++) {
		const struct string *string = &run->strings[i];

		for (size_t k = 0; k < string->count; k++) {
			struct order_step *step = &order->steps[order->count++];

			*step = (struct order_step){ .job = string->jobs[k],
				.cause = ORDER_CAUSE_RATIO,
				.witness = ORDER_NONE };
			if (string->count == 1 || leads_the_rest(&problem->graph, string, k))
				continue;
			step->cause = k ? ORDER_CAUSE_SET : ORDER_CAUSE_UNLOCKS;
			step->witness = k ? string->jobs[0] : ORDER_NONE;
			step->set_count = string->count;
			step->set_weight = string->weight;
			step->set_effort_centidays = string->effort;
		}
	}
}

/* On each lane's line by itself: how lanes wait for each other is the caller's to know. */
static bool meets_dates(const struct problem *problem, const struct order *order)
{
	int64_t *lane_end = ARENA_ARRAY(problem->arena, int64_t, problem->lane_count);

	for (size_t i = 0; i < order->count; i++) {
		size_t n = order->steps[i].job;

		lane_end[problem->lane[n]] += problem->graph.effort[n];
		if (lane_end[problem->lane[n]] > problem->due[n])
			return false;
	}
	return true;
}

/* Where each would stand without dates. */
static size_t *find_wanted_places(const struct problem *problem, const struct order *order)
{
	size_t *wanted_place = ARENA_ARRAY(problem->arena, size_t, problem->count);

	for (size_t i = 0; i < order->count; i++)
		wanted_place[order->steps[i].job] = i;
	return wanted_place;
}

/* Ties by number, so that ranks are the same whatever qsort() does with equals. */
struct ranked {
	int tier;
	int64_t weight, effort;
	size_t job;
};

static bool brings_more(const struct ranked *one, const struct ranked *other)
{
	return one->weight * other->effort > other->weight * one->effort;
}

static int compare_ranked(const void *a, const void *b)
{
	const struct ranked *one = a, *other = b;

	if (one->tier != other->tier)
		return one->tier < other->tier ? -1 : 1;
	if (brings_more(one, other) || brings_more(other, one))
		return brings_more(one, other) ? -1 : 1;
	return one->job < other->job ? -1 : one->job > other->job;
}

/* Jobs by tier, and by falling return within. */
static struct ranked *rank_jobs(const struct problem *problem)
{
	struct ranked *ranked = ARENA_ARRAY(problem->arena, struct ranked, problem->count);

	for (size_t n = 0; n < problem->count; n++)
		ranked[n] = (struct ranked){ problem->tier[n], problem->graph.weight[n],
			problem->graph.effort[n], n };
	if (problem->count)
		qsort(ranked, problem->count, sizeof(*ranked), compare_ranked);
	return ranked;
}

/* Dates and wishes move a few jobs; most others still have the best return of what could come where
 * they stand, and that says more than `doubtful`. What could come is kept as ranks, a heap for each
 * tier: jobs are ranked by return once, then the least rank in the heap is the best that could come
 * at that place. What was placed leaves the heap when it comes to its top, so that each job enters
 * and leaves once. */
static void note_best_returns(const struct problem *problem, const size_t *numbers,
	enum order_cause doubtful, struct order *order)
{
	const struct graph *graph = &problem->graph;
	const struct ranked *ranked = rank_jobs(problem);
	size_t *heap = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *heap_count = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *rank_of = ARENA_ARRAY(problem->arena, size_t, problem->count);
	size_t *first = ARENA_ARRAY(problem->arena, size_t, problem->count); /* of its tier */
	size_t *waiting = ARENA_ARRAY(problem->arena, size_t, problem->count);
	bool *placed = ARENA_ARRAY(problem->arena, bool, problem->count);

	for (size_t rank = 0; rank < problem->count; rank++) {
		size_t n = ranked[rank].job;

		rank_of[n] = rank;
		first[rank] =
			rank && ranked[rank].tier == ranked[rank - 1].tier ? first[rank - 1] : rank;
		waiting[n] = graph->before_start[n + 1] - graph->before_start[n];
		if (!waiting[n])
			heap_push(heap + first[rank], &heap_count[first[rank]], rank);
	}
	for (size_t i = 0; i < order->count; i++) {
		size_t n = numbers[i], rank = rank_of[n], tier = first[rank];

		while (placed[ranked[heap[tier]].job])
			heap_pop(heap + tier, &heap_count[tier]);
		if (order->steps[i].cause == doubtful &&
			!brings_more(&ranked[heap[tier]], &ranked[rank]))
			order->steps[i].cause = ORDER_CAUSE_RATIO;
		placed[n] = true;
		for (size_t k = graph->after_start[n]; k < graph->after_start[n + 1]; k++) {
			size_t after = rank_of[graph->after[k]];

			if (--waiting[graph->after[k]] == 0)
				heap_push(heap + first[after], &heap_count[first[after]], after);
		}
	}
}

/* Of a job with a date that now comes sooner the date is the reason; what comes later, or sooner
 * without one, was pushed about by the dates of others. */
static void put_dated_steps(const struct problem *problem, const size_t *wanted_place,
	const size_t *numbers, struct order *order)
{
	for (size_t i = 0; i < order->count; i++) {
		size_t n = numbers[i];
		bool pulled = problem->due[n] != ORDER_NO_DUE && i < wanted_place[n];

		order->steps[i] = (struct order_step){ .job = n,
			.cause = pulled ? ORDER_CAUSE_DUE : ORDER_CAUSE_DATES,
			.witness = ORDER_NONE };
	}
	note_best_returns(problem, numbers, ORDER_CAUSE_DATES, order);
}

static void order_for_dates(const struct problem *problem, struct order *order)
{
	size_t *wanted_place = find_wanted_places(problem, order);
	size_t *numbers = ARENA_ARRAY(problem->arena, size_t, problem->count);

	order->bound = dates_order(problem, wanted_place, order->bound, numbers);
	put_dated_steps(problem, wanted_place, numbers, order);
}

/* What stands right behind what it requires, and what is left at the end. That a date pulled it up,
 * or that it leads a set, explains more than what it had to wait for, and stays. */
static void note_what_held_back(const struct problem *problem, struct order *order)
{
	const struct graph *graph = &problem->graph;

	for (size_t i = 1; i < order->count; i++) {
		struct order_step *step = &order->steps[i];
		size_t above = order->steps[i - 1].job;

		if (step->cause == ORDER_CAUSE_DUE || step->cause == ORDER_CAUSE_UNLOCKS)
			continue;
		for (size_t k = graph->before_start[step->job];
			k < graph->before_start[step->job + 1]; k++) {
			if (graph->before[k] == above) {
				step->cause = ORDER_CAUSE_REQUIRED;
				step->witness = above;
			}
		}
		if (step->cause != ORDER_CAUSE_REQUIRED && i + 1 == order->count)
			step->cause = ORDER_CAUSE_LAST;
	}
}

/* From the problem's numbers to the caller's, and what the order costs with all on one line. */
static void finish_steps(const struct problem *problem, struct order *order)
{
	int64_t at = 0;

	note_what_held_back(problem, order);
	for (size_t i = 0; i < order->count; i++) {
		struct order_step *step = &order->steps[i];

		at += problem->graph.effort[step->job];
		order->cost += problem->graph.weight[step->job] * at;
		step->job = problem->job_of[step->job];
		if (step->witness != ORDER_NONE)
			step->witness = problem->job_of[step->witness];
	}
	order->optimal = order->bound == order->cost;
}

struct order order_jobs(struct arena *arena, const struct order_job *jobs, size_t count)
{
	struct problem problem = problem_make(arena, jobs, count);
	struct order order = { .steps = ARENA_ARRAY(arena, struct order_step, count) };
	struct string_run run = problem_order_tiers(&problem, true);

	put_steps(&problem, &run, &order);
	order.bound = problem_bound(&run);
	if (!meets_dates(&problem, &order))
		order_for_dates(&problem, &order);
	finish_steps(&problem, &order);
	return order;
}

static bool requires_directly(const struct order_job *job, size_t wanted)
{
	for (size_t k = 0; k < job->require_count; k++) {
		if (job->requires[k] == wanted)
			return true;
	}
	return false;
}

/* Whether what a step says needs no look at what else could come: dates, requirements. */
static bool holds_by_itself(const struct order_job *jobs, const struct order_step *step)
{
	if (step->cause == ORDER_CAUSE_DUE)
		return jobs[step->job].due != ORDER_NO_DUE;
	if (step->cause == ORDER_CAUSE_REQUIRED)
		return requires_directly(&jobs[step->job], step->witness);
	return step->cause == ORDER_CAUSE_DATES || step->cause == ORDER_CAUSE_LAST;
}

/* Of both orders, the places up to which the same jobs come first: there the same is left. Up to a
 * place they are the same if none of those in the one stands further on in the other. */
static bool *find_meetings(struct arena *arena, const struct order *plain,
	const struct order *order, size_t *plain_place)
{
	bool *meet = ARENA_ARRAY(arena, bool, order->count + 1);
	size_t end = 0;

	for (size_t i = 0; i < order->count; i++)
		plain_place[plain->steps[i].job] = i;
	for (size_t i = 0; i <= order->count; i++) {
		meet[i] = end == i;
		if (i < order->count && plain_place[order->steps[i].job] >= end)
			end = plain_place[order->steps[i].job] + 1;
	}
	return meet;
}

/* Sets are the same when they have as many jobs: which, the meetings say. */
static bool says_the_same(const struct order_step *one, const struct order_step *other)
{
	return one->job == other->job && one->cause == other->cause &&
	       one->witness == other->witness && one->set_count == other->set_count;
}

/* What a set claims needs a meeting at both of its ends: its jobs, and no others, stand between. */
void order_keep_true_claims(struct arena *arena, const struct order_job *jobs, size_t count,
	const struct order *plain, enum order_cause otherwise, struct order *order)
{
	struct problem problem = problem_make(arena, jobs, count);
	size_t *plain_place = ARENA_ARRAY(arena, size_t, count);
	size_t *number_of = ARENA_ARRAY(arena, size_t, count);
	size_t *numbers = ARENA_ARRAY(arena, size_t, count);
	const bool *meet = find_meetings(arena, plain, order, plain_place);

	for (size_t n = 0; n < count; n++)
		number_of[problem.job_of[n]] = n;
	for (size_t i = 0; i < count; i++) {
		struct order_step *step = &order->steps[i];
		size_t leader = step->cause == ORDER_CAUSE_SET ? plain_place[step->witness] : i;

		numbers[i] = number_of[step->job];
		if (holds_by_itself(jobs, step) ||
			(meet[i] && says_the_same(step, &plain->steps[i]) &&
				(!step->set_count || meet[leader + step->set_count])))
			continue;
		*step = (struct order_step){ .job = step->job,
			.cause = i + 1 == count ? ORDER_CAUSE_LAST : otherwise,
			.witness = ORDER_NONE };
	}
	note_best_returns(&problem, numbers, otherwise, order);
}

/* Its bound is that of requirements alone: the caller, who made the list for a calendar, may have
 * crossed tiers and kept dates by ways that no line by itself knows. */
struct order order_given(
	struct arena *arena, const struct order_job *jobs, size_t count, const size_t *list)
{
	struct problem problem = problem_make(arena, jobs, count);
	struct order order = { .steps = ARENA_ARRAY(arena, struct order_step, count) };
	struct string_run run = problem_order_tiers(&problem, true);
	size_t *number_of = ARENA_ARRAY(arena, size_t, count);
	size_t *numbers = ARENA_ARRAY(arena, size_t, count);

	for (size_t n = 0; n < count; n++)
		number_of[problem.job_of[n]] = n;
	for (size_t i = 0; i < count; i++)
		numbers[i] = number_of[list[i]];
	put_steps(&problem, &run, &order);
	put_dated_steps(&problem, find_wanted_places(&problem, &order), numbers, &order);
	run = problem_order_tiers(&problem, false);
	order.bound = problem_bound(&run);
	finish_steps(&problem, &order);
	return order;
}
