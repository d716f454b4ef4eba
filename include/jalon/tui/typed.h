/* SPDX-License-Identifier: MIT
 *
 * typed: a value as people write it, to be gone on with.
 *
 * For     dialogues that open on what an entry holds. What is written so is read again by the same
 *         dialogue.
 * Owner   the text lives as long as the key press (command_arena). */
#ifndef JALON_TUI_TYPED_H
#define JALON_TUI_TYPED_H

#include "jalon/tui/app.h"

/* `canonical` is the value as files hold it: "2027-01-15" is 15/01/2027 in French, "0.5" is 0,5. */
const char *typed_value(struct app *app, enum field field, const char *canonical);

#endif
