/* SPDX-License-Identifier: MIT
 *
 * view: one way of looking at what a person has open.
 *
 * For     loop.c and frame.c, which draw header, tabs and key bar around the current view and send
 *         it what happens. A view is one file that ends with its `const struct view_type`; its
 *         state is its own, and nobody else reads it.
 * Owner   the loop holds `size` bytes for each view, zeroed; init and release, where a view has
 *         them, begin and end what these hold.
 * Units   cells. */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "jalon/session/session.h"
#include "jalon/screen/draw.h"
#include "jalon/screen/list.h"
#include "jalon/screen/pager.h"
#include "tui/wish.h"

/* The screen, and the part of it that is left to the view: below header and tabs, above a dialogue
 * or a notice, which cover that many rows of it. */
struct frame {
	int w, h;
	enum sign_set signs;
	bool is_calm; /* no detail beside or below a list: it is repainted at each move */
	struct area area;
	int covered_rows;
	bool is_asking; /* a question is open: Esc is the key of its */
};

/* Where one is in a view or a text: each letter of a search looks from where it began. */
struct spot {
	char key[SESSION_ID_SIZE]; /* what is selected, as the view names it */
	int top, found;
	bool is_to_look; /* for what is searched, from there on; else one is back there */
};

/* What a search found. `rank`, from 1, is where one is among them; 0: at none, or not told. */
struct found {
	int count, rank;
	bool is_more; /* not all was looked at yet: there may be others */
};

struct view_type {
	struct wording title; /* on its tab */
	bool of_organisation; /* there is nothing to see before one is open */
	bool has_no_tab;      /* one comes by its key, and goes back to where one was */
	bool stays;           /* what is made while it is open leads nowhere else */
	bool is_visit;        /* leaving it leads back to the list, and not out of the program */
	size_t size;          /* of its state */
	void (*init)(void *view);
	void (*release)(void *view);
	/* From another view, and to one. */
	void (*enter)(void *view, struct session *session);
	/* From which, and what was selected there (NULL: nothing). For a view that has its place.
	 */
	void (*open_at)(void *view, const struct session *session, const struct entry *entry,
		enum view from);
	void (*leave)(void *view, struct session *session);
	/* Before each drawing: finds what there is to show, and fits it to the frame. */
	void (*settle)(void *view, struct session *session, const struct frame *frame);
	/* Writes to the canvas alone. */
	void (*draw)(const void *view, const struct session *session, struct canvas *canvas,
		const struct frame *frame);
	void (*move)(void *view, struct session *session, enum move move);
	/* Selects what is shown there, in cells of the screen. Left out where nothing can be. */
	void (*click)(void *view, struct session *session, const struct frame *frame, int x, int y);
	/* The entry that keys are about; NULL: none. Left out where there are none. */
	const struct entry *(*selected)(const void *view, const struct session *session);
	/* Brings the selected entry in sight, whatever was folded, searched for or filtered; false:
	 * it has no place here. Left out where no entry has. */
	bool (*reveal)(void *view, struct session *session);
	/* What is to be retitled or removed, as in jalon/model/subject.h, and the session arena's;
	 * NULL: nothing. Left out where it is the selected entry. */
	const char *(*subject)(const void *view, const struct session *session);
	/* Whether such a change is seen here, be it of no entry: an undo of it needs no other
	 * place. Left out where none is. */
	bool (*shows)(const struct change *change);
	/* What `/` searches for here; NULL: nothing. */
	struct buf *(*search)(void *view, struct session *session);
	/* Goes to the next place that holds the text, with `step` 0 from the present one on; false:
	 * there is none. Left out where a search narrows what is shown. */
	bool (*find)(void *view, struct session *session, const char *text, int step);
	/* How many places hold the text; or how many rows it left, once the view is settled. */
	struct found (*found)(const void *view, const struct session *session, const char *text);
	/* Where one is, and back there. Left out where that is the selected entry alone. */
	void (*keep_spot)(const void *view, const struct session *session, struct spot *spot);
	void (*take_spot)(void *view, struct session *session, const struct spot *spot);
	/* One step out within the view; false: it has none. */
	bool (*back)(void *view, struct session *session);
	/* What the header says on the right, for a screen of that width; left out: the counts. */
	void (*summary)(const void *view, const struct session *session, int w, struct buf *out);
};

extern const struct view_type view_organisations, view_checklist, view_walk, view_plan, view_guide,
	view_history, view_team;

/* What a command is run with, and the answer to a question: where it was given. */
struct call {
	struct session *session;
	void *view;                /* the state of the view that is shown */
	int place;                 /* an enum place of command.h */
	const struct entry *entry; /* that keys are about; NULL: none */
	const char *subject;       /* the same, where that may be no entry; NULL: nothing */
	int argument;              /* the command's own */
};

struct split {
	struct area list, detail; /* detail.h 0: there is no room for it */
};
/* A list, and below a rule what there is to say about its selected row. A dialogue covers what is
 * said and not the list, which stays as high as it was: nothing jumps under the eyes. */
struct split view_split(const struct frame *frame, struct area area, int detail_rows);

/* What a view answers whose text is searched. */
struct found view_found_in(const struct pager *pager, const char *text);
void view_keep_spot_in(const struct pager *pager, struct spot *spot);
void view_take_spot_in(struct pager *pager, const struct spot *spot);

/* What several views draw alike. */
enum role view_status_role(enum status status);
/* The sign of a status, of the canvas' set. Returns how many cells it took. */
int view_put_status(struct canvas *canvas, int x, int y, enum role role, enum status status);
/* The row under the cursor: by its look, by a sign at its left edge for those who see no looks, and
 * by the cursor itself; by the cursor alone where the screen is to be calm. */
void view_mark_selected(struct canvas *canvas, struct area area, int y);
/* Shows everything again; false: everything is shown. */
bool view_widen(struct session *session);
/* The same where search or filter hide the selected entry. */
void view_widen_to_selected(struct session *session);
/* What is shown only, and the way back. */
void view_draw_only(const struct session *session, struct canvas *canvas, const struct frame *frame,
	const char *what);
/* The same of the search and the filter that list and plan share. */
void view_draw_narrowing(
	const struct session *session, struct canvas *canvas, const struct frame *frame);
/* That it leaves nothing, and the way back. */
void view_draw_no_match(const struct session *session, struct canvas *canvas,
	const struct frame *frame, struct area area);
/* "✎ Marc…" who writes there, "● Marc" who changed it, "◂ Marc" who is there; false: nobody. Where
 * the screen is to be calm in words: by ear a sign and a name are somebody else who owns it. */
bool view_add_people(struct buf *out, const struct session *session, const char *entry_id,
	bool is_calm, enum role *role);
/* The same in whole sentences, a line each. */
void view_add_people_sentences(
	struct buf *out, const struct session *session, const char *entry_id);

#endif
