/* SPDX-License-Identifier: MIT
 *
 * heap: of numbers still to be taken, the least first.
 *
 * For     whatever takes the first of several in an order known beforehand, as its places in it:
 *         jobs by id, by return, nodes by turn.
 * Owner   the array is the caller's, with room for all that is in it at once; *count is how many.
 * Errors  none; nothing is taken out of an empty one.
 * Source  Williams 1964: each number is no less than the one at half its place, so that the least
 *         stands first and a change costs the logarithm of the count. */
#ifndef JALON_PLAN_HEAP_H
#define JALON_PLAN_HEAP_H

#include <stddef.h>

void heap_push(size_t *heap, size_t *count, size_t number);
size_t heap_pop(size_t *heap, size_t *count);

#endif
