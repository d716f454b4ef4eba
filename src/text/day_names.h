/* SPDX-License-Identifier: MIT
 *
 * day_names: days of the week and months, to write and to read.
 *
 * Units   weekdays as in jalon/base/date.h; months from 0. */
#ifndef TEXT_DAY_NAMES_H
#define TEXT_DAY_NAMES_H

#include "jalon/text/languages.h"

enum { MONTHS = 12, WEEKDAYS = 7 };

extern const struct wording weekday_names[WEEKDAYS], month_names[MONTHS];

#endif
