/* SPDX-License-Identifier: MIT
 *
 * The loop: settle, draw, show, wait; a key becomes a command, a command changes, changes a
 * commit, a commit a snapshot. Drawing never changes anything, so whatever must be found or
 * fitted first is done by app_settle(). */
#include "jalon/store/watch.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/app.h"
#include "jalon/tui/command.h"
#include "jalon/tui/form.h"
#include "jalon/tui/key_name.h"
#include "jalon/tui/people.h"
#include "jalon/screen/term.h"

/* A keyboard that is still for so long rests. */
enum { REST_MS = 300 };

/* Something is seen now and then, whatever comes. */
enum { FRAMES_SKIPPED_MAX = 20 };

static void say_unknown_key(struct app *app, struct key key)
{
	struct buf name = BUF_INIT;

	if (key.code == KEY_CODE_UNKNOWN) {
		app_notice(app, text_word(WORD_UNKNOWN_KEY, app->lang));
		return;
	}
	key_name_add(&name, app->lang, key);
	buf_clear(&app->notice);
	text_tui_unknown_key(&app->notice, app->lang, name.text);
	app->notice_is_error = false;
	buf_release(&name);
}

void app_key(struct app *app, struct key key)
{
	const struct command *command;
	struct change_list changes;
	struct err err = ERR_INIT;

	buf_clear(&app->notice);
	arena_clear(app->command_arena);
	app_follow_day(app);
	people_unmark_seen(app);
	if (form_is_open(app)) {
		form_key(app, key);
		return;
	}
	command = command_find(key, command_place(app));
	if (!command) {
		say_unknown_key(app, key);
		return;
	}
	changes = command->run(app);
	if (!app_commit(app, &changes, &err) && !form_is_open(app))
		app_notice_err(app, &err);
}

void app_paste(struct app *app, const char *text, size_t len)
{
	if (!form_is_open(app)) {
		app_notice(app, text_word(WORD_PASTE_NOWHERE, app->lang));
		return;
	}
	form_paste(app, text, len);
}

void app_resize(struct app *app, int w, int h)
{
	app->w = w;
	app->h = h;
}

/* Nothing wakes up but for something that waits for the keyboard to rest. */
static int wait_ms(const struct app *app)
{
	int wait = watch_wait_ms(app->watch);

	if (people_must_be_told(app) && (wait < 0 || wait > REST_MS))
		wait = REST_MS;
	return wait;
}

static void wait_and_act(struct app *app, struct term *term)
{
	struct event event = term_wait(term, watch_fd(app->watch), wait_ms(app));
	int w, h;

	switch (event.kind) {
	case EVENT_KEY:
		app_key(app, event.key);
		people_tell_after_key(app);
		break;
	case EVENT_PASTE:
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
	case EVENT_END:
		app->quitting = true;
		break;
	}
}

bool app_run(const struct app_options *options, struct err *err)
{
	struct term *term = term_open(options->scheme);
	struct canvas *canvas;
	struct app *app;
	int w, h, skipped = 0;

	if (!term)
		return err_set(err, ERR_FAILED, MSG_NO_TERMINAL, NULL, "%s", "");
	term_size(term, &w, &h);
	canvas = canvas_new(w, h);
	app = app_new(options, w, h);
	while (!app->quitting) {
		app_settle(app);
		/* Keys that came faster than the line carries screens: one screen for them all. */
		if (skipped++ == FRAMES_SKIPPED_MAX || !term_has_input(term)) {
			app_draw(app, canvas);
			term_show(term, canvas);
			skipped = 0;
		}
		wait_and_act(app, term);
	}
	app_free(app);
	canvas_free(canvas);
	term_close(term);
	return true;
}
