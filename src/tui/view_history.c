/* SPDX-License-Identifier: MIT
 *
 * The history: a row a change, under its day, the newest first. Lines are read and looked at as far
 * as the screen needs rows, and no further than a step at a time where a search finds little: the
 * next key goes on. */
#include "tui/view_history.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/model/subject.h"
#include "jalon/session/putting_back.h"
#include "tui/history_view.h"

/* Lines that are looked at for one drawing. */
enum { LOOK_MAX = 20000, LOOK_ALL = INT_MAX };

static void init(void *state)
{
	struct history_view *view = state;

	history_lines_init(&view->lines);
	view->arena = arena_new();
	view->query_arena = arena_new();
	view->filter_arena = arena_new();
	view->search = view->searched = (struct buf)BUF_INIT;
}

static void release(void *state)
{
	struct history_view *view = state;

	history_lines_release(&view->lines);
	arena_free(view->arena);
	arena_free(view->query_arena);
	arena_free(view->filter_arena);
	buf_release(&view->search);
	buf_release(&view->searched);
}

static void drop_rows(struct history_view *view)
{
	arena_clear(view->arena);
	view->rows = NULL;
	view->room = 0;
	view->list = (struct list){ .height = view->list.height };
	view->who_cells = 0;
	view->next = -(long)view->lines.newer_count;
	view->is_all = false;
	view->err = (struct err)ERR_INIT;
}

void history_narrow(void *state, const struct history_filter *filter)
{
	struct history_view *view = state;
	const char **texts[] = { &view->filter.author, &view->filter.not_author,
		&view->filter.entry };

	arena_clear(view->filter_arena);
	view->filter = *filter;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		*texts[i] = *texts[i] ? arena_copy(view->filter_arena, *texts[i]) : NULL;
	buf_clear(&view->search);
	drop_rows(view);
}

static void enter(void *state, struct session *session)
{
	const struct history_filter all = { .after_revision = 0 };

	(void)session;
	history_narrow(state, &all);
}

/* Who, about what, and what was done, in the words that the rows show. */
static const char *folded_words(
	struct history_view *view, const struct session *session, struct history_line *line)
{
	const struct change_words words = history_view_words(view, session);
	struct buf text = BUF_INIT, folded = BUF_INIT;

	if (line->folded)
		return line->folded;
	buf_add_format(&text, "%s\n", line->change.by);
	change_words_add_about(&text, &words, &line->change.change);
	buf_add_char(&text, '\n');
	change_words_add_done(&text, &words, &line->change.change);
	if (line->change.undoes)
		buf_add_format(&text, "\n%s", text_word(WORD_TAKEN_BACK, session->lang));
	utf8_fold(&folded, text.text, text.len);
	line->folded = arena_copy(view->lines.arena, folded.text);
	buf_release(&text);
	buf_release(&folded);
	return line->folded;
}

static bool accepts(struct history_view *view, const struct session *session, long place)
{
	struct history_line *line = history_lines_at(&view->lines, place);

	return history_filter_accepts(&view->filter, &line->change) &&
	       (view->query.count == 0 ||
		       history_query_matches(&view->query, folded_words(view, session, line),
			       time_day(line->change.at_utc)));
}

static void add_row(struct history_view *view, struct history_row row)
{
	if ((size_t)view->list.count == view->room)
		view->rows = arena_grow(view->arena, view->rows, &view->room, sizeof(*view->rows));
	view->rows[view->list.count++] = row;
}

static void add_change(struct history_view *view, long place)
{
	const struct history_change *change = &history_lines_at(&view->lines, place)->change;
	int who = utf8_width_cells(change->by, strlen(change->by));
	int day = time_day(change->at_utc), count = view->list.count;

	if (who > view->who_cells)
		view->who_cells = who;
	if (count == 0 || view->rows[count - 1].day != day)
		add_row(view, (struct history_row){ .is_day = true, .day = day });
	add_row(view, (struct history_row){ .day = day, .place = place });
}

/* Rows up to that one, or as many as a look finds. */
static void find_rows(
	struct history_view *view, const struct session *session, int wanted, int look_max)
{
	for (int looked = 0; view->list.count < wanted && looked < look_max && !view->is_all;
		looked++) {
		if (view->next >= (long)view->lines.older_count &&
			!history_lines_read(&view->lines, &view->err)) {
			view->is_all = true;
			break;
		}
		if (accepts(view, session, view->next))
			add_change(view, view->next);
		view->next++;
	}
}

/* What was saved since comes on top, and what is in sight stays where it is. */
static void add_newer(struct history_view *view, const struct session *session, size_t known)
{
	struct history_row *rows = view->rows;
	struct list before = view->list;
	bool at_top = before.top == 0 && before.selected <= 1;
	int skipped, added;

	view->rows = NULL;
	view->room = 0;
	view->list.count = 0;
	for (long place = -(long)view->lines.newer_count; place < -(long)known; place++) {
		if (accepts(view, session, place))
			add_change(view, place);
	}
	added = view->list.count;
	skipped = before.count && added && view->rows[added - 1].day == rows[0].day;
	for (int i = skipped; i < before.count; i++)
		add_row(view, rows[i]);
	added -= skipped;
	if (!before.count)
		return;
	view->list.selected = before.selected + added;
	view->list.top = at_top ? 0 : before.top + added;
}

static void open_anew(struct history_view *view, const struct session *session)
{
	struct err err = ERR_INIT;

	memcpy(view->org_id, session->org_id, sizeof(view->org_id));
	view->revision = session->org->revision;
	history_lines_open(&view->lines, session, &err);
	drop_rows(view);
	if (!view->lines.pages) {
		view->err = err;
		view->is_all = true;
	}
}

/* The file as it is now. */
static void follow(struct history_view *view, const struct session *session)
{
	bool is_other = strcmp(view->org_id, session->org_id) != 0;
	size_t known = view->lines.newer_count;

	if (!view->lines.pages || is_other) {
		open_anew(view, session);
	} else if (view->revision != session->org->revision) {
		if (!history_lines_follow(&view->lines, session->org->revision)) {
			open_anew(view, session);
			return;
		}
		view->revision = session->org->revision;
		add_newer(view, session, known);
	}
}

static void take_search(struct history_view *view, const struct session *session)
{
	if (strcmp(view->search.text, view->searched.text) == 0)
		return;
	buf_clear(&view->searched);
	buf_add(&view->searched, view->search.text);
	arena_clear(view->query_arena);
	view->query = history_query_make(
		view->query_arena, view->search.text, time_day(session_now(session)));
	drop_rows(view);
	if (view->left.count) {
		view->list.selected = view->left.selected;
		view->list.top = view->left.top;
		view->left.count = 0;
	}
}

/* Days cannot be selected: on to the next change, or back where there is none. */
static void pass_days(struct history_view *view, int step)
{
	struct list *list = &view->list;

	if (list->count == 0 || !view->rows[list->selected].is_day)
		return;
	if (list->selected == 0)
		step = 1;
	list->selected += step;
	/* The day over the first row in sight is worth its row. */
	if (list->top == list->selected && list->top > 0)
		list->top--;
}

static void settle(void *state, struct session *session, const struct frame *frame)
{
	struct history_view *view = state;
	struct list *list = &view->list;

	if (view->version != session->version)
		history_lines_forget_words(&view->lines);
	view->version = session->version;
	follow(view, session);
	take_search(view, session);
	list->height = history_view_split(view, frame).list.h;
	find_rows(view, session, list->selected + 2 * list->height + 2, LOOK_MAX);
	list_settle(list);
	pass_days(view, 1);
	if (list->selected == 1)
		list->top = 0;
	list_settle(list);
}

static void move(void *state, struct session *session, enum move move)
{
	struct history_view *view = state;
	bool is_back = move == MOVE_UP || move == MOVE_PAGE_UP;

	if (move == MOVE_END)
		find_rows(view, session, INT_MAX, LOOK_ALL);
	list_move(&view->list, move);
	pass_days(view, is_back ? -1 : 1);
	list_settle(&view->list);
}

static void click(void *state, struct session *session, const struct frame *frame, int x, int y)
{
	struct history_view *view = state;
	struct area area = history_view_split(view, frame).list;
	int row = view->list.top + y - area.y;

	(void)session;
	(void)x;
	if (y >= area.y && y < area.y + area.h && row < view->list.count)
		view->list.selected = row;
	pass_days(view, 1);
}

static struct buf *search(void *state, struct session *session)
{
	struct history_view *view = state;

	(void)session;
	return &view->search;
}

static struct found found(const void *state, const struct session *session, const char *text)
{
	const struct history_view *view = state;
	struct found found = { .is_more = !view->is_all };

	(void)session;
	(void)text;
	for (int i = 0; i < view->list.count; i++)
		found.count += !view->rows[i].is_day;
	return found;
}

static void keep_spot(const void *state, const struct session *session, struct spot *spot)
{
	const struct history_view *view = state;

	(void)session;
	spot->top = view->list.top;
	spot->found = view->list.selected;
}

/* Once the rows are those of before again; while one looks they are others at each letter. */
static void take_spot(void *state, struct session *session, const struct spot *spot)
{
	struct history_view *view = state;

	(void)session;
	if (!spot->is_to_look)
		view->left = (struct list){ .count = 1, .selected = spot->found, .top = spot->top };
}

/* First what was searched for, then whose or since when; then out. */
static bool back(void *state, struct session *session)
{
	struct history_view *view = state;
	const struct history_filter all = { .after_revision = 0 };

	if (!history_view_is_narrowed(view))
		return false;
	if (view->search.len)
		buf_clear(&view->search);
	else
		history_narrow(view, &all);
	if (!history_view_is_narrowed(view))
		notice_say(&session->notice, text_word(WORD_ALL_SHOWN, session->lang));
	return true;
}

/* Undo and redo are seen here, on top. */
static bool reveal(void *state, struct session *session)
{
	struct history_view *view = state;

	(void)session;
	view->list.selected = view->list.top = 0;
	return true;
}

static void draw(const void *state, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	history_view_draw(state, session, canvas, frame);
}

static struct wish history_of(const char *subject)
{
	return (struct wish){ .kind = WISH_HISTORY, .filter = { .entry = subject } };
}

struct wish history_show_all(const struct call *call)
{
	(void)call;
	return history_of(NULL);
}

struct wish history_show_entry(const struct call *call)
{
	return history_of(call->entry ? arena_copy(call->session->arena, call->entry->id) : NULL);
}

/* What a change is about, by its name. */
static const char *subject_name(struct arena *arena, const struct change *change)
{
	const struct service *service =
		change->to.service ? change->to.service : change->from.service;
	const struct member *member = change->to.member ? change->to.member : change->from.member;

	if (service)
		return arena_format(arena, SUBJECT_SERVICE "%s", service->id);
	if (member)
		return arena_format(arena, SUBJECT_MEMBER "%s", member->name);
	return arena_copy(arena, change->entry);
}

struct wish history_show_same(const struct call *call)
{
	const struct history_line *line = history_view_selected(call->view);

	if (!line)
		return wish_of(WISH_NOTHING);
	return history_of(subject_name(call->session->arena, &line->change.change));
}

struct wish history_read_whole(const struct call *call)
{
	const struct history_line *line = history_view_selected(call->view);
	struct wish wish = wish_of(WISH_TEXT);
	struct buf text = BUF_INIT;

	if (!line)
		return wish_of(WISH_NOTHING);
	history_view_add_text(&text, call->view, call->session, line);
	wish.text = arena_copy(call->session->arena, text.text);
	buf_release(&text);
	return wish;
}

struct wish history_go(const struct call *call)
{
	const struct history_line *line = history_view_selected(call->view);
	struct session *session = call->session;

	if (!line || !session_select_subject(session, &line->change.change)) {
		notice_say(&session->notice, text_word(WORD_NOWHERE_TO_GO, session->lang));
		return wish_of(WISH_NOTHING);
	}
	view_widen_to_selected(session);
	return (struct wish){ .kind = WISH_SHOW, .number = VIEW_CHECKLIST };
}

/* Said before it is done; where it is not, the reason takes its place. */
static void say_put_back(
	const struct history_view *view, struct session *session, const struct change_list *changes)
{
	const struct change_words words = history_view_words(view, session);
	struct buf *said = notice_begin(&session->notice);

	buf_add(said, text_word(WORD_PUT_BACK_HERE, session->lang));
	buf_add(said, text_word(WORD_COLON, session->lang));
	change_words_add(said, &words, change_words_first(changes));
	if (changes->count > 1) {
		buf_add(said, ", ");
		text_and_more_changes(said, session->lang, (int)changes->count - 1);
	}
}

struct wish history_put_back(const struct call *call)
{
	struct history_view *view = call->view;
	struct session *session = call->session;
	const struct history_line *line = history_view_selected(view);
	struct change_list changes, commit;
	struct putting_back back;
	struct change change;

	if (!line)
		return wish_of(WISH_NOTHING);
	/* A copy: to read the rest of its commit may move the lines. */
	change = line->change.change;
	back = putting_back_of(session->org, &change, session->arena);
	if (!back.can[SIDE_TO] && !back.can[SIDE_FROM]) {
		notice_say(&session->notice, text_word(back.why_not, session->lang));
		return wish_of(WISH_NOTHING);
	}
	commit = history_lines_commit(
		&view->lines, view->rows[view->list.selected].place, session->arena, &view->err);
	changes = putting_back_changes(session->org, &change, &commit,
		back.can[SIDE_TO] ? SIDE_TO : SIDE_FROM, session->arena);
	say_put_back(view, session, &changes);
	return wish_changes(changes);
}

const struct view_type view_history = {
	.title = { .fr = "Historique", .en = "History" },
	.of_organisation = true,
	.size = sizeof(struct history_view),
	.init = init,
	.release = release,
	.enter = enter,
	.settle = settle,
	.draw = draw,
	.move = move,
	.click = click,
	.reveal = reveal,
	.search = search,
	.found = found,
	.keep_spot = keep_spot,
	.take_spot = take_spot,
	.back = back,
};
