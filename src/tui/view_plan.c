/* SPDX-License-Identifier: MIT
 *
 * The plan: what remains, looked at in five ways, and why the selected action stands where it
 * does. Rows are made anew only when the plan, the look or the search changed. */
#include "tui/view_plan.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "tui/plan_columns.h"
#include "tui/plan_detail.h"
#include "tui/plan_load.h"
#include "tui/plan_matrix.h"
#include "tui/plan_time.h"
#include "tui/team.h"
#include "tui/title.h"

enum { REASON_ROWS = 5, REASON_ROWS_FULL = 6, REASON_ROWS_TALL = 10 };
enum { HEIGHT_FOR_REASON = 10, HEIGHT_FOR_TITLES = 14, HEIGHT_FOR_FULL = 20, HEIGHT_FOR_MORE = 34 };
enum { WIDTH_FOR_EFFORT = 50, WIDTH_FOR_TIME = 30, WIDTH_FOR_WAY_OUT = 60, CELL_SIDES = 12 };
enum { TITLE_MIN = 12 };

struct parts {
	struct area narrowing, asked, titles; /* h 0: not shown */
	struct split split;
};

/* A row of its own on top, where there is room for one above a row of the list. */
static struct area take_row(struct area *area, bool wanted)
{
	struct area row = *area;

	row.h = wanted && area->h > 1;
	area->y += row.h;
	area->h -= row.h;
	return row;
}

/* What is shown only, a question that waits for its second half, titles of columns, actions, and
 * the reason for the selected one. */
static struct parts split_area(
	const struct plan_view *view, const struct session *session, const struct frame *frame)
{
	struct area area = frame->area;
	int full = frame->h - area.y - 1;
	int reason = full >= HEIGHT_FOR_MORE     ? REASON_ROWS_TALL
		     : full >= HEIGHT_FOR_FULL   ? REASON_ROWS_FULL
		     : full >= HEIGHT_FOR_REASON ? REASON_ROWS
		     : full >= 5                 ? 2
						 : 0;
	struct parts parts;

	parts.narrowing = take_row(&area, narrowing_is_on(&session->narrowing));
	parts.asked = take_row(&area, view->asked[0]);
	parts.titles = take_row(&area, full >= HEIGHT_FOR_TITLES);
	parts.split = view_split(frame, area, reason);
	return parts;
}

/* The square takes the row of titles too. */
static struct area square_area(
	const struct plan_view *view, const struct session *session, const struct frame *frame)
{
	struct parts parts = split_area(view, session, frame);

	parts.split.list.y -= parts.titles.h;
	parts.split.list.h += parts.titles.h;
	return parts.split.list;
}

/* Titles cannot be selected: on to the next action, or back where there is none. */
static void pass_titles(struct plan_view *view, int step)
{
	struct list *list = &view->list;
	int at = list->selected;

	for (int turn = 0; turn < 2; turn++, step = -step) {
		while (at >= 0 && at < list->count && !plan_view_is_action(view, at))
			at += step;
		if (at >= 0 && at < list->count)
			break;
		at = list->selected;
	}
	list->selected = at;
	list_settle(list);
	/* The title over the first row in sight is worth its rows. */
	while (at > 0 && list->top > 0 && at - list->top + 1 < list->height && at - list->top < 3 &&
		!plan_view_is_action(view, list->top - 1))
		list->top--;
}

/* Where the selected entry is now. An action that is done leaves the plan; the one that follows
 * takes its row. */
static void find_selected(struct plan_view *view, const struct session *session)
{
	struct list *list = &view->list;
	size_t action;
	int row;

	if (list->selected < list->count && plan_view_is_action(view, list->selected) &&
		strcmp(plan_view_selected(view, session)->entry->id, session->entry) == 0)
		return;
	action = plan_find(session->plan, session->entry);
	if (action == SIZE_MAX)
		return;
	row = plan_rows_find(&view->rows, action);
	/* What a search or a filter hides gives way to what comes after it. */
	if (row < 0) {
		list->selected = plan_rows_find_from(&view->rows, action);
		return;
	}
	/* Rows that came or went above push the text, not the eyes; but what one moves is seen to
	 * move. */
	if (!view->has_moved)
		list->top += row - list->selected;
	list->selected = row;
}

static void init(void *state)
{
	struct plan_view *view = state;

	view->arena = arena_new();
}

static void release(void *state)
{
	struct plan_view *view = state;

	arena_free(view->arena);
}

static void enter(void *state, struct session *session)
{
	plan_view_enter(state, session);
}

static void leave(void *state, struct session *session)
{
	plan_view_leave(state, session);
}

static void settle(void *state, struct session *session, const struct frame *frame)
{
	struct plan_view *view = state;
	struct parts parts;

	plan_view_make_rows(view, session);
	/* Somebody may have done it meanwhile: there is nothing left to ask. */
	if (plan_find(session->plan, view->asked) == SIZE_MAX)
		view->asked[0] = '\0';
	parts = split_area(view, session, frame);
	view->w = frame->w;
	view->h = frame->h;
	view->shows_titles = parts.titles.h > 0;
	view->list.height = parts.split.list.h;
	list_settle(&view->list);
	if (view->rows.action_count == 0)
		return;
	find_selected(view, session);
	view->has_moved = false;
	list_settle(&view->list);
	pass_titles(view, 1);
	if (strcmp(session->entry, plan_view_selected(view, session)->entry->id) != 0)
		session_select(session, plan_view_selected(view, session)->entry->id);
	plan_view_settle_place(view, session);
	plan_matrix_settle(view, square_area(view, session, frame));
}

static void move(void *state, struct session *session, enum move move)
{
	struct plan_view *view = state;

	plan_view_make_rows(view, session);
	if (view->rows.action_count == 0)
		return;
	if (plan_matrix_is_square(view)) {
		plan_matrix_move(view, move);
	} else {
		list_move(&view->list, move);
		pass_titles(
			view, move == MOVE_UP || move == MOVE_PAGE_UP || move == MOVE_END ? -1 : 1);
	}
	session_select(session, plan_view_selected(view, session)->entry->id);
}

static void click(void *state, struct session *session, const struct frame *frame, int x, int y)
{
	struct plan_view *view = state;
	struct area list = split_area(view, session, frame).split.list;
	int row = view->list.top + y - list.y;

	(void)x;
	if (plan_matrix_is_square(view) || y < list.y || y >= list.y + list.h ||
		row >= view->list.count || !plan_view_is_action(view, row))
		return;
	view->list.selected = row;
	session_select(session, plan_view_selected(view, session)->entry->id);
}

static const struct entry *selected(const void *state, const struct session *session)
{
	const struct plan_view *view = state;

	/* What has left the plan is not ticked unseen. */
	if (view->rows.rows && view->rows.action_count == 0)
		return NULL;
	return session_entry(session);
}

static struct buf *search(void *state, struct session *session)
{
	(void)state;
	return &session->narrowing.search;
}

static struct found found(const void *state, const struct session *session, const char *text)
{
	const struct plan_view *view = state;

	(void)session;
	(void)text;
	return (struct found){ .count = (int)view->rows.action_count };
}

/* With the row, so that the text does not move where it is found there again. */
static void keep_spot(const void *state, const struct session *session, struct spot *spot)
{
	const struct plan_view *view = state;

	snprintf(spot->key, sizeof(spot->key), "%s", session->entry);
	spot->top = view->list.top;
	spot->found = view->list.selected;
}

static void take_spot(void *state, struct session *session, const struct spot *spot)
{
	struct plan_view *view = state;

	session_select(session, spot->key);
	view->list.top = spot->top;
	view->list.selected = spot->found;
	plan_view_make_rows(view, session);
}

static bool back(void *state, struct session *session)
{
	struct plan_view *view = state;

	if (view->asked[0]) {
		view->asked[0] = '\0';
		notice_say(&session->notice, text_word(WORD_NOT_ASKED, session->lang));
		return true;
	}
	if (plan_matrix_close_cell(view)) {
		notice_say(
			&session->notice, wording_in(plan_look_labels[LOOK_MATRIX], session->lang));
		return true;
	}
	return view_widen(session);
}

/* What is done is no more in the plan. */
static bool reveal(void *state, struct session *session)
{
	struct plan_view *view = state;
	size_t action = plan_find(session_plan(session), session->entry);

	if (action == SIZE_MAX)
		return false;
	plan_view_make_rows(view, session);
	if (plan_rows_find(&view->rows, action) < 0) {
		view_widen(session);
		view->opened_cell = 0;
		view->rows.rows = NULL;
	}
	return true;
}

static void draw_row(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, const struct plan_columns *columns,
	const struct plan_time *time, int index)
{
	const struct plan_row *row = &view->rows.rows[index];

	if (row->kind == PLAN_ROW_TITLE) {
		canvas_put(canvas, area.x + 1, area.y, area.w - 2, ROLE_STRONG, row->text);
	} else if (row->kind == PLAN_ROW_LOAD) {
		plan_load_draw(session, canvas, area, row->load);
	} else if (row->kind == PLAN_ROW_WARNING) {
		canvas_put(canvas, area.x + 5, area.y, 1, ROLE_LATE, "!");
		canvas_put(canvas, area.x + columns->title_x, area.y, area.w - columns->title_x - 1,
			ROLE_LATE, row->text);
	} else {
		plan_columns_draw(
			columns, canvas, area.y, session->plan, row->action, session->lang);
		if (time->w)
			plan_time_draw_bar(time, view, session, canvas, area.y, row->action);
		plan_view_draw_action(view, session, canvas, area, columns->title_w, index);
	}
}

/* The line of time takes the right half, and what the columns leave of theirs. */
static int room_for_columns(const struct plan_view *view, int w)
{
	return view->look == LOOK_TIME && w >= WIDTH_FOR_TIME ? w / 2 : w;
}

static int cells_of(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

static void add_unestimated(struct buf *out, const struct session *session)
{
	if (session->plan->unestimated_count)
		text_tui_unestimated(out, session->lang, session->plan->unestimated_count);
}

/* The name of the look, how many are not estimated, and whose time its dates count on. Ranks that
 * are no order of dates look like a mistake, unless it says why; the names alone say so too. */
static void draw_look(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	bool explains = view->look == LOOK_ORDER && view->rows.side_by_side;
	struct buf text = BUF_INIT, whose = BUF_INIT;
	const char *why = text_word(WORD_SIDE_BY_SIDE, session->lang);
	int room;

	buf_add(&text, wording_in(plan_look_labels[view->look], session->lang));
	add_unestimated(&text, session);
	room = area.w - cells_of(&text);
	team_add_capacities(&whose, session->org, session->lang, room - 3);
	if (explains && utf8_width_cells(why, strlen(why)) + 3 + cells_of(&whose) <= room)
		buf_add(&text, why);
	if (whose.len)
		buf_add_format(&text, " · %s", whose.text);
	canvas_put(canvas, area.x, area.y, area.w, ROLE_DIM, text.text);
	buf_release(&text);
	buf_release(&whose);
}

static void draw_list(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, const struct parts *parts)
{
	struct area area = parts->split.list;
	struct plan_columns columns = plan_columns_fit(
		&view->rows, view->look, area.w, room_for_columns(view, area.w), canvas->signs);
	struct plan_time time = { .w = 0 };

	if (view->look == LOOK_TIME)
		time = plan_time_fit(session, &view->rows, columns.end, area.w - columns.end);
	if (parts->titles.h) {
		draw_look(view, session, canvas,
			(struct area){
				1, parts->titles.y, columns.title_x + columns.title_w - 1, 1 });
		plan_columns_draw_titles(&columns, canvas, parts->titles.y, session->lang);
		if (time.w)
			plan_time_draw_scale(&time, session, canvas, parts->titles.y);
	}
	area.h = 1;
	for (int i = 0; i < parts->split.list.h && view->list.top + i < view->list.count;
		i++, area.y++)
		draw_row(view, session, canvas, area, &columns, &time, view->list.top + i);
}

/* What rows show of a title. */
static int title_room(const struct plan_view *view, int w, enum sign_set signs)
{
	if (plan_matrix_is_square(view))
		return w / 2 - CELL_SIDES - plan_title_x(signs);
	return plan_columns_fit(&view->rows, view->look, w, room_for_columns(view, w), signs)
		.title_w;
}

/* Half of a question is asked: of which action, what to do now, and the way out. */
static void draw_asked(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	const struct entry *entry = organisation_find_entry(session->org, view->asked);
	struct buf text = BUF_INIT, title = BUF_INIT;
	int right = area.w, room;

	if (area.w >= WIDTH_FOR_WAY_OUT)
		right = canvas_put_right(canvas, area.w - 1, area.y, area.w / 2, ROLE_DIM,
				text_word(WORD_ESC_GIVES_UP, session->lang)) -
			1;
	text_tui_asked(&text, session->lang, "");
	room = right - 2 - utf8_width_cells(text.text, text.len);
	buf_clear(&text);
	if (room >= TITLE_MIN) {
		title_add_entry(&title, entry, session->lang, room);
		text_tui_asked(&text, session->lang, title.text);
	} else {
		/* A sign on its row says which. */
		buf_add(&text, text_word(WORD_COMPARE_WITH, session->lang));
	}
	canvas_put(canvas, 1, area.y, right - 2, ROLE_NOTICE, text.text);
	buf_release(&text);
	buf_release(&title);
}

static void draw(const void *state, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct plan_view *view = state;
	const struct plan *plan = session->plan;
	struct parts parts = split_area(view, session, frame);
	struct area list = parts.split.list, detail = parts.split.detail;

	if (parts.narrowing.h)
		view_draw_narrowing(session, canvas, frame);
	if (parts.asked.h)
		draw_asked(view, session, canvas, parts.asked);
	if (plan->count == 0)
		draw_message(canvas, (struct area){ 1, list.y, list.w - 2, list.h },
			text_word(WORD_PLAN_EMPTY, session->lang));
	else if (view->rows.action_count == 0)
		view_draw_no_match(
			session, canvas, frame, (struct area){ 1, list.y, list.w - 2, list.h });
	else if (plan_matrix_is_square(view))
		plan_matrix_draw(view, session, canvas, square_area(view, session, frame));
	else
		draw_list(view, session, canvas, &parts);
	if (detail.h == 0 || (plan->count == 0 && plan->set_aside_count == 0))
		return;
	canvas_rule(canvas, detail.y - 1);
	if (view->look == LOOK_TIME && view->rows.action_count)
		plan_time_draw_legend(session, canvas, detail.y - 1);
	plan_detail_draw(
		view, session, canvas, detail, title_room(view, frame->area.w, canvas->signs));
}

static int cells(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

/* " · 12 j · fini le 14 déc." */
static void add_end(struct buf *out, const struct session *session)
{
	const struct plan *plan = session->plan;
	struct buf effort = BUF_INIT, day = BUF_INIT;

	text_effort(&effort, session->lang, plan->effort_centidays);
	plan_day(&day, session->lang, plan->last_day, session->today_day);
	text_tui_plan_end(out, session->lang, effort.text, day.text);
	buf_release(&effort);
	buf_release(&day);
}

/* What is late and what is at risk comes before the end of it all, where there is no room for both.
 * How many are not estimated stands beside the name of the look, where that is shown. */
static void summary(const void *state, const struct session *session, int w, struct buf *out)
{
	const struct plan_view *view = state;
	const struct plan *plan = session->plan;
	struct buf dates = BUF_INIT, end = BUF_INIT, unestimated = BUF_INIT;
	int room = w * 3 / 4; /* as the frame gives */

	if (!plan || !view->rows.rows)
		return;
	if (plan->late_count)
		text_tui_late(&dates, session->lang, plan->late_count);
	if (plan->at_risk_count)
		text_tui_at_risk(&dates, session->lang, plan->at_risk_count);
	text_actions(out, session->lang, (int)plan->count);
	if (cells(out) + cells(&dates) > room) {
		buf_clear(out);
		buf_add_format(out, "%zu", plan->count);
	}
	if (plan->count && w >= WIDTH_FOR_EFFORT)
		add_end(&end, session);
	if (cells(out) + cells(&dates) + cells(&end) <= room)
		buf_add(out, end.text);
	buf_add(out, dates.text);
	add_unestimated(&unestimated, session);
	if ((!view->shows_titles || plan_matrix_is_square(view)) &&
		cells(out) + cells(&unestimated) <= room)
		buf_add(out, unestimated.text);
	buf_release(&unestimated);
	buf_release(&dates);
	buf_release(&end);
}

const struct view_type view_plan = {
	.title = { .fr = "Plan", .en = "Plan" },
	.of_organisation = true,
	.size = sizeof(struct plan_view),
	.init = init,
	.release = release,
	.enter = enter,
	.leave = leave,
	.settle = settle,
	.draw = draw,
	.move = move,
	.click = click,
	.selected = selected,
	.reveal = reveal,
	.search = search,
	.found = found,
	.keep_spot = keep_spot,
	.take_spot = take_spot,
	.back = back,
	.summary = summary,
};
