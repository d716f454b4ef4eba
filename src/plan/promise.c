/* SPDX-License-Identifier: MIT
 *
 * Which dates can be kept. A date goes back through requirements (Lawler 1973): what is required
 * must end early enough for the rest, within a line as work, between lines as days. With such dates
 * the earliest first keeps requirements by itself, for what is required is never due later; and if
 * any order of a line keeps all of its dates, earliest first does (Jackson 1955), since two
 * neighbours of which the later date comes first may change places: both then end no later than the
 * later date allowed before. That answers exactly where there is one line, and up to the waits
 * between lines where there are more.
 *
 * A date that is past, or before which what it requires does not fit even alone, is lost, and may
 * not take others along: those are kept first, as if it had none. Then it falls by as few days as
 * they leave, one lost date after the other, the earliest first.
 *
 * Where not all others can be kept, the greatest lateness is made as small as can be, in calendar
 * days. They are all moved by the same number of days, and the fewest that will do are found by
 * halving: more days never make an order impossible.
 *
 * That alone would let one date take the others along, each by as many days. So dates are then
 * given back, the earliest first, as far as that changes nothing between tiers: jobs stay in
 * their run of neighbours of one tier. What cannot be given back is late by no more than it must.
 * Most can, so that a run of dates is tried as a whole, and only one that fails is halved: with few
 * that must fall, some tests for each instead of one for every date. */
#include "plan/promise.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"

struct dated {
	size_t run;
	int64_t due;
	size_t job;
};

struct promise {
	struct making *making;
	struct arena *arena;
	size_t *topological; /* jobs, each after all that it requires */
	int *later;          /* the making's */
	size_t *run;         /* by job: its run of neighbours of one tier; all 0 at first */
	struct dated *dated;
	int64_t *lane_end;
	size_t *promised; /* jobs with a date of their own, those lost before the others, earliest
			     first */
	size_t promised_count, lost_count;
	int *fell;   /* by job, before anything was given back */
	size_t only; /* the one date that counts, or ORDER_NONE: all */
	size_t tests_left;
};

static int due_day_of(const struct making *making, size_t job)
{
	return making->nodes[making->node_of_job[job]].due_day;
}

/* Depth first, with a stack of our own: a file may hold one long chain. */
size_t *promise_sort_jobs(const struct making *making, struct arena *arena)
{
	size_t *topological = ARENA_ARRAY(arena, size_t, making->job_count), sorted = 0;
	size_t *stack = ARENA_ARRAY(arena, size_t, making->job_count);
	size_t *next = ARENA_ARRAY(arena, size_t, making->job_count);
	bool *seen = ARENA_ARRAY(arena, bool, making->job_count);

	for (size_t start = 0; start < making->job_count; start++) {
		size_t depth = 0;

		if (!seen[start])
			stack[depth++] = start;
		seen[start] = true;
		while (depth) {
			size_t job = stack[depth - 1];

			if (next[job] == making->jobs[job].require_count) {
				topological[sorted++] = job;
				depth--;
				continue;
			}
			job = making->jobs[job].requires[next[job]++];
			if (!seen[job])
				stack[depth++] = job;
			seen[job] = true;
		}
	}
	return topological;
}

/* The latest finish of what is required, for the one that requires it to end by its own. */
static int64_t passed_back(const struct making *making, size_t job, size_t required)
{
	const struct order_job *later = &making->jobs[job], *earlier = &making->jobs[required];
	int64_t start = later->due - later->effort_centidays;

	if (later->lane == earlier->lane)
		return start;
	return calendar_work_until(&making->calendars[earlier->lane],
		calendar_day_before(&making->calendars[later->lane], start));
}

/* First what each one's own date says, then from those that nothing requires back to the others. */
static void set_dues(struct promise *promise)
{
	struct making *making = promise->making;

	for (size_t i = 0; i < making->job_count; i++) {
		int due_day = due_day_of(making, i);
		const struct calendar *calendar = &making->calendars[making->jobs[i].lane];

		if (promise->only != ORDER_NONE && promise->only != i)
			due_day = DAY_NONE;
		making->jobs[i].due = due_day == DAY_NONE ? ORDER_NO_DUE
							  : calendar_work_until(calendar,
								    due_day + promise->later[i]);
	}
	for (size_t i = making->job_count; i-- > 0;) {
		size_t job = promise->topological[i];

		for (size_t k = 0; k < making->jobs[job].require_count; k++) {
			size_t required = making->jobs[job].requires[k];
			int64_t due = making->jobs[job].due == ORDER_NO_DUE
					      ? ORDER_NO_DUE
					      : passed_back(making, job, required);

			if (due < making->jobs[required].due)
				making->jobs[required].due = due;
		}
	}
}

/* Run by run, since tiers are kept as they are; then Jackson's rule. */
static int compare_dated(const void *a, const void *b)
{
	const struct dated *one = a, *other = b;

	if (one->run != other->run)
		return one->run < other->run ? -1 : 1;
	if (one->due != other->due)
		return one->due < other->due ? -1 : 1;
	return one->job < other->job ? -1 : one->job > other->job;
}

/* Sets the dues for `later`, and tells whether all can be kept: each line does its jobs by
 * effective date, without a pause, and no job may end behind its own. */
static bool can_keep(struct promise *promise)
{
	struct making *making = promise->making;
	int64_t *end = promise->lane_end;

	if (promise->tests_left)
		promise->tests_left--;
	set_dues(promise);
	memset(end, 0, making->lane_count * sizeof(*end));
	for (size_t i = 0; i < making->job_count; i++)
		promise->dated[i] = (struct dated){ promise->run[i], making->jobs[i].due, i };
	if (making->job_count)
		qsort(promise->dated, making->job_count, sizeof(*promise->dated), compare_dated);
	for (size_t i = 0; i < making->job_count; i++) {
		const struct order_job *job = &making->jobs[promise->dated[i].job];

		end[job->lane] += job->effort_centidays;
		if (end[job->lane] > job->due)
			return false;
	}
	return true;
}

/* Those with a date of their own, first those that are lost; `dated` is used to sort them. */
static void find_promised(struct promise *promise)
{
	const struct making *making = promise->making;

	promise->promised_count = promise->lost_count = 0;
	for (size_t i = 0; i < making->job_count; i++) {
		if (due_day_of(making, i) == DAY_NONE)
			continue;
		promise->lost_count += making->lost[i];
		promise->dated[promise->promised_count++] =
			(struct dated){ !making->lost[i], due_day_of(making, i), i };
	}
	if (promise->promised_count)
		qsort(promise->dated, promise->promised_count, sizeof(*promise->dated),
			compare_dated);
	for (size_t i = 0; i < promise->promised_count; i++)
		promise->promised[i] = promise->dated[i].job;
}

static struct promise make_promise(struct making *making, struct arena *arena)
{
	struct promise promise = { .making = making,
		.arena = arena,
		.topological = promise_sort_jobs(making, arena),
		.later = making->later,
		.run = ARENA_ARRAY(arena, size_t, making->job_count),
		.dated = ARENA_ARRAY(arena, struct dated, making->job_count),
		.promised = ARENA_ARRAY(arena, size_t, making->job_count),
		.fell = ARENA_ARRAY(arena, int, making->job_count),
		.only = ORDER_NONE,
		.lane_end = ARENA_ARRAY(arena, int64_t, making->lane_count) };

	find_promised(&promise);
	return promise;
}

static void set_later(struct promise *promise, size_t first, size_t count, int days)
{
	for (size_t i = first; i < first + count; i++)
		promise->later[promise->promised[i]] = days;
}

/* The fewest days by which these dates must fall, up to `high`, by which they can. Halving is right
 * because an order that keeps dates keeps later ones too. */
static int find_fewest_days(struct promise *promise, size_t first, size_t count, int high)
{
	int low = 0;

	while (low < high) {
		int middle = low + (high - low) / 2;

		set_later(promise, first, count, middle);
		if (can_keep(promise))
			high = middle;
		else
			low = middle + 1;
	}
	set_later(promise, first, count, high);
	return high;
}

/* A bound that all can keep: everything else first, and the longest of lines. */
static int most_days(const struct promise *promise)
{
	const struct making *making = promise->making;
	int64_t effort = 0;
	int last = 0, most = 0;

	for (size_t i = 0; i < making->job_count; i++)
		effort += making->jobs[i].effort_centidays;
	for (size_t lane = 0; lane < making->lane_count; lane++) {
		int day = calendar_finish_day(&making->calendars[lane], effort);

		/* Between lines each wait may cost a day, and a weekend. */
		day += making->lane_count > 1 ? (int)making->job_count * 3 + 3 : 0;
		if (day > last)
			last = day;
	}
	for (size_t i = 0; i < promise->promised_count; i++) {
		int days = last - due_day_of(making, promise->promised[i]);

		if (days > most)
			most = days;
	}
	return most;
}

/* Past dates, and, as long as there are tests left, those that cannot be kept though nothing but
 * what they require is done. */
static void find_lost(struct promise *promise, bool tests_all)
{
	struct making *making = promise->making;

	for (size_t i = 0; i < making->job_count; i++) {
		int due_day = due_day_of(making, i);

		if (due_day == DAY_NONE || making->lost[i])
			continue;
		making->lost[i] = due_day < making->today_day;
		if (!tests_all || making->lost[i] || !promise->tests_left)
			continue;
		promise->only = i;
		making->lost[i] = !can_keep(promise);
		promise->only = ORDER_NONE;
	}
	find_promised(promise);
}

/* Each by as few days as the others leave, which keep what they have. */
static bool settle_lost(struct promise *promise)
{
	for (size_t i = 0; i < promise->lost_count; i++) {
		if (!promise->tests_left)
			return false;
		find_fewest_days(promise, i, 1, promise->making->later[promise->promised[i]]);
	}
	return true;
}

/* The others first, as if what is lost had no date; then what is lost, within what they leave.
 * Whether something fell by more than it may have to. */
static bool let_fall(struct promise *promise)
{
	size_t kept, lost;
	int high = most_days(promise), days = 0;

	find_lost(promise, false);
	set_later(promise, 0, promise->lost_count, high);
	if (!can_keep(promise)) {
		set_later(promise, 0, promise->promised_count, 0);
		find_lost(promise, true);
		set_later(promise, 0, promise->lost_count, high);
	}
	lost = promise->lost_count;
	kept = promise->promised_count - lost;
	days = find_fewest_days(promise, lost, kept, high);
	if (lost)
		find_fewest_days(promise, 0, lost, high);
	return !settle_lost(promise) || days > 0;
}

static void fall_again(struct promise *promise, size_t first, size_t count)
{
	for (size_t i = first; i < first + count; i++)
		promise->making->later[promise->promised[i]] = promise->fell[promise->promised[i]];
}

/* Gives back a run of dates: all at once, or half and half; one alone by as many days as can be.
 * When no more tests are left the others keep the days by which they fell, which is possible. */
static void give_back(struct promise *promise, size_t first, size_t count)
{
	if (!promise->tests_left || !count)
		return;
	set_later(promise, first, count, 0);
	if (can_keep(promise))
		return;
	fall_again(promise, first, count);
	if (count == 1) {
		find_fewest_days(promise, first, 1, promise->fell[promise->promised[first]]);
		return;
	}
	give_back(promise, first, count / 2);
	give_back(promise, first + count / 2, count - count / 2);
}

/* Each test looks at all jobs and requirements. */
static size_t count_tests(const struct making *making)
{
	enum { WORK_MAX = 60000, TESTS_MIN = 30 };

	return TESTS_MIN + WORK_MAX / (making->job_count + 1);
}

bool promise_dates(struct making *making)
{
	struct arena *arena = arena_new();
	struct promise promise;
	bool fell = false;

	making->later = ARENA_ARRAY(making->arena, int, making->job_count);
	making->lost = ARENA_ARRAY(making->arena, bool, making->job_count);
	promise = make_promise(making, arena);
	promise.tests_left = count_tests(making);
	if (promise.promised_count && !can_keep(&promise))
		fell = let_fall(&promise);
	set_dues(&promise);
	arena_free(arena);
	return fell;
}

/* Each run is a tier of its own from here on: the order that is made next may not leave it. What is
 * lost has what it can have, as far as there were tests. */
void promise_give_back(struct making *making, const struct order *order)
{
	struct arena *arena = arena_new();
	struct promise promise = make_promise(making, arena);
	size_t run = 0;

	for (size_t i = 0; i < order->count; i++) {
		size_t job = order->steps[i].job;

		run += i && making->jobs[job].tier != making->jobs[order->steps[i - 1].job].tier;
		promise.run[job] = run;
		promise.fell[job] = making->later[job];
	}
	promise.tests_left = count_tests(making);
	give_back(&promise, promise.lost_count, promise.promised_count - promise.lost_count);
	give_back(&promise, 0, promise.lost_count);
	set_dues(&promise);
	for (size_t i = 0; i < making->job_count; i++)
		making->jobs[i].tier = (int)promise.run[i];
	arena_free(arena);
}

/* Where it does not, a wish between the two changes nothing of what can be kept, and need not be
 * tested. */
bool promise_passes_back(const struct making *making, size_t job, size_t required)
{
	return making->jobs[job].due != ORDER_NO_DUE &&
	       passed_back(making, job, required) < making->jobs[required].due;
}

/* With `later` as it is: what was promised stays promised. */
bool promise_renew(struct making *making)
{
	struct arena *arena = arena_new();
	struct promise promise = make_promise(making, arena);
	bool holds = can_keep(&promise);

	arena_free(arena);
	return holds;
}
