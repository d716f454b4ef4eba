/* SPDX-License-Identifier: MIT
 *
 * names: who is known to an organisation, to be offered where one says who takes care of something;
 * and how a sentence says whose something is.
 *
 * For     the question of the owner; what is said of changes.
 * Owner   the list is the arena's, the names the organisation's. */
#ifndef JALON_SESSION_NAMES_H
#define JALON_SESSION_NAMES_H

#include "jalon/base/buf.h"
#include "jalon/model/organisation.h"

/* The members, then who else takes care of something, each once. */
struct string_list names_known(struct arena *arena, const struct organisation *org);
/* The name behind the one that is typed, in a circle; else the first that begins so, or any. NULL
 * where nobody is known. */
const char *names_next(const struct string_list *names, const char *typed);

/* "de Marc", "d’Inès", "by Marc": what one or several did, `names` being ready to be read. */
void names_add_by(struct buf *out, enum lang lang, const char *names);

#endif
