/* SPDX-License-Identifier: MIT
 *
 * command: what a key can do, one row each.
 *
 * For     key dispatch, the key bar, the help screen and the KEYS part of the man pages: all from
 *         this table.
 * Owner   static rows. A command returns what it wants, and writes nothing; what it needs of a view
 *         is in that view's file. */
#ifndef TUI_COMMAND_H
#define TUI_COMMAND_H

#include "jalon/screen/key.h"
#include "tui/view.h"

enum place {
	IN_ORGANISATIONS = 1 << VIEW_ORGANISATIONS,
	IN_CHECKLIST = 1 << VIEW_CHECKLIST,
	IN_WALK = 1 << VIEW_WALK,
	IN_PLAN = 1 << VIEW_PLAN,
	IN_GUIDE = 1 << VIEW_GUIDE,
	IN_HISTORY = 1 << VIEW_HISTORY,
	IN_TEAM = 1 << VIEW_TEAM,
	IN_OVERLAY = 1 << VIEW_COUNT,
	IN_ENTRY = IN_OVERLAY << 1, /* the overlay that shows one whole */
	ON_TITLE = IN_ENTRY << 1,   /* of the bar alone: no item is selected in the checklist */
	AT_END = ON_TITLE << 1,     /* of the bar alone: the last page of the walk */
	IN_ENTRIES = IN_CHECKLIST | IN_WALK | IN_PLAN | IN_ENTRY,
	IN_VIEWS = IN_ORGANISATIONS | IN_CHECKLIST | IN_WALK | IN_PLAN | IN_GUIDE | IN_HISTORY |
		   IN_TEAM,
	EVERYWHERE = IN_VIEWS | IN_OVERLAY | IN_ENTRY
};

struct command {
	const char *name;
	const char *key, *also; /* as key.h names them; `also` may be NULL */
	int where;              /* places */
	int bar;                /* places whose key bar shows it */
	struct wording label;   /* a word for the bar */
	struct wording help;
	struct wish (*run)(const struct call *call);
	int argument; /* for `run`, so that rows that do alike share one */
};

extern const struct command commands[];
extern const size_t command_count;

const struct command *command_find(struct key key, int place);
/* A row that is known to be there. */
const struct command *command_named(const char *name);

#endif
