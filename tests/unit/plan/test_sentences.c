/* SPDX-License-Identifier: MIT
 *
 * The figures that people read, taken out of the sentences of both languages and worked out again
 * from the plan's own rows; and what they claim of other rows, pins or not. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../export/sample.h"
#include "instance.h"
#include "jalon/base/date.h"

enum { SEED = 161803, TODAY = 20781 /* 2026-11-24 */, FIGURES_MAX = 8 };

static const char *const titles[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", NULL };

/* Hundredths, so that 1,5 and ½ are numbers like others. */
struct figures {
	int64_t values[FIGURES_MAX];
	size_t count;
};

static void add_figure(struct figures *figures, int64_t hundredths)
{
	cr_assert_lt(figures->count, FIGURES_MAX);
	figures->values[figures->count++] = hundredths;
}

static struct figures read_figures(const char *sentence)
{
	static const char half[] = "½";
	struct figures figures = { .count = 0 };

	for (const char *at = sentence; *at;) {
		char *end;
		int64_t hundredths;

		if (strncmp(at, half, strlen(half)) == 0) {
			add_figure(&figures, 50);
			at += strlen(half);
		} else if (*at >= '0' && *at <= '9') {
			hundredths = 100 * strtol(at, &end, 10);
			at = end;
			if ((*at == '.' || *at == ',') && at[1] >= '0' && at[1] <= '9') {
				long decimals = strtol(at + 1, &end, 10);

				hundredths += end - at == 2 ? 10 * decimals : decimals;
				at = end;
			}
			add_figure(&figures, hundredths);
		} else {
			at++;
		}
	}
	return figures;
}

/* Efforts, impacts and requirements as the seed says; a date, or a pin, now and then. */
static void fill(struct sample *sample, struct random *random, bool with_pins)
{
	struct organisation *org = sample->org;

	for (size_t i = 0; i < org->action_count; i++) {
		const char **requires = ARENA_ARRAY(sample->arena, const char *, i + 1);
		size_t count = 0;

		for (size_t k = 0; k < i; k++) {
			if (random_below(random, 4) == 0)
				requires[count++] = org->actions[k].id;
		}
		org->actions[i].requires = (struct string_list){ requires, count };
	}
	for (size_t i = 0; i < org->entry_count; i++) {
		struct entry *entry = &org->entries[i];

		entry->impact = 1 + (int)random_below(random, 9);
		entry->effort_centidays = 25 * (1 + (int)random_below(random, 20));
		if (random_below(random, 6) == 0)
			entry->due_day = TODAY + 5 + (int)random_below(random, 40);
		if (with_pins && random_below(random, 4) == 0)
			entry->pin =
				org->entries[random_below(random, (unsigned)org->entry_count)].id;
	}
	sample_plan(sample);
}

static size_t count_freed(const struct plan *plan, size_t index)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->count; i++) {
		const struct string_list *requires = &plan->actions[i].requires;

		for (size_t k = 0; k < requires->count; k++)
			count += strcmp(requires->texts[k], plan->actions[index].entry->id) == 0;
	}
	return count;
}

/* "These 3 actions are worth 11 of impact for 2.5 days": the rows from the one that leads. */
static void expect_set(
	struct figures *figures, const struct plan *plan, size_t leader, size_t count)
{
	int64_t impact = 0, effort = 0;

	for (size_t i = leader; i < leader + count; i++) {
		impact += entry_impact(plan->actions[i].entry);
		effort += entry_left_centidays(plan->actions[i].entry);
	}
	add_figure(figures, 100 * (int64_t)count);
	add_figure(figures, 100 * impact);
	add_figure(figures, effort);
}

/* What the sentence of this row must say; false for one that speaks of dates, which are no sums. */
static bool expect_figures(struct figures *figures, const struct plan *plan, size_t index)
{
	const struct plan_action *action = &plan->actions[index];
	size_t freed = count_freed(plan, index);

	figures->count = 0;
	if (action->lateness_days > 0 || action->step.cause == ORDER_CAUSE_DUE)
		return false;
	if (action->step.cause == ORDER_CAUSE_UNLOCKS) {
		expect_set(figures, plan, index, action->step.set_count);
	} else if (action->step.cause == ORDER_CAUSE_SET) {
		expect_set(figures, plan, action->step.witness, action->step.set_count);
	} else if (action->tier == entry_priority(action->entry)) {
		add_figure(figures, 100 * entry_impact(action->entry));
		add_figure(figures, entry_left_centidays(action->entry));
	}
	if (freed)
		add_figure(figures, 100 * (int64_t)freed);
	return true;
}

static void check_sentence(const struct plan *plan, size_t index, enum lang lang, int run)
{
	struct figures expected, found;
	struct buf sentence = BUF_INIT;

	if (!expect_figures(&expected, plan, index))
		return;
	plan_reason(&sentence, lang, plan, index);
	found = read_figures(sentence.text);
	cr_expect_eq(found.count, expected.count, "run %d: %s", run, sentence.text);
	for (size_t i = 0; i < found.count && i < expected.count; i++)
		cr_expect_eq(found.values[i], expected.values[i], "run %d: %s", run, sentence.text);
	buf_release(&sentence);
}

static bool is_possible(const struct plan *plan, size_t from, size_t index)
{
	const struct string_list *requires = &plan->actions[index].requires;

	for (size_t k = 0; k < requires->count; k++) {
		if (plan_find(plan, requires->texts[k]) >= from)
			return false;
	}
	return true;
}

/* "Nothing else possible at that point brings more"; "possible once X is finished"; "pinned": a pin
 * is no requirement, and none of these may speak as if it were. */
static void check_claim(const struct plan *plan, size_t index, int run)
{
	const struct plan_action *action = &plan->actions[index];
	int64_t impact = entry_impact(action->entry);
	int64_t effort = entry_left_centidays(action->entry);
	size_t pinned = 0;

	if (action->step.cause == ORDER_CAUSE_REQUIRED)
		cr_expect(!is_possible(plan, action->step.witness, index),
			"run %d: %zu does not wait for what is named", run, index);
	for (size_t i = index + 1; i < plan->count; i++) {
		const struct entry *other = plan->actions[i].entry;

		if (action->step.cause == ORDER_CAUSE_RATIO && is_possible(plan, index, i))
			cr_expect_geq(impact * entry_left_centidays(other),
				entry_impact(other) * effort, "run %d: %zu brings more than %zu",
				run, i, index);
	}
	for (size_t i = 0; i < plan->count; i++)
		pinned += plan->actions[i].entry->pin[0] != '\0';
	cr_expect(action->step.cause != ORDER_CAUSE_WISHES || pinned, "run %d: no pin", run);
}

Test(sentences, add_up_with_the_rows_of_the_plan)
{
	struct random random = { SEED };
	int causes[ORDER_CAUSE_COUNT] = { 0 };

	for (int run = 0; run < 300; run++) {
		struct sample sample;
		const struct plan *plan;

		sample_init(&sample, titles);
		fill(&sample, &random, run % 3 == 0);
		plan = sample.input.plan;
		for (size_t i = 0; i < plan->count; i++) {
			causes[plan->actions[i].step.cause]++;
			check_sentence(plan, i, LANG_EN, run);
			check_sentence(plan, i, LANG_FR, run);
			check_claim(plan, i, run);
		}
		sample_release(&sample);
	}
	for (int cause = 0; cause < ORDER_CAUSE_COUNT; cause++)
		cr_expect_gt(causes[cause], 20, "cause %d was met", cause);
}
