/* SPDX-License-Identifier: MIT
 *
 * extra: the members of a file that jalon does not know, as objects keep them: a line each, the
 * name between its quotes, a colon, the JSON.
 *
 * For     merges, which treat each like a field, and entries, which say what they hold.
 * Owner   what comes out is the arena's.
 * Errors  none. `extra` NULL has none. */
#ifndef MODEL_EXTRA_H
#define MODEL_EXTRA_H

#include "jalon/model/checklist.h"

/* The names of unknown members, and the JSON of one of them, "" where it is not there. */
struct string_list extra_names(struct arena *arena, const char *extra);
const char *extra_value(struct arena *arena, const char *extra, const char *name);

#endif
