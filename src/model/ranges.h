/* SPDX-License-Identifier: MIT
 *
 * ranges: days and ranges of days, as one text.
 *
 * For     field.c, which reads and writes every kind.
 * Owner   ranges and texts are the arena's.
 * Errors  ranges_parse: false for what is no day nor range of days; the list is untouched then. */
#ifndef MODEL_RANGES_H
#define MODEL_RANGES_H

#include "jalon/model/objects.h"
#include "jalon/base/arena.h"

/* "2026-12-24/2027-01-03, 2027-05-14"; not of an empty text. */
bool ranges_parse(const char *text, struct arena *arena, struct day_range_list *list);
/* Canonical: with commas alone. */
const char *ranges_format(struct day_range_list list, struct arena *arena);

#endif
