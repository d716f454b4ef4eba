/* SPDX-License-Identifier: MIT */
#include "tui/plan_columns.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/export/describe.h"

enum {
	STATUS_X = 5,
	TITLE_MIN = 20,
	TITLE_MAX = 80,
	TITLE_WIDEST = 96,
	REASON_MIN = 40,
	REASON_MAX = 100
};
enum { WIDTH_FOR_ANY = 30, WIDTH_FOR_WORDS = 50, WIDTH_FOR_GAPS = 60, WIDTH_FOR_NAMES = 100 };
enum { OWNER_SHORT = 10, OWNER_LONG = 20 };
enum { COLUMNS_AT_ONCE = 3 }; /* of a look: the others stand where no title is cut for them */

void plan_columns_add_effort(struct buf *out, enum lang lang, const struct entry *entry)
{
	if (entry_has_left(entry))
		text_effort(out, lang, entry_left_centidays(entry));
	else
		buf_add(out, text_word(WORD_NOT_ESTIMATED, lang));
}

static void add_effort(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	plan_columns_add_effort(out, lang, plan->actions[index].entry);
}

static void add_impact(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct entry *entry = plan->actions[index].entry;

	if (entry_has_impact(entry))
		buf_add_format(out, "%d", entry_impact(entry));
	else
		buf_add(out, text_word(WORD_NOT_ESTIMATED, lang));
}

static void add_start(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	text_day_brief(out, lang, plan->actions[index].start_day, plan->today_day);
}

static void add_finish(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	text_day_brief(out, lang, plan->actions[index].finish_day, plan->today_day);
}

static void add_due(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	text_day_brief(out, lang, plan->actions[index].entry->due_day, plan->today_day);
}

static void add_late(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];

	if (action->days_late)
		text_tui_late_mark(out, lang, action->days_late);
	else if (action->days_at_risk)
		text_tui_risk_mark(out, lang, action->days_at_risk);
}

static void add_owner(struct buf *out, enum lang lang, const struct plan *plan, size_t index)
{
	(void)lang;
	buf_add(out, plan->actions[index].entry->owner);
}

struct column {
	enum word title;
	enum role role;
	bool to_the_right;
	void (*add)(struct buf *out, enum lang lang, const struct plan *plan, size_t index);
};

/* From left to right. */
// clang-format off
static const struct column table[PLAN_COLUMN_COUNT] = {
	[PLAN_COLUMN_IMPACT] = { WORD_COLUMN_IMPACT, ROLE_DIM, true, add_impact },
	[PLAN_COLUMN_EFFORT] = { WORD_COLUMN_EFFORT, ROLE_DIM, true, add_effort },
	[PLAN_COLUMN_START] = { WORD_COLUMN_START, ROLE_DIM, false, add_start },
	[PLAN_COLUMN_FINISH] = { WORD_COLUMN_FINISHED, ROLE_PLAIN, false, add_finish },
	[PLAN_COLUMN_DUE] = { WORD_COLUMN_DUE, ROLE_PLAIN, false, add_due },
	[PLAN_COLUMN_LATE] = { WORD_COLUMN_LATE, ROLE_LATE, false, add_late },
	[PLAN_COLUMN_OWNER] = { WORD_COLUMN_OWNER, ROLE_PLAIN, false, add_owner },
	[PLAN_COLUMN_REASON] = { WORD_COLUMN_REASON, ROLE_DIM, false, plan_reason },
};

static const enum plan_column wanted[LOOK_COUNT][PLAN_COLUMN_COUNT + 1] = {
	[LOOK_ORDER] = { PLAN_COLUMN_LATE, PLAN_COLUMN_FINISH, PLAN_COLUMN_OWNER, PLAN_COLUMN_START,
		PLAN_COLUMN_EFFORT, PLAN_COLUMN_DUE, PLAN_COLUMN_IMPACT, PLAN_COLUMN_REASON, PLAN_COLUMN_COUNT },
	[LOOK_WEEKS] = { PLAN_COLUMN_LATE, PLAN_COLUMN_FINISH, PLAN_COLUMN_OWNER, PLAN_COLUMN_DUE,
		PLAN_COLUMN_EFFORT, PLAN_COLUMN_START, PLAN_COLUMN_COUNT },
	[LOOK_PEOPLE] = { PLAN_COLUMN_LATE, PLAN_COLUMN_FINISH, PLAN_COLUMN_EFFORT, PLAN_COLUMN_DUE,
		PLAN_COLUMN_START, PLAN_COLUMN_COUNT },
	[LOOK_MATRIX] = { PLAN_COLUMN_LATE, PLAN_COLUMN_EFFORT, PLAN_COLUMN_IMPACT, PLAN_COLUMN_OWNER,
		PLAN_COLUMN_FINISH, PLAN_COLUMN_DUE, PLAN_COLUMN_COUNT },
	[LOOK_TIME] = { PLAN_COLUMN_LATE, PLAN_COLUMN_FINISH, PLAN_COLUMN_OWNER, PLAN_COLUMN_COUNT },
};
// clang-format on

static int least(int one, int other)
{
	return one < other ? one : other;
}

static int most(int one, int other)
{
	return one > other ? one : other;
}

static int width_of(const struct plan_rows *rows, enum plan_column column, int w, int room)
{
	int width = rows->widths[column];
	int longest = w >= WIDTH_FOR_NAMES ? OWNER_LONG : OWNER_SHORT;

	/* The sign alone, where words have no room. */
	if (column == PLAN_COLUMN_LATE && room < WIDTH_FOR_WORDS)
		return width ? 1 : 0;
	return column == PLAN_COLUMN_OWNER ? least(width, longest) : width;
}

int plan_title_x(enum sign_set signs)
{
	return STATUS_X + describe_status_cells(signs) + 1;
}

struct plan_columns plan_columns_fit(
	const struct plan_rows *rows, enum plan_look look, int w, int room, enum sign_set signs)
{
	struct plan_columns columns = { .title_x = plan_title_x(signs) };
	int gap = w < WIDTH_FOR_GAPS ? 1 : 2, left = room - columns.title_x - 1, x;
	int whole = most(least(rows->title_width, TITLE_MAX), TITLE_MIN);
	int half = most(least(left / 2, whole), TITLE_MIN);
	int widths[PLAN_COLUMN_COUNT] = { 0 };

	for (int i = 0; wanted[look][i] != PLAN_COLUMN_COUNT && w >= WIDTH_FOR_ANY; i++) {
		enum plan_column column = wanted[look][i];
		int width = width_of(rows, column, w, room);

		/* Where one does one thing after another, the row above says it. */
		if (column == PLAN_COLUMN_START && look == LOOK_ORDER && !rows->side_by_side)
			continue;
		if (column == PLAN_COLUMN_REASON) {
			width = least(left - whole - gap, REASON_MAX);
			width = width < REASON_MIN ? 0 : width;
		}
		if (width == 0 || left - width - gap < (i < COLUMNS_AT_ONCE ? half : whole))
			continue;
		widths[column] = width;
		left -= width + gap;
	}
	/* Dates stand near their titles, however wide the screen is. */
	columns.title_w = least(least(left, rows->title_width), TITLE_WIDEST);
	x = columns.title_x + columns.title_w + gap;
	for (int i = 0; i < PLAN_COLUMN_COUNT; i++) {
		if (widths[i] == 0)
			continue;
		columns.shown[columns.count++] =
			(struct plan_column_place){ (enum plan_column)i, x, widths[i] };
		x += widths[i] + gap;
	}
	columns.end = x - gap + 1;
	return columns;
}

static void put(struct canvas *canvas, const struct plan_column_place *place, int y, enum role role,
	const char *text)
{
	if (table[place->column].to_the_right)
		canvas_put_right(canvas, place->x + place->w, y, place->w, role, text);
	else
		canvas_put(canvas, place->x, y, place->w, role, text);
}

void plan_columns_draw_titles(
	const struct plan_columns *columns, struct canvas *canvas, int y, enum lang lang)
{
	for (int i = 0; i < columns->count; i++) {
		const struct plan_column_place *place = &columns->shown[i];

		if (place->w > 1)
			put(canvas, place, y, ROLE_DIM,
				text_word(table[place->column].title, lang));
	}
}

void plan_columns_draw(const struct plan_columns *columns, struct canvas *canvas, int y,
	const struct plan *plan, size_t index, enum lang lang)
{
	struct buf text = BUF_INIT;

	for (int i = 0; i < columns->count; i++) {
		const struct plan_column_place *place = &columns->shown[i];

		buf_clear(&text);
		table[place->column].add(&text, lang, plan, index);
		if (place->w == 1 && text.len)
			canvas_put_len(
				canvas, place->x, y, 1, table[place->column].role, text.text, 1);
		else
			put(canvas, place, y, table[place->column].role, text.text);
	}
	buf_release(&text);
}

static int cells(const char *text)
{
	return utf8_width_cells(text, strlen(text));
}

void plan_columns_measure(struct plan_rows *rows, const struct plan *plan, enum lang lang)
{
	struct buf text = BUF_INIT;

	rows->title_width = 0;
	for (size_t i = 0; i < plan->count; i++) {
		int width;

		buf_clear(&text);
		describe_title(&text, plan->actions[i].entry, lang);
		width = cells(text.text);
		if (width > rows->title_width)
			rows->title_width = width;
	}
	for (int column = 0; column < PLAN_COLUMN_REASON; column++) {
		int widest = 0, title = cells(text_word(table[column].title, lang));

		for (size_t i = 0; i < plan->count; i++) {
			int width;

			buf_clear(&text);
			table[column].add(&text, lang, plan, i);
			width = cells(text.text);
			if (width > widest)
				widest = width;
		}
		/* What nobody said takes no column. */
		rows->widths[column] = widest && widest < title ? title : widest;
	}
	buf_release(&text);
}
