/* SPDX-License-Identifier: MIT
 *
 * The checklist: groups that fold, their entries, and what the selected one says. */
#include "tui/view_checklist.h"

#include <stdio.h>
#include <string.h>

#include "jalon/text/words.h"
#include "jalon/model/subject.h"
#include "tui/checklist_draw.h"

enum { WIDTH_FOR_SIDE = 100, SIDE_MIN = 40, HEIGHT_FOR_DETAIL = 14 };

static void init(void *view)
{
	checklist_view_init(view);
}

static void release(void *view)
{
	checklist_view_release(view);
}

static bool has_side(const struct frame *frame)
{
	return !frame->is_calm && frame->area.w >= WIDTH_FOR_SIDE;
}

/* A little more than half, and what titles need up to two thirds. */
static int list_width(const struct checklist_view *checklist, int w)
{
	int least = w * 11 / 20, most = w * 2 / 3, wanted = checklist->widths.list;

	if (most > w - SIDE_MIN)
		most = w - SIDE_MIN;
	return wanted < least ? least : wanted < most ? wanted : most;
}

static struct split split_area(const struct checklist_view *checklist,
	const struct session *session, const struct frame *frame)
{
	struct area area = frame->area;
	int full = frame->h - area.y - 1;
	struct split split;

	if (narrowing_is_on(&session->narrowing) && area.h > 1) {
		area.y++;
		area.h--;
	}
	if (!has_side(frame)) {
		split = view_split(frame, area,
			full < HEIGHT_FOR_DETAIL ? 0
			: full / 4 < 8           ? full / 4
						 : 8);
		split.detail.x++;
		split.detail.w -= 2;
		return split;
	}
	split = view_split(frame, area, 0);
	split.list.w = list_width(checklist, area.w);
	split.detail = (struct area){ area.x + split.list.w + 2, area.y, area.w - split.list.w - 3,
		area.h };
	return split;
}

static void settle(void *view, struct session *session, const struct frame *frame)
{
	struct checklist_view *checklist = view;

	checklist_view_follow(checklist, session);
	if (session->narrowing.filter.kind == FILTER_AT_RISK)
		session_plan(session);
	checklist_view_make_rows(checklist, session, frame->signs);
	checklist->list.height = split_area(checklist, session, frame).list.h;
	checklist_view_settle_list(checklist);
	checklist_view_keep_selected(checklist, session);
}

static void move(void *view, struct session *session, enum move move)
{
	struct checklist_view *checklist = view;

	list_move(&checklist->list, move);
	checklist_view_keep_selected(checklist, session);
}

static void click(void *view, struct session *session, const struct frame *frame, int x, int y)
{
	struct checklist_view *checklist = view;
	struct area list = split_area(checklist, session, frame).list;
	int row = checklist->list.top + y - list.y, title = checklist_view_title_on_top(checklist);

	if (x >= list.x + list.w || y < list.y || y >= list.y + list.h ||
		row >= checklist->list.count)
		return;
	checklist->list.selected = y == list.y && title >= 0 ? title : row;
	checklist_view_keep_selected(checklist, session);
}

static const struct entry *selected(const void *view, const struct session *session)
{
	const struct checklist_view *checklist = view;

	/* What a search hides is not ticked unseen. */
	if (checklist->selected[0] == '#' || checklist->list.count == 0)
		return NULL;
	return session_entry(session);
}

/* Its section is unfolded where the selection is followed. */
static bool reveal(void *view, struct session *session)
{
	(void)view;
	view_widen_to_selected(session);
	return true;
}

/* An entry, or the service whose title one is on. */
static const char *subject(const void *view, const struct session *session)
{
	const struct checklist_view *checklist = view;
	const struct entry *entry = selected(view, session);
	const struct checklist_row *row;
	const struct service *service;

	if (entry || checklist->list.count == 0)
		return entry ? entry->id : NULL;
	row = &checklist->rows[checklist->list.selected];
	if (row->kind != CHECKLIST_ROW_GROUP)
		return NULL;
	service = session->org->groups[row->index].service;
	return service ? arena_format(session->arena, SUBJECT_SERVICE "%s", service->id) : NULL;
}

static struct buf *search(void *view, struct session *session)
{
	(void)view;
	return &session->narrowing.search;
}

static struct found found(const void *view, const struct session *session, const char *text)
{
	const struct checklist_view *checklist = view;

	(void)session;
	(void)text;
	return (struct found){ .count = checklist->entry_count };
}

static void keep_spot(const void *view, const struct session *session, struct spot *spot)
{
	const struct checklist_view *checklist = view;

	(void)session;
	memcpy(spot->key, checklist->selected, sizeof(spot->key));
	spot->top = checklist->list.top;
}

static void take_spot(void *view, struct session *session, const struct spot *spot)
{
	checklist_view_take_spot(view, session, spot);
}

static bool back(void *view, struct session *session)
{
	(void)view;
	return view_widen(session);
}

/* What is narrowed is shown open: a word where folding would do nothing. */
static bool can_fold(struct session *session)
{
	if (!narrowing_is_on(&session->narrowing))
		return true;
	notice_say(&session->notice, text_word(WORD_NARROWED_IS_OPEN, session->lang));
	return false;
}

/* The cursor goes to the title that its entry is folded under. Its key is in `key`. */
static void go_to_title(struct checklist_view *checklist, const struct call *call, char *key)
{
	checklist_view_group_key(
		key, SESSION_ID_SIZE, organisation_group_of(call->session->org, call->entry));
	snprintf(checklist->selected, sizeof(checklist->selected), "#%.*s", SESSION_ID_SIZE - 2,
		key);
}

struct wish checklist_fold(const struct call *call)
{
	struct checklist_view *checklist = call->view;
	char key[SESSION_ID_SIZE];

	if (!can_fold(call->session))
		return wish_of(WISH_NOTHING);
	if (checklist->selected[0] == '#') {
		checklist_view_turn_fold(checklist, checklist->selected + 1);
	} else if (call->entry) {
		go_to_title(checklist, call, key);
		checklist_view_turn_fold(checklist, key);
	}
	return wish_of(WISH_NOTHING);
}

struct wish checklist_walk(const struct call *call)
{
	const struct checklist_view *checklist = call->view;
	const struct organisation *org = call->session->org;
	const struct list *list = &checklist->list;
	const struct entry *entry = call->entry;
	size_t index = list->count ? checklist->rows[list->selected].index : 0;

	/* One that has no item of its own yet has its place before the next. */
	for (; !entry && list->count && index < org->group_count; index++) {
		if (org->groups[index].count)
			entry = &org->entries[org->groups[index].first];
	}
	if (entry)
		session_select(call->session, entry->id);
	return (struct wish){ .kind = WISH_SHOW, .number = VIEW_WALK };
}

struct wish checklist_fold_all(const struct call *call)
{
	struct checklist_view *checklist = call->view;
	struct session *session = call->session;
	char key[SESSION_ID_SIZE];
	bool folded;

	if (!can_fold(session))
		return wish_of(WISH_NOTHING);
	folded = checklist_view_turn_all(checklist, session);
	if (folded && call->entry)
		go_to_title(checklist, call, key);
	notice_say(&session->notice,
		text_word(folded ? WORD_ALL_FOLDED : WORD_ALL_UNFOLDED, session->lang));
	return wish_of(WISH_NOTHING);
}

struct wish checklist_jump(const struct call *call)
{
	struct checklist_view *checklist = call->view;
	struct session *session = call->session;
	int row = checklist_view_find_title(checklist, call->argument);

	if (row < 0) {
		notice_say(&session->notice,
			text_word(call->argument > 0 ? WORD_LAST_SECTION : WORD_FIRST_SECTION,
				session->lang));
		return wish_of(WISH_NOTHING);
	}
	checklist->list.selected = row;
	checklist_view_keep_selected(checklist, session);
	return wish_of(WISH_NOTHING);
}

struct wish checklist_read(const struct call *call)
{
	struct checklist_view *checklist = call->view;

	if (strcmp(checklist->selected, "#invite") == 0)
		return wish_ask(FORM_SERVICE, "", NULL);
	if (checklist->selected[0] == '#')
		return checklist_fold(call);
	return wish_of(call->entry ? WISH_READ : WISH_NOTHING);
}

static void draw(const void *view, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct checklist_view *checklist = view;
	const struct list *list = &checklist->list;
	struct split split = split_area(checklist, session, frame);
	int y = split.list.y, bottom = y + split.list.h, first = list->top;
	int title = list->count ? checklist_view_title_on_top(checklist) : -1;

	if (title >= 0) {
		checklist_draw_title(checklist, session, canvas, split.list, y++, title);
		first++;
	}
	for (int i = first; i < list->count && y < bottom; i++)
		checklist_draw_row(checklist, session, canvas, split.list, y++, i);
	if (list->count == 0)
		view_draw_no_match(session, canvas, frame,
			(struct area){ 1, split.list.y, frame->area.w - 2, split.list.h });
	if (narrowing_is_on(&session->narrowing))
		view_draw_narrowing(session, canvas, frame);
	if (has_side(frame)) {
		for (int i = 0; i < split.detail.h; i++)
			canvas_put(canvas, split.list.w, split.detail.y + i, 1, ROLE_DIM, "│");
	} else if (split.detail.h) {
		canvas_rule(canvas, split.detail.y - 1);
	}
	if (list->count)
		checklist_draw_detail(
			session, &checklist->rows[list->selected], canvas, split.detail);
}

const struct view_type view_checklist = {
	.title = { .fr = "Liste", .en = "Checklist" },
	.of_organisation = true,
	.size = sizeof(struct checklist_view),
	.init = init,
	.release = release,
	.settle = settle,
	.draw = draw,
	.move = move,
	.click = click,
	.selected = selected,
	.reveal = reveal,
	.subject = subject,
	.search = search,
	.found = found,
	.keep_spot = keep_spot,
	.take_spot = take_spot,
	.back = back,
};
