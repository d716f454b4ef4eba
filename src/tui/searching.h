/* SPDX-License-Identifier: MIT
 *
 * searching: what `/` looks for where the person is, and where that leads.
 *
 * For     the loop. A search belongs to what is looked at: the overlay's text, or the view, which
 *         narrows what it shows or goes to the next place.
 * Owner   the searched text is the overlay's or the view's. */
#ifndef TUI_SEARCHING_H
#define TUI_SEARCHING_H

#include "tui/app.h"

/* Asks what to search for. */
void searching_ask(struct app *app);
/* The answer. False: there is no such place. */
bool searching_take(struct app *app, const char *text, struct err *err);
/* The next place of what was searched for last. */
void searching_next(struct app *app);

#endif
