/* SPDX-License-Identifier: MIT
 *
 * dialogue_draw: a question at the bottom of the screen, and the place to answer it.
 *
 * For     the frame, which leaves it that place.
 * Units   cells. */
#ifndef TUI_DIALOGUE_DRAW_H
#define TUI_DIALOGUE_DRAW_H

#include "tui/dialogue.h"

/* How many rows it takes of a screen of that size. */
int dialogue_rows(const struct dialogue *dialogue, const struct session *session, int w, int h);
/* From that row down to the bottom of the canvas. */
void dialogue_draw(const struct dialogue *dialogue, const struct session *session,
	struct canvas *canvas, int y);

#endif
