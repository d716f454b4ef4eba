/* SPDX-License-Identifier: MIT
 *
 * search: which entries a person asks for, by words or by what they are.
 *
 * For     the `/` and `f` keys, and lists that narrow.
 * Owner   nothing is kept. */
#ifndef JALON_MODEL_SEARCH_H
#define JALON_MODEL_SEARCH_H

#include "jalon/base/query.h"
#include "jalon/model/organisation.h"

/* In the title, plain line, owner, notes and service name, in the language given. */
bool query_matches_entry(const struct query *query, const struct entry *entry, enum lang lang);

enum filter_kind {
	FILTER_ALL,
	FILTER_REMAINING,
	FILTER_MINE, /* remaining and owned by `author` */
	FILTER_LATE,
	FILTER_NEW,     /* nobody has looked at it */
	FILTER_AT_RISK, /* only the plan knows which: here, what has a date to come */
	FILTER_NO_DATE, /* remaining, and due on no day */
	/* Of these one says which. */
	FILTER_OWNER, /* remaining and owned by `text`; "": by nobody */
	FILTER_SERVICE,
	FILTER_KIND,
	FILTER_PRIORITY,
	FILTER_COUNT
};

struct filter {
	enum filter_kind kind;
	int number;       /* a priority, or a kind of item */
	const char *text; /* a name, or a service's id; "" for none */
};

bool filter_accepts(
	const struct filter *filter, const struct entry *entry, const char *author, int today_day);

#endif
