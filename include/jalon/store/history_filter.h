/* SPDX-License-Identifier: MIT
 *
 * history_filter: which changes of a history one asks for, by who, about what and since when.
 *
 * For     the history view, what has changed since a visit, `jalon log`.
 * Owner   a plain value, which borrows its texts. All unset, it lets everything through.
 * Units   seconds since 1970, UTC.
 * Errors  none. */
#ifndef JALON_STORE_HISTORY_FILTER_H
#define JALON_STORE_HISTORY_FILTER_H

#include "jalon/store/history.h"

struct history_filter {
	const char *author;     /* the whole name, whatever its accents and case; NULL: anybody */
	const char *not_author; /* everybody but that one, exactly so called; NULL: nobody is out */
	/* An entry, "service:ID" or "member:NAME", with what made it or took it away; an item that
	 * is asked of each service, for all of them. "" is the organisation itself; NULL: all. */
	const char *entry;
	bool has_since;
	int64_t since_utc;      /* then and after */
	int64_t after_revision; /* 0: from the first */
};

bool history_filter_accepts(
	const struct history_filter *filter, const struct history_change *change);
/* Whether the change is about that subject, as `entry` above says. */
bool history_is_about(const struct change *change, const char *subject);

#endif
