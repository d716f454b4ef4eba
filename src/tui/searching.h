/* SPDX-License-Identifier: MIT
 *
 * searching: what `/` looks for where the person is, as they type it.
 *
 * For     the loop and the frame. A search belongs to what is looked at: the overlay's text, or the
 *         view, which narrows what it shows or goes to the next place. Each letter looks from where
 *         the search began; Enter stays there, Esc gives back what was searched for and where one
 *         was. A screen that is to be calm changes once, with Enter.
 * Owner   the searched text is the overlay's or the view's; what was before is the app's.
 *
 * A view takes part with `search`, and with `found` says what came of it; one that goes to places
 * has `find` too, and one whose place is more than the selected entry `keep_spot`, `take_spot`.
 */
#ifndef TUI_SEARCHING_H
#define TUI_SEARCHING_H

#include "tui/app.h"

/* Asks what to search for. */
void searching_ask(struct app *app);
/* After each key: what is typed now, or given up, is what is shown. */
void searching_follow(struct app *app);
/* Says what came of it, once views are settled. */
void searching_tell(struct app *app);
/* The answer. False: there is no such place. */
bool searching_take(struct app *app, const char *text, struct err *err);
/* The next place of what was searched for last. */
void searching_next(struct app *app);

#endif
