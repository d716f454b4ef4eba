/* SPDX-License-Identifier: MIT */
#include "jalon/session/conflict.h"

#include <string.h>

#include "jalon/model/kept_conflict.h"

void conflict_met_init(struct conflict_met *met)
{
	*met = (struct conflict_met){ .arena = arena_new() };
}

static void drop(struct conflict_met *met)
{
	snapshot_free(met->snapshot);
	met->snapshot = NULL;
	arena_clear(met->arena);
	met->pending = (struct change_list){ NULL, 0, 0 };
	met->others = (struct string_list){ NULL, 0 };
}

void conflict_met_release(struct conflict_met *met)
{
	drop(met);
	arena_free(met->arena);
}

void conflict_met_take(struct conflict_met *met, const struct change_list *wanted,
	struct commit_outcome *outcome, enum conflict_origin origin)
{
	const struct conflict *conflict = &outcome->conflict;

	drop(met);
	met->snapshot = outcome->snapshot;
	met->pending = change_list_copy(met->arena, wanted);
	met->conflict = *conflict;
	met->conflict.entry = arena_copy(met->arena, conflict->entry);
	met->conflict.found = value_copy(met->arena, &conflict->found);
	met->conflict.wanted = value_copy(met->arena, &conflict->wanted);
	met->conflict.by = arena_copy(met->arena, conflict->by ? conflict->by : "");
	met->origin = origin;
}

static struct string_list other_values(
	struct arena *arena, const struct organisation *org, const struct kept_conflict *kept)
{
	const char **values = ARENA_ARRAY(arena, const char *, org->conflict_count);
	size_t count = 0;

	for (size_t i = 0; i < org->conflict_count; i++) {
		const struct kept_conflict *one = &org->conflicts[i];

		if (one != kept && one->field == kept->field &&
			strcmp(one->subject, kept->subject) == 0)
			values[count++] = arena_copy(arena, one->theirs);
	}
	return (struct string_list){ values, count };
}

void conflict_met_take_kept(
	struct conflict_met *met, const struct organisation *org, const struct kept_conflict *kept)
{
	enum field field = (enum field)kept->field;
	struct change change = { .field = field, .from = VALUE_NONE, .to = VALUE_NONE };

	drop(met);
	change.entry = arena_copy(met->arena, kept->subject);
	change.from.text = arena_copy(
		met->arena, field_get(field, subject_find(org, kept->subject, field), met->arena));
	change.to.text = arena_copy(met->arena, kept->theirs);
	change_list_add(&met->pending, met->arena, change);
	met->conflict = (struct conflict){ .entry = change.entry,
		.field = field,
		.seen = change.from,
		.found = change.from,
		.wanted = change.to,
		.by = arena_copy(met->arena, kept->by),
		.at_utc = kept->at_utc };
	met->others = other_values(met->arena, org, kept);
	met->origin = CONFLICT_OF_MERGE;
}

bool conflict_met_is_settled(const struct conflict_met *met)
{
	return value_equals(&met->conflict.found, &met->conflict.wanted);
}

const char *conflict_met_author(const struct conflict_met *met, enum lang lang)
{
	return met->conflict.by[0] ? met->conflict.by : text_word(WORD_SOMEBODY, lang);
}

/* Whether the word may be chosen; "not applicable" needs a reason, which its own command asks for.
 */
static bool is_offered(const struct conflict_met *met, const char *word)
{
	const struct conflict *conflict = &met->conflict;

	for (size_t i = 0; i < met->others.count; i++) {
		if (strcmp(word, met->others.texts[i]) == 0)
			return false;
	}
	return word[0] && strcmp(word, conflict->found.text) != 0 &&
	       strcmp(word, conflict->wanted.text) != 0 &&
	       strcmp(word, status_name(STATUS_NOT_APPLICABLE)) != 0;
}

/* The words of a choice that neither of the two wants; NULL after the last, and where there is
 * nothing to choose among. */
static const char *other_word(const struct conflict_met *met, int index)
{
	const struct field_row *row = &field_rows[met->conflict.field];

	for (int i = 0; i < row->choice_count; i++) {
		if (is_offered(met, row->choices[i]) && index-- == 0)
			return row->choices[i];
	}
	return NULL;
}

/* Whether a third value can be typed. */
static bool can_be_written(const struct conflict_met *met)
{
	enum field_kind kind = field_rows[met->conflict.field].kind;

	return kind != FIELD_KIND_CHOICE && kind != FIELD_KIND_ENTRY && kind != FIELD_KIND_OBJECT;
}

/* The choices behind the values that met. */
static int first_third(const struct conflict_met *met)
{
	return CONFLICT_OTHER + (int)met->others.count;
}

int conflict_met_choice_count(const struct conflict_met *met)
{
	int first = first_third(met), count = first;

	while (other_word(met, count - first))
		count++;
	return can_be_written(met) ? first + 1 : count;
}

bool conflict_met_is_written(const struct conflict_met *met, int choice)
{
	return choice >= first_third(met) && can_be_written(met);
}

enum word conflict_met_choice_word(const struct conflict_met *met, int choice)
{
	static const enum word mine[] = {
		[CONFLICT_OF_COMMIT] = WORD_PUT_MINE,
		[CONFLICT_OF_UNDO] = WORD_UNDO_ANYWAY,
		[CONFLICT_OF_REDO] = WORD_REDO_ANYWAY,
		[CONFLICT_OF_MERGE] = WORD_TAKE_WAITING,
	};

	if (choice == CONFLICT_THEIRS)
		return met->origin == CONFLICT_OF_MERGE ? WORD_KEEP_STANDING : WORD_KEEP_THEIRS;
	if (choice < first_third(met))
		return mine[met->origin];
	return can_be_written(met) ? WORD_WRITE_ANOTHER : WORD_NEITHER;
}

struct value conflict_met_choice_value(const struct conflict_met *met, int choice)
{
	struct value value = VALUE_NONE;

	if (choice == CONFLICT_THEIRS)
		return met->conflict.found;
	if (choice == CONFLICT_MINE)
		return met->conflict.wanted;
	if (choice < first_third(met))
		value.text = met->others.texts[choice - CONFLICT_OTHER];
	else if (!can_be_written(met))
		value.text = other_word(met, choice - first_third(met));
	return value;
}

struct change_list conflict_met_put(
	const struct conflict_met *met, const struct value *value, struct arena *arena)
{
	/* A copy: another field may meet a conflict in turn, and take this one's place. */
	struct change_list changes = change_list_copy(arena, &met->pending);

	for (size_t i = 0; i < changes.count; i++) {
		struct change *change = &changes.changes[i];

		if (change->field != met->conflict.field ||
			strcmp(change->entry, met->conflict.entry) != 0)
			continue;
		change->from = value_copy(arena, &met->conflict.found);
		change->to = value_copy(arena, value);
	}
	return changes;
}
