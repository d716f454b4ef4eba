/* SPDX-License-Identifier: MIT */
#include "tui/view_team.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/model/subject.h"
#include "tui/team.h"

enum { DETAIL_ROWS = 3, WIDTH_FOR_WORDS = 40, NAME_X = 2 };
enum { CAPACITY_WIDTH = 14, OPEN_WIDTH = 12, OPEN_WIDTH_NARROW = 4 };

struct team_view {
	struct arena *arena;
	struct team team;
	struct list list;
	struct buf selected; /* the name of that row, "" for the team itself */
	unsigned version;    /* of the session, as of which the rows are; 0: stale */
};

static void init(void *state)
{
	struct team_view *view = state;

	view->arena = arena_new();
	view->selected = (struct buf)BUF_INIT;
}

static void release(void *state)
{
	struct team_view *view = state;

	arena_free(view->arena);
	buf_release(&view->selected);
}

static void keep_selected(struct team_view *view)
{
	buf_clear(&view->selected);
	buf_add(&view->selected, view->team.people[view->list.selected].name);
}

static void make_rows(struct team_view *view, const struct session *session)
{
	if (view->version == session->version)
		return;
	view->version = session->version;
	arena_clear(view->arena);
	view->team = team_of(view->arena, session->org, session->today_day);
	view->list.count = (int)view->team.count;
	for (size_t i = 0; i < view->team.count; i++) {
		if (strcmp(view->team.people[i].name, view->selected.text) == 0)
			view->list.selected = (int)i;
	}
}

static struct split split_area(const struct frame *frame)
{
	int full = frame->h - frame->area.y - 1;

	return view_split(frame, frame->area, full > 2 * DETAIL_ROWS ? DETAIL_ROWS : 0);
}

static void enter(void *state, struct session *session)
{
	struct team_view *view = state;

	(void)session;
	view->version = 0;
}

static void settle(void *state, struct session *session, const struct frame *frame)
{
	struct team_view *view = state;

	make_rows(view, session);
	view->list.height = split_area(frame).list.h;
	list_settle(&view->list);
	keep_selected(view);
}

static void move(void *state, struct session *session, enum move move)
{
	struct team_view *view = state;

	(void)session;
	list_move(&view->list, move);
	keep_selected(view);
}

static void click(void *state, struct session *session, const struct frame *frame, int x, int y)
{
	struct team_view *view = state;
	struct area area = split_area(frame).list;
	int row = view->list.top + y - area.y;

	(void)session;
	(void)x;
	if (y < area.y || y >= area.y + area.h || row >= view->list.count)
		return;
	view->list.selected = row;
	keep_selected(view);
}

static const struct teammate *selected(const struct team_view *view)
{
	return &view->team.people[view->list.selected];
}

/* Who is no member is nobody's to rename: only a word in the entries that they own. */
static const char *subject(const void *state, const struct session *session)
{
	const struct team_view *view = state;

	if (!view->team.count || selected(view)->kind == TEAM_OUTSIDER)
		return NULL;
	if (selected(view)->kind == TEAM_ITSELF)
		return "";
	return arena_format(session->arena, SUBJECT_MEMBER "%s", selected(view)->name);
}

void team_select(void *state, const char *name)
{
	struct team_view *view = state;

	buf_clear(&view->selected);
	buf_add(&view->selected, name);
	view->version = 0;
}

static bool shows(const struct change *change)
{
	return change->field == FIELD_MEMBER || change->field == FIELD_CAPACITY ||
	       field_rows[change->field].of == OBJECT_MEMBER;
}

struct wish team_ask_capacity(const struct call *call)
{
	const struct team_view *view = call->view;

	if (call->subject && call->subject[0])
		return wish_ask(FORM_MEMBER_CAPACITY, call->subject, NULL);
	if (call->subject)
		return wish_ask(FORM_CAPACITY, call->subject, NULL);
	return wish_ask(FORM_MEMBER, "", arena_copy(call->session->arena, selected(view)->name));
}

static const char *name_of(const struct teammate *mate, enum lang lang)
{
	return mate->kind == TEAM_ITSELF ? text_word(WORD_THE_TEAM, lang) : mate->name;
}

static void draw_row(const struct team_view *view, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index)
{
	const struct teammate *mate = &view->team.people[index];
	bool narrow = area.w < WIDTH_FOR_WORDS;
	int right = area.w - 1;
	struct buf text = BUF_INIT;

	if (narrow)
		buf_add_format(&text, "%d", mate->open);
	else
		text_actions(&text, session->lang, mate->open);
	canvas_put_right(canvas, right, y, OPEN_WIDTH, ROLE_PLAIN, text.text);
	right -= narrow ? OPEN_WIDTH_NARROW : OPEN_WIDTH;
	buf_clear(&text);
	if (mate->kind == TEAM_OUTSIDER)
		buf_add(&text, text_word(WORD_NO_MEMBER, session->lang));
	else
		team_add_capacity(&text, session->lang, mate->capacity_centidays);
	right = canvas_put_right(canvas, right, y, CAPACITY_WIDTH,
		mate->kind == TEAM_OUTSIDER ? ROLE_DIM : ROLE_PLAIN, text.text);
	canvas_put(
		canvas, NAME_X, y, right - NAME_X - 1, ROLE_STRONG, name_of(mate, session->lang));
	if (index == view->list.selected)
		view_mark_selected(canvas, area, y);
	buf_release(&text);
}

/* What the time of the selected row is counted for. */
static void draw_detail(const struct team_view *view, const struct session *session,
	struct canvas *canvas, struct area area)
{
	static const enum word words[] = {
		[TEAM_ITSELF] = WORD_TEAM_TIME,
		[TEAM_MEMBER] = WORD_MEMBER_TIME,
		[TEAM_OUTSIDER] = WORD_OUTSIDER_TIME,
	};
	bool alone = view->team.count == 1;

	if (area.h < 1)
		return;
	canvas_rule(canvas, area.y - 1);
	area.x++;
	area.w -= 2;
	draw_text(canvas, area, ROLE_PLAIN,
		text_word(
			alone ? WORD_TEAM_OF_NOBODY : words[selected(view)->kind], session->lang));
}

static void draw(const void *state, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct team_view *view = state;
	struct split split = split_area(frame);
	int y = split.list.y;

	for (int i = view->list.top; i < view->list.count && y < split.list.y + split.list.h; i++)
		draw_row(view, session, canvas, frame->area, y++, i);
	draw_detail(view, session, canvas, split.detail);
}

static void summary(const void *state, const struct session *session, int w, struct buf *out)
{
	(void)state;
	if (w < WIDTH_FOR_WORDS)
		buf_add_format(out, "%zu", session->org->member_count);
	else
		text_tui_team(out, session->lang, (int)session->org->member_count);
}

const struct view_type view_team = {
	.title = { .fr = "Équipe", .en = "Team" },
	.of_organisation = true,
	.is_visit = true,
	.has_no_tab = true,
	.size = sizeof(struct team_view),
	.init = init,
	.release = release,
	.enter = enter,
	.settle = settle,
	.draw = draw,
	.move = move,
	.click = click,
	.subject = subject,
	.shows = shows,
	.summary = summary,
};
