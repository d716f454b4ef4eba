/* SPDX-License-Identifier: MIT
 *
 * Divide and conquer. Jobs that nothing links fall into components, ordered apart and merged by
 * ratio. A component that is a tree is done; another is cut at its own ratio: the initial set that
 * beats it comes first, and both parts are cut again. What cannot be cut is one set: if all of one
 * part must come before all of another its order is that of the parts, otherwise inside_order()
 * finds one. */
#include "jalon/plan/sidney.h"

#include <stdlib.h>
#include <string.h>

struct split {
	struct arena *arena;
	const struct graph *graph;
	size_t total;
	struct string_run run;
	size_t room;
	size_t *mark; /* by job: which call's set it is in */
	size_t calls;
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
	if (split->run.count == split->room) {
		size_t room = split->room ? split->room * 2 : 16;
		struct string *strings = ARENA_ARRAY(split->arena, struct string, room);

		if (split->run.count)
			memcpy(strings, split->run.strings, split->run.count * sizeof(*strings));
		split->run.strings = strings;
		split->room = room;
	}
	string.sequence = split->run.count;
	split->run.strings[split->run.count++] = string;
}

/* Several strings as one, in their order. */
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

static void split_set(struct split *split, const size_t *jobs, size_t count);
static void split_linked(struct split *split, const size_t *jobs, size_t count);

/* Ordered as a set of its own, with the strings it makes. */
static struct string_run order_part(struct split *split, const size_t *jobs, size_t count)
{
	struct split part = { .arena = split->arena,
		.graph = split->graph,
		.total = split->total,
		.mark = split->mark,
		.calls = split->calls };

	split_set(&part, jobs, count);
	split->calls = part.calls;
	return part.run;
}

/* The parts of `jobs` where `chosen` is, and is not. */
static void part_jobs(struct arena *arena, const size_t *jobs, size_t count, const bool *chosen,
	size_t **in, size_t *in_count, size_t **out, size_t *out_count)
{
	*in = ARENA_ARRAY(arena, size_t, count);
	*out = ARENA_ARRAY(arena, size_t, count);
	*in_count = *out_count = 0;
	for (size_t i = 0; i < count; i++) {
		if (chosen[i])
			(*in)[(*in_count)++] = jobs[i];
		else
			(*out)[(*out_count)++] = jobs[i];
	}
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

/* Components apart, and all their strings merged by ratio; false when there is but one. */
static bool split_components(struct split *split, const size_t *jobs, size_t count)
{
	size_t inside = ++split->calls, first_number = split->calls + 1, components;
	size_t *queue = mem_alloc(count * sizeof(*queue));
	size_t *start, *sorted, first = split->run.count;

	for (size_t i = 0; i < count; i++)
		split->mark[jobs[i]] = inside;
	for (size_t i = 0; i < count; i++) {
		if (split->mark[jobs[i]] == inside)
			mark_component(
				split->graph, jobs[i], ++split->calls, inside, split->mark, queue);
	}
	mem_free(queue);
	components = split->calls + 1 - first_number;
	if (components == 1)
		return false;
	start = ARENA_ARRAY(split->arena, size_t, components + 1);
	sorted = ARENA_ARRAY(split->arena, size_t, count);
	for (size_t i = 0; i < count; i++)
		start[split->mark[jobs[i]] - first_number + 1]++;
	for (size_t i = 0; i < components; i++)
		start[i + 1] += start[i];
	for (size_t i = 0; i < count; i++)
		sorted[start[split->mark[jobs[i]] - first_number]++] = jobs[i];
	for (size_t i = 0; i < components; i++) {
		size_t begin = i ? start[i - 1] : 0;

		split_linked(split, sorted + begin, start[i] - begin);
	}
	qsort(split->run.strings + first, split->run.count - first, sizeof(*split->run.strings),
		compare_string_values);
	return true;
}

/* What comes before each job, as bits by place; `words` words each. */
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
static void add_undivided(struct split *split, const size_t *jobs, size_t count)
{
	size_t *cuts = ARENA_ARRAY(split->arena, size_t, count), begin = 0;
	size_t found = count > 1 ? find_series(split, jobs, count, cuts) : 0;
	struct string *parts = ARENA_ARRAY(split->arena, struct string, found + 1);

	if (!found) {
		add_string(
			split, inside_order(split->arena, split->graph, jobs, count, split->total));
		return;
	}
	for (size_t i = 0; i <= found; i++) {
		size_t end = i < found ? cuts[found - 1 - i] : count;
		struct string_run part = order_part(split, jobs + begin, end - begin);

		parts[i] = join_strings(split->arena, part.strings, part.count);
		begin = end;
	}
	add_string(split, join_strings(split->arena, parts, found + 1));
}

/* Jobs that are all linked: cut at their own ratio, unless they are a tree. */
static void split_linked(struct split *split, const size_t *jobs, size_t count)
{
	size_t *in, *out, in_count = 0, out_count = 0;
	int64_t weight = 0, effort = 0;
	struct string_run tree;
	bool *chosen;

	if (tree_order(split->arena, split->graph, jobs, count, &tree)) {
		for (size_t i = 0; i < tree.count; i++)
			add_string(split, tree.strings[i]);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		weight += split->graph->weight[jobs[i]];
		effort += split->graph->effort[jobs[i]];
	}
	chosen = mem_alloc(count * sizeof(*chosen));
	closure_find(split->graph, jobs, count, weight, effort, true, chosen);
	for (size_t i = 0; i < count; i++)
		in_count += chosen[i];
	if (in_count == 0 || in_count == count) {
		mem_free(chosen);
		add_undivided(split, jobs, count);
		return;
	}
	part_jobs(split->arena, jobs, count, chosen, &in, &in_count, &out, &out_count);
	mem_free(chosen);
	split_set(split, in, in_count);
	split_set(split, out, out_count);
}

static void split_set(struct split *split, const size_t *jobs, size_t count)
{
	if (count && !split_components(split, jobs, count))
		split_linked(split, jobs, count);
}

struct string_run sidney_order(
	struct arena *arena, const struct graph *graph, const size_t *jobs, size_t count)
{
	struct split split = { .arena = arena,
		.graph = graph,
		.total = graph->hasty ? SIZE_MAX : count,
		.mark = ARENA_ARRAY(arena, size_t, graph->count) };

	split_set(&split, jobs, count);
	return split.run;
}
