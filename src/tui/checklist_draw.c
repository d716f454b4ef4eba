/* SPDX-License-Identifier: MIT */
#include "tui/checklist_draw.h"

#include <stdio.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/screen/pager.h"
#include "tui/entry_text.h"
#include "tui/title.h"

enum { SIGN_X = 3, OTHERS_WIDTH = 16, WIDTH_FOR_NEW = 60 };

static void draw_group(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, size_t index)
{
	const struct group *group = &session->org->groups[index];
	struct counts counts = entries_counts(
		session->org->entries + group->first, group->count, session->today_day);
	struct buf title = BUF_INIT, progress = BUF_INIT;
	int right;

	if (group->count)
		buf_add_format(&progress, "%d/%d", counts.by_status[STATUS_DONE],
			counts_applicable(&counts));
	if (counts.by_status[STATUS_NEW] && area.w >= WIDTH_FOR_NEW)
		text_tui_new(&progress, session->lang, counts.by_status[STATUS_NEW]);
	right = canvas_put_right(canvas, area.x + area.w - 1, y, area.w / 2, ROLE_DIM,
		group->count ? progress.text : "");
	title_add_group(&title, group, session->lang, right - area.x - 4);
	canvas_put(canvas, area.x + 1, y, 2, ROLE_DIM,
		checklist_view_is_folded(checklist, group) ? "▸" : "▾");
	canvas_put(canvas, area.x + 3, y, right - area.x - 4, ROLE_STRONG, title.text);
	buf_release(&title);
	buf_release(&progress);
}

/* Words need more room than a sign. */
static int others_width(const struct canvas *canvas, struct area area)
{
	if (canvas->is_calm)
		return area.w * 2 / 5;
	return area.w >= 60 ? OTHERS_WIDTH : 9;
}

/* What the others do there, before the columns. */
static int draw_others(const struct session *session, struct canvas *canvas, struct area area,
	int y, int right, const struct entry *entry)
{
	struct buf text = BUF_INIT;
	enum role role;
	bool marked = view_add_people(&text, session, entry->id, canvas->is_calm, &role);

	/* What one left unsaved oneself comes before who merely is there. */
	if ((!marked || role == ROLE_DIM) && drafts_wait_at(&session->drafts, entry->id)) {
		buf_clear(&text);
		buf_add_format(&text, "✎ %s", text_word(WORD_DRAFT, session->lang));
		role = ROLE_NOTICE;
	}
	if (text.len)
		right = canvas_put_right(
				canvas, right - 1, y, others_width(canvas, area), role, text.text) -
			1;
	buf_release(&text);
	return right;
}

static void draw_entry(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, const struct entry *entry)
{
	struct checklist_columns columns = checklist_columns_fit(&checklist->widths, area);
	enum status status = entry_status(entry, session->today_day);
	enum role role = view_status_role(status);
	struct buf title = BUF_INIT;
	int x = area.x + SIGN_X, right;

	checklist_columns_draw(&columns, session, canvas, y, entry);
	right = draw_others(session, canvas, area, y,
		checklist_columns_title_end(&columns, session, entry), entry);
	x += view_put_status(canvas, x, y, role, status) + 1;
	if (entry->action || entry->item->origin == ORIGIN_PROJECT) {
		canvas_put(canvas, x, y, 1, ROLE_DIM, entry->action ? "»" : "+");
		x += 2;
	}
	buf_add(&title, wording_in(entry_title(entry), session->lang));
	if (status == STATUS_NOT_APPLICABLE) {
		buf_add(&title, " — ");
		text_tui_not_applicable_because(&title, session->lang, entry->reason);
	}
	canvas_put(canvas, x, y, right - x, role, title.text);
	buf_release(&title);
}

void checklist_draw_row(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index)
{
	const struct checklist_row *row = &checklist->rows[index];

	if (row->kind == CHECKLIST_ROW_GROUP)
		draw_group(checklist, session, canvas, area, y, row->index);
	else if (row->kind == CHECKLIST_ROW_INVITE)
		canvas_put(canvas, area.x + 3, y, area.w - 4, ROLE_NOTICE,
			text_word(WORD_INVITE_SERVICE, session->lang));
	else
		draw_entry(checklist, session, canvas, area, y, &session->org->entries[row->index]);
	if (index == checklist->list.selected)
		view_mark_selected(canvas, area, y);
}

void checklist_draw_title(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index)
{
	draw_group(checklist, session, canvas, area, y, checklist->rows[index].index);
}

void checklist_draw_detail(const struct session *session, const struct checklist_row *row,
	struct canvas *canvas, struct area area)
{
	struct buf text = BUF_INIT;
	struct pager pager;

	if (area.h < 1)
		return;
	if (row->kind == CHECKLIST_ROW_ENTRY) {
		entry_add_text(&text, session, &session->org->entries[row->index], ENTRY_WHOLE,
			canvas->signs);
	} else if (session->org->groups[row->index].section) {
		const struct section *section = session->org->groups[row->index].section;

		buf_add(&text, PAGER_TITLE);
		utf8_clean_line(&text, wording_in(section->title, session->lang));
		buf_add_format(&text, "\n%s\n", wording_in(section->text, session->lang));
	}
	pager_init(&pager);
	pager_set(&pager, text.text, false);
	pager_fit(&pager, area.w < 96 ? area.w : 96, area.h);
	pager_draw(&pager, canvas, area.x, area.y);
	if (pager.count > area.h)
		canvas_put_right(canvas, canvas->w, area.y + area.h - 1, 1, ROLE_DIM, "↓");
	pager_release(&pager);
	buf_release(&text);
}
