/* SPDX-License-Identifier: MIT
 *
 * sort: qsort() for arrays that mostly are in order already.
 *
 * For     what comes from files that jalon wrote, which are sorted: to see that takes a comparison
 *         for each, where sorting takes several and a copy.
 * Owner   the array is the caller's, and may be NULL where the count is 0.
 * Errors  none. Equals that are in order stay as they are; else they end up in any order. */
#ifndef JALON_BASE_SORT_H
#define JALON_BASE_SORT_H

#include <stddef.h>

void sort_array(void *items, size_t count, size_t item_size,
	int (*compare)(const void *one, const void *other));

#endif
