/* SPDX-License-Identifier: MIT
 *
 * view_plan: what remains, in order, and why.
 *
 * For     the table of views. */
#ifndef TUI_VIEW_PLAN_H
#define TUI_VIEW_PLAN_H

#include "tui/plan_view.h"

extern const struct view_type view_plan;

#endif
