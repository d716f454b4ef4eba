/* SPDX-License-Identifier: MIT */
#include "tui/checklist_view.h"

#include <stdio.h>
#include <string.h>

/* Fewer rows have none to spare for a title. */
enum { HEIGHT_FOR_TITLE = 3 };

void checklist_view_init(struct checklist_view *checklist)
{
	checklist->arena = arena_new();
	checklist->folded = (struct buf)BUF_INIT;
}

void checklist_view_release(struct checklist_view *checklist)
{
	arena_free(checklist->arena);
	buf_release(&checklist->folded);
}

void checklist_view_group_key(char *out, size_t size, const struct group *group)
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

bool checklist_view_is_folded(const struct checklist_view *checklist, const struct group *group)
{
	char key[SESSION_ID_SIZE];

	checklist_view_group_key(key, sizeof(key), group);
	return find_folded(checklist, key) != NULL;
}

void checklist_view_turn_fold(struct checklist_view *checklist, const char *key)
{
	const char *found = find_folded(checklist, key);

	if (found)
		buf_remove(&checklist->folded, (size_t)(found - checklist->folded.text),
			strlen(key) + 1);
	else
		buf_add_format(&checklist->folded, "%s\n", key);
	checklist->version = 0;
}

bool checklist_view_turn_all(struct checklist_view *checklist, const struct session *session)
{
	const struct organisation *org = session->org;
	bool folds = false;
	char key[SESSION_ID_SIZE];

	for (size_t i = 0; i < org->group_count; i++)
		folds |= !checklist_view_is_folded(checklist, &org->groups[i]);
	buf_clear(&checklist->folded);
	for (size_t i = 0; i < org->group_count && folds; i++) {
		checklist_view_group_key(key, sizeof(key), &org->groups[i]);
		buf_add_format(&checklist->folded, "%s\n", key);
	}
	/* The titles are seen from the first one on, as far as the cursor allows. */
	if (folds) {
		checklist->list.top = 0;
		checklist->kept[0] = '\0';
	}
	checklist->version = 0;
	return folds;
}

static int find_title(const struct checklist_view *checklist, int row, int step)
{
	while (row >= 0 && row < checklist->list.count &&
		checklist->rows[row].kind != CHECKLIST_ROW_GROUP)
		row += step;
	return row < checklist->list.count ? row : -1;
}

int checklist_view_find_title(const struct checklist_view *checklist, int step)
{
	return find_title(checklist, checklist->list.selected + step, step);
}

int checklist_view_title_on_top(const struct checklist_view *checklist)
{
	const struct list *list = &checklist->list;
	const struct checklist_row *top = &checklist->rows[list->top];

	/* A title over the next title would say nothing. */
	if (list->height < HEIGHT_FOR_TITLE || list->top + 1 >= list->count ||
		top[0].kind == CHECKLIST_ROW_GROUP || top[1].kind == CHECKLIST_ROW_GROUP)
		return -1;
	return find_title(checklist, list->top, -1);
}

void checklist_view_settle_list(struct checklist_view *checklist)
{
	struct list *list = &checklist->list;

	list_settle(list);
	if (list->selected == list->top && checklist_view_title_on_top(checklist) >= 0)
		list->top--;
}

/* Opens the group that the entry stands in. */
static void unfold(
	struct checklist_view *checklist, const struct session *session, const struct entry *entry)
{
	const struct group *group = organisation_group_of(session->org, entry);
	char key[SESSION_ID_SIZE];

	checklist_view_group_key(key, sizeof(key), group);
	if (checklist_view_is_folded(checklist, group))
		checklist_view_turn_fold(checklist, key);
}

/* The key that the cursor keeps when rows are made anew. */
static void row_key(
	char *out, size_t size, const struct session *session, const struct checklist_row *row)
{
	char key[SESSION_ID_SIZE];

	if (row->kind == CHECKLIST_ROW_ENTRY) {
		snprintf(out, size, "%s", session->org->entries[row->index].id);
	} else if (row->kind == CHECKLIST_ROW_INVITE) {
		snprintf(out, size, "#invite");
	} else {
		checklist_view_group_key(key, sizeof(key), &session->org->groups[row->index]);
		snprintf(out, size, "#%.*s", SESSION_ID_SIZE - 2, key);
	}
}

static void add_row(struct checklist_view *checklist, enum checklist_row_kind kind, size_t index)
{
	checklist->rows[checklist->list.count++] = (struct checklist_row){ kind, index };
	checklist->entry_count += kind == CHECKLIST_ROW_ENTRY;
}

static void add_group_rows(struct checklist_view *checklist, const struct session *session,
	size_t group_index, const struct query *query)
{
	const struct group *group = &session->org->groups[group_index];
	bool narrowed = session->narrowing.filter.kind != FILTER_ALL || query->count;
	int first = checklist->list.count;
	bool folded = checklist_view_is_folded(checklist, group) && !narrowed;

	add_row(checklist, CHECKLIST_ROW_GROUP, group_index);
	for (size_t i = 0; i < group->count && !folded; i++) {
		if (session_shows(session, &session->org->entries[group->first + i], query))
			add_row(checklist, CHECKLIST_ROW_ENTRY, group->first + i);
	}
	if (group->wants_service && !folded && !narrowed)
		add_row(checklist, CHECKLIST_ROW_INVITE, group_index);
	/* Where one searches, a title over nothing is in the way. */
	if (narrowed && checklist->list.count == first + 1)
		checklist->list.count = first;
}

static int find_row(
	const struct checklist_view *checklist, const struct session *session, const char *wanted)
{
	char key[SESSION_ID_SIZE];

	for (int i = 0; i < checklist->list.count; i++) {
		row_key(key, sizeof(key), session, &checklist->rows[i]);
		if (strcmp(key, wanted) == 0)
			return i;
	}
	return -1;
}

/* Among the entries; what is no more is behind them all. */
static size_t find_position(const struct session *session, const char *wanted)
{
	const struct organisation *org = session->org;
	const struct entry *entry = organisation_find_entry(org, wanted);
	char key[SESSION_ID_SIZE];

	for (size_t i = 0; i < org->group_count; i++) {
		checklist_view_group_key(key, sizeof(key), &org->groups[i]);
		if (wanted[0] == '#' && strcmp(key, wanted + 1) == 0)
			return org->groups[i].first;
	}
	return entry ? (size_t)(entry - org->entries) : org->entry_count;
}

/* The first entry in sight from that position on, else the last; −1: there is none. */
static int find_row_from(const struct checklist_view *checklist, size_t position)
{
	int last = -1;

	for (int i = 0; i < checklist->list.count; i++) {
		if (checklist->rows[i].kind != CHECKLIST_ROW_ENTRY)
			continue;
		last = i;
		if (checklist->rows[i].index >= position)
			break;
	}
	return last;
}

/* What a search or a filter hides gives way to what follows it. */
static void find_selected(struct checklist_view *checklist, const struct session *session)
{
	const char *wanted = checklist->selected[0] ? checklist->selected : session->entry;
	bool passes_by = checklist->is_to_look && wanted[0] == '#';
	int row = passes_by ? -1 : find_row(checklist, session, wanted);

	checklist->is_to_look = false;

	if (row < 0 && narrowing_is_on(&session->narrowing))
		row = find_row_from(checklist, find_position(session, wanted));
	if (row >= 0)
		checklist->list.selected = row;
}

void checklist_view_keep_selected(struct checklist_view *checklist, struct session *session)
{
	const struct checklist_row *row;

	if (checklist->list.count == 0) {
		checklist->selected[0] = checklist->kept[0] = '\0';
		return;
	}
	row = &checklist->rows[checklist->list.selected];
	row_key(checklist->selected, sizeof(checklist->selected), session, row);
	memcpy(checklist->kept, checklist->selected, sizeof(checklist->kept));
	if (row->kind == CHECKLIST_ROW_ENTRY && strcmp(session->entry, checklist->selected) != 0)
		session_select(session, checklist->selected);
	checklist->selections = session->selections;
}

void checklist_view_follow(struct checklist_view *checklist, const struct session *session)
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

void checklist_view_make_rows(
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
	checklist->rows = ARENA_ARRAY(checklist->arena, struct checklist_row,
		session->org->entry_count + 2 * session->org->group_count);
	list->count = checklist->entry_count = 0;
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

void checklist_view_take_spot(
	struct checklist_view *checklist, struct session *session, const struct spot *spot)
{
	memcpy(checklist->selected, spot->key, sizeof(checklist->selected));
	if (spot->key[0] && spot->key[0] != '#')
		session_select(session, spot->key);
	checklist->selections = session->selections;
	checklist->kept[0] = '\0';
	checklist->list.top = spot->top;
	checklist->is_to_look = spot->is_to_look;
	checklist->version = 0;
}
