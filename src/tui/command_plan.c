/* SPDX-License-Identifier: MIT
 *
 * What keys do in the plan alone: other ways to look, questions, wishes. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/plan/why.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/command.h"
#include "jalon/tui/form.h"
#include "jalon/tui/overlay_text.h"
#include "jalon/tui/plan_view.h"

static const struct change_list nothing = { NULL, 0, 0 };

/* Rank − 1 of the selected action, or SIZE_MAX when there is none in sight. */
static size_t selected(struct app *app)
{
	const struct entry *entry = app_entry(app);

	return entry ? plan_find(app_plan(app), entry->id) : SIZE_MAX;
}

/* The action on the row below, or above, in the same group; NULL when there is none. */
static const struct entry *neighbour(struct app *app, int step)
{
	const struct plan *plan = app_plan(app);
	int row = app->plan_list.selected + step;

	if (selected(app) == SIZE_MAX || !app->plan_rows.rows || row < 0 ||
		row >= app->plan_list.count || app->plan_rows.rows[row].kind != PLAN_ROW_ACTION)
		return NULL;
	return plan->actions[app->plan_rows.rows[row].action].entry;
}

/* A wish: `first` before `second`. */
static struct change_list pin(
	struct app *app, const struct entry *first, const struct entry *second)
{
	struct change_list changes = nothing;

	if (!first || !second) {
		app_notice(app, text_word(WORD_NO_NEIGHBOUR, app->lang));
		return changes;
	}
	snprintf(app->wished, sizeof(app->wished), "%s", first->id);
	if (strcmp(second->pin, first->id) == 0)
		change_list_add_field(&changes, app->command_arena, second, FIELD_PIN, "");
	change_list_add_field(&changes, app->command_arena, first, FIELD_PIN, second->id);
	return changes;
}

struct change_list command_pin_up(struct app *app)
{
	return pin(app, app_entry(app), neighbour(app, -1));
}

struct change_list command_pin_down(struct app *app)
{
	return pin(app, neighbour(app, 1), app_entry(app));
}

struct change_list command_look(struct app *app)
{
	plan_view_look(app, (enum plan_look)((app->look + 1) % LOOK_COUNT));
	return nothing;
}

struct change_list command_choose_look(struct app *app)
{
	form_open(app, FORM_LOOK, "", "");
	return nothing;
}

/* Of the four cells, the one under the cursor; else the whole of the action. */
struct change_list command_plan_read(struct app *app)
{
	if (selected(app) == SIZE_MAX)
		return nothing;
	if (plan_matrix_is_square(app)) {
		app->opened_cell =
			1 + (int)plan_rows_quadrant(&app->plan_rows, app->plan_list.selected);
		app->plan_rows.rows = NULL;
		app_notice(app, text_word(WORD_CELL_OPENED, app->lang));
		return nothing;
	}
	overlay_open_entry(app);
	return nothing;
}

struct change_list command_plan_right(struct app *app)
{
	if (!plan_matrix_is_square(app))
		return command_plan_read(app);
	plan_matrix_cross(app);
	return nothing;
}

bool command_close_cell(struct app *app)
{
	if (app->look != LOOK_MATRIX || app->opened_cell == 0)
		return false;
	app->opened_cell = 0;
	app->plan_rows.rows = NULL;
	return true;
}

struct change_list command_plan_left(struct app *app)
{
	if (plan_matrix_is_square(app))
		plan_matrix_cross(app);
	else if (!command_close_cell(app))
		app_notice(app, text_word(WORD_UNKNOWN_KEY, app->lang));
	return nothing;
}

/* In two steps: the first key remembers an action, the second asks about it and another. */
struct change_list command_why(struct app *app)
{
	const struct plan *plan = app_plan(app);
	size_t one = plan_find(plan, app->asked), other = selected(app);
	struct buf text = BUF_INIT, why = BUF_INIT;

	if (other == SIZE_MAX)
		return nothing;
	if (one == SIZE_MAX || one == other) {
		snprintf(app->asked, sizeof(app->asked), "%s", app->entry);
		app_notice(app, text_word(WORD_CHOOSE_ANOTHER, app->lang));
		return nothing;
	}
	app->asked[0] = '\0';
	buf_add_format(&text, PAGER_TITLE "%s\n\n", text_word(WORD_WHY_BEFORE, app->lang));
	plan_why_before(&why, app->lang, plan, one, other);
	utf8_clean_line(&text, why.text);
	buf_release(&why);
	app_show_text(app, OVERLAY_ANSWER, &text);
	return nothing;
}

static void add_line(struct buf *text, const struct app *app, const struct entry *entry)
{
	struct buf title = BUF_INIT;

	plan_title(&title, entry, app->lang);
	buf_add(text, "- ");
	utf8_clean_line(text, title.text);
	buf_release(&title);
}

static void add_freed(struct buf *text, const struct app *app, const struct string_list *frees)
{
	if (frees->count == 0)
		return;
	buf_add_format(text, "\n" PAGER_TITLE "%s\n", text_word(WORD_WOULD_FREE, app->lang));
	for (size_t i = 0; i < frees->count; i++) {
		const struct entry *freed = organisation_find_entry(app->org, frees->texts[i]);

		add_line(text, app, freed);
		buf_add(text, "\n");
	}
}

/* Each with the day on which it would end, and ends now. */
static void add_sooner(struct buf *text, const struct app *app, const struct plan *then,
	const struct string_list *sooner)
{
	struct buf would = BUF_INIT, now = BUF_INIT;

	if (sooner->count == 0)
		return;
	buf_add_format(text, "\n" PAGER_TITLE "%s\n", text_word(WORD_WOULD_MOVE, app->lang));
	for (size_t i = 0; i < sooner->count; i++) {
		const struct plan_action *action =
			&then->actions[plan_find(then, sooner->texts[i])];
		size_t before = plan_find(app->plan, sooner->texts[i]);

		buf_clear(&would);
		buf_clear(&now);
		text_day(&would, app->lang, action->finish_day, app->today_day);
		text_day(&now, app->lang, app->plan->actions[before].finish_day, app->today_day);
		add_line(text, app, action->entry);
		text_tui_instead_of(text, app->lang, would.text, now.text);
		buf_add(text, "\n");
	}
	buf_release(&would);
	buf_release(&now);
}

struct change_list command_what_if(struct app *app)
{
	const struct plan *plan = app_plan(app);
	size_t index = selected(app);
	struct plan_what_if what_if;
	struct buf text = BUF_INIT, sentence = BUF_INIT;

	if (index == SIZE_MAX)
		return nothing;
	what_if = plan_if_done(app->command_arena, plan, index);
	buf_add_format(&text, PAGER_TITLE "%s\n\n", text_word(WORD_WHAT_IF, app->lang));
	plan_if_done_text(&sentence, app->lang, plan, index, &what_if);
	utf8_clean_line(&text, sentence.text);
	buf_release(&sentence);
	buf_add(&text, "\n");
	add_freed(&text, app, &what_if.frees);
	add_sooner(&text, app,
		plan_make_without(app->command_arena, app->org, app->today_day,
			plan->actions[index].entry->id),
		&what_if.sooner);
	app_show_text(app, OVERLAY_ANSWER, &text);
	return nothing;
}
