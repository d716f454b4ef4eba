/* SPDX-License-Identifier: MIT
 *
 * view_guide: the guide itself, whole, to be scrolled and searched.
 *
 * For     the table of views, and rows of the table of commands.
 */
#ifndef TUI_VIEW_GUIDE_H
#define TUI_VIEW_GUIDE_H

#include "tui/view.h"

extern const struct view_type view_guide;

/* To the title after (1) or before (−1) the one in sight. */
struct wish guide_jump(const struct call *call);
/* Back to where one came from, at the item that one reads. */
struct wish guide_return(const struct call *call);

#endif
