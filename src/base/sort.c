/* SPDX-License-Identifier: MIT */
#include "jalon/base/sort.h"

#include <stdlib.h>

void sort_array(void *items, size_t count, size_t item_size,
	int (*compare)(const void *one, const void *other))
{
	const char *item = items;

	for (size_t i = 1; i < count; i++, item += item_size) {
		if (compare(item, item + item_size) > 0) {
			qsort(items, count, item_size, compare);
			return;
		}
	}
}
