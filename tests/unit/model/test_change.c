/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"

static const char *const requires_one[] = { "one" }, *const requires_two[] = { "two" };
static const struct note note = { .at_utc = 1, .by = "I", .text = "t" },
			 note_twin = { .at_utc = 1, .by = "I", .text = "t" },
			 note_later = { .at_utc = 2, .by = "I", .text = "t" },
			 note_by = { .at_utc = 1, .by = "Z", .text = "t" },
			 note_text = { .at_utc = 1, .by = "I", .text = "u" },
			 note_extra = { .at_utc = 1, .by = "I", .text = "t", .extra = "\"x\": 1" };
static const struct action action = {
	.id = "a1", .title = "t", .item = "i", .requires = { requires_one, 1 }
};
static const struct action action_twin = {
	.id = "a1", .title = "t", .item = "i", .requires = { requires_one, 1 }
};
static const struct action actions_apart[] = {
	{ .id = "a2", .title = "t", .item = "i", .requires = { requires_one, 1 } },
	{ .id = "a1", .title = "u", .item = "i", .requires = { requires_one, 1 } },
	{ .id = "a1", .title = "t", .item = "", .requires = { requires_one, 1 } },
	{ .id = "a1", .title = "t", .item = "i", .requires = { requires_two, 1 } },
	{ .id = "a1", .title = "t", .item = "i" },
	{ .id = "a1", .title = "t", .item = "i", .requires = { requires_one, 1 }, .extra = "x" },
};
static const struct member member = { .name = "I", .capacity_centidays = 100 },
			   member_twin = { .name = "I", .capacity_centidays = 100 },
			   member_name = { .name = "Z", .capacity_centidays = 100 },
			   member_less = { .name = "I", .capacity_centidays = 50 };
static const struct service service = { .id = "p", .name = "P" },
			    service_twin = { .id = "p", .name = "P" },
			    service_id = { .id = "q", .name = "P" },
			    service_name = { .id = "p", .name = "Q" };

static const struct {
	const char *name;
	struct value a, b;
	bool equal;
} values[] = {
	{ "nothing", VALUE_NONE, VALUE_NONE, true },
	{ "one text", { .text = "a" }, { .text = "a" }, true },
	{ "two texts", { .text = "a" }, { .text = "b" }, false },
	{ "a text and none", { .text = "a" }, VALUE_NONE, false },
	{ "two notes alike", { .text = "", .note = &note }, { .text = "", .note = &note_twin },
		true },
	{ "a note and none", { .text = "", .note = &note }, VALUE_NONE, false },
	{ "notes of two times", { .text = "", .note = &note }, { .text = "", .note = &note_later },
		false },
	{ "notes by two", { .text = "", .note = &note }, { .text = "", .note = &note_by }, false },
	{ "notes of two texts", { .text = "", .note = &note }, { .text = "", .note = &note_text },
		false },
	{ "a note with a member more", { .text = "", .note = &note },
		{ .text = "", .note = &note_extra }, false },
	{ "two actions alike", { .text = "", .action = &action },
		{ .text = "", .action = &action_twin }, true },
	{ "two members alike", { .text = "", .member = &member },
		{ .text = "", .member = &member_twin }, true },
	{ "members of two names", { .text = "", .member = &member },
		{ .text = "", .member = &member_name }, false },
	{ "members of two capacities", { .text = "", .member = &member },
		{ .text = "", .member = &member_less }, false },
	{ "two services alike", { .text = "", .service = &service },
		{ .text = "", .service = &service_twin }, true },
	{ "services of two ids", { .text = "", .service = &service },
		{ .text = "", .service = &service_id }, false },
	{ "services of two names", { .text = "", .service = &service },
		{ .text = "", .service = &service_name }, false },
};

Test(change, tells_values_apart_by_each_member)
{
	for (size_t i = 0; i < ARRAY_LEN(values); i++) {
		cr_expect_eq(value_equals(&values[i].a, &values[i].b), values[i].equal, "%s",
			values[i].name);
		cr_expect_eq(value_equals(&values[i].b, &values[i].a), values[i].equal,
			"%s, the other way", values[i].name);
	}
	for (size_t i = 0; i < ARRAY_LEN(actions_apart); i++) {
		const struct value one = { .text = "", .action = &action },
				   other = { .text = "", .action = &actions_apart[i] };

		cr_expect_not(value_equals(&one, &other), "action %zu", i);
	}
}

Test(change, knows_what_is_not_there)
{
	static const struct value none = VALUE_NONE;
	static const struct value some[] = { { .text = "a" }, { .text = "", .note = &note },
		{ .text = "", .action = &action }, { .text = "", .member = &member },
		{ .text = "", .service = &service } };

	cr_expect(value_is_none(&none));
	for (size_t i = 0; i < ARRAY_LEN(some); i++)
		cr_expect_not(value_is_none(&some[i]), "%zu", i);
}

Test(change, knows_what_an_object_says)
{
	static const struct {
		struct value value;
		const char *says;
	} objects[] = { { { .text = "", .note = &note_text }, "u" },
		{ { .text = "", .action = &action }, "t" },
		{ { .text = "", .member = &member_name }, "Z" },
		{ { .text = "", .service = &service_name }, "Q" } };
	static const struct value text = { .text = "a" };

	for (size_t i = 0; i < ARRAY_LEN(objects); i++)
		cr_expect_str_eq(value_object_text(&objects[i].value), objects[i].says, "%zu", i);
	cr_expect_null(value_object_text(&text));
}

Test(change, goes_from_what_the_list_holds_so_far)
{
	struct desk desk;
	struct change_list list = { NULL, 0, 0 };
	const struct entry *one;

	desk_init(&desk);
	one = organisation_find_entry(desk.org, "one");
	change_list_add_field(&list, desk.arena, one, FIELD_OWNER, "");
	change_list_add_field(&list, desk.arena, one, FIELD_IMPACT, "4");
	change_list_add_organisation_field(&list, desk.arena, desk.org, FIELD_NAME, "Démo");
	cr_expect_eq(list.count, 0, "nothing changes where it is the same");
	change_list_add_field(&list, desk.arena, one, FIELD_STATUS, "done");
	change_list_add_field(&list, desk.arena, one, FIELD_STATUS, "doing");
	change_list_add_field(&list, desk.arena, one, FIELD_STATUS, "doing");
	change_list_add_organisation_field(&list, desk.arena, desk.org, FIELD_NAME, "Autre");
	cr_assert_eq(list.count, 3);
	cr_expect_str_eq(list.changes[0].from.text, "");
	cr_expect_str_eq(list.changes[1].from.text, "done");
	cr_expect_str_eq(list.changes[1].to.text, "doing");
	cr_expect_str_eq(list.changes[2].from.text, "Démo");
	cr_expect_str_eq(list.changes[2].entry, "");
	desk_release(&desk);
}

Test(change, adds_a_note_to_none)
{
	struct desk desk;
	struct change_list list = { NULL, 0, 0 };

	desk_init(&desk);
	change_list_add_note(&list, desk.arena, "one", 7, "Inès", "Bonjour");
	cr_assert_eq(list.count, 1);
	cr_expect_eq(list.changes[0].field, FIELD_NOTE);
	cr_expect(value_is_none(&list.changes[0].from));
	cr_expect_eq(list.changes[0].to.note->at_utc, 7);
	cr_expect_str_eq(list.changes[0].to.note->by, "Inès");
	cr_expect_str_eq(list.changes[0].to.note->text, "Bonjour");
	desk_release(&desk);
}

Test(change, grows_and_turns_round)
{
	enum { MANY = 100 };
	struct desk desk;
	struct change_list list = { NULL, 0, 0 }, inverse;

	desk_init(&desk);
	for (int i = 0; i < MANY; i++)
		change_list_add(&list, desk.arena,
			(struct change){ .entry = "one",
				.field = FIELD_OWNER,
				.from = { .text = arena_format(desk.arena, "%d", i) },
				.to = { .text = arena_format(desk.arena, "%d", i + 1) } });
	inverse = change_list_inverse(list.changes, list.count, desk.arena);
	cr_assert_eq(inverse.count, MANY);
	for (int i = 0; i < MANY; i++) {
		cr_expect_str_eq(
			inverse.changes[i].from.text, arena_format(desk.arena, "%d", MANY - i));
		cr_expect_str_eq(
			inverse.changes[i].to.text, arena_format(desk.arena, "%d", MANY - i - 1));
	}
	desk_release(&desk);
}
