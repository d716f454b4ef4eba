/* SPDX-License-Identifier: MIT
 *
 * app: everything the full screen knows, and the loop around it.
 *
 * For     main.c calls app_run(). Views and commands take the one `struct app` as an argument;
 *         tests make one, press keys with app_key() and look at app_draw()'s canvas.
 * Owner   app_new/app_free. The store is the caller's. A snapshot is replaced as a whole whenever
 *         the file changed: views hold ids, and look entries up when they draw.
 * Errors  app_run: what keeps the screen from opening. Everything later is shown on the screen. */
#ifndef JALON_TUI_APP_H
#define JALON_TUI_APP_H

#include "jalon/model/search.h"
#include "jalon/plan/plan.h"
#include "jalon/store/draft.h"
#include "jalon/store/presence.h"
#include "jalon/store/store.h"
#include "jalon/screen/canvas.h"
#include "jalon/screen/edit.h"
#include "jalon/screen/list.h"
#include "jalon/screen/pager.h"
#include "jalon/tui/plan_rows.h"

struct app_options {
	struct store *store;
	const char *org_id; /* NULL: the list of organisations, or the only one's checklist */
	const char *author;
	bool has_lang; /* else the organisation's own, else English */
	enum lang lang;
	enum scheme scheme;
	int64_t (*now_utc)(void);
	int (*today_day)(void);
	bool today_is_fixed; /* --today: fixed_day is today, whatever the clock says */
	int fixed_day;
	bool is_restricted; /* an account that many share: see jalon/tui/workshop.h */
	bool asks_author;   /* `author` is nobody yet */
};

enum view { VIEW_ORGANISATIONS, VIEW_CHECKLIST, VIEW_WALK, VIEW_PLAN, VIEW_GUIDE, VIEW_COUNT };

/* OVERLAY_ENTRY follows the selected entry; the others show a text as it was when they opened. */
enum overlay { OVERLAY_NONE, OVERLAY_ENTRY, OVERLAY_ANSWER, OVERLAY_HISTORY, OVERLAY_HELP };

enum { APP_ID_SIZE = 160 };

/* A row of the checklist: a group's title, an entry, or the invitation to name a service. */
enum row_kind { ROW_GROUP, ROW_ENTRY, ROW_INVITE };
struct row {
	enum row_kind kind;
	size_t index; /* of the group or the entry */
};

struct form;

/* What met a conflict. */
enum conflict_origin { CONFLICT_OF_COMMIT, CONFLICT_OF_UNDO, CONFLICT_OF_REDO };

struct dialogue {
	const struct form *form; /* NULL: none is open */
	char entry[APP_ID_SIZE]; /* what it is about */
	/* What that entry's fields were when the person began to answer: that is what they saw,
	 * whatever somebody else saved meanwhile. */
	struct arena *seen_arena;
	const char *seen[FIELD_PIN];
	struct edit edit;
	int choice;
	struct buf error; /* why the last answer was not taken */
	/* Of a text worth keeping: where it is kept, as it was at first and as it was last kept. */
	struct draft *draft;
	struct buf first, kept;
	bool resumed, warned; /* it goes on; it cannot be kept, and the person knows */
};

/* An entry that somebody else changed while one looked elsewhere. */
struct change_mark {
	char entry[APP_ID_SIZE], by[PRESENCE_NAME_SIZE];
	int64_t noticed_utc; /* when it was first on the screen as a key was pressed; 0: not yet */
};
enum { MARKS_MAX = 64 };

struct app {
	struct app_options options;
	enum lang lang;
	int w, h;
	int today_day;
	bool quitting;
	enum view view;
	struct watch *watch;

	struct presence *presence; /* NULL: no organisation is open */
	int64_t told_utc;          /* when the others were last told where one is */
	bool told_writing;
	struct change_mark marks[MARKS_MAX]; /* the newest last */
	size_t mark_count;

	struct arena *drafts_arena; /* what waits for this person, the last written first */
	struct draft_text drafts[DRAFTS_MAX];
	size_t draft_count;

	struct snapshot *snapshot; /* NULL: no organisation is open */
	const struct organisation *org;
	char org_id[APP_ID_SIZE];
	struct err broken; /* why it cannot be read, or not be written; code ERR_NONE when it can */
	struct counts counts;

	/* The selected entry, the same in every view, and what the checklist's cursor is on: an
	 * entry's id, or "#" and a group's key. */
	char entry[APP_ID_SIZE];
	char selected[APP_ID_SIZE];
	char kept[APP_ID_SIZE]; /* `selected` as it was last drawn */

	struct arena *rows_arena; /* rows of the checklist, and its filter */
	struct row *rows;
	bool rows_stale;
	struct list checklist;
	struct buf folded; /* keys of folded groups, a line each */
	/* What each is searched for: one finds a word in the guide and still sees the whole list.
	 */
	struct buf search, organisations_search, text_search;
	enum filter filter;

	struct arena *plan_arena;
	char asked[APP_ID_SIZE];  /* the first of two actions in "why this before that?" */
	char wished[APP_ID_SIZE]; /* what the last key wished earlier: to be told what came of it */
	enum plan_look look;
	struct plan *plan; /* NULL: to be made anew */
	struct arena *plan_rows_arena;
	/* Of the plan, as it is looked at; rows NULL: to be made anew. */
	struct plan_rows plan_rows;
	struct list plan_list;
	struct list cells[QUADRANT_COUNT]; /* of the matrix */
	int opened_cell;                   /* a quadrant + 1; 0: all four are in sight */

	struct arena *listings_arena;
	struct listing *listings;
	struct list organisations;
	char next_action[256]; /* of the selected organisation */
	size_t next_action_of; /* its row + 1; 0: not known */

	struct pager walk, guide, overlay_text;
	char walk_entry[APP_ID_SIZE]; /* whose text `walk` holds */
	int64_t walk_revision;
	bool walk_answered;           /* the last key there was an answer */
	char read_entry[APP_ID_SIZE]; /* the same of OVERLAY_ENTRY and `overlay_text` */
	int64_t read_revision;
	enum overlay overlay;

	struct dialogue dialogue;
	struct buf notice;
	bool notice_is_error;

	struct arena *command_arena; /* what one key press builds */
	struct arena *pending_arena; /* changes that met a conflict */
	struct change_list pending;
	struct conflict conflict;
	enum conflict_origin conflict_origin;
	struct snapshot *conflict_snapshot;

	struct buf author; /* what the person answered, where they were asked who they are */
	size_t written_bytes;
};

struct app *app_new(const struct app_options *options, int w, int h);
void app_free(struct app *app);
/* Until the person leaves. */
bool app_run(const struct app_options *options, struct err *err);

void app_key(struct app *app, struct key key);
void app_paste(struct app *app, const char *text, size_t len);
void app_resize(struct app *app, int w, int h);
/* After somebody else saved. */
void app_refresh(struct app *app);
/* The watch has news: somebody saved, or moved. */
void app_wake(struct app *app);
/* The keyboard rests: what could wait until then. */
void app_rest(struct app *app);
/* A screen that stays open overnight wakes up on another day. */
void app_follow_day(struct app *app);
void app_draw(const struct app *app, struct canvas *canvas);

/* For views, commands and forms. */
/* What is shown first, once it is known who the person is. */
void app_begin(struct app *app);
bool app_open(struct app *app, const char *org_id);
void app_show_view(struct app *app, enum view view);
/* Commits and takes the new snapshot. False: nothing was written, and the notice, or the conflict's
 * dialogue, says why. */
bool app_commit(struct app *app, const struct change_list *changes, struct err *err);
void app_undo(struct app *app, bool redo);
/* Opens an overlay with that text, and releases it. */
void app_show_text(struct app *app, enum overlay overlay, struct buf *text);
void app_notice(struct app *app, const char *text);
/* Adds it as a sentence of its own. */
void app_say_err(const struct app *app, struct buf *out, const struct err *err);
void app_notice_err(struct app *app, const struct err *err);
/* The selected entry, or NULL when a group's title is selected or nothing is open. */
const struct entry *app_entry(const struct app *app);
void app_select_entry(struct app *app, const char *entry_id);
/* Where the person left off, for the next time. */
void app_keep_place(struct app *app);
const struct plan *app_plan(struct app *app);
/* The list and the plan show something else from now on: search, filter, look. */
void app_look_again(struct app *app);
/* What `/` searches where the person is. */
struct buf *app_search(struct app *app);
/* Lists and texts fitted to what is there and to the screen; before each drawing. */
void app_settle(struct app *app);

#endif
