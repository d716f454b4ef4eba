/* SPDX-License-Identifier: MIT
 *
 * dates: days, times and efforts as people write and read them.
 *
 * For     screens and text output; files and JSON use jalon/base/date.h.
 * Units   days and times as in jalon/base/date.h; efforts in hundredths of a person-day.
 * Errors  text_parse_day returns false for what it does not understand, and for a day that there is
 *         not; it leaves *day. */
#ifndef JALON_TEXT_DATES_H
#define JALON_TEXT_DATES_H

#include <stdbool.h>
#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/base/date.h"
#include "jalon/text/languages.h"

/* "15 janv." or "15 Jan", with the year when it is not today's. Nothing for DAY_NONE. */
void text_day(struct buf *out, enum lang lang, int day, int today_day);
/* The same in at most 10 cells, for a column: a day that could be taken for one of another year,
 * being ten months away or more, is "janv. 2029". */
void text_day_brief(struct buf *out, enum lang lang, int day, int today_day);
/* "vendredi 15 janvier 2027", "Friday 15 January 2027". */
void text_day_long(struct buf *out, enum lang lang, int day);
/* "à l’instant", "il y a 5 min", "hier", "12 déc." */
void text_when(struct buf *out, enum lang lang, int64_t at_utc, int64_t now_utc);
/* "½ j", "1,5 j", "12 j"; "½ d", "1.5 d" */
void text_effort(struct buf *out, enum lang lang, int64_t effort_centidays);
/* The same without its unit. */
void text_effort_figure(struct buf *out, enum lang lang, int64_t effort_centidays);
/* "janv.", "Jan": the day's month. */
void text_month(struct buf *out, enum lang lang, int day);

/* What people type for a day, in either language: 2027-01-15, 15/01/2027, 15/01, 15.1.27,
 * 15 janvier, +3 or +3j or +3d, +2s or +2w, +1m, dans 3 jours, in a week, vendredi or ven or
 * friday or lundi prochain (the next one, never today), vendredi en huit, demain, après-demain,
 * aujourd’hui, fin janvier, mi-mars, end of the month, fin d’année, next week (its Friday), le mois
 * prochain (its last day), le 15. A day and month without a year is the next such day. Case and
 * accents do not matter. */
bool text_parse_day(const char *typed, int today_day, int *day);
/* Whether that was understood, but the calendar has no such day: 31/02. */
bool text_day_is_missing(const char *typed, int today_day);

#endif
