/* SPDX-License-Identifier: MIT
 *
 * app: what the full screen is made of, and what happens to it.
 *
 * For     loop.c, and tests, which make one, press keys with app_key() and look at app_draw()'s
 *         canvas. The loop alone changes it; what is below gets the part that it needs.
 * Owner   app_new/app_free. The session and the views' states are its own.
 * Units   cells. */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "jalon/tui/app.h"
#include "tui/dialogue.h"
#include "tui/overlay.h"

/* What was, until a search as one types is taken or given up; then what came of it is to be said,
 * once. */
struct search_begun {
	bool is_on, is_to_be_said;
	struct buf text;
	struct spot spot;
};

struct app {
	struct session *session;
	int w, h;
	bool quitting;
	struct appearance appearance;
	enum view view, view_before; /* where one came from to one without a tab */
	void *views[VIEW_COUNT];     /* the state of each, as its type has it */
	bool notice_has_cursor;      /* it is all that the last key changed */
	struct overlay overlay;
	struct dialogue dialogue;
	struct search_begun search_begun;
};

struct app *app_new(const struct session_options *options, int w, int h);
/* The same before anything is asked or shown: what app_new() begins with. */
struct app *app_make(const struct session_options *options, int w, int h);
void app_free(struct app *app);

void app_key(struct app *app, struct key key);
void app_paste(struct app *app, const char *text, size_t len);
/* A turn of the wheel (−1 up, 1 down), or a press (0) at that cell. */
void app_click(struct app *app, int turn, int x, int y);
void app_resize(struct app *app, int w, int h);
/* Something was heard of the data folder: somebody saved, or moved. */
void app_wake(struct app *app);
/* Whether something is to be done once the keyboard rests: to tell the others where this person is,
 * or to note what they look at. */
bool app_waits_for_rest(const struct app *app);
/* The keyboard rests: what could wait until then. */
void app_rest(struct app *app);
/* Lists and texts fitted to what is there and to the screen; before each drawing. */
void app_settle(struct app *app);
void app_draw(const struct app *app, struct canvas *canvas);
/* The entry that keys are about; NULL: none. */
const struct entry *app_entry(const struct app *app);
/* What keys are about, be it no entry, as in jalon/model/subject.h; NULL: nothing. */
const char *app_subject(const struct app *app);

#endif
