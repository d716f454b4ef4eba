/* SPDX-License-Identifier: MIT
 *
 * The checklist: groups that fold, their entries, and what the selected one says. Rows are made
 * anew only when content, search or folding changed; a key that moves touches numbers alone. */
#include "tui/view_checklist.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "tui/checklist_columns.h"
#include "tui/entry_text.h"
#include "tui/title.h"

enum { WIDTH_FOR_SIDE = 100, SIDE_MIN = 40, HEIGHT_FOR_DETAIL = 14 };
enum { SIGN_X = 3, OTHERS_WIDTH = 16 };

/* A group's title, an entry, or the invitation to name a service. */
enum row_kind { ROW_GROUP, ROW_ENTRY, ROW_INVITE };
struct row {
	enum row_kind kind;
	size_t index; /* of the group or the entry */
};

struct checklist_view {
	struct arena *arena; /* of the rows */
	struct row *rows;
	struct list list;
	struct checklist_widths widths;
	unsigned version, selections; /* of the session, as of which the rows are; 0: stale */
	char org_id[SESSION_ID_SIZE];
	struct buf folded; /* keys of folded groups, a line each */
	/* What the cursor is on: an entry's id, or "#" and a group's key; and as last drawn. */
	char selected[SESSION_ID_SIZE], kept[SESSION_ID_SIZE];
};

static void init(void *view)
{
	struct checklist_view *checklist = view;

	checklist->arena = arena_new();
	checklist->folded = (struct buf)BUF_INIT;
}

static void release(void *view)
{
	struct checklist_view *checklist = view;

	arena_free(checklist->arena);
	buf_release(&checklist->folded);
}

static void add_group_key(char *out, size_t size, const struct group *group)
{
	snprintf(out, size, "%s%s%s", group->section ? group->section->id : "own-actions",
		group->service ? "@" : "", group->service ? group->service->id : "");
}

/* The line of `folded` that is this key, whole: "questions" is no part of "three-questions". */
static const char *find_folded(const struct checklist_view *checklist, const char *key)
{
	size_t len = strlen(key);
	const char *line = checklist->folded.text;

	while (*line && (strcspn(line, "\n") != len || strncmp(line, key, len) != 0))
		line += strcspn(line, "\n") + 1;
	return *line ? line : NULL;
}

static bool is_folded(const struct checklist_view *checklist, const struct group *group)
{
	char key[SESSION_ID_SIZE];

	add_group_key(key, sizeof(key), group);
	return find_folded(checklist, key) != NULL;
}

static void turn_fold(struct checklist_view *checklist, const char *key)
{
	const char *found = find_folded(checklist, key);

	if (found)
		buf_remove(&checklist->folded, (size_t)(found - checklist->folded.text),
			strlen(key) + 1);
	else
		buf_add_format(&checklist->folded, "%s\n", key);
	checklist->version = 0;
}

/* Opens the group that the entry stands in. */
static void unfold(
	struct checklist_view *checklist, const struct session *session, const struct entry *entry)
{
	const struct group *group = organisation_group_of(session->org, entry);
	char key[SESSION_ID_SIZE];

	add_group_key(key, sizeof(key), group);
	if (is_folded(checklist, group))
		turn_fold(checklist, key);
}

/* The key that the cursor keeps when rows are made anew. */
static void row_key(char *out, size_t size, const struct session *session, const struct row *row)
{
	char key[SESSION_ID_SIZE];

	if (row->kind == ROW_ENTRY) {
		snprintf(out, size, "%s", session->org->entries[row->index].id);
	} else if (row->kind == ROW_INVITE) {
		snprintf(out, size, "#invite");
	} else {
		add_group_key(key, sizeof(key), &session->org->groups[row->index]);
		snprintf(out, size, "#%.*s", SESSION_ID_SIZE - 2, key);
	}
}

static void add_row(struct checklist_view *checklist, enum row_kind kind, size_t index)
{
	checklist->rows[checklist->list.count++] = (struct row){ kind, index };
}

static void add_group_rows(struct checklist_view *checklist, const struct session *session,
	size_t group_index, const struct query *query)
{
	const struct group *group = &session->org->groups[group_index];
	bool narrowed = session->narrowing.filter != FILTER_ALL || query->count;
	int first = checklist->list.count;
	bool folded = is_folded(checklist, group) && !narrowed;

	add_row(checklist, ROW_GROUP, group_index);
	for (size_t i = 0; i < group->count && !folded; i++) {
		if (session_shows(session, &session->org->entries[group->first + i], query))
			add_row(checklist, ROW_ENTRY, group->first + i);
	}
	if (group->wants_service && !folded && !narrowed)
		add_row(checklist, ROW_INVITE, group_index);
	/* Where one searches, a title over nothing is in the way. */
	if (narrowed && checklist->list.count == first + 1)
		checklist->list.count = first;
}

static void find_selected(struct checklist_view *checklist, const struct session *session)
{
	char key[SESSION_ID_SIZE];

	for (int i = 0; i < checklist->list.count; i++) {
		row_key(key, sizeof(key), session, &checklist->rows[i]);
		if (strcmp(key, checklist->selected) == 0) {
			checklist->list.selected = i;
			return;
		}
	}
}

static void keep_selected(struct checklist_view *checklist, struct session *session)
{
	const struct row *row;

	if (checklist->list.count == 0) {
		checklist->selected[0] = checklist->kept[0] = '\0';
		return;
	}
	row = &checklist->rows[checklist->list.selected];
	row_key(checklist->selected, sizeof(checklist->selected), session, row);
	memcpy(checklist->kept, checklist->selected, sizeof(checklist->kept));
	if (row->kind == ROW_ENTRY && strcmp(session->entry, checklist->selected) != 0)
		session_select(session, checklist->selected);
	checklist->selections = session->selections;
}

/* Another organisation begins at its top; and what was selected elsewhere is shown. */
static void follow_session(struct checklist_view *checklist, const struct session *session)
{
	const struct entry *entry = session_entry(session);

	if (strcmp(checklist->org_id, session->org_id) != 0) {
		memcpy(checklist->org_id, session->org_id, sizeof(checklist->org_id));
		buf_clear(&checklist->folded);
		checklist->list = (struct list){ 0, 0, 0, 0 };
	}
	if (checklist->selections == session->selections)
		return;
	checklist->selections = session->selections;
	memcpy(checklist->selected, session->entry, sizeof(checklist->selected));
	checklist->version = 0;
	if (entry)
		unfold(checklist, session, entry);
}

/* Anew where something changed. */
static void make_rows(
	struct checklist_view *checklist, const struct session *session, enum sign_set signs)
{
	struct list *list = &checklist->list;
	bool was_kept = list->count && strcmp(checklist->selected, checklist->kept) == 0;
	int before = list->selected;
	struct query query;

	if (checklist->version == session->version)
		return;
	arena_clear(checklist->arena);
	query = query_make(checklist->arena, session->narrowing.search.text);
	checklist->rows = ARENA_ARRAY(checklist->arena, struct row,
		session->org->entry_count + 2 * session->org->group_count);
	list->count = 0;
	for (size_t i = 0; i < session->org->group_count; i++)
		add_group_rows(checklist, session, i, &query);
	find_selected(checklist, session);
	/* Rows that came or went above push the text, not the eyes. */
	if (was_kept)
		list->top += list->selected - before;
	list_settle(list);
	checklist->widths = checklist_columns_measure(session, signs);
	checklist->version = session->version;
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

	follow_session(checklist, session);
	make_rows(checklist, session, frame->signs);
	checklist->list.height = split_area(checklist, session, frame).list.h;
	list_settle(&checklist->list);
	keep_selected(checklist, session);
}

static void move(void *view, struct session *session, enum move move)
{
	struct checklist_view *checklist = view;

	list_move(&checklist->list, move);
	keep_selected(checklist, session);
}

static void click(void *view, struct session *session, const struct frame *frame, int x, int y)
{
	struct checklist_view *checklist = view;
	struct area list = split_area(checklist, session, frame).list;
	int row = checklist->list.top + y - list.y;

	if (x >= list.x + list.w || y < list.y || y >= list.y + list.h ||
		row >= checklist->list.count)
		return;
	checklist->list.selected = row;
	keep_selected(checklist, session);
}

static const struct entry *selected(const void *view, const struct session *session)
{
	const struct checklist_view *checklist = view;

	/* What a search hides is not ticked unseen. */
	if (checklist->selected[0] == '#' || checklist->list.count == 0)
		return NULL;
	return session_entry(session);
}

static struct buf *search(void *view, struct session *session)
{
	(void)view;
	return &session->narrowing.search;
}

static bool back(void *view, struct session *session)
{
	(void)view;
	return view_widen(session);
}

struct wish checklist_fold(const struct call *call)
{
	struct checklist_view *checklist = call->view;
	char key[SESSION_ID_SIZE];

	if (checklist->selected[0] == '#') {
		turn_fold(checklist, checklist->selected + 1);
	} else if (call->entry) {
		add_group_key(
			key, sizeof(key), organisation_group_of(call->session->org, call->entry));
		snprintf(checklist->selected, sizeof(checklist->selected), "#%.*s",
			SESSION_ID_SIZE - 2, key);
		turn_fold(checklist, key);
	}
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

static void draw_group(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, size_t index)
{
	const struct group *group = &session->org->groups[index];
	struct counts counts = entries_counts(
		session->org->entries + group->first, group->count, session->today_day);
	struct buf title = BUF_INIT;
	char progress[32];
	int right;

	snprintf(progress, sizeof(progress), "%d/%d", counts.by_status[STATUS_DONE],
		counts_applicable(&counts));
	right = canvas_put_right(
		canvas, area.x + area.w - 1, y, 12, ROLE_DIM, group->count ? progress : "");
	title_add_group(&title, group, session->lang, right - area.x - 4);
	canvas_put(canvas, area.x + 1, y, 2, ROLE_DIM, is_folded(checklist, group) ? "▸" : "▾");
	canvas_put(canvas, area.x + 3, y, right - area.x - 4, ROLE_STRONG, title.text);
	buf_release(&title);
}

/* What the others do there, before the columns. */
static int draw_others(const struct session *session, struct canvas *canvas, struct area area,
	int y, int right, const struct entry *entry)
{
	struct buf text = BUF_INIT;
	enum role role;
	bool marked = view_add_people(&text, session, entry->id, &role);

	/* What one left unsaved oneself comes before who merely is there. */
	if ((!marked || role == ROLE_DIM) && drafts_wait_at(&session->drafts, entry->id)) {
		buf_clear(&text);
		buf_add_format(&text, "✎ %s", text_word(WORD_DRAFT, session->lang));
		role = ROLE_NOTICE;
	}
	if (text.len)
		right = canvas_put_right(canvas, right - 1, y, area.w >= 60 ? OTHERS_WIDTH : 9,
				role, text.text) -
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

static void draw_row(const struct checklist_view *checklist, const struct session *session,
	struct canvas *canvas, struct area area, int y, int index)
{
	const struct row *row = &checklist->rows[index];

	if (row->kind == ROW_GROUP)
		draw_group(checklist, session, canvas, area, y, row->index);
	else if (row->kind == ROW_INVITE)
		canvas_put(canvas, area.x + 3, y, area.w - 4, ROLE_NOTICE,
			text_word(WORD_INVITE_SERVICE, session->lang));
	else
		draw_entry(checklist, session, canvas, area, y, &session->org->entries[row->index]);
	if (index == checklist->list.selected)
		view_mark_selected(canvas, area, y);
}

static void draw_detail(const struct session *session, const struct row *row, struct canvas *canvas,
	struct area area)
{
	struct buf text = BUF_INIT;
	struct pager pager;

	if (area.h < 1)
		return;
	if (row->kind == ROW_ENTRY) {
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

static void draw(const void *view, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct checklist_view *checklist = view;
	const struct list *list = &checklist->list;
	struct split split = split_area(checklist, session, frame);
	int y = split.list.y, bottom = y + split.list.h;

	for (int i = list->top; i < list->count && y < bottom; i++)
		draw_row(checklist, session, canvas, split.list, y++, i);
	if (list->count == 0)
		draw_message(canvas,
			(struct area){ 1, split.list.y, frame->area.w - 2, split.list.h },
			text_word(WORD_NO_MATCH, session->lang));
	if (narrowing_is_on(&session->narrowing))
		view_draw_narrowing(session, canvas, frame->area);
	if (has_side(frame)) {
		for (int i = 0; i < split.detail.h; i++)
			canvas_put(canvas, split.list.w, split.detail.y + i, 1, ROLE_DIM, "│");
	} else if (split.detail.h) {
		canvas_rule(canvas, split.detail.y - 1);
	}
	if (list->count)
		draw_detail(session, &checklist->rows[list->selected], canvas, split.detail);
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
	.search = search,
	.back = back,
};
