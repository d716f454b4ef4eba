/* SPDX-License-Identifier: MIT
 *
 * title: what an entry or a group is called, in so many cells.
 *
 * For     rows, and whatever else has little room. The same question is asked about each service:
 *         where both do not fit, it is the question that is shortened, as far as half of the room;
 *         then the service too.
 * Units   cells. */
#ifndef TUI_TITLE_H
#define TUI_TITLE_H

#include "jalon/base/buf.h"
#include "jalon/model/organisation.h"

void title_add_entry(struct buf *out, const struct entry *entry, enum lang lang, int cells);
/* What a change is about, by its name as in jalon/model/subject.h, whole; nothing for what is no
 * more, and for the organisation itself. */
void title_add_subject(
	struct buf *out, const struct organisation *org, const char *subject, enum lang lang);
void title_add_group(struct buf *out, const struct group *group, enum lang lang, int cells);

#endif
