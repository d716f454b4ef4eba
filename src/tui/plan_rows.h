/* SPDX-License-Identifier: MIT
 *
 * plan_rows: one plan, looked at in several ways, as rows with titles between them.
 *
 * For     the plan view: the recommended order, by week, by person, by impact and effort, and the
 *         same order on a line of time. The selected action is the same in all of them.
 * Owner   rows and titles are the arena's; actions are indexes of the plan.
 * Units   widths in cells. */
#ifndef TUI_PLAN_ROWS_H
#define TUI_PLAN_ROWS_H

#include "jalon/plan/load.h"
#include "jalon/plan/plan.h"

enum plan_look { LOOK_ORDER, LOOK_WEEKS, LOOK_PEOPLE, LOOK_MATRIX, LOOK_TIME, LOOK_COUNT };

enum plan_column {
	PLAN_COLUMN_IMPACT,
	PLAN_COLUMN_EFFORT,
	PLAN_COLUMN_START,
	PLAN_COLUMN_FINISH,
	PLAN_COLUMN_DUE,
	PLAN_COLUMN_LATE,
	PLAN_COLUMN_OWNER,
	PLAN_COLUMN_REASON, /* takes what the others leave */
	PLAN_COLUMN_COUNT
};

enum plan_row_kind {
	PLAN_ROW_ACTION,
	PLAN_ROW_TITLE,
	PLAN_ROW_LOAD,   /* somebody's weeks, against capacity */
	PLAN_ROW_WARNING /* more was promised than there is time for */
};

struct plan_row {
	enum plan_row_kind kind;
	size_t action; /* of a title and what follows it: the first of its group */
	const char *text;
	const struct plan_load *load;
};

/* The four cells of impact × effort. */
enum plan_quadrant { QUADRANT_FIRST, QUADRANT_PREPARE, QUADRANT_EASY, QUADRANT_DISCUSS };
enum { QUADRANT_COUNT = 4 };

struct plan_rows {
	struct plan_row *rows;
	size_t count;
	size_t action_count; /* that are shown */
	/* Of the whole plan, like what follows. */
	int last_day;      /* of work, or of a due date that is not far behind */
	bool side_by_side; /* something begins before what has a smaller rank */
	int title_width, widths[PLAN_COLUMN_COUNT];
	/* Where "more" begins: the middle impact, and above the middle effort. */
	int middle_impact, middle_effort_centidays;
	/* By quadrant: its rows in `rows`, behind its title. */
	struct {
		int first, count;
		int64_t effort_centidays;
	} quadrants[QUADRANT_COUNT];
};

/* Name, and what it is for. */
extern const struct wording plan_look_labels[LOOK_COUNT], plan_look_choices[LOOK_COUNT];
extern const struct wording plan_quadrant_labels[QUADRANT_COUNT];

/* `shown` says by action which are; NULL: all. */
struct plan_rows plan_rows_make(struct arena *arena, const struct plan *plan, enum plan_look look,
	enum lang lang, const bool *shown);
/* The row of an action, or −1 when it is not shown. */
int plan_rows_find(const struct plan_rows *rows, size_t action);
/* Of the actions that are shown, the row of the first that is not before that one in the plan, else
 * of the last of them; 0 when there is none. */
int plan_rows_find_from(const struct plan_rows *rows, size_t action);
/* The quadrant whose rows hold that one. */
enum plan_quadrant plan_rows_quadrant(const struct plan_rows *rows, int row);
/* "15 janv.", with the year where ten months or more lie between. */
void plan_day(struct buf *out, enum lang lang, int day, int today_day);

#endif
