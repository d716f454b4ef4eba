/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"
#include "jalon/base/date.h"
#include "sample_value.h"

enum { TODAY = 20781 };

static struct entry make_untouched(void)
{
	struct entry entry = { .id = "one" };

	object_unset(OBJECT_ENTRY, &entry);
	return entry;
}

Test(entry, reads_the_statuses_that_it_writes_and_no_other)
{
	static const char *const none[] = { "", "Done", "done ", "not applicable", "must" };
	enum status status;

	for (int i = 0; i < STATUS_COUNT; i++) {
		status = STATUS_COUNT;
		cr_expect(status_parse(status_name((enum status)i), &status) && (int)status == i,
			"%d", i);
	}
	status = STATUS_COUNT;
	for (size_t i = 0; i < ARRAY_LEN(none); i++)
		cr_expect(!status_parse(none[i], &status) && status == STATUS_COUNT, "%s", none[i]);
}

Test(entry, has_the_title_and_kind_of_its_item_or_action)
{
	const struct item item = { .title = { "Un", "One" }, .kind = KIND_QUESTION };
	const struct action action = { .title = "Appeler" };
	const struct entry of_item = { .item = &item }, own = { .action = &action };

	cr_expect_str_eq(entry_title(&of_item).fr, "Un");
	cr_expect_str_eq(entry_title(&of_item).en, "One");
	cr_expect_eq(entry_kind(&of_item), KIND_QUESTION);
	cr_expect_str_eq(wording_in(entry_title(&own), LANG_EN), "Appeler");
	cr_expect_eq(entry_kind(&own), KIND_ACTION);
}

Test(entry, counts_what_was_said_then_the_item_then_the_default)
{
	const struct item item = { .priority = PRIORITY_MUST, .impact = 5, .effort_centidays = 25 };
	const struct action action = { .title = "" };
	struct entry entry = make_untouched();

	entry.action = &action;
	cr_expect_eq(entry_priority(&entry), PRIORITY_SHOULD);
	cr_expect_eq(entry_impact(&entry), IMPACT_DEFAULT);
	cr_expect_eq(entry_effort_centidays(&entry), EFFORT_CENTIDAYS_DEFAULT);
	entry.item = &item;
	cr_expect_eq(entry_priority(&entry), PRIORITY_MUST);
	cr_expect_eq(entry_impact(&entry), 5);
	cr_expect_eq(entry_effort_centidays(&entry), 25);
	entry.priority = PRIORITY_COULD;
	entry.impact = 1;
	entry.effort_centidays = 0;
	cr_expect_eq(entry_priority(&entry), PRIORITY_COULD);
	cr_expect_eq(entry_impact(&entry), 1);
	cr_expect_eq(entry_effort_centidays(&entry), 0, "no effort at all is said too");
}

Test(entry, has_less_left_once_work_has_begun)
{
	const struct action action = { .title = "" };

	for (int status = 0; status < STATUS_COUNT; status++) {
		struct entry entry = make_untouched();
		bool begun = status == STATUS_DOING;

		entry.action = &action;
		entry.status = (enum status)status;
		entry.effort_centidays = 300;
		cr_expect_eq(entry_left_centidays(&entry), 300, "%d", status);
		entry.left_centidays = 0;
		cr_expect_eq(entry_left_centidays(&entry), begun ? 0 : 300, "%d", status);
		cr_expect_eq(entry_effort_centidays(&entry), 300, "%d", status);
	}
}

static const struct {
	const char *name;
	enum status said;
	int review_day, due_day;
	enum status counts;
	bool remaining, late;
} days[] = {
	{ "nobody has looked", STATUS_NEW, DAY_NONE, DAY_NONE, STATUS_NEW, true, false },
	{ "said when, not how far", STATUS_NEW, DAY_NONE, TODAY, STATUS_TODO, true, false },
	{ "the same, due yesterday", STATUS_NEW, DAY_NONE, TODAY - 1, STATUS_TODO, true, true },
	{ "said when to look again", STATUS_NEW, TODAY, DAY_NONE, STATUS_TODO, true, false },
	{ "to do", STATUS_TODO, DAY_NONE, DAY_NONE, STATUS_TODO, true, false },
	{ "being done, due today", STATUS_DOING, DAY_NONE, TODAY, STATUS_DOING, true, false },
	{ "being done, due yesterday", STATUS_DOING, DAY_NONE, TODAY - 1, STATUS_DOING, true,
		true },
	{ "done, due yesterday", STATUS_DONE, DAY_NONE, TODAY - 1, STATUS_DONE, false, false },
	{ "done, with a review long past", STATUS_DONE, 1, DAY_NONE, STATUS_DONE, false, false },
	{ "not applicable for good", STATUS_NOT_APPLICABLE, DAY_NONE, TODAY - 1,
		STATUS_NOT_APPLICABLE, false, false },
	{ "not applicable until today", STATUS_NOT_APPLICABLE, TODAY, TODAY - 1,
		STATUS_NOT_APPLICABLE, false, false },
	{ "not applicable until yesterday", STATUS_NOT_APPLICABLE, TODAY - 1, DAY_NONE, STATUS_TODO,
		true, false },
	{ "the same, due before", STATUS_NOT_APPLICABLE, TODAY - 1, TODAY - 2, STATUS_TODO, true,
		true },
};

Test(entry, counts_again_once_its_review_date_has_passed)
{
	for (size_t i = 0; i < ARRAY_LEN(days); i++) {
		struct entry entry = make_untouched();

		entry.status = days[i].said;
		entry.review_day = days[i].review_day;
		entry.due_day = days[i].due_day;
		cr_expect_eq(entry_status(&entry, TODAY), days[i].counts, "%s", days[i].name);
		cr_expect_eq(
			entry_is_remaining(&entry, TODAY), days[i].remaining, "%s", days[i].name);
		cr_expect_eq(entry_is_late(&entry, TODAY), days[i].late, "%s", days[i].name);
	}
}

Test(entry, is_new_only_where_nothing_at_all_is_said)
{
	static const struct action action = { .title = "Appeler" };
	static const struct note note = { .text = "" };
	struct arena *arena = arena_new();
	struct entry entry = make_untouched();

	cr_expect_eq(entry_status(&entry, TODAY), STATUS_NEW);
	cr_expect_str_eq(entry_names_said(&entry, arena), "");
	for (int i = FIELD_STATUS + 1; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;

		if (!field_is_value_of(field, OBJECT_ENTRY))
			continue;
		field_set(field, &entry, sample_value(field, 0, arena), arena);
		cr_expect_eq(entry_status(&entry, TODAY), STATUS_TODO, "%s", field_rows[i].name);
		cr_expect_str_eq(entry_names_said(&entry, arena), field_rows[i].name);
		field_set(field, &entry, "", arena);
	}
	entry.notes = &note;
	entry.note_count = 1;
	cr_expect_eq(entry_status(&entry, TODAY), STATUS_TODO, "a note");
	entry.extra = "\"x\": 1";
	cr_expect_str_eq(entry_names_said(&entry, arena), "notes, x");
	entry.note_count = 0;
	cr_expect_eq(entry_status(&entry, TODAY), STATUS_TODO, "an unknown member");
	entry = make_untouched();
	entry.action = &action;
	cr_expect_eq(entry_status(&entry, TODAY), STATUS_TODO, "somebody made an own action");
	arena_free(arena);
}

Test(entry, is_touched_by_each_member)
{
	static const struct note note = { .text = "" };
	struct arena *arena = arena_new();
	struct entry entry = make_untouched();

	cr_expect(entry_is_untouched(&entry));
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;

		if (!field_is_value_of(field, OBJECT_ENTRY))
			continue;
		field_set(field, &entry, sample_value(field, 0, arena), arena);
		cr_expect_not(entry_is_untouched(&entry), "%s", field_rows[i].name);
		field_set(field, &entry, "", arena);
		cr_expect(entry_is_untouched(&entry), "%s cleared", field_rows[i].name);
	}
	entry.notes = &note;
	entry.note_count = 1;
	cr_expect_not(entry_is_untouched(&entry), "a note");
	entry = make_untouched();
	entry.extra = "\"x\": 1";
	cr_expect_not(entry_is_untouched(&entry), "an unknown member");
	arena_free(arena);
}
