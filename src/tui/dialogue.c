/* SPDX-License-Identifier: MIT */
#include "tui/dialogue.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/subject.h"
#include "jalon/session/values.h"
#include "tui/command.h"
#include "tui/key_name.h"

void dialogue_init(struct dialogue *dialogue)
{
	*dialogue = (struct dialogue){ .subject = "",
		.error = BUF_INIT,
		.told = BUF_INIT,
		.left = BUF_INIT,
		.match = BUF_INIT,
		.seen_arena = arena_new() };
	edit_init(&dialogue->edit, "", false);
}

void dialogue_release(struct dialogue *dialogue)
{
	edit_release(&dialogue->edit);
	buf_release(&dialogue->error);
	buf_release(&dialogue->left);
	buf_release(&dialogue->match);
	buf_release(&dialogue->told);
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

const struct entry *dialogue_entry(const struct dialogue *dialogue, const struct session *session)
{
	return session->org ? organisation_find_entry(session->org, dialogue->subject) : NULL;
}

static const char *value_of_subject(
	const struct session *session, const char *subject, enum field field)
{
	enum object of = subject_of(subject).of;
	const void *object = NULL;

	if (session->org &&
		(field_is_value_of(field, of) ||
			(of == OBJECT_ENTRY && field_is_value_of(field, OBJECT_ACTION))))
		object = subject_find(session->org, subject, field);
	return object ? field_get(field, object, session->arena) : "";
}

static void note_what_is_seen(
	struct dialogue *dialogue, const struct session *session, const char *subject)
{
	/* It may be this very dialogue's, which asks on. */
	subject = arena_copy(session->arena, subject);
	arena_clear(dialogue->seen_arena);
	dialogue->subject = arena_copy(dialogue->seen_arena, subject);
	for (int field = 0; field < FIELD_COUNT; field++)
		dialogue->seen[field] = arena_copy(dialogue->seen_arena,
			value_of_subject(session, subject, (enum field)field));
}

/* The note of that number, and what a draft of it is kept for: each has its own. */
static void note_what_is_written(
	struct dialogue *dialogue, const struct session *session, const struct wish *wish)
{
	const struct form *form = &forms[wish->number];
	const struct entry *entry = dialogue_entry(dialogue, session);
	size_t number = (size_t)wish->choice;

	dialogue->purpose = form->purpose;
	dialogue->seen_note = NULL;
	if (!form->is_of_note || !entry || number < 1 || number > entry->note_count)
		return;
	dialogue->seen_note =
		object_copy(OBJECT_NOTE, &entry->notes[number - 1], dialogue->seen_arena);
	dialogue->purpose = arena_format(dialogue->seen_arena, "%s %lld", form->purpose,
		(long long)dialogue->seen_note->at_utc);
}

/* What the answer goes on from. */
static const char *text_of(
	const struct dialogue *dialogue, const struct wish *wish, struct session *session)
{
	const struct form *form = &forms[wish->number];
	const struct entry *entry = dialogue_entry(dialogue, session);

	if (wish->text)
		return wish->text;
	if (form->is_value)
		return value_as_typed(session->arena, session->lang, form->field,
			value_of_subject(session, dialogue->subject, form->field));
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

/* A short answer that Ctrl-C cut off goes on where the same is asked again. */
static bool take_up_left(struct dialogue *dialogue)
{
	bool is_same = dialogue->left.len && dialogue->left_form == dialogue->form &&
		       strcmp(dialogue->left_entry, dialogue->subject) == 0;

	if (is_same)
		edit_set(&dialogue->edit, dialogue->left.text);
	buf_clear(&dialogue->left);
	return is_same;
}

void dialogue_open(struct dialogue *dialogue, struct session *session, const struct wish *wish)
{
	const struct form *form = &forms[wish->number];

	if (session->broken.code != ERR_NONE && !form->only_looks) {
		notice_say_err(&session->notice, session->lang, &session->broken);
		return;
	}
	dialogue->form = (enum form_name)wish->number;
	note_what_is_seen(dialogue, session, wish->entry ? wish->entry : "");
	note_what_is_written(dialogue, session, wish);
	buf_clear(&dialogue->match);
	dialogue->is_on_match = false;
	edit_release(&dialogue->edit);
	edit_init(&dialogue->edit, text_of(dialogue, wish, session), form->several_lines);
	if (!form->tells_text)
		dialogue->edit.size_max = size_max(form, session);
	dialogue->choice = wish->choice;
	buf_clear(&dialogue->error);
	dialogue->was_refused = dialogue->has_thrown = false;
	/* A value is put in another's place; words are gone on with. */
	if (form->purpose)
		resume(dialogue, session_begin_draft(session, dialogue->purpose, dialogue->subject,
					 dialogue->edit.text.text));
	else if (!form->tells_text && !take_up_left(dialogue))
		edit_offer(&dialogue->edit);
}

void dialogue_close(struct dialogue *dialogue)
{
	dialogue->form = FORM_NONE;
	edit_release(&dialogue->edit);
	edit_init(&dialogue->edit, "", false);
	buf_clear(&dialogue->error);
	buf_clear(&dialogue->told);
}

void dialogue_tell(struct dialogue *dialogue, const char *text)
{
	buf_clear(&dialogue->told);
	buf_add(&dialogue->told, text);
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
	/* What was just made, where that is what is asked about next. */
	const char *subject = done->entry ? done->entry : dialogue->subject;

	/* Who keeps theirs may still want the words of one's own. */
	if (session->drafts.draft && (form != FORM_CONFLICT || done->changes.count))
		drafts_remove(&session->drafts, &owner);
	else
		drafts_leave(&session->drafts, &owner, NULL);
	dialogue_close(dialogue);
	return next == FORM_NONE ? wish_of(WISH_NOTHING) : wish_ask(next, subject, NULL);
}

struct matches dialogue_matches(
	const struct dialogue *dialogue, const struct session *session, struct arena *arena)
{
	const struct finding finding = { session, dialogue->subject, dialogue->edit.text.text,
		arena };
	struct matches found = { NULL, 0, 0 };

	if (forms[dialogue->form].find)
		forms[dialogue->form].find(&finding, &found);
	return found;
}

static bool answer_by(struct dialogue *dialogue, const struct call *call, struct wish *wish,
	bool (*accept)(const struct answer *answer, struct wish *wish, struct err *err))
{
	struct session *session = call->session;
	struct answer answer = { .call = *call,
		.entry_id = dialogue->subject,
		.text = arena_copy(session->arena, dialogue->edit.text.text),
		.field = forms[dialogue->form].field,
		.choice = dialogue->choice,
		.seen = dialogue->seen,
		.seen_note = dialogue->seen_note,
		.is_repeated = dialogue->was_refused };
	struct matches found = dialogue_matches(dialogue, session, session->arena);
	int place = matches_place(&found, dialogue->match.text);
	struct err err = ERR_INIT;

	answer.call.entry = dialogue_entry(dialogue, session);
	if (place >= 0)
		answer.match = found.rows[place].id;
	if (accept(&answer, wish, &err))
		return true;
	dialogue_refuse(dialogue, session, &err);
	dialogue->was_refused = true;
	return false;
}

static bool answer(struct dialogue *dialogue, const struct call *call, struct wish *wish)
{
	return answer_by(dialogue, call, wish, forms[dialogue->form].accept);
}

/* Up and down go through what was found; what is typed begins at the first again. */
static bool move_match(struct dialogue *dialogue, const struct session *session, struct key key)
{
	struct matches found = dialogue_matches(dialogue, session, session->arena);
	int place = matches_place(&found, dialogue->match.text), count = (int)found.count;

	if (!forms[dialogue->form].find || (key.code != KEY_CODE_DOWN && key.code != KEY_CODE_UP))
		return false;
	if (count) {
		place = (place + (key.code == KEY_CODE_DOWN ? 1 : count - 1)) % count;
		buf_clear(&dialogue->match);
		buf_add(&dialogue->match, found.rows[place].id);
		dialogue->is_on_match = true;
	}
	return true;
}

/* Where Delete has nothing to delete of what is typed, it is about what was found. */
static bool takes_away(const struct dialogue *dialogue, struct key key)
{
	return key.code == KEY_CODE_DELETE && forms[dialogue->form].take_away &&
	       dialogue->edit.at == dialogue->edit.text.len;
}

int dialogue_choice_count(const struct dialogue *dialogue, const struct session *session)
{
	const struct form *form = &forms[dialogue->form];

	return form->count_choices ? form->count_choices(session) : form->choice_count;
}

enum { TENTH = 9 };

/* A digit chooses; where an answer only looks it also decides, as the key of any menu does. Of the
 * values that met in a conflict it only moves to one: the answer is written. */
static bool choose(
	struct dialogue *dialogue, const struct session *session, struct key key, bool *decides)
{
	int count = dialogue_choice_count(dialogue, session);

	*decides = false;
	if (count == 0)
		return false;
	key = key_as_digit(key);
	if (key.code == KEY_CODE_DOWN || key.code == 'j')
		dialogue->choice = (dialogue->choice + 1) % count;
	else if (key.code == KEY_CODE_UP || key.code == 'k')
		dialogue->choice = (dialogue->choice + count - 1) % count;
	/* The tenth has the key behind 9. */
	if (key.code == '0' && count > TENTH)
		key.code = '1' + TENTH;
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

/* What was thrown away and may be brought back stays on the disk until it is left so. */
static void keep(struct dialogue *dialogue, struct session *session)
{
	dialogue->was_refused = false;
	dialogue->has_thrown = dialogue->has_thrown && utf8_is_blank(dialogue->edit.text.text);
	if (dialogue_is_writing(dialogue) && !dialogue->has_thrown)
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
		{ "note-again", "notes" },
		{ "reason", "not-applicable" },
		{ "action", "action" },
	};
	struct key key;

	for (size_t i = 0; i < ARRAY_LEN(openers); i++) {
		if (strlen(openers[i].purpose) == strcspn(purpose, " ") &&
			strncmp(openers[i].purpose, purpose, strcspn(purpose, " ")) == 0 &&
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
	struct wish back = wish_ask(form->back,
		form->about_conflict ? session->conflict.conflict.entry : "",
		form->tells_text ? arena_copy(session->arena, dialogue->edit.text.text) : "");

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
		say_kept(session, dialogue->purpose);
		break;
	case DRAFTS_LEFT:
		if (dialogue->has_thrown)
			notice_say(&session->notice, text_word(WORD_DRAFT_DROPPED, session->lang));
		break;
	}
	dialogue_close(dialogue);
	*wish = wish_of(form->is_gate ? WISH_LEAVE : WISH_NOTHING);
	return form->is_gate;
}

/* Ctrl-X throws the text away, and brings it back: the dialogue stays, and says so. What another
 * session began is not ours to throw away. */
static void throw_away(struct dialogue *dialogue, struct session *session)
{
	struct drafts_owner owner = session_drafts_owner(session);

	if (session->drafts.is_others) {
		drafts_drop(&session->drafts, &owner);
		notice_say(&session->notice, text_word(WORD_DRAFT_NOT_OURS, session->lang));
		dialogue_close(dialogue);
		return;
	}
	buf_clear(&dialogue->error);
	if (!utf8_is_blank(dialogue->edit.text.text)) {
		edit_throw(&dialogue->edit);
		dialogue->has_thrown = true;
		buf_add(&dialogue->error, text_word(WORD_THROWN_AWAY, session->lang));
	} else if (dialogue->has_thrown) {
		edit_take_back(&dialogue->edit);
	}
	keep(dialogue, session);
}

/* As Esc does; but a short answer that was typed is kept too, since it is a key that people press
 * to get out, and not to give up. */
static bool break_off(struct dialogue *dialogue, struct session *session, struct wish *wish)
{
	const struct form *form = &forms[dialogue->form];
	bool is_typed = dialogue_choice_count(dialogue, session) == 0 && !form->purpose &&
			!form->is_gate && form->back == FORM_NONE && !dialogue->edit.is_offered &&
			!utf8_is_blank(dialogue->edit.text.text);
	bool leaves;

	dialogue->left_form = dialogue->form;
	snprintf(dialogue->left_entry, sizeof(dialogue->left_entry), "%s", dialogue->subject);
	if (is_typed)
		buf_add(&dialogue->left, dialogue->edit.text.text);
	leaves = leave(dialogue, session, wish);
	if (is_typed) {
		struct buf beginning = BUF_INIT;

		drafts_add_beginning(&beginning, dialogue->left.text);
		text_tui_typed_kept(notice_begin(&session->notice), session->lang, beginning.text);
		buf_release(&beginning);
	} else if (!dialogue_is_open(dialogue) && !session->notice.text.len) {
		notice_say(&session->notice, text_word(WORD_BROKEN_OFF, session->lang));
	}
	return leaves;
}

static void take_lost(struct dialogue *dialogue, struct session *session)
{
	struct drafts_owner owner = session_drafts_owner(session);

	if (dialogue_is_writing(dialogue) && utf8_is_blank(dialogue->edit.text.text))
		resume(dialogue, drafts_take_lost(&session->drafts, &owner, session->org,
					 dialogue->purpose, dialogue->subject));
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
	if (key.code == KEY_CTRL('C'))
		return break_off(dialogue, session, wish);
	if (key.code == KEY_ENTER_CODE && !key.alt)
		return answer(dialogue, call, wish);
	if (choose(dialogue, session, key, &decides))
		return decides && answer(dialogue, call, wish);
	if (key.code == KEY_CTRL('X') && session->drafts.draft) {
		throw_away(dialogue, session);
		return false;
	}
	buf_clear(&dialogue->error);
	if (takes_away(dialogue, key))
		return answer_by(dialogue, call, wish, forms[dialogue->form].take_away);
	if (move_match(dialogue, session, key))
		return false;
	buf_clear(&dialogue->match);
	dialogue->is_on_match = false;
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

void dialogue_add_whose(struct buf *out, const struct session *session, int64_t at_utc)
{
	struct buf when = BUF_INIT;

	text_when(&when, session->lang, at_utc, session_now(session));
	text_tui_draft_whose(out, session->lang, session->options.author, when.text);
	buf_release(&when);
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

void dialogue_announce_since(struct session *session)
{
	struct buf text = BUF_INIT, name = BUF_INIT;
	struct key key;

	session_add_since(&text, session);
	if (text.len && key_parse(command_named("since")->key, &key)) {
		key_name_add(&name, session->lang, key);
		text_since_shown(&text, session->lang, name.text);
		if (session->notice.text.len)
			buf_add_format(&text, "\n%s", session->notice.text.text);
		notice_say(&session->notice, text.text);
	}
	buf_release(&text);
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
		dialogue_add_whose(notice, session, draft->at_utc);
	}
	buf_release(&beginning);
	buf_release(&key);
}
