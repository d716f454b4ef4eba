/* SPDX-License-Identifier: MIT
 *
 * views: the table of views, in the order of their tabs.
 *
 * For     the loop and the frame. */
#ifndef TUI_VIEWS_H
#define TUI_VIEWS_H

#include "tui/view.h"

extern const struct view_type *const views[VIEW_COUNT];

#endif
