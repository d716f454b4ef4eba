/* SPDX-License-Identifier: MIT */
#include "model/ranges.h"

#include <stdlib.h>
#include <string.h>

static int compare_ranges(const void *a, const void *b)
{
	const struct day_range *one = a, *other = b;

	return one->first != other->first
		       ? (one->first > other->first) - (one->first < other->first)
		       : (one->last > other->last) - (one->last < other->last);
}

/* In order, and as one where one goes on or touches the next: the same days have one text. */
static size_t ranges_join(struct day_range *ranges, size_t count)
{
	size_t joined = 0;

	qsort(ranges, count, sizeof(*ranges), compare_ranges);
	for (size_t i = 0; i < count; i++) {
		if (joined && ranges[i].first <= ranges[joined - 1].last + 1) {
			if (ranges[i].last > ranges[joined - 1].last)
				ranges[joined - 1].last = ranges[i].last;
		} else {
			ranges[joined++] = ranges[i];
		}
	}
	return joined;
}

bool ranges_parse(const char *text, struct arena *arena, struct day_range_list *list)
{
	enum { DAY_TEXT_LEN = 10 }; /* none is shorter */
	struct day_range *ranges =
		ARENA_ARRAY(arena, struct day_range, strlen(text) / DAY_TEXT_LEN + 1);
	size_t count = 0;

	for (;;) {
		size_t len = strcspn(text, ",");
		const char *from = text + strspn(text, " "), *to = text + len;

		while (to > from && to[-1] == ' ')
			to--;
		if (!day_range_parse(
			    arena_copy_len(arena, from, from < to ? (size_t)(to - from) : 0),
			    &ranges[count++]))
			return false;
		if (!text[len])
			break;
		text += len + 1;
	}
	*list = (struct day_range_list){ ranges, ranges_join(ranges, count) };
	return true;
}

const char *ranges_format(struct day_range_list list, struct arena *arena)
{
	char *text = arena_alloc(arena, list.count * DAY_RANGE_TEXT_SIZE + 1), *at = text;

	for (size_t i = 0; i < list.count; i++) {
		if (i)
			*at++ = ',';
		day_range_format(at, list.ranges[i]);
		at += strlen(at);
	}
	return text;
}
