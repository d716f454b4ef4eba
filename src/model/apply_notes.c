/* SPDX-License-Identifier: MIT */
#include "model/apply_notes.h"

#include "jalon/text/errors.h"

/* Notes stand in the order of their times, so that one put again finds its place. */
static size_t place_by_time(const struct entry *entry, const struct note *note)
{
	size_t at = entry->note_count;

	while (at > 0 && entry->notes[at - 1].at_utc > note->at_utc)
		at--;
	return at;
}

static size_t note_place(const struct entry *entry, const struct note *note, size_t number)
{
	if (number > 0 && number - 1 <= entry->note_count)
		return number - 1;
	return place_by_time(entry, note);
}

static void note_insert(
	struct apply *apply, struct entry *entry, const struct note *note, size_t at)
{
	struct note *notes = ARENA_ARRAY(apply->arena, struct note, entry->note_count + 1);

	for (size_t i = 0; i < entry->note_count; i++)
		notes[i + (i >= at)] = entry->notes[i];
	notes[at] = *(const struct note *)object_copy(OBJECT_NOTE, note, apply->arena);
	entry->notes = notes;
	entry->note_count++;
}

/* The one of that number, if it is the one; else the last of several alike, which is the one added
 * last. note_count where there is none. */
static size_t note_find(const struct entry *entry, const struct note *note, size_t number)
{
	if (number > 0 && number <= entry->note_count &&
		object_equals(OBJECT_NOTE, &entry->notes[number - 1], note))
		return number - 1;
	for (size_t i = entry->note_count; i-- > 0;) {
		if (object_equals(OBJECT_NOTE, &entry->notes[i], note))
			return i;
	}
	return entry->note_count;
}

static void note_remove(struct apply *apply, struct entry *entry, size_t at)
{
	struct note *notes = ARENA_ARRAY(apply->arena, struct note, entry->note_count);
	size_t count = 0;

	for (size_t i = 0; i < entry->note_count; i++) {
		if (i != at)
			notes[count++] = entry->notes[i];
	}
	entry->notes = notes;
	entry->note_count = count;
}

bool apply_note(struct apply *apply, const struct change *change)
{
	struct entry *entry = apply_find_entry(apply, change->entry);
	const struct note *from = change->from.note, *to = change->to.note;
	const struct value none = VALUE_NONE;
	size_t at, number;

	if (!entry)
		return false;
	at = from ? note_find(entry, from, change->number) : note_place(entry, to, change->number);
	if (from && at == entry->note_count)
		return apply_refuse(apply, change, &none, MSG_CHANGED_MEANWHILE);
	if (to && (!apply_check_text(apply, to->text, true, "note") ||
			  !apply_check_text(apply, to->by, true, "by")))
		return false;
	if (from)
		note_remove(apply, entry, at);
	/* Two of one second, or a file whose notes are in another order: time alone would not bring
	 * it back to where it was. */
	number = from && !to && place_by_time(entry, from) != at ? at + 1 : 0;
	if (to)
		note_insert(apply, entry, to, at);
	apply_note_change(apply, entry->id, FIELD_NOTE, change->from, change->to)->number = number;
	return true;
}
