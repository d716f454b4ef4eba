/* SPDX-License-Identifier: MIT */
#include "jalon/session/people.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/store/history.h"

void people_leave(struct people *people)
{
	presence_free(people->presence);
	people->presence = NULL;
	people->mark_count = 0;
}

void people_join(
	struct people *people, const struct store *store, const char *org_id, const char *author)
{
	people_leave(people);
	people->self = author;
	people->presence = presence_new(store, org_id, author);
}

bool people_must_be_told(const struct people *people, const char *entry_id, bool writing)
{
	return people->presence && !presence_has_said(people->presence, entry_id, writing);
}

void people_tell(struct people *people, const char *entry_id, bool writing, int64_t now_utc)
{
	if (!people->presence)
		return;
	presence_say(people->presence, entry_id, writing);
	people->told_utc = now_utc;
	people->told_writing = writing;
}

static void unmark(struct people *people, size_t index)
{
	people->mark_count--;
	memmove(&people->marks[index], &people->marks[index + 1],
		(people->mark_count - index) * sizeof(*people->marks));
}

/* The last change of an entry counts; of too many the oldest are not said. */
static void mark_entry(struct people *people, const char *entry_id, const char *by)
{
	struct change_mark *mark;

	for (size_t i = 0; i < people->mark_count; i++) {
		if (strcmp(people->marks[i].entry, entry_id) == 0) {
			unmark(people, i);
			break;
		}
	}
	if (people->mark_count == MARKS_MAX)
		unmark(people, 0);
	mark = &people->marks[people->mark_count++];
	*mark = (struct change_mark){ .noticed_utc = 0 };
	snprintf(mark->entry, sizeof(mark->entry), "%s", entry_id);
	snprintf(mark->by, sizeof(mark->by), "%s", by);
}

void people_mark_changes(struct people *people, struct store *store, const char *org_id,
	int64_t after, int64_t before)
{
	struct arena *arena;
	struct history_change *changes;
	struct err ignored;
	size_t count;

	if (before - after < 2)
		return;
	arena = arena_new();
	/* Without a history that can be read the entries go unmarked, and show what is new anyway.
	 */
	if (history_read_recent(
		    store, org_id, after, before - 1, arena, &changes, &count, &ignored)) {
		for (size_t i = 0; i < count; i++) {
			if (changes[i].change.entry[0])
				mark_entry(people, changes[i].change.entry, changes[i].by);
		}
	}
	arena_free(arena);
}

void people_unmark_seen(struct people *people, const char *entry_id, int64_t now_utc)
{
	for (size_t i = people->mark_count; i-- > 0;) {
		struct change_mark *mark = &people->marks[i];

		if (!mark->noticed_utc)
			mark->noticed_utc = now_utc;
		else if (strcmp(mark->entry, entry_id) == 0 ||
			 now_utc - mark->noticed_utc >= MARK_SECONDS)
			unmark(people, i);
	}
}

static const struct person *find_people(const struct people *people, size_t *count)
{
	*count = 0;
	return people->presence ? presence_people(people->presence, count) : NULL;
}

static void add_name(struct buf *names, const char *name, int windows)
{
	buf_add_format(names, "%s%s", names->len ? ", " : "", name);
	if (windows > 1)
		buf_add_format(names, " ×%d", windows);
}

struct here {
	int people, own_windows; /* oneself among them */
};

/* Adds as many names of others as `most`, in the order of the alphabet. */
static struct here list_others(struct buf *names, const struct people *people, int most)
{
	struct here here = { 1, 1 };
	size_t count;
	const struct person *persons = find_people(people, &count);

	for (size_t i = 0; i < count;) {
		size_t first = i;
		int windows = 0;

		for (; i < count && strcmp(persons[i].name, persons[first].name) == 0; i++)
			windows += persons[i].windows;
		if (strcmp(persons[first].name, people->self) == 0) {
			here.own_windows += windows;
			continue;
		}
		if (here.people++ <= most)
			add_name(names, persons[first].name, windows);
	}
	return here;
}

void people_add_here(struct buf *out, const struct people *people, enum lang lang, int room)
{
	struct buf names = BUF_INIT;
	struct here here = list_others(&names, people, INT_MAX);
	int others = here.people - 1;

	if (others || here.own_windows > 1) {
		add_name(&names, text_word(WORD_YOU, lang), here.own_windows);
		text_tui_people_here(out, lang, here.people, names.text);
	}
	/* Whole names, and how many more; a name that is cut may be anybody's. */
	for (int most = others - 1; utf8_width_cells(out->text, out->len) > room; most--) {
		buf_clear(out);
		buf_clear(&names);
		if (most < 1) {
			text_tui_here(out, lang, here.people);
			break;
		}
		list_others(&names, people, most);
		buf_add_format(&names, " +%d", others - most);
		text_tui_people_here(out, lang, here.people, names.text);
	}
	buf_release(&names);
}

static const struct change_mark *find_mark(const struct people *people, const char *entry_id)
{
	for (size_t i = 0; i < people->mark_count; i++) {
		if (strcmp(people->marks[i].entry, entry_id) == 0)
			return &people->marks[i];
	}
	return NULL;
}

struct people_at people_at(const struct people *people, const char *entry_id)
{
	const struct change_mark *changed = find_mark(people, entry_id);
	const struct person *first = NULL;
	size_t count;
	const struct person *persons = find_people(people, &count);
	int others = 0;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(persons[i].entry, entry_id) != 0)
			continue;
		others++;
		if (!first || (persons[i].typing && !first->typing))
			first = &persons[i];
	}
	if (first && first->typing)
		return (struct people_at){ PEOPLE_WRITING, first->name, 0 };
	if (changed)
		return (struct people_at){ PEOPLE_CHANGED, changed->by, 0 };
	if (first)
		return (struct people_at){ PEOPLE_THERE, first->name, others - 1 };
	return (struct people_at){ PEOPLE_NOTHING, "", 0 };
}

void people_add_sentences(
	struct buf *out, const struct people *people, enum lang lang, const char *entry_id)
{
	const struct change_mark *changed = find_mark(people, entry_id);
	size_t count;
	const struct person *persons = find_people(people, &count);

	for (size_t i = 0; i < count; i++) {
		if (!persons[i].typing || strcmp(persons[i].entry, entry_id) != 0)
			continue;
		text_tui_writes(out, lang, persons[i].name);
		buf_add(out, "\n");
	}
	if (changed) {
		text_tui_has_changed(out, lang, changed->by);
		buf_add(out, "\n");
	}
}
