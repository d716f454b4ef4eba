/* SPDX-License-Identifier: MIT
 *
 * values: the value of a field as people say it, and as they type it.
 *
 * For     conflicts, the history, and questions that open on what an entry holds.
 * Owner   texts are the arena's, or added to the caller's buf.
 * Errors  value_from_typed: ERR_USAGE with the field's own sentence. */
#ifndef JALON_SESSION_VALUES_H
#define JALON_SESSION_VALUES_H

#include "jalon/base/buf.h"
#include "jalon/model/change.h"

/* "fait", "12 déc.", a note's words; "–" for none. */
void value_add_text(struct buf *out, enum lang lang, int today_day, enum field field,
	const struct value *value);

/* A canonical value as people write it, to be gone on with: "2027-01-15" is 15/01/2027 in French,
 * "0.5" is 0,5. */
const char *value_as_typed(
	struct arena *arena, enum lang lang, enum field field, const char *canonical);
/* The way back: what people write ("+3s", "vendredi", "0,5") as a canonical value. */
bool value_from_typed(enum field field, const char *typed, int today_day, struct arena *arena,
	const char **canonical, struct err *err);

#endif
