/* SPDX-License-Identifier: MIT
 *
 * day_phrases: days that are said, and not written as a date.
 *
 * For     dates_typed.c: "demain", "+3 jours", "dans 3 jours", "lundi prochain", "fin janvier", and
 *         the same in English.
 * Units   days as in jalon/base/date.h.
 * Errors  false for what it does not understand; *day is left. */
#ifndef TEXT_DAY_PHRASES_H
#define TEXT_DAY_PHRASES_H

#include "text/typed.h"

bool day_phrase_parse(const struct typed *typed, int today_day, int *day);
/* The next such day of any month, from today on: "le 15". */
bool day_phrase_of_month(int day_of_month, int today_day, int *day);

#endif
