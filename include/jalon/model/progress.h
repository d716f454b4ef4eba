/* SPDX-License-Identifier: MIT
 *
 * progress: counts first.
 *
 * For     headers, lists and reports: done / (all − not applicable), and how many are new.
 * Units   entries. A percentage is rounded down, so that 100 % means all. */
#ifndef JALON_MODEL_PROGRESS_H
#define JALON_MODEL_PROGRESS_H

#include "jalon/model/organisation.h"

struct counts {
	int by_status[STATUS_COUNT];
	int late; /* counted in the others too */
	int total;
};

/* Statuses as they count today (see entry_status). Own actions count like items. */
struct counts organisation_counts(const struct organisation *org, int today_day);
struct counts entries_counts(const struct entry *entries, size_t count, int today_day);
/* all − not applicable */
int counts_applicable(const struct counts *counts);
/* 0 to 100; 0 when nothing applies. */
int counts_percent(const struct counts *counts);

#endif
