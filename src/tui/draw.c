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
#include "jalon/tui/view.h"

enum { ROWS_FOR_TABS = 12, WIDTH_MIN = 20, HEIGHT_MIN = 6 };

static const struct view_type *const views[VIEW_COUNT] = {
	[VIEW_ORGANISATIONS] = &view_organisations,
	[VIEW_CHECKLIST] = &view_checklist,
	[VIEW_WALK] = &view_walk,
	[VIEW_PLAN] = &view_plan,
	[VIEW_GUIDE] = &view_guide,
};

const struct view_type *view_type_of(enum view view)
{
	return views[view];
}

const char *const status_signs[STATUS_COUNT] = {
	[STATUS_TODO] = "○",
	[STATUS_DOING] = "▸",
	[STATUS_DONE] = "✓",
	[STATUS_NOT_APPLICABLE] = "–",
};

enum role status_role(enum status status)
{
	static const enum role roles[STATUS_COUNT] = {
		[STATUS_TODO] = ROLE_PLAIN,
		[STATUS_DOING] = ROLE_DOING,
		[STATUS_DONE] = ROLE_DONE,
		[STATUS_NOT_APPLICABLE] = ROLE_DIM,
	};

	return roles[status];
}

enum word status_word(enum status status)
{
	static const enum word words[STATUS_COUNT] = {
		[STATUS_TODO] = WORD_STATUS_TODO,
		[STATUS_DOING] = WORD_STATUS_DOING,
		[STATUS_DONE] = WORD_STATUS_DONE,
		[STATUS_NOT_APPLICABLE] = WORD_STATUS_NOT_APPLICABLE,
	};

	return words[status];
}

enum word priority_word(enum priority priority)
{
	if (priority == PRIORITY_MUST)
		return WORD_PRIORITY_MUST;
	return priority == PRIORITY_COULD ? WORD_PRIORITY_COULD : WORD_PRIORITY_SHOULD;
}

enum word kind_word(enum kind kind)
{
	static const enum word words[KIND_COUNT] = {
		[KIND_RECOMMENDATION] = WORD_KIND_RECOMMENDATION,
		[KIND_QUESTION] = WORD_KIND_QUESTION,
		[KIND_OPPORTUNITY] = WORD_KIND_OPPORTUNITY,
		[KIND_VIGILANCE] = WORD_KIND_VIGILANCE,
		[KIND_ACTION] = WORD_KIND_ACTION,
	};

	return words[kind];
}

void draw_bar(struct canvas *canvas, int x, int y, int w, int part, int whole)
{
	int full = whole > 0 ? part * w / whole : 0;

	for (int i = 0; i < w; i++)
		canvas_put(canvas, x + i, y, 1, i < full ? ROLE_ACCENT : ROLE_DIM,
			i < full ? "■" : "□");
}

static bool has_tabs(const struct app *app)
{
	return app->h >= ROWS_FOR_TABS;
}

struct area view_area(const struct app *app)
{
	int top = has_tabs(app) ? 3 : 1;
	int bottom = 1 + form_rows(app, app->w, app->h);

	if (app->notice.len && !form_is_open(app))
		bottom += has_tabs(app) ? 1 : 0;
	return (struct area){ 0, top, app->w, app->h - top - bottom };
}

static void counts_text(const struct app *app, struct buf *out)
{
	const struct counts *counts = &app->counts;

	text_tui_done(out, app->lang, counts->by_status[STATUS_DONE], counts_applicable(counts));
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
	right = canvas_put_right(canvas, app->w - 1, 0, app->w * 2 / 3, ROLE_PLAIN, summary.text);
	if (right > 30 || app->view == VIEW_ORGANISATIONS)
		x += canvas_put(canvas, x, 0, right - x - 1, ROLE_DIM, "jalon") + 2;
	if (app->org && app->view != VIEW_ORGANISATIONS)
		canvas_put(canvas, x, 0, right - x - 1, ROLE_STRONG, app->org->name);
	buf_release(&summary);
}

static void draw_tabs(const struct app *app, struct canvas *canvas)
{
	int x = 1;

	for (int i = 0; i < VIEW_COUNT; i++) {
		const char *title = wording_in(views[i]->title, app->lang);
		char number[16];

		if (app->w >= 60 || (enum view)i == app->view) {
			snprintf(number, sizeof(number), "%d ", i + 1);
			x += canvas_put(canvas, x, 1, 2, ROLE_KEY, number);
			x += canvas_put(canvas, x, 1, app->w - x,
				     (enum view)i == app->view ? ROLE_ACCENT : ROLE_PLAIN, title) +
			     3;
		} else {
			snprintf(number, sizeof(number), "%d", i + 1);
			x += canvas_put(canvas, x, 1, 2, ROLE_KEY, number) + 2;
		}
	}
	if (app->w - x > 12)
		canvas_put_right(canvas, app->w - 1, 1, app->w - x, ROLE_DIM, app->options.author);
	canvas_rule(canvas, 2);
}

static int label_width(const struct app *app, const struct command *command)
{
	const char *label = wording_in(command->label, app->lang);
	struct key key;
	char name[32];

	key_parse(command->key, &key);
	key_format(name, sizeof(name), app->lang, key);
	return utf8_width_cells(name, strlen(name)) + 1 + utf8_width_cells(label, strlen(label)) +
	       2;
}

static int draw_command(
	const struct app *app, struct canvas *canvas, int x, const struct command *command)
{
	struct key key;
	char name[32];

	key_parse(command->key, &key);
	key_format(name, sizeof(name), app->lang, key);
	x += canvas_put(canvas, x, app->h - 1, app->w - x, ROLE_KEY, name) + 1;
	x += canvas_put(canvas, x, app->h - 1, app->w - x, ROLE_PLAIN,
		     wording_in(command->label, app->lang)) +
	     2;
	return x;
}

/* As many as there is room for; help keeps its place at the end. */
static void draw_keys(const struct app *app, struct canvas *canvas)
{
	const struct command *help = NULL;
	int place = command_place(app), x = 1, room;

	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(commands[i].name, "help") == 0)
			help = &commands[i];
	}
	room = app->w - 1 - (help && place != IN_OVERLAY ? label_width(app, help) : 0);
	for (size_t i = 0; i < command_count; i++) {
		const struct command *command = &commands[i];

		if (!(command->bar & place) || command == help)
			continue;
		if (x + label_width(app, command) > room + 2)
			break;
		x = draw_command(app, canvas, x, command);
	}
	if (help && place != IN_OVERLAY)
		draw_command(app, canvas, x, help);
}

static void draw_notice(const struct app *app, struct canvas *canvas)
{
	int y = has_tabs(app) ? app->h - 2 : app->h - 1;

	if (!app->notice.len)
		return;
	canvas_blank(canvas, 0, y, app->w, 1);
	canvas_put(canvas, 1, y, app->w - 2, app->notice_is_error ? ROLE_LATE : ROLE_NOTICE,
		app->notice.text);
}

static void draw_broken(const struct app *app, struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT;

	if (app->broken.code == ERR_NONE)
		return;
	buf_add(&text, text_word(WORD_READ_ONLY, app->lang));
	text_err(&text, app->lang, &app->broken);
	canvas_blank(canvas, area.x, area.y, area.w, 1);
	canvas_put(canvas, area.x + 1, area.y, area.w - 2, ROLE_LATE, text.text);
	buf_release(&text);
}

void app_settle(struct app *app)
{
	struct area area = view_area(app);

	if (app->w < WIDTH_MIN || app->h < HEIGHT_MIN)
		return;
	if (app->overlay != OVERLAY_NONE)
		pager_fit(&app->overlay_text, area.w - 2 < 96 ? area.w - 2 : 96, area.h);
	else
		view_type_of(app->view)->settle(app, area);
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
	if (has_tabs(app))
		draw_tabs(app, canvas);
	if (app->overlay != OVERLAY_NONE) {
		pager_draw(&app->overlay_text, canvas, area.x + 1, area.y);
		canvas->cursor_x = area.x;
		canvas->cursor_y = area.y;
	} else {
		view_type_of(app->view)->draw(app, canvas, area);
	}
	draw_broken(app, canvas, area);
	if (form_is_open(app)) {
		form_draw(app, canvas,
			(struct area){ 0, area.y + area.h, app->w, app->h - area.y - area.h });
		return;
	}
	draw_keys(app, canvas);
	draw_notice(app, canvas);
}
