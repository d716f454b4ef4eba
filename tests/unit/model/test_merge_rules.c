/* SPDX-License-Identifier: MIT
 *
 * merge: each rule of jalon/model/merge.h by itself. */
#include <criterion/criterion.h>
#include <string.h>

#include "jalon/model/kept_conflict.h"
#include "jalon/model/merge.h"
#include "sides.h"

struct trio {
	struct desk desk;
	struct organisation *ours, *theirs, *merged;
};

static void begin(struct trio *trio)
{
	sides_init(&trio->desk);
	trio->ours = side_copy(&trio->desk, 1);
	trio->theirs = side_copy(&trio->desk, 2);
}

static void merge(struct trio *trio)
{
	trio->merged =
		merge_organisations(trio->desk.arena, trio->desk.org, trio->ours, trio->theirs);
}

static const char *held(struct trio *trio, const char *subject, enum field field)
{
	return side_get(&trio->desk, trio->merged, subject, field);
}

/* "OURS|THEIRS" of each conflict about the field, a blank between them. */
static const char *waiting(struct trio *trio, const char *subject, const char *name)
{
	const char *all = "";

	for (size_t i = 0; i < trio->merged->conflict_count; i++) {
		const struct kept_conflict *one = &trio->merged->conflicts[i];

		if (strcmp(one->subject, subject) == 0 && strcmp(one->name, name) == 0)
			all = arena_format(trio->desk.arena, "%s%s%s|%s", all, all[0] ? " " : "",
				one->ours, one->theirs);
	}
	return all;
}

static const struct {
	const char *name, *base, *ours, *theirs, *standing, *waiting;
} values[] = {
	{ "nobody", "", "", "", "", "" },
	{ "ours", "", "a", "", "a", "" },
	{ "theirs", "", "", "b", "b", "" },
	{ "both alike", "", "a", "a", "a", "" },
	{ "both otherwise", "", "a", "b", "a", "a|b" },
	{ "ours from a value", "x", "a", "x", "a", "" },
	{ "theirs clears", "x", "x", "", "", "" },
	{ "both clear", "x", "", "", "", "" },
	{ "ours clears, theirs changes", "x", "", "b", "", "|b" },
	{ "ours changes, theirs clears", "x", "a", "", "a", "a|" },
};

Test(merge_rules, a_value_is_merged_by_itself)
{
	for (size_t i = 0; i < ARRAY_LEN(values); i++) {
		struct trio trio;

		sides_init(&trio.desk);
		side_set(&trio.desk, trio.desk.org, "two", FIELD_OWNER, values[i].base);
		trio.ours = side_copy(&trio.desk, 1);
		trio.theirs = side_copy(&trio.desk, 2);
		side_set(&trio.desk, trio.ours, "two", FIELD_OWNER, values[i].ours);
		side_set(&trio.desk, trio.ours, "two", FIELD_DUE, "2027-02-01");
		side_set(&trio.desk, trio.theirs, "two", FIELD_OWNER, values[i].theirs);
		side_set(&trio.desk, trio.theirs, "two", FIELD_EFFORT, "3");
		merge(&trio);
		cr_expect_str_eq(
			held(&trio, "two", FIELD_OWNER), values[i].standing, "%s", values[i].name);
		cr_expect_str_eq(
			waiting(&trio, "two", "owner"), values[i].waiting, "%s", values[i].name);
		cr_expect_str_eq(held(&trio, "two", FIELD_DUE), "2027-02-01");
		cr_expect_str_eq(held(&trio, "two", FIELD_EFFORT), "3");
		desk_release(&trio.desk);
	}
}

Test(merge_rules, revision_and_moments_come_from_the_two)
{
	struct trio trio;

	begin(&trio);
	trio.ours->revision = 9;
	trio.theirs->revision = 12;
	trio.ours->created_utc = 500;
	trio.theirs->created_utc = 400;
	side_set(&trio.desk, trio.ours, "", FIELD_NAME, "A");
	side_set(&trio.desk, trio.theirs, "", FIELD_NAME, "B");
	merge(&trio);
	cr_expect_eq(trio.merged->revision, 13);
	cr_expect_eq(trio.merged->modified_utc, trio.theirs->modified_utc);
	cr_expect_eq(trio.merged->created_utc, 400);
	cr_assert_eq(trio.merged->conflict_count, 1);
	cr_expect_str_eq(waiting(&trio, "", "name"), "A|B");
	cr_expect_eq(trio.merged->conflicts[0].at_utc, trio.theirs->modified_utc);
	desk_release(&trio.desk);
}

/* Each side makes one of that title; who is OURS does not matter. */
Test(merge_rules, two_actions_of_one_id_are_two)
{
	for (int turn = 0; turn < 2; turn++) {
		struct trio trio;
		struct organisation *one, *other;

		begin(&trio);
		one = turn ? trio.theirs : trio.ours;
		other = turn ? trio.ours : trio.theirs;
		cr_assert_str_eq(side_add_action(&trio.desk, one, "Zèbre"), "a3");
		cr_assert_str_eq(side_add_action(&trio.desk, other, "Abeille"), "a3");
		cr_assert_str_eq(side_add_action(&trio.desk, other, "Bourdon"), "a4");
		side_set(&trio.desk, one, "a3", FIELD_OWNER, "Z");
		side_set(&trio.desk, other, "a3", FIELD_OWNER, "A");
		side_set(&trio.desk, one, "one", FIELD_PIN, "a3");
		side_set(&trio.desk, one, "a1", FIELD_ACTION_REQUIRES, "one,two,a3");
		side_set(&trio.desk, one, "a2", FIELD_ACTION_ITEM, "a3");
		side_note(&trio.desk, one, "a3", 5, "Z", "note");
		merge(&trio);
		cr_expect_str_eq(held(&trio, "a3", FIELD_ACTION_TITLE), "Abeille");
		cr_expect_str_eq(held(&trio, "a4", FIELD_ACTION_TITLE), "Bourdon");
		cr_expect_str_eq(held(&trio, "a5", FIELD_ACTION_TITLE), "Zèbre");
		cr_expect_str_eq(held(&trio, "a3", FIELD_OWNER), "A");
		cr_expect_str_eq(held(&trio, "a5", FIELD_OWNER), "Z");
		cr_expect_str_eq(held(&trio, "one", FIELD_PIN), "a5");
		cr_expect_str_eq(held(&trio, "a1", FIELD_ACTION_REQUIRES), "one,two,a5");
		cr_expect_str_eq(held(&trio, "a2", FIELD_ACTION_ITEM), "a5");
		cr_expect_eq(organisation_find_entry(trio.merged, "a5")->note_count, 1);
		cr_expect_eq(trio.merged->conflict_count, 0);
		desk_release(&trio.desk);
	}
}

Test(merge_rules, the_same_made_by_both_is_one)
{
	struct trio trio;

	begin(&trio);
	side_add_action(&trio.desk, trio.ours, "Même");
	side_add_action(&trio.desk, trio.theirs, "Même");
	side_add_service(&trio.desk, trio.ours, "Guichet");
	side_add_service(&trio.desk, trio.theirs, "Guichet");
	side_set(&trio.desk, trio.ours, "a3", FIELD_OWNER, "Zoé");
	side_set(&trio.desk, trio.theirs, "three@guichet", FIELD_OWNER, "Marc");
	merge(&trio);
	cr_expect_eq(trio.merged->action_count, 3);
	cr_expect_eq(trio.merged->service_count, 2);
	cr_expect_str_eq(held(&trio, "a3", FIELD_OWNER), "Zoé");
	cr_expect_str_eq(held(&trio, "three@guichet", FIELD_OWNER), "Marc");
	desk_release(&trio.desk);
}

Test(merge_rules, two_services_of_one_id_are_two)
{
	struct trio trio;

	begin(&trio);
	side_add_service(&trio.desk, trio.ours, "Guichet");
	side_add_service(&trio.desk, trio.theirs, "guichet !");
	side_set(&trio.desk, trio.ours, "three@guichet", FIELD_OWNER, "O");
	side_set(&trio.desk, trio.theirs, "three@guichet", FIELD_OWNER, "T");
	side_set(&trio.desk, trio.theirs, "one", FIELD_PIN, "four@guichet");
	merge(&trio);
	cr_expect_str_eq(held(&trio, "service:guichet", FIELD_SERVICE_NAME), "Guichet");
	cr_expect_str_eq(held(&trio, "service:guichet-2", FIELD_SERVICE_NAME), "guichet !");
	cr_expect_str_eq(held(&trio, "three@guichet", FIELD_OWNER), "O");
	cr_expect_str_eq(held(&trio, "three@guichet-2", FIELD_OWNER), "T");
	cr_expect_str_eq(held(&trio, "one", FIELD_PIN), "four@guichet-2");
	desk_release(&trio.desk);
}

Test(merge_rules, what_one_removed_and_nobody_needs_is_gone)
{
	struct trio trio;

	begin(&trio);
	side_remove_action(&trio.desk, trio.ours, "a1");
	side_remove_service(&trio.desk, trio.theirs, "portail");
	side_member(&trio.desk, trio.theirs, "Inès", NULL);
	merge(&trio);
	cr_expect_str_eq(held(&trio, "a1", FIELD_ACTION_TITLE), "(none)");
	cr_expect_str_eq(held(&trio, "a2", FIELD_ACTION_REQUIRES), "");
	cr_expect_eq(trio.merged->service_count, 0);
	cr_expect_eq(trio.merged->member_count, 0);
	cr_expect_eq(trio.merged->orphan_count, 0);
	desk_release(&trio.desk);
}

static const struct {
	const char *name, *subject;
	enum field field;
	const char *value;
} words[] = {
	{ "its title", "a1", FIELD_ACTION_TITLE, "Rappeler" },
	{ "its owner", "a1", FIELD_OWNER, "Marc" },
	{ "a pin to it", "one", FIELD_PIN, "a1" },
	{ "an item to stand under", "a2", FIELD_ACTION_ITEM, "a1" },
};

Test(merge_rules, what_one_removed_and_the_other_speaks_of_stays)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct trio trio;

		begin(&trio);
		side_remove_action(&trio.desk, trio.ours, "a1");
		side_set(&trio.desk, trio.theirs, words[i].subject, words[i].field, words[i].value);
		merge(&trio);
		cr_expect_str_neq(
			held(&trio, "a1", FIELD_ACTION_TITLE), "(none)", "%s", words[i].name);
		cr_expect_str_eq(held(&trio, words[i].subject, words[i].field), words[i].value,
			"%s", words[i].name);
		cr_expect_str_eq(
			held(&trio, "a2", FIELD_ACTION_REQUIRES), "a1", "%s", words[i].name);
		cr_expect_eq(trio.merged->conflict_count, 0, "%s", words[i].name);
		desk_release(&trio.desk);
	}
}

Test(merge_rules, a_removed_service_or_member_that_the_other_changed_stays)
{
	struct trio trio;

	begin(&trio);
	side_remove_service(&trio.desk, trio.ours, "portail");
	side_member(&trio.desk, trio.ours, "Inès", NULL);
	side_note(&trio.desk, trio.theirs, "four@portail", 7, "Marc", "important");
	side_member(&trio.desk, trio.theirs, "Inès", "3");
	merge(&trio);
	cr_expect_str_eq(held(&trio, "three@portail", FIELD_DUE), "2027-01-15", "as it was");
	cr_expect_eq(organisation_find_entry(trio.merged, "four@portail")->note_count, 1);
	cr_expect_str_eq(held(&trio, "member:Inès", FIELD_MEMBER_CAPACITY), "3");
	desk_release(&trio.desk);
}

static const char *note_texts(struct trio *trio, const char *id)
{
	const struct entry *entry = organisation_find_entry(trio->merged, id);
	const char *all = "";

	for (size_t i = 0; i < entry->note_count; i++)
		all = arena_format(
			trio->desk.arena, "%s%s%s", all, i ? " " : "", entry->notes[i].text);
	return all;
}

Test(merge_rules, notes_of_the_base_come_first_then_the_others_by_time)
{
	struct trio trio;

	begin(&trio);
	side_note(&trio.desk, trio.ours, "one", INT64_C(1900000030), "Zoé", "30Z");
	side_note(&trio.desk, trio.ours, "one", INT64_C(1900000010), "Marc", "10");
	side_note(&trio.desk, trio.theirs, "one", INT64_C(1900000020), "Marc", "20");
	side_note(&trio.desk, trio.theirs, "one", INT64_C(1900000030), "Ali", "30A");
	side_note(&trio.desk, trio.theirs, "one", 5, "Ali", "5");
	side_take_note_back(&trio.desk, trio.ours, "one", 0);
	merge(&trio);
	cr_expect_str_eq(note_texts(&trio, "one"), "deuxième 5 10 20 30A 30Z");
	desk_release(&trio.desk);
}

Test(merge_rules, ids_are_merged_as_a_set)
{
	struct trio trio;

	begin(&trio);
	side_set(&trio.desk, trio.ours, "a1", FIELD_ACTION_REQUIRES, "two,five");
	side_set(&trio.desk, trio.theirs, "a1", FIELD_ACTION_REQUIRES, "one,two,a2");
	merge(&trio);
	cr_expect_str_eq(held(&trio, "a1", FIELD_ACTION_REQUIRES), "a2,five,two");
	cr_expect_eq(trio.merged->conflict_count, 0);
	desk_release(&trio.desk);
}

static const struct {
	const char *name, *base, *ours, *theirs, *standing, *waiting;
} looks[] = {
	{ "ours looked", "", "todo", "", "todo", "" },
	{ "both looked", "", "todo", "todo", "todo", "" },
	{ "both looked, and said otherwise", "", "todo", "doing", "todo", "todo|doing" },
	{ "ours cleared", "done", "", "done", "", "" },
	{ "ours cleared, theirs went on", "doing", "", "done", "", "|done" },
	{ "ours cleared, theirs is to do", "doing", "", "todo", "", "|todo" },
};

Test(merge_rules, tell_to_do_from_nothing)
{
	for (size_t i = 0; i < ARRAY_LEN(looks); i++) {
		struct trio trio;

		sides_init(&trio.desk);
		side_set(&trio.desk, trio.desk.org, "two", FIELD_STATUS, looks[i].base);
		trio.ours = side_copy(&trio.desk, 1);
		trio.theirs = side_copy(&trio.desk, 2);
		side_set(&trio.desk, trio.ours, "two", FIELD_STATUS, looks[i].ours);
		side_set(&trio.desk, trio.theirs, "two", FIELD_STATUS, looks[i].theirs);
		merge(&trio);
		cr_expect_str_eq(
			held(&trio, "two", FIELD_STATUS), looks[i].standing, "%s", looks[i].name);
		cr_expect_str_eq(
			waiting(&trio, "two", "status"), looks[i].waiting, "%s", looks[i].name);
		desk_release(&trio.desk);
	}
}

Test(merge_rules, what_does_not_apply_keeps_a_reason)
{
	for (int turn = 0; turn < 2; turn++) {
		struct trio trio;
		struct change both[] = { { .entry = "two",
						 .field = FIELD_REASON,
						 .from = { .text = "sans locaux" },
						 .to = { .text = "sans locaux" } },
			{ .entry = "two",
				.field = FIELD_STATUS,
				.from = VALUE_NONE,
				.to = { .text = "not_applicable" } } };

		sides_init(&trio.desk);
		side_set(&trio.desk, trio.desk.org, "two", FIELD_REASON, "sans locaux");
		trio.theirs = side_copy(&trio.desk, 2);
		cr_assert_eq(desk_apply(&trio.desk, both, 2), ERR_NONE);
		trio.ours = side_copy(&trio.desk, 1);
		cr_assert_eq(desk_take_back(&trio.desk, &trio.desk.applied), ERR_NONE);
		side_set(&trio.desk, trio.theirs, "two", FIELD_REASON, "");
		trio.merged = merge_organisations(trio.desk.arena, trio.desk.org,
			turn ? trio.theirs : trio.ours, turn ? trio.ours : trio.theirs);
		cr_expect_str_eq(held(&trio, "two", FIELD_STATUS), "not_applicable");
		cr_expect_str_eq(held(&trio, "two", FIELD_REASON), "sans locaux");
		cr_expect_str_eq(waiting(&trio, "two", "reason"), "sans locaux|");
		desk_release(&trio.desk);
	}
}

static const struct {
	const char *name, *ours, *theirs, *kept, *waiting;
} unknown[] = {
	{ "ours", "\"colour\":[2]", "\"colour\":\"red\"", "\"colour\":[2]", "" },
	{ "theirs adds", "\"colour\":\"red\"", "\"colour\":\"red\"\n\"size\":1",
		"\"colour\":\"red\"\n\"size\":1", "" },
	{ "both add", "\"colour\":\"red\"\n\"b\":1", "\"colour\":\"red\"\n\"a\":2",
		"\"colour\":\"red\"\n\"a\":2\n\"b\":1", "" },
	{ "theirs removes", "\"colour\":\"red\"", NULL, NULL, "" },
	{ "both change", "\"colour\":1", "\"colour\":2", "\"colour\":1", "1|2" },
	{ "ours changes, theirs removes", "\"colour\":1", NULL, "\"colour\":1", "1|null" },
	{ "ours removes, theirs changes", NULL, "\"colour\":2", "\"colour\":2", "2|null" },
};

Test(merge_rules, unknown_members_are_merged_too)
{
	for (size_t i = 0; i < ARRAY_LEN(unknown); i++) {
		struct trio trio;
		const char *extra;

		begin(&trio);
		side_put_unknown(&trio.desk, trio.ours, "one", unknown[i].ours);
		side_put_unknown(&trio.desk, trio.theirs, "one", unknown[i].theirs);
		merge(&trio);
		extra = organisation_find_entry(trio.merged, "one")->extra;
		cr_expect_str_eq(extra ? extra : "", unknown[i].kept ? unknown[i].kept : "", "%s",
			unknown[i].name);
		cr_expect_str_eq(
			waiting(&trio, "one", "colour"), unknown[i].waiting, "%s", unknown[i].name);
		desk_release(&trio.desk);
	}
}

/* A third person's value, or somebody's choice, after a conflict was kept. */
static const struct {
	const char *name, *ours, *theirs, *standing, *waiting;
} later[] = {
	{ "nobody chose", NULL, NULL, "a", "a|b" },
	{ "one chose", "b", NULL, "b", "" },
	{ "the other one chose what stands", NULL, "a", "a", "" },
	{ "both chose alike", "b", "b", "b", "" },
	{ "both chose otherwise", "a", "b", "a", "a|b" },
	{ "a third value", "c", NULL, "c", "" },
	{ "a choice and a third value", "b", "c", "b", "b|c" },
};

static void choose(struct trio *trio, struct organisation *side, const char *value)
{
	if (value)
		side_set(&trio->desk, side, "two", FIELD_OWNER, value);
}

Test(merge_rules, conflicts_kept_earlier_are_merged_as_well)
{
	for (size_t i = 0; i < ARRAY_LEN(later); i++) {
		struct trio trio;

		begin(&trio);
		side_set(&trio.desk, trio.ours, "two", FIELD_OWNER, "a");
		side_set(&trio.desk, trio.theirs, "two", FIELD_OWNER, "b");
		merge(&trio);
		*trio.desk.org = *trio.merged;
		trio.ours = side_copy(&trio.desk, 3);
		trio.theirs = side_copy(&trio.desk, 4);
		choose(&trio, trio.ours, later[i].ours);
		choose(&trio, trio.theirs, later[i].theirs);
		merge(&trio);
		cr_expect_str_eq(
			held(&trio, "two", FIELD_OWNER), later[i].standing, "%s", later[i].name);
		cr_expect_str_eq(
			waiting(&trio, "two", "owner"), later[i].waiting, "%s", later[i].name);
		desk_release(&trio.desk);
	}
}

Test(merge_rules, a_third_value_joins_the_two_that_wait)
{
	struct trio trio;

	begin(&trio);
	side_set(&trio.desk, trio.ours, "two", FIELD_OWNER, "a");
	side_set(&trio.desk, trio.theirs, "two", FIELD_OWNER, "b");
	merge(&trio);
	trio.ours = trio.merged;
	trio.theirs = side_copy(&trio.desk, 3);
	side_set(&trio.desk, trio.theirs, "two", FIELD_OWNER, "c");
	merge(&trio);
	cr_expect_str_eq(waiting(&trio, "two", "owner"), "a|b a|c");
	cr_expect_neq(trio.merged->conflicts[0].at_utc, trio.merged->conflicts[1].at_utc,
		"each has its moment");
	desk_release(&trio.desk);
}

Test(merge_rules, without_a_base_what_both_say_in_two_ways_is_a_conflict)
{
	struct trio trio;

	begin(&trio);
	side_set(&trio.desk, trio.ours, "two", FIELD_OWNER, "a");
	side_set(&trio.desk, trio.theirs, "two", FIELD_OWNER, "b");
	side_set(&trio.desk, trio.ours, "two", FIELD_EFFORT, "3");
	side_set(&trio.desk, trio.theirs, "one", FIELD_EFFORT, "4");
	side_add_action(&trio.desk, trio.ours, "A");
	side_add_action(&trio.desk, trio.theirs, "B");
	side_note(&trio.desk, trio.ours, "two", 3, "I", "note");
	side_note(&trio.desk, trio.theirs, "two", 3, "I", "note");
	trio.merged = merge_organisations(trio.desk.arena, NULL, trio.ours, trio.theirs);
	cr_expect_str_eq(waiting(&trio, "two", "owner"), "a|b");
	cr_expect_str_eq(held(&trio, "two", FIELD_EFFORT), "3");
	cr_expect_str_eq(held(&trio, "one", FIELD_EFFORT), "4");
	cr_expect_eq(trio.merged->action_count, 4);
	cr_expect_eq(trio.merged->conflict_count, 1);
	cr_expect_str_eq(note_texts(&trio, "two"), "note");
	desk_release(&trio.desk);
}

Test(merge_rules, the_later_edition_of_a_checklist_stands)
{
	struct trio trio;
	struct checklist_link new_link = { .id = "guide", .edition = "2" };

	begin(&trio);
	trio.ours->links = &new_link;
	merge(&trio);
	cr_assert_eq(trio.merged->checklist_count, 1);
	cr_expect_str_eq(trio.merged->links[0].edition, "2");
	cr_expect_eq(trio.merged->checklists[0], trio.desk.org->checklists[0]);
	desk_release(&trio.desk);
}
