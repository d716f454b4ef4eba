/* SPDX-License-Identifier: MIT */
#include "jalon/model/kept_conflict.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/natural.h"

int kept_conflict_compare(const struct kept_conflict *a, const struct kept_conflict *b)
{
	int order = natural_compare(a->subject, b->subject);

	if (!order)
		order = (int)a->field - (int)b->field;
	if (!order)
		order = strcmp(a->name, b->name);
	if (!order)
		order = strcmp(a->theirs, b->theirs);
	if (!order)
		order = strcmp(a->ours, b->ours);
	return order;
}

static int compare_conflicts(const void *a, const void *b)
{
	return kept_conflict_compare(a, b);
}

void kept_conflicts_sort(struct kept_conflict *conflicts, size_t count)
{
	if (count)
		qsort(conflicts, count, sizeof(*conflicts), compare_conflicts);
}

bool kept_conflict_equals(const struct kept_conflict *a, const struct kept_conflict *b)
{
	if (!a || !b)
		return a == b;
	return kept_conflict_compare(a, b) == 0 && strcmp(a->by, b->by) == 0 &&
	       a->at_utc == b->at_utc &&
	       strcmp(a->extra ? a->extra : "", b->extra ? b->extra : "") == 0;
}

struct kept_conflict *kept_conflict_copy(struct arena *arena, const struct kept_conflict *conflict)
{
	struct kept_conflict *copy;

	if (!conflict)
		return NULL;
	copy = ARENA_NEW(arena, struct kept_conflict);
	*copy = (struct kept_conflict){ .subject = arena_copy(arena, conflict->subject),
		.field = conflict->field,
		.name = arena_copy(arena, conflict->name),
		.ours = arena_copy(arena, conflict->ours),
		.theirs = arena_copy(arena, conflict->theirs),
		.by = arena_copy(arena, conflict->by),
		.at_utc = conflict->at_utc,
		.extra = conflict->extra ? arena_copy(arena, conflict->extra) : NULL };
	return copy;
}

bool kept_conflict_is_open(const struct organisation *org, const struct kept_conflict *conflict)
{
	return conflict->field < FIELD_COUNT &&
	       subject_find(org, conflict->subject, (enum field)conflict->field);
}

size_t organisation_open_conflicts(const struct organisation *org)
{
	size_t count = 0;

	for (size_t i = 0; i < org->conflict_count; i++)
		count += kept_conflict_is_open(org, &org->conflicts[i]);
	return count;
}

bool organisation_has_conflict(
	const struct organisation *org, const char *subject, enum field field)
{
	for (size_t i = 0; i < org->conflict_count; i++) {
		if (org->conflicts[i].field == (int)field &&
			strcmp(org->conflicts[i].subject, subject) == 0)
			return true;
	}
	return false;
}

static bool is_held(const struct organisation *org, const struct kept_conflict *conflict)
{
	for (size_t i = 0; i < org->conflict_count; i++) {
		const struct kept_conflict *one = &org->conflicts[i];

		if (strcmp(one->subject, conflict->subject) == 0 &&
			strcmp(one->name, conflict->name) == 0 &&
			strcmp(one->theirs, conflict->theirs) == 0)
			return true;
	}
	return false;
}

size_t organisation_new_conflicts(
	const struct organisation *merged, const struct organisation *ours)
{
	size_t count = 0;

	for (size_t i = 0; i < merged->conflict_count; i++)
		count += !is_held(ours, &merged->conflicts[i]);
	return count;
}
