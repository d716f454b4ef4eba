/* SPDX-License-Identifier: MIT
 *
 * What was said of a wish is looked for in the plan that is made once it was saved. */
#include "jalon/plan/pin.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../export/sample.h"
#include "instance.h"
#include "jalon/base/date.h"

enum { SEED = 271828, RUNS = 120, TODAY = 20781 /* 2026-11-24 */ };

static const char *const titles[] = { "A", "B", "C", "D", "E", "F", "G", NULL };

static void fill(struct sample *sample, struct random *random)
{
	struct organisation *org = sample->org;

	for (size_t i = 0; i < org->action_count; i++) {
		const char **requires = ARENA_ARRAY(sample->arena, const char *, i + 1);
		size_t count = 0;

		for (size_t k = 0; k < i; k++) {
			if (random_below(random, 5) == 0)
				requires[count++] = org->actions[k].id;
		}
		org->actions[i].requires = (struct string_list){ requires, count };
	}
	for (size_t i = 0; i < org->entry_count; i++) {
		struct entry *entry = &org->entries[i];

		entry->impact = 1 + (int)random_below(random, 9);
		entry->effort_centidays = 25 * (1 + (int)random_below(random, 20));
		if (random_below(random, 3) == 0)
			entry->due_day = TODAY + (int)random_below(random, 40);
		if (random_below(random, 5) == 0)
			entry->pin =
				org->entries[random_below(random, (unsigned)org->entry_count)].id;
	}
	sample_plan(sample);
}

static struct entry *entry_of(struct sample *sample, size_t index)
{
	return &sample->org
			->entries[sample->input.plan->actions[index].entry - sample->org->entries];
}

static size_t count_later(const struct plan *now, const struct plan *then, bool falls)
{
	size_t count = 0;

	for (size_t i = 0; i < now->count; i++) {
		const struct plan_action *one = &now->actions[i];
		const struct plan_action *other = &then->actions[plan_index_of(then, one->entry)];

		count += falls ? one->lateness_days == 0 && other->lateness_days > 0
			       : other->finish_day > one->finish_day;
	}
	return count;
}

static int granted, refused[PLAN_PIN_OTHERS + 1];

static void expect_what_was_said(struct sample *sample, size_t first, size_t second, int run)
{
	const struct plan *now = sample->input.plan;
	struct plan_pin pin = plan_pin_try(sample->arena, now, first, second);
	struct entry *one = entry_of(sample, first), *other = entry_of(sample, second);
	const char *pins[] = { one->pin, other->pin };
	const struct plan *then;
	bool is_before;

	one->pin = other->id;
	other->pin = strcmp(other->pin, one->id) == 0 ? "" : other->pin;
	then = plan_make(sample->arena, sample->org, TODAY);
	is_before = plan_index_of(then, one) < plan_index_of(then, other);
	cr_expect_eq(is_before, pin.answer == PLAN_PIN_GRANTED, "run %d", run);
	if (is_before) {
		granted++;
		cr_expect_eq(pin.later.count, count_later(now, then, false), "run %d", run);
		cr_expect_eq(pin.fall.count, count_later(now, then, true), "run %d", run);
		cr_expect_eq(pin.percent > 0, then->cost > now->cost, "run %d", run);
	}
	refused[pin.answer]++;
	if (pin.answer == PLAN_PIN_DUE) {
		struct entry *dated = entry_of(sample, pin.in_the_way);

		dated->due_day = DAY_NONE;
		then = plan_make(sample->arena, sample->org, TODAY);
		cr_expect_lt(plan_index_of(then, one), plan_index_of(then, other),
			"run %d: without that date it goes", run);
	}
	if (pin.answer == PLAN_PIN_REQUIRES)
		cr_expect_lt(pin.in_the_way, first, "run %d", run);
	one->pin = pins[0];
	other->pin = pins[1];
}

Test(plan_pin, does_what_was_said_before_it_was_made)
{
	struct random random = { SEED };

	for (int run = 0; run < RUNS; run++) {
		struct sample sample;
		size_t first, second;

		sample_init(&sample, titles);
		fill(&sample, &random);
		second = random_below(&random, (unsigned)sample.input.plan->count - 1);
		first = second + 1 +
			random_below(&random, (unsigned)(sample.input.plan->count - second - 1));
		expect_what_was_said(&sample, first, second, run);
		sample_release(&sample);
	}
	cr_expect_gt(granted, 10);
	cr_expect_gt(refused[PLAN_PIN_REQUIRES], 5);
	cr_expect_gt(refused[PLAN_PIN_DUE], 2, "%d", refused[PLAN_PIN_DUE]);
}
