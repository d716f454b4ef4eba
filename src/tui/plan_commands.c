/* SPDX-License-Identifier: MIT */
#include "tui/plan_commands.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/plan/why.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "tui/plan_matrix.h"

/* Rank − 1 of the selected action, or SIZE_MAX when there is none in sight. */
static size_t selected(const struct call *call)
{
	return call->entry ? plan_index_of(session_plan(call->session), call->entry) : SIZE_MAX;
}

void plan_take_look(const struct call *call, enum plan_look look)
{
	struct plan_view *view = call->view;
	struct session *session = call->session;

	view->look = look;
	view->opened_cell = 0;
	view->rows.rows = NULL;
	plan_view_begin(view, session);
	/* Where its name has no row of its own. */
	if (!view->shows_titles)
		notice_say(&session->notice, wording_in(plan_look_labels[look], session->lang));
}

struct wish plan_look(const struct call *call)
{
	const struct plan_view *view = call->view;

	plan_take_look(call, (enum plan_look)((view->look + 1) % LOOK_COUNT));
	return wish_of(WISH_NOTHING);
}

struct wish plan_choose_look(const struct call *call)
{
	const struct plan_view *view = call->view;
	struct wish wish = wish_ask(FORM_LOOK, "", NULL);

	wish.choice = (int)view->look;
	return wish;
}

/* The title of the group that the row is in, or from that row on by `step`; −1: there is none. */
static int find_title(const struct plan_view *view, int row, int step)
{
	while (row >= 0 && row < view->list.count && view->rows.rows[row].kind != PLAN_ROW_TITLE)
		row += step;
	return row < view->list.count ? row : -1;
}

static int first_action(const struct plan_view *view, int row)
{
	while (row < view->list.count && !plan_view_is_action(view, row))
		row++;
	return row;
}

struct wish plan_jump(const struct call *call)
{
	struct plan_view *view = call->view;
	struct session *session = call->session;
	int at = view->list.selected, title = -1;
	bool has_titles = call->entry && view->rows.rows && !plan_matrix_is_square(view) &&
			  find_title(view, at, -1) >= 0;

	if (has_titles && call->argument > 0)
		title = find_title(view, at, 1);
	if (has_titles && call->argument < 0) {
		title = find_title(view, at, -1);
		if (first_action(view, title) == at)
			title = find_title(view, title - 1, -1);
	}
	if (title >= 0) {
		view->list.selected = first_action(view, title);
		session_select(session, plan_view_selected(view, session)->entry->id);
	} else {
		notice_say(&session->notice, text_word(!has_titles          ? WORD_NO_SECTIONS
						       : call->argument > 0 ? WORD_LAST_SECTION
									    : WORD_FIRST_SECTION,
						     session->lang));
	}
	return wish_of(WISH_NOTHING);
}

struct wish plan_read(const struct call *call)
{
	struct plan_view *view = call->view;
	struct session *session = call->session;

	if (selected(call) == SIZE_MAX)
		return wish_of(WISH_NOTHING);
	if (!plan_matrix_is_square(view))
		return wish_of(WISH_READ);
	view->opened_cell = 1 + (int)plan_rows_quadrant(&view->rows, view->list.selected);
	view->rows.rows = NULL;
	notice_say(&session->notice, text_word(WORD_CELL_OPENED, session->lang));
	return wish_of(WISH_NOTHING);
}

struct wish plan_right(const struct call *call)
{
	struct plan_view *view = call->view;

	if (!plan_matrix_is_square(view))
		return plan_read(call);
	plan_matrix_cross(view, call->session);
	return wish_of(WISH_NOTHING);
}

struct wish plan_left(const struct call *call)
{
	struct plan_view *view = call->view;
	struct session *session = call->session;

	if (plan_matrix_is_square(view))
		plan_matrix_cross(view, session);
	else if (!plan_matrix_close_cell(view))
		notice_say(&session->notice, text_word(WORD_UNKNOWN_KEY, session->lang));
	return wish_of(WISH_NOTHING);
}

/* A text over the view, which is the arena's from now on. */
static struct wish show(const struct call *call, struct buf *text)
{
	struct wish wish = wish_of(WISH_TEXT);

	wish.text = arena_copy(call->session->arena, text->text);
	buf_release(text);
	return wish;
}

/* In two steps: the first key remembers an action, the second asks about it and another. */
struct wish plan_why(const struct call *call)
{
	struct plan_view *view = call->view;
	struct session *session = call->session;
	const struct plan *plan = session_plan(session);
	size_t one = plan_find(plan, view->asked), other = selected(call);
	struct buf text = BUF_INIT, why = BUF_INIT;

	if (other == SIZE_MAX)
		return wish_of(WISH_NOTHING);
	if (one == SIZE_MAX || one == other) {
		snprintf(view->asked, sizeof(view->asked), "%s", session->entry);
		/* The row on top says what to do now; two keys on one action ask nothing. */
		if (one == other)
			notice_say(&session->notice, text_word(WORD_SAME_ACTION, session->lang));
		return wish_of(WISH_NOTHING);
	}
	view->asked[0] = '\0';
	buf_add_format(&text, PAGER_TITLE "%s\n\n", text_word(WORD_WHY_BEFORE, session->lang));
	plan_why_before(&why, session->lang, plan, one, other);
	utf8_clean_line(&text, why.text);
	buf_release(&why);
	return show(call, &text);
}

static void add_line(struct buf *text, const struct session *session, const struct entry *entry)
{
	struct buf title = BUF_INIT;

	describe_title(&title, entry, session->lang);
	buf_add(text, "- ");
	utf8_clean_line(text, title.text);
	buf_release(&title);
}

static void add_freed(
	struct buf *text, const struct session *session, const struct string_list *frees)
{
	if (frees->count == 0)
		return;
	buf_add_format(text, "\n" PAGER_TITLE "%s\n", text_word(WORD_WOULD_FREE, session->lang));
	for (size_t i = 0; i < frees->count; i++) {
		const struct entry *freed = organisation_find_entry(session->org, frees->texts[i]);

		add_line(text, session, freed);
		buf_add(text, "\n");
	}
}

/* Each with the day on which it would end, and ends now. */
static void add_sooner(struct buf *text, const struct session *session, const struct plan *then,
	const struct string_list *sooner)
{
	struct buf would = BUF_INIT, now = BUF_INIT;

	if (sooner->count == 0)
		return;
	buf_add_format(text, "\n" PAGER_TITLE "%s\n", text_word(WORD_WOULD_MOVE, session->lang));
	for (size_t i = 0; i < sooner->count; i++) {
		const struct plan_action *action =
			&then->actions[plan_find(then, sooner->texts[i])];
		size_t before = plan_find(session->plan, sooner->texts[i]);

		buf_clear(&would);
		buf_clear(&now);
		text_day(&would, session->lang, action->finish_day, session->today_day);
		text_day(&now, session->lang, session->plan->actions[before].finish_day,
			session->today_day);
		add_line(text, session, action->entry);
		text_tui_instead_of(text, session->lang, would.text, now.text);
		buf_add(text, "\n");
	}
	buf_release(&would);
	buf_release(&now);
}

struct wish plan_what_if(const struct call *call)
{
	struct session *session = call->session;
	const struct plan *plan = session_plan(session);
	size_t index = selected(call);
	struct plan_if done = { .before = NULL };
	struct plan_what_if what_if;
	struct buf text = BUF_INIT, sentence = BUF_INIT;

	if (index == SIZE_MAX)
		return wish_of(WISH_NOTHING);
	done.done = plan->actions[index].entry->id;
	what_if = plan_if_done(session->arena, plan, index);
	buf_add_format(&text, PAGER_TITLE "%s\n\n", text_word(WORD_WHAT_IF, session->lang));
	plan_if_done_text(&sentence, session->lang, plan, index, &what_if);
	utf8_clean_line(&text, sentence.text);
	buf_release(&sentence);
	buf_add(&text, "\n");
	add_freed(&text, session, &what_if.frees);
	add_sooner(&text, session,
		plan_make_if(session->arena, session->org, session->today_day, &done),
		&what_if.sooner);
	return show(call, &text);
}
