/* SPDX-License-Identifier: MIT
 *
 * matches: what a question finds for what is typed so far, a row each.
 *
 * For     forms that find, and the dialogue, which shows what was found below the field.
 * Owner   everything is the arena's that the list is made in.
 * Errors  none: nothing may be found. */
#ifndef TUI_MATCHES_H
#define TUI_MATCHES_H

#include "jalon/session/session.h"

struct match {
	const char *id;     /* tells it from the others, whatever rows come and go */
	const char *text;   /* one line */
	const char *remark; /* behind it; "" for none */
};

struct matches {
	struct match *rows;
	size_t count, room;
};

/* What is asked about, and what is typed. */
struct finding {
	const struct session *session;
	const char *subject, *typed;
	struct arena *arena;
};

void matches_add(struct matches *matches, struct arena *arena, struct match match);
/* The row of that id, else the first; −1 where there is none. */
int matches_place(const struct matches *matches, const char *id);

#endif
