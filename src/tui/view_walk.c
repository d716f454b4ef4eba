/* SPDX-License-Identifier: MIT
 *
 * The walk: one item at a time, for a room. Wide margins, few words, and the answers one key each.
 */
#include <string.h>

#include "jalon/text/messages.h"
#include "jalon/tui/people.h"
#include "jalon/tui/view.h"

enum { TEXT_WIDTH_MAX = 72, BAR_WIDTH = 20, MARGIN = 6, WHO_WIDTH = 30 };

static int margin_of(struct area area)
{
	if (area.w >= TEXT_WIDTH_MAX + 2 * MARGIN)
		return (area.w - TEXT_WIDTH_MAX) / 2 > 12 ? 12 : (area.w - TEXT_WIDTH_MAX) / 2;
	return area.w >= 60 ? MARGIN : 1;
}

static bool nothing_was_said(const struct app *app)
{
	for (size_t i = 0; i < app->org->entry_count; i++) {
		if (!entry_is_untouched(&app->org->entries[i]))
			return false;
	}
	return true;
}

/* Between the position on top and the answers below. */
static struct area text_area(const struct app *app, struct area area)
{
	int margin = margin_of(area);
	int above = area.h >= 12 ? 2 + nothing_was_said(app) : 1, below = area.h >= 12 ? 2 : 1;

	return (struct area){ margin, area.y + above, area.w - 2 * margin, area.h - above - below };
}

static const struct entry *current(const struct app *app)
{
	return organisation_find_entry(app->org, app->entry);
}

static void settle(struct app *app, struct area area)
{
	struct area text = text_area(app, area);
	const struct entry *entry = current(app);

	if (!entry && app->org->entry_count) {
		app_select_entry(app, app->org->entries[0].id);
		entry = current(app);
	}
	if (entry && (strcmp(app->walk_entry, entry->id) != 0 ||
			     app->walk_revision != app->org->revision)) {
		struct buf words = BUF_INIT;
		bool same = strcmp(app->walk_entry, entry->id) == 0;

		entry_text(&words, app, entry, true);
		pager_set(&app->walk, words.text, same);
		buf_release(&words);
		app->walk_answered = app->walk_answered && same;
		memcpy(app->walk_entry, app->entry, sizeof(app->walk_entry));
		app->walk_revision = app->org->revision;
	}
	pager_fit(&app->walk, text.w < TEXT_WIDTH_MAX ? text.w : TEXT_WIDTH_MAX, text.h);
}

static void move(struct app *app, enum move move)
{
	app->walk_answered = false;
	pager_move(&app->walk, move);
}

static void draw_position(
	const struct app *app, struct canvas *canvas, struct area area, const struct entry *entry)
{
	const struct group *group = organisation_group_of(app->org, entry);
	struct buf text = BUF_INIT;
	int x = 1, index = (int)(entry - app->org->entries) + 1, count = (int)app->org->entry_count;
	int bar = area.w >= 60 ? BAR_WIDTH : 0;

	text_tui_position(&text, app->lang, index, count);
	x += canvas_put(canvas, x, area.y, area.w, ROLE_ACCENT, text.text) + 3;
	buf_clear(&text);
	if (group->section)
		buf_add(&text, wording_in(group->section->title, app->lang));
	else
		buf_add(&text, text_word(WORD_OWN_ACTIONS, app->lang));
	if (group->service)
		buf_add_format(&text, " · %s", group->service->name);
	canvas_put(canvas, x, area.y, area.w - x - bar - 2, ROLE_DIM, text.text);
	if (bar)
		draw_bar(canvas, area.w - 1 - bar, area.y, bar, index, count);
	buf_release(&text);
}

/* The owner and, beside the text, which does not move for it, what others do here. */
static void draw_who(
	const struct app *app, struct canvas *canvas, struct area area, const struct entry *entry)
{
	int right = area.x + (area.w < WHO_WIDTH ? area.w : WHO_WIDTH);
	struct buf others = BUF_INIT;
	enum role role;

	if (entry->owner[0])
		right = canvas_put_right(canvas, right, area.y, right - area.x - 1, ROLE_PLAIN,
				entry->owner) -
			2;
	if (people_mark(&others, app, entry->id, &role))
		canvas_put_right(canvas, right, area.y, right - area.x, role, others.text);
	buf_release(&others);
}

/* The four answers, the present one in brackets too, for those who see no colours. */
static void draw_answers(
	const struct app *app, struct canvas *canvas, struct area area, const struct entry *entry)
{
	enum status status = entry_status(entry, app->today_day);
	int x = margin_of(area), y = area.y + area.h - 1;

	for (int i = 0; i < STATUS_COUNT; i++) {
		enum role role = (enum status)i == status ? ROLE_SELECTED : ROLE_DIM;
		bool present = (enum status)i == status;

		if (!present && area.w < 60)
			continue;
		if (present && app->walk_answered) {
			canvas->cursor_x = x;
			canvas->cursor_y = y;
		}
		x += canvas_put(canvas, x, y, 2, role, present ? "[ " : "  ");
		x += canvas_put(canvas, x, y, area.w - x, role, describe_status_sign(i));
		x += canvas_put(canvas, x, y, 1, role, " ");
		x += canvas_put(canvas, x, y, area.w - x, role,
			text_word(describe_status_word((enum status)i), app->lang));
		x += canvas_put(canvas, x, y, 2, role, present ? " ]" : "  ");
	}
	draw_who(app, canvas, (struct area){ x, y, area.w - 1 - x, 1 }, entry);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct entry *entry = current(app);
	struct area text = text_area(app, area);

	if (!entry)
		return;
	draw_position(app, canvas, area, entry);
	if (area.h >= 12 && nothing_was_said(app))
		canvas_put(canvas, 1, area.y + 1, area.w - 2, ROLE_NOTICE,
			text_word(WORD_NOTHING_SAID, app->lang));
	pager_draw(&app->walk, canvas, text.x, text.y);
	/* On what one came to read; on the answer, where one just gave it. */
	canvas->cursor_x = text.x;
	canvas->cursor_y = text.y;
	if (app->walk.top + app->walk.height < app->walk.count)
		canvas_put_right(canvas, canvas->w, text.y + text.h - 1, 1, ROLE_DIM, "↓");
	draw_answers(app, canvas, area, entry);
}

const struct view_type view_walk = {
	.title = { .fr = "Parcours", .en = "Walk" },
	.settle = settle,
	.draw = draw,
	.move = move,
};
