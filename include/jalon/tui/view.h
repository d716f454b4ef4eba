/* SPDX-License-Identifier: MIT
 *
 * view: one way of looking at an organisation.
 *
 * For     app.c, which draws the header, the tabs and the key bar around the current view.
 * Owner   tables; a view's state is in struct app.
 * Units   an area is the part of the canvas between header and key bar. */
#ifndef JALON_TUI_VIEW_H
#define JALON_TUI_VIEW_H

#include "jalon/export/describe.h"
#include "jalon/screen/draw.h"
#include "jalon/text/words.h"
#include "jalon/tui/app.h"

struct view_type {
	struct wording title; /* on its tab */
	/* Fits lists and texts to the area; the only one that may change the app. */
	void (*settle)(struct app *app, struct area area);
	/* Writes to the canvas alone. */
	void (*draw)(const struct app *app, struct canvas *canvas, struct area area);
	void (*move)(struct app *app, enum move move);
	/* What the header says on the right; nothing: the counts. */
	void (*summary)(const struct app *app, struct buf *out);
};

extern const struct view_type view_organisations, view_checklist, view_walk, view_plan, view_guide;
/* By enum view. */
const struct view_type *view_type_of(enum view view);

/* The area that is left to the current view, below header and tabs, above dialogue and notice. */
struct area view_area(const struct app *app);

struct split {
	struct area list, detail; /* detail.h 0: there is no room for it */
};
/* A list, and below a rule what there is to say about its selected row. A dialogue covers what is
 * said and not the list, which stays as high as it was: nothing jumps under the eyes. */
struct split view_split(const struct app *app, struct area area, int detail_rows);

/* What several views draw alike. */
enum role status_role(enum status status);
/* Adds all there is to say about an entry, for a pager. `large`: for a room, without figures. */
void entry_text(struct buf *out, const struct app *app, const struct entry *entry, bool large);

/* Title, publisher and date on one line. */
void reference_text(struct buf *out, const struct reference *reference, enum lang lang);

/* Whether search or filter hide anything; what is shown then, and the way back. */
bool draw_is_narrowed(const struct app *app);
void draw_narrowing(const struct app *app, struct canvas *canvas, struct area area);
/* Whether search and filter let it through. */
bool view_shows_entry(const struct app *app, const struct entry *entry, const struct query *query);

/* By its key: folds it where it is open, and opens it where it is folded. */
void checklist_fold(struct app *app, const char *key);
/* Opens the group that the entry stands in. */
void checklist_unfold(struct app *app, const struct entry *entry);
/* "recommandations" or "questions@portail", as folded groups are remembered. */
void group_key(char *out, size_t size, const struct group *group);

#endif
