/* SPDX-License-Identifier: MIT
 *
 * A side whose values are those of the base has nothing to say. Where both have: a value stays if
 * both have it, if it is new, or if it is the one that its side chose; what was in the base and is
 * gone from the other side was turned down there. */
#include "model/contest.h"

#include <stdlib.h>
#include <string.h>

static bool same(struct string_list a, struct string_list b)
{
	for (size_t i = 0; i < a.count; i++) {
		if (!string_list_has(b, a.texts[i]))
			return false;
	}
	for (size_t i = 0; i < b.count; i++) {
		if (!string_list_has(a, b.texts[i]))
			return false;
	}
	return true;
}

static bool stays(const char *value, struct string_list side, struct string_list other,
	struct string_list base)
{
	return string_list_has(other, value) || !string_list_has(base, value) || side.count == 1;
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All but the first value of the list wait. */
static struct contest make(struct arena *arena, struct string_list values, const char *standing)
{
	const char **rivals = ARENA_ARRAY(arena, const char *, values.count + 1);
	size_t count = 0;

	for (size_t i = 0; i < values.count; i++) {
		if (strcmp(values.texts[i], standing) != 0 &&
			!string_list_has((struct string_list){ rivals, count }, values.texts[i]))
			rivals[count++] = values.texts[i];
	}
	qsort(rivals, count, sizeof(*rivals), compare_texts);
	return (struct contest){ standing, { rivals, count } };
}

struct contest contest_decide(struct arena *arena, struct string_list base, struct string_list ours,
	struct string_list theirs)
{
	const char **values;
	size_t count = 0;
	struct string_list left;

	if (same(ours, base))
		return make(arena, theirs, theirs.texts[0]);
	if (same(theirs, base) || same(ours, theirs))
		return make(arena, ours, ours.texts[0]);
	values = ARENA_ARRAY(arena, const char *, ours.count + theirs.count);
	for (size_t i = 0; i < ours.count; i++) {
		if (stays(ours.texts[i], ours, theirs, base))
			values[count++] = ours.texts[i];
	}
	for (size_t i = 0; i < theirs.count; i++) {
		if (stays(theirs.texts[i], theirs, ours, base))
			values[count++] = theirs.texts[i];
	}
	left = (struct string_list){ values, count };
	if (count == 0 || string_list_has(left, ours.texts[0]))
		return make(arena, left, ours.texts[0]);
	return make(arena, left,
		string_list_has(left, theirs.texts[0]) ? theirs.texts[0] : left.texts[0]);
}

struct contest contest_put_first(
	struct arena *arena, const struct contest *contest, const char *standing)
{
	const char **values = ARENA_ARRAY(arena, const char *, contest->rivals.count + 1);

	for (size_t i = 0; i < contest->rivals.count; i++)
		values[i] = contest->rivals.texts[i];
	values[contest->rivals.count] = contest->standing;
	return make(arena, (struct string_list){ values, contest->rivals.count + 1 }, standing);
}
