/* SPDX-License-Identifier: MIT */
#include "jalon/session/narrowing.h"

// clang-format off
const struct wording filter_wordings[FILTER_COUNT] = {
	[FILTER_ALL] = { .fr = "Tout", .en = "All" },
	[FILTER_REMAINING] = { .fr = "Ce qui reste", .en = "What remains" },
	[FILTER_MINE] = { .fr = "Ce qui me reste", .en = "What remains for me" },
	[FILTER_LATE] = { .fr = "En retard", .en = "Late" },
	[FILTER_NEW] = { .fr = "Pas encore vus", .en = "Not looked at yet" },
	[FILTER_AT_RISK] = { .fr = "À risque (selon le plan)", .en = "At risk (by the plan)" },
	[FILTER_RECOMMENDATIONS] = { .fr = "Recommandations", .en = "Recommendations" },
	[FILTER_QUESTIONS] = { .fr = "Questions", .en = "Questions" },
	[FILTER_OPPORTUNITIES] = { .fr = "Opportunités", .en = "Opportunities" },
	[FILTER_VIGILANCE] = { .fr = "Points de vigilance", .en = "Points of vigilance" },
	[FILTER_ACTIONS] = { .fr = "Nos propres actions", .en = "Our own actions" },
};
// clang-format on

void narrowing_init(struct narrowing *narrowing)
{
	*narrowing = (struct narrowing){ .also = BUF_INIT, .search = BUF_INIT };
}

void narrowing_release(struct narrowing *narrowing)
{
	buf_release(&narrowing->search);
	buf_release(&narrowing->also);
}

void narrowing_clear(struct narrowing *narrowing)
{
	buf_clear(&narrowing->search);
	buf_clear(&narrowing->also);
	narrowing->filter = FILTER_ALL;
}

void narrowing_show_also(struct narrowing *narrowing, const char *entry_id)
{
	buf_clear(&narrowing->also);
	buf_add(&narrowing->also, entry_id);
}

bool narrowing_is_on(const struct narrowing *narrowing)
{
	return narrowing->search.len || narrowing->filter != FILTER_ALL;
}
