/* SPDX-License-Identifier: MIT
 *
 * The plan: what remains, looked at in five ways, and why the selected action stands where it
 * does. Rows are made anew only when the plan, the look or the search changed. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/tui/people.h"
#include "jalon/tui/plan_view.h"

enum { REASON_ROWS = 5, REASON_ROWS_FULL = 6, REASON_ROWS_TALL = 10 };
enum { HEIGHT_FOR_REASON = 10, HEIGHT_FOR_TITLES = 14, HEIGHT_FOR_FULL = 20, HEIGHT_FOR_MORE = 34 };
enum { WIDTH_FOR_EFFORT = 50, WIDTH_FOR_WORDS = 100, WIDTH_FOR_BARS = 60, WIDTH_FOR_TIME = 30 };
enum {
	TITLE_X = 7,
	OTHERS_WIDTH = 12,
	LOAD_X = 5,
	BAR_CELLS = 4,
	MORE_CELLS = 14,
	CELL_SIDES = 19
};

struct parts {
	struct area narrowing, titles; /* h 0: not shown */
	struct split split;
};

/* What is shown only, titles of columns, actions, and the reason for the selected one. */
static struct parts split_area(const struct app *app, struct area area)
{
	int full = app->h - area.y - 1;
	int reason = full >= HEIGHT_FOR_MORE     ? REASON_ROWS_TALL
		     : full >= HEIGHT_FOR_FULL   ? REASON_ROWS_FULL
		     : full >= HEIGHT_FOR_REASON ? REASON_ROWS
		     : full >= 5                 ? 2
						 : 0;
	struct parts parts = { .narrowing = area, .titles = area };

	parts.narrowing.h = draw_is_narrowed(app) && area.h > 1;
	area.y += parts.narrowing.h;
	area.h -= parts.narrowing.h;
	parts.titles = area;
	parts.titles.h = full >= HEIGHT_FOR_TITLES && area.h > 1;
	area.y += parts.titles.h;
	area.h -= parts.titles.h;
	parts.split = view_split(app, area, reason);
	return parts;
}

/* The square takes the row of titles too. */
static struct area square_area(const struct app *app, struct area area)
{
	struct parts parts = split_area(app, area);

	parts.split.list.y -= parts.titles.h;
	parts.split.list.h += parts.titles.h;
	return parts.split.list;
}

static int cells(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

static bool is_action(const struct app *app, int row)
{
	return app->plan_rows.rows[row].kind == PLAN_ROW_ACTION;
}

/* Titles cannot be selected: on to the next action, or back where there is none. */
static void pass_titles(struct app *app, int step)
{
	struct list *list = &app->plan_list;
	int at = list->selected;

	for (int turn = 0; turn < 2; turn++, step = -step) {
		while (at >= 0 && at < list->count && !is_action(app, at))
			at += step;
		if (at >= 0 && at < list->count)
			break;
		at = list->selected;
	}
	list->selected = at;
	list_settle(list);
	/* The title over the first row in sight is worth its rows. */
	while (at > 0 && list->top > 0 && at - list->top + 1 < list->height && at - list->top < 3 &&
		!is_action(app, list->top - 1))
		list->top--;
}

const struct plan_action *plan_view_selected(const struct app *app)
{
	return &app->plan->actions[app->plan_rows.rows[app->plan_list.selected].action];
}

/* By action, or NULL where all are. */
static bool *find_shown(struct app *app)
{
	struct arena *arena = app->plan_rows_arena;
	struct query query;
	bool *shown;

	if (!draw_is_narrowed(app))
		return NULL;
	query = query_make(arena, app->search.text);
	shown = ARENA_ARRAY(arena, bool, app->plan->count + 1);
	for (size_t i = 0; i < app->plan->count; i++) {
		const struct plan_action *action = &app->plan->actions[i];
		bool matches = query.count == 0 ||
			       query_matches_entry(&query, action->entry, app->lang);

		/* The plan knows today which dates will not be kept. */
		if (app->filter == FILTER_LATE)
			shown[i] = matches && action->lateness_days > 0;
		else
			shown[i] = view_shows_entry(app, action->entry, &query);
	}
	return shown;
}

static void make(struct app *app, const bool *shown)
{
	app->plan_rows =
		plan_rows_make(app->plan_rows_arena, app->plan, app->look, app->lang, shown);
}

/* Only what the opened cell holds. */
static void make_opened_cell(struct app *app)
{
	const struct plan_rows *rows = &app->plan_rows;
	int quadrant = app->opened_cell - 1;
	int first = rows->quadrants[quadrant].first, count = rows->quadrants[quadrant].count;
	bool *shown = ARENA_ARRAY(app->plan_rows_arena, bool, app->plan->count + 1);

	if (count == 0) {
		app->opened_cell = 0;
		return;
	}
	for (int i = first; i < first + count; i++)
		shown[rows->rows[i].action] = true;
	make(app, shown);
}

static void make_rows(struct app *app)
{
	if (app->plan_rows.rows)
		return;
	arena_clear(app->plan_rows_arena);
	make(app, find_shown(app));
	if (app->look == LOOK_MATRIX && app->opened_cell)
		make_opened_cell(app);
	app->plan_list.count = (int)app->plan_rows.count;
}

/* Where the selected entry is now. An action that is done leaves the plan; the one that follows
 * takes its row. */
static void find_selected(struct app *app)
{
	struct list *list = &app->plan_list;
	size_t action;
	int row;

	if (list->selected < list->count && is_action(app, list->selected) &&
		strcmp(plan_view_selected(app)->entry->id, app->entry) == 0)
		return;
	action = plan_find(app->plan, app->entry);
	row = action == SIZE_MAX ? -1 : plan_rows_find(&app->plan_rows, action);
	if (row < 0)
		return;
	/* Rows that came or went above push the text, not the eyes. */
	list->top += row - list->selected;
	list->selected = row;
}

/* A wish was made by the last key: whether the plan could grant it, and what it costs. */
static void tell_wish(struct app *app)
{
	size_t first = plan_find(app->plan, app->wished);
	bool is_told = strcmp(app->wished, app->entry) == 0 && app->h > HEIGHT_FOR_FULL;
	struct buf text = BUF_INIT;

	app->wished[0] = '\0';
	/* Of the selected one, the reason below says so. */
	if (is_told || first == SIZE_MAX || !app->plan->actions[first].entry->pin[0])
		return;
	plan_detail_add_pin(&text, app, app->plan->actions[first].entry);
	app_notice(app, text.text);
	buf_release(&text);
}

static void settle(struct app *app, struct area area)
{
	const struct plan *plan = app_plan(app);
	struct area list = split_area(app, area).split.list;

	make_rows(app);
	if (app->wished[0])
		tell_wish(app);
	app->plan_list.height = list.h;
	list_settle(&app->plan_list);
	if (plan->count == 0 || app->plan_rows.action_count == 0)
		return;
	find_selected(app);
	list_settle(&app->plan_list);
	pass_titles(app, 1);
	snprintf(app->entry, sizeof(app->entry), "%s", plan_view_selected(app)->entry->id);
	plan_matrix_settle(app, square_area(app, area));
}

static void move(struct app *app, enum move move)
{
	app_plan(app);
	make_rows(app);
	if (app->plan_rows.action_count == 0)
		return;
	if (plan_matrix_is_square(app)) {
		plan_matrix_move(app, move);
	} else {
		list_move(&app->plan_list, move);
		pass_titles(
			app, move == MOVE_UP || move == MOVE_PAGE_UP || move == MOVE_END ? -1 : 1);
	}
	app_select_entry(app, plan_view_selected(app)->entry->id);
}

void plan_view_enter(struct app *app)
{
	size_t action = plan_find(app_plan(app), app->entry);
	int row;

	make_rows(app);
	/* From the top as far as the selected one allows: what comes first, or is late, stands
	 * there. */
	row = action == SIZE_MAX ? -1 : plan_rows_find(&app->plan_rows, action);
	app->plan_list.top = 0;
	app->plan_list.selected = row < 0 ? 0 : row;
}

void plan_view_look(struct app *app, enum plan_look look)
{
	app->look = look;
	app->opened_cell = 0;
	app->plan_rows.rows = NULL;
	plan_view_enter(app);
	/* Where its name has no row of its own. */
	if (split_area(app, view_area(app)).titles.h == 0)
		app_notice(app, wording_in(plan_look_labels[look], app->lang));
}

/* What the others do there, at the end of the title; returns the cells that it takes. */
static int put_others(
	struct canvas *canvas, struct area area, int title_w, enum role role, const char *text)
{
	int right = area.x + TITLE_X + title_w;

	return right -
	       canvas_put_right(canvas, right, area.y,
		       title_w < OTHERS_WIDTH * 2 ? 1 : OTHERS_WIDTH, role, text) +
	       1;
}

void plan_view_draw_action(
	const struct app *app, struct canvas *canvas, struct area area, int title_w, int row)
{
	const struct plan_row *shown = &app->plan_rows.rows[row];
	const struct entry *entry = app->plan->actions[shown->action].entry;
	enum status status = entry_status(entry, app->today_day);
	struct buf text = BUF_INIT;
	enum role role;

	buf_add_format(&text, "%3zu", shown->action + 1);
	canvas_put_right(canvas, area.x + 4, area.y, 4, ROLE_DIM, text.text);
	if (entry->pin[0])
		canvas_put(canvas, area.x + 4, area.y, 1, ROLE_ACCENT, "↑");
	canvas_put(
		canvas, area.x + 5, area.y, 1, status_role(status), describe_status_sign(status));
	buf_clear(&text);
	if (people_mark(&text, app, entry->id, &role))
		title_w -= put_others(canvas, area, title_w, role, text.text);
	buf_clear(&text);
	plan_title(&text, entry, app->lang);
	canvas_put(canvas, area.x + TITLE_X, area.y, title_w, status_role(status), text.text);
	if (row == app->plan_list.selected) {
		canvas_paint(canvas, area.x, area.y, area.w, ROLE_SELECTED);
		canvas->cursor_x = area.x;
		canvas->cursor_y = area.y;
	}
	buf_release(&text);
}

/* "30 nov. ■■■□ 1,5/2 j"; without the bar where there is no room for bars. Returns where it ends,
 * or where it would begin when it does not end before `right`. */
static int draw_week(const struct app *app, struct canvas *canvas, struct area area, int right,
	const struct plan_week *week)
{
	int bar = area.w < WIDTH_FOR_BARS ? 0 : BAR_CELLS, x = area.x;
	int64_t work = week->work_centidays * bar, whole = week->capacity_centidays;
	struct buf day = BUF_INIT, figures = BUF_INIT, capacity = BUF_INIT;

	text_day_brief(&day, app->lang, week->monday, app->today_day);
	text_effort_figure(&figures, app->lang, week->work_centidays);
	text_effort(&capacity, app->lang, week->capacity_centidays);
	buf_add_format(&figures, "/%s", capacity.text);
	if (x + cells(&day) + 1 + bar + (bar ? 1 : 0) + cells(&figures) <= right) {
		x += canvas_put(canvas, x, area.y, area.w, ROLE_DIM, day.text) + 1;
		draw_bar(
			canvas, x, area.y, bar, whole ? (int)((work + whole - 1) / whole) : 0, bar);
		x += bar + (bar ? 1 : 0);
		x += canvas_put(canvas, x, area.y, area.w, ROLE_PLAIN, figures.text);
	}
	buf_release(&day);
	buf_release(&figures);
	buf_release(&capacity);
	return x;
}

/* As many weeks as there is room for, and how many more there are. */
static void draw_load(const struct app *app, struct canvas *canvas, struct area area,
	const struct plan_load *load)
{
	int right = area.w - 1;
	struct buf more = BUF_INIT;
	size_t i;

	area.x += LOAD_X;
	for (i = 0; i < load->week_count; i++) {
		int room = i + 1 < load->week_count ? right - MORE_CELLS : right;
		int end = draw_week(app, canvas, area, room, &load->weeks[i]);

		if (end == area.x)
			break;
		area.x = end + 2;
	}
	if (i < load->week_count) {
		text_tui_more_weeks(&more, app->lang, (int)(load->week_count - i));
		canvas_put(canvas, area.x, area.y, right - area.x, ROLE_DIM, more.text);
	}
	buf_release(&more);
}

static void draw_row(const struct app *app, struct canvas *canvas, struct area area,
	const struct plan_columns *columns, const struct plan_time *time, int index)
{
	const struct plan_row *row = &app->plan_rows.rows[index];

	if (row->kind == PLAN_ROW_TITLE) {
		canvas_put(canvas, area.x + 1, area.y, area.w - 2, ROLE_STRONG, row->text);
	} else if (row->kind == PLAN_ROW_LOAD) {
		draw_load(app, canvas, area, row->load);
	} else if (row->kind == PLAN_ROW_WARNING) {
		canvas_put(canvas, area.x + 5, area.y, 1, ROLE_LATE, "!");
		canvas_put(canvas, area.x + 7, area.y, area.w - 8, ROLE_LATE, row->text);
	} else {
		plan_columns_draw(columns, canvas, area.y, app->plan, row->action, app->lang);
		if (time->w)
			plan_time_draw_bar(time, app, canvas, area.y, row->action);
		plan_view_draw_action(app, canvas, area, columns->title_w, index);
	}
}

/* The line of time takes the right half, where a half is enough. */
static int room_for_columns(const struct app *app, int w)
{
	if (app->look != LOOK_TIME)
		return w;
	if (w < WIDTH_FOR_TIME)
		return w;
	return w < WIDTH_FOR_WORDS ? w / 2 : w * 2 / 5;
}

/* The name of the look. Ranks that are no order of dates look like a mistake, unless it says why.
 */
static void draw_look(const struct app *app, struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT;
	size_t len;

	buf_add(&text, wording_in(plan_look_labels[app->look], app->lang));
	len = text.len;
	if (app->look == LOOK_ORDER && app->plan_rows.side_by_side)
		buf_add(&text, text_word(WORD_SIDE_BY_SIDE, app->lang));
	canvas_put_len(canvas, area.x, area.y, area.w, ROLE_DIM, text.text,
		cells(&text) <= area.w ? text.len : len);
	buf_release(&text);
}

static void draw_list(const struct app *app, struct canvas *canvas, const struct parts *parts)
{
	struct area area = parts->split.list;
	int room = room_for_columns(app, area.w);
	struct plan_columns columns = plan_columns_fit(&app->plan_rows, app->look, area.w, room);
	struct plan_time time = { .w = 0 };

	if (app->look == LOOK_TIME)
		time = plan_time_fit(app, room, area.w - room);
	if (parts->titles.h) {
		draw_look(app, canvas,
			(struct area){
				1, parts->titles.y, columns.title_x + columns.title_w - 1, 1 });
		plan_columns_draw_titles(&columns, canvas, parts->titles.y, app->lang);
		if (time.w)
			plan_time_draw_scale(&time, app, canvas, parts->titles.y);
	}
	area.h = 1;
	for (int i = 0; i < parts->split.list.h && app->plan_list.top + i < app->plan_list.count;
		i++, area.y++)
		draw_row(app, canvas, area, &columns, &time, app->plan_list.top + i);
}

/* What rows show of a title. */
static int title_room(const struct app *app, int w)
{
	if (plan_matrix_is_square(app))
		return w / 2 - CELL_SIDES;
	return plan_columns_fit(&app->plan_rows, app->look, w, room_for_columns(app, w)).title_w;
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct parts parts = split_area(app, area);

	if (parts.narrowing.h)
		draw_narrowing(app, canvas, parts.narrowing);
	if (app->plan->count == 0 || app->plan_rows.action_count == 0) {
		draw_message(canvas,
			(struct area){ 1, parts.split.list.y, area.w - 2, parts.split.list.h },
			text_word(app->plan->count ? WORD_NO_MATCH : WORD_PLAN_EMPTY, app->lang));
	} else if (plan_matrix_is_square(app)) {
		plan_matrix_draw(app, canvas, square_area(app, area));
	} else {
		draw_list(app, canvas, &parts);
	}
	if (parts.split.detail.h && (app->plan->count || app->plan->set_aside_count)) {
		canvas_rule(canvas, parts.split.detail.y - 1);
		if (app->look == LOOK_TIME && app->plan_rows.action_count)
			plan_time_draw_legend(app, canvas, parts.split.detail.y - 1);
		plan_detail_draw(app, canvas, parts.split.detail, title_room(app, area.w));
	}
}

static void summary(const struct app *app, struct buf *out)
{
	struct buf effort = BUF_INIT, day = BUF_INIT;

	if (!app->plan || !app->plan_rows.rows)
		return;
	text_actions(out, app->lang, (int)app->plan->count);
	if (app->plan->count && app->w >= WIDTH_FOR_EFFORT) {
		text_effort(&effort, app->lang, app->plan->effort_centidays);
		plan_day(&day, app->lang, app->plan->last_day, app->today_day);
		text_tui_plan_end(out, app->lang, effort.text, day.text);
	}
	if (app->plan_rows.late)
		text_tui_late(out, app->lang, app->plan_rows.late);
	buf_release(&effort);
	buf_release(&day);
}

const struct view_type view_plan = {
	.title = { .fr = "Plan", .en = "Plan" },
	.settle = settle,
	.draw = draw,
	.move = move,
	.summary = summary,
};
