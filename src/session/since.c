/* SPDX-License-Identifier: MIT */
#include "jalon/session/since.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/sort.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/store/history_since.h"
#include "jalon/session/names.h"

enum { NAMES_SAID = 3 };

void since_init(struct since *since)
{
	*since = (struct since){ .arena = arena_new() };
}

void since_release(struct since *since)
{
	arena_free(since->arena);
}

/* -1 where it is not marked. */
static int find_mark(const struct since *since, const char *entry_id)
{
	for (size_t i = 0; i < since->mark_count; i++) {
		if (strcmp(since->marks[i].entry, entry_id) == 0)
			return (int)i;
	}
	return -1;
}

static void unmark(struct since *since, const char *entry_id)
{
	int at = find_mark(since, entry_id);

	if (at < 0)
		return;
	since->mark_count--;
	memmove(&since->marks[at], &since->marks[at + 1],
		(since->mark_count - (size_t)at) * sizeof(*since->marks));
}

/* What is no row any more needs no mark. */
static void mark(
	struct since *since, const struct organisation *org, const char *entry_id, const char *by)
{
	if (!organisation_find_entry(org, entry_id))
		return;
	unmark(since, entry_id);
	if (since->mark_count < PLACE_UNSEEN_MAX)
		since->marks[since->mark_count++] =
			(struct unseen){ arena_copy(since->arena, entry_id),
				arena_copy(since->arena, by) };
}

/* What one changed oneself, in another window or by command, one has seen. */
static void mark_changes(struct since *since, const struct since_where *where, int64_t after,
	const struct history_change *changes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct history_change *change = &changes[i];

		if (change->revision <= after)
			continue;
		if (strcmp(change->by, where->author) == 0)
			unmark(since, change->change.entry);
		else
			mark(since, where->org, change->change.entry, change->by);
	}
}

struct share {
	const char *name;
	size_t count;
};

static int compare_shares(const void *one, const void *other)
{
	const struct share *a = one, *b = other;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(a->name, b->name);
}

/* Who made them, and how many. */
void since_count(struct since *since, const struct since_where *where,
	const struct history_change *changes, size_t count)
{
	struct share *shares = ARENA_ARRAY(since->arena, struct share, count + 1);
	size_t share_count = 0;

	since->change_count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t at = 0;

		if (strcmp(changes[i].by, where->author) == 0)
			continue;
		while (at < share_count && strcmp(shares[at].name, changes[i].by) != 0)
			at++;
		if (at == share_count)
			shares[share_count++] =
				(struct share){ arena_copy(since->arena, changes[i].by), 0 };
		shares[at].count++;
		since->change_count++;
	}
	sort_array(shares, share_count, sizeof(*shares), compare_shares);
	since->names = ARENA_ARRAY(since->arena, const char *, share_count + 1);
	for (since->name_count = 0; since->name_count < share_count; since->name_count++)
		since->names[since->name_count] = shares[since->name_count].name;
}

/* Whether this is still the visit that began then: a clock that went back tells nothing. */
static bool goes_on(const struct visit *last, int64_t now_utc)
{
	return now_utc >= last->at_utc && now_utc - last->at_utc < SINCE_PAUSE_SECONDS;
}

static void find_changes(struct since *since, const struct since_where *where,
	const struct kept_place *place, struct arena *arena)
{
	struct history_change *changes = NULL;
	struct err ignored = ERR_INIT;
	size_t count = 0, room;
	int64_t after = since->visit.revision ? since->visit.revision : place->last.revision;

	if (after && where->org->revision > after &&
		!history_read_since(where->store, where->org->id, after, where->org->revision,
			arena, &changes, &count, &ignored))
		count = 0;
	room = place->unseen_count + count;
	since->marks = ARENA_ARRAY(since->arena, struct unseen, room + 1);
	since->looked = ARENA_ARRAY(since->arena, const char *, room + 1);
	for (size_t i = 0; i < place->unseen_count; i++)
		mark(since, where->org, place->unseen[i].entry, place->unseen[i].by);
	mark_changes(since, where, place->last.revision, changes, count);
	if (since->visit.revision)
		since_count(since, where, changes, count);
}

const char *since_open(struct since *since, const struct since_where *where)
{
	struct arena *arena = arena_new();
	const char *entry_id;
	struct kept_place place;

	arena_clear(since->arena);
	*since = (struct since){ .arena = since->arena, .begun_utc = where->now_utc };
	place = store_read_place(where->store, arena, where->org->id, where->author);
	/* A file that was put back from an older copy, or an organisation made anew. */
	if (place.last.revision > where->org->revision)
		place.last.revision = place.before.revision = 0;
	if (place.last.revision && !goes_on(&place.last, where->now_utc))
		place.before = place.last;
	since->visit = place.before;
	find_changes(since, where, &place, arena);
	place.last = (struct visit){ where->now_utc, where->org->revision };
	place.unseen = since->marks;
	place.unseen_count = since->mark_count;
	store_write_place(where->store, where->org->id, where->author, &place);
	entry_id = arena_copy(since->arena, place.entry);
	arena_free(arena);
	return entry_id;
}

static bool was_looked_at(const struct since *since, const char *entry_id)
{
	for (size_t i = 0; i < since->looked_count; i++) {
		if (strcmp(since->looked[i], entry_id) == 0)
			return true;
	}
	return false;
}

/* On what the file says now, which another window of the same person may have written since. */
void since_keep(const struct since *since, const struct since_where *where, const char *entry_id)
{
	struct arena *arena = arena_new();
	struct kept_place place =
		store_read_place(where->store, arena, where->org->id, where->author);
	bool was_overtaken =
		place.last.revision > where->org->revision && place.last.at_utc >= since->begun_utc;
	size_t kept = 0;

	place.entry = entry_id;
	if (!was_overtaken)
		place.last = (struct visit){ where->now_utc, where->org->revision };
	for (size_t i = 0; i < place.unseen_count; i++) {
		if (!was_looked_at(since, place.unseen[i].entry))
			place.unseen[kept++] = place.unseen[i];
	}
	place.unseen_count = kept;
	store_write_place(where->store, where->org->id, where->author, &place);
	arena_free(arena);
}

const char *since_changed_by(const struct since *since, const char *entry_id)
{
	int at = find_mark(since, entry_id);

	return at < 0 ? NULL : since->marks[at].by;
}

void since_look(struct since *since, const char *entry_id)
{
	int at = find_mark(since, entry_id);

	if (at < 0)
		return;
	since->looked[since->looked_count++] = since->marks[at].entry;
	unmark(since, entry_id);
}

void since_rest(struct since *since, const char *entry_id)
{
	snprintf(since->rested, sizeof(since->rested), "%s", entry_id);
}

bool since_must_rest(const struct since *since, const char *entry_id)
{
	return strcmp(since->rested, entry_id) != 0 && find_mark(since, entry_id) >= 0;
}

void since_look_rested(struct since *since)
{
	since_look(since, since->rested);
	since->rested[0] = '\0';
}

/* "Marc", "Marc et Inès", "Marc, Inès et Léa", "Marc, Inès, Léa +2" */
static void add_names(struct buf *out, const struct since *since, enum lang lang)
{
	size_t said = since->name_count < NAMES_SAID ? since->name_count : NAMES_SAID;

	for (size_t i = 0; i < said; i++) {
		bool closes = i + 1 == since->name_count;

		if (i)
			buf_add(out, closes ? text_word(WORD_LIST_AND, lang) : ", ");
		utf8_clean_line(out, since->names[i]);
	}
	if (since->name_count > said)
		buf_add_format(out, " +%zu", since->name_count - said);
}

/* "du 12 nov.", "d’hier"; of a clock that was wrong nothing. */
static void add_day(struct buf *out, const struct since *since, enum lang lang, int64_t now_utc)
{
	int day = time_day(since->visit.at_utc), today_day = time_day(now_utc);
	struct buf text = BUF_INIT;

	if (since->visit.at_utc > now_utc)
		return;
	if (day == today_day || day == today_day - 1) {
		buf_add(out, text_word(day == today_day ? WORD_OF_TODAY : WORD_OF_YESTERDAY, lang));
	} else {
		text_day(&text, lang, day, today_day);
		text_since_of_day(out, lang, text.text);
	}
	buf_release(&text);
}

void since_add_visit(struct buf *out, const struct since *since, enum lang lang, int64_t now_utc,
	const char *shared_name)
{
	struct buf day = BUF_INIT;

	add_day(&day, since, lang, now_utc);
	if (shared_name)
		text_since_visit_of(out, lang, shared_name, day.text);
	else
		text_since_visit(out, lang, day.text);
	buf_release(&day);
}

void since_add_line(struct buf *out, const struct since *since, enum lang lang, int64_t now_utc,
	const char *shared_name)
{
	struct buf names = BUF_INIT, by = BUF_INIT;

	if (since->change_count == 0)
		return;
	add_names(&names, since, lang);
	names_add_by(&by, lang, names.text);
	since_add_visit(out, since, lang, now_utc, shared_name);
	buf_add(out, text_word(WORD_COLON, lang));
	text_since_changes(out, lang, since->change_count, by.text);
	buf_release(&names);
	buf_release(&by);
}
