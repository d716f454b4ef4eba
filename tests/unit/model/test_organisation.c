/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"
#include "jalon/base/date.h"

Test(organisation, asks_for_nothing_for_services_until_there_is_one)
{
	struct desk desk;

	desk_init(&desk);
	cr_expect_str_eq(desk_entry_ids(&desk), "one two five");
	cr_assert_eq(desk.org->group_count, 2);
	cr_expect_not(desk.org->groups[0].wants_service);
	cr_expect(desk.org->groups[1].wants_service);
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	cr_expect_not(desk.org->groups[1].wants_service);
	desk_release(&desk);
}

Test(organisation, stands_in_the_order_of_the_screen)
{
	static const struct {
		const char *title, *item;
	} actions[] = { { "a1", "" }, { "a2", "one" }, { "a3", "four@site" }, { "a4", "one" },
		{ "a5", "three" }, { "a6", "a1" } };
	static const char *const services[] = { "", "", "portail", "site", "" };
	static const size_t counts[] = { 4, 1, 3, 3, 2 };
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	cr_assert_eq(desk_add_service(&desk, "Site"), ERR_NONE);
	for (size_t i = 0; i < ARRAY_LEN(actions); i++)
		cr_assert_eq(desk_add_action(&desk, actions[i].title, actions[i].item, NULL),
			ERR_NONE, "%s", actions[i].title);
	cr_expect_str_eq(desk_entry_ids(&desk),
		"one a2 a4 two five three@portail a5 four@portail three@site four@site a3 a1 a6");
	cr_assert_eq(desk.org->group_count, ARRAY_LEN(counts));
	for (size_t i = 0, first = 0; i < ARRAY_LEN(counts); first += counts[i++]) {
		const struct group *group = &desk.org->groups[i];

		cr_expect_eq(group->first, first, "%zu", i);
		cr_expect_eq(group->count, counts[i], "%zu", i);
		cr_expect_str_eq(group->service ? group->service->id : "", services[i], "%zu", i);
		cr_expect_eq(group->section == NULL, i == 4, "%zu", i);
		for (size_t k = 0; k < group->count; k++)
			cr_expect_eq(organisation_group_of(desk.org, &desk.org->entries[first + k]),
				group, "%zu of group %zu", k, i);
	}
	desk_release(&desk);
}

Test(organisation, keeps_what_was_said_and_what_is_said_of_nothing)
{
	static const struct entry said[] = {
		{ .id = "two", .owner = "Inès", .reason = "", .pin = "", .due_day = DAY_NONE },
		{ .id = "gone@x", .owner = "Zoé", .reason = "", .pin = "", .due_day = DAY_NONE },
	};
	struct desk desk;

	desk_init(&desk);
	organisation_join(desk.org, desk.arena, said, ARRAY_LEN(said));
	cr_expect_str_eq(desk_get(&desk, "two", FIELD_OWNER), "Inès");
	cr_assert_eq(desk.org->orphan_count, 1);
	cr_expect_str_eq(desk.org->orphans[0].owner, "Zoé");
	cr_expect_null(organisation_find_entry(desk.org, "gone@x"), "neither shown nor planned");
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	cr_expect_str_eq(desk_get(&desk, "two", FIELD_OWNER), "Inès", "and through a new join");
	cr_assert_eq(desk.org->orphan_count, 1);
	cr_expect_str_eq(desk.org->orphans[0].id, "gone@x");
	desk_release(&desk);
}

Test(organisation, finds_by_id_and_members_by_name)
{
	struct member members[] = { { .name = "Inès" }, { .name = "Zoé" } };
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	desk.org->members = members;
	desk.org->member_count = 2;
	for (size_t i = 0; i < desk.org->entry_count; i++)
		cr_expect_eq(organisation_find_entry(desk.org, desk.org->entries[i].id),
			&desk.org->entries[i], "%zu", i);
	cr_expect_null(organisation_find_entry(desk.org, "three"), "an item for services is none");
	cr_expect_eq(organisation_find_service(desk.org, "portail"), &desk.org->services[0]);
	cr_expect_null(organisation_find_service(desk.org, "Portail"));
	cr_expect_eq(organisation_find_member(desk.org, "Zoé"), &members[1]);
	cr_expect_null(organisation_find_member(desk.org, "zoé"));
	desk_release(&desk);
}

static const struct {
	const char *entry, *requires, *missing;
} requirements[] = {
	{ "one", "", "" },
	{ "two", "one", "" },
	{ "three@portail", "one four@portail", "" },
	{ "three@site", "one four@site", "" },
	{ "five", "three@portail three@site", "" },
	{ "a1", "four@portail four@site", "" },
	{ "a2", "three@site", "" },
	{ "a3", "", "gone" },
};

Test(organisation, requires_of_the_same_service_or_of_all)
{
	struct desk desk;
	static const char *const gone[] = { "gone" };

	desk_init(&desk);
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	cr_assert_eq(desk_add_service(&desk, "Site"), ERR_NONE);
	cr_assert_eq(desk_add_action(&desk, "a1", "", "four@site"), ERR_NONE);
	cr_assert_eq(desk_add_action(&desk, "a2", "", "three@site"), ERR_NONE);
	cr_assert_eq(desk_add_action(&desk, "a3", "", NULL), ERR_NONE);
	desk.org->actions[0].requires.texts = (const char *const[]){ "four" };
	desk.org->actions[2].requires = (struct string_list){ gone, 1 };
	for (size_t i = 0; i < ARRAY_LEN(requirements); i++) {
		const struct entry *entry =
			organisation_find_entry(desk.org, requirements[i].entry);
		struct string_list missing, found;

		cr_assert_not_null(entry, "%s", requirements[i].entry);
		found = organisation_requires(desk.org, entry, desk.arena, &missing);
		cr_expect_str_eq(desk_join(&desk, found), requirements[i].requires, "%s",
			requirements[i].entry);
		cr_expect_str_eq(desk_join(&desk, missing), requirements[i].missing, "%s",
			requirements[i].entry);
		cr_expect_eq(organisation_requires(desk.org, entry, desk.arena, NULL).count,
			found.count);
	}
	desk_release(&desk);
}

static const struct {
	const char *text, *id;
} ids[] = {
	{ "Portail usagers", "portail-usagers" },
	{ "  Éco — Œuvre !  ", "eco-oeuvre" },
	{ "a__b", "a-b" },
	{ "2024", "2024" },
	{ "!!!", "" },
	{ "", "" },
	{ "日本", "" },
};

Test(organisation, makes_an_id_of_any_text)
{
	struct arena *arena = arena_new();
	char longest[200];

	for (size_t i = 0; i < ARRAY_LEN(ids); i++)
		cr_expect_str_eq(id_from_text(arena, ids[i].text), ids[i].id, "%s", ids[i].text);
	memset(longest, 'a', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	cr_expect(id_is_valid(id_from_text(arena, longest)));
	arena_free(arena);
}

Test(organisation, numbers_services_of_one_name)
{
	struct desk desk;
	char longest[100];

	memset(longest, 'a', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	desk_init(&desk);
	cr_assert_eq(desk_add_service(&desk, "Portail"), ERR_NONE);
	cr_expect_str_eq(desk.new_id, "portail");
	cr_assert_eq(desk_add_service(&desk, "PORTAIL !"), ERR_NONE);
	cr_expect_str_eq(desk.new_id, "portail-2");
	cr_assert_eq(desk_add_service(&desk, "?"), ERR_NONE);
	cr_expect_str_eq(desk.new_id, "service");
	cr_assert_eq(desk_add_service(&desk, longest), ERR_NONE);
	cr_assert_eq(desk_add_service(&desk, longest), ERR_NONE);
	cr_expect(id_is_valid(desk.new_id), "%s", desk.new_id);
	desk_release(&desk);
}

/* What else names an id, each of which keeps a new action from it. */
static const struct {
	const char *name;
	const char *given, *orphan, *orphan_pin, *pin, *requires, *item;
	const char *action, *service; /* the new ids, of the name "Portail" */
} taken[] = {
	{ .name = "nothing", .action = "a2", .service = "portail" },
	{ .name = "the history", .given = "a2", .action = "a3", .service = "portail" },
	{ .name = "a service once", .given = "@portail", .action = "a2", .service = "portail-2" },
	{ .name = "an orphan", .orphan = "a2", .action = "a3", .service = "portail" },
	{ .name = "an orphan of a service",
		.orphan = "x@portail",
		.action = "a2",
		.service = "portail-2" },
	{ .name = "an orphan's pin", .orphan_pin = "a2", .action = "a3", .service = "portail" },
	{ .name = "a pin", .pin = "a2", .action = "a3", .service = "portail" },
	{ .name = "a pin at a service",
		.pin = "three@portail",
		.action = "a2",
		.service = "portail-2" },
	{ .name = "a requirement", .requires = "a2", .action = "a3", .service = "portail" },
	{ .name = "a place", .item = "a2", .action = "a3", .service = "portail" },
	{ .name = "far ahead", .orphan = "a999999999", .action = "a2", .service = "portail" },
	{ .name = "no action's id", .orphan = "a02", .action = "a2", .service = "portail" },
};

Test(organisation, gives_no_id_that_the_file_or_its_history_mentions)
{
	for (size_t i = 0; i < ARRAY_LEN(taken); i++) {
		struct desk desk;
		struct entry orphan = { .id = taken[i].orphan ? taken[i].orphan : "gone",
			.pin = taken[i].orphan_pin ? taken[i].orphan_pin : "" };

		desk_init(&desk);
		cr_assert_eq(desk_add_action(&desk, "Appeler", "", NULL), ERR_NONE);
		desk.org->orphans = &orphan;
		desk.org->orphan_count = 1;
		if (taken[i].given)
			desk.org->given_ids = (struct string_list){ &taken[i].given, 1 };
		if (taken[i].pin)
			desk.org->entries[0].pin = taken[i].pin;
		if (taken[i].requires)
			desk.org->actions[0].requires =
				(struct string_list){ &taken[i].requires, 1 };
		if (taken[i].item)
			desk.org->actions[0].item = taken[i].item;
		cr_expect_str_eq(organisation_new_action_id(desk.org, desk.arena), taken[i].action,
			"%s", taken[i].name);
		cr_expect_str_eq(organisation_new_service_id(desk.org, desk.arena, "Portail"),
			taken[i].service, "%s", taken[i].name);
		desk_release(&desk);
	}
}

static const struct {
	const char *present, *given[3], *item;
	const char *id;
} numbers[] = {
	{ "a1", { "" }, "x", "a2" },
	{ "a5", { "" }, "x", "a6" },
	{ "a1", { "a4", "a2", "a3" }, "x", "a5" },
	{ "a1", { "a4", "a2", "a2" }, "x", "a3" },
	{ "a1", { "" }, "a2", "a3" },
	{ "a1", { "a3" }, "a2", "a4" },
};

/* An item for services is no entry while there is none, and its id is taken all the same. */
Test(organisation, numbers_a_new_action_after_those_that_are_there)
{
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		struct action action = { .id = numbers[i].present, .title = "t", .item = "" };
		struct item item = { .id = numbers[i].item, .scope = SCOPE_SERVICE };
		struct checklist checklist = { .id = "other", .items = &item, .item_count = 1 };
		struct desk desk;

		desk_init(&desk);
		checklist_index(&checklist, desk.arena);
		desk.org->checklists[0] = &checklist;
		desk.org->actions = &action;
		desk.org->action_count = 1;
		organisation_join(desk.org, desk.arena, NULL, 0);
		desk.org->given_ids.texts = numbers[i].given;
		while (desk.org->given_ids.count < 3 && numbers[i].given[desk.org->given_ids.count])
			desk.org->given_ids.count++;
		cr_expect_str_eq(
			organisation_new_action_id(desk.org, desk.arena), numbers[i].id, "%zu", i);
		desk_release(&desk);
	}
}

static const struct {
	const char *id;
	bool valid;
} action_ids[] = {
	{ "a1", true },
	{ "a10", true },
	{ "a999999999", true },
	{ "a1000000000", false },
	{ "a0", false },
	{ "a01", false },
	{ "a", false },
	{ "", false },
	{ "A1", false },
	{ "a1x", false },
	{ "a-1", false },
	{ "b1", false },
};

Test(organisation, knows_the_id_of_an_own_action)
{
	for (size_t i = 0; i < ARRAY_LEN(action_ids); i++)
		cr_expect_eq(action_id_is_valid(action_ids[i].id), action_ids[i].valid, "%s",
			action_ids[i].id);
}
