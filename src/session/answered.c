/* SPDX-License-Identifier: MIT */
#include "jalon/session/answered.h"

#include <string.h>

void answered_init(struct answered *answered)
{
	*answered = (struct answered){ .arena = arena_new() };
}

void answered_release(struct answered *answered)
{
	arena_free(answered->arena);
}

static const struct change *find_status(const struct change_list *changes)
{
	for (size_t i = changes->count; i-- > 0;) {
		if (changes->changes[i].field == FIELD_STATUS)
			return &changes->changes[i];
	}
	return NULL;
}

static void keep(struct answered *answered, const struct change *change)
{
	change_list_add(&answered->changes, answered->arena,
		(struct change){ .entry = arena_copy(answered->arena, change->entry),
			.field = change->field,
			.from = value_copy(answered->arena, &change->from),
			.to = value_copy(answered->arena, &change->to) });
}

/* When to look again is asked once "not applicable" was said, and is part of that answer. */
static bool goes_with(const struct answered *answered, const struct change *change)
{
	return change->field == FIELD_REVIEW && answered->changes.count &&
	       strcmp(change->entry, answered->changes.changes[0].entry) == 0;
}

void answered_note(struct answered *answered, const struct change_list *changes)
{
	const struct change *status = find_status(changes);

	if (status) {
		arena_clear(answered->arena);
		answered->changes = (struct change_list){ NULL, 0, 0 };
	}
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->changes[i];
		bool of_answer = status && field_is_value_of(change->field, OBJECT_ENTRY) &&
				 strcmp(change->entry, status->entry) == 0;

		if (of_answer || (!status && goes_with(answered, change)))
			keep(answered, change);
	}
}

struct change_list answered_take_back(
	const struct answered *answered, const struct entry *entry, struct arena *arena)
{
	const struct change_list none = { NULL, 0, 0 }, *changes = &answered->changes;
	struct change_list back;

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->changes[i];

		if (strcmp(change->entry, entry->id) != 0 ||
			strcmp(change->to.text, field_get(change->field, entry, arena)) != 0)
			return none;
	}
	/* A copy: once it is committed, this is noted as an answer in its turn, in place of what it
	 * was made of. */
	back = change_list_inverse(changes->changes, changes->count, arena);
	return change_list_copy(arena, &back);
}
