/* SPDX-License-Identifier: MIT
 *
 * frame: what is around every view: where we are on top, what can be done at the bottom.
 *
 * For     the loop.
 * Units   cells. */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include "tui/app.h"
#include "tui/command.h"

/* Where the person is, for the table of commands. */
int frame_place(const struct app *app);
/* False where the screen is too small for anything. */
bool frame_has_room(const struct app *app);
/* What is left to the view. */
struct frame frame_of(const struct app *app);

#endif
