/* SPDX-License-Identifier: MIT
 *
 * The frame around every view: where we are on top, what can be done at the bottom. On a small
 * screen the frame gives way first: tabs and rules below 12 rows, the key bar below 8. */
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/tui/command.h"
#include "jalon/tui/form.h"
#include "jalon/tui/forms.h"
#include "jalon/tui/key_name.h"
#include "jalon/tui/overlay_text.h"
#include "jalon/tui/people.h"
#include "jalon/tui/view.h"
#include "jalon/tui/workshop.h"

enum { ROWS_FOR_TABS = 12, WIDTH_MIN = 20, HEIGHT_MIN = 6 };
enum { WIDTH_FOR_ALL_TABS = 60, WIDTH_FOR_NAME = 40, WIDTH_FOR_PEOPLE = 12, NOTICE_ROWS_MAX = 3 };

bool draw_is_narrowed(const struct app *app)
{
	return app->search.len || app->filter != FILTER_ALL;
}

void draw_narrowing(const struct app *app, struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT;
	int right = canvas_put_right(canvas, area.w - 1, area.y, area.w / 2, ROLE_DIM,
		text_word(WORD_SHOW_ALL_AGAIN, app->lang));

	buf_add(&text, text_word(WORD_SHOWN_ONLY, app->lang));
	if (app->filter != FILTER_ALL)
		buf_add(&text, wording_in(filter_wordings[app->filter], app->lang));
	if (app->search.len)
		text_tui_searched(
			&text, app->lang, app->filter != FILTER_ALL ? " · " : "", app->search.text);
	canvas_put(canvas, 1, area.y, right - 2, ROLE_NOTICE, text.text);
	buf_release(&text);
}

static bool has_tabs(const struct app *app)
{
	return app->h >= ROWS_FOR_TABS;
}

static int notice_rows(const struct app *app)
{
	if (!app->notice.len || form_is_open(app))
		return 0;
	return draw_text_rows(app->notice.text, app->w - 2, NOTICE_ROWS_MAX);
}

/* What a dialogue or a notice takes from the view. A notice stands above the key bar, and on a
 * small screen in its place. */
static int covered_rows(const struct app *app)
{
	int rows = notice_rows(app);

	if (form_is_open(app))
		return form_rows(app, app->w, app->h);
	return rows && !has_tabs(app) ? rows - 1 : rows;
}

static void broken_text(const struct app *app, struct buf *out)
{
	buf_add(out, text_word(WORD_READ_ONLY, app->lang));
	text_err(out, app->lang, &app->broken);
}

static int broken_rows(const struct app *app)
{
	struct buf text = BUF_INIT;
	int rows;

	if (app->broken.code == ERR_NONE)
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

struct area view_area(const struct app *app)
{
	int top = frame_top(app) + broken_rows(app);
	int h = app->h - top - 1 - covered_rows(app);

	return (struct area){ 0, top, app->w, h > 0 ? h : 0 };
}

struct split view_split(const struct app *app, struct area area, int detail_rows)
{
	struct split split = { .list = area, .detail = area };
	int wanted = area.h + covered_rows(app) - detail_rows - 1;

	split.detail.h = 0;
	if (detail_rows == 0)
		return split;
	if (split.list.h > wanted)
		split.list.h = wanted;
	split.detail.y = area.y + split.list.h + 1;
	split.detail.h = area.h - split.list.h - 1;
	if (split.detail.h < 0)
		split.detail.h = 0;
	return split;
}

static void counts_text(const struct app *app, struct buf *out)
{
	const struct counts *counts = &app->counts;

	if (app->w < WIDTH_FOR_NAME) {
		buf_add_format(
			out, "%d/%d", counts->by_status[STATUS_DONE], counts_applicable(counts));
		return;
	}
	text_tui_done(out, app->lang, counts->by_status[STATUS_DONE], counts_applicable(counts));
	if (app->w < WIDTH_FOR_ALL_TABS)
		return;
	if (counts->by_status[STATUS_DOING])
		text_tui_doing(out, app->lang, counts->by_status[STATUS_DOING]);
	if (counts->by_status[STATUS_NOT_APPLICABLE])
		text_tui_not_applicable(out, app->lang, counts->by_status[STATUS_NOT_APPLICABLE]);
}

static void draw_header(const struct app *app, struct canvas *canvas)
{
	const struct view_type *view = view_type_of(app->view);
	struct buf summary = BUF_INIT;
	int x = 1, right;

	if (view->summary)
		view->summary(app, &summary);
	else if (app->org)
		counts_text(app, &summary);
	right = canvas_put_right(canvas, app->w - 1, 0, app->w * 3 / 4, ROLE_PLAIN, summary.text);
	if (has_tabs(app) && (right > 30 || app->view == VIEW_ORGANISATIONS))
		x += canvas_put(canvas, x, 0, right - x - 1, ROLE_DIM, "jalon") + 2;
	if (!has_tabs(app))
		x += canvas_put(canvas, x, 0, right - x - 1, ROLE_ACCENT,
			     wording_in(view->title, app->lang)) +
		     2;
	if (app->org && app->view != VIEW_ORGANISATIONS && right - x > 4)
		canvas_put(canvas, x, 0, right - x - 1, ROLE_STRONG, app->org->name);
	buf_release(&summary);
}

static int draw_tab(const struct app *app, struct canvas *canvas, int x, enum view view)
{
	const char *title = wording_in(view_type_of(view)->title, app->lang);
	char number[16];

	snprintf(number, sizeof(number), "%d ", (int)view + 1);
	x += canvas_put(canvas, x, 1, 2, ROLE_KEY, number);
	x += canvas_put(
		canvas, x, 1, app->w - x, view == app->view ? ROLE_ACCENT : ROLE_PLAIN, title);
	return x + 3;
}

/* Who is here, or how many where there is no room for names; alone, the name that one works
 * under. */
static void draw_people(const struct app *app, struct canvas *canvas, int x)
{
	bool brief = app->w < WIDTH_FOR_ALL_TABS || app->w - x <= WIDTH_FOR_PEOPLE;
	struct buf text = BUF_INIT;

	people_text(&text, app, brief ? 0 : app->w - x);
	if (!text.len && !brief)
		buf_add(&text, app->options.author);
	if (!brief || utf8_width_cells(text.text, text.len) < app->w - x)
		canvas_put_right(canvas, app->w - 1, 1, app->w - x, ROLE_DIM, text.text);
	buf_release(&text);
}

static void draw_tabs(const struct app *app, struct canvas *canvas)
{
	int x = 1;

	for (int i = workshop_stays(app) ? VIEW_CHECKLIST : 0; i < VIEW_COUNT; i++) {
		if (app->w >= WIDTH_FOR_ALL_TABS || (enum view)i == app->view)
			x = draw_tab(app, canvas, x, (enum view)i);
	}
	if (app->w < WIDTH_FOR_ALL_TABS)
		x += canvas_put(canvas, x, 1, app->w - x - 1, ROLE_DIM,
			     text_word(WORD_OTHER_VIEWS, app->lang)) +
		     2;
	draw_people(app, canvas, x);
	canvas_rule(canvas, 2);
}

static int label_width(const struct app *app, const struct command *command)
{
	const char *label = wording_in(command->label, app->lang);
	struct buf name = BUF_INIT;
	struct key key;
	int width;

	key_parse(command->key, &key);
	key_name_add(&name, app->lang, key);
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
	key_name_add(&name, app->lang, key);
	x += canvas_put(canvas, x, app->h - 1, app->w - x, ROLE_KEY, name.text) + 1;
	buf_release(&name);
	x += canvas_put(canvas, x, app->h - 1, app->w - x, ROLE_PLAIN,
		     wording_in(command->label, app->lang)) +
	     2;
	return x;
}

/* As many as there is room for; the way to help, or back, keeps its place at the end. */
static void draw_keys(const struct app *app, struct canvas *canvas)
{
	int place = command_bar_place(app), x = 1;
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
	draw_text(canvas, (struct area){ 1, y, app->w - 2, rows },
		app->notice_is_error ? ROLE_LATE : ROLE_NOTICE, app->notice.text);
}

static void draw_broken(const struct app *app, struct canvas *canvas)
{
	struct buf text = BUF_INIT;

	if (app->broken.code == ERR_NONE)
		return;
	broken_text(app, &text);
	draw_text(canvas, (struct area){ 1, frame_top(app), app->w - 2, broken_rows(app) },
		ROLE_LATE, text.text);
	buf_release(&text);
}

void app_settle(struct app *app)
{
	struct area area = view_area(app);

	if (app->w < WIDTH_MIN || app->h < HEIGHT_MIN)
		return;
	if (app->overlay == OVERLAY_ENTRY)
		overlay_follow_entry(app);
	if (app->overlay != OVERLAY_NONE) {
		pager_fit(&app->overlay_text, area.w - 2 < 96 ? area.w - 2 : 96, area.h);
		return;
	}
	view_type_of(app->view)->settle(app, area);
	/* What a plan made anew has to say takes rows of its own. */
	if (view_area(app).h != area.h)
		view_type_of(app->view)->settle(app, view_area(app));
}

void app_draw(const struct app *app, struct canvas *canvas)
{
	struct area area = view_area(app);

	canvas_reset(canvas, app->w, app->h);
	if (app->w < WIDTH_MIN || app->h < HEIGHT_MIN) {
		canvas_put(canvas, 0, 0, app->w, ROLE_PLAIN,
			text_word(WORD_WINDOW_TOO_SMALL, app->lang));
		return;
	}
	draw_header(app, canvas);
	if (has_tabs(app) && !workshop_asks(app))
		draw_tabs(app, canvas);
	if (app->overlay != OVERLAY_NONE) {
		pager_draw(&app->overlay_text, canvas, area.x + 1, area.y);
		canvas->cursor_x = area.x;
		canvas->cursor_y = area.y;
	} else {
		view_type_of(app->view)->draw(app, canvas, area);
	}
	draw_broken(app, canvas);
	if (form_is_open(app)) {
		form_draw(app, canvas,
			(struct area){ 0, area.y + area.h, app->w, app->h - area.y - area.h });
		return;
	}
	draw_keys(app, canvas);
	draw_notice(app, canvas);
}
