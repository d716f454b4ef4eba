/* SPDX-License-Identifier: MIT */
#include "jalon/tui/people.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/store/history.h"
#include "jalon/store/watch.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/form.h"

void people_leave(struct app *app)
{
	presence_free(app->presence);
	app->presence = NULL;
	app->mark_count = 0;
}

void people_join(struct app *app)
{
	people_leave(app);
	if (app->org)
		app->presence = presence_new(app->options.store, app->org_id, app->options.author);
}

/* Of a group's title, of the guide and of other organisations there is nothing to say. */
static const char *own_entry(const struct app *app)
{
	const struct entry *entry = NULL;

	if (form_is_open(app) && app->dialogue.entry[0])
		return app->dialogue.entry;
	if (app->view != VIEW_ORGANISATIONS && app->view != VIEW_GUIDE)
		entry = app_entry(app);
	return entry ? entry->id : "";
}

bool people_must_be_told(const struct app *app)
{
	return app->presence &&
	       !presence_has_said(app->presence, own_entry(app), form_is_writing(app));
}

void people_tell(struct app *app)
{
	if (!app->presence)
		return;
	presence_say(app->presence, own_entry(app), form_is_writing(app));
	app->told_utc = app->options.now_utc();
	app->told_writing = form_is_writing(app);
}

void people_tell_after_key(struct app *app)
{
	if (app->told_writing != form_is_writing(app))
		people_tell(app);
}

void people_tell_after_news(struct app *app)
{
	if (people_must_be_told(app) && app->options.now_utc() != app->told_utc)
		people_tell(app);
}

static void unmark(struct app *app, size_t index)
{
	app->mark_count--;
	memmove(&app->marks[index], &app->marks[index + 1],
		(app->mark_count - index) * sizeof(*app->marks));
}

/* The last change of an entry counts; of too many the oldest are not said. */
static void mark_entry(struct app *app, const char *entry_id, const char *by)
{
	struct change_mark *mark;

	for (size_t i = 0; i < app->mark_count; i++) {
		if (strcmp(app->marks[i].entry, entry_id) == 0) {
			unmark(app, i);
			break;
		}
	}
	if (app->mark_count == MARKS_MAX)
		unmark(app, 0);
	mark = &app->marks[app->mark_count++];
	*mark = (struct change_mark){ .noticed_utc = 0 };
	snprintf(mark->entry, sizeof(mark->entry), "%s", entry_id);
	snprintf(mark->by, sizeof(mark->by), "%s", by);
}

void people_mark_changes(struct app *app, int64_t after, int64_t before)
{
	struct arena *arena;
	struct history_change *changes;
	struct err ignored;
	size_t count;

	if (before - after < 2)
		return;
	arena = arena_new();
	/* Without a history that can be read the rows go unmarked, and show what is new anyway. */
	if (history_read_recent(app->options.store, app->org_id, after, before - 1, arena, &changes,
		    &count, &ignored)) {
		for (size_t i = 0; i < count; i++) {
			if (changes[i].change.entry[0])
				mark_entry(app, changes[i].change.entry, changes[i].by);
		}
	}
	arena_free(arena);
}

void people_unmark_seen(struct app *app)
{
	int64_t now = app->options.now_utc();

	for (size_t i = app->mark_count; i-- > 0;) {
		struct change_mark *mark = &app->marks[i];

		if (!mark->noticed_utc)
			mark->noticed_utc = now;
		else if (strcmp(mark->entry, app->entry) == 0 ||
			 now - mark->noticed_utc >= MARK_SECONDS)
			unmark(app, i);
	}
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
static struct here list_others(struct buf *names, const struct app *app, int most)
{
	struct here here = { 1, 1 };
	const struct person *people;
	size_t count = 0;

	if (app->presence)
		people = presence_people(app->presence, &count);
	for (size_t i = 0; i < count;) {
		size_t first = i;
		int windows = 0;

		for (; i < count && strcmp(people[i].name, people[first].name) == 0; i++)
			windows += people[i].windows;
		if (strcmp(people[first].name, app->options.author) == 0) {
			here.own_windows += windows;
			continue;
		}
		if (here.people++ <= most)
			add_name(names, people[first].name, windows);
	}
	return here;
}

void people_text(struct buf *out, const struct app *app, int room)
{
	struct buf names = BUF_INIT;
	struct here here = list_others(&names, app, INT_MAX);
	int others = here.people - 1;

	if (others || here.own_windows > 1) {
		add_name(&names, text_word(WORD_YOU, app->lang), here.own_windows);
		text_tui_people_here(out, app->lang, here.people, names.text);
	}
	/* Whole names, and how many more; a name that is cut may be anybody's. */
	for (int most = others - 1; utf8_width_cells(out->text, out->len) > room; most--) {
		buf_clear(out);
		buf_clear(&names);
		if (most < 1) {
			text_tui_here(out, app->lang, here.people);
			break;
		}
		list_others(&names, app, most);
		buf_add_format(&names, " +%d", others - most);
		text_tui_people_here(out, app->lang, here.people, names.text);
	}
	buf_release(&names);
}

static const struct change_mark *find_mark(const struct app *app, const char *entry_id)
{
	for (size_t i = 0; i < app->mark_count; i++) {
		if (strcmp(app->marks[i].entry, entry_id) == 0)
			return &app->marks[i];
	}
	return NULL;
}

bool people_mark(struct buf *out, const struct app *app, const char *entry_id, enum role *role)
{
	const struct change_mark *changed = find_mark(app, entry_id);
	const struct person *people, *first = NULL;
	size_t count = 0;
	int others = 0;

	if (app->presence)
		people = presence_people(app->presence, &count);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(people[i].entry, entry_id) != 0)
			continue;
		others++;
		if (!first || (people[i].typing && !first->typing))
			first = &people[i];
	}
	if (!first && !changed)
		return false;
	*role = ROLE_ACCENT;
	if (first && first->typing) {
		buf_add_format(out, "✎ %s…", first->name);
	} else if (changed) {
		buf_add_format(out, "● %s", changed->by);
	} else {
		*role = ROLE_DIM;
		buf_add_format(out, "◂ %s", first->name);
		if (others > 1)
			buf_add_format(out, " +%d", others - 1);
	}
	return true;
}

void people_sentences(struct buf *out, const struct app *app, const char *entry_id)
{
	const struct change_mark *changed = find_mark(app, entry_id);
	const struct person *people;
	size_t count = 0;

	if (app->presence)
		people = presence_people(app->presence, &count);
	for (size_t i = 0; i < count; i++) {
		if (!people[i].typing || strcmp(people[i].entry, entry_id) != 0)
			continue;
		text_tui_writes(out, app->lang, people[i].name);
		buf_add(out, "\n");
	}
	if (changed) {
		text_tui_has_changed(out, app->lang, changed->by);
		buf_add(out, "\n");
	}
}
