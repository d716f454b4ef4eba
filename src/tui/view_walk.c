/* SPDX-License-Identifier: MIT
 *
 * The walk: one item at a time, for a room. Wide margins, few words, and the answers one key each.
 */
#include "tui/view_walk.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "tui/entry_text.h"
#include "tui/title.h"

enum { TEXT_WIDTH_MAX = 72, BAR_WIDTH = 20, MARGIN = 6, WHO_WIDTH = 30 };

struct walk_view {
	struct pager pager;
	char entry[SESSION_ID_SIZE]; /* whose text the pager holds, as of that version */
	unsigned version;
	enum status status; /* of that entry */
	bool answered;      /* the person has just changed it: that is what the eyes are on */
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

	return (struct area){ margin, area.y + above, area.w - 2 * margin, area.h - above - below };
}

static void init(void *view)
{
	struct walk_view *walk = view;

	pager_init(&walk->pager);
}

static void release(void *view)
{
	struct walk_view *walk = view;

	pager_release(&walk->pager);
}

static void enter(void *view, struct session *session)
{
	struct walk_view *walk = view;

	(void)session;
	walk->answered = false;
}

static void show_entry(struct walk_view *walk, const struct session *session,
	const struct entry *entry, enum sign_set signs)
{
	enum status status = entry_status(entry, session->today_day);
	bool same = strcmp(walk->entry, entry->id) == 0;
	struct buf words = BUF_INIT;

	if (same && walk->version == session->version)
		return;
	if (!same)
		walk->answered = false;
	else if (status != walk->status && session->org->revision == session->own_revision)
		walk->answered = true;
	entry_add_text(&words, session, entry, ENTRY_FOR_ROOM, signs);
	pager_set(&walk->pager, words.text, same);
	buf_release(&words);
	memcpy(walk->entry, session->entry, sizeof(walk->entry));
	walk->version = session->version;
	walk->status = status;
}

static void settle(void *view, struct session *session, const struct frame *frame)
{
	struct walk_view *walk = view;
	struct area text = text_area(session, frame->area);

	if (!session_entry(session) && session->org->entry_count)
		session_select(session, session->org->entries[0].id);
	if (session_entry(session))
		show_entry(walk, session, session_entry(session), frame->signs);
	pager_fit(&walk->pager, text.w < TEXT_WIDTH_MAX ? text.w : TEXT_WIDTH_MAX, text.h);
}

static void move(void *view, struct session *session, enum move move)
{
	struct walk_view *walk = view;

	(void)session;
	walk->answered = false;
	pager_move(&walk->pager, move);
}

static const struct entry *selected(const void *view, const struct session *session)
{
	(void)view;
	return session_entry(session);
}

static bool reveal(void *view, struct session *session)
{
	(void)view;
	(void)session;
	return true;
}

struct wish walk_step(const struct call *call)
{
	struct session *session = call->session;
	const struct organisation *org = session->org;
	size_t index = call->entry ? (size_t)(call->entry - org->entries) : 0;
	bool forward = call->argument > 0;

	if (forward ? index + 1 < org->entry_count : index > 0)
		session_select(session, org->entries[forward ? index + 1 : index - 1].id);
	else
		notice_say(&session->notice,
			text_word(forward ? WORD_LAST_ENTRY : WORD_FIRST_ENTRY, session->lang));
	return wish_of(WISH_NOTHING);
}

static void draw_position(const struct session *session, struct canvas *canvas, struct area area,
	const struct entry *entry)
{
	const struct group *group = organisation_group_of(session->org, entry);
	struct buf text = BUF_INIT;
	int x = 1, index = (int)(entry - session->org->entries) + 1,
	    count = (int)session->org->entry_count;
	int bar = area.w >= 60 ? BAR_WIDTH : 0, room;

	text_tui_position(&text, session->lang, index, count);
	x += canvas_put(canvas, x, area.y, area.w, ROLE_ACCENT, text.text) + 3;
	buf_clear(&text);
	room = area.w - x - bar - 2;
	title_add_group(&text, group, session->lang, room);
	canvas_put(canvas, x, area.y, room, ROLE_DIM, text.text);
	if (bar)
		draw_bar(canvas, area.w - 1 - bar, area.y, bar, index, count);
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

/* The four answers, the present one in brackets too, for those who see no colours. */
static void draw_answers(const struct walk_view *walk, const struct session *session,
	struct canvas *canvas, struct area area, const struct entry *entry)
{
	enum status status = entry_status(entry, session->today_day);
	int x = margin_of(area), y = area.y + area.h - 1;

	for (int i = 0; i < STATUS_COUNT; i++) {
		enum role role = (enum status)i == status ? ROLE_SELECTED : ROLE_DIM;
		bool present = (enum status)i == status;

		if (!present && area.w < 60)
			continue;
		if (present && walk->answered) {
			canvas->cursor_x = x;
			canvas->cursor_y = y;
		}
		x += canvas_put(canvas, x, y, 2, role, present ? "[ " : "  ");
		x += view_put_status(canvas, x, y, role, (enum status)i);
		x += canvas_put(canvas, x, y, 1, role, " ");
		x += canvas_put(canvas, x, y, area.w - x, role,
			text_word(describe_status_word((enum status)i), session->lang));
		x += canvas_put(canvas, x, y, 2, role, present ? " ]" : "  ");
	}
	draw_who(session, canvas, (struct area){ x, y, area.w - 1 - x, 1 }, entry);
}

static void draw(const void *view, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct walk_view *walk = view;
	const struct pager *pager = &walk->pager;
	const struct entry *entry = session_entry(session);
	struct area area = frame->area, text = text_area(session, area);

	if (!entry)
		return;
	draw_position(session, canvas, area, entry);
	if (area.h >= 12 && nothing_was_said(session))
		canvas_put(canvas, 1, area.y + 1, area.w - 2, ROLE_NOTICE,
			text_word(WORD_NOTHING_SAID, session->lang));
	pager_draw(pager, canvas, text.x, text.y);
	/* On what one came to read; on the answer, where one just gave it. */
	canvas->cursor_x = text.x;
	canvas->cursor_y = text.y;
	if (pager->top + pager->height < pager->count)
		canvas_put_right(canvas, canvas->w, text.y + text.h - 1, 1, ROLE_DIM, "↓");
	draw_answers(walk, session, canvas, area, entry);
}

const struct view_type view_walk = {
	.title = { .fr = "Parcours", .en = "Walk" },
	.of_organisation = true,
	.is_visit = true,
	.size = sizeof(struct walk_view),
	.init = init,
	.release = release,
	.enter = enter,
	.settle = settle,
	.draw = draw,
	.move = move,
	.selected = selected,
	.reveal = reveal,
};
