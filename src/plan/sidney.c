/* SPDX-License-Identifier: MIT
 *
 * Sidney (1975): take the initial set (closed under requirements) of the greatest weight per effort
 * and do it first; then the same with what remains. Some optimal order runs through these sets one
 * after the other. Why: let S have the greatest ratio, r, of all initial sets, and look at a point
 * of any order. What stands behind it of S has at least r, or else S without that, which is initial
 * as well, would have more; what stands before it of all others has at most r, or else S with that
 * would have more. Now bring S to the front, with the order within S and among the others as it
 * is. Each pair of neighbours that change places gains weight × effort of the one, and loses that
 * of the other (Smith 1956); summed over all points of the order that gain is not below zero.
 * Chekuri and Motwani (1999) add that any order at all that runs through the sets, however bad
 * within them, costs at most twice the least: the gaps that are left are gaps within sets.
 *
 * Finding the greatest ratio is not needed. If the cut at the set's own ratio, W per E, gives a
 * part that does better, that part holds the best set, and all that is to be split is smaller:
 *
 *     a set ──► its components, which nothing links: each by itself, all strings merged by ratio
 *     linked ─► a tree: its strings are known at once (tree.c)
 *               else the closure that beats its own ratio: that part, then the rest (closure.c)
 *               else it is one set of the decomposition:
 *                   in series, where all of one part must come before all of another: its parts
 *                   else what inside.c finds
 *
 * A component that is cut leaves parts that may fall into components in their turn. What is to do
 * is a stack of tasks, not calls within calls: on 10,000 actions of one and the same return each
 * cut takes one away. Jobs of one task stand side by side in one array, so that no part needs a
 * list. */
#include "plan/sidney.h"

#include <stdlib.h>
#include <string.h>

#include "plan/closure.h"
#include "plan/inside.h"
#include "plan/tree.h"

enum step {
	STEP_SET,    /* split a set into components */
	STEP_LINKED, /* split jobs that are all linked */
	STEP_MERGE,  /* put strings from `first` on in the order of their ratios */
	STEP_JOIN    /* make strings from `first` on one */
};

struct task {
	enum step step;
	size_t first, count; /* of jobs; the first string for MERGE and JOIN */
};

struct split {
	struct arena *arena;
	const struct graph *graph;
	size_t total;
	struct string_run run;
	size_t *jobs, *scratch;
	size_t *mark; /* by job: which call's set it is in */
	size_t calls;
	struct task *tasks; /* the last one is next */
	size_t task_count;
};

/* Below 0: `a` comes first. */
static int compare_strings(const struct string *a, const struct string *b)
{
	int64_t left = a->weight * b->effort, right = b->weight * a->effort;

	if (left != right)
		return left > right ? -1 : 1;
	return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

static int compare_string_values(const void *a, const void *b)
{
	return compare_strings(a, b);
}

static void add_string(struct split *split, struct string string)
{
	string.sequence = split->run.count;
	split->run.strings[split->run.count++] = string;
}

static void add_task(struct split *split, enum step step, size_t first, size_t count)
{
	split->tasks[split->task_count++] = (struct task){ step, first, count };
}

/* Several strings as one, in their order. What a later one costs by itself is what it costs from 0
 * on; in its place all of its weight waits for what stands before, too. */
static struct string join_strings(struct arena *arena, const struct string *strings, size_t count)
{
	struct string joined = { .count = 0 };
	size_t *jobs, at = 0;

	for (size_t i = 0; i < count; i++)
		joined.count += strings[i].count;
	jobs = ARENA_ARRAY(arena, size_t, joined.count);
	for (size_t i = 0; i < count; i++) {
		memcpy(jobs + at, strings[i].jobs, strings[i].count * sizeof(*jobs));
		at += strings[i].count;
		joined.cost += strings[i].cost + strings[i].weight * joined.effort;
		joined.bound += strings[i].bound + strings[i].weight * joined.effort;
		joined.weight += strings[i].weight;
		joined.effort += strings[i].effort;
	}
	joined.jobs = jobs;
	return joined;
}

/* Marks all that is linked to the job, with the number of its component. */
static void mark_component(const struct graph *graph, size_t start, size_t number, size_t inside,
	size_t *mark, size_t *queue)
{
	size_t head = 0, tail = 0;

	mark[start] = number;
	queue[tail++] = start;
	while (head < tail) {
		size_t job = queue[head++];
		size_t before = graph->before_start[job + 1] - graph->before_start[job];
		size_t after = graph->after_start[job + 1] - graph->after_start[job];

		for (size_t k = 0; k < before + after; k++) {
			size_t other = k < before
					       ? graph->before[graph->before_start[job] + k]
					       : graph->after[graph->after_start[job] + k - before];

			if (mark[other] == inside) {
				mark[other] = number;
				queue[tail++] = other;
			}
		}
	}
}

/* Components apart, and all their strings merged by ratio, which is right because nothing links
 * them: a string of one may stand anywhere among those of another (Smith 1956). Each component's
 * own strings fall in ratio already, and keep their order in the merge. */
static void split_set(struct split *split, size_t first, size_t count)
{
	size_t inside = ++split->calls, first_number = split->calls + 1, components, end = 0;
	size_t *jobs = split->jobs + first, *start;

	for (size_t i = 0; i < count; i++)
		split->mark[jobs[i]] = inside;
	for (size_t i = 0; i < count; i++) {
		if (split->mark[jobs[i]] == inside)
			mark_component(split->graph, jobs[i], ++split->calls, inside, split->mark,
				split->scratch);
	}
	components = split->calls + 1 - first_number;
	if (components == 1) {
		add_task(split, STEP_LINKED, first, count);
		return;
	}
	start = mem_alloc((components + 1) * sizeof(*start));
	for (size_t i = 0; i < count; i++)
		start[split->mark[jobs[i]] - first_number + 1]++;
	for (size_t i = 0; i < components; i++)
		start[i + 1] += start[i];
	for (size_t i = 0; i < count; i++)
		split->scratch[start[split->mark[jobs[i]] - first_number]++] = jobs[i];
	memcpy(jobs, split->scratch, count * sizeof(*jobs));
	/* Filling moved each start to where the next component begins. The first is to be next. */
	add_task(split, STEP_MERGE, split->run.count, 0);
	for (size_t i = components; i-- > 0;) {
		end = i ? start[i - 1] : 0;
		add_task(split, STEP_LINKED, first + end, start[i] - end);
	}
	mem_free(start);
}

/* What comes before each job, as bits by place; `words` words each. Those of what it requires are
 * complete by then, since numbers follow requirements. */
static void find_before(
	const struct graph *graph, const size_t *jobs, size_t count, uint64_t *before, size_t words)
{
	size_t *place = graph->place;

	for (size_t i = 0; i < count; i++)
		place[jobs[i]] = i + 1;
	for (size_t i = 0; i < count; i++) {
		for (size_t k = graph->before_start[jobs[i]]; k < graph->before_start[jobs[i] + 1];
			k++) {
			size_t other = place[graph->before[k]];

			if (!other || before[i * words + (other - 1) / 64] >> (other - 1) % 64 & 1)
				continue;
			before[i * words + (other - 1) / 64] |= UINT64_C(1) << (other - 1) % 64;
			for (size_t n = 0; n <= (other - 1) / 64; n++)
				before[i * words + n] |= before[(other - 1) * words + n];
		}
	}
	for (size_t i = 0; i < count; i++)
		place[jobs[i]] = 0;
}

/* How many of the first places all come before. */
static size_t leading_ones(const uint64_t *bits, size_t words)
{
	size_t ones = 0;

	while (ones < words * 64 && bits[ones / 64] >> ones % 64 & 1)
		ones++;
	return ones;
}

/* The places at which all that comes first must come before all that follows, in `cuts`, from the
 * last to the first. The numbers follow requirements, so the parts are runs of them. Sets are bits,
 * so this is for sets of some hundreds. */
static size_t find_series(struct split *split, const size_t *jobs, size_t count, size_t *cuts)
{
	enum { SET_MAX = 2048 };
	size_t words = (count + 63) / 64, found = 0, shared = count;
	uint64_t *before;

	if (count > SET_MAX)
		return 0;
	before = mem_alloc(words * count * sizeof(*before));
	find_before(split->graph, jobs, count, before, words);
	for (size_t i = count - 1; i > 0; i--) {
		size_t ones = leading_ones(before + i * words, words);

		if (ones < shared)
			shared = ones;
		if (shared >= i)
			cuts[found++] = i;
	}
	mem_free(before);
	return found;
}

/* A set that cannot be cut: in series, its parts one after the other; else what inside_order()
 * finds. */
static void add_undivided(struct split *split, size_t first, size_t count)
{
	const size_t *jobs = split->jobs + first;
	size_t *cuts = split->scratch, end = count;
	size_t found = count > 1 ? find_series(split, jobs, count, cuts) : 0;

	if (!found) {
		add_string(
			split, inside_order(split->arena, split->graph, jobs, count, split->total));
		return;
	}
	add_task(split, STEP_JOIN, split->run.count, 0);
	for (size_t i = 0; i <= found; i++) {
		size_t begin = i < found ? cuts[i] : 0;

		add_task(split, STEP_SET, first + begin, end - begin);
		end = begin;
	}
}

/* Whether each job alone has the ratio of all of them together. */
static bool is_alike(
	const struct graph *graph, const size_t *jobs, size_t count, int64_t weight, int64_t effort)
{
	for (size_t i = 0; i < count; i++) {
		if (graph->weight[jobs[i]] * effort != graph->effort[jobs[i]] * weight)
			return false;
	}
	return true;
}

/* Puts those first that beat the ratio of all, in their order; returns how many. Where every job
 * has that ratio any closed part would do, and the first job requires none of the others: no flow
 * has to say so. Checklists without figures of their own are like that. */
static size_t cut(struct split *split, size_t *jobs, size_t count)
{
	const struct graph *graph = split->graph;
	int64_t weight = 0, effort = 0;
	size_t in = 0, out = 0;
	bool *chosen;

	for (size_t i = 0; i < count; i++) {
		weight += graph->weight[jobs[i]];
		effort += graph->effort[jobs[i]];
	}
	if (is_alike(graph, jobs, count, weight, effort))
		return 1;
	chosen = mem_alloc(count * sizeof(*chosen));
	closure_find(graph, jobs, count, weight, effort, true, chosen);
	for (size_t i = 0; i < count; i++) {
		if (chosen[i])
			jobs[in++] = jobs[i];
		else
			split->scratch[out++] = jobs[i];
	}
	memcpy(jobs + in, split->scratch, out * sizeof(*jobs));
	mem_free(chosen);
	return in;
}

/* Jobs that are all linked: cut at their own ratio, unless they are a tree. */
static void split_linked(struct split *split, size_t first, size_t count)
{
	size_t *jobs = split->jobs + first, in;
	struct string_run tree;

	if (tree_order(split->arena, split->graph, jobs, count, &tree)) {
		for (size_t i = 0; i < tree.count; i++)
			add_string(split, tree.strings[i]);
		return;
	}
	in = cut(split, jobs, count);
	if (in == 0 || in == count) {
		add_undivided(split, first, count);
		return;
	}
	add_task(split, STEP_SET, first + in, count - in);
	add_task(split, STEP_SET, first, in);
}

static void merge_strings(struct split *split, size_t first)
{
	qsort(split->run.strings + first, split->run.count - first, sizeof(*split->run.strings),
		compare_string_values);
}

static void replace_by_one(struct split *split, size_t first)
{
	struct string joined =
		join_strings(split->arena, split->run.strings + first, split->run.count - first);

	split->run.count = first;
	add_string(split, joined);
}

static void do_task(struct split *split, const struct task *task)
{
	switch (task->step) {
	case STEP_SET:
		split_set(split, task->first, task->count);
		break;
	case STEP_LINKED:
		split_linked(split, task->first, task->count);
		break;
	case STEP_MERGE:
		merge_strings(split, task->first);
		break;
	case STEP_JOIN:
		replace_by_one(split, task->first);
		break;
	}
}

/* No two tasks share a job, and each set that falls apart adds one that merges or joins: so there
 * are never more than three for each job; and never more strings than jobs. */
struct string_run sidney_order(
	struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count)
{
	struct arena *scratch = arena_new();
	struct split split = { .arena = arena,
		.graph = graph,
		.total = graph->hasty ? SIZE_MAX : count,
		.run = { .strings = ARENA_ARRAY(arena, struct string, count) },
		.jobs = ARENA_ARRAY(scratch, size_t, count),
		.scratch = ARENA_ARRAY(scratch, size_t, count),
		.mark = ARENA_ARRAY(scratch, size_t, graph->count),
		.tasks = ARENA_ARRAY(scratch, struct task, 3 * count) };

	memcpy(split.jobs, jobs, count * sizeof(*jobs));
	if (count)
		add_task(&split, STEP_SET, 0, count);
	while (split.task_count) {
		struct task task = split.tasks[--split.task_count];

		do_task(&split, &task);
	}
	arena_free(scratch);
	return split.run;
}
