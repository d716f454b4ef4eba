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

static int year_of(int day)
{
	return date_from_day(day).year;
}

/* A scale while it is drawn: where the next label may stand, and the year that was told last. */
struct scale {
	const struct plan_time *time;
	bool weeks;
	int free_from, told_year;
};

/* How far the label of that day may reach: a month gives way to the year behind it, and what is
 * left of the first one to the whole month after. */
static int label_end(const struct scale *scale, int day, int next)
{
	const struct plan_time *time = scale->time;
	struct date date = date_from_day(day), january = { date.year + 1, 1, 1 };
	int first, end = time->w + 1;

	if (scale->weeks || date.month == 1)
		return end;
	if (date_to_day(january, &first) && first <= time->last_day)
		end = cell_of(time, first);
	if (day == time->first_day && cell_of(time, next) < end)
		end = cell_of(time, next);
	return end;
}

/* January is named by its year. */
static void add_label(
	struct buf *out, enum lang lang, const struct scale *scale, int day, bool with_year)
{
	struct date date = date_from_day(day);

	buf_clear(out);
	if (scale->weeks)
		text_day_brief(out, lang, day, day);
	else if (date.month == 1)
		buf_add_format(out, "%d", date.year);
	else
		text_month(out, lang, day);
	if (with_year && (scale->weeks || date.month != 1))
		buf_add_format(out, " %d", date.year);
}

/* With the year where it was not told yet and there is room for it. Returns its width, 0 where
 * there is no room at all. */
static int fit_label(struct buf *out, enum lang lang, struct scale *scale, int day, int room)
{
	bool with_year = year_of(day) != scale->told_year;
	int width;

	add_label(out, lang, scale, day, with_year);
	width = utf8_width_cells(out->text, out->len);
	if (width < room) {
		scale->told_year = year_of(day);
		return width;
	}
	add_label(out, lang, scale, day, false);
	width = utf8_width_cells(out->text, out->len);
	return width < room ? width : 0;
}

/* Weeks where each has room for its name, else months, as many as there is room for. Where there
 * is more than this year, the first label of each tells it. */
void plan_time_draw_scale(
	const struct plan_time *time, const struct session *session, struct canvas *canvas, int y)
{
	bool one_year = year_of(time->first_day) == year_of(time->last_day);
	struct scale scale = { .time = time,
		.weeks = cell_of(time, time->first_day + WEEK_DAYS) >= WEEK_LABEL_CELLS,
		.told_year = one_year ? year_of(session->today_day) : 0 };
	struct buf label = BUF_INIT;

	for (int day = time->first_day, next; day <= time->last_day; day = next) {
		int x = cell_of(time, day), width;

		next = next_label(day, scale.weeks);
		if (x < scale.free_from)
			continue;
		width = fit_label(
			&label, session->lang, &scale, day, label_end(&scale, day, next) - x);
		if (width == 0)
			continue;
		canvas_put(canvas, time->x + x, y, width, ROLE_DIM, label.text);
		scale.free_from = x + width + 1;
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
