/* SPDX-License-Identifier: MIT */
#include "tui/view.h"

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/export/describe.h"

struct split view_split(const struct frame *frame, struct area area, int detail_rows)
{
	struct split split = { .list = area, .detail = area };
	int wanted = area.h + frame->covered_rows - detail_rows - 1;

	split.detail.h = 0;
	if (detail_rows == 0 || frame->is_calm)
		return split;
	if (split.list.h > wanted)
		split.list.h = wanted;
	split.detail.y = area.y + split.list.h + 1;
	split.detail.h = area.h - split.list.h - 1;
	if (split.detail.h < 0)
		split.detail.h = 0;
	return split;
}

struct found view_found_in(const struct pager *pager, const char *text)
{
	struct found found = { .count = 0 };

	found.count = pager_matches(pager, text, &found.rank);
	return found;
}

void view_keep_spot_in(const struct pager *pager, struct spot *spot)
{
	spot->top = pager->top;
	spot->found = pager->found;
}

void view_take_spot_in(struct pager *pager, const struct spot *spot)
{
	pager->top = spot->top;
	pager->found = spot->found;
}

enum role view_status_role(enum status status)
{
	static const enum role roles[STATUS_COUNT] = {
		[STATUS_NEW] = ROLE_PLAIN,
		[STATUS_TODO] = ROLE_PLAIN,
		[STATUS_DOING] = ROLE_DOING,
		[STATUS_DONE] = ROLE_DONE,
		[STATUS_NOT_APPLICABLE] = ROLE_DIM,
	};

	return roles[status];
}

int view_put_status(struct canvas *canvas, int x, int y, enum role role, enum status status)
{
	return canvas_put(
		canvas, x, y, canvas->w - x, role, describe_status_sign(status, canvas->signs));
}

void view_mark_selected(struct canvas *canvas, struct area area, int y)
{
	/* A screen reader speaks what is written, else the line that the cursor went to: a row in
	 * another look would be two rows read aloud, and a sign alone is all that would be heard.
	 */
	if (!canvas->is_calm) {
		canvas_put(canvas, area.x, y, 1, ROLE_PLAIN, ">");
		canvas_paint(canvas, area.x, y, area.w, ROLE_SELECTED);
	}
	canvas->cursor_x = area.x;
	canvas->cursor_y = y;
}

bool view_widen(struct session *session)
{
	if (!narrowing_is_on(&session->narrowing))
		return false;
	narrowing_clear(&session->narrowing);
	session_look_again(session);
	notice_say(&session->notice, text_word(WORD_ALL_SHOWN, session->lang));
	return true;
}

void view_widen_to_selected(struct session *session)
{
	const struct entry *entry = session_entry(session);
	struct query query = query_make(session->arena, session->narrowing.search.text);

	if (entry && !session_shows(session, entry, &query))
		view_widen(session);
}

void view_draw_only(const struct session *session, struct canvas *canvas, const struct frame *frame,
	const char *what)
{
	int x = 1, y = frame->area.y, right = frame->area.w;

	if (!frame->is_asking)
		right = canvas_put_right(canvas, right - 1, y, frame->area.w / 2, ROLE_DIM,
			text_word(WORD_SHOW_ALL_AGAIN, session->lang));
	x += canvas_put(canvas, x, y, right - x - 1, ROLE_NOTICE,
		text_word(WORD_SHOWN_ONLY, session->lang));
	canvas_put(canvas, x, y, right - x - 1, ROLE_NOTICE, what);
}

void view_draw_no_match(const struct session *session, struct canvas *canvas,
	const struct frame *frame, struct area area)
{
	draw_message(canvas, area,
		text_word(frame->is_asking ? WORD_NOT_FOUND : WORD_NO_MATCH, session->lang));
}

void view_draw_narrowing(
	const struct session *session, struct canvas *canvas, const struct frame *frame)
{
	const struct narrowing *narrowing = &session->narrowing;
	bool filtered = narrowing->filter.kind != FILTER_ALL;
	struct buf text = BUF_INIT;

	if (filtered)
		narrowing_add_filter(&text, &narrowing->filter, session->org, session->lang);
	if (narrowing->search.len)
		text_tui_searched(
			&text, session->lang, filtered ? " · " : "", narrowing->search.text);
	view_draw_only(session, canvas, frame, text.text);
	buf_release(&text);
}

/* Who is merely there now comes behind who changed it while one was away. */
static struct people_at find_people(const struct session *session, const char *entry_id)
{
	struct people_at at = people_at(&session->people, entry_id);
	const char *by = since_changed_by(&session->since, entry_id);

	if (by && (at.doing == PEOPLE_NOTHING || at.doing == PEOPLE_THERE))
		return (struct people_at){ PEOPLE_CHANGED, by, 0 };
	return at;
}

static void add_doing(struct buf *out, enum lang lang, const struct people_at *at)
{
	switch (at->doing) {
	case PEOPLE_WRITING:
		text_people_writing(out, lang, at->name);
		break;
	case PEOPLE_CHANGED:
		text_people_changed(out, lang, at->name);
		break;
	case PEOPLE_THERE:
		text_people_there(out, lang, at->name);
		break;
	case PEOPLE_NOTHING:
		break;
	}
}

void view_add_people_sentences(struct buf *out, const struct session *session, const char *entry_id)
{
	const char *by = since_changed_by(&session->since, entry_id);

	people_add_sentences(out, &session->people, session->lang, entry_id);
	if (!by || people_at(&session->people, entry_id).doing == PEOPLE_CHANGED)
		return;
	text_since_changed(out, session->lang, by);
	buf_add(out, "\n");
}

bool view_add_people(struct buf *out, const struct session *session, const char *entry_id,
	bool is_calm, enum role *role)
{
	static const char *const signs[] = {
		[PEOPLE_WRITING] = "✎", [PEOPLE_CHANGED] = "●", [PEOPLE_THERE] = "◂"
	};
	struct people_at at = find_people(session, entry_id);
	const struct entry *entry = organisation_find_entry(session->org, entry_id);

	if (entry && entry->conflict_count) {
		*role = ROLE_LATE;
		buf_add(out, text_word(WORD_CONFLICT, session->lang));
		return true;
	}
	if (at.doing == PEOPLE_NOTHING)
		return false;
	*role = at.doing == PEOPLE_THERE ? ROLE_DIM : ROLE_ACCENT;
	if (is_calm)
		add_doing(out, session->lang, &at);
	else
		buf_add_format(out, "%s %s%s", signs[at.doing], at.name,
			at.doing == PEOPLE_WRITING ? "…" : "");
	if (at.others > 0)
		buf_add_format(out, " +%d", at.others);
	return true;
}
