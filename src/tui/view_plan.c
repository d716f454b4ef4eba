/* SPDX-License-Identifier: MIT
 *
 * The plan: what remains, in order, and why the selected action stands where it does. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/tui/view.h"

enum { DAY_WIDTH = 10, EFFORT_WIDTH = 8, OWNER_WIDTH = 10, REASON_ROWS = 5, HEIGHT_FOR_REASON = 10 };

static int reason_rows(struct area area)
{
	return area.h >= HEIGHT_FOR_REASON ? REASON_ROWS : area.h >= 5 ? 2 : 0;
}

static void settle(struct app *app, struct area area)
{
	const struct plan *plan = app_plan(app);
	size_t found = plan_find(plan, app->entry);

	app->plan_list.count = (int)plan->count;
	app->plan_list.height = area.h - reason_rows(area) - (reason_rows(area) > 0);
	/* An action that is done leaves the plan; the one that follows takes its row. */
	if (found != SIZE_MAX)
		app->plan_list.selected = (int)found;
	list_settle(&app->plan_list);
	if (plan->count)
		snprintf(app->entry, sizeof(app->entry), "%s",
			plan->actions[app->plan_list.selected].entry->id);
}

static void move(struct app *app, enum move move)
{
	const struct plan *plan = app_plan(app);

	list_move(&app->plan_list, move);
	if (plan->count)
		app_select_entry(app, plan->actions[app->plan_list.selected].entry->id);
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

static void draw_action(
	const struct app *app, struct canvas *canvas, struct area area, int y, int index)
{
	const struct plan_action *action = &app->plan->actions[index];
	const struct entry *entry = action->entry;
	enum status status = entry_status(entry, app->today_day);
	int right = area.w - 1;
	struct buf text = BUF_INIT;

	buf_add_format(&text, "%3d", index + 1);
	canvas_put(canvas, 1, y, 3, ROLE_DIM, text.text);
	canvas_put(canvas, 5, y, 1, status_role(status), status_signs[status]);
	if (misses_date(action) || entry_is_late(entry, app->today_day))
		canvas_put(canvas, right - 1, y, 1, ROLE_LATE, "!");
	right -= 2;
	if (area.w >= 70) {
		canvas_put(canvas, right - OWNER_WIDTH, y, OWNER_WIDTH, ROLE_PLAIN, entry->owner);
		right -= OWNER_WIDTH + 1;
	}
	draw_day(app, canvas, right - DAY_WIDTH, y, ROLE_PLAIN, action->finish_day);
	right -= DAY_WIDTH + 1;
	if (area.w >= 50) {
		buf_clear(&text);
		text_effort(&text, app->lang, entry_effort_centidays(entry));
		canvas_put_right(canvas, right - 1, y, EFFORT_WIDTH, ROLE_DIM, text.text);
		right -= EFFORT_WIDTH + 1;
	}
	buf_clear(&text);
	buf_add(&text, wording_in(entry_title(entry), app->lang));
	if (entry->service)
		buf_add_format(&text, " · %s", entry->service->name);
	canvas_put(canvas, 7, y, right - 8, status_role(status), text.text);
	buf_release(&text);
	if (index == app->plan_list.selected) {
		canvas_paint(canvas, 0, y, area.w, ROLE_SELECTED);
		canvas->cursor_x = 0;
		canvas->cursor_y = y;
	}
}

static void add_dates(struct buf *text, const struct app *app, const struct plan_action *action)
{
	const struct entry *entry = action->entry;
	struct buf day = BUF_INIT;

	buf_add(text, "\n" PAGER_DIM);
	buf_add(text, text_word(priority_word(action->tier), app->lang));
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
	if (misses_date(action)) {
		buf_add(text, PAGER_LATE);
		text_tui_late_by(text, app->lang, action->lateness_days);
		buf_add(text, "\n");
	}
	buf_release(&day);
}

static void draw_reason(const struct app *app, struct canvas *canvas, struct area area, int rows)
{
	const struct plan_action *action = &app->plan->actions[app->plan_list.selected];
	struct buf text = BUF_INIT;
	struct pager pager;

	buf_add_format(&text, "%s ", text_word(WORD_PLAN_WHY, app->lang));
	plan_reason(&text, app->lang, app->plan, (size_t)app->plan_list.selected);
	add_dates(&text, app, action);
	pager_init(&pager);
	pager_set(&pager, text.text, false);
	pager_fit(&pager, area.w - 2 < 100 ? area.w - 2 : 100, rows);
	canvas_rule(canvas, area.y + area.h - rows - 1);
	pager_draw(&pager, canvas, 1, area.y + area.h - rows);
	pager_release(&pager);
	buf_release(&text);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	int rows = reason_rows(area);

	if (app->plan_list.count == 0) {
		canvas_put(canvas, 2, area.y + 1, area.w - 4, ROLE_PLAIN,
			text_word(WORD_PLAN_EMPTY, app->lang));
		return;
	}
	for (int i = 0; i < app->plan_list.height && app->plan_list.top + i < app->plan_list.count;
		i++)
		draw_action(app, canvas, area, area.y + i, app->plan_list.top + i);
	if (rows)
		draw_reason(app, canvas, area, rows);
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
	if (app->plan->count) {
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
