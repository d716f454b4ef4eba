/* SPDX-License-Identifier: MIT
 *
 * draw: what is put together from several puts on a canvas.
 *
 * For     whoever draws.
 * Units   cells. */
#ifndef JALON_SCREEN_DRAW_H
#define JALON_SCREEN_DRAW_H

#include "jalon/screen/canvas.h"

struct area {
	int x, y, w, h;
};

/* A text wrapped at words: how many rows it takes of `max` at most, and drawing it in them. */
int draw_text_rows(const char *text, int w, int max);
void draw_text(struct canvas *canvas, struct area area, enum role role, const char *text);
/* The same where there is nothing else to be on: the cursor stands at its beginning. */
void draw_message(struct canvas *canvas, struct area area, const char *text);
/* "■■■□□" of that many cells. */
void draw_bar(struct canvas *canvas, int x, int y, int w, int part, int whole);

#endif
