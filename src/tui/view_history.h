/* SPDX-License-Identifier: MIT
 *
 * view_history: who changed what, and when.
 *
 * For     the table of views, the loop, and rows of the table of commands. */
#ifndef TUI_VIEW_HISTORY_H
#define TUI_VIEW_HISTORY_H

#include "jalon/store/history_filter.h"
#include "tui/view.h"

extern const struct view_type view_history;

/* Only what the filter lets through, from its newest change on; its texts are copied. */
void history_narrow(void *view, const struct history_filter *filter);

/* Everything; what is about the entry that keys are about; about what the selected change is. */
struct wish history_show_all(const struct call *call);
struct wish history_show_entry(const struct call *call);
struct wish history_show_same(const struct call *call);
/* The selected change whole. */
struct wish history_read_whole(const struct call *call);
/* To what it is about, in the list. */
struct wish history_go(const struct call *call);
/* The value that it put, or the one before where that one stands, as a new change. */
struct wish history_put_back(const struct call *call);

#endif
