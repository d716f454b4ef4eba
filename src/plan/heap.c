/* SPDX-License-Identifier: MIT */
#include "plan/heap.h"

/* From the end up, past all that are greater: each of those moves down by one step. */
void heap_push(size_t *heap, size_t *count, size_t number)
{
	size_t at = (*count)++;

	for (; at > 0 && heap[(at - 1) / 2] > number; at = (at - 1) / 2)
		heap[at] = heap[(at - 1) / 2];
	heap[at] = number;
}

/* The last one fills the hole, from the top down, past the lesser of each two below. */
size_t heap_pop(size_t *heap, size_t *count)
{
	size_t least = heap[0], last = heap[--*count], at = 0;

	for (;;) {
		size_t below = at * 2 + 1;

		if (below + 1 < *count && heap[below + 1] < heap[below])
			below++;
		if (below >= *count || heap[below] >= last)
			break;
		heap[at] = heap[below];
		at = below;
	}
	heap[at] = last;
	return least;
}
