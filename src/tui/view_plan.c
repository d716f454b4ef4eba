/* SPDX-License-Identifier: MIT
 *
 * The plan: what remains, in order, and why the selected action stands where it does. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/tui/view.h"

enum { DAY_WIDTH = 10, EFFORT_WIDTH = 7, OWNER_WIDTH = 12, REASON_ROWS = 5 };
enum { HEIGHT_FOR_REASON = 10, HEIGHT_FOR_TITLES = 14 };
enum { WIDTH_FOR_DAY = 30, WIDTH_FOR_EFFORT = 50, WIDTH_FOR_OWNER = 70 };

/* Titles of columns, actions, and the reason for the selected one. */
static struct split split_area(const struct app *app, struct area area)
{
	int full = app->h - area.y - 1;

	if (full >= HEIGHT_FOR_TITLES && area.h > 1) {
		area.y++;
		area.h--;
	}
	return view_split(app, area, full >= HEIGHT_FOR_REASON ? REASON_ROWS : full >= 5 ? 2 : 0);
}

/* Titles cannot be selected: on to the next action, or back where there is none. */
static void pass_titles(struct app *app, int step)
{
	const struct plan_rows *rows = &app->plan_rows;
	int at = app->plan_list.selected, count = (int)rows->count;

	for (int turn = 0; turn < 2; turn++, step = -step) {
		while (at >= 0 && at < count && rows->rows[at].title)
			at += step;
		if (at >= 0 && at < count)
			break;
		at = app->plan_list.selected;
	}
	app->plan_list.selected = at;
	list_settle(&app->plan_list);
	/* The title over the first row in sight is worth the row. */
	if (at > 0 && at == app->plan_list.top && rows->rows[at - 1].title)
		app->plan_list.top--;
}

static const struct plan_action *selected(const struct app *app)
{
	return &app->plan->actions[app->plan_rows.rows[app->plan_list.selected].action];
}

static void settle(struct app *app, struct area area)
{
	const struct plan *plan = app_plan(app);
	size_t found = plan_find(plan, app->entry);

	if (!app->plan_rows.rows)
		app->plan_rows = plan_rows_make(app->plan_arena, plan, app->look, app->lang);
	app->plan_list.count = (int)app->plan_rows.count;
	app->plan_list.height = split_area(app, area).list.h;
	/* An action that is done leaves the plan; the one that follows takes its row. */
	for (size_t i = 0; found != SIZE_MAX && i < app->plan_rows.count; i++) {
		if (!app->plan_rows.rows[i].title && app->plan_rows.rows[i].action == found)
			app->plan_list.selected = (int)i;
	}
	list_settle(&app->plan_list);
	pass_titles(app, 1);
	if (plan->count)
		snprintf(app->entry, sizeof(app->entry), "%s", selected(app)->entry->id);
}

static void move(struct app *app, enum move move)
{
	const struct plan *plan = app_plan(app);

	list_move(&app->plan_list, move);
	pass_titles(app, move == MOVE_UP || move == MOVE_PAGE_UP || move == MOVE_END ? -1 : 1);
	if (plan->count && app->plan_rows.rows)
		app_select_entry(app, selected(app)->entry->id);
}

static bool misses_date(const struct plan_action *action)
{
	return action->lateness_days > 0;
}

static void draw_day(
	const struct app *app, struct canvas *canvas, int x, int y, enum role role, int day)
{
	struct buf text = BUF_INIT;

	text_day_brief(&text, app->lang, day, app->today_day);
	canvas_put(canvas, x, y, DAY_WIDTH, role, text.text);
	buf_release(&text);
}

struct columns {
	int owner_x, day_x, effort_right, title_end; /* −1: not shown */
};

/* The owners' column is as wide as those in sight need. */
static struct columns fit_columns(const struct app *app, struct area area)
{
	struct columns columns = { .owner_x = -1, .day_x = -1, .effort_right = -1 };
	int right = area.w - 3, widest = 0;

	for (int i = 0; i < area.h && app->plan_list.top + i < app->plan_list.count; i++) {
		const struct plan_row *row = &app->plan_rows.rows[app->plan_list.top + i];
		const char *owner = row->title ? "" : app->plan->actions[row->action].entry->owner;
		int width = utf8_width_cells(owner, strlen(owner));

		widest = width > widest ? width : widest;
	}
	if (area.w >= WIDTH_FOR_OWNER && widest) {
		columns.owner_x = right - (widest < OWNER_WIDTH ? widest : OWNER_WIDTH);
		right = columns.owner_x - 2;
	}
	if (area.w >= WIDTH_FOR_DAY) {
		columns.day_x = right - DAY_WIDTH;
		right = columns.day_x - 2;
	}
	if (area.w >= WIDTH_FOR_EFFORT) {
		columns.effort_right = right;
		right -= EFFORT_WIDTH + 1;
	}
	columns.title_end = right;
	return columns;
}

static void draw_titles(const struct app *app, struct canvas *canvas, int y, struct columns columns)
{
	canvas_put(canvas, 1, y, columns.title_end - 1, ROLE_DIM,
		app->look == LOOK_ORDER ? text_word(WORD_COLUMN_ACTION, app->lang)
					: wording_in(plan_look_labels[app->look], app->lang));
	if (columns.effort_right >= 0)
		canvas_put_right(canvas, columns.effort_right, y, EFFORT_WIDTH, ROLE_DIM,
			text_word(WORD_COLUMN_EFFORT, app->lang));
	if (columns.day_x >= 0)
		canvas_put(canvas, columns.day_x, y, DAY_WIDTH, ROLE_DIM,
			text_word(WORD_COLUMN_FINISHED, app->lang));
	if (columns.owner_x >= 0)
		canvas_put(canvas, columns.owner_x, y, OWNER_WIDTH, ROLE_DIM,
			text_word(WORD_COLUMN_OWNER, app->lang));
}

static void draw_action(
	const struct app *app, struct canvas *canvas, struct columns columns, int y, int index)
{
	const struct plan_action *action = &app->plan->actions[index];
	const struct entry *entry = action->entry;
	enum status status = entry_status(entry, app->today_day);
	int title_end = columns.title_end;
	struct buf text = BUF_INIT;

	buf_add_format(&text, "%3d", index + 1);
	canvas_put(canvas, 1, y, 3, ROLE_DIM, text.text);
	canvas_put(canvas, 5, y, 1, status_role(status), describe_status_sign(status));
	if (entry->pin[0])
		canvas_put(canvas, 4, y, 1, ROLE_ACCENT, "↑");
	if (misses_date(action) || entry_is_late(entry, app->today_day))
		canvas_put(canvas, canvas->w - 2, y, 1, ROLE_LATE, "!");
	if (columns.owner_x >= 0)
		canvas_put(canvas, columns.owner_x, y, OWNER_WIDTH, ROLE_PLAIN, entry->owner);
	if (columns.day_x >= 0)
		draw_day(app, canvas, columns.day_x, y, ROLE_PLAIN, action->finish_day);
	if (columns.effort_right >= 0) {
		buf_clear(&text);
		text_effort(&text, app->lang, entry_effort_centidays(entry));
		canvas_put_right(
			canvas, columns.effort_right, y, EFFORT_WIDTH, ROLE_DIM, text.text);
		/* A long title takes what a short effort leaves; bars need a straight edge. */
		if (app->look != LOOK_TIME)
			title_end =
				columns.effort_right - 1 - utf8_width_cells(text.text, text.len);
	}
	buf_clear(&text);
	buf_add(&text, wording_in(entry_title(entry), app->lang));
	if (entry->service)
		buf_add_format(&text, " · %s", entry->service->name);
	canvas_put(canvas, 7, y, title_end - 7, status_role(status), text.text);
	buf_release(&text);
}

/* From today to the last day, as a part of the width: a bar from start to finish, and the date. */
static void draw_stretch(const struct app *app, struct canvas *canvas, struct columns columns,
	int y, const struct plan_action *action)
{
	int from = columns.title_end / 2 + 4, w = columns.title_end - from;
	int days = app->plan->last_day - app->today_day + 1;
	int start = (action->start_day - app->today_day) * w / days;
	int end = (action->finish_day - app->today_day) * w / days;
	int due = action->entry->due_day;

	if (w < 8)
		return;
	canvas_blank(canvas, from - 1, y, w + 1, 1);
	for (int x = start; x <= end && x < w; x++)
		canvas_put(canvas, from + x, y, 1, ROLE_ACCENT, "■");
	if (due != DAY_NONE && due >= app->today_day && due <= app->plan->last_day)
		canvas_put(canvas, from + (due - app->today_day) * w / days, y, 1,
			misses_date(action) ? ROLE_LATE : ROLE_STRONG, "◆");
}

static void draw_row(
	const struct app *app, struct canvas *canvas, struct columns columns, int y, int index)
{
	const struct plan_row *row = &app->plan_rows.rows[index];

	if (row->title) {
		canvas_put(canvas, 1, y, canvas->w - 2, ROLE_STRONG, row->title);
		return;
	}
	draw_action(app, canvas, columns, y, (int)row->action);
	if (app->look == LOOK_TIME)
		draw_stretch(app, canvas, columns, y, &app->plan->actions[row->action]);
	if (index == app->plan_list.selected) {
		canvas_paint(canvas, 0, y, canvas->w, ROLE_SELECTED);
		canvas->cursor_x = 0;
		canvas->cursor_y = y;
	}
}

/* Whose wish it is to come before, and what all the wishes cost together. */
static void add_pin(struct buf *text, const struct app *app, const struct entry *entry)
{
	const struct entry *second = organisation_find_entry(app->org, entry->pin);
	int64_t without = app->plan->cost_without_pins;
	struct buf title = BUF_INIT;

	if (!second)
		return;
	utf8_clean_line(&title, wording_in(entry_title(second), app->lang));
	text_tui_pinned(text, app->lang, title.text,
		without > 0 ? (int)((app->plan->cost - without) * 100 / without) : 0);
	buf_add(text, "\n");
	buf_release(&title);
}

static void add_dates(struct buf *text, const struct app *app, const struct plan_action *action)
{
	const struct entry *entry = action->entry;
	struct buf day = BUF_INIT;

	buf_add(text, "\n" PAGER_DIM);
	buf_add(text, text_word(describe_priority_word(action->tier), app->lang));
	buf_add(text, " · ");
	text_tui_impact(text, app->lang, entry_impact(entry));
	buf_add(text, " · ");
	text_effort(text, app->lang, entry_effort_centidays(entry));
	buf_add(text, " · ");
	text_day(text, app->lang, action->start_day, app->today_day);
	buf_add(text, " → ");
	text_day(text, app->lang, action->finish_day, app->today_day);
	if (entry->due_day != DAY_NONE) {
		text_day(&day, app->lang, entry->due_day, app->today_day);
		buf_add(text, " · ");
		text_tui_due_on(text, app->lang, day.text);
	}
	buf_add(text, "\n");
	if (entry->pin[0])
		add_pin(text, app, entry);
	if (misses_date(action)) {
		buf_add(text, PAGER_LATE);
		text_tui_late_by(text, app->lang, action->lateness_days);
		buf_add(text, "\n");
	}
	buf_release(&day);
}

/* Actions that have no place, and why: a plan that passed over them would not be honest. */
static void add_set_aside(struct buf *text, const struct app *app)
{
	for (size_t i = 0; i < app->plan->set_aside_count; i++) {
		const struct plan_set_aside *aside = &app->plan->set_aside[i];
		struct buf ids = BUF_INIT;

		for (size_t k = 0; k < aside->with.count; k++)
			buf_add_format(&ids, "%s%s", k ? ", " : "", aside->with.texts[k]);
		buf_add_format(text, PAGER_LATE "%s%s", text_word(WORD_SET_ASIDE, app->lang),
			text_word(WORD_COLON, app->lang));
		utf8_clean_line(text, wording_in(entry_title(aside->entry), app->lang));
		buf_add(text, ", ");
		if (aside->why == PLAN_WHY_CYCLE)
			text_set_aside_cycle(text, app->lang, ids.text);
		else
			text_set_aside_missing(text, app->lang, ids.text);
		buf_add(text, "\n");
		buf_release(&ids);
	}
}

static void draw_reason(const struct app *app, struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT, reason = BUF_INIT;
	struct pager pager;

	if (app->plan_list.count) {
		plan_reason(&reason, app->lang, app->plan,
			(size_t)(selected(app) - app->plan->actions));
		buf_add_format(&text, "%s ", text_word(WORD_PLAN_WHY, app->lang));
		utf8_clean_line(&text, reason.text);
		add_dates(&text, app, selected(app));
	}
	add_set_aside(&text, app);
	pager_init(&pager);
	pager_set(&pager, text.text, false);
	pager_fit(&pager, area.w - 2 < 100 ? area.w - 2 : 100, area.h);
	pager_draw(&pager, canvas, 1, area.y);
	if (pager.count > area.h)
		canvas_put_right(canvas, canvas->w, area.y + area.h - 1, 1, ROLE_DIM, "↓");
	pager_release(&pager);
	buf_release(&text);
	buf_release(&reason);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct split split = split_area(app, area);
	struct columns columns = fit_columns(app, split.list);

	if (app->plan_list.count == 0)
		canvas_put(canvas, 2, area.y + 1, area.w - 4, ROLE_PLAIN,
			text_word(WORD_PLAN_EMPTY, app->lang));
	else if (split.list.y > area.y)
		draw_titles(app, canvas, area.y, columns);
	for (int i = 0; i < split.list.h && app->plan_list.top + i < app->plan_list.count; i++)
		draw_row(app, canvas, columns, split.list.y + i, app->plan_list.top + i);
	if (split.detail.h && (app->plan_list.count || app->plan->set_aside_count)) {
		canvas_rule(canvas, split.detail.y - 1);
		draw_reason(app, canvas, split.detail);
	}
}

static void summary(const struct app *app, struct buf *out)
{
	struct buf effort = BUF_INIT, day = BUF_INIT;
	int late = 0;

	if (!app->plan)
		return;
	for (size_t i = 0; i < app->plan->count; i++)
		late += misses_date(&app->plan->actions[i]);
	text_actions(out, app->lang, (int)app->plan->count);
	if (app->plan->count && app->w >= WIDTH_FOR_EFFORT) {
		text_effort(&effort, app->lang, app->plan->effort_centidays);
		text_day(&day, app->lang, app->plan->last_day, app->today_day);
		text_tui_plan_end(out, app->lang, effort.text, day.text);
	}
	if (late)
		text_tui_late(out, app->lang, late);
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
