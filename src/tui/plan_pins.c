/* SPDX-License-Identifier: MIT */
#include "tui/plan_pins.h"

#include <stdint.h>
#include <string.h>

#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/plan/pin.h"
#include "tui/title.h"

enum { WIDTH_FOR_TITLES = 60, TITLE_CELLS = 34, TITLE_CELLS_NARROW = 16 };

/* A wish while it is tried. */
struct trial {
	const struct call *call;
	const struct plan *plan;
	size_t first, second; /* of the plan */
	int title_cells;
	struct plan_pin pin;
	struct buf *out;
};

/* The action on the row below, or above, in the same group; NULL when there is none. */
static const struct entry *neighbour(const struct call *call, int step)
{
	const struct plan_view *view = call->view;
	int row = view->list.selected + step;

	if (!call->entry || !view->rows.rows || row < 0 || row >= view->list.count ||
		!plan_view_is_action(view, row) ||
		plan_index_of(session_plan(call->session), call->entry) == SIZE_MAX)
		return NULL;
	return session_plan(call->session)->actions[view->rows.rows[row].action].entry;
}

static void add_title(const struct trial *trial, struct buf *title, size_t index)
{
	buf_clear(title);
	title_add_entry(title, trial->plan->actions[index].entry, trial->call->session->lang,
		trial->title_cells);
}

static void add_falls(const struct trial *trial, struct buf *title)
{
	const struct string_list *fall = &trial->pin.fall;
	enum lang lang = trial->call->session->lang;

	if (fall->count) {
		add_title(trial, title, plan_find(trial->plan, fall->texts[0]));
		buf_add(trial->out, " ");
		text_tui_pin_falls(trial->out, lang, (int)fall->count, title->text);
	}
	if (trial->pin.worse) {
		buf_add(trial->out, " ");
		text_tui_pin_worse(trial->out, lang, trial->pin.worse);
	}
}

/* The action that one moves is not among the others. */
static int count_others_later(const struct trial *trial)
{
	const struct string_list *later = &trial->pin.later;
	int count = (int)later->count;

	for (size_t i = 0; i < later->count; i++)
		count -= strcmp(later->texts[i], trial->call->entry->id) == 0;
	return count;
}

static void say_cost(const struct trial *trial, struct buf *title)
{
	enum lang lang = trial->call->session->lang;
	int later = count_others_later(trial);

	buf_add(trial->out, " ");
	if (later)
		text_tui_pin_later(trial->out, lang, later);
	else
		buf_add(trial->out, text_word(WORD_PIN_MOVES_NOBODY, lang));
	add_falls(trial, title);
	if (trial->pin.percent) {
		buf_add(trial->out, " ");
		text_tui_pin_percent(trial->out, lang, trial->pin.percent);
	}
}

static void say_what_is_in_the_way(const struct trial *trial, struct buf *title)
{
	const struct session *session = trial->call->session;
	struct buf day = BUF_INIT;

	buf_add(trial->out, " ");
	if (trial->pin.answer == PLAN_PIN_OTHERS) {
		buf_add(trial->out, text_word(WORD_PIN_OTHERS, session->lang));
		return;
	}
	add_title(trial, title, trial->pin.in_the_way);
	if (trial->pin.answer == PLAN_PIN_REQUIRES) {
		text_tui_pin_requires(trial->out, session->lang, title->text);
	} else {
		text_day(&day, session->lang,
			trial->plan->actions[trial->pin.in_the_way].entry->due_day,
			session->today_day);
		text_tui_pin_due(trial->out, session->lang, day.text, title->text);
	}
	buf_release(&day);
}

/* "« A » passe avant « B ». 3 autres actions finissent plus tard." */
static void say(const struct trial *trial)
{
	enum lang lang = trial->call->session->lang;
	bool is_granted = trial->pin.answer == PLAN_PIN_GRANTED;
	struct buf first = BUF_INIT, second = BUF_INIT;

	add_title(trial, &first, trial->first);
	add_title(trial, &second, trial->second);
	if (is_granted)
		text_plan_stands_before(trial->out, lang, first.text, second.text);
	else
		text_tui_pin_cannot(trial->out, lang, first.text, second.text);
	if (is_granted)
		say_cost(trial, &first);
	else
		say_what_is_in_the_way(trial, &first);
	buf_release(&first);
	buf_release(&second);
}

static struct wish pin(
	const struct call *call, const struct entry *first, const struct entry *second)
{
	struct plan_view *view = call->view;
	struct session *session = call->session;
	struct change_list changes = { NULL, 0, 0 };

	view->has_moved = true;
	if (strcmp(second->pin, first->id) == 0)
		change_list_add_field(&changes, session->arena, second, FIELD_PIN, "");
	change_list_add_field(&changes, session->arena, first, FIELD_PIN, second->id);
	return wish_changes(changes);
}

struct wish plan_pin(const struct call *call)
{
	const struct plan_view *view = call->view;
	struct session *session = call->session;
	const struct entry *other = neighbour(call, call->argument);
	const struct entry *first = call->argument < 0 ? call->entry : other;
	const struct entry *second = call->argument < 0 ? other : call->entry;
	struct trial trial = { .call = call, .plan = session->plan };

	if (!other) {
		notice_say(&session->notice, text_word(WORD_NO_NEIGHBOUR, session->lang));
		return wish_of(WISH_NOTHING);
	}
	trial.first = plan_index_of(trial.plan, first);
	trial.second = plan_index_of(trial.plan, second);
	trial.title_cells = view->w >= WIDTH_FOR_TITLES ? TITLE_CELLS : TITLE_CELLS_NARROW;
	trial.pin = plan_pin_try(session->arena, trial.plan, trial.first, trial.second);
	trial.out = notice_begin(&session->notice);
	say(&trial);
	return trial.pin.answer == PLAN_PIN_GRANTED ? pin(call, first, second)
						    : wish_of(WISH_NOTHING);
}
