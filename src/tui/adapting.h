/* SPDX-License-Identifier: MIT
 *
 * adapting: the screen becomes as the person wants it.
 *
 * For     the loop, which carries the wish out. What one chose stays so, whatever the terminal may
 *         still tell of its background.
 * Owner   the app's appearance. */
#ifndef TUI_ADAPTING_H
#define TUI_ADAPTING_H

#include "tui/app.h"

void adapting_take(struct app *app, enum adaptation adaptation);

#endif
