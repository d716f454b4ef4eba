/* SPDX-License-Identifier: MIT
 *
 * canvas: a screen of cells in memory.
 *
 * For     views draw on it; term.c shows it; tests compare it with text files. It knows roles, not
 *         colours (see theme.h).
 * Owner   canvas_new/canvas_free. A canvas copies what is put on it.
 * Units   cells, from the top left corner at 0, 0. A wide character takes two cells and is never
 *         cut in half; what does not fit is left out. Putting outside the canvas does nothing.
 * Errors  none. Text is cleaned of what could drive a terminal on its way in. */
#ifndef JALON_SCREEN_CANVAS_H
#define JALON_SCREEN_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "jalon/base/buf.h"
#include "jalon/screen/theme.h"

enum { CELL_TEXT_SIZE = 22 };

struct cell {
	char text[CELL_TEXT_SIZE]; /* one character, with its marks; a longer cluster keeps its
				      beginning */
	unsigned char width;       /* 1 or 2; 0 for the right half of a wide one */
	unsigned char role;
};

struct canvas {
	int w, h;
	bool is_calm; /* the cursor alone marks what is selected; the owner's to set, as is… */
	enum sign_set signs; /* the owner's to set: what is put from then on is of that set */
	struct cell *cells;
	int cursor_x, cursor_y; /* where the terminal's own cursor goes; −1: hidden */
};

struct canvas *canvas_new(int w, int h);
void canvas_free(struct canvas *canvas);
/* Blank, in the plain role, of that size. */
void canvas_reset(struct canvas *canvas, int w, int h);
const struct cell *canvas_at(const struct canvas *canvas, int x, int y);

/* Puts at most max_cells of the text, on one line; a text that is longer ends with "…". Returns
 * how many cells it took. */
int canvas_put(
	struct canvas *canvas, int x, int y, int max_cells, enum role role, const char *text);
int canvas_put_len(struct canvas *canvas, int x, int y, int max_cells, enum role role,
	const char *text, size_t len);
/* The same, ending before `right`. Returns where it begins. */
int canvas_put_right(
	struct canvas *canvas, int right, int y, int max_cells, enum role role, const char *text);
/* Another role for what stands there. */
void canvas_paint(struct canvas *canvas, int x, int y, int w, enum role role);
void canvas_rule(struct canvas *canvas, int y);
/* Blanks a rectangle, for what is drawn over others. */
void canvas_blank(struct canvas *canvas, int x, int y, int w, int h);

/* The rows as text, then the same rows in letters for roles ('.' for the plain one). */
void canvas_dump(struct buf *out, const struct canvas *canvas);

#endif
