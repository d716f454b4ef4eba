/* SPDX-License-Identifier: MIT
 *
 * view_checklist: groups that fold, their entries, and what the selected one says.
 *
 * For     the table of views, and rows of the table of commands.
 */
#ifndef TUI_VIEW_CHECKLIST_H
#define TUI_VIEW_CHECKLIST_H

#include "tui/view.h"

extern const struct view_type view_checklist;

/* On a title, folds or opens what is below it; on the invitation, asks for a service; else the
 * whole of the entry. */
struct wish checklist_read(const struct call *call);
/* Folds the group that one is in, or opens it again. */
struct wish checklist_fold(const struct call *call);
/* The walk, from the selected item, or from the first of the selected section. */
struct wish checklist_walk(const struct call *call);
/* Folds all groups, or opens all again. */
struct wish checklist_fold_all(const struct call *call);
/* To the title after (1) or before (−1) the cursor. */
struct wish checklist_jump(const struct call *call);

#endif
