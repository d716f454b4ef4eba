/* SPDX-License-Identifier: MIT
 *
 * history_view: the state of the history view, for the files that it is made of.
 *
 * For     view_history.c, which finds what there is to show and does what keys ask; history_draw.c,
 *         which draws it. Nobody else reads it.
 * Owner   rows are the arena's; the filter's texts are in filter_arena. */
#ifndef TUI_HISTORY_VIEW_H
#define TUI_HISTORY_VIEW_H

#include "jalon/store/history_filter.h"
#include "tui/history_lines.h"
#include "tui/history_query.h"
#include "tui/view.h"

/* A day over the changes of that day, or one of them. */
struct history_row {
	bool is_day;
	int day;
	long place; /* of the line */
};

struct history_view {
	struct history_lines lines;
	struct arena *arena;
	struct history_row *rows;
	size_t room;
	struct list list;
	struct list left; /* where one was as a search began, to be found again; count 0: nowhere */
	int who_cells;    /* of the longest name in them */
	long next;        /* the line that is looked at next, for a row */
	bool is_all;      /* there is none */
	struct err err;   /* why there is no more; ERR_NONE: there was nothing wrong */
	char org_id[SESSION_ID_SIZE]; /* whose it is, and as of which revision and version */
	int64_t revision;
	unsigned version;
	struct buf search, searched; /* what is asked, and what the rows are of */
	struct history_query query;
	struct arena *query_arena, *filter_arena;
	struct history_filter filter;
};

bool history_view_is_narrowed(const struct history_view *view);
/* The line of the selected row; NULL: there is none. */
const struct history_line *history_view_selected(const struct history_view *view);
struct change_words history_view_words(
	const struct history_view *view, const struct session *session);
/* What is shown only, what happened, and the selected change whole below it. */
struct split history_view_split(const struct history_view *view, const struct frame *frame);
void history_view_draw(const struct history_view *view, const struct session *session,
	struct canvas *canvas, const struct frame *frame);
/* All there is to say about a change, for a pager. */
void history_view_add_text(struct buf *out, const struct history_view *view,
	const struct session *session, const struct history_line *line);

#endif
