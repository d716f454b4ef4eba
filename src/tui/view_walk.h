/* SPDX-License-Identifier: MIT
 *
 * view_walk: one item at a time, for a room.
 *
 * For     the table of views, and rows of the table of commands.
 */
#ifndef TUI_VIEW_WALK_H
#define TUI_VIEW_WALK_H

#include "tui/view.h"

extern const struct view_type view_walk;

/* To the item after (1) or before (−1). */
struct wish walk_step(const struct call *call);
/* To the next one; on the last page, to the first item that nobody has looked at. */
struct wish walk_go_on(const struct call *call);

#endif
