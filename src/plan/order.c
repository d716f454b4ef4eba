/* SPDX-License-Identifier: MIT
 *
 * A list is made from its beginning. What may come next is in a heap, best return first within
 * the earliest tier; a job is passed over as long as taking it would cost a date that could be
 * kept. Dates are passed back through requirements first, so that the earliest date first is an
 * order of the requirements too, and its greatest lateness is the smallest there is (Jackson 1955;
 * Lawler 1973). The bound is that of the relaxation without dates, tiers and requirements (Smith
 * 1956). */
#include "jalon/plan/order.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct work {
	const struct order_job *jobs;
	size_t count;
	int64_t *due;         /* effective: own, or what those that need it leave */
	size_t *waiting;      /* requirements not yet placed */
	size_t *unlock_start; /* into unlocks, count + 1 of them */
	size_t *unlocks;
	size_t *heap;
	size_t heap_count;
	size_t *by_due; /* jobs with an effective date, earliest first */
	size_t by_due_count;
	bool *placed;
	int64_t now, lateness;
};

/* Below 0: `a` is better to do first. Weights per effort are compared by products. */
static int compare_return(const struct order_job *a, const struct order_job *b)
{
	int64_t left = (int64_t)a->weight * b->effort_centidays;
	int64_t right = (int64_t)b->weight * a->effort_centidays;

	if (a->tier != b->tier)
		return a->tier < b->tier ? -1 : 1;
	if (left != right)
		return left > right ? -1 : 1;
	if (a->under_way != b->under_way)
		return a->under_way ? -1 : 1;
	return strcmp(a->id, b->id);
}

static void heap_push(struct work *work, size_t job)
{
	size_t at = work->heap_count++;

	while (at > 0) {
		size_t above = (at - 1) / 2;

		if (compare_return(&work->jobs[work->heap[above]], &work->jobs[job]) <= 0)
			break;
		work->heap[at] = work->heap[above];
		at = above;
	}
	work->heap[at] = job;
}

static size_t heap_pop(struct work *work)
{
	size_t top = work->heap[0], last = work->heap[--work->heap_count], at = 0;

	for (;;) {
		size_t below = at * 2 + 1;

		if (below >= work->heap_count)
			break;
		if (below + 1 < work->heap_count &&
			compare_return(&work->jobs[work->heap[below + 1]],
				&work->jobs[work->heap[below]]) < 0)
			below++;
		if (compare_return(&work->jobs[last], &work->jobs[work->heap[below]]) <= 0)
			break;
		work->heap[at] = work->heap[below];
		at = below;
	}
	work->heap[at] = last;
	return top;
}

static void find_unlocks(struct work *work, struct arena *arena)
{
	size_t *next, edges = 0;

	work->unlock_start = ARENA_ARRAY(arena, size_t, work->count + 1);
	for (size_t i = 0; i < work->count; i++) {
		for (size_t k = 0; k < work->jobs[i].require_count; k++, edges++)
			work->unlock_start[work->jobs[i].requires[k] + 1]++;
	}
	for (size_t i = 0; i < work->count; i++)
		work->unlock_start[i + 1] += work->unlock_start[i];
	work->unlocks = ARENA_ARRAY(arena, size_t, edges);
	next = ARENA_ARRAY(arena, size_t, work->count);
	memcpy(next, work->unlock_start, work->count * sizeof(*next));
	for (size_t i = 0; i < work->count; i++) {
		for (size_t k = 0; k < work->jobs[i].require_count; k++)
			work->unlocks[next[work->jobs[i].requires[k]]++] = i;
	}
}

/* Requirements first. */
static size_t *topological(const struct work *work, struct arena *arena)
{
	size_t *order = ARENA_ARRAY(arena, size_t, work->count), count = 0;
	size_t *waiting = ARENA_ARRAY(arena, size_t, work->count);

	for (size_t i = 0; i < work->count; i++) {
		waiting[i] = work->jobs[i].require_count;
		if (waiting[i] == 0)
			order[count++] = i;
	}
	for (size_t at = 0; at < count; at++) {
		for (size_t k = work->unlock_start[order[at]];
			k < work->unlock_start[order[at] + 1]; k++) {
			if (--waiting[work->unlocks[k]] == 0)
				order[count++] = work->unlocks[k];
		}
	}
	assert(count == work->count);
	return order;
}

static void pass_back_dates(struct work *work, struct arena *arena)
{
	size_t *order = topological(work, arena);

	work->due = ARENA_ARRAY(arena, int64_t, work->count);
	for (size_t at = work->count; at-- > 0;) {
		size_t job = order[at];

		work->due[job] = work->jobs[job].due;
		for (size_t k = work->unlock_start[job]; k < work->unlock_start[job + 1]; k++) {
			size_t later = work->unlocks[k];
			int64_t latest = work->due[later];

			if (latest != ORDER_NO_DUE)
				latest -= work->jobs[later].effort_centidays;
			if (latest < work->due[job])
				work->due[job] = latest;
		}
	}
}

struct dated {
	int64_t due;
	size_t job;
};

static int compare_dated(const void *a, const void *b)
{
	const struct dated *one = a, *other = b;

	if (one->due != other->due)
		return one->due < other->due ? -1 : 1;
	return one->job < other->job ? -1 : one->job > other->job;
}

static void sort_dates(struct work *work, struct arena *arena)
{
	struct dated *dated = ARENA_ARRAY(arena, struct dated, work->count);
	int64_t at = 0;

	work->by_due = ARENA_ARRAY(arena, size_t, work->count);
	for (size_t i = 0; i < work->count; i++) {
		if (work->due[i] != ORDER_NO_DUE)
			dated[work->by_due_count++] = (struct dated){ work->due[i], i };
	}
	if (work->by_due_count)
		qsort(dated, work->by_due_count, sizeof(*dated), compare_dated);
	/* The smallest greatest lateness: that of the earliest date first. */
	for (size_t i = 0; i < work->by_due_count; i++) {
		work->by_due[i] = dated[i].job;
		at += work->jobs[dated[i].job].effort_centidays;
		if (at - dated[i].due > work->lateness)
			work->lateness = at - dated[i].due;
	}
}

/* Whether all dates that could be kept still can when this job comes next. */
static bool keeps_dates(const struct work *work, size_t job)
{
	int64_t at = work->now + work->jobs[job].effort_centidays;

	if (work->due[job] != ORDER_NO_DUE && at - work->due[job] > work->lateness)
		return false;
	for (size_t i = 0; i < work->by_due_count; i++) {
		size_t dated = work->by_due[i];

		if (work->placed[dated] || dated == job)
			continue;
		at += work->jobs[dated].effort_centidays;
		if (at - work->due[dated] > work->lateness)
			return false;
	}
	return true;
}

/* The last requirement placed, if the job became free only with it. */
static size_t waited_for(const struct work *work, const struct order *order, size_t job)
{
	size_t last;

	if (order->count == 0)
		return SIZE_MAX;
	last = order->steps[order->count - 1].job;
	for (size_t k = 0; k < work->jobs[job].require_count; k++) {
		if (work->jobs[job].requires[k] == last)
			return last;
	}
	return SIZE_MAX;
}

static void place(struct work *work, struct order *order, size_t job, bool for_date)
{
	struct order_step *step = &order->steps[order->count];
	size_t required = waited_for(work, order, job);

	*step = (struct order_step){ .job = job, .cause = ORDER_CAUSE_RATIO, .witness = SIZE_MAX };
	if (for_date)
		step->cause = ORDER_CAUSE_DUE;
	else if (work->heap_count == 0 && order->count + 1 == work->count)
		step->cause = ORDER_CAUSE_LAST;
	else if (required != SIZE_MAX) {
		step->cause = ORDER_CAUSE_REQUIRED;
		step->witness = required;
	}
	work->placed[job] = true;
	work->now += work->jobs[job].effort_centidays;
	order->cost += work->jobs[job].weight * work->now;
	order->count++;
	for (size_t k = work->unlock_start[job]; k < work->unlock_start[job + 1]; k++) {
		if (--work->waiting[work->unlocks[k]] == 0)
			heap_push(work, work->unlocks[k]);
	}
}

/* The best that keeps the dates; those passed over go back. */
static void place_next(struct work *work, struct order *order, size_t *passed_over)
{
	size_t passed = 0, job;

	for (;;) {
		job = heap_pop(work);
		if (work->heap_count == 0 || keeps_dates(work, job))
			break;
		passed_over[passed++] = job;
	}
	if (passed && !keeps_dates(work, job)) {
		/* None does: the earliest date among them. */
		for (size_t i = 0; i < passed; i++) {
			if (work->due[passed_over[i]] < work->due[job]) {
				size_t other = passed_over[i];

				passed_over[i] = job;
				job = other;
			}
		}
	}
	for (size_t i = 0; i < passed; i++)
		heap_push(work, passed_over[i]);
	place(work, order, job, passed > 0);
}

static int compare_smith(const void *a, const void *b)
{
	const struct order_job *const *one = a, *const *other = b;
	int64_t left = (int64_t)(*one)->weight * (*other)->effort_centidays;
	int64_t right = (int64_t)(*other)->weight * (*one)->effort_centidays;

	if (left != right)
		return left > right ? -1 : 1;
	return 0;
}

static int64_t smith_bound(struct arena *arena, const struct order_job *jobs, size_t count)
{
	const struct order_job **sorted = ARENA_ARRAY(arena, const struct order_job *, count);
	int64_t at = 0, bound = 0;

	for (size_t i = 0; i < count; i++)
		sorted[i] = &jobs[i];
	if (count)
		qsort(sorted, count, sizeof(*sorted), compare_smith);
	for (size_t i = 0; i < count; i++) {
		at += sorted[i]->effort_centidays;
		bound += sorted[i]->weight * at;
	}
	return bound;
}

struct order order_jobs(struct arena *arena, const struct order_job *jobs, size_t count)
{
	struct work work = { .jobs = jobs, .count = count };
	struct order order = { .steps = ARENA_ARRAY(arena, struct order_step, count) };
	size_t *passed_over = ARENA_ARRAY(arena, size_t, count);

	work.heap = ARENA_ARRAY(arena, size_t, count);
	work.placed = ARENA_ARRAY(arena, bool, count);
	work.waiting = ARENA_ARRAY(arena, size_t, count);
	find_unlocks(&work, arena);
	pass_back_dates(&work, arena);
	sort_dates(&work, arena);
	for (size_t i = 0; i < count; i++) {
		work.waiting[i] = jobs[i].require_count;
		if (work.waiting[i] == 0)
			heap_push(&work, i);
	}
	while (order.count < count)
		place_next(&work, &order, passed_over);
	order.bound = smith_bound(arena, jobs, count);
	order.optimal = order.bound == order.cost;
	return order;
}
