/* SPDX-License-Identifier: MIT */
#include "jalon/model/search.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"

/* A newline between parts keeps a word from matching across two of them. */
static void add_folded(struct buf *folded, const char *text)
{
	utf8_fold(folded, text, strlen(text));
	buf_add_char(folded, '\n');
}

bool query_matches_entry(const struct query *query, const struct entry *entry, enum lang lang)
{
	struct buf folded = BUF_INIT;
	bool matches;

	add_folded(&folded, wording_in(entry_title(entry), lang));
	if (entry->item)
		add_folded(&folded, wording_in(entry->item->plain, lang));
	if (entry->service)
		add_folded(&folded, entry->service->name);
	add_folded(&folded, entry->owner);
	add_folded(&folded, entry->id);
	for (size_t i = 0; i < entry->note_count; i++)
		add_folded(&folded, entry->notes[i].text);
	matches = query_matches_folded(query, folded.text);
	buf_release(&folded);
	return matches;
}

bool filter_accepts(
	const struct filter *filter, const struct entry *entry, const char *author, int today_day)
{
	bool remains = entry_is_remaining(entry, today_day);

	switch (filter->kind) {
	case FILTER_REMAINING:
		return remains;
	case FILTER_MINE:
		return remains && strcmp(entry->owner, author) == 0;
	case FILTER_LATE:
		return entry_is_late(entry, today_day);
	case FILTER_AT_RISK:
		return remains && entry->due_day != DAY_NONE && entry->due_day >= today_day;
	case FILTER_NEW:
		return entry_status(entry, today_day) == STATUS_NEW;
	case FILTER_NO_DATE:
		return remains && entry->due_day == DAY_NONE;
	case FILTER_OWNER:
		return remains && strcmp(entry->owner, filter->text) == 0;
	case FILTER_PRIORITY:
		return (int)entry_priority(entry) == filter->number;
	case FILTER_SERVICE:
		return entry->service && strcmp(entry->service->id, filter->text) == 0;
	case FILTER_KIND:
		return (int)entry_kind(entry) == filter->number;
	case FILTER_ALL:
	case FILTER_COUNT:
		break;
	}
	return true;
}
