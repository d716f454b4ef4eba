/* SPDX-License-Identifier: MIT
 *
 * narrowing: what a person wants to see only, by words and by a filter.
 *
 * For     the list and the plan, which show the same; and the questions that ask for it.
 * Owner   narrowing_init/narrowing_release. The text of its filter is its own; that of a filter in
 *         narrowing_choices() the organisation's. */
#ifndef JALON_SESSION_NARROWING_H
#define JALON_SESSION_NARROWING_H

#include "jalon/base/buf.h"
#include "jalon/model/search.h"

struct narrowing {
	struct buf also; /* an entry that was made meanwhile: it shows all the same */
	struct buf search;
	struct filter filter;
	struct buf filter_text;
	enum filter_kind asked; /* of which one is asked which */
};

/* "What remains", "What is late"… */
extern const struct wording filter_wordings[FILTER_COUNT];

void narrowing_init(struct narrowing *narrowing);
void narrowing_release(struct narrowing *narrowing);
/* Everything is shown again. */
void narrowing_clear(struct narrowing *narrowing);
void narrowing_set_filter(struct narrowing *narrowing, const struct filter *filter);
/* That entry shows whatever search and filter say, until they are other ones. */
void narrowing_show_also(struct narrowing *narrowing, const char *entry_id);
bool narrowing_is_on(const struct narrowing *narrowing);

/* What can be asked for of that kind, of FILTER_KIND the priorities too; how many there are. */
size_t narrowing_choices(struct arena *arena, const struct organisation *org, enum filter_kind kind,
	struct filter **choices);
/* "What remains for Marc", "must", "Portail usagers". */
void narrowing_add_filter(struct buf *out, const struct filter *filter,
	const struct organisation *org, enum lang lang);

#endif
