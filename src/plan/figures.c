/* SPDX-License-Identifier: MIT */
#include "plan/figures.h"

#include "jalon/text/dates.h"
#include "jalon/text/messages.h"

bool figures_are_estimates(const struct entry *entry)
{
	return entry_has_impact(entry) && entry_has_left(entry);
}

void figures_add(struct buf *out, enum lang lang, const struct entry *entry)
{
	int impact = entry_impact(entry);
	struct buf effort = BUF_INIT;

	text_effort(&effort, lang, entry_left_centidays(entry));
	if (figures_are_estimates(entry))
		text_plan_figures(out, lang, impact, effort.text);
	else if (entry_has_left(entry))
		text_plan_impact_counted(out, lang, impact, effort.text);
	else if (entry_has_impact(entry))
		text_plan_effort_counted(out, lang, impact, effort.text);
	else
		text_plan_both_counted(out, lang, impact, effort.text);
	buf_release(&effort);
}

void figures_add_defaults(struct buf *out, enum lang lang)
{
	struct buf effort = BUF_INIT;

	text_effort(&effort, lang, EFFORT_CENTIDAYS_DEFAULT);
	buf_add(out, " ");
	text_plan_counts_as(out, lang, IMPACT_DEFAULT, effort.text);
	buf_release(&effort);
}
