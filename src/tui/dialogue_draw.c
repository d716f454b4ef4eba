/* SPDX-License-Identifier: MIT */
#include "tui/dialogue_draw.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "tui/title.h"

enum { WIDTH_FOR_HINT = 60, HEIGHT_FOR_RULE = 12, FIELD_MIN = 20, MATCHES_MAX = 8 };

/* "Échéance  Une autre valeur": what is asked. */
static void add_label(
	struct buf *out, const struct dialogue *dialogue, const struct session *session)
{
	const struct form *form = &forms[dialogue->form];
	enum field field = session->conflict.conflict.field;

	if (form->about_conflict)
		buf_add_format(out, "%s  ", wording_in(field_rows[field].label, session->lang));
	buf_add(out, wording_in(form->label, session->lang));
}

/* Where the field begins: on the row of its label, so that a voice that reads the row of the cursor
 * says what is asked; on one of its own where too little would be left of it. */
static int field_x(const struct dialogue *dialogue, const struct session *session, int w)
{
	struct buf label = BUF_INIT;
	int x;

	add_label(&label, dialogue, session);
	x = utf8_width_cells(label.text, label.len) + 3;
	buf_release(&label);
	return dialogue_choice_count(dialogue, session) || w - x < FIELD_MIN ? 1 : x;
}

/* What it is asked about, by its name. */
static void add_about(
	struct buf *out, const struct dialogue *dialogue, const struct session *session)
{
	if (session->org)
		title_add_subject(out, session->org, dialogue->subject, session->lang);
}

/* A row that says what it is about, or what is asked where the field has no room beside it. */
static bool has_head(const struct dialogue *dialogue, const struct session *session, int w)
{
	const struct form *form = &forms[dialogue->form];
	struct buf about = BUF_INIT;
	bool is_about;

	add_about(&about, dialogue, session);
	is_about = about.len > 0;
	buf_release(&about);
	return field_x(dialogue, session, w) == 1 || form->purpose || form->begin || is_about;
}

static int answer_rows(const struct dialogue *dialogue, const struct session *session, int w, int h)
{
	const struct form *form = &forms[dialogue->form];
	int most = h / 2 - 2, rows = 1;

	if (dialogue_choice_count(dialogue, session))
		rows = dialogue_choice_count(dialogue, session);
	else if (form->several_lines)
		rows = edit_rows(&dialogue->edit, w - field_x(dialogue, session, w) - 2);
	if (form->several_lines && rows < 3)
		rows = 3;
	/* Of two values both must be seen. */
	if (form->draw_choice && most < 2)
		most = 2;
	if (rows > most)
		rows = most;
	return rows < 1 ? 1 : rows;
}

/* How many of those found are seen at once: always as many, so that nothing jumps as one types. */
static int match_rows(const struct dialogue *dialogue, int h)
{
	int rows = h / 2 - 3;

	if (!forms[dialogue->form].find)
		return 0;
	return rows < 1 ? 1 : rows > MATCHES_MAX ? MATCHES_MAX : rows;
}

/* What helps to answer, or why the answer was not taken. Nobody is told that Esc keeps what it
 * cannot. */
static const char *advice(const struct dialogue *dialogue, const struct session *session)
{
	if (dialogue->error.len)
		return dialogue->error.text;
	if (session->drafts.is_failing && dialogue_is_writing(dialogue))
		return text_word(WORD_DRAFT_NOT_KEPT, session->lang);
	if (dialogue->told.len)
		return dialogue->told.text;
	if (forms[dialogue->form].tells_text)
		return dialogue->edit.text.text;
	return wording_in(forms[dialogue->form].hint, session->lang);
}

static int advice_rows(const struct dialogue *dialogue, const struct session *session, int w, int h)
{
	int most = dialogue->error.len || forms[dialogue->form].tells_text ? 3 : 2;

	return draw_text_rows(
		advice(dialogue, session), w - 2, h >= HEIGHT_FOR_RULE ? most : most - 1);
}

int dialogue_rows(const struct dialogue *dialogue, const struct session *session, int w, int h)
{
	if (!dialogue_is_open(dialogue))
		return 0;
	/* The advice begins on the row of the key bar. */
	return has_head(dialogue, session, w) + answer_rows(dialogue, session, w, h) +
	       match_rows(dialogue, h) + (h >= HEIGHT_FOR_RULE ? 1 : 0) +
	       advice_rows(dialogue, session, w, h) - 1;
}

static void draw_choices(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y, int rows)
{
	const struct form *form = &forms[dialogue->form];
	int count = dialogue_choice_count(dialogue, session);
	int top = dialogue->choice >= rows ? dialogue->choice - rows + 1 : 0;
	struct buf text = BUF_INIT;

	for (int i = 0; i < rows && top + i < count; i++) {
		bool chosen = top + i == dialogue->choice;
		bool marked = chosen && !canvas->is_calm; /* as in view_mark_selected() */
		enum role role = marked ? ROLE_SELECTED : ROLE_PLAIN;

		if (form->draw_choice) {
			form->draw_choice(session, canvas, y + i, top + i, role);
		} else {
			buf_clear(&text);
			buf_add_format(&text, "%d  %s", top + i + 1,
				wording_in(form->choices[top + i], session->lang));
			canvas_put(canvas, 2, y + i, canvas->w - 3, role, text.text);
		}
		if (marked)
			canvas_put(canvas, 0, y + i, 1, ROLE_PLAIN, ">");
		if (chosen) {
			canvas->cursor_x = 2;
			canvas->cursor_y = y + i;
		}
	}
	buf_release(&text);
}

static void draw_match(struct canvas *canvas, int y, const struct match *match, bool is_chosen)
{
	bool marked = is_chosen && !canvas->is_calm; /* as in view_mark_selected() */
	int right = canvas_put_right(
		canvas, canvas->w - 1, y, canvas->w / 3, ROLE_NOTICE, match->remark);

	canvas_put(canvas, 2, y, right - 3, marked ? ROLE_SELECTED : ROLE_PLAIN, match->text);
	if (marked)
		canvas_put(canvas, 0, y, 1, ROLE_PLAIN, ">");
}

static void draw_matches(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y, int rows)
{
	struct arena *arena = arena_new();
	struct matches found = dialogue_matches(dialogue, session, arena);
	int chosen = matches_place(&found, dialogue->match.text);
	int top = chosen >= rows ? chosen - rows + 1 : 0;

	for (int i = 0; i < rows && top + i < (int)found.count; i++) {
		draw_match(canvas, y + i, &found.rows[top + i], top + i == chosen);
		if (top + i == chosen && dialogue->is_on_match) {
			canvas->cursor_x = 2;
			canvas->cursor_y = y + i;
		}
	}
	if (!found.count && rows)
		canvas_put(canvas, 2, y, canvas->w - 3, ROLE_DIM,
			text_word(WORD_NOT_FOUND, session->lang));
	arena_free(arena);
}

/* That a draft goes on, or could; or that what is typed takes the place of what is there. */
static void add_remark(
	struct buf *out, const struct dialogue *dialogue, const struct session *session, int w)
{
	const struct drafts *drafts = &session->drafts;
	const struct draft_text *lost = drafts_find_lost(drafts, session->org);
	struct buf beginning = BUF_INIT;

	if (dialogue->edit.is_offered && w >= WIDTH_FOR_HINT)
		buf_add(out, text_word(WORD_TYPING_REPLACES, session->lang));
	if (!drafts->draft || !dialogue_is_writing(dialogue))
		return;
	if (drafts->is_others) {
		dialogue_add_whose(out, session, drafts->found_utc);
	} else if (drafts->resumed) {
		buf_add(out, text_word(WORD_DRAFT_RESUMED, session->lang));
	} else if (lost && utf8_is_blank(dialogue->edit.text.text)) {
		drafts_add_beginning(&beginning, lost->text);
		text_tui_draft_take(out, session->lang, beginning.text);
	}
	buf_release(&beginning);
}

static int put_label(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y)
{
	struct buf label = BUF_INIT;
	int used;

	add_label(&label, dialogue, session);
	used = canvas_put(canvas, 1, y, canvas->w - 2, ROLE_ACCENT, label.text);
	buf_release(&label);
	return used;
}

/* What it is about, and what there is to say of a draft. */
static void draw_head(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y)
{
	struct buf remark = BUF_INIT, title = BUF_INIT;
	int x = 1, w = canvas->w;

	if (field_x(dialogue, session, w) == 1)
		x += put_label(dialogue, session, canvas, y) + 2;
	add_remark(&remark, dialogue, session, w);
	if (remark.len)
		x += canvas_put(canvas, x, y, w - x - 1, ROLE_NOTICE, remark.text) + 2;
	add_about(&title, dialogue, session);
	canvas_put(canvas, x, y, w - x - 1, ROLE_DIM, title.text);
	buf_release(&remark);
	buf_release(&title);
}

static void draw_field(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y, int rows)
{
	int x = field_x(dialogue, session, canvas->w);

	if (dialogue_choice_count(dialogue, session)) {
		draw_choices(dialogue, session, canvas, y, rows);
		return;
	}
	if (x > 1)
		put_label(dialogue, session, canvas, y);
	edit_draw(&dialogue->edit, canvas, x, y, canvas->w - x - 1, rows);
}

void dialogue_draw(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y)
{
	int w = canvas->w, h = canvas->h;
	int rows = answer_rows(dialogue, session, w, h);

	canvas_blank(canvas, 0, y, w, h - y);
	if (h >= HEIGHT_FOR_RULE)
		canvas_rule(canvas, y++);
	if (has_head(dialogue, session, w))
		draw_head(dialogue, session, canvas, y++);
	draw_field(dialogue, session, canvas, y, rows);
	draw_matches(dialogue, session, canvas, y + rows, match_rows(dialogue, h));
	rows = advice_rows(dialogue, session, w, h);
	draw_text(canvas, (struct area){ 1, h - rows, w - 2, rows },
		dialogue->error.len ? ROLE_LATE : ROLE_DIM, advice(dialogue, session));
}
