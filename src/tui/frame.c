/* SPDX-License-Identifier: MIT
 *
 * On a small screen the frame gives way first: tabs and rules below 12 rows, the key bar below 8.
 */
#include "tui/frame.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "tui/dialogue_draw.h"
#include "tui/key_name.h"
#include "tui/searching.h"
#include "tui/views.h"

enum { ROWS_FOR_TABS = 12, WIDTH_MIN = 20, HEIGHT_MIN = 6 };
enum { WIDTH_FOR_ALL_TABS = 72, TAB_GAP = 2, WIDTH_FOR_WORDS = 60 };
enum { WIDTH_FOR_NAME = 40, WIDTH_FOR_PEOPLE = 12, NOTICE_ROWS_MAX = 3 };

const struct entry *app_entry(const struct app *app)
{
	const struct view_type *view = views[app->view];

	return app->session->org && view->selected
		       ? view->selected(app->views[app->view], app->session)
		       : NULL;
}

const char *app_subject(const struct app *app)
{
	const struct view_type *view = views[app->view];
	const struct entry *entry = app_entry(app);

	if (app->session->org && app->overlay.kind == OVERLAY_NONE && view->subject)
		return view->subject(app->views[app->view], app->session);
	return entry ? entry->id : NULL;
}

int frame_place(const struct app *app)
{
	if (app->overlay.kind == OVERLAY_ENTRY)
		return IN_ENTRY;
	return app->overlay.kind != OVERLAY_NONE ? IN_OVERLAY : 1 << app->view;
}

/* The same for the key bar, which shows only what works on the selected row, unless that would have
 * it drawn anew at each step. */
static int bar_place(const struct app *app)
{
	int place = frame_place(app);

	if (place == IN_CHECKLIST && !app_entry(app) && !app->appearance.is_calm)
		return ON_TITLE;
	if (place == IN_WALK && !app_entry(app))
		return AT_END;
	return place;
}

bool frame_has_room(const struct app *app)
{
	return app->w >= WIDTH_MIN && app->h >= HEIGHT_MIN;
}

static bool has_tabs(const struct app *app)
{
	return app->h >= ROWS_FOR_TABS;
}

static int notice_rows(const struct app *app)
{
	if (!app->session->notice.text.len || dialogue_is_open(&app->dialogue))
		return 0;
	return draw_text_rows(app->session->notice.text.text, app->w - 2, NOTICE_ROWS_MAX);
}

/* What a dialogue or a notice takes from the view. A notice stands above the key bar, and on a
 * small screen in its place. */
static int covered_rows(const struct app *app)
{
	int rows = notice_rows(app);

	if (dialogue_is_open(&app->dialogue))
		return dialogue_rows(&app->dialogue, app->session, app->w, app->h);
	return rows && !has_tabs(app) ? rows - 1 : rows;
}

static void broken_text(const struct app *app, struct buf *out)
{
	buf_add(out, text_word(WORD_READ_ONLY, app->session->lang));
	text_err(out, app->session->lang, &app->session->broken);
}

static int broken_rows(const struct app *app)
{
	struct buf text = BUF_INIT;
	int rows;

	if (app->session->broken.code == ERR_NONE)
		return 0;
	broken_text(app, &text);
	rows = draw_text_rows(text.text, app->w - 2, has_tabs(app) ? NOTICE_ROWS_MAX : 1);
	buf_release(&text);
	return rows;
}

static int frame_top(const struct app *app)
{
	return has_tabs(app) ? 3 : 1;
}

struct frame frame_of(const struct app *app)
{
	int top = frame_top(app) + broken_rows(app), covered = covered_rows(app);
	int h = app->h - top - 1 - covered;

	return (struct frame){ .w = app->w,
		.h = app->h,
		.signs = app->appearance.signs,
		.is_calm = app->appearance.is_calm,
		.area = { 0, top, app->w, h > 0 ? h : 0 },
		.covered_rows = covered,
		.is_asking = dialogue_is_open(&app->dialogue) };
}

/* Adds a part where all of it has room, and empties it. */
static void add_where_it_fits(struct buf *out, struct buf *part, int room)
{
	if (utf8_width_cells(out->text, out->len) + utf8_width_cells(part->text, part->len) <= room)
		buf_add(out, part->text);
	buf_clear(part);
}

/* What there is room for, in this order: where a screen is small the first figures are those that
 * somebody has to act upon. */
static void counts_text(const struct app *app, struct buf *out)
{
	const struct counts *counts = &app->session->counts;
	int done = counts->by_status[STATUS_DONE], room = app->w * 3 / 4;
	bool is_brief = app->w < WIDTH_FOR_WORDS;
	enum lang lang = app->session->lang;
	struct buf part = BUF_INIT;

	if (app->w < WIDTH_FOR_NAME || (is_brief && counts->by_status[STATUS_NEW]))
		buf_add_format(out, "%d/%d", done, counts_applicable(counts));
	else
		text_tui_done(out, lang, done, counts_applicable(counts));
	if (counts->late)
		text_tui_late(&part, lang, counts->late);
	add_where_it_fits(out, &part, room);
	if (counts->by_status[STATUS_NEW] && is_brief)
		text_tui_new_brief(&part, lang, counts->by_status[STATUS_NEW]);
	else if (counts->by_status[STATUS_NEW])
		text_tui_new(&part, lang, counts->by_status[STATUS_NEW]);
	add_where_it_fits(out, &part, room);
	if (counts->by_status[STATUS_DOING] && !is_brief)
		text_tui_doing(&part, lang, counts->by_status[STATUS_DOING]);
	add_where_it_fits(out, &part, room);
	if (counts->by_status[STATUS_NOT_APPLICABLE] && !is_brief)
		text_tui_not_applicable(&part, lang, counts->by_status[STATUS_NOT_APPLICABLE]);
	add_where_it_fits(out, &part, room);
	buf_release(&part);
}

static void draw_header(const struct app *app, struct canvas *canvas)
{
	const struct view_type *view = views[app->view];
	struct buf summary = BUF_INIT;
	int x = 1, right;

	if (view->summary)
		view->summary(app->views[app->view], app->session, app->w, &summary);
	else if (app->session->org)
		counts_text(app, &summary);
	right = canvas_put_right(canvas, app->w - 1, 0, app->w * 3 / 4, ROLE_PLAIN, summary.text);
	if (has_tabs(app) && (right > 30 || !view->of_organisation))
		x += canvas_put(canvas, x, 0, right - x - 1, ROLE_DIM, "jalon") + 2;
	if (!has_tabs(app))
		x += canvas_put(canvas, x, 0, right - x - 1, ROLE_ACCENT,
			     wording_in(view->title, app->session->lang)) +
		     2;
	if (app->session->org && view->of_organisation && right - x > 4)
		canvas_put(canvas, x, 0, right - x - 1, ROLE_STRONG, app->session->org->name);
	buf_release(&summary);
}

static int draw_tab(const struct app *app, struct canvas *canvas, int x, enum view view)
{
	const char *title = wording_in(views[view]->title, app->session->lang);
	char number[16];

	snprintf(number, sizeof(number), "%d", (int)view + 1);
	x += canvas_put(canvas, x, 1, 1, ROLE_KEY, number) + 1;
	x += canvas_put(
		canvas, x, 1, app->w - x, view == app->view ? ROLE_ACCENT : ROLE_PLAIN, title);
	return x + TAB_GAP;
}

/* Who is here, or how many where there is no room for names; alone, the name that one works
 * under. */
static void draw_people(const struct app *app, struct canvas *canvas, int x)
{
	bool brief = app->w < WIDTH_FOR_ALL_TABS || app->w - x <= WIDTH_FOR_PEOPLE;
	struct buf text = BUF_INIT;

	people_add_here(&text, &app->session->people, app->session->lang, brief ? 0 : app->w - x);
	if (!text.len && app->w >= WIDTH_FOR_ALL_TABS)
		buf_add(&text, app->session->options.author);
	if (!brief || utf8_width_cells(text.text, text.len) < app->w - x)
		canvas_put_right(canvas, app->w - 1, 1, app->w - x, ROLE_DIM, text.text);
	buf_release(&text);
}

static void draw_tabs(const struct app *app, struct canvas *canvas)
{
	int x = 1;

	for (int i = 0; i < VIEW_COUNT; i++) {
		if (views[i]->has_no_tab ||
			(session_stays(app->session) && !views[i]->of_organisation))
			continue;
		if (app->w >= WIDTH_FOR_ALL_TABS || (enum view)i == app->view)
			x = draw_tab(app, canvas, x, (enum view)i);
	}
	if (app->w < WIDTH_FOR_ALL_TABS)
		x += canvas_put(canvas, x, 1, app->w - x - 1, ROLE_DIM,
			     text_word(WORD_OTHER_VIEWS, app->session->lang)) +
		     2;
	draw_people(app, canvas, x);
	canvas_rule(canvas, 2);
}

static int label_width(const struct app *app, const struct command *command)
{
	const char *label = wording_in(command->label, app->session->lang);
	struct buf name = BUF_INIT;
	struct key key;
	int width;

	key_parse(command->key, &key);
	key_name_add(&name, app->session->lang, key);
	width = utf8_width_cells(name.text, name.len) + 1 + utf8_width_cells(label, strlen(label)) +
		2;
	buf_release(&name);
	return width;
}

static int draw_command(
	const struct app *app, struct canvas *canvas, int x, const struct command *command)
{
	struct buf name = BUF_INIT;
	struct key key;

	key_parse(command->key, &key);
	key_name_add(&name, app->session->lang, key);
	x += canvas_put(canvas, x, app->h - 1, app->w - x, ROLE_KEY, name.text) + 1;
	buf_release(&name);
	x += canvas_put(canvas, x, app->h - 1, app->w - x, ROLE_PLAIN,
		     wording_in(command->label, app->session->lang)) +
	     2;
	return x;
}

/* As many as there is room for; the way to help, or back, keeps its place at the end. */
static void draw_keys(const struct app *app, struct canvas *canvas)
{
	int place = bar_place(app), x = 1;
	const struct command *kept =
		command_named(place & (IN_OVERLAY | IN_ENTRY) ? "back" : "help");
	int room = app->w + 2 - label_width(app, kept);

	for (size_t i = 0; i < command_count; i++) {
		const struct command *command = &commands[i];

		if (!(command->bar & place) || command == kept)
			continue;
		/* A longer one may not fit where a shorter one behind it does. */
		if (x + label_width(app, command) <= room)
			x = draw_command(app, canvas, x, command);
	}
	draw_command(app, canvas, x, kept);
}

static void draw_notice(const struct app *app, struct canvas *canvas)
{
	int rows = notice_rows(app), y = app->h - rows - (has_tabs(app) ? 1 : 0);

	if (!rows)
		return;
	canvas_blank(canvas, 0, y, app->w, rows);
	if (app->notice_has_cursor) {
		canvas->cursor_x = 1;
		canvas->cursor_y = y;
	}
	draw_text(canvas, (struct area){ 1, y, app->w - 2, rows },
		app->session->notice.is_error ? ROLE_LATE : ROLE_NOTICE,
		app->session->notice.text.text);
}

static void draw_broken(const struct app *app, struct canvas *canvas)
{
	struct buf text = BUF_INIT;

	if (app->session->broken.code == ERR_NONE)
		return;
	broken_text(app, &text);
	draw_text(canvas, (struct area){ 1, frame_top(app), app->w - 2, broken_rows(app) },
		ROLE_LATE, text.text);
	buf_release(&text);
}

static void frame_draw(const struct app *app, struct canvas *canvas)
{
	struct frame frame = frame_of(app);

	canvas_reset(canvas, app->w, app->h);
	if (!frame_has_room(app)) {
		canvas_put(canvas, 0, 0, app->w, ROLE_PLAIN,
			text_word(WORD_WINDOW_TOO_SMALL, app->session->lang));
		return;
	}
	draw_header(app, canvas);
	if (has_tabs(app) && !session_asks_author(app->session))
		draw_tabs(app, canvas);
	if (app->overlay.kind != OVERLAY_NONE)
		overlay_draw(&app->overlay, canvas, frame.area);
	else
		views[app->view]->draw(app->views[app->view], app->session, canvas, &frame);
	draw_broken(app, canvas);
	if (dialogue_is_open(&app->dialogue)) {
		dialogue_draw(&app->dialogue, app->session, canvas, frame.area.y + frame.area.h);
		return;
	}
	draw_keys(app, canvas);
	draw_notice(app, canvas);
}

void app_settle(struct app *app)
{
	struct frame frame = frame_of(app);
	const struct view_type *view = views[app->view];

	if (!frame_has_room(app))
		return;
	if (app->overlay.kind != OVERLAY_NONE)
		overlay_settle(&app->overlay, app->session, app_entry(app), &frame);
	if (app->overlay.kind != OVERLAY_NONE) {
		searching_tell(app);
		return;
	}
	view->settle(app->views[app->view], app->session, &frame);
	searching_tell(app);
	/* What a plan made anew has to say takes rows of its own. */
	if (frame_of(app).area.h != frame.area.h) {
		frame = frame_of(app);
		view->settle(app->views[app->view], app->session, &frame);
	}
}

void app_draw(const struct app *app, struct canvas *canvas)
{
	canvas->signs = app->appearance.signs;
	canvas->is_calm = app->appearance.is_calm;
	frame_draw(app, canvas);
}
