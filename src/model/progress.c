/* SPDX-License-Identifier: MIT */
#include "jalon/model/progress.h"

struct counts entries_counts(const struct entry *entries, size_t count, int today_day)
{
	struct counts counts = { .total = (int)count };

	for (size_t i = 0; i < count; i++) {
		counts.by_status[entry_status(&entries[i], today_day)]++;
		counts.late += entry_is_late(&entries[i], today_day);
	}
	return counts;
}

struct counts organisation_counts(const struct organisation *org, int today_day)
{
	return entries_counts(org->entries, org->entry_count, today_day);
}

int counts_applicable(const struct counts *counts)
{
	return counts->total - counts->by_status[STATUS_NOT_APPLICABLE];
}

int counts_percent(const struct counts *counts)
{
	int applicable = counts_applicable(counts);

	return applicable ? (int)((int64_t)counts->by_status[STATUS_DONE] * 100 / applicable) : 0;
}
