/* SPDX-License-Identifier: MIT */
#include "tui/dialogue.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/export/describe.h"
#include "tui/command.h"
#include "tui/key_name.h"

enum { WIDTH_FOR_HINT = 60, HEIGHT_FOR_RULE = 12, FIELD_MIN = 20 };

void dialogue_init(struct dialogue *dialogue)
{
	*dialogue = (struct dialogue){ .error = BUF_INIT, .seen_arena = arena_new() };
	edit_init(&dialogue->edit, "", false);
}

void dialogue_release(struct dialogue *dialogue)
{
	edit_release(&dialogue->edit);
	buf_release(&dialogue->error);
	arena_free(dialogue->seen_arena);
}

bool dialogue_is_open(const struct dialogue *dialogue)
{
	return dialogue->form != FORM_NONE;
}

bool dialogue_is_writing(const struct dialogue *dialogue)
{
	return forms[dialogue->form].purpose != NULL;
}

/* NULL where it is about none, or about one that is no more. */
static const struct entry *entry_of(const struct dialogue *dialogue, const struct session *session)
{
	return session->org ? organisation_find_entry(session->org, dialogue->entry) : NULL;
}

static void note_what_is_seen(
	struct dialogue *dialogue, struct session *session, const struct entry *entry)
{
	arena_clear(dialogue->seen_arena);
	for (int field = 0; field < FIELD_COUNT; field++) {
		const char *text = "";

		if (entry && field_is_value_of((enum field)field, OBJECT_ENTRY))
			text = field_get((enum field)field, entry, session->arena);
		dialogue->seen[field] = arena_copy(dialogue->seen_arena, text);
	}
}

/* What the answer goes on from. */
static const char *text_of(
	const struct wish *wish, struct session *session, const struct entry *entry)
{
	const struct form *form = &forms[wish->number];

	if (wish->text)
		return wish->text;
	return form->begin && entry ? form->begin(session, entry, form->field) : "";
}

static size_t size_max(const struct form *form, const struct session *session)
{
	size_t max = form->is_gate && session->limits.are_set
			     ? LIMITS_NAME_MAX
			     : limits_text_max(&session->limits, form->several_lines);

	return max < EDIT_SIZE_MAX ? max : EDIT_SIZE_MAX;
}

/* A text that goes on where it was left. */
static void resume(struct dialogue *dialogue, const char *found)
{
	if (found)
		edit_set(&dialogue->edit, found);
}

void dialogue_open(struct dialogue *dialogue, struct session *session, const struct wish *wish)
{
	const struct form *form = &forms[wish->number];
	const struct entry *entry;

	if (session->broken.code != ERR_NONE && !form->only_looks) {
		notice_say_err(&session->notice, session->lang, &session->broken);
		return;
	}
	dialogue->form = (enum form_name)wish->number;
	snprintf(dialogue->entry, sizeof(dialogue->entry), "%s", wish->entry ? wish->entry : "");
	entry = entry_of(dialogue, session);
	note_what_is_seen(dialogue, session, entry);
	edit_release(&dialogue->edit);
	edit_init(&dialogue->edit, text_of(wish, session, entry), form->several_lines);
	dialogue->edit.size_max = size_max(form, session);
	dialogue->choice = wish->choice;
	buf_clear(&dialogue->error);
	/* A value is put in another's place; words are gone on with. */
	if (form->purpose)
		resume(dialogue, session_begin_draft(session, form->purpose, dialogue->entry,
					 dialogue->edit.text.text));
	else
		edit_offer(&dialogue->edit);
}

void dialogue_close(struct dialogue *dialogue)
{
	dialogue->form = FORM_NONE;
	edit_release(&dialogue->edit);
	edit_init(&dialogue->edit, "", false);
	buf_clear(&dialogue->error);
}

void dialogue_refuse(
	struct dialogue *dialogue, const struct session *session, const struct err *err)
{
	buf_clear(&dialogue->error);
	notice_add_err(&dialogue->error, session->lang, err);
}

struct wish dialogue_finish(
	struct dialogue *dialogue, struct session *session, const struct wish *done)
{
	struct drafts_owner owner = session_drafts_owner(session);
	enum form_name form = dialogue->form, next = forms[form].next;
	const char *entry = arena_copy(session->arena, dialogue->entry);

	/* Who keeps theirs may still want the words of one's own. */
	if (session->drafts.draft && (form != FORM_CONFLICT || done->changes.count))
		drafts_remove(&session->drafts, &owner);
	else
		drafts_leave(&session->drafts, &owner, NULL);
	dialogue_close(dialogue);
	return next == FORM_NONE ? wish_of(WISH_NOTHING) : wish_ask(next, entry, NULL);
}

static bool answer(struct dialogue *dialogue, const struct call *call, struct wish *wish)
{
	struct session *session = call->session;
	struct answer answer = { .call = *call,
		.entry_id = dialogue->entry,
		.text = arena_copy(session->arena, dialogue->edit.text.text),
		.field = forms[dialogue->form].field,
		.choice = dialogue->choice,
		.seen = dialogue->seen };
	struct err err = ERR_INIT;

	answer.call.entry = entry_of(dialogue, session);
	if (forms[dialogue->form].accept(&answer, wish, &err))
		return true;
	dialogue_refuse(dialogue, session, &err);
	return false;
}

static int choice_count(const struct dialogue *dialogue, const struct session *session)
{
	const struct form *form = &forms[dialogue->form];

	return form->count_choices ? form->count_choices(session) : form->choice_count;
}

/* A digit chooses; where an answer only looks it also decides, as the key of any menu does. Of the
 * values that met in a conflict it only moves to one: the answer is written. */
static bool choose(
	struct dialogue *dialogue, const struct session *session, struct key key, bool *decides)
{
	int count = choice_count(dialogue, session);

	*decides = false;
	if (count == 0)
		return false;
	key = key_as_digit(key);
	if (key.code == KEY_CODE_DOWN || key.code == 'j')
		dialogue->choice = (dialogue->choice + 1) % count;
	else if (key.code == KEY_CODE_UP || key.code == 'k')
		dialogue->choice = (dialogue->choice + count - 1) % count;
	if (key.code >= '1' && key.code < '1' + (uint32_t)count) {
		dialogue->choice = (int)(key.code - '1');
		*decides = forms[dialogue->form].only_looks;
	}
	return true;
}

static void say_what_was_cut(struct dialogue *dialogue, const struct session *session)
{
	struct edit *edit = &dialogue->edit;
	int count = 0;

	if (!edit->was_cut)
		return;
	edit->was_cut = false;
	for (size_t at = 0; at < edit->text.len; count++)
		at = utf8_next(edit->text.text, edit->text.len, at);
	buf_clear(&dialogue->error);
	text_tui_kept_first(&dialogue->error, session->lang, count);
}

static void keep(struct dialogue *dialogue, struct session *session)
{
	if (dialogue_is_writing(dialogue))
		drafts_keep(&session->drafts, &dialogue->edit.text);
	say_what_was_cut(dialogue, session);
}

void dialogue_paste(
	struct dialogue *dialogue, struct session *session, const char *text, size_t len)
{
	edit_insert(&dialogue->edit, text, len);
	keep(dialogue, session);
}

/* The key that opens what a text was for. */
static void add_key(struct buf *out, enum lang lang, const char *purpose)
{
	static const struct {
		const char *purpose, *command;
	} openers[] = {
		{ "note", "note" },
		{ "reason", "not-applicable" },
		{ "action", "action" },
	};
	struct key key;

	for (size_t i = 0; i < ARRAY_LEN(openers); i++) {
		if (strcmp(openers[i].purpose, purpose) == 0 &&
			key_parse(command_named(openers[i].command)->key, &key))
			key_name_add(out, lang, key);
	}
}

static void say_kept(struct session *session, const char *purpose)
{
	struct buf key = BUF_INIT;

	add_key(&key, session->lang, purpose);
	text_tui_draft_kept(notice_begin(&session->notice), session->lang, key.text);
	buf_release(&key);
}

/* Esc: what is written waits, everything else is given up. True when the program is left. */
static bool leave(struct dialogue *dialogue, struct session *session, struct wish *wish)
{
	const struct form *form = &forms[dialogue->form];
	struct drafts_owner owner = session_drafts_owner(session);
	struct wish back = wish_ask(form->back, session->conflict.conflict.entry, "");

	if (form->back != FORM_NONE) {
		dialogue_open(dialogue, session, &back);
		return false;
	}
	switch (drafts_leave(
		&session->drafts, &owner, form->purpose ? &dialogue->edit.text : NULL)) {
	case DRAFTS_CANNOT_KEEP:
		buf_clear(&dialogue->error);
		buf_add(&dialogue->error, text_word(WORD_CANNOT_KEEP_DRAFT, session->lang));
		return false;
	case DRAFTS_LEFT_KEPT:
		say_kept(session, form->purpose);
		break;
	case DRAFTS_LEFT:
		break;
	}
	dialogue_close(dialogue);
	*wish = wish_of(form->is_gate ? WISH_LEAVE : WISH_NOTHING);
	return form->is_gate;
}

static void drop_draft(struct dialogue *dialogue, struct session *session)
{
	struct drafts_owner owner = session_drafts_owner(session);
	bool dropped = drafts_drop(&session->drafts, &owner);

	notice_say(&session->notice,
		text_word(dropped ? WORD_DRAFT_DROPPED : WORD_DRAFT_NOT_OURS, session->lang));
	dialogue_close(dialogue);
}

static void take_lost(struct dialogue *dialogue, struct session *session)
{
	struct drafts_owner owner = session_drafts_owner(session);

	if (dialogue_is_writing(dialogue) && utf8_is_blank(dialogue->edit.text.text))
		resume(dialogue, drafts_take_lost(&session->drafts, &owner, session->org,
					 forms[dialogue->form].purpose, dialogue->entry));
}

static void offer(struct dialogue *dialogue, struct session *session)
{
	const char *offered = forms[dialogue->form].offer(session, dialogue->edit.text.text);

	if (offered)
		edit_set(&dialogue->edit, offered);
}

bool dialogue_key(
	struct dialogue *dialogue, const struct call *call, struct key key, struct wish *wish)
{
	struct session *session = call->session;
	bool decides;

	if (key.code == KEY_ESCAPE_CODE)
		return leave(dialogue, session, wish);
	if (key.code == KEY_ENTER_CODE && !key.alt)
		return answer(dialogue, call, wish);
	if (choose(dialogue, session, key, &decides))
		return decides && answer(dialogue, call, wish);
	if (key.code == KEY_CTRL('X') && session->drafts.draft) {
		drop_draft(dialogue, session);
		return false;
	}
	buf_clear(&dialogue->error);
	if (key.code == KEY_TAB_CODE && forms[dialogue->form].offer)
		offer(dialogue, session);
	else if (key.code == KEY_CTRL('R'))
		take_lost(dialogue, session);
	else if (key.code == KEY_CODE_BROKEN)
		buf_add(&dialogue->error, text_word(WORD_NO_UTF8_KEY, session->lang));
	else
		edit_key(&dialogue->edit, key);
	keep(dialogue, session);
	return false;
}

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
	return choice_count(dialogue, session) || w - x < FIELD_MIN ? 1 : x;
}

/* A row that says what it is about, or what is asked where the field has no room beside it. */
static bool has_head(const struct dialogue *dialogue, const struct session *session, int w)
{
	const struct form *form = &forms[dialogue->form];

	return field_x(dialogue, session, w) == 1 || form->purpose || form->begin ||
	       entry_of(dialogue, session);
}

static int answer_rows(const struct dialogue *dialogue, const struct session *session, int w, int h)
{
	const struct form *form = &forms[dialogue->form];
	int most = h / 2 - 2, rows = 1;

	if (choice_count(dialogue, session))
		rows = choice_count(dialogue, session);
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

/* What helps to answer, or why the answer was not taken. Nobody is told that Esc keeps what it
 * cannot. */
static const char *advice(const struct dialogue *dialogue, const struct session *session)
{
	if (dialogue->error.len)
		return dialogue->error.text;
	if (session->drafts.is_failing && dialogue_is_writing(dialogue))
		return text_word(WORD_DRAFT_NOT_KEPT, session->lang);
	return wording_in(forms[dialogue->form].hint, session->lang);
}

static int advice_rows(const struct dialogue *dialogue, const struct session *session, int w, int h)
{
	int most = dialogue->error.len ? 3 : 2;

	return draw_text_rows(
		advice(dialogue, session), w - 2, h >= HEIGHT_FOR_RULE ? most : most - 1);
}

int dialogue_rows(const struct dialogue *dialogue, const struct session *session, int w, int h)
{
	if (!dialogue_is_open(dialogue))
		return 0;
	/* The advice begins on the row of the key bar. */
	return has_head(dialogue, session, w) + answer_rows(dialogue, session, w, h) +
	       (h >= HEIGHT_FOR_RULE ? 1 : 0) + advice_rows(dialogue, session, w, h) - 1;
}

static void draw_choices(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y, int rows)
{
	const struct form *form = &forms[dialogue->form];
	int count = choice_count(dialogue, session);
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

/* Of a name that several give: who that was, and when. */
static void add_whose(struct buf *out, const struct session *session, int64_t at_utc)
{
	struct buf when = BUF_INIT;

	text_when(&when, session->lang, at_utc, session_now(session));
	text_tui_draft_whose(out, session->lang, session->options.author, when.text);
	buf_release(&when);
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
		add_whose(out, session, drafts->found_utc);
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
	const struct entry *entry = entry_of(dialogue, session);
	struct buf remark = BUF_INIT, title = BUF_INIT;
	int x = 1, w = canvas->w;

	if (field_x(dialogue, session, w) == 1)
		x += put_label(dialogue, session, canvas, y) + 2;
	add_remark(&remark, dialogue, session, w);
	if (remark.len)
		x += canvas_put(canvas, x, y, w - x - 1, ROLE_NOTICE, remark.text) + 2;
	if (entry)
		describe_title(&title, entry, session->lang);
	canvas_put(canvas, x, y, w - x - 1, ROLE_DIM, title.text);
	buf_release(&remark);
	buf_release(&title);
}

static void draw_field(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y, int rows)
{
	int x = field_x(dialogue, session, canvas->w);

	if (choice_count(dialogue, session)) {
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
	rows = advice_rows(dialogue, session, w, h);
	draw_text(canvas, (struct area){ 1, h - rows, w - 2, rows },
		dialogue->error.len ? ROLE_LATE : ROLE_DIM, advice(dialogue, session));
}

void dialogue_announce_conflicts(struct session *session)
{
	size_t count = session->org ? organisation_open_conflicts(session->org) : 0;
	struct buf name = BUF_INIT;
	struct key key;

	if (count && key_parse(command_named("conflicts")->key, &key)) {
		key_name_add(&name, session->lang, key);
		text_tui_conflicts_wait(
			notice_begin(&session->notice), session->lang, (int)count, name.text);
	}
	buf_release(&name);
}

void dialogue_announce_draft(struct session *session)
{
	const struct draft_text *draft = &session->drafts.waiting[0];
	struct buf beginning = BUF_INIT, key = BUF_INIT, *notice;
	const struct entry *entry;

	if (session->drafts.count == 0)
		return;
	entry = organisation_find_entry(session->org, draft->entry);
	drafts_add_beginning(&beginning, draft->text);
	add_key(&key, session->lang, draft->purpose);
	notice = notice_begin(&session->notice);
	if (drafts_is_lost(draft, session->org))
		text_tui_draft_lost(notice, session->lang, beginning.text);
	else if (entry)
		text_tui_draft_waits_at(notice, session->lang, beginning.text,
			wording_in(entry_title(entry), session->lang), key.text);
	else
		text_tui_draft_waits(notice, session->lang, beginning.text, key.text);
	if (session->options.is_restricted) {
		buf_add_char(notice, ' ');
		add_whose(notice, session, draft->at_utc);
	}
	buf_release(&beginning);
	buf_release(&key);
}
