/* SPDX-License-Identifier: MIT
 *
 * past_days: days that are behind, as people write them.
 *
 * For     whoever looks for something in a history: what dates.h reads as the next such day is the
 *         last one here.
 * Units   days as in jalon/base/date.h.
 * Errors  false for what is no day that has been; the days are left then. */
#ifndef JALON_TEXT_PAST_DAYS_H
#define JALON_TEXT_PAST_DAYS_H

#include <stdbool.h>

/* "hier", "vendredi", "12 nov", "12/11", "2026-11-12": one day, today at the latest. "novembre",
 * "nov 2026", "2026-11": a month. Either language, whatever the accents and the case. */
bool text_parse_past_days(const char *typed, int today_day, int *first, int *last);

#endif
