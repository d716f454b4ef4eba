/* SPDX-License-Identifier: MIT
 *
 * plan_view: the state of the plan view, for the files that it is made of.
 *
 * For     view_plan.c, which lists; plan_matrix.c, four lists in a square; plan_time.c, bars;
 *         plan_load.c, somebody's weeks; plan_detail.c, what there is to say about the selected
 *         action; plan_commands.c, what keys do there. Nobody else reads it.
 * Owner   rows are the arena's. The plan is the session's; it is there once the view was settled.
 * Units   cells. */
#ifndef TUI_PLAN_VIEW_H
#define TUI_PLAN_VIEW_H

#include "tui/plan_rows.h"
#include "tui/view.h"

/* Where one was in the plan, which keeps a place of its own. Who only had a look at it finds the
 * other views as they left them. */
struct plan_place {
	char org[SESSION_ID_SIZE];   /* whose plan; "": none was seen yet */
	char entry[SESSION_ID_SIZE]; /* selected when one left it */
	char shown[SESSION_ID_SIZE]; /* selected when one came */
	char from[SESSION_ID_SIZE];  /* selected in the view that one came from */
	bool has_come;               /* and nothing was settled since */
};

struct plan_view {
	struct arena *arena;
	struct plan_rows rows; /* of the plan, as it is looked at; `rows` NULL: to be made anew */
	unsigned version;      /* of the session, as of which they are */
	enum plan_look look;
	struct list list;
	struct list cells[QUADRANT_COUNT]; /* of the matrix */
	int opened_cell;                   /* a quadrant + 1; 0: all four are in sight */
	char asked[SESSION_ID_SIZE];       /* the first of two actions in "why this before that?" */
	struct plan_place place;
	bool has_moved; /* the last key wished the selected action elsewhere */
	/* Of the screen, when it was last settled. */
	int w, h;
	bool shows_titles; /* of columns, and the name of the look with them */
};

/* Rows as plan, look, search and opened cell have them now. */
void plan_view_make_rows(struct plan_view *view, struct session *session);
/* The rows that these take the place of were other ones: the selected action is looked for, and
 * they begin as near the top as it allows. */
void plan_view_begin(struct plan_view *view, struct session *session);
/* At what comes first, when this plan is seen for the first time, then where one was. */
void plan_view_enter(struct plan_view *view, struct session *session);
/* Once rows are settled: what is selected is what one sees on coming. */
void plan_view_settle_place(struct plan_view *view, const struct session *session);
void plan_view_leave(struct plan_view *view, struct session *session);
bool plan_view_is_action(const struct plan_view *view, int row);
/* Of a plan with rows that are shown. */
/* "!" late, "~" at risk, "" neither: beside a date, never instead of the words in the detail. */
const char *plan_view_date_sign(const struct plan_action *action);
const struct plan_action *plan_view_selected(
	const struct plan_view *view, const struct session *session);
/* Rank, signs and title of a row in its place, and the cursor where it is the selected one. */
void plan_view_draw_action(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int title_w, int row);

#endif
