/* SPDX-License-Identifier: MIT
 *
 * object_commands: what an organisation has of its own is put right, or taken away.
 *
 * For     rows of the table of commands. They look at call->subject, be it an action, a service, a
 *         member or the organisation.
 * Owner   as in wish.h. */
#ifndef TUI_OBJECT_COMMANDS_H
#define TUI_OBJECT_COMMANDS_H

#include "tui/view.h"

/* Asks for another title or name; of what the guide says, tells that it stays. */
struct wish object_retitle(const struct call *call);
/* Asks under which item an own action is to stand. */
struct wish object_ask_place(const struct call *call);
/* Takes it away, and asks first where something goes along. */
struct wish object_remove(const struct call *call);

#endif
