/* SPDX-License-Identifier: MIT
 *
 * checklist_view: the rows of the checklist, which are folded, and where the cursor is.
 *
 * For     view_checklist.c and what draws its rows. Rows are made anew only when content, search or
 *         folding changed; the cursor keeps to what it is on, whatever row that has become.
 * Owner   checklist_view_init/checklist_view_release; rows are the arena's, and hold indexes of
 *         the organisation that is open.
 * Units   rows. */
#ifndef TUI_CHECKLIST_VIEW_H
#define TUI_CHECKLIST_VIEW_H

#include "tui/checklist_columns.h"
#include "tui/view.h"

/* A group's title, an entry, or the invitation to name a service. */
enum checklist_row_kind { CHECKLIST_ROW_GROUP, CHECKLIST_ROW_ENTRY, CHECKLIST_ROW_INVITE };
struct checklist_row {
	enum checklist_row_kind kind;
	size_t index; /* of the group or the entry */
};

struct checklist_view {
	struct arena *arena; /* of the rows */
	struct checklist_row *rows;
	struct list list;
	int entry_count; /* of the rows, those that are entries */
	bool is_to_look; /* for an entry: a title is not what one searches for */
	struct checklist_widths widths;
	unsigned version, selections; /* of the session, as of which the rows are; 0: stale */
	char org_id[SESSION_ID_SIZE];
	struct buf folded; /* keys of folded groups, a line each */
	/* What the cursor is on: an entry's id, or "#" and a group's key; and as last drawn. */
	char selected[SESSION_ID_SIZE], kept[SESSION_ID_SIZE];
};

void checklist_view_init(struct checklist_view *checklist);
void checklist_view_release(struct checklist_view *checklist);

/* The name of a group: its section's id, and its service's. */
void checklist_view_group_key(char *out, size_t size, const struct group *group);
bool checklist_view_is_folded(const struct checklist_view *checklist, const struct group *group);
/* Folds the group of that name, or opens it. */
void checklist_view_turn_fold(struct checklist_view *checklist, const char *key);
/* Folds all groups, or opens all where all are folded. True: all are folded now. */
bool checklist_view_turn_all(struct checklist_view *checklist, const struct session *session);
/* The title of the group after (1) or before (−1) the cursor, and of an entry its own first; −1:
 * there is none. */
int checklist_view_find_title(const struct checklist_view *checklist, int step);
/* The title of the group whose entries begin above the first row in sight: it takes the place of
 * that row, so that one sees what they are of. −1: none is needed, or there is no room. */
int checklist_view_title_on_top(const struct checklist_view *checklist);
/* As list_settle(); and the selected row is not the one that gives way to a title. */
void checklist_view_settle_list(struct checklist_view *checklist);

/* Another organisation begins at its top; and what was selected elsewhere is shown. */
void checklist_view_follow(struct checklist_view *checklist, const struct session *session);
/* Anew where something changed. */
void checklist_view_make_rows(
	struct checklist_view *checklist, const struct session *session, enum sign_set signs);
/* The row that the cursor came to is what the session is at. */
void checklist_view_keep_selected(struct checklist_view *checklist, struct session *session);

/* Back to where one was, once the rows are made. */
void checklist_view_take_spot(
	struct checklist_view *checklist, struct session *session, const struct spot *spot);

#endif
