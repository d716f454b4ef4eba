/* SPDX-License-Identifier: MIT */
#include "tui/checklist_columns.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/export/describe.h"
#include "jalon/text/dates.h"

enum { GROUP_X = 3, SIGN_X = 3, MARK = 2 };
enum { TITLE_MIN = 28, OWNER_MAX = 16, COUNT_WIDTH = 7, WIDE = 1000 };

static int cells(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

/* Behind the sign of the status, and the mark of what the guide does not say itself. */
static int title_x(const struct entry *entry, enum sign_set signs)
{
	bool has_mark = entry->action || entry->item->origin == ORIGIN_PROJECT;

	return SIGN_X + describe_status_cells(signs) + 1 + (has_mark ? MARK : 0);
}

static void widen(int *width, int other)
{
	if (other > *width)
		*width = other;
}

static void add_day(struct buf *out, const struct session *session, const struct entry *entry)
{
	buf_clear(out);
	text_day_brief(out, session->lang, entry->due_day, session->today_day);
}

static void add_notes(struct buf *out, const struct entry *entry)
{
	buf_clear(out);
	if (entry->note_count)
		buf_add_format(out, "%zu✎", entry->note_count);
}

static void measure_entry(
	struct checklist_widths *widths, const struct session *session, const struct entry *entry)
{
	struct buf text = BUF_INIT;

	add_day(&text, session, entry);
	widen(&widths->day, cells(&text));
	add_notes(&text, entry);
	widen(&widths->notes, cells(&text));
	buf_clear(&text);
	utf8_clean_line(&text, entry->owner);
	widen(&widths->owner, cells(&text) < OWNER_MAX ? cells(&text) : OWNER_MAX);
	widen(&widths->late, entry_is_late(entry, session->today_day));
	buf_release(&text);
}

/* What a list must have so that nothing of it is cut. */
static int measure_list(const struct checklist_widths *widths, const struct session *session)
{
	struct checklist_columns columns =
		checklist_columns_fit(widths, (struct area){ 0, 0, WIDE, 1 });
	const struct organisation *org = session->org;
	struct buf title = BUF_INIT;
	int widest = 0;

	for (size_t i = 0; i < org->entry_count; i++) {
		const struct entry *entry = &org->entries[i];

		buf_clear(&title);
		utf8_clean_line(&title, wording_in(entry_title(entry), session->lang));
		widen(&widest, title_x(entry, widths->signs) + cells(&title) + WIDE -
				       checklist_columns_title_end(&columns, session, entry));
	}
	for (size_t i = 0; i < org->group_count; i++) {
		buf_clear(&title);
		describe_group(&title, &org->groups[i], session->lang);
		widen(&widest, GROUP_X + cells(&title) + COUNT_WIDTH);
	}
	buf_release(&title);
	return widest;
}

struct checklist_widths checklist_columns_measure(
	const struct session *session, enum sign_set signs)
{
	struct checklist_widths widths = { .signs = signs };

	for (size_t i = 0; i < session->org->entry_count; i++)
		measure_entry(&widths, session, &session->org->entries[i]);
	widths.list = measure_list(&widths, session);
	return widths;
}

/* Takes the cells before *end, and the gap before them; 0 where titles need them. */
static int place(int *end, int width, int gap, int least)
{
	if (width == 0 || *end - width - gap < least)
		return 0;
	*end -= width + gap;
	return *end + gap;
}

struct checklist_columns checklist_columns_fit(
	const struct checklist_widths *widths, struct area area)
{
	int end = area.x + area.w - 1;
	int least = area.x + SIGN_X + describe_status_cells(widths->signs) + 1 + TITLE_MIN;
	struct checklist_columns columns = { .edge = end, .widths = *widths };

	columns.notes_x = place(&end, widths->notes, 1, 0);
	columns.day_x = place(&end, widths->day, 1, least + 2 * widths->late);
	columns.late_x = place(&end, widths->late, 1, 0);
	/* Names begin two cells before dates do. */
	end -= columns.day_x || columns.late_x || columns.notes_x;
	columns.owner_x = place(&end, widths->owner, 1, least);
	return columns;
}

int checklist_columns_title_end(const struct checklist_columns *columns,
	const struct session *session, const struct entry *entry)
{
	if (columns->owner_x && entry->owner[0])
		return columns->owner_x - 1;
	if (columns->late_x && entry_is_late(entry, session->today_day))
		return columns->late_x - 1;
	if (columns->day_x && entry->due_day != DAY_NONE)
		return columns->day_x - 1;
	if (columns->notes_x && entry->note_count)
		return columns->notes_x - 1;
	return columns->edge;
}

void checklist_columns_draw(const struct checklist_columns *columns, const struct session *session,
	struct canvas *canvas, int y, const struct entry *entry)
{
	const struct checklist_widths *widths = &columns->widths;
	bool late = entry_is_late(entry, session->today_day);
	struct buf text = BUF_INIT;

	if (columns->owner_x)
		canvas_put(canvas, columns->owner_x, y, widths->owner, ROLE_PLAIN, entry->owner);
	if (late && columns->late_x)
		canvas_put(canvas, columns->late_x, y, 1, ROLE_LATE, "!");
	add_day(&text, session, entry);
	if (columns->day_x)
		canvas_put(canvas, columns->day_x, y, widths->day, late ? ROLE_LATE : ROLE_PLAIN,
			text.text);
	add_notes(&text, entry);
	canvas_put_right(canvas, columns->edge, y, widths->notes, ROLE_DIM, text.text);
	buf_release(&text);
}
