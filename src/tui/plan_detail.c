/* SPDX-License-Identifier: MIT
 *
 * What there is to say about the selected action of the plan: why it stands there, its dates, what
 * it waits for, and what a wish costs. */
#include "tui/plan_detail.h"

#include <stdint.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"

enum { WIDTH_MAX = 100, RANKS_MAX = 8, ROWS_FOR_TITLE = 5, ROWS_FOR_ALL = 8 };

/* Before which action it is pinned, whether the plan could do so, and what all pins cost. */
static void add_pin(struct buf *out, const struct session *session, const struct entry *entry)
{
	size_t first = plan_index_of(session->plan, entry),
	       second = plan_find(session->plan, entry->pin);
	int64_t without = session->plan->cost_without_pins, more = session->plan->cost - without;
	struct buf title = BUF_INIT;

	if (second == SIZE_MAX)
		return;
	utf8_clean_line(&title, plan_action_title(session->plan, second, session->lang));
	if (first < second)
		text_tui_pinned(out, session->lang, title.text);
	else
		text_tui_pin_refused(out, session->lang, title.text);
	buf_add(out, " ");
	if (more > 0 && without > 0)
		text_tui_pins_cost(out, session->lang, (int)((more * 100 + without - 1) / without));
	else
		buf_add(out, text_word(WORD_PINS_COST_NOTHING, session->lang));
	buf_release(&title);
}

/* "10, 14" */
static void add_ranks(struct buf *text, const size_t *places, size_t count)
{
	for (size_t i = 0; i < count && i < RANKS_MAX; i++)
		buf_add_format(text, "%s%zu", i ? ", " : "", places[i] + 1);
	if (count > RANKS_MAX)
		buf_add(text, "…");
}

static void add_requirements(
	struct buf *text, const struct session *session, const struct plan_action *action)
{
	struct buf ranks = BUF_INIT;

	if (action->requires.count) {
		add_ranks(&ranks, action->requires_at, action->requires.count);
		buf_add(text, " · ");
		text_tui_waits_for(text, session->lang, ranks.text);
		buf_clear(&ranks);
	}
	if (action->unlocks.count) {
		add_ranks(&ranks, action->unlocks_at, action->unlocks.count);
		buf_add(text, " · ");
		text_tui_unlocks(text, session->lang, ranks.text);
	}
	buf_release(&ranks);
}

static void add_dates(
	struct buf *text, const struct session *session, const struct plan_action *action)
{
	const struct entry *entry = action->entry;
	struct buf start = BUF_INIT, finish = BUF_INIT;

	buf_add(text, PAGER_DIM);
	buf_add(text, text_word(describe_priority_word(action->tier), session->lang));
	buf_add(text, " · ");
	describe_plan_estimates(text, entry, session->lang);
	buf_add(text, " · ");
	text_day(&start, session->lang, action->start_day, session->today_day);
	text_day(&finish, session->lang, action->finish_day, session->today_day);
	if (action->start_day == action->finish_day)
		text_tui_on_day(text, session->lang, start.text);
	else
		text_tui_from_to(text, session->lang, start.text, finish.text);
	if (entry->owner[0]) {
		buf_add(text, " · ");
		utf8_clean_line(text, entry->owner);
	}
	add_requirements(text, session, action);
	buf_add(text, "\n");
	if (entry->pin[0]) {
		add_pin(text, session, entry);
		buf_add(text, "\n");
	}
	buf_release(&start);
	buf_release(&finish);
}

/* Of a date that falls the reason says all there is to say. */
static void add_due(
	struct buf *text, const struct session *session, const struct plan_action *action)
{
	struct buf day = BUF_INIT;

	if (action->entry->due_day == DAY_NONE || action->lateness_days > 0)
		return;
	text_day(&day, session->lang, action->entry->due_day, session->today_day);
	text_tui_due_kept(text, session->lang, day.text);
	buf_add(text, "\n");
	buf_release(&day);
}

/* Others by rank and title, with the day on which each ends. */
static void add_others(struct buf *text, const struct session *session, enum word head,
	const size_t *places, size_t count)
{
	struct buf day = BUF_INIT;

	if (count)
		buf_add_format(text, PAGER_ACCENT "%s\n", text_word(head, session->lang));
	for (size_t i = 0; i < count; i++) {
		const struct plan_action *other = &session->plan->actions[places[i]];

		buf_clear(&day);
		text_day(&day, session->lang, other->finish_day, session->today_day);
		buf_add_format(text, "- %zu · ", places[i] + 1);
		utf8_clean_line(text, plan_action_title(session->plan, places[i], session->lang));
		text_tui_ends_on(text, session->lang, day.text);
		buf_add(text, "\n");
	}
	buf_release(&day);
}

static void add_reason(struct buf *text, const struct session *session, size_t index)
{
	const struct plan_action *action = &session->plan->actions[index];
	struct buf reason = BUF_INIT;

	plan_reason(&reason, session->lang, session->plan, index);
	if (action->lateness_days > 0)
		buf_add_format(text, PAGER_LATE "%s ", plan_view_date_sign(action));
	buf_add_format(text, "%s ", text_word(WORD_PLAN_WHY, session->lang));
	utf8_clean_line(text, reason.text);
	buf_add(text, "\n");
	buf_release(&reason);
}

void plan_detail_add_place(
	struct buf *out, const struct session *session, const struct entry *entry)
{
	size_t index = plan_index_of(session->plan, entry);
	const struct plan_action *action;

	if (index == SIZE_MAX)
		return;
	action = &session->plan->actions[index];
	buf_add(out, "\n" PAGER_ACCENT);
	text_tui_rank(out, session->lang, (int)index + 1, (int)session->plan->count);
	buf_add(out, "\n");
	add_reason(out, session, index);
	add_due(out, session, action);
	add_dates(out, session, action);
	add_others(out, session, WORD_PLAN_WAITS_FOR, action->requires_at, action->requires.count);
	add_others(out, session, WORD_PLAN_FREES, action->unlocks_at, action->unlocks.count);
	buf_add(out, "\n");
}

/* Actions that have no place, and why: a plan that passed over them would not be honest. */
static void add_set_aside(struct buf *text, const struct session *session)
{
	for (size_t i = 0; i < session->plan->set_aside_count; i++) {
		const struct plan_set_aside *aside = &session->plan->set_aside[i];
		struct buf ids = BUF_INIT;

		for (size_t k = 0; k < aside->with.count; k++)
			buf_add_format(&ids, "%s%s", k ? ", " : "", aside->with.texts[k]);
		buf_add_format(text, PAGER_LATE "%s%s", text_word(WORD_SET_ASIDE, session->lang),
			text_word(WORD_COLON, session->lang));
		utf8_clean_line(text, wording_in(entry_title(aside->entry), session->lang));
		buf_add(text, ", ");
		if (aside->why == PLAN_WHY_CYCLE)
			text_set_aside_cycle(text, session->lang, ids.text);
		else
			text_set_aside_missing(text, session->lang, ids.text);
		buf_add(text, "\n");
		buf_release(&ids);
	}
}

/* The plain line of an item, and the last note. */
static void add_said(struct buf *text, const struct session *session, const struct entry *entry)
{
	struct buf by = BUF_INIT, note = BUF_INIT;

	if (entry->item)
		buf_add_format(text, "%s\n", wording_in(entry->item->plain, session->lang));
	if (entry->note_count) {
		utf8_clean_line(&by, entry->notes[entry->note_count - 1].by);
		utf8_clean_line(&note, entry->notes[entry->note_count - 1].text);
		text_tui_said(text, session->lang, by.text, note.text);
	}
	buf_release(&by);
	buf_release(&note);
}

/* As much as there is room for: the reason first. */
static void add_selected(struct buf *text, const struct plan_view *view,
	const struct session *session, int title_room, int rows)
{
	const struct plan_action *action = plan_view_selected(view, session);
	struct buf title = BUF_INIT;

	describe_title(&title, action->entry, session->lang);
	if (rows >= ROWS_FOR_TITLE && utf8_width_cells(title.text, title.len) > title_room) {
		buf_add(text, PAGER_TITLE);
		utf8_clean_line(text, title.text);
		buf_add(text, "\n");
	}
	add_reason(text, session, (size_t)(action - session->plan->actions));
	add_due(text, session, action);
	add_dates(text, session, action);
	view_add_people_sentences(text, session, action->entry->id);
	buf_release(&title);
}

static void fit(struct pager *pager, const struct buf *text, struct area area)
{
	pager_set(pager, text->text, false);
	pager_fit(pager, area.w - 2 < WIDTH_MAX ? area.w - 2 : WIDTH_MAX, area.h);
}

/* Rows that are left say what the action is about; on a low screen only where all of it fits, so
 * that "↓" means that something about its place is out of sight. */
static void fill(struct pager *pager, const struct buf *place, const struct plan_view *view,
	const struct session *session, struct area area)
{
	bool is_low = area.h < ROWS_FOR_ALL;
	struct buf text = BUF_INIT;

	buf_add(&text, place->text);
	buf_add(&text, is_low ? "" : "\n");
	add_said(&text, session, plan_view_selected(view, session)->entry);
	fit(pager, &text, area);
	if (is_low && pager->count > area.h)
		fit(pager, place, area);
	buf_release(&text);
}

void plan_detail_draw(const struct plan_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int title_room)
{
	struct buf text = BUF_INIT;
	struct pager pager;

	if (view->rows.action_count)
		add_selected(&text, view, session, title_room, area.h);
	add_set_aside(&text, session);
	pager_init(&pager);
	fit(&pager, &text, area);
	if (view->rows.action_count && pager.count < area.h)
		fill(&pager, &text, view, session, area);
	pager_draw(&pager, canvas, 1, area.y);
	if (pager.count > area.h)
		canvas_put_right(canvas, canvas->w, area.y + area.h - 1, 1, ROLE_DIM, "↓");
	pager_release(&pager);
	buf_release(&text);
}
