/* SPDX-License-Identifier: MIT
 *
 * The walk: one item at a time, for a room. Wide margins, few words, and the answers one key each.
 */
#include "tui/view_walk.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "jalon/model/search.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "tui/entry_text.h"
#include "tui/title.h"
#include "tui/walk_end.h"

enum { TEXT_WIDTH_MAX = 72, BAR_WIDTH = 20, MARGIN = 6, WHO_WIDTH = 30, SEEN_WIDTH = 14 };

struct walk_view {
	struct pager head; /* what stays: the title and, where there is room, the question */
	struct pager body; /* what scrolls below it */
	char entry[SESSION_ID_SIZE]; /* whose text they hold, as of that version and size */
	unsigned version;
	int w, h;
	enum status status; /* of that entry */
	bool answered;      /* the person has just changed it: that is what the eyes are on */
	bool at_end;        /* on the last page, for as long as nothing else is selected */
	unsigned selections;
	struct buf search;
};

static int margin_of(struct area area)
{
	if (area.w >= TEXT_WIDTH_MAX + 2 * MARGIN)
		return (area.w - TEXT_WIDTH_MAX) / 2 > 12 ? 12 : (area.w - TEXT_WIDTH_MAX) / 2;
	return area.w >= 60 ? MARGIN : 1;
}

static bool nothing_was_said(const struct session *session)
{
	for (size_t i = 0; i < session->org->entry_count; i++) {
		if (!entry_is_untouched(&session->org->entries[i]))
			return false;
	}
	return true;
}

/* Between the position on top and the answers below. */
static struct area text_area(const struct session *session, struct area area)
{
	int margin = margin_of(area);
	int above = area.h >= 12 ? 2 + nothing_was_said(session) : 1, below = area.h >= 12 ? 2 : 1;
	struct area text = { margin, area.y + above, area.w - 2 * margin, area.h - above - below };

	if (text.w > TEXT_WIDTH_MAX)
		text.w = TEXT_WIDTH_MAX;
	return text;
}

static void init(void *view)
{
	struct walk_view *walk = view;

	pager_init(&walk->head);
	pager_init(&walk->body);
	walk->search = (struct buf)BUF_INIT;
}

static void release(void *view)
{
	struct walk_view *walk = view;

	pager_release(&walk->head);
	pager_release(&walk->body);
	buf_release(&walk->search);
}

/* A room that comes back sees the question, and not the middle of what is said about it. */
static void enter(void *view, struct session *session)
{
	struct walk_view *walk = view;

	(void)session;
	walk->answered = false;
	walk->body.top = 0;
}

/* As much of an entry as `parts` say. */
static void put_entry(struct pager *pager, const struct session *session, const struct entry *entry,
	int parts, enum sign_set signs, bool same)
{
	struct buf words = BUF_INIT;

	if (entry)
		entry_add_text(&words, session, entry, parts, signs);
	pager_set(pager, words.text, same);
	buf_release(&words);
}

/* The title and the question stay in sight while the rest scrolls, where that leaves half of the
 * room to it; else the title alone does; else nothing. */
static void fit_entry(struct walk_view *walk, const struct session *session,
	const struct entry *entry, struct area text, enum sign_set signs, bool same)
{
	static const int heads[] = { ENTRY_TITLE | ENTRY_QUESTION, ENTRY_TITLE, 0 };
	const int all = ENTRY_TITLE | ENTRY_QUESTION | ENTRY_DISCUSSION;
	size_t i = 0;

	for (;; i++) {
		put_entry(&walk->head, session, entry, heads[i], signs, false);
		pager_fit(&walk->head, text.w, text.h);
		if (walk->head.count <= text.h / 2 || i + 1 == ARRAY_LEN(heads))
			break;
	}
	pager_fit(&walk->head, text.w, walk->head.count);
	put_entry(&walk->body, session, entry, all & ~heads[i], signs, same);
}

static void show_entry(struct walk_view *walk, const struct session *session,
	const struct entry *entry, struct area text, enum sign_set signs)
{
	enum status status = entry_status(entry, session->today_day);
	bool same = strcmp(walk->entry, entry->id) == 0;

	if (same && walk->version == session->version && walk->w == text.w && walk->h == text.h)
		return;
	if (!same)
		walk->answered = false;
	else if (status != walk->status && session->org->revision == session->own_revision)
		walk->answered = true;
	fit_entry(walk, session, entry, text, signs, same);
	memcpy(walk->entry, session->entry, sizeof(walk->entry));
	walk->version = session->version;
	walk->w = text.w;
	walk->h = text.h;
	walk->status = status;
}

static void show_end(
	struct walk_view *walk, struct session *session, struct area text, enum sign_set signs)
{
	struct buf words = BUF_INIT;
	bool same = !walk->entry[0];

	if (same && walk->version == session->version)
		return;
	walk_end_add_text(&words, session, signs);
	pager_set(&walk->head, "", false);
	pager_fit(&walk->head, text.w, 0);
	pager_set(&walk->body, words.text, same);
	buf_release(&words);
	walk->entry[0] = '\0';
	walk->version = session->version;
}

static void settle(void *view, struct session *session, const struct frame *frame)
{
	struct walk_view *walk = view;
	struct area text = text_area(session, frame->area);

	if (!session_entry(session) && session->org->entry_count)
		session_select(session, session->org->entries[0].id);
	walk->at_end = walk->at_end && walk->selections == session->selections;
	if (walk->at_end)
		show_end(walk, session, text, frame->signs);
	else if (session_entry(session))
		show_entry(walk, session, session_entry(session), text, frame->signs);
	pager_fit(&walk->body, text.w, text.h - walk->head.height);
}

static void move(void *view, struct session *session, enum move move)
{
	struct walk_view *walk = view;

	(void)session;
	walk->answered = false;
	pager_move(&walk->body, move);
}

static const struct entry *selected(const void *view, const struct session *session)
{
	const struct walk_view *walk = view;

	return walk->at_end && walk->selections == session->selections ? NULL
								       : session_entry(session);
}

static bool reveal(void *view, struct session *session)
{
	(void)view;
	(void)session;
	return true;
}

static struct buf *search(void *view, struct session *session)
{
	struct walk_view *walk = view;

	(void)session;
	return &walk->search;
}

/* On to the next item that holds all of it, and round; with `step` 0 from the present one on. */
static bool find(void *view, struct session *session, const char *text, int step)
{
	const struct organisation *org = session->org;
	const struct entry *present = session_entry(session);
	struct query query = query_make(session->arena, text);
	size_t start = present ? (size_t)(present - org->entries) : 0;

	(void)view;
	for (size_t i = 0; i < org->entry_count; i++) {
		size_t at = (start + (size_t)step + i) % org->entry_count;
		const struct entry *entry = &org->entries[at];

		if (query_matches_entry(&query, entry, session->lang)) {
			session_select(session, entry->id);
			return true;
		}
	}
	return false;
}

static struct found found(const void *view, const struct session *session, const char *text)
{
	const struct entry *present = selected(view, session);
	struct query query = query_make(session->arena, text);
	struct found found = { .count = 0 };

	for (size_t i = 0; i < session->org->entry_count; i++) {
		const struct entry *entry = &session->org->entries[i];

		if (!query_matches_entry(&query, entry, session->lang))
			continue;
		found.count++;
		if (entry == present)
			found.rank = found.count;
	}
	return found;
}

/* The last page has no entry of its own: that one was there is kept beside the item before it. */
static void keep_spot(const void *view, const struct session *session, struct spot *spot)
{
	const struct walk_view *walk = view;

	memcpy(spot->key, session->entry, sizeof(spot->key));
	spot->top = walk->at_end;
}

static void take_spot(void *view, struct session *session, const struct spot *spot)
{
	struct walk_view *walk = view;

	session_select(session, spot->key);
	walk->at_end = spot->top && !spot->is_to_look;
	walk->selections = session->selections;
}

/* Behind the last item comes the last page. */
static void go_to_end(struct walk_view *walk, struct session *session)
{
	if (walk->at_end)
		notice_say(&session->notice, text_word(WORD_LAST_ENTRY, session->lang));
	walk->at_end = true;
	walk->selections = session->selections;
}

struct wish walk_step(const struct call *call)
{
	struct session *session = call->session;
	struct walk_view *walk = call->view;
	const struct organisation *org = session->org;
	const struct entry *entry = session_entry(session);
	size_t index = entry ? (size_t)(entry - org->entries) : 0;

	if (call->argument > 0 && (walk->at_end || index + 1 >= org->entry_count))
		go_to_end(walk, session);
	else if (call->argument > 0)
		session_select(session, org->entries[index + 1].id);
	else if (walk->at_end)
		walk->at_end = false;
	else if (index > 0)
		session_select(session, org->entries[index - 1].id);
	else
		notice_say(&session->notice, text_word(WORD_FIRST_ENTRY, session->lang));
	return wish_of(WISH_NOTHING);
}

struct wish walk_go_on(const struct call *call)
{
	struct session *session = call->session;
	struct walk_view *walk = call->view;
	const struct entry *entry = walk_end_first_new(session);

	if (!walk->at_end)
		return walk_step(call);
	if (entry)
		session_select(session, entry->id);
	else
		notice_say(&session->notice, text_word(WORD_WALK_ALL_SEEN, session->lang));
	return wish_of(WISH_NOTHING);
}

/* How many somebody has looked at, and of how many. Returns where that begins. */
static int draw_seen(const struct session *session, struct canvas *canvas, int right, int y)
{
	int count = session->counts.total;
	int seen = count - session->counts.by_status[STATUS_NEW];
	struct buf text = BUF_INIT;

	draw_bar(canvas, right - BAR_WIDTH, y, BAR_WIDTH, seen, count);
	text_tui_seen(&text, session->lang, seen);
	right = canvas_put_right(canvas, right - BAR_WIDTH - 1, y, SEEN_WIDTH, ROLE_DIM, text.text);
	buf_release(&text);
	return right;
}

/* Where one is, and how far the answers are: the two are not the same. */
static void draw_position(const struct session *session, struct canvas *canvas, struct area area,
	const struct entry *entry)
{
	int x = 1, right = area.w - 1, count = (int)session->org->entry_count;
	struct buf text = BUF_INIT;

	if (area.w >= 60)
		right = draw_seen(session, canvas, right, area.y) - 1;
	if (!entry) {
		canvas_put(canvas, x, area.y, right - x, ROLE_ACCENT,
			text_word(WORD_WALK_END, session->lang));
		return;
	}
	text_tui_position(&text, session->lang, (int)(entry - session->org->entries) + 1, count);
	x += canvas_put(canvas, x, area.y, area.w, ROLE_ACCENT, text.text) + 3;
	buf_clear(&text);
	title_add_group(
		&text, organisation_group_of(session->org, entry), session->lang, right - x);
	canvas_put(canvas, x, area.y, right - x, ROLE_DIM, text.text);
	buf_release(&text);
}

/* The owner and, beside the text, which does not move for it, what others do here. */
static void draw_who(const struct session *session, struct canvas *canvas, struct area area,
	const struct entry *entry)
{
	int right = area.x + (area.w < WHO_WIDTH ? area.w : WHO_WIDTH);
	struct buf others = BUF_INIT;
	enum role role;

	if (entry->owner[0])
		right = canvas_put_right(canvas, right, area.y, right - area.x - 1, ROLE_PLAIN,
				entry->owner) -
			2;
	if (view_add_people(&others, session, entry->id, canvas->is_calm, &role))
		canvas_put_right(canvas, right, area.y, right - area.x, role, others.text);
	buf_release(&others);
}

static int draw_answer(const struct session *session, struct canvas *canvas, int x, int y,
	enum status status, bool present)
{
	enum role role = present ? ROLE_SELECTED : ROLE_DIM;
	int start = x;

	x += canvas_put(canvas, x, y, 2, role, present ? "[ " : "  ");
	x += view_put_status(canvas, x, y, role, status);
	x += canvas_put(canvas, x, y, 1, role, " ");
	x += canvas_put(canvas, x, y, canvas->w - x, role,
		text_word(describe_status_word(status), session->lang));
	x += canvas_put(canvas, x, y, 2, role, present ? " ]" : "  ");
	return x - start;
}

/* The answers, the present one in brackets too, for those who see no colours. That nobody has
 * looked yet is none, and stands there only while it is so. */
static void draw_answers(const struct walk_view *walk, const struct session *session,
	struct canvas *canvas, struct area area, const struct entry *entry)
{
	enum status present = entry_status(entry, session->today_day);
	int x = margin_of(area), y = area.y + area.h - 1;

	for (int i = 0; i < STATUS_COUNT; i++) {
		bool is_present = (enum status)i == present;

		if (!is_present && (area.w < 60 || i == STATUS_NEW))
			continue;
		if (is_present && walk->answered) {
			canvas->cursor_x = x;
			canvas->cursor_y = y;
		}
		x += draw_answer(session, canvas, x, y, (enum status)i, is_present);
	}
	draw_who(session, canvas, (struct area){ x, y, area.w - 1 - x, 1 }, entry);
}

static void draw(const void *view, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct walk_view *walk = view;
	const struct pager *body = &walk->body;
	const struct entry *entry = selected(view, session);
	struct area area = frame->area, text = text_area(session, area);
	int y = text.y + walk->head.height;

	if (!session->org->entry_count)
		return;
	draw_position(session, canvas, area, entry);
	if (area.h >= 12 && nothing_was_said(session))
		canvas_put(canvas, 1, area.y + 1, area.w - 2, ROLE_NOTICE,
			text_word(WORD_NOTHING_SAID, session->lang));
	pager_draw(&walk->head, canvas, text.x, text.y);
	pager_draw(body, canvas, text.x, y);
	/* On what one came to read; on the answer, where one just gave it. */
	canvas->cursor_x = text.x;
	canvas->cursor_y = text.y;
	if (body->top > 0)
		canvas_put_right(canvas, canvas->w, y, 1, ROLE_DIM, "↑");
	if (body->top + body->height < body->count)
		canvas_put_right(canvas, canvas->w, text.y + text.h - 1, 1, ROLE_DIM, "↓");
	if (entry)
		draw_answers(walk, session, canvas, area, entry);
}

const struct view_type view_walk = {
	.title = { .fr = "Parcours", .en = "Walk" },
	.of_organisation = true,
	.is_visit = true,
	.stays = true,
	.size = sizeof(struct walk_view),
	.init = init,
	.release = release,
	.enter = enter,
	.settle = settle,
	.draw = draw,
	.move = move,
	.selected = selected,
	.reveal = reveal,
	.search = search,
	.find = find,
	.found = found,
	.keep_spot = keep_spot,
	.take_spot = take_spot,
};
