/* SPDX-License-Identifier: MIT
 *
 * merge_changes: what was merged can be reached by changes, and taken back. */
#include <criterion/criterion.h>
#include <string.h>

#include "../base/breadth.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/merge.h"
#include "sides.h"

enum { SEEDS = 400, EDITS = 12 };

static struct change_list apply(
	struct desk *desk, struct organisation *org, struct change_list list, int seed)
{
	struct change_list applied = { NULL, 0, 0 };
	const char *ignored;
	struct conflict conflict;
	struct err err = ERR_INIT;

	cr_expect(changes_apply(org, desk->arena, list.changes, list.count, &applied, &ignored,
			  &conflict, &err),
		"seed %d: %s, message %d", seed, err.where, err.message);
	return applied;
}

/* Notes stand by their times where changes have put them, and services where they came. */
static void put_in_order(struct desk *desk, struct organisation *org)
{
	for (size_t i = 0; i < org->entry_count; i++) {
		struct entry *entry = &org->entries[i];
		struct note *notes = ARENA_ARRAY(desk->arena, struct note, entry->note_count + 1);

		for (size_t k = 0; k < entry->note_count; k++) {
			size_t at = k;

			while (at > 0 && strcmp(notes[at - 1].text, entry->notes[k].text) > 0) {
				notes[at] = notes[at - 1];
				at--;
			}
			notes[at] = entry->notes[k];
		}
		entry->notes = notes;
	}
	for (size_t i = 0; i < org->member_count; i++) {
		for (size_t k = i + 1; k < org->member_count; k++) {
			struct member one = org->members[i];

			if (strcmp(one.name, org->members[k].name) <= 0)
				continue;
			org->members[i] = org->members[k];
			org->members[k] = one;
		}
	}
}

Test(merge_changes, lead_to_what_was_merged_and_back)
{
	for (int seed = 0; seed < breadth(SEEDS); seed++) {
		struct dice dice = { .state = (uint64_t)seed * UINT64_C(0x9e3779b97f4a7c15),
			.removes = true };
		struct organisation *ours, *theirs, *merged, *reached;
		struct change_list applied;
		struct desk desk;

		sides_init(&desk);
		ours = side_copy(&desk, 1);
		theirs = side_copy(&desk, 2);
		for (int i = 0; i < EDITS; i++) {
			side_edit(&desk, ours, &dice, 1);
			side_edit(&desk, theirs, &dice, 2);
		}
		side_put_unknown(&desk, ours, "", NULL);
		side_put_unknown(&desk, ours, "one", NULL);
		side_put_unknown(&desk, theirs, "", NULL);
		side_put_unknown(&desk, theirs, "one", NULL);
		merged = merge_organisations(desk.arena, desk.org, ours, theirs);
		reached = organisation_copy(ours, desk.arena);
		applied = apply(&desk, reached, merge_changes(desk.arena, ours, merged), seed);
		applied = change_list_inverse(applied.changes, applied.count, desk.arena);
		put_in_order(&desk, merged);
		put_in_order(&desk, reached);
		cr_expect_str_eq(
			side_neutral(&desk, reached), side_neutral(&desk, merged), "seed %d", seed);
		apply(&desk, reached, applied, seed);
		put_in_order(&desk, reached);
		put_in_order(&desk, ours);
		cr_expect_str_eq(side_neutral(&desk, reached), side_neutral(&desk, ours),
			"back, seed %d", seed);
		desk_release(&desk);
	}
}

/* a2 requires a1, which comes first in the list. */
Test(merge_changes, remove_actions_that_require_one_another)
{
	struct desk desk;
	struct organisation *ours, *theirs, *merged, *reached;
	struct change_list applied;

	sides_init(&desk);
	ours = side_copy(&desk, 1);
	theirs = side_copy(&desk, 2);
	side_remove_action(&desk, theirs, "a2");
	side_remove_action(&desk, theirs, "a1");
	merged = merge_organisations(desk.arena, desk.org, ours, theirs);
	cr_assert_eq(merged->action_count, 0);
	reached = organisation_copy(ours, desk.arena);
	applied = apply(&desk, reached, merge_changes(desk.arena, ours, merged), 0);
	cr_expect_str_eq(side_neutral(&desk, reached), side_neutral(&desk, merged));
	applied = change_list_inverse(applied.changes, applied.count, desk.arena);
	apply(&desk, reached, applied, 0);
	cr_expect_str_eq(side_neutral(&desk, reached), side_neutral(&desk, ours));
	desk_release(&desk);
}

Test(merge_changes, keep_what_no_change_can_say_as_a_conflict)
{
	struct desk desk;
	struct organisation *ours, *theirs;
	struct change_list list;
	const struct kept_conflict *kept;

	sides_init(&desk);
	ours = side_copy(&desk, 1);
	theirs = side_copy(&desk, 2);
	side_put_unknown(&desk, theirs, "one", "\"colour\":\"red\"\n\"size\":[1]");
	list = merge_changes(
		desk.arena, ours, merge_organisations(desk.arena, desk.org, ours, theirs));
	cr_assert_eq(list.count, 1);
	kept = list.changes[0].to.kept;
	cr_assert_not_null(kept);
	cr_expect_str_eq(kept->subject, "one");
	cr_expect_str_eq(kept->name, "size");
	cr_expect_str_eq(kept->ours, "null");
	cr_expect_str_eq(kept->theirs, "[1]");
	desk_release(&desk);
}
