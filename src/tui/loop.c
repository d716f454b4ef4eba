/* SPDX-License-Identifier: MIT
 *
 * The loop: settle, draw, show, wait; a key becomes a command or an answer, which returns what it
 * wants, and carry_out() does it, here and nowhere else. Drawing never changes anything, so
 * whatever must be found or fitted first is done by app_settle(). */
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/session/values.h"
#include "jalon/screen/term.h"
#include "tui/adapting.h"
#include "tui/frame.h"
#include "tui/help.h"
#include "tui/key_name.h"
#include "tui/searching.h"
#include "tui/view_history.h"
#include "tui/view_organisations.h"
#include "tui/views.h"

/* A keyboard that is still for so long rests. */
enum { REST_MS = 300 };

/* Something is seen now and then, whatever comes. */
enum { FRAMES_SKIPPED_MAX = 20, WHEEL_ROWS = 3 };

/* How it went: not done, for a reason that `err` tells; or not yet, since something is asked. */
enum outcome { DONE, REFUSED, ASKED };

static void say(struct app *app, enum word word)
{
	notice_say(&app->session->notice, text_word(word, app->session->lang));
}

static void show(struct app *app, enum view view)
{
	struct session *session = app->session;
	const struct entry *selected = app_entry(app);

	overlay_close(&app->overlay);
	if (!views[view]->of_organisation && session_stays(session) && session->org) {
		say(app, WORD_STAYS_HERE);
		return;
	}
	if (views[view]->of_organisation && !session->org) {
		say(app, WORD_OPEN_ONE_FIRST);
		view = VIEW_ORGANISATIONS;
	}
	watch_all(session->watch, !views[view]->of_organisation);
	if (app->view != view && views[app->view]->leave)
		views[app->view]->leave(app->views[app->view], session);
	if (!views[app->view]->has_no_tab)
		app->view_before = app->view;
	if (app->view != view && views[view]->open_at)
		views[view]->open_at(app->views[view], session, selected, app->view);
	if (app->view != view && views[view]->enter)
		views[view]->enter(app->views[view], session);
	app->view = view;
}

/* The tab beside the present one. */
static void show_beside(struct app *app, int step)
{
	int view = app->view;

	do
		view = (view + step + VIEW_COUNT) % VIEW_COUNT;
	while (views[view]->has_no_tab ||
		(session_stays(app->session) && !views[view]->of_organisation));
	show(app, (enum view)view);
}

static void open(struct app *app, const char *org_id)
{
	if (!session_open(app->session, org_id))
		return;
	dialogue_announce_conflicts(app->session);
	dialogue_announce_draft(app->session);
	dialogue_announce_since(app->session);
	show(app, VIEW_CHECKLIST);
}

static void ask(struct app *app, const struct wish *wish)
{
	if (wish->org_id &&
		(!app->session->org || strcmp(wish->org_id, app->session->org_id) != 0) &&
		!session_open(app->session, wish->org_id))
		return;
	dialogue_open(&app->dialogue, app->session, wish);
}

/* What is shown first, once it is known who the person is. */
static void begin(struct app *app)
{
	struct session *session = app->session;
	const struct wish name = wish_ask(FORM_NEW, "", NULL);
	const char *org_id = session->options.org_id;
	const void *organisations = app->views[VIEW_ORGANISATIONS];

	if (org_id)
		open(app, org_id);
	if (session->org)
		return;
	views[VIEW_ORGANISATIONS]->enter(app->views[VIEW_ORGANISATIONS], session);
	show(app, VIEW_ORGANISATIONS);
	/* No choice is asked where there is none. */
	if (!org_id && organisations_only(organisations))
		open(app, organisations_only(organisations));
	if (session->org || session_stays(session))
		return;
	session_check_writable(session);
	if (organisations_count(organisations) == 0)
		ask(app, &name);
}

static void move(struct app *app, enum move move)
{
	if (app->overlay.kind != OVERLAY_NONE)
		pager_move(&app->overlay.pager, move);
	else
		views[app->view]->move(app->views[app->view], app->session, move);
}

/* What one came from to a place without a tab; else the list. */
static enum view view_behind(const struct app *app)
{
	return views[app->view]->has_no_tab ? app->view_before : VIEW_CHECKLIST;
}

/* One step out: of the overlay, of what the view has opened or hidden, of the view. */
static void back(struct app *app)
{
	const struct view_type *view = views[app->view];

	if (app->overlay.kind != OVERLAY_NONE)
		overlay_close(&app->overlay);
	else if ((!view->back || !view->back(app->views[app->view], app->session)) &&
		 app->view != VIEW_CHECKLIST && app->session->org)
		show(app, view_behind(app));
}

static void quit(struct app *app)
{
	if (app->overlay.kind != OVERLAY_NONE)
		overlay_close(&app->overlay);
	else if (views[app->view]->is_visit)
		show(app, view_behind(app));
	else
		app->quitting = true;
}

static void show_help(struct app *app)
{
	struct buf text = BUF_INIT;

	help_add_text(&text, frame_place(app), app->session->lang, app->appearance.signs);
	overlay_show_text(&app->overlay, text.text);
	buf_release(&text);
}

/* Both are the same, as where somebody else took it back first. */
static void say_nothing_to_choose(struct session *session)
{
	const struct conflict_met *met = &session->conflict;
	const struct change_words words = session_words(session);
	struct buf value = BUF_INIT;

	change_words_add_value(
		&value, &words, met->conflict.entry, met->conflict.field, &met->conflict.found);
	text_tui_already_back(notice_begin(&session->notice), session->lang,
		conflict_met_author(met, session->lang), value.text);
	buf_release(&value);
}

static enum outcome meet(struct app *app, enum session_result result)
{
	const struct conflict_met *met = &app->session->conflict;

	if (result == SESSION_DONE)
		return DONE;
	if (result == SESSION_REFUSED)
		return REFUSED;
	if (conflict_met_is_settled(met)) {
		say_nothing_to_choose(app->session);
	} else {
		const struct wish choice = wish_ask(FORM_CONFLICT, met->conflict.entry, "");

		ask(app, &choice);
	}
	return ASKED;
}

/* What was selected comes in sight: in this view, where it can show it, else in the list. */
static void reveal(struct app *app)
{
	const struct view_type *view = views[app->view];

	if (app->overlay.kind == OVERLAY_ENTRY || !session_entry(app->session))
		return;
	if (view->reveal && view->reveal(app->views[app->view], app->session))
		return;
	show(app, VIEW_CHECKLIST);
	views[VIEW_CHECKLIST]->reveal(app->views[VIEW_CHECKLIST], app->session);
}

/* Whether one is where it is seen already. */
static bool is_seen_here(const struct app *app, const struct change_list *changes)
{
	const struct view_type *view = views[app->view];

	for (size_t i = 0; view->shows && i < changes->count; i++) {
		if (view->shows(&changes->changes[i]))
			return true;
	}
	return false;
}

static void show_at(struct app *app, const struct wish *wish)
{
	show(app, (enum view)wish->number);
	if (!wish->entry)
		return;
	session_select(app->session, wish->entry);
	reveal(app);
}

/* What it was is said once it is in sight, and where that is. */
static enum outcome take_back(struct app *app, bool redo, struct err *err)
{
	struct session *session = app->session;
	struct session_taken taken = { .has_place = false };
	enum outcome outcome = meet(app, session_undo(session, redo, &taken, err));

	if (outcome != DONE)
		return outcome;
	if (is_seen_here(app, &taken.changes))
		taken.has_place = true;
	else if (taken.has_place)
		reveal(app);
	session_say_taken(session, redo, &taken,
		taken.has_place ? wording_in(views[app->view]->title, session->lang) : "");
	return DONE;
}

/* Where the view stays, so does the selection, which is else on what was made. */
static enum outcome commit(struct app *app, const struct wish *wish, struct err *err)
{
	struct session *session = app->session;
	char entry[SESSION_ID_SIZE];
	enum outcome outcome;

	memcpy(entry, session->entry, sizeof(entry));
	outcome = meet(app, session_commit(session, &wish->changes, err));
	if (outcome == DONE && views[app->view]->stays && strcmp(entry, session->entry) != 0 &&
		organisation_find_entry(session->org, entry)) {
		session_select(session, entry);
		say(app, WORD_WALK_STAYS);
	}
	return outcome;
}

static void show_history(struct app *app, const struct history_filter *filter)
{
	show(app, VIEW_HISTORY);
	if (app->view == VIEW_HISTORY)
		history_narrow(app->views[VIEW_HISTORY], filter);
}

/* A text over the view. */
static void show_over(struct app *app, const struct wish *wish)
{
	if (wish->kind == WISH_READ)
		overlay_show_entry(&app->overlay, app->view == VIEW_PLAN);
	else if (wish->kind == WISH_TEXT)
		overlay_show_text(&app->overlay, wish->text);
	else
		show_help(app);
}

static enum outcome carry_out(struct app *app, const struct wish *wish, struct err *err)
{
	switch (wish->kind) {
	case WISH_NOTHING:
		break;
	case WISH_CHANGES:
		return commit(app, wish, err);
	case WISH_UNDO:
	case WISH_REDO:
		return take_back(app, wish->kind == WISH_REDO, err);
	case WISH_BEGIN:
		begin(app);
		break;
	case WISH_OPEN:
		open(app, wish->text);
		break;
	case WISH_SHOW:
		show_at(app, wish);
		break;
	case WISH_HISTORY:
		show_history(app, &wish->filter);
		break;
	case WISH_BESIDE:
		show_beside(app, wish->number);
		break;
	case WISH_ASK:
		ask(app, wish);
		return ASKED;
	case WISH_MOVE:
		move(app, (enum move)wish->number);
		break;
	case WISH_ASK_SEARCH:
		searching_ask(app);
		return ASKED;
	case WISH_SEARCH:
		return searching_take(app, wish->text, err) ? DONE : REFUSED;
	case WISH_FIND_NEXT:
		searching_next(app);
		break;
	case WISH_READ:
	case WISH_TEXT:
	case WISH_HELP:
		show_over(app, wish);
		break;
	case WISH_ADAPT:
		adapting_take(app, (enum adaptation)wish->number);
		break;
	case WISH_BACK:
		back(app);
		break;
	case WISH_QUIT:
		quit(app);
		break;
	case WISH_LEAVE:
		app->quitting = true;
		break;
	}
	return DONE;
}

static struct call call_of(struct app *app, int argument)
{
	return (struct call){ .session = app->session,
		.view = app->views[app->view],
		.place = frame_place(app),
		.entry = app_entry(app),
		.subject = app_subject(app),
		.argument = argument };
}

/* The dialogue closes only once the answer is on the disk. */
static void give_key_to_dialogue(struct app *app, struct key key)
{
	struct call call = call_of(app, 0);
	enum form_name asked = app->dialogue.form;
	struct wish wish = wish_of(WISH_NOTHING), next;
	struct err err = ERR_INIT;
	enum outcome outcome;

	if (!dialogue_key(&app->dialogue, &call, key, &wish))
		return;
	outcome = carry_out(app, &wish, &err);
	/* The answer may have led to another question, or one and the same once more. */
	if (app->dialogue.form != asked || outcome == ASKED)
		return;
	if (outcome == REFUSED) {
		dialogue_refuse(&app->dialogue, app->session, &err);
		return;
	}
	next = dialogue_finish(&app->dialogue, app->session, &wish);
	carry_out(app, &next, &err);
	if ((asked == FORM_KEPT || asked == FORM_KEPT_VALUE) && wish.kind == WISH_CHANGES) {
		say(app, WORD_ALL_SETTLED);
		dialogue_announce_conflicts(app->session);
	}
}

static void say_unknown_key(struct app *app, struct key key)
{
	struct session *session = app->session;
	struct buf name = BUF_INIT;

	if (key.code == KEY_CODE_UNKNOWN || key.code == KEY_CODE_BROKEN) {
		say(app, key.code == KEY_CODE_BROKEN ? WORD_NO_UTF8_KEY : WORD_UNKNOWN_KEY);
		return;
	}
	key_name_add(&name, session->lang, key);
	text_tui_unknown_key(notice_begin(&session->notice), session->lang, name.text);
	buf_release(&name);
}

static void run(struct app *app, const struct command *command)
{
	struct call call = call_of(app, command->argument);
	struct wish wish = command->run(&call);
	struct err err = ERR_INIT;

	if (carry_out(app, &wish, &err) == REFUSED)
		notice_say_err(&app->session->notice, app->session->lang, &err);
}

static void take_key(struct app *app, struct key key)
{
	const struct command *command;

	if (dialogue_is_open(&app->dialogue)) {
		give_key_to_dialogue(app, key);
		return;
	}
	if (key.code == KEY_CTRL('C')) {
		app->quitting = true;
		return;
	}
	command = command_find(key, frame_place(app));
	if (command)
		run(app, command);
	else
		say_unknown_key(app, key);
}

void app_key(struct app *app, struct key key)
{
	struct session *session = app->session;
	unsigned version = session->version, selections = session->selections;
	enum view view = app->view;

	notice_clear(&session->notice);
	arena_clear(session->arena);
	session_follow_day(session);
	/* What a search passes by as one types is not looked at. */
	if (!app->search_begun.is_on) {
		people_unmark_seen(&session->people, session->entry, session_now(session));
		since_look_rested(&session->since);
	}
	take_key(app, key);
	searching_follow(app);
	/* A voice reads where the cursor is. */
	app->notice_has_cursor = session->notice.text.len && version == session->version &&
				 selections == session->selections && view == app->view;
}

void app_paste(struct app *app, const char *text, size_t len)
{
	if (dialogue_is_open(&app->dialogue))
		dialogue_paste(&app->dialogue, app->session, text, len);
	else
		say(app, WORD_PASTE_NOWHERE);
	searching_follow(app);
}

/* What a click would do to a question nobody can tell; the wheel goes on behind one. */
void app_click(struct app *app, int turn, int x, int y)
{
	const struct view_type *view = views[app->view];
	struct frame frame = frame_of(app);

	for (int i = 0; turn && i < WHEEL_ROWS; i++)
		move(app, turn < 0 ? MOVE_UP : MOVE_DOWN);
	if (!turn && !dialogue_is_open(&app->dialogue) && app->overlay.kind == OVERLAY_NONE &&
		view->click)
		view->click(app->views[app->view], app->session, &frame, x, y);
}

struct app *app_new(const struct session_options *options, int w, int h)
{
	const struct wish who = wish_ask(FORM_WHO, "", NULL);
	struct app *app = app_make(options, w, h);

	if (session_asks_author(app->session))
		ask(app, &who);
	else
		begin(app);
	return app;
}

/* Nothing wakes up but for something that waits for the keyboard to rest. */
static int wait_ms(const struct app *app)
{
	int wait = watch_wait_ms(app->session->watch);

	if (app_waits_for_rest(app) && (wait < 0 || wait > REST_MS))
		wait = REST_MS;
	return wait;
}

/* Letters that came in one go, where none of them is a line's end: each is a key, unless they are
 * being written. */
static void type_ahead(struct app *app, const char *text, size_t len)
{
	for (size_t at = 0; at < len && !app->quitting;) {
		struct key key = { .alt = false };

		if (dialogue_is_open(&app->dialogue)) {
			app_paste(app, text + at, len - at);
			return;
		}
		at += utf8_decode(text + at, len - at, &key.code);
		app_settle(app);
		app_key(app, key);
	}
}

static void wait_and_act(struct app *app, struct term *term)
{
	struct event event = term_wait(term, watch_fd(app->session->watch), wait_ms(app));
	int w, h;

	switch (event.kind) {
	case EVENT_KEY:
		app_key(app, event.key);
		/* Who begins or stops to write says so at once, who moves does when the keyboard
		 * rests. */
		if (app->session->people.told_writing != dialogue_is_writing(&app->dialogue))
			app_rest(app);
		break;
	case EVENT_PASTE:
		if (event.is_typed && !event.has_lines)
			type_ahead(app, event.text, event.len);
		else
			app_paste(app, event.text, event.len);
		break;
	case EVENT_RESIZE:
		term_size(term, &w, &h);
		app_resize(app, w, h);
		break;
	case EVENT_TIME:
		app_rest(app);
		app_wake(app);
		break;
	case EVENT_FD:
		app_wake(app);
		break;
	case EVENT_CLICK:
		app_click(app, event.turn, event.x, event.y);
		break;
	case EVENT_BACKGROUND:
		if (!app->appearance.scheme_is_chosen)
			app->appearance.scheme = event.scheme;
		break;
	case EVENT_END:
		app->quitting = true;
		break;
	}
}

bool app_run(const struct app_options *options, struct err *err)
{
	struct term *term = term_open(options->terminal, &options->appearance, options->escape_ms);
	struct canvas *canvas;
	struct app *app;
	bool painted = false;
	int w, h, skipped = 0;

	if (!term)
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_TERMINAL, options->terminal);
	term_size(term, &w, &h);
	canvas = canvas_new(w, h);
	app = app_new(&options->session, w, h);
	app->appearance = options->appearance;
	if (options->speaks_no_utf8)
		say(app, WORD_SPEAKS_NO_UTF8);
	while (!app->quitting) {
		app_settle(app);
		/* Keys that came faster than the line carries screens: one screen for them all. */
		if (skipped++ == FRAMES_SKIPPED_MAX || !term_has_input(term)) {
			term_adapt(term, &app->appearance);
			app_draw(app, canvas);
			term_show(term, canvas);
			skipped = 0;
			/* What the start took and needs no more is given back, once it is seen. */
			if (!painted)
				mem_trim();
			painted = true;
		}
		wait_and_act(app, term);
	}
	app_free(app);
	canvas_free(canvas);
	term_close(term);
	return true;
}
