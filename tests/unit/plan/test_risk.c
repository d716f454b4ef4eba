/* SPDX-License-Identifier: MIT
 *
 * What would save a date, recomputed from the plan over random ones. */
#include <criterion/criterion.h>
#include <string.h>

#include "../export/sample.h"
#include "instance.h"
#include "jalon/base/date.h"
#include "../../../src/plan/calendar.h"
#include "jalon/plan/risk.h"

enum { SEED = 271828, TODAY = 20781 /* 2026-11-24 */, CAPACITY = 500 };

static const char *const titles[] = { "A", "B", "C", "D", "E", "F", "G", NULL };

/* Efforts, dates and owners as the seed says; the item `ours` requires `said`. */
static void fill(struct sample *sample, struct random *random, bool with_owners)
{
	static const char *const owners[] = { "", "Inès", "Marc" };

	for (size_t i = 0; i < sample->org->entry_count; i++) {
		struct entry *entry = &sample->org->entries[i];

		entry->effort_centidays = 25 * (int)random_below(random, 20);
		entry->due_day = random_below(random, 2) ? TODAY - 3 + (int)random_below(random, 15)
							 : DAY_NONE;
		entry->owner = owners[with_owners ? random_below(random, 3) : 0];
	}
	sample_plan(sample);
}

static bool needs(const struct plan *plan, size_t action, size_t required)
{
	const struct string_list *requires = &plan->actions[action].requires;

	for (size_t k = 0; k < requires->count; k++) {
		size_t other = plan_find(plan, requires->texts[k]);

		if (other == required || needs(plan, other, required))
			return true;
	}
	return false;
}

static int64_t work_up_to(const struct plan *plan, size_t index, const char *owner)
{
	int64_t work = 0;

	for (size_t i = 0; i <= index; i++) {
		if (strcmp(plan->actions[i].entry->owner, owner) == 0)
			work += entry_left_centidays(plan->actions[i].entry);
	}
	return work;
}

static void check_risk(const struct plan *plan, size_t index, const struct plan_risk *risk, int run)
{
	const struct plan_action *action = &plan->actions[index];
	struct calendar calendar = calendar_make(TODAY, CAPACITY, NULL);
	int64_t time = calendar_work_until(&calendar, action->entry->due_day), work;

	work = work_up_to(plan, index, action->entry->owner) - (time > 0 ? time : 0);
	cr_expect_eq(risk->short_centidays, work > 0 ? work : 0, "run %d", run);
	if (risk->in_the_way != ORDER_NONE) {
		const struct entry *way = plan->actions[risk->in_the_way].entry;

		cr_expect_lt(risk->in_the_way, index, "run %d", run);
		cr_expect_str_eq(way->owner, action->entry->owner, "run %d", run);
		cr_expect_not(needs(plan, index, risk->in_the_way), "run %d", run);
		/* "To do that one later would be enough": without it the line is short enough. */
		if (risk->would_do)
			cr_expect_leq(
				calendar_finish_day(&calendar, work_up_to(plan, index, way->owner) -
								       entry_left_centidays(way)),
				action->entry->due_day, "run %d", run);
	}
	if (risk->waits_for != ORDER_NONE)
		cr_expect(needs(plan, index, risk->waits_for), "run %d", run);
}

Test(risk, tells_what_can_be_added_up)
{
	struct random random = { SEED };
	int risk_count = 0, ways = 0, enough = 0;

	for (int run = 0; run < 300; run++) {
		struct sample sample;
		const struct plan *plan;

		sample_init(&sample, titles);
		fill(&sample, &random, run % 2);
		plan = sample.input.plan;
		for (size_t i = 0; i < plan->count; i++) {
			struct plan_risk risk;

			if (plan->actions[i].lateness_days == 0)
				continue;
			risk = plan_risk_find(plan, i);
			check_risk(plan, i, &risk, run);
			risk_count++;
			ways += risk.in_the_way != ORDER_NONE;
			enough += risk.would_do;
		}
		sample_release(&sample);
	}
	/* Each kind was met. */
	cr_expect_gt(risk_count, 100);
	cr_expect_gt(ways, 30);
	cr_expect_gt(enough, 5);
}

/* One date long past must not take those along that can be kept. */
Test(risk, lets_no_date_fall_that_need_not)
{
	struct sample sample;
	const struct plan *plan;

	sample_init(&sample, titles);
	for (size_t i = 0; i < sample.org->entry_count; i++)
		sample.org->entries[i].effort_centidays = 100;
	sample.org->entries[3].due_day = TODAY - 300;
	sample.org->entries[4].impact = 1;
	sample.org->entries[4].due_day = TODAY + 2;
	sample_plan(&sample);
	plan = sample.input.plan;
	cr_expect_eq(plan->max_lateness_days, 300);
	for (size_t i = 0; i < plan->count; i++)
		cr_expect(plan->actions[i].entry == &sample.org->entries[3] ||
				  plan->actions[i].lateness_days == 0,
			"%s", plan->actions[i].entry->id);
	sample_release(&sample);
}

/* Two who work side by side keep what one line of work could not. */
Test(risk, counts_on_people_side_by_side)
{
	struct sample sample;

	sample_init(&sample, titles);
	for (size_t i = 0; i < sample.org->entry_count; i++) {
		sample.org->entries[i].effort_centidays = 100;
		sample.org->entries[i].owner = i % 2 ? "Inès" : "Marc";
		sample.org->entries[i].due_day = TODAY + 8;
	}
	sample_plan(&sample);
	cr_expect_eq(sample.input.plan->max_lateness_days, 0);
	sample_release(&sample);
}
