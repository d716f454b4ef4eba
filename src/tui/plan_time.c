/* SPDX-License-Identifier: MIT
 *
 * The plan over time: a bar for each action, from the Monday of this week to the last day. */
#include "tui/plan_time.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"

enum { WIDTH_MIN = 8, WEEK_DAYS = 7, WEEK_LABEL_CELLS = 9 };

/* A mark that stands before or behind a bar needs a cell beside the first and the last day. */
struct plan_time plan_time_fit(
	const struct session *session, const struct plan_rows *rows, int x, int w)
{
	return (struct plan_time){ .x = x + 1,
		.w = w - 3 >= WIDTH_MIN ? w - 3 : 0,
		.first_day = session->today_day - (int)date_weekday(session->today_day),
		.last_day = rows->last_day };
}

static int cell_of(const struct plan_time *time, int day)
{
	int64_t days = time->last_day - time->first_day + 1;

	return (int)((int64_t)(day - time->first_day) * time->w / days);
}

/* The Monday after, or the first of the month after. */
static int next_label(int day, bool weeks)
{
	struct date date;

	if (weeks)
		return day + WEEK_DAYS;
	date = date_from_day(day);
	return day - date.day + 1 + date_month_days(date.year, date.month);
}

/* The first of a year is named by its number. */
static void add_label(struct buf *out, const struct session *session, int day, bool weeks)
{
	struct date date = date_from_day(day);

	if (weeks)
		text_day_brief(out, session->lang, day, session->today_day);
	else if (date.month == 1)
		buf_add_format(out, "%d", date.year);
	else
		text_month(out, session->lang, day);
}

/* Weeks where each has room for its name, else months, as many as there is room for. */
void plan_time_draw_scale(
	const struct plan_time *time, const struct session *session, struct canvas *canvas, int y)
{
	bool weeks = cell_of(time, time->first_day + WEEK_DAYS) >= WEEK_LABEL_CELLS;
	struct buf label = BUF_INIT;
	int free_from = 0;

	for (int day = time->first_day, next; day <= time->last_day; day = next) {
		int x = cell_of(time, day), width;

		next = next_label(day, weeks);
		buf_clear(&label);
		add_label(&label, session, day, weeks);
		width = utf8_width_cells(label.text, label.len);
		/* What is left of this month gives way to the whole next one. */
		if (day == time->first_day && cell_of(time, next) <= width)
			continue;
		if (x < free_from || x + width > time->w)
			continue;
		canvas_put(canvas, time->x + x, y, width, ROLE_DIM, label.text);
		free_from = x + width + 1;
	}
	buf_release(&label);
}

static bool lists(const size_t *places, size_t count, size_t place)
{
	for (size_t i = 0; i < count; i++) {
		if (places[i] == place)
			return true;
	}
	return false;
}

/* What waits, what is waited for; strong where it is for the selected action. */
static void draw_marks(const struct plan_time *time, const struct plan_view *view,
	const struct session *session, struct canvas *canvas, int y,
	const struct plan_action *action, int start, int end)
{
	size_t selected = (size_t)(plan_view_selected(view, session) - session->plan->actions);
	const struct string_list *requires = &action->requires, *unlocks = &action->unlocks;

	if (requires->count)
		canvas_put(canvas, time->x + start - 1, y, 1,
			lists(action->requires_at, requires->count, selected) ? ROLE_STRONG
									      : ROLE_DIM,
			"└");
	if (unlocks->count)
		canvas_put(canvas, time->x + end + 1, y, 1,
			lists(action->unlocks_at, unlocks->count, selected) ? ROLE_STRONG
									    : ROLE_DIM,
			"┐");
}

void plan_time_draw_bar(const struct plan_time *time, const struct plan_view *view,
	const struct session *session, struct canvas *canvas, int y, size_t index)
{
	const struct plan_action *action = &session->plan->actions[index];
	int start = cell_of(time, action->start_day), end = cell_of(time, action->finish_day);
	int due = action->entry->due_day;

	canvas_put(canvas, time->x + cell_of(time, session->today_day), y, 1, ROLE_DIM, "│");
	draw_marks(time, view, session, canvas, y, action, start, end);
	for (int x = start; x <= end; x++)
		canvas_put(canvas, time->x + x, y, 1, ROLE_ACCENT, "■");
	if (due == DAY_NONE || due > time->last_day)
		return;
	canvas_put(canvas, time->x + (due < time->first_day ? -1 : cell_of(time, due)), y, 1,
		action->lateness_days > 0 ? ROLE_LATE : ROLE_STRONG, "◆");
}

void plan_time_draw_legend(const struct session *session, struct canvas *canvas, int y)
{
	const char *signs = text_word(WORD_TIME_SIGNS, session->lang);

	if (utf8_width_cells(signs, strlen(signs)) > canvas->w - 2)
		signs = text_word(WORD_TIME_SIGNS_SHORT, session->lang);
	canvas_put(canvas, 1, y, canvas->w - 2, ROLE_DIM, signs);
}
