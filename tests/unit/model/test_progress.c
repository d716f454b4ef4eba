/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "desk.h"
#include "jalon/model/progress.h"

enum { TODAY = 20781 };

Test(progress, counts_each_entry_once_by_the_status_it_has_today)
{
	static const struct entry entries[] = {
		{ .status = STATUS_TODO },
		{ .status = STATUS_DOING },
		{ .status = STATUS_DONE },
		{ .status = STATUS_DONE },
		{ .status = STATUS_NOT_APPLICABLE, .review_day = TODAY },
		{ .status = STATUS_NOT_APPLICABLE, .review_day = TODAY - 1 },
	};
	struct counts counts = entries_counts(entries, ARRAY_LEN(entries), TODAY);

	cr_expect_eq(counts.total, 6);
	cr_expect_eq(counts.by_status[STATUS_TODO], 2, "with the one to be looked at again");
	cr_expect_eq(counts.by_status[STATUS_DOING], 1);
	cr_expect_eq(counts.by_status[STATUS_DONE], 2);
	cr_expect_eq(counts.by_status[STATUS_NOT_APPLICABLE], 1);
	cr_expect_eq(counts_applicable(&counts), 5);
}

Test(progress, counts_own_actions_and_the_items_of_services_that_are_there)
{
	struct desk desk;

	desk_init(&desk);
	cr_expect_eq(organisation_counts(desk.org, TODAY).total, 3, "no service, no item for one");
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	cr_expect_eq(organisation_counts(desk.org, TODAY).total, 5);
	cr_assert_eq(desk_add_action(&desk, "Appeler", "", NULL), ERR_NONE);
	cr_assert_eq(desk_set(&desk, "a1", FIELD_STATUS, "done"), ERR_NONE);
	cr_expect_eq(organisation_counts(desk.org, TODAY).total, 6);
	cr_expect_eq(organisation_counts(desk.org, TODAY).by_status[STATUS_DONE], 1);
	desk_release(&desk);
}

static const struct {
	const char *name;
	int done, not_applicable, total, percent;
} parts[] = {
	{ "nothing at all", 0, 0, 0, 0 },
	{ "nothing applies", 0, 3, 3, 0 },
	{ "nothing done", 0, 0, 3, 0 },
	{ "rounded down", 2, 0, 3, 66 },
	{ "all but one of many", 999, 0, 1000, 99 },
	{ "all", 3, 0, 3, 100 },
	{ "all that applies", 2, 1, 3, 100 },
	{ "as many as there can be", 30000000, 0, 60000000, 50 },
};

Test(progress, says_a_hundred_only_of_all)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		const struct counts counts = { .by_status = { [STATUS_DONE] = parts[i].done,
						       [STATUS_NOT_APPLICABLE] =
							       parts[i].not_applicable },
			.total = parts[i].total };

		cr_expect_eq(counts_percent(&counts), parts[i].percent, "%s", parts[i].name);
	}
}
