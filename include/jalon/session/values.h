/* SPDX-License-Identifier: MIT
 *
 * values: the value of a field as people type it.
 *
 * For     questions that open on what an entry holds, and their answers.
 * Owner   texts are the arena's.
 * Errors  value_from_typed: ERR_USAGE with the field's own sentence. */
#ifndef JALON_SESSION_VALUES_H
#define JALON_SESSION_VALUES_H

#include "jalon/base/buf.h"
#include "jalon/model/change.h"

/* A canonical value as people write it, to be gone on with: "2027-01-15" is 15/01/2027 in French,
 * "0.5" is 0,5. */
const char *value_as_typed(
	struct arena *arena, enum lang lang, enum field field, const char *canonical);
/* The way back: what people write ("+3s", "vendredi", "0,5") as a canonical value. */
bool value_from_typed(enum field field, const char *typed, int today_day, struct arena *arena,
	const char **canonical, struct err *err);

#endif
