/* SPDX-License-Identifier: MIT
 *
 * The checklist: groups that fold, their entries, and what the selected one says. Rows are made
 * anew only when content, filter or folding changed; a key that moves touches numbers alone. */
#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/tui/drafts.h"
#include "jalon/tui/people.h"
#include "jalon/tui/view.h"

enum { WIDTH_FOR_SIDE = 100, HEIGHT_FOR_DETAIL = 14, OWNER_WIDTH = 12, DAY_WIDTH = 10 };
enum { OTHERS_WIDTH = 16 };

void group_key(char *out, size_t size, const struct group *group)
{
	snprintf(out, size, "%s%s%s", group->section ? group->section->id : "own-actions",
		group->service ? "@" : "", group->service ? group->service->id : "");
}

/* The line of `folded` that is this key, whole: "questions" is no part of "three-questions". */
static const char *find_folded(const struct app *app, const char *key)
{
	size_t len = strlen(key);
	const char *line = app->folded.text;

	while (*line && (strcspn(line, "\n") != len || strncmp(line, key, len) != 0))
		line += strcspn(line, "\n") + 1;
	return *line ? line : NULL;
}

static bool is_folded(const struct app *app, const struct group *group)
{
	char key[APP_ID_SIZE];

	group_key(key, sizeof(key), group);
	return find_folded(app, key) != NULL;
}

void checklist_fold(struct app *app, const char *key)
{
	const char *found = find_folded(app, key);

	if (found)
		buf_remove(&app->folded, (size_t)(found - app->folded.text), strlen(key) + 1);
	else
		buf_add_format(&app->folded, "%s\n", key);
	app->rows_stale = true;
}

void checklist_unfold(struct app *app, const struct entry *entry)
{
	const struct group *group = organisation_group_of(app->org, entry);
	char key[APP_ID_SIZE];

	group_key(key, sizeof(key), group);
	if (is_folded(app, group))
		checklist_fold(app, key);
}

/* The key that the cursor keeps when rows are made anew. */
static void row_key(char *out, size_t size, const struct app *app, const struct row *row)
{
	char key[APP_ID_SIZE];

	if (row->kind == ROW_ENTRY) {
		snprintf(out, size, "%s", app->org->entries[row->index].id);
	} else if (row->kind == ROW_INVITE) {
		snprintf(out, size, "#invite");
	} else {
		group_key(key, sizeof(key), &app->org->groups[row->index]);
		snprintf(out, size, "#%.*s", APP_ID_SIZE - 2, key);
	}
}

bool view_shows_entry(const struct app *app, const struct entry *entry, const struct query *query)
{
	return filter_accepts(app->filter, entry, app->options.author, app->today_day) &&
	       (query->count == 0 || query_matches_entry(query, entry, app->lang));
}

static void add_group_rows(struct app *app, size_t group_index, const struct query *query)
{
	const struct group *group = &app->org->groups[group_index];
	bool narrowed = app->filter != FILTER_ALL || query->count;
	int first = app->checklist.count;
	bool folded = is_folded(app, group) && !narrowed;

	app->rows[app->checklist.count++] = (struct row){ ROW_GROUP, group_index };
	for (size_t i = 0; i < group->count && !folded; i++) {
		if (view_shows_entry(app, &app->org->entries[group->first + i], query))
			app->rows[app->checklist.count++] =
				(struct row){ ROW_ENTRY, group->first + i };
	}
	if (group->wants_service && !folded && !narrowed)
		app->rows[app->checklist.count++] = (struct row){ ROW_INVITE, group_index };
	/* Where one searches, a title over nothing is in the way. */
	if (narrowed && app->checklist.count == first + 1)
		app->checklist.count = first;
}

static void find_selected(struct app *app)
{
	char key[APP_ID_SIZE];

	for (int i = 0; i < app->checklist.count; i++) {
		row_key(key, sizeof(key), app, &app->rows[i]);
		if (strcmp(key, app->selected) == 0) {
			app->checklist.selected = i;
			return;
		}
	}
}

static void keep_selected(struct app *app)
{
	const struct row *row;

	if (app->checklist.count == 0) {
		app->selected[0] = app->kept[0] = '\0';
		return;
	}
	row = &app->rows[app->checklist.selected];
	row_key(app->selected, sizeof(app->selected), app, row);
	memcpy(app->kept, app->selected, sizeof(app->kept));
	if (row->kind == ROW_ENTRY)
		snprintf(app->entry, sizeof(app->entry), "%s", app->selected);
}

/* Anew where something changed. */
static void make_rows(struct app *app)
{
	bool was_kept = app->checklist.count && strcmp(app->selected, app->kept) == 0;
	int before = app->checklist.selected;
	struct query query;

	if (!app->rows_stale)
		return;
	arena_clear(app->rows_arena);
	query = query_make(app->rows_arena, app->search.text);
	app->rows = ARENA_ARRAY(
		app->rows_arena, struct row, app->org->entry_count + 2 * app->org->group_count);
	app->checklist.count = 0;
	for (size_t i = 0; i < app->org->group_count; i++)
		add_group_rows(app, i, &query);
	find_selected(app);
	/* Rows that came or went above push the text, not the eyes. */
	if (was_kept)
		app->checklist.top += app->checklist.selected - before;
	list_settle(&app->checklist);
	app->rows_stale = false;
}

static bool has_side(struct area area)
{
	return area.w >= WIDTH_FOR_SIDE;
}

static struct split split_area(const struct app *app, struct area area)
{
	struct split split;
	int full = app->h - area.y - 1;

	if (draw_is_narrowed(app) && area.h > 1) {
		area.y++;
		area.h--;
	}
	if (!has_side(area)) {
		split = view_split(app, area,
			full < HEIGHT_FOR_DETAIL ? 0
			: full / 4 < 8           ? full / 4
						 : 8);
		split.detail.x++;
		split.detail.w -= 2;
		return split;
	}
	split = view_split(app, area, 0);
	split.list.w = area.w * 11 / 20;
	split.detail = (struct area){ area.x + split.list.w + 2, area.y, area.w - split.list.w - 3,
		area.h };
	return split;
}

static void settle(struct app *app, struct area area)
{
	struct split split = split_area(app, area);

	make_rows(app);
	app->checklist.height = split.list.h;
	list_settle(&app->checklist);
	keep_selected(app);
}

static void move(struct app *app, enum move move)
{
	make_rows(app);
	list_move(&app->checklist, move);
	keep_selected(app);
}

static void draw_group(
	const struct app *app, struct canvas *canvas, struct area area, int y, size_t index)
{
	const struct group *group = &app->org->groups[index];
	struct counts counts =
		entries_counts(app->org->entries + group->first, group->count, app->today_day);
	struct buf title = BUF_INIT;
	char progress[32];
	int right;

	snprintf(progress, sizeof(progress), "%d/%d", counts.by_status[STATUS_DONE],
		counts_applicable(&counts));
	right = canvas_put_right(
		canvas, area.x + area.w - 1, y, 12, ROLE_DIM, group->count ? progress : "");
	if (group->section)
		buf_add(&title, wording_in(group->section->title, app->lang));
	else
		buf_add(&title, text_word(WORD_OWN_ACTIONS, app->lang));
	if (group->service)
		buf_add_format(&title, " · %s", group->service->name);
	canvas_put(canvas, area.x + 1, y, 2, ROLE_DIM, is_folded(app, group) ? "▸" : "▾");
	canvas_put(canvas, area.x + 3, y, right - area.x - 4, ROLE_STRONG, title.text);
	buf_release(&title);
}

/* Columns from the right: notes, date, owner. They stand in the same place in every row, and the
 * title goes on over those that say nothing. Returns where it must end. */
static int draw_figures(const struct app *app, struct canvas *canvas, struct area area, int y,
	const struct entry *entry)
{
	int edge = area.x + area.w - 1, day_x = edge - 4 - DAY_WIDTH, end = edge;
	int owner_x = day_x - 3 - OWNER_WIDTH;
	bool late = entry_is_late(entry, app->today_day);
	struct buf text = BUF_INIT;

	if (entry->note_count) {
		buf_add_format(&text, "%zu✎", entry->note_count);
		end = canvas_put_right(canvas, edge, y, 4, ROLE_DIM, text.text);
	}
	if (entry->due_day != DAY_NONE && area.w >= 50) {
		buf_clear(&text);
		text_day_brief(&text, app->lang, entry->due_day, app->today_day);
		canvas_put(canvas, day_x, y, DAY_WIDTH, late ? ROLE_LATE : ROLE_PLAIN, text.text);
		end = day_x;
	}
	if (late) {
		end = area.w >= 50 ? day_x - 2 : edge - 5;
		canvas_put(canvas, end, y, 1, ROLE_LATE, "!");
	}
	if (entry->owner[0] && area.w >= 60) {
		canvas_put(canvas, owner_x, y, OWNER_WIDTH, ROLE_PLAIN, entry->owner);
		end = owner_x;
	}
	buf_release(&text);
	return end - 1;
}

/* What the others do there, before the columns. */
static int draw_others(const struct app *app, struct canvas *canvas, struct area area, int y,
	int right, const struct entry *entry)
{
	struct buf text = BUF_INIT;
	enum role role;
	bool marked = people_mark(&text, app, entry->id, &role);

	/* What one left unsaved oneself comes before who merely is there. */
	if ((!marked || role == ROLE_DIM) && drafts_wait_at(app, entry->id)) {
		buf_clear(&text);
		buf_add_format(&text, "✎ %s", text_word(WORD_DRAFT, app->lang));
		role = ROLE_NOTICE;
	}
	if (text.len)
		right = canvas_put_right(canvas, right - 1, y, area.w >= 60 ? OTHERS_WIDTH : 9,
				role, text.text) -
			1;
	buf_release(&text);
	return right;
}

static void draw_entry(const struct app *app, struct canvas *canvas, struct area area, int y,
	const struct entry *entry)
{
	enum status status = entry_status(entry, app->today_day);
	enum role role = status_role(status);
	struct buf title = BUF_INIT;
	int x = area.x + 3;
	int right =
		draw_others(app, canvas, area, y, draw_figures(app, canvas, area, y, entry), entry);

	canvas_put(canvas, x, y, 1, role, describe_status_sign(status));
	x += 2;
	if (entry->action || entry->item->origin == ORIGIN_PROJECT) {
		canvas_put(canvas, x, y, 1, ROLE_DIM, entry->action ? "»" : "+");
		x += 2;
	}
	buf_add(&title, wording_in(entry_title(entry), app->lang));
	if (status == STATUS_NOT_APPLICABLE) {
		buf_add(&title, " — ");
		text_tui_not_applicable_because(&title, app->lang, entry->reason);
	}
	canvas_put(canvas, x, y, right - x, role, title.text);
	buf_release(&title);
}

static void draw_row(
	const struct app *app, struct canvas *canvas, struct area area, int y, int index)
{
	const struct row *row = &app->rows[index];

	if (row->kind == ROW_GROUP)
		draw_group(app, canvas, area, y, row->index);
	else if (row->kind == ROW_INVITE)
		canvas_put(canvas, area.x + 3, y, area.w - 4, ROLE_NOTICE,
			text_word(WORD_INVITE_SERVICE, app->lang));
	else
		draw_entry(app, canvas, area, y, &app->org->entries[row->index]);
	if (index == app->checklist.selected) {
		canvas_paint(canvas, area.x, y, area.w, ROLE_SELECTED);
		canvas->cursor_x = area.x;
		canvas->cursor_y = y;
	}
}

static void draw_detail(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct row *row = app->checklist.count ? &app->rows[app->checklist.selected] : NULL;
	struct buf text = BUF_INIT;
	struct pager pager;

	if (!row || area.h < 1)
		return;
	if (row->kind == ROW_ENTRY) {
		entry_text(&text, app, &app->org->entries[row->index], false);
	} else if (app->org->groups[row->index].section) {
		const struct section *section = app->org->groups[row->index].section;

		buf_add(&text, PAGER_TITLE);
		utf8_clean_line(&text, wording_in(section->title, app->lang));
		buf_add_format(&text, "\n%s\n", wording_in(section->text, app->lang));
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

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct split split = split_area(app, area);

	for (int i = 0; i < split.list.h && app->checklist.top + i < app->checklist.count; i++)
		draw_row(app, canvas, split.list, split.list.y + i, app->checklist.top + i);
	if (app->checklist.count == 0)
		draw_message(canvas, (struct area){ 1, split.list.y, area.w - 2, split.list.h },
			text_word(WORD_NO_MATCH, app->lang));
	if (draw_is_narrowed(app))
		draw_narrowing(app, canvas, area);
	if (has_side(area)) {
		for (int i = 0; i < split.detail.h; i++)
			canvas_put(canvas, split.list.w, split.detail.y + i, 1, ROLE_DIM, "│");
	} else if (split.detail.h) {
		canvas_rule(canvas, split.detail.y - 1);
	}
	draw_detail(app, canvas, split.detail);
}

const struct view_type view_checklist = {
	.title = { .fr = "Liste", .en = "Checklist" },
	.settle = settle,
	.draw = draw,
	.move = move,
};
