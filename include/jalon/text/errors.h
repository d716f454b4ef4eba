/* SPDX-License-Identifier: MIT
 *
 * errors: what is wrong and what to do next, French and English.
 *
 * For     err_set(…, MSG_<NAME>, …) anywhere; text_err puts it in words at the edge (cli, tui).
 *         A row says what is wrong in a clause that `where` and the value found may follow,
 *         and what to do next in a full sentence.
 * Owner   static strings; text_err adds to the caller's `out`. */
#ifndef JALON_TEXT_ERRORS_H
#define JALON_TEXT_ERRORS_H

#include "jalon/base/buf.h"
#include "jalon/base/err.h"
#include "jalon/text/languages.h"

// clang-format off
/* E(name, what in French, next in French, what in English, next in English) */
#define ERRORS(E) \
	/* base, model: values */ \
	E(NOT_A_DATE, "ce n’est pas une date", "Écrire AAAA-MM-JJ, par exemple 2027-01-15.", \
		"this is not a date", "Write YYYY-MM-DD, for example 2027-01-15.") \
	/* model */ \
	/* store */ \
	/* plan */ \
	/* cli */ \
	/* tui */
// clang-format on

#define ERROR_NAME(name, fr_what, fr_next, en_what, en_next) MSG_##name,
enum message { ERRORS(ERROR_NAME) MSG_COUNT };
#undef ERROR_NAME

/* "demo.json:12: entries.a1.due : ce n’est pas une date : « 31/02 ». Écrire AAAA-MM-JJ…"
 * Cleaned of control characters, without a newline. */
void text_err(struct buf *out, enum lang lang, const struct err *err);
/* Its two halves, for a dialogue that shows them apart. */
const char *text_err_what(int message, enum lang lang);
const char *text_err_next(int message, enum lang lang);

#endif
