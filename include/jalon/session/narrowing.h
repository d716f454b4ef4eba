/* SPDX-License-Identifier: MIT
 *
 * narrowing: what a person wants to see only, by words and by kind.
 *
 * For     the list and the plan, which show the same.
 * Owner   narrowing_init/narrowing_release. */
#ifndef JALON_SESSION_NARROWING_H
#define JALON_SESSION_NARROWING_H

#include "jalon/base/buf.h"
#include "jalon/model/search.h"

struct narrowing {
	struct buf also; /* an entry that was made meanwhile: it shows all the same */
	struct buf search;
	enum filter filter;
};

/* "What remains", "What is late"… */
extern const struct wording filter_wordings[FILTER_COUNT];

void narrowing_init(struct narrowing *narrowing);
void narrowing_release(struct narrowing *narrowing);
/* Everything is shown again. */
void narrowing_clear(struct narrowing *narrowing);
/* That entry shows whatever search and filter say, until they are other ones. */
void narrowing_show_also(struct narrowing *narrowing, const char *entry_id);
bool narrowing_is_on(const struct narrowing *narrowing);

#endif
