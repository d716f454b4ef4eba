/* SPDX-License-Identifier: MIT
 *
 * Three ways to be set aside: to stand on a circle of requirements, to require what nobody has, or
 * to require what is set aside.
 *
 * Circles are the strongly connected components (Tarjan 1972). A walk depth first numbers nodes as
 * it meets them. `low` of a node is the least number that can be reached from it among those whose
 * component is not closed yet; a node that reaches nothing earlier than itself is the first of its
 * component, and all that was met since, and is still open, is the rest of it. All of them name
 * each other, so that whoever reads one sees the whole circle. The path of the walk is an array,
 * since a file may hold a chain of ten thousand.
 *
 * Each node and each requirement is looked at a number of times that does not grow with the file:
 * shapes with many ways through few actions cost no more than others. */
#include "plan/aside.h"

#include <string.h>

#include "plan/graph.h"
#include "plan/heap.h"

static void set_aside(struct making *making, struct aside_list *list, struct aside row)
{
	list->rows[list->count++] = row;
	making->nodes[row.node].aside = list->count;
}

/* One walk over all nodes, of which each is met once. */
struct walk {
	struct making *making;
	struct aside_list *list;
	size_t *met, *low; /* by node: when it was met, from 1; the least that it reaches */
	bool *is_open;
	size_t *open, open_count;   /* in the order in which they were met */
	size_t *path, *next, depth; /* and of each on the path the requirement to look at next */
	size_t met_count;
};

/* A node is open from here until its component is closed. */
static void enter(struct walk *walk, size_t node)
{
	walk->met[node] = walk->low[node] = ++walk->met_count;
	walk->is_open[node] = true;
	walk->open[walk->open_count++] = node;
	walk->next[walk->depth] = 0;
	walk->path[walk->depth++] = node;
}

static bool requires_itself(const struct making *making, size_t node)
{
	for (size_t k = 0; k < making->nodes[node].require_count; k++) {
		if (making->nodes[node].requires[k] == node)
			return true;
	}
	return false;
}

/* A component of one is no circle, unless it requires itself. */
static void close_component(struct walk *walk, size_t root)
{
	struct making *making = walk->making;
	size_t first = walk->open_count, count;
	const char **ids;

	do
		walk->is_open[walk->open[--first]] = false;
	while (walk->open[first] != root);
	count = walk->open_count - first;
	walk->open_count = first;
	if (count == 1 && !requires_itself(making, root))
		return;
	ids = ARENA_ARRAY(making->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		ids[i] = making->nodes[walk->open[first + i]].entry->id;
	for (size_t i = 0; i < count; i++)
		set_aside(making, walk->list,
			(struct aside){ walk->open[first + i], true, { ids, count } });
}

/* `node` reaches what was met with that number. */
static void lower(struct walk *walk, size_t node, size_t number)
{
	if (number < walk->low[node])
		walk->low[node] = number;
}

/* The requirement that was followed last comes back here as the top of the path: what it reaches,
 * the one below it reaches as well. */
static void walk_from(struct walk *walk, size_t start)
{
	enter(walk, start);
	while (walk->depth) {
		size_t at = walk->path[walk->depth - 1];
		const struct node *node = &walk->making->nodes[at];
		size_t *next = &walk->next[walk->depth - 1], required;

		if (*next < node->require_count) {
			required = node->requires[(*next)++];
			if (!walk->met[required])
				enter(walk, required);
			else if (walk->is_open[required])
				lower(walk, at, walk->met[required]);
			continue;
		}
		if (walk->low[at] == walk->met[at])
			close_component(walk, at);
		if (--walk->depth)
			lower(walk, walk->path[walk->depth - 1], walk->low[at]);
	}
}

static void find_circles(struct making *making, struct aside_list *list)
{
	struct walk walk = { .making = making,
		.list = list,
		.met = ARENA_ARRAY(making->arena, size_t, making->count),
		.low = ARENA_ARRAY(making->arena, size_t, making->count),
		.is_open = ARENA_ARRAY(making->arena, bool, making->count),
		.open = ARENA_ARRAY(making->arena, size_t, making->count),
		.path = ARENA_ARRAY(making->arena, size_t, making->count),
		.next = ARENA_ARRAY(making->arena, size_t, making->count) };

	for (size_t i = 0; i < making->count; i++) {
		if (!walk.met[i])
			walk_from(&walk, i);
	}
}

/* Those that require each: the k-th of i is list[start[i] + k]. */
static size_t *list_dependents(const struct making *making, const size_t **list)
{
	size_t *start = ARENA_ARRAY(making->arena, size_t, making->count + 1), *required;

	for (size_t i = 0; i < making->count; i++)
		start[i + 1] = start[i] + making->nodes[i].require_count;
	required = ARENA_ARRAY(making->arena, size_t, start[making->count]);
	for (size_t i = 0; i < making->count; i++)
		memcpy(required + start[i], making->nodes[i].requires,
			making->nodes[i].require_count * sizeof(*required));
	return graph_turn_edges(making->arena, making->count, start, required, list);
}

struct spread {
	struct making *making;
	const size_t *start, *dependents;
	size_t *turns, turn_count; /* a heap */
	bool *has_turn;
};

/* What requires the node has its turn now: after `turn`, the next that is its own. */
static void give_turns(struct spread *spread, size_t node, size_t turn)
{
	size_t count = spread->making->count;

	for (size_t k = spread->start[node]; k < spread->start[node + 1]; k++) {
		size_t dependent = spread->dependents[k];
		size_t next = turn / count * count + dependent;

		if (!spread->has_turn[dependent] && !spread->making->nodes[dependent].aside)
			heap_push(spread->turns, &spread->turn_count,
				next < turn ? next + count : next);
		spread->has_turn[dependent] = true;
	}
}

/* For the same reason as the first of its requirements that is set aside. */
static struct aside follow(const struct making *making, const struct aside_list *list, size_t node)
{
	const size_t *requires = making->nodes[node].requires;
	struct aside row;

	while (!making->nodes[*requires].aside)
		requires++;
	row = list->rows[making->nodes[*requires].aside - 1];
	row.node = node;
	return row;
}

/* What requires something that is set aside is set aside as well. The list is the one that going
 * round over all nodes by id would make, until a round finds nothing more; but a node has its turn
 * in such a round only when something that it requires was set aside before, so that each has one,
 * and each requirement is looked at twice. */
static void spread(struct making *making, struct aside_list *list)
{
	const size_t *dependents, *start = list_dependents(making, &dependents);
	struct spread spread = { .making = making,
		.start = start,
		.dependents = dependents,
		.turns = ARENA_ARRAY(making->arena, size_t, making->count),
		.has_turn = ARENA_ARRAY(making->arena, bool, making->count) };

	for (size_t i = 0; i < making->count; i++) {
		if (making->nodes[i].aside)
			give_turns(&spread, i, 0);
	}
	while (spread.turn_count) {
		size_t turn = heap_pop(spread.turns, &spread.turn_count);
		size_t node = turn % making->count;

		set_aside(making, list, follow(making, list, node));
		give_turns(&spread, node, turn);
	}
}

struct aside_list aside_find(struct making *making)
{
	struct aside_list list = { ARENA_ARRAY(making->arena, struct aside, making->count), 0 };

	find_circles(making, &list);
	for (size_t i = 0; i < making->count; i++) {
		if (making->nodes[i].missing.count && !making->nodes[i].aside)
			set_aside(making, &list,
				(struct aside){ i, false, making->nodes[i].missing });
	}
	if (list.count)
		spread(making, &list);
	return list;
}
