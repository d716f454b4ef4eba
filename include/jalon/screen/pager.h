/* SPDX-License-Identifier: MIT
 *
 * pager: a long text, wrapped, scrolled and searched.
 *
 * For     the guide, history, help, the whole of an entry, and the walk.
 * Owner   pager_init/pager_release; the text is copied.
 * Units   rows and cells. A line of the text may begin with one of the marks below, which says how
 *         it looks and is not shown: a byte that UTF-8 never has, so that no text holds one. */
#ifndef JALON_SCREEN_PAGER_H
#define JALON_SCREEN_PAGER_H

#include "jalon/base/arena.h"
#include "jalon/screen/canvas.h"
#include "jalon/screen/list.h"

#define PAGER_TITLE "\xf9"
#define PAGER_DIM "\xfa"
#define PAGER_ACCENT "\xfb"
#define PAGER_LATE "\xfc"
/* Plain, and the rows below the first begin where its second column does. */
#define PAGER_HANG "\xfd"
enum { PAGER_HANG_CELLS = 20 };

struct pager_line {
	const char *text;
	size_t len;
	int indent;
	enum role role;
	int line; /* of the text, from 0: rows of one line follow one another */
};

struct pager {
	struct arena *arena;
	char *text;
	struct pager_line *lines;
	int count, width, top, height;
	int found; /* the row of the last match, −1 for none */
};

void pager_init(struct pager *pager);
void pager_release(struct pager *pager);
/* Another text; the place is kept when `keep_place`. */
void pager_set(struct pager *pager, const char *text, bool keep_place);
/* For an area of that size; cheap when nothing changed. */
void pager_fit(struct pager *pager, int w, int h);
void pager_move(struct pager *pager, enum move move);
/* To the title after (1) or before (−1) the first row in sight. */
void pager_jump(struct pager *pager, int direction);
/* From behind the last match on, or with `step` 0 from it on, and round; where none is in sight,
 * from the first row in sight on. False when nothing matches. */
bool pager_search(struct pager *pager, const char *typed, int step);
/* How many rows match, and which of them the last match is, from 1; 0 when it is none. */
int pager_matches(const struct pager *pager, const char *typed, int *rank);
/* That line of the text on top, marked as found. */
void pager_show_line(struct pager *pager, int line);
/* The line of the text that the cursor is on; −1: there is none. */
int pager_cursor_line(const struct pager *pager);
void pager_draw(const struct pager *pager, struct canvas *canvas, int x, int y);

/* The row in sight that the cursor belongs on: what was found, else the first. */
int pager_cursor_row(const struct pager *pager);

#endif
