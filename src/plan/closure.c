/* SPDX-License-Identifier: MIT
 *
 * The initial set of greatest profit is a minimum cut (Picard 1976). The source feeds each job of
 * positive profit through a pipe of that width, each job of negative profit drains into the sink
 * likewise, and a job drags along what it requires through pipes without limit. A cut that parts
 * source from sink for a finite price takes, with each job on the source's side, all that it
 * requires: it is an initial set. Its price is the profits left out and the losses taken in, so
 * that all profits less the price is the profit of the set, and the cheapest cut is the best set.
 *
 * By the theorem of Ford and Fulkerson the cheapest cut is where the greatest flow is stuck: what
 * the source still reaches through pipes with room left is the smallest of the cheapest cuts.
 *
 * The flow is Dinic's (1970). Nodes get levels, by how many pipes with room they are away from the
 * source; paths are filled along rising levels until none is left; then levels are found anew. Each
 * time the sink has moved further away, so that this ends after at most as many rounds as there are
 * nodes; most often it takes a few.
 *
 * Asked at a set's own ratio, all of it has profit 0, and so has the empty set: when nothing does
 * better the answer says only that no part beats the whole. It may still fall into parts that do
 * equally well, and two small sets are solved and bounded better than a large one. Such parts are
 * cheapest cuts as well, and these are just the sets that no pipe with room leads out of (Picard
 * and Queyranne 1980): the largest one is what cannot reach the sink, and where that is all, what
 * some job reaches is one, too. */
#include "plan/closure.h"

#include <string.h>

struct pipe {
	size_t to;
	int64_t room;
};

struct network {
	size_t node_count, source, sink;
	struct pipe *pipes; /* a pipe and the one back are neighbours: 2k and 2k + 1 */
	size_t pipe_count;
	size_t *start, *of_node; /* pipes of each node */
	size_t *next;            /* the next pipe to try */
	int *level;
	size_t *queue, *path;
};

static const int64_t without_limit = INT64_MAX / 4;

/* The pipe back has no room until something flows: then that much can be undone. */
static void add_pipe(struct network *network, size_t from, size_t to, int64_t room)
{
	network->pipes[network->pipe_count++] = (struct pipe){ to, room };
	network->pipes[network->pipe_count++] = (struct pipe){ from, 0 };
}

/* Pipes sorted by the node they leave: the one back of a pipe says where it came from. */
static void index_pipes(struct network *network, struct arena *arena)
{
	size_t *fill;

	network->start = ARENA_ARRAY(arena, size_t, network->node_count + 1);
	network->of_node = ARENA_ARRAY(arena, size_t, network->pipe_count);
	for (size_t i = 0; i < network->pipe_count; i++)
		network->start[network->pipes[i ^ 1].to + 1]++;
	for (size_t i = 0; i < network->node_count; i++)
		network->start[i + 1] += network->start[i];
	fill = ARENA_ARRAY(arena, size_t, network->node_count);
	memcpy(fill, network->start, network->node_count * sizeof(*fill));
	for (size_t i = 0; i < network->pipe_count; i++)
		network->of_node[fill[network->pipes[i ^ 1].to]++] = i;
	network->next = ARENA_ARRAY(arena, size_t, network->node_count);
	network->level = ARENA_ARRAY(arena, int, network->node_count);
	network->queue = ARENA_ARRAY(arena, size_t, network->node_count);
	network->path = ARENA_ARRAY(arena, size_t, network->node_count);
}

/* Levels from the source through pipes with room left; 0 for what it does not reach. */
static void find_levels(struct network *network)
{
	size_t head = 0, tail = 0;

	memset(network->level, 0, network->node_count * sizeof(*network->level));
	network->level[network->source] = 1;
	network->queue[tail++] = network->source;
	while (head < tail) {
		size_t node = network->queue[head++];

		for (size_t i = network->start[node]; i < network->start[node + 1]; i++) {
			const struct pipe *pipe = &network->pipes[network->of_node[i]];

			if (pipe->room > 0 && !network->level[pipe->to]) {
				network->level[pipe->to] = network->level[node] + 1;
				network->queue[tail++] = pipe->to;
			}
		}
	}
}

/* One way from source to sink along rising levels, as pipes in `path`; its length, or 0. It is
 * walked with the path in hand, not by calls, since requirements may be thousands deep. */
static size_t find_path(struct network *network)
{
	size_t node = network->source, len = 0;

	while (node != network->sink) {
		bool found = false;

		for (; network->next[node] < network->start[node + 1]; network->next[node]++) {
			size_t index = network->of_node[network->next[node]];
			const struct pipe *pipe = &network->pipes[index];

			if (pipe->room > 0 &&
				network->level[pipe->to] == network->level[node] + 1) {
				network->path[len++] = index;
				node = pipe->to;
				found = true;
				break;
			}
		}
		if (found)
			continue;
		if (node == network->source)
			return 0;
		/* A dead end: back one step, and past that pipe. */
		node = network->pipes[network->path[--len] ^ 1].to;
		network->next[node]++;
	}
	return len;
}

/* As much as the narrowest pipe of the path allows. */
static void push_path(struct network *network, size_t len)
{
	int64_t room = without_limit;

	for (size_t i = 0; i < len; i++) {
		if (network->pipes[network->path[i]].room < room)
			room = network->pipes[network->path[i]].room;
	}
	for (size_t i = 0; i < len; i++) {
		network->pipes[network->path[i]].room -= room;
		network->pipes[network->path[i] ^ 1].room += room;
	}
}

/* Within a round a pipe that led nowhere is never tried again, since `next` only moves on: a round
 * costs a look at each pipe, and a walk along each path that it finds. */
static void run_flow(struct network *network)
{
	size_t len;

	for (find_levels(network); network->level[network->sink]; find_levels(network)) {
		memcpy(network->next, network->start, network->node_count * sizeof(*network->next));
		while ((len = find_path(network)) > 0)
			push_path(network, len);
	}
}

/* Backwards from the sink, what can still drain into it; the rest is a set of sum 0, the largest.
 */
static bool find_tight(struct network *network, size_t count, bool *chosen)
{
	size_t head = 0, tail = 0, kept = 0;

	memset(network->level, 0, network->node_count * sizeof(*network->level));
	network->level[network->sink] = 1;
	network->queue[tail++] = network->sink;
	while (head < tail) {
		size_t node = network->queue[head++];

		for (size_t i = network->start[node]; i < network->start[node + 1]; i++) {
			size_t index = network->of_node[i];
			size_t from = network->pipes[index].to;

			if (network->pipes[index ^ 1].room > 0 && !network->level[from]) {
				network->level[from] = 1;
				network->queue[tail++] = from;
			}
		}
	}
	for (size_t i = 0; i < count; i++)
		kept += chosen[i] = !network->level[i];
	return kept > 0 && kept < count;
}

/* With nothing that drains: what one job drags along is such a set too. Of a few jobs only, since
 * each costs a look at all; the first ones require least. */
static void find_dragged(struct network *network, size_t count, bool *chosen)
{
	enum { TRIES = 8 };

	for (size_t start = 0; start < count && start < TRIES; start++) {
		size_t head = 0, tail = 0, kept = 0;

		memset(network->level, 0, network->node_count * sizeof(*network->level));
		network->level[network->source] = 1;
		network->level[start] = 1;
		network->queue[tail++] = start;
		while (head < tail) {
			size_t node = network->queue[head++];

			for (size_t i = network->start[node]; i < network->start[node + 1]; i++) {
				const struct pipe *pipe = &network->pipes[network->of_node[i]];

				if (pipe->room > 0 && !network->level[pipe->to]) {
					network->level[pipe->to] = 1;
					network->queue[tail++] = pipe->to;
				}
			}
		}
		for (size_t i = 0; i < count; i++)
			kept += chosen[i] = network->level[i] != 0;
		if (kept < count && !network->level[network->sink])
			return;
	}
	memset(chosen, 0, count * sizeof(*chosen));
}

static size_t count_edges(
	const struct graph *graph, const size_t *jobs, size_t count, const size_t *place)
{
	size_t edges = 0;

	for (size_t i = 0; i < count; i++) {
		for (size_t k = graph->before_start[jobs[i]]; k < graph->before_start[jobs[i] + 1];
			k++)
			edges += place[graph->before[k]] != 0;
	}
	return edges;
}

/* Only requirements inside the set count: those outside are done by then, or wait for it. */
static void build_network(struct network *network, struct arena *arena, const struct graph *graph,
	const size_t *jobs, size_t count, int64_t of_weight, int64_t of_effort)
{
	const size_t *place = graph->place;

	network->pipes = ARENA_ARRAY(
		arena, struct pipe, 2 * (count + count_edges(graph, jobs, count, place)));
	for (size_t i = 0; i < count; i++) {
		int64_t profit =
			graph->weight[jobs[i]] * of_effort - graph->effort[jobs[i]] * of_weight;

		if (profit > 0)
			add_pipe(network, network->source, i, profit);
		else
			add_pipe(network, i, network->sink, -profit);
		for (size_t k = graph->before_start[jobs[i]]; k < graph->before_start[jobs[i] + 1];
			k++) {
			if (place[graph->before[k]])
				add_pipe(network, i, place[graph->before[k]] - 1, without_limit);
		}
	}
	index_pipes(network, arena);
}

/* After the last round `level` is not 0 for just what the source still reaches: the answer is read
 * off from the search that found no way. */
int64_t closure_find(const struct graph *graph, const size_t *jobs, size_t count, int64_t of_weight,
	int64_t of_effort, bool tight, bool *chosen)
{
	struct network network = { .node_count = count + 2, .source = count, .sink = count + 1 };
	struct arena *arena = arena_new();
	int64_t best = 0;

	for (size_t i = 0; i < count; i++)
		graph->place[jobs[i]] = i + 1;
	build_network(&network, arena, graph, jobs, count, of_weight, of_effort);
	for (size_t i = 0; i < count; i++)
		graph->place[jobs[i]] = 0;
	run_flow(&network);
	for (size_t i = 0; i < count; i++) {
		chosen[i] = network.level[i] != 0;
		if (chosen[i])
			best += graph->weight[jobs[i]] * of_effort -
				graph->effort[jobs[i]] * of_weight;
	}
	if (best == 0 && tight && !find_tight(&network, count, chosen))
		find_dragged(&network, count, chosen);
	arena_free(arena);
	return best;
}
