/* SPDX-License-Identifier: MIT */
#include "model/merge_lists.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/natural.h"
#include "jalon/model/object.h"

static bool same(struct string_list a, struct string_list b)
{
	for (size_t i = 0; i < a.count && i < b.count; i++) {
		if (strcmp(a.texts[i], b.texts[i]) != 0)
			return false;
	}
	return a.count == b.count;
}

struct string_list merge_order(struct arena *arena, struct string_list base,
	struct string_list ours, struct string_list theirs)
{
	const struct string_list sides[3] = { base, ours, theirs };
	struct string_list first = same(ours, base)                           ? theirs
				   : same(theirs, base) || same(ours, theirs) ? ours
									      : base;
	const char **keys =
		ARENA_ARRAY(arena, const char *, base.count + ours.count + theirs.count + 1);
	size_t count = 0, sorted;

	for (size_t i = 0; i < first.count; i++)
		keys[count++] = first.texts[i];
	sorted = count;
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < sides[i].count; k++) {
			if (!string_list_has(
				    (struct string_list){ keys, count }, sides[i].texts[k]))
				keys[count++] = sides[i].texts[k];
		}
	}
	qsort(keys + sorted, count - sorted, sizeof(*keys), natural_compare_elements);
	return (struct string_list){ keys, count };
}

struct string_list merge_sets(struct arena *arena, struct string_list base, struct string_list ours,
	struct string_list theirs)
{
	const char **ids = ARENA_ARRAY(arena, const char *, ours.count + theirs.count + 1);
	size_t count = 0;

	if (same(ours, base))
		return theirs;
	if (same(theirs, base) || same(ours, theirs))
		return ours;
	for (size_t i = 0; i < ours.count; i++) {
		if (string_list_has(theirs, ours.texts[i]) || !string_list_has(base, ours.texts[i]))
			ids[count++] = ours.texts[i];
	}
	for (size_t i = 0; i < theirs.count; i++) {
		if (!string_list_has(ours, theirs.texts[i]) &&
			!string_list_has(base, theirs.texts[i]))
			ids[count++] = theirs.texts[i];
	}
	qsort(ids, count, sizeof(*ids), natural_compare_elements);
	return (struct string_list){ ids, count };
}

static bool notes_same(struct note_list a, struct note_list b)
{
	for (size_t i = 0; i < a.count && i < b.count; i++) {
		if (!object_equals(OBJECT_NOTE, &a.notes[i], &b.notes[i]))
			return false;
	}
	return a.count == b.count;
}

static size_t count_alike(struct note_list list, const struct note *note)
{
	size_t count = 0;

	for (size_t i = 0; i < list.count; i++)
		count += object_equals(OBJECT_NOTE, &list.notes[i], note);
	return count;
}

/* How often it is to be there: somebody took it back, or somebody wrote it again. */
static size_t count_wanted(struct note_list base, struct note_list ours, struct note_list theirs,
	const struct note *note)
{
	size_t in_base = count_alike(base, note);
	size_t in_ours = count_alike(ours, note), in_theirs = count_alike(theirs, note);
	bool taken_back = in_ours < in_base || in_theirs < in_base;

	return (in_ours > in_theirs) == taken_back ? in_theirs : in_ours;
}

static int compare_notes(const void *a, const void *b)
{
	const struct note *one = a, *other = b;
	int order = (one->at_utc > other->at_utc) - (one->at_utc < other->at_utc);

	if (!order)
		order = strcmp(one->by, other->by);
	if (!order)
		order = strcmp(one->text, other->text);
	if (!order)
		order = strcmp(one->extra ? one->extra : "", other->extra ? other->extra : "");
	return order;
}

struct note_list merge_notes(
	struct arena *arena, struct note_list base, struct note_list ours, struct note_list theirs)
{
	const struct note_list sides[3] = { base, ours, theirs };
	struct note *notes =
		ARENA_ARRAY(arena, struct note, base.count + ours.count + theirs.count + 1);
	size_t count = 0, of_base = 0;

	if (notes_same(ours, base))
		return theirs;
	if (notes_same(theirs, base) || notes_same(ours, theirs))
		return ours;
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < sides[i].count; k++) {
			const struct note *note = &sides[i].notes[k];

			if (count_alike((struct note_list){ notes, count }, note) <
				count_wanted(base, ours, theirs, note))
				notes[count++] = *note;
		}
		if (i == 0)
			of_base = count;
	}
	qsort(notes + of_base, count - of_base, sizeof(*notes), compare_notes);
	return (struct note_list){ notes, count };
}
