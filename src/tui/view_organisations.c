/* SPDX-License-Identifier: MIT
 *
 * The organisations of the data folder: how far each is, and what comes next for the selected one.
 * That next action needs a plan, so it is made for one organisation at a time. */
#include "tui/view_organisations.h"

#include <stdio.h>
#include <string.h>

#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/store/stray.h"
#include "tui/removal_answers.h"

enum { BAR_WIDTH = 12, WIDTH_FOR_BAR = 60, WIDTH_FOR_WORDS = 40, DETAIL_ROWS = 3 };
enum { NEW_WIDTH = 22, WIDTH_FOR_NEW = 76, LATE_CELLS = 18, WIDTH_FOR_LATE = 100 };
enum { NEXT_ACTION_SIZE = 256 };

struct organisations_view {
	struct arena *arena;
	struct listing *listings;
	size_t count;
	int *shown; /* the listings that the search leaves, by row */
	struct list list;
	struct stray *strays; /* of whoever may do something about them */
	size_t stray_count;
	unsigned news, version; /* as of which the listings are */
	struct buf search, narrowed_by;
	char next_action[NEXT_ACTION_SIZE]; /* of the selected one */
	int next_action_of;                 /* the listing, −1: not known */
};

static void init(void *view)
{
	struct organisations_view *organisations = view;

	organisations->arena = arena_new();
	organisations->search = (struct buf)BUF_INIT;
	organisations->narrowed_by = (struct buf)BUF_INIT;
}

static void release(void *view)
{
	struct organisations_view *organisations = view;

	arena_free(organisations->arena);
	buf_release(&organisations->search);
	buf_release(&organisations->narrowed_by);
}

/* Of a list that is not empty. */
static const struct listing *selected_listing(const struct organisations_view *organisations)
{
	return &organisations->listings[organisations->shown[organisations->list.selected]];
}

/* The search narrows by name. The organisation of that id stays selected; where it is hidden, the
 * first one that is not. */
static void narrow(struct organisations_view *organisations, const char *id)
{
	struct arena *arena = arena_new();
	struct query query = query_make(arena, organisations->search.text);
	struct list *list = &organisations->list;

	list->count = list->selected = 0;
	for (size_t i = 0; i < organisations->count; i++) {
		const struct listing *listing = &organisations->listings[i];

		if (query.count && !query_matches(&query, listing->name) &&
			!query_matches(&query, listing->id))
			continue;
		if (strcmp(listing->id, id) == 0)
			list->selected = list->count;
		organisations->shown[list->count++] = (int)i;
	}
	arena_free(arena);
	buf_clear(&organisations->narrowed_by);
	buf_add(&organisations->narrowed_by, organisations->search.text);
}

/* The one that was selected stays so, or the one that is open. */
static void load(struct organisations_view *organisations, struct session *session)
{
	const char *kept =
		organisations->list.count ? selected_listing(organisations)->id : session->org_id;
	struct err err = ERR_INIT;
	char id[SESSION_ID_SIZE];

	organisations->news = session->news;
	organisations->version = session->version;
	organisations->next_action_of = -1;
	snprintf(id, sizeof(id), "%s", kept);
	arena_clear(organisations->arena);
	if (!store_list(session->options.store, organisations->arena, session->today_day,
		    &organisations->listings, &organisations->count, &err))
		notice_say_err(&session->notice, session->lang, &err);
	organisations->shown = ARENA_ARRAY(organisations->arena, int, organisations->count + 1);
	narrow(organisations, id);
	organisations->stray_count = 0;
	if (!session->options.is_restricted &&
		!store_list_strays(session->options.store, organisations->arena,
			&organisations->strays, &organisations->stray_count, &err))
		notice_say_err(&session->notice, session->lang, &err);
}

static void find_next_action(struct organisations_view *organisations, struct session *session)
{
	int selected = organisations->shown[organisations->list.selected];
	const struct listing *listing = &organisations->listings[selected];
	struct err ignored = ERR_INIT;
	struct snapshot *snapshot;
	struct arena *arena;
	const struct plan *plan;

	if (organisations->next_action_of == selected)
		return;
	organisations->next_action_of = selected;
	organisations->next_action[0] = '\0';
	/* Shown in the language of the screen, whatever that organisation's own is. */
	snapshot = listing->err ? NULL
				: store_load_in(session->options.store, listing->id, session->lang,
					  &ignored);
	if (!snapshot)
		return;
	arena = arena_new();
	plan = plan_make(arena, snapshot_organisation(snapshot), session->today_day);
	if (plan->count)
		snprintf(organisations->next_action, sizeof(organisations->next_action), "%s",
			wording_in(entry_title(plan->actions[0].entry), session->lang));
	arena_free(arena);
	snapshot_free(snapshot);
}

/* What is shown only takes the first row. */
static struct split split_area(
	const struct organisations_view *organisations, const struct frame *frame)
{
	int full = frame->h - frame->area.y - 1;
	int above = organisations->search.len && frame->area.h > 1;
	struct area area = frame->area;

	area.y += above;
	area.h -= above;
	return view_split(frame, area, full > 2 * DETAIL_ROWS ? DETAIL_ROWS : 0);
}

/* Nothing is told before one said who one is, nor of others where the session stays on its own. */
static bool may_look(const struct session *session)
{
	return !session_asks_author(session) && !session_stays(session);
}

static void enter(void *view, struct session *session)
{
	if (may_look(session))
		load(view, session);
}

static void settle(void *view, struct session *session, const struct frame *frame)
{
	struct organisations_view *organisations = view;
	struct list *list = &organisations->list;

	if ((organisations->news != session->news || organisations->version != session->version) &&
		may_look(session))
		load(organisations, session);
	else if (strcmp(organisations->narrowed_by.text, organisations->search.text) != 0)
		narrow(organisations, list->count ? selected_listing(organisations)->id : "");
	list->height = split_area(organisations, frame).list.h;
	list_settle(list);
	if (list->count)
		find_next_action(organisations, session);
}

static void move(void *view, struct session *session, enum move move)
{
	struct organisations_view *organisations = view;

	(void)session;
	list_move(&organisations->list, move);
}

static void click(void *view, struct session *session, const struct frame *frame, int x, int y)
{
	struct organisations_view *organisations = view;
	struct list *list = &organisations->list;
	struct area area = split_area(organisations, frame).list;
	int row = list->top + y - area.y;

	(void)session;
	(void)x;
	if (y >= area.y && y < area.y + area.h && row < list->count)
		list->selected = row;
}

static struct buf *search(void *view, struct session *session)
{
	struct organisations_view *organisations = view;

	(void)session;
	return &organisations->search;
}

static struct found found(const void *view, const struct session *session, const char *text)
{
	const struct organisations_view *organisations = view;

	(void)session;
	(void)text;
	return (struct found){ .count = organisations->list.count };
}

static void keep_spot(const void *view, const struct session *session, struct spot *spot)
{
	const struct organisations_view *organisations = view;

	(void)session;
	spot->top = organisations->list.top;
	if (organisations->list.count)
		snprintf(spot->key, sizeof(spot->key), "%s", selected_listing(organisations)->id);
}

static void take_spot(void *view, struct session *session, const struct spot *spot)
{
	struct organisations_view *organisations = view;

	(void)session;
	narrow(organisations, spot->key);
	organisations->list.top = spot->top;
}

static bool back(void *view, struct session *session)
{
	struct organisations_view *organisations = view;

	if (!organisations->search.len)
		return false;
	buf_clear(&organisations->search);
	notice_say(&session->notice, text_word(WORD_ALL_SHOWN, session->lang));
	return true;
}

struct wish organisations_open(const struct call *call)
{
	const struct organisations_view *organisations = call->view;
	struct wish wish = wish_of(WISH_NOTHING);

	if (organisations->list.count) {
		wish.kind = WISH_OPEN;
		wish.text = arena_copy(call->session->arena, selected_listing(organisations)->id);
	}
	return wish;
}

struct wish organisations_retitle(const struct call *call)
{
	const struct organisations_view *organisations = call->view;
	struct wish wish = wish_ask(FORM_NAME, "", NULL);

	if (!organisations->list.count)
		return wish_of(WISH_NOTHING);
	wish.org_id = arena_copy(call->session->arena, selected_listing(organisations)->id);
	return wish;
}

struct wish organisations_remove(const struct call *call)
{
	const struct organisations_view *organisations = call->view;
	struct arena *arena = call->session->arena;
	struct buf text = BUF_INIT;
	const struct listing *listing;
	struct wish wish;

	if (!organisations->list.count)
		return wish_of(WISH_NOTHING);
	listing = selected_listing(organisations);
	text_tui_goes_away(&text, call->session->lang,
		listing->name[0] ? listing->name : listing->id, listing->id);
	wish = wish_ask(FORM_REMOVE_ORGANISATION,
		arena_format(arena, REMOVAL_ORGANISATION "%s", listing->id),
		arena_copy(arena, text.text));
	/* Nothing that a key takes back: one goes on by choosing. */
	wish.choice = REMOVAL_NO;
	buf_release(&text);
	return wish;
}

struct wish organisations_undo(const struct call *call)
{
	const struct organisations_view *organisations = call->view;
	const struct list *list = &organisations->list;
	struct session *session = call->session;

	if (session->org && list->count &&
		strcmp(selected_listing(organisations)->id, session->org_id) == 0)
		return wish_of(WISH_UNDO);
	notice_say(&session->notice, text_word(WORD_OPEN_IT_FIRST, session->lang));
	return wish_of(WISH_NOTHING);
}

int organisations_count(const void *view)
{
	const struct organisations_view *organisations = view;

	return (int)organisations->count;
}

const char *organisations_only(const void *view)
{
	const struct organisations_view *organisations = view;

	if (organisations->count != 1 || organisations->listings[0].err)
		return NULL;
	return organisations->listings[0].id;
}

static void draw_counts(const struct session *session, struct canvas *canvas, struct area area,
	int y, const struct listing *listing)
{
	int right = area.w - 1, applicable = counts_applicable(&listing->counts);
	struct buf text = BUF_INIT;

	if (area.w < WIDTH_FOR_WORDS)
		buf_add_format(&text, "%d/%d", listing->counts.by_status[STATUS_DONE], applicable);
	else
		text_tui_done(
			&text, session->lang, listing->counts.by_status[STATUS_DONE], applicable);
	canvas_put_right(canvas, right, y, 14, ROLE_PLAIN, text.text);
	if (area.w >= WIDTH_FOR_BAR)
		draw_bar(canvas, right - 14 - BAR_WIDTH, y, BAR_WIDTH,
			listing->counts.by_status[STATUS_DONE], applicable);
	if (area.w >= WIDTH_FOR_NEW && listing->counts.by_status[STATUS_NEW]) {
		buf_clear(&text);
		text_count_new(&text, session->lang, listing->counts.by_status[STATUS_NEW]);
		canvas_put_right(
			canvas, right - 14 - BAR_WIDTH - 2, y, NEW_WIDTH, ROLE_PLAIN, text.text);
	}
	buf_release(&text);
}

/* "! 2 en retard", or the sign alone where words have no room; returns the cells that it takes. */
static int put_late(const struct session *session, struct canvas *canvas, int right, int y,
	const struct listing *listing)
{
	struct buf text = BUF_INIT;
	int taken = 0;

	if (!listing->err && listing->counts.late) {
		if (canvas->w < WIDTH_FOR_LATE)
			buf_add_format(&text, "! %d", listing->counts.late);
		else
			text_tui_late_with_sign(&text, session->lang, listing->counts.late);
		taken = right -
			canvas_put_right(canvas, right, y, LATE_CELLS, ROLE_LATE, text.text) + 1;
	}
	buf_release(&text);
	return taken;
}

static void draw_row(const struct organisations_view *organisations, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index)
{
	const struct listing *listing = &organisations->listings[organisations->shown[index]];
	int right = area.w - (area.w >= WIDTH_FOR_NEW            ? 17 + BAR_WIDTH + NEW_WIDTH
				     : area.w >= WIDTH_FOR_BAR   ? 17 + BAR_WIDTH
				     : area.w >= WIDTH_FOR_WORDS ? 16
								 : 8);
	int x = 2;

	right -= put_late(session, canvas, right, y, listing);
	x += canvas_put(canvas, x, y, right - x, ROLE_STRONG,
		listing->name[0] ? listing->name : listing->id);
	if (listing->name[0] && strcmp(listing->name, listing->id) != 0 && right - x > 8)
		canvas_put(canvas, x + 2, y, right - x - 2, ROLE_DIM, listing->id);
	if (listing->err)
		canvas_put_right(canvas, area.w - 1, y, 14, ROLE_LATE,
			text_word(WORD_CANNOT_BE_READ, session->lang));
	else
		draw_counts(session, canvas, area, y, listing);
	if (index == organisations->list.selected)
		view_mark_selected(canvas, area, y);
}

static void add_labelled(struct buf *out, enum lang lang, enum word label, const char *text)
{
	buf_add_format(out, "%s%s%s\n", text_word(label, lang), text_word(WORD_COLON, lang), text);
}

/* A copy beside the selected one: what it says nobody sees otherwise. */
static void add_stray(struct buf *out, const struct organisations_view *organisations,
	const struct session *session, const char *org_id)
{
	for (size_t i = 0; i < organisations->stray_count; i++) {
		if (strcmp(organisations->strays[i].org_id, org_id) == 0) {
			buf_add(out, "! ");
			stray_describe(out, session->lang, &organisations->strays[i]);
			buf_add_char(out, '\n');
			stray_add_command(out, &organisations->strays[i]);
			buf_add_char(out, '\n');
			return;
		}
	}
}

static void draw_detail(const struct organisations_view *organisations,
	const struct session *session, struct canvas *canvas, struct area area)
{
	const struct listing *listing = selected_listing(organisations);
	struct buf text = BUF_INIT, when = BUF_INIT, saved = BUF_INIT;

	if (area.h < 1)
		return;
	canvas_rule(canvas, area.y - 1);
	area.x++;
	area.w -= 2;
	if (listing->err) {
		text_err(&text, session->lang, listing->err);
		draw_text(canvas, area, ROLE_LATE, text.text);
	} else {
		add_stray(&text, organisations, session, listing->id);
		if (area.w < WIDTH_FOR_NEW - 2 && listing->counts.by_status[STATUS_NEW]) {
			text_count_new(&text, session->lang, listing->counts.by_status[STATUS_NEW]);
			buf_add_char(&text, '\n');
		}
		text_when(&when, session->lang, listing->modified_utc, session_now(session));
		if (listing->last_by[0])
			text_tui_saved_by(&saved, session->lang, when.text, listing->last_by);
		if (organisations->next_action[0])
			add_labelled(
				&text, session->lang, WORD_NEXT_ACTION, organisations->next_action);
		add_labelled(
			&text, session->lang, WORD_LAST_CHANGE, saved.len ? saved.text : when.text);
		draw_text(canvas, area, ROLE_PLAIN, text.text);
	}
	buf_release(&text);
	buf_release(&when);
	buf_release(&saved);
}

/* Before there is any: what this is, and how to begin. */
static void draw_welcome(const struct session *session, struct canvas *canvas, struct area area)
{
	bool asks = session_asks_author(session);
	const char *about = text_word(asks ? WORD_WORKSHOP : WORD_ABOUT, session->lang);
	int x = area.w < WIDTH_FOR_WORDS ? 1 : 2, y = area.y + (area.h > 6);
	int w = area.w - 2 * x < 72 ? area.w - 2 * x : 72;
	int rows = draw_text_rows(about, w, area.h);

	draw_text(canvas, (struct area){ x, y, w, rows }, ROLE_PLAIN, about);
	if (rows + 3 <= area.h && may_look(session))
		canvas_put(canvas, x, y + rows + 1, w, ROLE_DIM,
			text_word(WORD_NO_ORGANISATION, session->lang));
}

static void draw(const void *view, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct organisations_view *organisations = view;
	const struct list *list = &organisations->list;
	struct split split = split_area(organisations, frame);
	int y = split.list.y, bottom = y + split.list.h;
	struct buf text = BUF_INIT;

	if (organisations->count == 0) {
		draw_welcome(session, canvas, frame->area);
		return;
	}
	if (split.list.y > frame->area.y) {
		text_tui_searched(&text, session->lang, "", organisations->search.text);
		view_draw_only(session, canvas, frame, text.text);
		buf_clear(&text);
	}
	if (list->count == 0)
		view_draw_no_match(session, canvas, frame,
			(struct area){ 1, y, frame->area.w - 2, split.list.h });
	for (int i = list->top; i < list->count && y < bottom; i++)
		draw_row(organisations, session, canvas, frame->area, y++, i);
	if (organisations->stray_count && list->count && y < bottom) {
		text_tui_strays(&text, session->lang, (int)organisations->stray_count);
		canvas_put(canvas, 0, y, 1, ROLE_LATE, "!");
		canvas_put(canvas, 2, y, frame->area.w - 3, ROLE_LATE, text.text);
	}
	buf_release(&text);
	if (list->count)
		draw_detail(organisations, session, canvas, split.detail);
}

static void summary(const void *view, const struct session *session, int w, struct buf *out)
{
	const struct organisations_view *organisations = view;

	if (!may_look(session))
		return;
	if (w < WIDTH_FOR_WORDS)
		buf_add_format(out, "%zu", organisations->count);
	else
		text_tui_organisations(out, session->lang, (int)organisations->count);
}

const struct view_type view_organisations = {
	.title = { .fr = "Organisations", .en = "Organisations" },
	.size = sizeof(struct organisations_view),
	.init = init,
	.release = release,
	.enter = enter,
	.settle = settle,
	.draw = draw,
	.move = move,
	.click = click,
	.search = search,
	.found = found,
	.keep_spot = keep_spot,
	.take_spot = take_spot,
	.back = back,
	.summary = summary,
};
