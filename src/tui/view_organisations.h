/* SPDX-License-Identifier: MIT
 *
 * view_organisations: the organisations of the data folder, and how far each is.
 *
 * For     the table of views, and rows of the table of commands.
 */
#ifndef TUI_VIEW_ORGANISATIONS_H
#define TUI_VIEW_ORGANISATIONS_H

#include "tui/view.h"

extern const struct view_type view_organisations;

/* The selected one. */
struct wish organisations_open(const struct call *call);
/* Asks for another name for the selected one, which is then the one that is open. */
struct wish organisations_retitle(const struct call *call);
/* Asks whether the selected one may go. */
struct wish organisations_remove(const struct call *call);
/* Takes back the last change of the open one, where that is the selected one. */
struct wish organisations_undo(const struct call *call);
/* How many there are; and the only one's id, NULL where there is a choice or it cannot be read. */
int organisations_count(const void *view);
const char *organisations_only(const void *view);

#endif
