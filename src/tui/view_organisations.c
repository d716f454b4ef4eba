/* SPDX-License-Identifier: MIT
 *
 * The organisations of the data folder: how far each is, and what comes next for the selected one.
 * That next action needs a plan, so it is made for one organisation at a time. */
#include <stdio.h>
#include <string.h>

#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/tui/view.h"
#include "jalon/tui/workshop.h"

enum { BAR_WIDTH = 12, WIDTH_FOR_BAR = 60, WIDTH_FOR_WORDS = 40, DETAIL_ROWS = 3 };

static void find_next_action(struct app *app)
{
	const struct listing *listing = &app->listings[app->organisations.selected];
	struct err ignored = ERR_INIT;
	struct snapshot *snapshot;
	struct arena *arena;
	const struct plan *plan;

	if (app->next_action_of == (size_t)app->organisations.selected + 1)
		return;
	app->next_action_of = (size_t)app->organisations.selected + 1;
	app->next_action[0] = '\0';
	snapshot = listing->err ? NULL : store_load(app->options.store, listing->id, &ignored);
	if (!snapshot)
		return;
	arena = arena_new();
	plan = plan_make(arena, snapshot_organisation(snapshot), app->today_day);
	if (plan->count)
		snprintf(app->next_action, sizeof(app->next_action), "%s",
			wording_in(entry_title(plan->actions[0].entry), app->lang));
	arena_free(arena);
	snapshot_free(snapshot);
}

/* The search narrows by name; rows that do not match are passed over when drawing and moving. */
static bool is_shown(const struct app *app, int index)
{
	struct arena *arena;
	struct query query;
	bool shown;

	if (!app->organisations_search.len)
		return true;
	arena = arena_new();
	query = query_make(arena, app->organisations_search.text);
	shown = query_matches(&query, app->listings[index].name) ||
		query_matches(&query, app->listings[index].id);
	arena_free(arena);
	return shown;
}

static struct split split_area(const struct app *app, struct area area)
{
	int full = app->h - area.y - 1;

	return view_split(app, area, full > 2 * DETAIL_ROWS ? DETAIL_ROWS : 0);
}

static void settle(struct app *app, struct area area)
{
	app->organisations.height = split_area(app, area).list.h;
	list_settle(&app->organisations);
	if (app->organisations.count && !is_shown(app, app->organisations.selected)) {
		for (int i = 0; i < app->organisations.count; i++) {
			if (is_shown(app, i)) {
				app->organisations.selected = i;
				break;
			}
		}
	}
	if (app->organisations.count)
		find_next_action(app);
}

static void move(struct app *app, enum move move)
{
	int kept = app->organisations.selected, before;

	do {
		before = app->organisations.selected;
		list_move(&app->organisations, move);
		if (app->organisations.count && is_shown(app, app->organisations.selected))
			return;
	} while (app->organisations.selected != before);
	app->organisations.selected = kept;
}

static void draw_counts(const struct app *app, struct canvas *canvas, struct area area, int y,
	const struct listing *listing)
{
	int right = area.w - 1, applicable = counts_applicable(&listing->counts);
	struct buf text = BUF_INIT;

	if (area.w < WIDTH_FOR_WORDS)
		buf_add_format(&text, "%d/%d", listing->counts.by_status[STATUS_DONE], applicable);
	else
		text_tui_done(&text, app->lang, listing->counts.by_status[STATUS_DONE], applicable);
	canvas_put_right(canvas, right, y, 14, ROLE_PLAIN, text.text);
	if (area.w >= WIDTH_FOR_BAR)
		draw_bar(canvas, right - 14 - BAR_WIDTH, y, BAR_WIDTH,
			listing->counts.by_status[STATUS_DONE], applicable);
	buf_release(&text);
}

static void draw_row(
	const struct app *app, struct canvas *canvas, struct area area, int y, int index)
{
	const struct listing *listing = &app->listings[index];
	int right = area.w - (area.w >= WIDTH_FOR_BAR            ? 17 + BAR_WIDTH
				     : area.w >= WIDTH_FOR_WORDS ? 16
								 : 8);
	int x = 2;

	x += canvas_put(canvas, x, y, right - x, ROLE_STRONG,
		listing->name[0] ? listing->name : listing->id);
	if (listing->name[0] && strcmp(listing->name, listing->id) != 0 && right - x > 8)
		canvas_put(canvas, x + 2, y, right - x - 2, ROLE_DIM, listing->id);
	if (listing->err)
		canvas_put_right(canvas, area.w - 1, y, 14, ROLE_LATE,
			text_word(WORD_CANNOT_BE_READ, app->lang));
	else
		draw_counts(app, canvas, area, y, listing);
	if (index == app->organisations.selected) {
		canvas_paint(canvas, 0, y, area.w, ROLE_SELECTED);
		canvas->cursor_x = 0;
		canvas->cursor_y = y;
	}
}

static void add_labelled(struct buf *out, enum lang lang, enum word label, const char *text)
{
	buf_add_format(out, "%s%s%s\n", text_word(label, lang), text_word(WORD_COLON, lang), text);
}

static void draw_detail(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct listing *listing = &app->listings[app->organisations.selected];
	struct buf text = BUF_INIT, when = BUF_INIT, saved = BUF_INIT;

	if (area.h < 1)
		return;
	canvas_rule(canvas, area.y - 1);
	area.x++;
	area.w -= 2;
	if (listing->err) {
		text_err(&text, app->lang, listing->err);
		draw_text(canvas, area, ROLE_LATE, text.text);
	} else {
		text_when(&when, app->lang, listing->modified_utc, app->options.now_utc());
		if (listing->last_by[0])
			text_tui_saved_by(&saved, app->lang, when.text, listing->last_by);
		if (app->next_action[0])
			add_labelled(&text, app->lang, WORD_NEXT_ACTION, app->next_action);
		add_labelled(
			&text, app->lang, WORD_LAST_CHANGE, saved.len ? saved.text : when.text);
		draw_text(canvas, area, ROLE_PLAIN, text.text);
	}
	buf_release(&text);
	buf_release(&when);
	buf_release(&saved);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct split split = split_area(app, area);
	int y = area.y, x = area.w < WIDTH_FOR_WORDS ? 1 : 2;

	if (app->organisations.count == 0) {
		const char *about =
			text_word(workshop_asks(app) ? WORD_WORKSHOP : WORD_ABOUT, app->lang);
		int w = area.w - 2 * x < 72 ? area.w - 2 * x : 72;
		int rows = draw_text_rows(about, w, area.h);

		y += area.h > 6;
		draw_text(canvas, (struct area){ x, y, w, rows }, ROLE_PLAIN, about);
		if (rows + 3 <= area.h && !workshop_asks(app))
			canvas_put(canvas, x, y + rows + 1, w, ROLE_DIM,
				text_word(WORD_NO_ORGANISATION, app->lang));
		return;
	}
	for (int i = app->organisations.top;
		i < app->organisations.count && y < area.y + split.list.h; i++) {
		if (is_shown(app, i))
			draw_row(app, canvas, area, y++, i);
	}
	draw_detail(app, canvas, split.detail);
}

static void summary(const struct app *app, struct buf *out)
{
	if (workshop_asks(app))
		return;
	if (app->w < WIDTH_FOR_WORDS)
		buf_add_format(out, "%d", app->organisations.count);
	else
		text_tui_organisations(out, app->lang, app->organisations.count);
}

const struct view_type view_organisations = {
	.title = { .fr = "Organisations", .en = "Organisations" },
	.settle = settle,
	.draw = draw,
	.move = move,
	.summary = summary,
};
