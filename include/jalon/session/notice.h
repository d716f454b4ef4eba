/* SPDX-License-Identifier: MIT
 *
 * notice: the line that answers what the person just did.
 *
 * For     whoever has something to say; a front shows it once and forgets it at the next command.
 * Owner   notice_init/notice_release; what is said is copied. */
#ifndef JALON_SESSION_NOTICE_H
#define JALON_SESSION_NOTICE_H

#include "jalon/base/buf.h"
#include "jalon/base/err.h"
#include "jalon/text/languages.h"

struct notice {
	struct buf text; /* empty: nothing */
	bool is_error;
};

void notice_init(struct notice *notice);
void notice_release(struct notice *notice);
void notice_clear(struct notice *notice);
/* Empties it, for a message to be added to. */
struct buf *notice_begin(struct notice *notice);
void notice_say(struct notice *notice, const char *text);
void notice_say_err(struct notice *notice, enum lang lang, const struct err *err);

/* Adds the error as a sentence of its own. */
void notice_add_err(struct buf *out, enum lang lang, const struct err *err);

#endif
