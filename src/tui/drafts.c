/* SPDX-License-Identifier: MIT */
#include "jalon/tui/drafts.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/command.h"
#include "jalon/tui/form.h"
#include "jalon/tui/key_name.h"

enum { BEGINNING_CELLS = 36 };

/* Which key opens what a text was for. */
static const struct {
	const char *purpose, *command;
} openers[] = {
	{ "note", "note" },
	{ "reason", "not-applicable" },
	{ "action", "action" },
};

static void add_key(struct buf *out, const struct app *app, const char *purpose)
{
	struct key key;

	for (size_t i = 0; i < ARRAY_LEN(openers); i++) {
		if (strcmp(openers[i].purpose, purpose) == 0 &&
			key_parse(command_named(openers[i].command)->key, &key))
			key_name_add(out, app->lang, key);
	}
}

void drafts_load(struct app *app)
{
	arena_clear(app->drafts_arena);
	app->draft_count = 0;
	if (app->org)
		app->draft_count = draft_list(app->options.store, app->drafts_arena, app->org_id,
			app->options.author, app->drafts);
}

static void add_beginning(struct buf *out, const char *text)
{
	size_t len = strlen(text), fits = utf8_fit(text, len, BEGINNING_CELLS, NULL);

	for (size_t i = 0; i < fits; i++)
		buf_add_char(out, text[i] == '\n' ? ' ' : text[i]);
	if (fits < len)
		buf_add(out, "…");
}

static bool is_lost(const struct app *app, const struct draft_text *draft)
{
	return draft->entry[0] && !organisation_find_entry(app->org, draft->entry);
}

/* A text whose entry is no more; NULL when there is none. */
static const struct draft_text *find_lost(const struct app *app)
{
	for (size_t i = 0; app->org && i < app->draft_count; i++) {
		if (is_lost(app, &app->drafts[i]))
			return &app->drafts[i];
	}
	return NULL;
}

bool drafts_wait_at(const struct app *app, const char *entry_id)
{
	for (size_t i = 0; i < app->draft_count; i++) {
		if (strcmp(app->drafts[i].entry, entry_id) == 0)
			return true;
	}
	return false;
}

void drafts_announce(struct app *app)
{
	const struct draft_text *draft = &app->drafts[0];
	struct buf beginning = BUF_INIT, key = BUF_INIT;
	const struct entry *entry;

	if (app->draft_count == 0)
		return;
	entry = organisation_find_entry(app->org, draft->entry);
	add_beginning(&beginning, draft->text);
	add_key(&key, app, draft->purpose);
	buf_clear(&app->notice);
	app->notice_is_error = false;
	if (is_lost(app, draft))
		text_tui_draft_lost(&app->notice, app->lang, beginning.text);
	else if (entry)
		text_tui_draft_waits_at(&app->notice, app->lang, beginning.text,
			wording_in(entry_title(entry), app->lang), key.text);
	else
		text_tui_draft_waits(&app->notice, app->lang, beginning.text, key.text);
	buf_release(&beginning);
	buf_release(&key);
}

static void note_as_kept(struct app *app)
{
	buf_clear(&app->dialogue.kept);
	buf_add(&app->dialogue.kept, app->dialogue.edit.text.text);
}

static void put_text(struct app *app, const char *text)
{
	edit_set(&app->dialogue.edit, text);
	app->dialogue.resumed = true;
	note_as_kept(app);
}

void drafts_begin(struct app *app, const char *purpose)
{
	struct dialogue *dialogue = &app->dialogue;
	const char *found;

	draft_close(dialogue->draft);
	/* Should the session be cut off here, this is where the person left off. */
	app_keep_place(app);
	dialogue->resumed = dialogue->warned = false;
	dialogue->draft = draft_open(app->options.store, app->command_arena, app->org_id,
		app->options.author, purpose, dialogue->entry, &found);
	buf_clear(&dialogue->first);
	buf_add(&dialogue->first, dialogue->edit.text.text);
	note_as_kept(app);
	if (!found)
		return;
	put_text(app, found);
	/* It waits no more. */
	drafts_load(app);
}

static bool is_kept(const struct app *app)
{
	return strcmp(app->dialogue.kept.text, app->dialogue.edit.text.text) == 0;
}

void drafts_keep(struct app *app)
{
	const struct buf *text = &app->dialogue.edit.text;

	if (app->dialogue.draft && form_is_writing(app) && !is_kept(app) &&
		draft_write(app->dialogue.draft, text->text, text->len))
		note_as_kept(app);
}

void drafts_remove(struct app *app)
{
	draft_remove(app->dialogue.draft);
	app->dialogue.draft = NULL;
	drafts_load(app);
}

static void say_kept(struct app *app)
{
	struct buf key = BUF_INIT;

	add_key(&key, app, form_purpose(app));
	buf_clear(&app->notice);
	text_tui_draft_kept(&app->notice, app->lang, key.text);
	app->notice_is_error = false;
	buf_release(&key);
}

bool drafts_leave(struct app *app)
{
	struct dialogue *dialogue = &app->dialogue;
	const char *text = dialogue->edit.text.text;
	/* A conflict's dialogue has no text of its own; the one that met it waits as it is. */
	bool writing = form_is_writing(app);

	if (!dialogue->draft)
		return true;
	if (writing && (utf8_is_blank(text) || strcmp(text, dialogue->first.text) == 0)) {
		drafts_remove(app);
		return true;
	}
	drafts_keep(app);
	if (writing && !is_kept(app) && !dialogue->warned) {
		dialogue->warned = true;
		return false;
	}
	if (writing && is_kept(app))
		say_kept(app);
	draft_close(dialogue->draft);
	dialogue->draft = NULL;
	drafts_load(app);
	return true;
}

void drafts_take_lost(struct app *app)
{
	const struct draft_text *lost = find_lost(app);
	struct dialogue *dialogue = &app->dialogue;
	const char *found;

	if (!lost || !dialogue->draft || !utf8_is_blank(dialogue->edit.text.text))
		return;
	draft_remove(dialogue->draft);
	dialogue->draft = draft_open(app->options.store, app->command_arena, app->org_id,
		app->options.author, lost->purpose, lost->entry, &found);
	draft_turn(dialogue->draft, form_purpose(app), dialogue->entry);
	if (found)
		put_text(app, found);
	drafts_load(app);
}

void drafts_say(struct buf *out, const struct app *app)
{
	const struct draft_text *lost = find_lost(app);
	struct buf beginning = BUF_INIT;

	if (!app->dialogue.draft || !form_is_writing(app))
		return;
	if (app->dialogue.resumed) {
		buf_add(out, text_word(WORD_DRAFT_RESUMED, app->lang));
	} else if (lost && utf8_is_blank(app->dialogue.edit.text.text)) {
		add_beginning(&beginning, lost->text);
		text_tui_draft_take(out, app->lang, beginning.text);
	}
	buf_release(&beginning);
}
