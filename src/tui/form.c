/* SPDX-License-Identifier: MIT
 *
 * The dialogue at the bottom of the screen: it opens, takes keys, answers, and is drawn. What it
 * asks is a row of forms.c. */
#include "jalon/tui/form.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/complete.h"
#include "jalon/tui/drafts.h"
#include "jalon/tui/forms.h"
#include "jalon/tui/typed.h"
#include "jalon/tui/workshop.h"

bool form_is_open(const struct app *app)
{
	return app->dialogue.form != NULL;
}

bool form_is_writing(const struct app *app)
{
	return app->dialogue.form && app->dialogue.form->purpose;
}

const char *form_purpose(const struct app *app)
{
	return form_is_writing(app) ? app->dialogue.form->purpose : "";
}

static void note_what_is_seen(struct app *app)
{
	struct dialogue *dialogue = &app->dialogue;
	const struct entry *entry = form_entry(app);

	arena_clear(dialogue->seen_arena);
	for (int field = 0; field < FIELD_PIN; field++) {
		const char *text = "";

		if (entry)
			text = field_get((enum field)field, entry, app->command_arena);
		dialogue->seen[field] = arena_copy(dialogue->seen_arena, text);
	}
}

void form_open(struct app *app, enum form_name name, const char *entry_id, const char *text)
{
	struct dialogue *dialogue = &app->dialogue;

	if (app->broken.code != ERR_NONE && name != FORM_SEARCH && name != FORM_FILTER &&
		name != FORM_LOOK) {
		app_notice_err(app, &app->broken);
		return;
	}
	dialogue->form = &forms[name];
	snprintf(dialogue->entry, sizeof(dialogue->entry), "%s", entry_id);
	note_what_is_seen(app);
	edit_release(&dialogue->edit);
	edit_init(&dialogue->edit, text, forms[name].several_lines);
	/* A value is put in another's place; words are gone on with. */
	if (!forms[name].purpose)
		edit_offer(&dialogue->edit);
	dialogue->choice = name == FORM_FILTER ? (int)app->filter
			   : name == FORM_LOOK ? (int)app->look
					       : 0;
	dialogue->edit.size_max = workshop_text_max(app, forms[name].several_lines);
	buf_clear(&dialogue->error);
	if (forms[name].purpose)
		drafts_begin(app, forms[name].purpose);
}

void form_close(struct app *app)
{
	app->dialogue.form = NULL;
	draft_close(app->dialogue.draft);
	app->dialogue.draft = NULL;
	edit_release(&app->dialogue.edit);
	edit_init(&app->dialogue.edit, "", false);
	buf_clear(&app->dialogue.error);
}

static void show_error(struct app *app, const struct err *err)
{
	buf_clear(&app->dialogue.error);
	app_say_err(app, &app->dialogue.error, err);
}

/* Nothing typed is thrown away: the dialogue closes only once the answer is on the disk. */
static void answer(struct app *app)
{
	const struct form *form = app->dialogue.form;
	struct change_list changes = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	const char *text = arena_copy(app->command_arena, app->dialogue.edit.text.text);
	const char *review = "";
	const struct entry *entry;

	if (!form->accept(app, text, &changes, &err)) {
		show_error(app, &err);
		return;
	}
	/* It asks further. */
	if (app->dialogue.form != form)
		return;
	if (!app_commit(app, &changes, &err)) {
		/* A conflict asks in a dialogue of its own, or once more. */
		if (app->dialogue.form == form && err.code != ERR_CONFLICT)
			show_error(app, &err);
		return;
	}
	/* The answer may have led to another question. */
	if (app->dialogue.form != form)
		return;
	/* Who keeps theirs may still want the words of one's own. */
	if (form != &forms[FORM_CONFLICT] || changes.count)
		drafts_remove(app);
	if (form->next == FORM_COUNT) {
		form_close(app);
		return;
	}
	entry = form_entry(app);
	if (entry)
		review = typed_value(
			app, FIELD_REVIEW, field_get(FIELD_REVIEW, entry, app->command_arena));
	form_open(app, form->next, arena_copy(app->command_arena, app->dialogue.entry), review);
}

static int choice_count(const struct app *app)
{
	const struct form *form = app->dialogue.form;

	return form->count_choices ? form->count_choices(app) : form->choice_count;
}

static bool choose(struct app *app, struct key key)
{
	struct dialogue *dialogue = &app->dialogue;
	int count = choice_count(app);

	if (count == 0)
		return false;
	if (key.code == KEY_CODE_DOWN || key.code == 'j')
		dialogue->choice = (dialogue->choice + 1) % count;
	else if (key.code == KEY_CODE_UP || key.code == 'k')
		dialogue->choice = (dialogue->choice + count - 1) % count;
	else if (key.code >= '1' && key.code < '1' + (uint32_t)count)
		dialogue->choice = (int)(key.code - '1');
	return true;
}

static void say_what_was_cut(struct app *app)
{
	struct edit *edit = &app->dialogue.edit;
	int count = 0;

	if (!edit->was_cut)
		return;
	edit->was_cut = false;
	for (size_t at = 0; at < edit->text.len; count++)
		at = utf8_next(edit->text.text, edit->text.len, at);
	buf_clear(&app->dialogue.error);
	text_tui_kept_first(&app->dialogue.error, app->lang, count);
}

void form_paste(struct app *app, const char *text, size_t len)
{
	edit_insert(&app->dialogue.edit, text, len);
	drafts_keep(app);
	say_what_was_cut(app);
}

void form_key(struct app *app, struct key key)
{
	struct dialogue *dialogue = &app->dialogue;

	if (key.code == KEY_ESCAPE_CODE && dialogue->form == &forms[FORM_CONFLICT_VALUE]) {
		form_open(app, FORM_CONFLICT, app->conflict.entry, "");
		return;
	}
	if (key.code == KEY_ESCAPE_CODE && !drafts_leave(app)) {
		buf_clear(&dialogue->error);
		buf_add(&dialogue->error, text_word(WORD_CANNOT_KEEP_DRAFT, app->lang));
		return;
	}
	if (key.code == KEY_ESCAPE_CODE) {
		/* Nobody goes in without a name. */
		app->quitting = workshop_asks(app);
		form_close(app);
		return;
	}
	if (key.code == KEY_ENTER_CODE && !key.alt) {
		answer(app);
		return;
	}
	if (choose(app, key))
		return;
	if (key.code == KEY_CTRL('X') && dialogue->draft) {
		drafts_remove(app);
		app_notice(app, text_word(WORD_DRAFT_DROPPED, app->lang));
		form_close(app);
		return;
	}
	buf_clear(&dialogue->error);
	if (key.code == KEY_TAB_CODE && dialogue->form == &forms[FORM_OWNER])
		complete_owner(app);
	else if (key.code == KEY_CTRL('R'))
		drafts_take_lost(app);
	else
		edit_key(&dialogue->edit, key);
	drafts_keep(app);
	say_what_was_cut(app);
}

static int answer_rows(const struct app *app, int w, int h)
{
	const struct dialogue *dialogue = &app->dialogue;
	int most = h / 2 - 2, rows = 1;

	if (choice_count(app))
		rows = choice_count(app);
	else if (dialogue->form->several_lines)
		rows = edit_rows(&dialogue->edit, w - 3);
	if (dialogue->form->several_lines && rows < 3)
		rows = 3;
	/* Of two values both must be seen. */
	if (dialogue->form == &forms[FORM_CONFLICT] && most < 2)
		most = 2;
	if (rows > most)
		rows = most;
	return rows < 1 ? 1 : rows;
}

/* What helps to answer, or why the answer was not taken. */
static const char *advice(const struct app *app)
{
	if (app->dialogue.error.len)
		return app->dialogue.error.text;
	return wording_in(app->dialogue.form->hint, app->lang);
}

static int advice_rows(const struct app *app, int w, int h)
{
	int most = app->dialogue.error.len ? 3 : 2;

	return draw_text_rows(advice(app), w - 2, h >= 12 ? most : most - 1);
}

int form_rows(const struct app *app, int w, int h)
{
	if (!form_is_open(app))
		return 0;
	/* Label and answer; the advice begins on the row of the key bar. */
	return 1 + answer_rows(app, w, h) + (h >= 12 ? 1 : 0) + advice_rows(app, w, h) - 1;
}

static void draw_choices(const struct app *app, struct canvas *canvas, int y, int rows)
{
	const struct dialogue *dialogue = &app->dialogue;
	int top = dialogue->choice >= rows ? dialogue->choice - rows + 1 : 0;

	for (int i = 0; i < rows && top + i < choice_count(app); i++) {
		bool chosen = top + i == dialogue->choice;
		enum role role = chosen ? ROLE_SELECTED : ROLE_PLAIN;

		if (dialogue->form->draw_choice)
			dialogue->form->draw_choice(app, canvas, y + i, top + i, role);
		else
			canvas_put(canvas, 2, y + i, canvas->w - 3, role,
				wording_in(dialogue->form->choices[top + i], app->lang));
		if (chosen) {
			canvas->cursor_x = 2;
			canvas->cursor_y = y + i;
		}
	}
}

static bool is_conflict(const struct app *app)
{
	return app->dialogue.form == &forms[FORM_CONFLICT] ||
	       app->dialogue.form == &forms[FORM_CONFLICT_VALUE];
}

enum { WIDTH_FOR_HINT = 60 };

static void draw_label(const struct app *app, struct canvas *canvas, int y, int w)
{
	const struct dialogue *dialogue = &app->dialogue;
	const struct entry *entry = form_entry(app);
	struct buf of_draft = BUF_INIT;
	int x = 1;

	if (is_conflict(app))
		x += canvas_put(canvas, x, y, w - x - 1, ROLE_STRONG,
			     wording_in(field_rows[app->conflict.field].label, app->lang)) +
		     2;
	x += canvas_put(canvas, x, y, w - x - 1, ROLE_ACCENT,
		     wording_in(dialogue->form->label, app->lang)) +
	     2;
	drafts_say(&of_draft, app);
	if (dialogue->edit.is_offered && w >= WIDTH_FOR_HINT)
		buf_add(&of_draft, text_word(WORD_TYPING_REPLACES, app->lang));
	if (of_draft.len)
		x += canvas_put(canvas, x, y, w - x - 1, ROLE_NOTICE, of_draft.text) + 2;
	if (entry)
		canvas_put(canvas, x, y, w - x - 1, ROLE_DIM,
			wording_in(entry_title(entry), app->lang));
	buf_release(&of_draft);
}

void form_draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct dialogue *dialogue = &app->dialogue;
	int y = area.y, rows = answer_rows(app, area.w, app->h);

	canvas_blank(canvas, area.x, area.y, area.w, area.h);
	if (app->h >= 12)
		canvas_rule(canvas, y++);
	draw_label(app, canvas, y++, area.w);
	if (choice_count(app))
		draw_choices(app, canvas, y, rows);
	else
		edit_draw(&dialogue->edit, canvas, 1, y, area.w - 2, rows);
	rows = advice_rows(app, area.w, app->h);
	draw_text(canvas, (struct area){ 1, app->h - rows, area.w - 2, rows },
		dialogue->error.len ? ROLE_LATE : ROLE_DIM, advice(app));
}
