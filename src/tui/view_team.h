/* SPDX-License-Identifier: MIT
 *
 * view_team: who works here, with how much time, and how many actions are theirs.
 *
 * For     the table of views, and rows of the table of commands. It has no tab: one comes by its
 *         key, and goes back to where one was. */
#ifndef TUI_VIEW_TEAM_H
#define TUI_VIEW_TEAM_H

#include "tui/view.h"

extern const struct view_type view_team;

/* Asks for the selected one's days a week; who is no member yet becomes one. */
struct wish team_ask_capacity(const struct call *call);

/* The cursor goes there once somebody of that name is to be seen. */
void team_select(void *view, const char *name);

#endif
