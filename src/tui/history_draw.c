/* SPDX-License-Identifier: MIT */
#include "tui/history_view.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/session/putting_back.h"
#include "jalon/screen/pager.h"

enum { WHO_WIDE = 12, WHO_NARROW = 8, WIDTH_FOR_WHO = 34, WIDTH_FOR_TIME = 60, TIME_CELLS = 14 };
enum { HEIGHT_FOR_DETAIL = 14, DETAIL_ROWS_MAX = 6, TEXT_WIDTH_MAX = 96 };

static int cells(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

struct split history_view_split(const struct history_view *view, const struct frame *frame)
{
	struct area area = frame->area;
	int full = frame->h - area.y - 1;
	int rows = full < HEIGHT_FOR_DETAIL ? 0 : full / 4;

	if (history_view_is_narrowed(view) && area.h > 1) {
		area.y++;
		area.h--;
	}
	return view_split(frame, area, rows < DETAIL_ROWS_MAX ? rows : DETAIL_ROWS_MAX);
}

/* "« Appeler la mission locale » · des autres · depuis le 12 nov. · « inès »" */
static void add_narrowing(
	struct buf *out, const struct history_view *view, const struct session *session)
{
	const struct change_words words = history_view_words(view, session);
	const struct history_filter *filter = &view->filter;
	struct buf text = BUF_INIT;
	size_t start = out->len;

	if (filter->entry) {
		const struct change change = {
			.entry = filter->entry, .from = VALUE_NONE, .to = VALUE_NONE
		};

		change_words_add_about(&text, &words, &change);
		if (text.len)
			text_quoted(out, session->lang, text.text);
		else
			buf_add(out, text_word(WORD_THE_ORGANISATION, session->lang));
	}
	if (filter->author)
		buf_add_format(out, "%s%s", out->len > start ? " · " : "", filter->author);
	if (filter->not_author)
		buf_add_format(out, "%s%s", out->len > start ? " · " : "",
			text_word(WORD_BY_OTHERS, session->lang));
	if (filter->has_since) {
		buf_clear(&text);
		text_day(&text, session->lang, time_day(filter->since_utc), session->today_day);
		buf_add(out, out->len > start ? " · " : "");
		text_tui_since_day(out, session->lang, text.text);
	}
	if (view->search.len)
		text_tui_searched(
			out, session->lang, out->len > start ? " · " : "", view->search.text);
	buf_release(&text);
}

static void draw_narrowing(const struct history_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT;
	int right = canvas_put_right(canvas, area.w - 1, area.y, area.w / 2, ROLE_DIM,
		text_word(WORD_SHOW_ALL_AGAIN, session->lang));

	buf_add(&text, text_word(WORD_SHOWN_ONLY, session->lang));
	add_narrowing(&text, view, session);
	canvas_put(canvas, 1, area.y, right - 2, ROLE_NOTICE, text.text);
	buf_release(&text);
}

/* "Aujourd’hui", "Hier", "Jeudi 12 novembre 2026" */
static void add_day(struct buf *out, const struct session *session, int day)
{
	int today = time_day(session_now(session));

	if (day == today) {
		buf_add(out, text_word(WORD_DAY_TODAY, session->lang));
	} else if (day == today - 1) {
		buf_add(out, text_word(WORD_DAY_YESTERDAY, session->lang));
	} else {
		text_day_long(out, session->lang, day);
		if (out->text[0] >= 'a' && out->text[0] <= 'z')
			out->text[0] = (char)(out->text[0] - 'a' + 'A');
	}
}

/* What was done, and whether that took something back. */
static void add_done(
	struct buf *out, const struct change_words *words, const struct history_change *change)
{
	if (change->undoes)
		buf_add_format(out, "%s · ", text_word(WORD_TAKEN_BACK, words->lang));
	change_words_add_done(out, words, &change->change);
}

/* The title, as far as it leaves room for what was done, and at least two fifths of it. */
static void draw_what(const struct history_view *view, const struct session *session,
	struct canvas *canvas, int x, int y, int right, const struct history_change *change)
{
	const struct change_words words = history_view_words(view, session);
	struct buf about = BUF_INIT, done = BUF_INIT;
	int room = right - x, title_room;

	add_done(&done, &words, change);
	/* Where all are about one thing, its name is on top. */
	if (!view->filter.entry || strcmp(view->filter.entry, change->change.entry) != 0)
		change_words_add_about(&about, &words, &change->change);
	title_room = room - cells(&done) - 3;
	if (title_room < room * 2 / 5)
		title_room = room * 2 / 5;
	if (about.len) {
		x += canvas_put(canvas, x, y, title_room, ROLE_STRONG, about.text);
		x += canvas_put(canvas, x, y, right - x, ROLE_DIM, " · ");
	}
	canvas_put(canvas, x, y, right - x, ROLE_PLAIN, done.text);
	buf_release(&about);
	buf_release(&done);
}

static void draw_change(const struct history_view *view, const struct session *session,
	struct canvas *canvas, struct area area, const struct history_row *row)
{
	const struct history_change *change = &history_lines_at(&view->lines, row->place)->change;
	int who = area.w >= WIDTH_FOR_TIME ? WHO_WIDE : WHO_NARROW;
	int x = area.x + 2, right = area.x + area.w - 1;
	struct buf when = BUF_INIT;

	who = view->who_cells < who ? view->who_cells : who;
	if (area.w >= WIDTH_FOR_WHO) {
		canvas_put(canvas, x, area.y, who, ROLE_DIM, change->by);
		x += who + 2;
	}
	/* Of another day the row above says it. */
	if (area.w >= WIDTH_FOR_TIME && row->day == time_day(session_now(session))) {
		text_when(&when, session->lang, change->at_utc, session_now(session));
		right = canvas_put_right(canvas, right, area.y, TIME_CELLS, ROLE_DIM, when.text) -
			2;
	}
	draw_what(view, session, canvas, x, area.y, right, change);
	buf_release(&when);
}

static void draw_row(const struct history_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int index)
{
	const struct history_row *row = &view->rows[index];
	struct buf day = BUF_INIT;

	if (row->is_day) {
		add_day(&day, session, row->day);
		canvas_put(canvas, area.x + 1, area.y, area.w - 2, ROLE_ACCENT, day.text);
	} else {
		draw_change(view, session, canvas, area, row);
	}
	if (index == view->list.selected)
		view_mark_selected(canvas, area, area.y);
	buf_release(&day);
}

/* What b would put: told beside what was, so that nobody has to try. */
static void add_putting_back(struct buf *out, const struct history_view *view,
	const struct session *session, const struct change *change)
{
	const struct change_words words = history_view_words(view, session);
	struct arena *arena = arena_new();
	struct putting_back back = putting_back_of(session->org, change, arena);
	const struct value *value = back.can[SIDE_TO] ? &change->to : &change->from;
	struct buf text = BUF_INIT;

	if (back.can[SIDE_TO] || back.can[SIDE_FROM]) {
		change_words_add_value(&text, &words, change->entry, change->field, value);
		if (back.can[SIDE_TO])
			text_tui_puts_back(out, session->lang, text.text);
		else
			text_tui_puts_before(out, session->lang, text.text);
	} else {
		buf_add(out, text_word(back.why_not, session->lang));
	}
	buf_add(out, "\n");
	buf_release(&text);
	arena_free(arena);
}

static void add_lines_of_note(struct buf *out, const struct note *note)
{
	if (note)
		buf_add_format(out, "\n%s\n", note->text);
}

void history_view_add_text(struct buf *out, const struct history_view *view,
	const struct session *session, const struct history_line *line)
{
	const struct change_words words = history_view_words(view, session);
	const struct history_change *change = &line->change;
	struct buf about = BUF_INIT, when = BUF_INIT;
	char at[TIME_TEXT_SIZE];

	change_words_add_about(&about, &words, &change->change);
	buf_add_format(out, PAGER_TITLE "%s\n",
		about.len ? about.text : text_word(WORD_THE_ORGANISATION, session->lang));
	add_done(out, &words, change);
	text_day_long(&when, session->lang, time_day(change->at_utc));
	time_format(at, change->at_utc);
	buf_add_format(&when, ", %.5s UTC", at + 11);
	buf_add(out, "\n" PAGER_DIM);
	text_tui_saved_by(out, session->lang, when.text, change->by);
	buf_add(out, "\n" PAGER_DIM);
	add_putting_back(out, view, session, &change->change);
	/* Notes have lines, which a row has not. */
	add_lines_of_note(out, change->change.from.note);
	add_lines_of_note(out, change->change.to.note);
	buf_release(&about);
	buf_release(&when);
}

static void draw_detail(const struct history_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	const struct history_line *line = history_view_selected(view);
	struct buf text = BUF_INIT;
	struct pager pager;

	if (area.h < 1)
		return;
	canvas_rule(canvas, area.y - 1);
	if (!line)
		return;
	history_view_add_text(&text, view, session, line);
	pager_init(&pager);
	pager_set(&pager, text.text, false);
	pager_fit(&pager, area.w - 2 < TEXT_WIDTH_MAX ? area.w - 2 : TEXT_WIDTH_MAX, area.h);
	pager_draw(&pager, canvas, area.x + 1, area.y);
	if (pager.count > area.h)
		canvas_put_right(canvas, canvas->w, area.y + area.h - 1, 1, ROLE_DIM, "↓");
	pager_release(&pager);
	buf_release(&text);
}

/* Below the rows: why there are no more, or that one has not looked further yet. */
static void draw_end(const struct history_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT, day = BUF_INIT;

	if (view->err.code != ERR_NONE) {
		text_err(&text, session->lang, &view->err);
		draw_text(canvas, area, ROLE_LATE, text.text);
	} else if (!view->is_all && view->next > 0) {
		text_day(&day, session->lang,
			time_day(history_lines_at(&view->lines, view->next - 1)->change.at_utc),
			session->today_day);
		text_tui_looked_until(&text, session->lang, day.text);
		draw_text(canvas, area, ROLE_NOTICE, text.text);
	} else if (view->list.count == 0) {
		draw_message(canvas, area,
			text_word(
				history_view_is_narrowed(view) ? WORD_NO_MATCH : WORD_NO_CHANGE_YET,
				session->lang));
	}
	buf_release(&text);
	buf_release(&day);
}

void history_view_draw(const struct history_view *view, const struct session *session,
	struct canvas *canvas, const struct frame *frame)
{
	const struct list *list = &view->list;
	struct split split = history_view_split(view, frame);
	struct area row = split.list;
	int bottom = split.list.y + split.list.h;

	if (history_view_is_narrowed(view) && frame->area.h > 1)
		draw_narrowing(view, session, canvas, frame->area);
	row.h = 1;
	for (int i = list->top; i < list->count && row.y < bottom; i++, row.y++)
		draw_row(view, session, canvas, row, i);
	if (row.y < bottom)
		draw_end(view, session, canvas,
			(struct area){ 1, row.y, frame->area.w - 2, bottom - row.y });
	if (split.detail.h)
		draw_detail(view, session, canvas, split.detail);
}
