/* SPDX-License-Identifier: MIT
 *
 * messages: every sentence that has figures or names in it, French and English.
 *
 * For     cli, tui, export and the reasons of a plan. A row of MESSAGES becomes a typed function
 *         `text_<name>(struct buf *out, enum lang lang, …)` that adds the sentence to `out`, so
 *         that the compiler checks both languages against the same arguments. A row of COUNTED
 *         takes a count first and has a form for one and a form for many in each language
 *         (French counts 0 and 1 as one, English only 1).
 *         Texts without arguments are rows of WORDS in jalon/text/words.h.
 * Owner   the caller owns `out`. */
#ifndef JALON_TEXT_MESSAGES_H
#define JALON_TEXT_MESSAGES_H

#include "jalon/base/buf.h"
#include "jalon/text/languages.h"

// clang-format off
/* M(name, (parameters), (arguments), French, English) */
#define MESSAGES(M) \
	/* common */ \
	M(counts_share, (int done, int total, int percent), (done, total, percent), \
		"%d/%d (%d %%)", "%d/%d (%d%%)") \
	/* dates; figures come written, since languages write decimals and a first day apart */ \
	M(day_short, (const char *day, const char *month), (day, month), "%s %s", "%s %s") \
	M(day_year, (const char *day, int year), (day, year), "%s %d", "%s %d") \
	M(day_weekday, (const char *weekday, const char *day), (weekday, day), "%s %s", "%s %s") \
	M(minutes_ago, (int minutes), (minutes), "il y a %d min", "%d min ago") \
	M(hours_ago, (int hours), (hours), "il y a %d h", "%d h ago") \
	M(days_of_work, (const char *figure), (figure), "%s j", "%s d") \
	/* cli */ \
	/* tui */ \
	/* plan */ \
	/* export */

/* N(name, (parameters, the first is `int count`), (arguments), French one, French many,
 *   English one, English many) */
#define COUNTED(N) \
	/* common */ \
	N(actions, (int count), (count), "%d action", "%d actions", "%d action", "%d actions") \
	/* cli */ \
	/* tui */ \
	/* plan */ \
	/* export */
// clang-format on

#define MESSAGE_UNPACK(...) __VA_ARGS__
#define MESSAGE_FUNCTION(name, parameters, arguments, fr, en)                                      \
	static inline void text_##name(struct buf *out, enum lang lang, MESSAGE_UNPACK parameters) \
	{                                                                                          \
		if (lang == LANG_FR)                                                               \
			buf_add_format(out, fr, MESSAGE_UNPACK arguments);                         \
		else                                                                               \
			buf_add_format(out, en, MESSAGE_UNPACK arguments);                         \
	}
#define COUNTED_FUNCTION(name, parameters, arguments, fr_one, fr_many, en_one, en_many)            \
	static inline void text_##name(struct buf *out, enum lang lang, MESSAGE_UNPACK parameters) \
	{                                                                                          \
		if (lang == LANG_FR && count >= -1 && count <= 1)                                  \
			buf_add_format(out, fr_one, MESSAGE_UNPACK arguments);                     \
		else if (lang == LANG_FR)                                                          \
			buf_add_format(out, fr_many, MESSAGE_UNPACK arguments);                    \
		else if (count == 1)                                                               \
			buf_add_format(out, en_one, MESSAGE_UNPACK arguments);                     \
		else                                                                               \
			buf_add_format(out, en_many, MESSAGE_UNPACK arguments);                    \
	}

MESSAGES(MESSAGE_FUNCTION)
COUNTED(COUNTED_FUNCTION)

#endif
