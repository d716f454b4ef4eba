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

/* Dates of own actions alone, gone by or to come, whatever the tier. */
static void date_actions(struct sample *sample, struct random *random, bool few)
{
	for (size_t i = 0; i < sample->org->entry_count; i++) {
		struct entry *entry = &sample->org->entries[i];

		entry->effort_centidays = 25 * (1 + (int)random_below(random, 12));
		entry->priority = PRIORITY_MUST + random_below(random, 3);
		entry->due_day = entry->action && (random_below(random, 3) &&
							  (!few || random_below(random, 9) == 0))
					 ? TODAY - 8 + (int)random_below(random, 40)
					 : DAY_NONE;
	}
	sample_plan(sample);
}

static int64_t time_until(const struct entry *entry)
{
	struct calendar calendar = calendar_make(TODAY, CAPACITY, NULL);
	int64_t time = calendar_work_until(&calendar, entry->due_day);

	return time > 0 ? time : 0;
}

/* Past, or too near for itself alone: own actions of the sample require nothing. */
static bool is_lost(const struct entry *entry)
{
	return entry->due_day < TODAY || entry->effort_centidays > time_until(entry);
}

/* All dates that are not lost, kept together: what is due by each fits before it. */
static bool can_be_kept(const struct sample *sample)
{
	for (size_t i = 0; i < sample->org->entry_count; i++) {
		const struct entry *last = &sample->org->entries[i];
		int64_t work = 0;

		if (last->due_day == DAY_NONE || is_lost(last))
			continue;
		for (size_t k = 0; k < sample->org->entry_count; k++) {
			const struct entry *entry = &sample->org->entries[k];

			if (entry->due_day != DAY_NONE && !is_lost(entry) &&
				entry->due_day <= last->due_day)
				work += entry->effort_centidays;
		}
		if (work > time_until(last))
			return false;
	}
	return true;
}

static void check_dates(const struct sample *sample, int run)
{
	const struct plan *plan = sample->input.plan;

	for (size_t i = 0; can_be_kept(sample) && i < plan->count; i++)
		cr_expect(plan->actions[i].entry->due_day == DAY_NONE ||
				  is_lost(plan->actions[i].entry) ||
				  plan->actions[i].lateness_days == 0,
			"run %d: %s", run, plan->actions[i].entry->id);
}

/* The one date there is, whatever its tier: it cannot end sooner than when it begins at once. */
static void check_alone(const struct plan *plan, int run)
{
	struct calendar calendar = calendar_make(TODAY, CAPACITY, NULL);

	for (size_t i = 0; i < plan->count; i++)
		cr_expect(plan->actions[i].entry->due_day == DAY_NONE ||
				  plan->actions[i].finish_day ==
					  calendar_finish_day(&calendar,
						  plan->actions[i].entry->effort_centidays),
			"run %d", run);
}

/* What is lost takes no other date along, in whatever tier; nor does it wait for its own tier where
 * nothing is lost by doing it at once. */
Test(risk, loses_no_date_for_one_that_is_lost)
{
	struct random random = { SEED };
	int met = 0, alone = 0;

	for (int run = 0; run < 400; run++) {
		struct sample sample;
		const struct plan *plan;
		int lost = 0, dated = 0;

		sample_init(&sample, titles);
		date_actions(&sample, &random, run % 2);
		plan = sample.input.plan;
		for (size_t i = 0; i < plan->count; i++) {
			const struct entry *entry = plan->actions[i].entry;

			dated += entry->due_day != DAY_NONE;
			lost += entry->due_day != DAY_NONE && is_lost(entry);
		}
		check_dates(&sample, run);
		if (lost == 1 && dated == 1)
			check_alone(plan, run);
		met += lost > 0 && dated > lost && can_be_kept(&sample);
		alone += lost == 1 && dated == 1;
		sample_release(&sample);
	}
	cr_expect_gt(met, 50);
	cr_expect_gt(alone, 10);
}
