/* SPDX-License-Identifier: MIT
 *
 * What keys do in the plan alone: other ways to look, questions, wishes. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/plan/why.h"
#include "jalon/text/words.h"
#include "jalon/tui/command.h"
#include "jalon/tui/form.h"
#include "jalon/tui/plan_view.h"

static const struct change_list nothing = { NULL, 0, 0 };

/* Rank − 1 of the selected action, or SIZE_MAX when there is none in sight. */
static size_t selected(struct app *app)
{
	const struct entry *entry = app_entry(app);

	return entry ? plan_find(app_plan(app), entry->id) : SIZE_MAX;
}

/* The action so many places below in the plan, or NULL. */
static const struct entry *neighbour(struct app *app, int below)
{
	const struct plan *plan = app_plan(app);
	size_t index = selected(app);

	if (index == SIZE_MAX || (below < 0 && index == 0) ||
		(below > 0 && index + 1 >= plan->count))
		return NULL;
	return plan->actions[below < 0 ? index - 1 : index + 1].entry;
}

/* A wish: `first` before `second`. */
static struct change_list pin(
	struct app *app, const struct entry *first, const struct entry *second)
{
	struct change_list changes = nothing;

	if (!first || !second)
		return changes;
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
	const struct entry *entry = app_entry(app);
	struct buf text = BUF_INIT;

	if (selected(app) == SIZE_MAX)
		return nothing;
	if (plan_matrix_is_square(app)) {
		app->opened_cell =
			1 + (int)plan_rows_quadrant(&app->plan_rows, app->plan_list.selected);
		app->plan_rows.rows = NULL;
		app_notice(app, text_word(WORD_CELL_OPENED, app->lang));
		return nothing;
	}
	entry_text(&text, app, entry, false);
	app_show_text(app, OVERLAY_ENTRY, &text);
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
	app_show_text(app, OVERLAY_ENTRY, &text);
	return nothing;
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
	buf_add(&text, "\n\n");
	for (size_t i = 0; i < what_if.frees.count; i++) {
		const struct entry *freed =
			organisation_find_entry(app->org, what_if.frees.texts[i]);

		buf_add(&text, "- ");
		utf8_clean_line(&text, wording_in(entry_title(freed), app->lang));
		buf_add(&text, "\n");
	}
	app_show_text(app, OVERLAY_ENTRY, &text);
	return nothing;
}
