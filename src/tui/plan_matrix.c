/* SPDX-License-Identifier: MIT
 *
 * Impact × effort as a square of four lists, for a room that decides together: more impact above,
 * more effort to the right. Rows keep the numbers that they have in struct plan_rows, so that
 * the selected one is the same as in the list that a small screen or an opened cell shows. */
#include "tui/plan_matrix.h"

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "tui/plan_columns.h"

enum { WIDTH_MIN = 60, HEIGHT_MIN = 20, HEAD_ROWS = 2, WIDTH_FOR_EFFORT = 48 };
enum { EFFORT_CELLS = 11, EFFORT_WIDTH = 13 };

bool plan_matrix_is_square(const struct plan_view *view)
{
	return view->look == LOOK_MATRIX && view->opened_cell == 0 && view->w >= WIDTH_MIN &&
	       view->h >= HEIGHT_MIN;
}

static int selected_quadrant(const struct plan_view *view)
{
	return (int)plan_rows_quadrant(&view->rows, view->list.selected);
}

/* With the row of titles, which the square takes too. */
static struct area cell_area(struct area area, int quadrant)
{
	int upper = (area.h + 1) / 2, left = area.w / 2;

	return (struct area){ .x = quadrant % 2 ? left + 1 : area.x,
		.y = quadrant < QUADRANT_EASY ? area.y : area.y + upper,
		.w = quadrant % 2 ? area.w - left - 1 : left - 1,
		.h = quadrant < QUADRANT_EASY ? upper : area.h - upper };
}

void plan_matrix_settle(struct plan_view *view, struct area area)
{
	if (!plan_matrix_is_square(view))
		return;
	for (int i = 0; i < QUADRANT_COUNT; i++) {
		struct list *cell = &view->cells[i];

		cell->count = view->rows.quadrants[i].count;
		cell->height = cell_area(area, i).h - HEAD_ROWS;
		if (i == selected_quadrant(view))
			cell->selected = view->list.selected - view->rows.quadrants[i].first;
		list_settle(cell);
	}
}

/* Down from the last row of a cell is the first of the one below, and back. */
void plan_matrix_move(struct plan_view *view, enum move move)
{
	int quadrant = selected_quadrant(view), other = quadrant ^ QUADRANT_EASY;
	struct list *cell = &view->cells[quadrant], *next = &view->cells[other];
	bool at_end = move == MOVE_DOWN && quadrant < other && cell->selected + 1 == cell->count;
	bool at_start = move == MOVE_UP && quadrant > other && cell->selected == 0;

	if ((at_end || at_start) && next->count) {
		quadrant = other;
		next->selected = at_end ? 0 : next->count - 1;
	} else {
		list_move(cell, move);
	}
	view->list.selected = view->rows.quadrants[quadrant].first + view->cells[quadrant].selected;
}

void plan_matrix_cross(struct plan_view *view, struct session *session)
{
	int quadrant = selected_quadrant(view), other = quadrant ^ QUADRANT_PREPARE;
	const struct list *cell = &view->cells[quadrant];
	struct list *next = &view->cells[other];

	if (next->count == 0)
		return;
	/* On the same height of the screen, as far as there are rows. */
	next->selected = next->top + cell->selected - cell->top;
	list_settle(next);
	view->list.selected = view->rows.quadrants[other].first + next->selected;
	session_select(session, plan_view_selected(view, session)->entry->id);
}

bool plan_matrix_close_cell(struct plan_view *view)
{
	if (view->look != LOOK_MATRIX || view->opened_cell == 0)
		return false;
	view->opened_cell = 0;
	view->rows.rows = NULL;
	return true;
}

/* "Impact 4 et plus · plus de 1 j" */
static void draw_range(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int quadrant)
{
	struct buf text = BUF_INIT, effort = BUF_INIT;
	int impact = view->rows.middle_impact;

	text_effort(&effort, session->lang, view->rows.middle_effort_centidays);
	if (quadrant < QUADRANT_EASY)
		text_tui_impact_from(&text, session->lang, impact);
	else
		text_tui_impact_below(&text, session->lang, impact);
	if (quadrant % 2)
		text_tui_effort_above(&text, session->lang, effort.text);
	else
		text_tui_effort_until(&text, session->lang, effort.text);
	canvas_put(canvas, area.x + 1, area.y, area.w - 2, ROLE_DIM, text.text);
	buf_release(&text);
	buf_release(&effort);
}

static void draw_name(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int quadrant)
{
	struct buf text = BUF_INIT, effort = BUF_INIT;
	int count = view->rows.quadrants[quadrant].count;

	buf_add_format(&text, "%s · ", wording_in(plan_quadrant_labels[quadrant], session->lang));
	text_actions(&text, session->lang, count);
	if (count && utf8_width_cells(text.text, text.len) + EFFORT_CELLS < area.w) {
		text_effort(
			&effort, session->lang, view->rows.quadrants[quadrant].effort_centidays);
		buf_add_format(&text, " · %s", effort.text);
	}
	canvas_put(canvas, area.x + 1, area.y + 1, area.w - 2,
		quadrant == selected_quadrant(view) ? ROLE_ACCENT : ROLE_STRONG, text.text);
	buf_release(&text);
	buf_release(&effort);
}

static void draw_action(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int row)
{
	const struct plan_action *action = &session->plan->actions[view->rows.rows[row].action];
	int end = area.x + area.w - 2;
	struct buf effort = BUF_INIT;

	canvas_put(canvas, end, area.y, 1, ROLE_LATE, plan_view_date_sign(action));
	end -= 2;
	if (area.w >= WIDTH_FOR_EFFORT) {
		plan_columns_add_effort(&effort, session->lang, action->entry);
		end = canvas_put_right(
			      canvas, end + 1, area.y, EFFORT_WIDTH, ROLE_DIM, effort.text) -
		      1;
	}
	plan_view_draw_action(
		view, session, canvas, area, end - area.x - plan_title_x(canvas->signs), row);
	buf_release(&effort);
}

static void draw_cell(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int quadrant)
{
	const struct list *cell = &view->cells[quadrant];
	struct area row = { area.x, area.y + HEAD_ROWS, area.w, 1 };
	int first = view->rows.quadrants[quadrant].first;
	int right = area.x + area.w;

	draw_range(view, session, canvas, area, quadrant);
	draw_name(view, session, canvas, area, quadrant);
	for (int i = 0; i < cell->height && cell->top + i < cell->count; i++, row.y++)
		draw_action(view, session, canvas, row, first + cell->top + i);
	/* There is more than is in sight. */
	if (cell->top > 0)
		canvas_put_right(canvas, right, area.y + HEAD_ROWS, 1, ROLE_DIM, "↑");
	if (cell->top + cell->height < cell->count)
		canvas_put_right(canvas, right, area.y + area.h - 1, 1, ROLE_DIM, "↓");
}

void plan_matrix_draw(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	for (int i = 0; i < area.h; i++)
		canvas_put(canvas, area.w / 2, area.y + i, 1, ROLE_DIM, "│");
	for (int i = 0; i < QUADRANT_COUNT; i++)
		draw_cell(view, session, canvas, cell_area(area, i), i);
}
