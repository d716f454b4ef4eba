/* SPDX-License-Identifier: MIT
 *
 * Which order the plan takes. PLANNER.md says what counts: requirements, dates, priorities, then
 * the sum; wishes come last, and may cost something of the sum but nothing of the rest. So:
 *
 *     promise_dates()      what dates can be kept; what is lost falls apart from the others, and
 *                          where some of those fall, all do, by the fewest days
 *     order_lines()        the order under those dates: its bound is the plan's
 *     promise_give_back()  dates that fell without need, as far as that order's tiers stay
 *     order_lines()        the order under those
 *     add_pins()           wishes, one after the other, each only where the dates hold with it
 *     order_lines()        the order that is shown
 *
 * On one line of work the order that keeps the promised dates is it. Where owners work side by
 * side, waits between them count, which order.c knows nothing of: it takes each lane's work for
 * done without a pause. So what it gives is tried in the calendar. The order without dates is taken
 * if it happens to keep them all, since it costs least; else the one that keeps them on each line
 * by itself; else, from that one, what is late is brought forward, with what it requires, as long
 * as that helps.
 *
 * Each step's reasons are true of the problem it solved. What was made under more than requirements
 * ask (given back dates, wishes) goes through order_keep_true_claims() with the jobs as they were.
 */
#include "plan/choose.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
#include "plan/lanes.h"
#include "plan/promise.h"

/* In one pass, from those that nothing requires back to those that require nothing: when a job's
 * turn comes, all that may raise it have had theirs. */
void choose_raise_tiers(struct making *making)
{
	struct arena *arena = arena_new();
	const size_t *jobs = promise_sort_jobs(making, arena);

	for (size_t i = making->job_count; i-- > 0;) {
		const struct order_job *job = &making->jobs[jobs[i]];

		for (size_t k = 0; k < job->require_count; k++) {
			struct order_job *required = &making->jobs[job->requires[k]];

			if (required->tier > job->tier)
				required->tier = job->tier;
		}
	}
	arena_free(arena);
}

/* Whether `from` requires `wanted`, over any number of steps. Each job is looked at once, whatever
 * the number of ways to it. */
static bool requires_job(struct making *making, size_t from, size_t wanted)
{
	bool *seen = mem_alloc(making->job_count * sizeof(*seen));
	size_t *stack = mem_alloc((making->job_count + 1) * sizeof(*stack)), depth = 0;
	bool found = false;

	stack[depth++] = from;
	while (depth && !found) {
		const struct order_job *job = &making->jobs[stack[--depth]];

		for (size_t k = 0; k < job->require_count; k++) {
			size_t required = job->requires[k];

			found |= required == wanted;
			if (!seen[required])
				stack[depth++] = required;
			seen[required] = true;
		}
	}
	mem_free(seen);
	mem_free(stack);
	return found;
}

/* A pin is a wish: a requirement of the order alone, as far as requirements and dates allow. */
static void add_pin(struct making *making, size_t before, size_t after)
{
	struct order_job *job = &making->jobs[after];
	const size_t *kept = job->requires;
	size_t *wished = ARENA_ARRAY(making->arena, size_t, job->require_count + 1);

	if (before == after || requires_job(making, before, after))
		return;
	for (size_t k = 0; k < job->require_count; k++)
		wished[k] = kept[k];
	wished[job->require_count++] = before;
	job->requires = wished;
	/* Where no date goes back through the wish, all can be kept as before. */
	if (!promise_passes_back(making, after, before) || promise_renew(making))
		return;
	job->requires = kept;
	job->require_count--;
}

static bool has_pins(const struct making *making)
{
	for (size_t i = 0; i < making->job_count; i++) {
		if (making->nodes[making->node_of_job[i]].pin[0])
			return true;
	}
	return false;
}

/* In the order of ids: of two wishes against each other the first is granted. */
static void add_pins(struct making *making)
{
	for (size_t i = 0; i < making->job_count; i++) {
		const char *pin = making->nodes[making->node_of_job[i]].pin;
		const struct entry *entry =
			pin[0] ? organisation_find_entry(making->org, pin) : NULL;
		size_t node = entry ? making->of_entry[entry - making->org->entries] : 0;

		if (node && !making->nodes[node - 1].aside)
			add_pin(making, i, making->nodes[node - 1].job);
	}
	promise_renew(making);
	/* Of the order alone: what an action counts as stays what its requirements say. */
	choose_raise_tiers(making);
}

/* How far a list is from what was promised: the most days that a date falls by beyond it, and all
 * such days together. */
struct excess {
	int most;
	int64_t sum;
};

/* Only what was promised counts: a date that had to fall has `later` days of its own. */
static struct excess excess_of(const struct making *making, const size_t *list, size_t *worst)
{
	struct arena *arena = arena_new();
	struct lane_days *days = ARENA_ARRAY(arena, struct lane_days, making->job_count);
	struct excess excess = { 0, 0 };

	lanes_find_days(making, arena, list, days);
	for (size_t i = 0; i < making->job_count; i++) {
		int due_day = making->nodes[making->node_of_job[list[i]]].due_day;
		int over = due_day == DAY_NONE
				   ? 0
				   : days[i].finish_day - due_day - making->later[list[i]];

		if (over <= 0)
			continue;
		excess.sum += over;
		if (over > excess.most) {
			excess.most = over;
			*worst = i;
		}
	}
	arena_free(arena);
	return excess;
}

/* The job at `place` and what it requires to stand from `to` on, the rest behind, in their order.
 */
static void bring_forward(const struct making *making, const size_t *list, size_t to, size_t place,
	bool *needed, size_t *result)
{
	size_t front = to, behind;

	memset(needed, 0, making->job_count * sizeof(*needed));
	needed[list[place]] = true;
	for (size_t i = place + 1; i-- > 0;) {
		const struct order_job *job = &making->jobs[list[i]];

		for (size_t k = 0; needed[list[i]] && k < job->require_count; k++)
			needed[job->requires[k]] = true;
	}
	memcpy(result, list, making->job_count * sizeof(*list));
	for (size_t i = to; i <= place; i++) {
		if (needed[list[i]])
			result[front++] = list[i];
	}
	behind = front;
	for (size_t i = to; i <= place; i++) {
		if (!needed[list[i]])
			result[behind++] = list[i];
	}
}

/* As little as helps: of all places above, the nearest that makes it best. What it takes along may
 * make others late, which is why the whole list is judged and not this job alone. */
static bool repair_once(const struct making *making, size_t *list, struct excess *excess,
	size_t worst, struct arena *arena, size_t *next_worst)
{
	size_t *tried = ARENA_ARRAY(arena, size_t, making->job_count);
	size_t *best = ARENA_ARRAY(arena, size_t, making->job_count);
	bool *needed = ARENA_ARRAY(arena, bool, making->job_count), found = false;

	for (size_t to = worst; to-- > 0;) {
		size_t at = 0;
		struct excess now;

		bring_forward(making, list, to, worst, needed, tried);
		now = excess_of(making, tried, &at);
		if (now.most > excess->most || (now.most == excess->most && now.sum >= excess->sum))
			continue;
		*excess = now;
		*next_worst = at;
		memcpy(best, tried, making->job_count * sizeof(*best));
		found = true;
	}
	if (found)
		memcpy(list, best, making->job_count * sizeof(*list));
	return found;
}

/* What is most over comes forward, until nothing is over or nothing helps. Each try makes the whole
 * calendar, for each place before it, so that rounds are limited by the square of the jobs. */
static void repair(const struct making *making, size_t *list)
{
	enum { WORK_MAX = 4000000 };
	size_t rounds = WORK_MAX / (making->job_count * making->job_count * 20 + 1), worst = 0;
	struct excess excess = excess_of(making, list, &worst);

	for (size_t i = 0; i < rounds && excess.most > 0; i++) {
		struct arena *arena = arena_new();
		size_t next_worst = 0;
		bool better = repair_once(making, list, &excess, worst, arena, &next_worst);

		arena_free(arena);
		if (!better)
			return;
		worst = next_worst;
	}
}

/* An order that is good on each line by itself, told in the calendar, where lines wait. */
static bool keeps_promises(struct making *making, const struct order *order, size_t *list)
{
	size_t worst;

	for (size_t i = 0; i < order->count; i++)
		list[i] = order->steps[i].job;
	return excess_of(making, list, &worst).most == 0;
}

static void forget_dates(struct making *making)
{
	for (size_t i = 0; i < making->job_count; i++)
		making->jobs[i].due = ORDER_NO_DUE;
}

/* Three attempts, the cheapest order first: see the top of the file. */
static struct order order_side_by_side(struct making *making)
{
	size_t *list = ARENA_ARRAY(making->arena, size_t, making->job_count);
	struct order order;

	forget_dates(making);
	order = order_jobs(making->arena, making->jobs, making->job_count);
	if (keeps_promises(making, &order, list))
		return order;
	promise_renew(making);
	order = order_jobs(making->arena, making->jobs, making->job_count);
	if (keeps_promises(making, &order, list))
		return order;
	repair(making, list);
	return order_given(making->arena, making->jobs, making->job_count, list);
}

static struct order order_lines(struct making *making)
{
	if (making->lane_count > 1)
		return order_side_by_side(making);
	return order_jobs(making->arena, making->jobs, making->job_count);
}

/* The jobs before wishes, with the tiers that requirements give: what reasons are true of. */
static const struct order_job *copy_jobs(const struct making *making)
{
	struct order_job *jobs = ARENA_ARRAY(making->arena, struct order_job, making->job_count);

	for (size_t i = 0; i < making->job_count; i++) {
		jobs[i] = making->jobs[i];
		jobs[i].tier = (int)making->nodes[making->node_of_job[i]].tier;
	}
	return jobs;
}

struct choice choose_order(struct making *making)
{
	bool fell = promise_dates(making);
	const struct order_job *plain_jobs = copy_jobs(making);
	struct order order = order_lines(making), plain = order;
	struct choice choice = { .bound = order.bound };

	if (fell) {
		promise_give_back(making, &order);
		order = order_lines(making);
		order_keep_true_claims(making->arena, plain_jobs, making->job_count, &plain,
			ORDER_CAUSE_DATES, &order);
	}
	choice.order = order;
	choice.cost_without_pins = order.cost;
	choice.optimal = order.cost == choice.bound;
	if (!has_pins(making))
		return choice;
	promise_renew(making);
	add_pins(making);
	plain = order;
	order = order_lines(making);
	order_keep_true_claims(
		making->arena, plain_jobs, making->job_count, &plain, ORDER_CAUSE_WISHES, &order);
	choice.order = order;
	/* A wish may pull an action up through a tier, and then cost less than without it. */
	choice.optimal &= order.cost == choice.cost_without_pins;
	if (order.bound < choice.bound)
		choice.bound = order.bound;
	return choice;
}
