/* SPDX-License-Identifier: MIT
 *
 * plan_commands: what keys do in the plan alone: other ways to look, questions, wishes.
 *
 * For     rows of the table of commands; plan_take_look() for the question that `V` asks. */
#ifndef TUI_PLAN_COMMANDS_H
#define TUI_PLAN_COMMANDS_H

#include "tui/plan_view.h"

/* The next way to look, or a question that offers them all. */
struct wish plan_look(const struct call *call);
struct wish plan_choose_look(const struct call *call);
void plan_take_look(const struct call *call, enum plan_look look);
/* Of the four cells, the one under the cursor; else the whole of the action. */
/* To the first action of the group after (1) or before (−1) the present one, of its own first. */
struct wish plan_jump(const struct call *call);
struct wish plan_read(const struct call *call);
/* In the four cells to the one beside; else to the right reads, to the left goes back. */
struct wish plan_right(const struct call *call);
struct wish plan_left(const struct call *call);
struct wish plan_why(const struct call *call);
struct wish plan_what_if(const struct call *call);

#endif
