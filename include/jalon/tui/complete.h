/* SPDX-License-Identifier: MIT
 *
 * complete: names offered by Tab where one says who takes care of something.
 *
 * For     form.c.
 * Owner   it changes the dialogue's text alone. */
#ifndef JALON_TUI_COMPLETE_H
#define JALON_TUI_COMPLETE_H

#include "jalon/tui/app.h"

/* The next name known that begins with what is typed; all of them in turn when it is one. */
void complete_owner(struct app *app);

#endif
