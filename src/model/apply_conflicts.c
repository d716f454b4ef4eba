/* SPDX-License-Identifier: MIT
 *
 * A conflict ends before the value is set that ends it, so that both taken back in turn leave it
 * as it was: the value first, which then ends nothing, and the conflict behind it. */
#include "model/apply_conflicts.h"

#include <string.h>

#include "jalon/text/errors.h"
#include "jalon/model/kept_conflict.h"

static size_t find(const struct organisation *org, const struct kept_conflict *wanted)
{
	size_t at = 0;

	while (at < org->conflict_count && !kept_conflict_equals(&org->conflicts[at], wanted))
		at++;
	return at;
}

/* The list may be the snapshot's: what is changed is a copy. */
static void put_list(struct apply *apply, struct kept_conflict *conflicts, size_t count)
{
	kept_conflicts_sort(conflicts, count);
	apply->org->conflicts = conflicts;
	apply->org->conflict_count = count;
	organisation_join_conflicts(apply->org);
}

static void add(struct apply *apply, const struct kept_conflict *added)
{
	size_t count = apply->org->conflict_count;
	struct kept_conflict *conflicts =
		ARENA_ARRAY(apply->arena, struct kept_conflict, count + 1);

	if (count)
		memcpy(conflicts, apply->org->conflicts, count * sizeof(*conflicts));
	conflicts[count] = *kept_conflict_copy(apply->arena, added);
	put_list(apply, conflicts, count + 1);
}

static void end(struct apply *apply, size_t at)
{
	const struct organisation *org = apply->org;
	struct kept_conflict *conflicts =
		ARENA_ARRAY(apply->arena, struct kept_conflict, org->conflict_count);
	const struct value from = { .text = "", .kept = &org->conflicts[at] }, none = VALUE_NONE;
	size_t count = 0;

	for (size_t i = 0; i < org->conflict_count; i++) {
		if (i != at)
			conflicts[count++] = org->conflicts[i];
	}
	apply_note_change(apply, "", FIELD_CONFLICT, from, none);
	put_list(apply, conflicts, count);
}

bool apply_conflict(struct apply *apply, const struct change *change)
{
	const struct kept_conflict *from = change->from.kept, *to = change->to.kept;
	const struct value none = VALUE_NONE;
	size_t at = from ? find(apply->org, from) : 0;

	if (from && at == apply->org->conflict_count)
		return apply_refuse(apply, change, &none, MSG_CHANGED_MEANWHILE);
	if (from)
		end(apply, at);
	if (to && find(apply->org, to) == apply->org->conflict_count) {
		add(apply, to);
		apply_note_change(apply, "", FIELD_CONFLICT, none, change->to);
	}
	return true;
}

void apply_end_conflicts(struct apply *apply, const struct change *change)
{
	for (size_t i = apply->org->conflict_count; i-- > 0;) {
		const struct kept_conflict *conflict = &apply->org->conflicts[i];

		if (conflict->field == (int)change->field &&
			strcmp(conflict->subject, change->entry) == 0)
			end(apply, i);
	}
}

void apply_rename_conflicts(struct apply *apply, const char *subject, const char *renamed)
{
	const struct value none = VALUE_NONE;

	for (size_t i = apply->org->conflict_count; i-- > 0;) {
		struct kept_conflict moved = apply->org->conflicts[i];

		if (strcmp(moved.subject, subject) != 0)
			continue;
		end(apply, i);
		moved.subject = renamed;
		add(apply, &moved);
		apply_note_change(apply, "", FIELD_CONFLICT, none,
			(struct value){
				.text = "", .kept = kept_conflict_copy(apply->arena, &moved) });
	}
}

/* "a3"; "x@portail" and "service:portail"; "member:Inès". */
static bool is_about(const struct kept_conflict *conflict, enum object of, const char *key)
{
	struct subject subject = subject_of(conflict->subject);
	const char *service = strrchr(conflict->subject, '@');

	if (of == OBJECT_ACTION)
		return strcmp(conflict->subject, key) == 0;
	if (subject.of == of)
		return strcmp(subject.key, key) == 0;
	return of == OBJECT_SERVICE && subject.of == OBJECT_ENTRY && service &&
	       strcmp(service + 1, key) == 0;
}

void apply_end_conflicts_of(struct apply *apply, enum object of, const char *key)
{
	for (size_t i = apply->org->conflict_count; i-- > 0;) {
		if (is_about(&apply->org->conflicts[i], of, key))
			end(apply, i);
	}
}
