/* SPDX-License-Identifier: MIT
 *
 * Where nothing else tells two actions apart, their numbers do. */
#include <criterion/criterion.h>

#include "../export/sample.h"
#include "jalon/base/date.h"

static const char *const titles[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
	NULL };

/* All that is under way, with one date, or with nothing said: each way that an order is found. */
static void fill(struct sample *sample, int way)
{
	for (size_t i = 0; i < sample->org->entry_count; i++) {
		struct entry *entry = &sample->org->entries[i];

		entry->status = way == 1 ? STATUS_DOING : STATUS_TODO;
		entry->due_day = way == 2 ? sample->input.plan->today_day + 3 : DAY_NONE;
		entry->owner = way == 3 ? "Inès" : "";
		if (entry->item)
			entry->status = STATUS_DONE;
	}
}

Test(ties, go_by_numbers_as_numbers)
{
	for (int way = 0; way < 4; way++) {
		struct sample sample;
		const struct plan *plan;

		sample_init(&sample, titles);
		fill(&sample, way);
		sample_plan(&sample);
		plan = sample.input.plan;
		cr_assert_eq(plan->count, 12);
		for (size_t i = 0; i < plan->count; i++)
			cr_expect_str_eq(plan->actions[i].entry->action->title, titles[i],
				"way %d, rank %zu", way, i + 1);
		sample_release(&sample);
	}
}
