/* SPDX-License-Identifier: MIT
 *
 * languages: which one a person reads.
 *
 * For     whoever puts something in words. A wording is a text in the languages a checklist
 *         or a table has it in.
 * Owner   wordings borrow their strings. */
#ifndef JALON_TEXT_LANGUAGES_H
#define JALON_TEXT_LANGUAGES_H

#include <stdbool.h>

enum lang { LANG_FR, LANG_EN, LANG_COUNT, LANG_NONE = LANG_COUNT };

/* A text in both languages, or in one: the one that is missing is NULL. Both NULL: no text. */
struct wording {
	const char *fr;
	const char *en;
};

/* In that language, else in the other, else "". Never NULL. */
const char *wording_in(struct wording wording, enum lang lang);

extern const char *const lang_names[LANG_COUNT];

/* Exactly "fr" or "en". */
bool lang_parse(const char *name, enum lang *lang);
const char *lang_name(enum lang lang);
/* From a locale such as "fr_FR.UTF-8"; false for "", "C", "POSIX" and languages we do not speak. */
bool lang_from_locale(const char *locale, enum lang *lang);

#endif
