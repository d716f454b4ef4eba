/* SPDX-License-Identifier: MIT
 *
 * wish: what a command, or the answer to a question, wants to happen.
 *
 * For     commands and forms return one; loop.c alone carries it out. So nobody below the loop
 * opens a view, asks, commits or leaves by itself, and whoever reads loop.c has seen all that can
 *         happen.
 * Owner   strings are the session arena's, or longer-lived. */
#ifndef TUI_WISH_H
#define TUI_WISH_H

#include "jalon/store/history_filter.h"

/* In the order of their keys; those without a tab last. */
enum view {
	VIEW_ORGANISATIONS,
	VIEW_CHECKLIST,
	VIEW_WALK,
	VIEW_PLAN,
	VIEW_GUIDE,
	VIEW_HISTORY,
	VIEW_TEAM,
	VIEW_COUNT
};

enum form_name {
	FORM_NONE,
	FORM_NOTE,
	FORM_OWNER,
	FORM_DUE,
	FORM_REASON,
	FORM_REVIEW,
	FORM_ESTIMATE,
	FORM_ACTION,
	FORM_SERVICE,
	FORM_SEARCH,
	FORM_JUMP,
	FORM_NEW,
	FORM_FILTER,
	FORM_FILTER_VALUE,
	FORM_LOOK,
	FORM_TITLE,
	FORM_SERVICE_NAME,
	FORM_MEMBER_NAME,
	FORM_NAME,
	FORM_CAPACITY,
	FORM_MEMBER,
	FORM_MEMBER_CAPACITY,
	FORM_REMOVE,
	FORM_REMOVE_ORGANISATION,
	FORM_REQUIRE,
	FORM_PLACE,
	FORM_NOTES,
	FORM_NOTE_AGAIN,
	FORM_SAME_NAME,
	FORM_CONFLICT,
	FORM_CONFLICT_VALUE,
	FORM_KEPT,
	FORM_KEPT_VALUE,
	FORM_WHO,
	FORM_APPEARANCE,
	FORM_COUNT
};

/* What the person may want of their screen, in the order in which it is offered. */
enum adaptation {
	ADAPT_DARK,
	ADAPT_LIGHT,
	ADAPT_MONO,
	ADAPT_SIGNS,
	ADAPT_CALM,
	ADAPT_MOUSE,
	ADAPT_COUNT
};

enum wish_kind {
	WISH_NOTHING,
	WISH_CHANGES, /* commit `changes` */
	WISH_UNDO,    /* take back one's last commit */
	WISH_REDO,    /* put it again */
	WISH_BEGIN,   /* show what there is, now that it is known who the person is */
	WISH_OPEN,    /* the organisation `text` */
	WISH_SHOW,    /* the view `number`, at `entry` where it is given */
	WISH_BESIDE,  /* the view `number` tabs further */
	WISH_HISTORY, /* the history, of what `filter` lets through */
	WISH_ASK,  /* the form `number` about the entry `entry`; `text` to go on from, NULL: its own
		    */
	WISH_MOVE, /* by `number`, an enum move */
	WISH_ASK_SEARCH, /* ask what to search for, where one is */
	WISH_SEARCH,     /* for `text` */
	WISH_FIND_NEXT,  /* what was searched for last */
	WISH_READ,       /* the selected entry whole */
	WISH_TEXT,       /* `text`, over the view */
	WISH_HELP,       /* the keys of this place */
	WISH_ADAPT,      /* the screen, as `number`, an enum adaptation, says */
	WISH_BACK,       /* one step out */
	WISH_QUIT,       /* one step out; the program, where there is none */
	WISH_LEAVE       /* the program, wherever one is */
};

struct wish {
	enum wish_kind kind;
	int number;
	const char *entry, *text;
	const char *org_id; /* of what is asked: to be opened first; NULL: the one that is */
	int choice;         /* of a form that offers some: the one to begin on */
	struct change_list changes;
	struct history_filter filter;
};

static inline struct wish wish_of(enum wish_kind kind)
{
	return (struct wish){ .kind = kind };
}

static inline struct wish wish_ask(enum form_name form, const char *entry_id, const char *text)
{
	return (struct wish){ .kind = WISH_ASK, .number = form, .entry = entry_id, .text = text };
}

static inline struct wish wish_changes(struct change_list changes)
{
	return (struct wish){ .kind = changes.count ? WISH_CHANGES : WISH_NOTHING,
		.changes = changes };
}

#endif
