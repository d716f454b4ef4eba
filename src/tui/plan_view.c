/* SPDX-License-Identifier: MIT */
#include "tui/plan_view.h"

#include <stdint.h>
#include <string.h>

#include "jalon/export/describe.h"
#include "tui/plan_columns.h"
#include "tui/title.h"

enum { STATUS_X = 5, OTHERS_WIDTH = 12 };

bool plan_view_is_action(const struct plan_view *view, int row)
{
	return view->rows.rows[row].kind == PLAN_ROW_ACTION;
}

const char *plan_view_date_sign(const struct plan_action *action)
{
	return action->days_late ? "!" : action->days_at_risk ? "~" : "";
}

const struct plan_action *plan_view_selected(
	const struct plan_view *view, const struct session *session)
{
	return &session->plan->actions[view->rows.rows[view->list.selected].action];
}

/* By action, or NULL where all are. */
static bool *find_shown(struct plan_view *view, const struct session *session)
{
	const struct plan *plan = session->plan;
	struct query query;
	bool *shown;

	if (!narrowing_is_on(&session->narrowing))
		return NULL;
	query = query_make(view->arena, session->narrowing.search.text);
	shown = ARENA_ARRAY(view->arena, bool, plan->count + 1);
	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_action *action = &plan->actions[i];

		shown[i] = session_shows(session, action->entry, &query);
	}
	return shown;
}

static void make(struct plan_view *view, const struct session *session, const bool *shown)
{
	view->rows = plan_rows_make(view->arena, session->plan, view->look, session->lang, shown);
	plan_columns_measure(&view->rows, session->plan, session->lang);
}

/* Only what the opened cell holds. */
static void make_opened_cell(struct plan_view *view, const struct session *session)
{
	const struct plan_rows *rows = &view->rows;
	int quadrant = view->opened_cell - 1;
	int first = rows->quadrants[quadrant].first, count = rows->quadrants[quadrant].count;
	bool *shown = ARENA_ARRAY(view->arena, bool, session->plan->count + 1);

	if (count == 0) {
		view->opened_cell = 0;
		return;
	}
	for (int i = first; i < first + count; i++)
		shown[rows->rows[i].action] = true;
	make(view, session, shown);
}

void plan_view_make_rows(struct plan_view *view, struct session *session)
{
	session_plan(session);
	if (view->rows.rows && view->version == session->version)
		return;
	view->version = session->version;
	arena_clear(view->arena);
	make(view, session, find_shown(view, session));
	if (view->look == LOOK_MATRIX && view->opened_cell)
		make_opened_cell(view, session);
	view->list.count = (int)view->rows.count;
}

void plan_view_begin(struct plan_view *view, struct session *session)
{
	size_t action = plan_find(session_plan(session), session->entry);
	int row;

	plan_view_make_rows(view, session);
	/* From the top as far as the selected one allows: what comes first, or is late, stands
	 * there. */
	row = action == SIZE_MAX ? -1 : plan_rows_find(&view->rows, action);
	view->list.top = 0;
	view->list.selected = row < 0 ? 0 : row;
}

static void keep_id(char out[SESSION_ID_SIZE], const char *id)
{
	memcpy(out, id, strlen(id) + 1);
}

/* What was done elsewhere meanwhile is in the plan no more: the row stays, with what follows. */
void plan_view_enter(struct plan_view *view, struct session *session)
{
	const struct plan *plan = session_plan(session);
	struct plan_place *place = &view->place;
	bool is_known = strcmp(place->org, session->org_id) == 0;

	keep_id(place->from, session->entry);
	keep_id(place->org, session->org_id);
	if (is_known)
		session_select(session, place->entry);
	else if (plan->count)
		session_select(session, plan->actions[0].entry->id);
	if (!is_known)
		plan_view_begin(view, session);
	place->has_come = true;
}

void plan_view_settle_place(struct plan_view *view, const struct session *session)
{
	if (view->place.has_come)
		keep_id(view->place.shown, session->entry);
	view->place.has_come = false;
}

void plan_view_leave(struct plan_view *view, struct session *session)
{
	struct plan_place *place = &view->place;

	view->asked[0] = '\0';
	keep_id(place->entry, session->entry);
	if (place->from[0] && strcmp(session->entry, place->shown) == 0)
		session_select(session, place->from);
}

/* What the others do there, at the end of the title; returns the cells that it takes. */
static int put_others(
	struct canvas *canvas, struct area area, int title_w, enum role role, const char *text)
{
	int right = area.x + plan_title_x(canvas->signs) + title_w;

	return right -
	       canvas_put_right(canvas, right, area.y,
		       title_w < OTHERS_WIDTH * 2 ? 1 : OTHERS_WIDTH, role, text) +
	       1;
}

void plan_view_draw_action(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int title_w, int row)
{
	const struct plan_row *shown = &view->rows.rows[row];
	const struct entry *entry = session->plan->actions[shown->action].entry;
	enum status status = entry_status(entry, session->today_day);
	struct buf text = BUF_INIT;
	enum role role;

	buf_add_format(&text, "%3zu", shown->action + 1);
	canvas_put_right(canvas, area.x + 4, area.y, 4, ROLE_DIM, text.text);
	if (strcmp(view->asked, entry->id) == 0)
		canvas_put(canvas, area.x + 4, area.y, 1, ROLE_ACCENT, "?");
	else if (entry->pin[0])
		canvas_put(canvas, area.x + 4, area.y, 1, ROLE_ACCENT, "↑");
	view_put_status(canvas, area.x + STATUS_X, area.y, view_status_role(status), status);
	buf_clear(&text);
	if (view_add_people(&text, session, entry->id, canvas->is_calm, &role))
		title_w -= put_others(canvas, area, title_w, role, text.text);
	buf_clear(&text);
	title_add_entry(&text, entry, session->lang, title_w);
	canvas_put(canvas, area.x + plan_title_x(canvas->signs), area.y, title_w,
		view_status_role(status), text.text);
	if (row == view->list.selected)
		view_mark_selected(canvas, area, area.y);
	buf_release(&text);
}
