/* SPDX-License-Identifier: MIT
 *
 * plan_pins: one action of the plan is wished before another.
 *
 * For     rows of the table of commands. What it costs the others is said at once; what cannot be
 * is not saved, and it is said what is in the way. */
#ifndef TUI_PLAN_PINS_H
#define TUI_PLAN_PINS_H

#include "tui/plan_view.h"

/* The selected action before its neighbour (argument −1), or behind it (1). */
struct wish plan_pin(const struct call *call);

#endif
