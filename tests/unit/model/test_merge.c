/* SPDX-License-Identifier: MIT
 *
 * merge: what holds whatever was changed, over many random changes of every kind, each from a seed
 * that is named when it fails. */
#include <criterion/criterion.h>
#include <string.h>

#include "../base/breadth.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/merge.h"
#include "sides.h"

enum { SEEDS = 1000, EDITS_MAX = 24 };

static struct organisation *edited(struct desk *desk, struct dice *dice, int who, unsigned edits)
{
	struct organisation *side = side_copy(desk, who);

	for (unsigned i = 0; i < edits; i++)
		side_edit(desk, side, dice, who);
	return side;
}

static struct dice seeded(int seed)
{
	return (struct dice){ .state = (uint64_t)seed * UINT64_C(0x9e3779b97f4a7c15),
		.removes = true };
}

Test(merge, is_the_same_whoever_is_ours)
{
	size_t conflicts = 0, both = 0;

	for (int seed = 0; seed < breadth(SEEDS); seed++) {
		struct dice dice = seeded(seed);
		struct organisation *ours, *theirs, *one, *other;
		struct desk desk;

		sides_init(&desk);
		ours = edited(&desk, &dice, 1, 1 + dice_below(&dice, EDITS_MAX));
		theirs = edited(&desk, &dice, 2, 1 + dice_below(&dice, EDITS_MAX));
		one = merge_organisations(desk.arena, desk.org, ours, theirs);
		other = merge_organisations(desk.arena, desk.org, theirs, ours);
		cr_expect_str_eq(
			side_neutral(&desk, one), side_neutral(&desk, other), "seed %d", seed);
		cr_expect_eq(one->revision, other->revision);
		cr_expect_eq(one->modified_utc, other->modified_utc);
		if (one->conflict_count == 0)
			cr_expect_str_eq(
				side_text(&desk, one), side_text(&desk, other), "seed %d", seed);
		conflicts += one->conflict_count;
		both += one->conflict_count == 0;
		desk_release(&desk);
	}
	cr_expect_gt(
		conflicts, (size_t)breadth(SEEDS) / 10, "the seeds make conflicts: %zu", conflicts);
	cr_expect_gt(both, (size_t)breadth(SEEDS) / 10, "and merges without: %zu", both);
}

Test(merge, of_one_side_alone_is_that_side)
{
	for (int seed = 0; seed < breadth(SEEDS); seed++) {
		struct dice dice = seeded(seed);
		struct organisation *side;
		const char *content;
		struct desk desk;

		sides_init(&desk);
		side = edited(&desk, &dice, 1, 1 + dice_below(&dice, EDITS_MAX));
		content = side_content(&desk, side);
		cr_expect_str_eq(
			side_content(&desk, merge_organisations(desk.arena, desk.org, side, side)),
			content, "both alike, seed %d", seed);
		cr_expect_str_eq(side_content(&desk,
					 merge_organisations(desk.arena, desk.org, desk.org, side)),
			content, "theirs alone, seed %d", seed);
		cr_expect_str_eq(side_content(&desk,
					 merge_organisations(desk.arena, desk.org, side, desk.org)),
			content, "ours alone, seed %d", seed);
		desk_release(&desk);
	}
}

Test(merge, of_three_is_the_same_in_every_order)
{
	size_t compared = 0;

	for (int seed = 0; seed < breadth(SEEDS); seed++) {
		struct dice dice = seeded(seed);
		struct organisation *a, *b, *c, *one, *other;
		struct desk desk;

		/* Of what one removes and another one still speaks of the order decides. */
		dice.removes = false;
		sides_init(&desk);
		a = edited(&desk, &dice, 1, 1 + dice_below(&dice, 4));
		b = edited(&desk, &dice, 2, 1 + dice_below(&dice, 4));
		c = edited(&desk, &dice, 3, 1 + dice_below(&dice, 4));
		one = merge_organisations(
			desk.arena, desk.org, merge_organisations(desk.arena, desk.org, a, b), c);
		other = merge_organisations(
			desk.arena, desk.org, a, merge_organisations(desk.arena, desk.org, b, c));
		if (one->conflict_count + other->conflict_count == 0) {
			cr_expect_str_eq(side_neutral(&desk, one), side_neutral(&desk, other),
				"seed %d", seed);
			compared++;
		}
		desk_release(&desk);
	}
	cr_expect_gt(compared, (size_t)breadth(SEEDS) / 4, "%zu", compared);
}

/* Ids are merged as a set. */
static bool has_all(const struct entry *kept, const struct entry *said, enum field field)
{
	struct string_list wanted = field_references(field, said),
			   there = field_references(field, kept);
	size_t found = 0;

	for (size_t i = 0; i < wanted.count; i++) {
		for (size_t k = 0; k < there.count; k++)
			found += strcmp(wanted.texts[i], there.texts[k]) == 0;
	}
	return found == wanted.count;
}

/* Every value that a side set and the base did not have is in the field or waits. */
static void check_words(struct desk *desk, const struct organisation *merged,
	const struct organisation *side, int seed)
{
	for (size_t i = 0; i < side->entry_count; i++) {
		const struct entry *entry = &side->entries[i];
		const struct entry *kept = organisation_find_entry(merged, entry->id);
		const struct entry *old = organisation_find_entry(desk->org, entry->id);

		for (int field = 0; field < FIELD_COUNT; field++) {
			const char *said;
			bool found;

			if (!field_is_value_of((enum field)field, OBJECT_ENTRY) || !old || !kept)
				continue;
			/* Where what it named stays, so does the wish. */
			if (field_references((enum field)field, old).count)
				continue;
			said = field_get((enum field)field, entry, desk->arena);
			found = strcmp(said, field_get((enum field)field, old, desk->arena)) == 0 ||
				strcmp(said, field_get((enum field)field, kept, desk->arena)) == 0;
			found |= field_rows[field].kind == FIELD_KIND_ENTRIES &&
				 has_all(kept, entry, (enum field)field);
			for (size_t k = 0; k < kept->conflict_count; k++)
				found |= kept->conflicts[k].field == field &&
					 strcmp(kept->conflicts[k].theirs, said) == 0;
			cr_expect(found, "%s %s “%s” is lost, seed %d", entry->id,
				field_rows[field].name, said, seed);
		}
	}
}

Test(merge, loses_no_value_that_somebody_gave)
{
	for (int seed = 0; seed < breadth(SEEDS); seed++) {
		struct dice dice = seeded(seed);
		struct organisation *ours, *theirs, *merged;
		struct desk desk;

		sides_init(&desk);
		ours = side_copy(&desk, 1);
		theirs = side_copy(&desk, 2);
		for (int i = 0; i < 20; i++) {
			enum field field = (enum field)dice_below(&dice, FIELD_COUNT);

			if (!field_is_value_of(field, OBJECT_ENTRY))
				continue;
			side_edit(&desk, ours, &dice, 1);
			side_edit(&desk, theirs, &dice, 2);
		}
		merged = merge_organisations(desk.arena, desk.org, ours, theirs);
		check_words(&desk, merged, ours, seed);
		check_words(&desk, merged, theirs, seed);
		desk_release(&desk);
	}
}
