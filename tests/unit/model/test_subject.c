/* SPDX-License-Identifier: MIT
 *
 * A value of what is listed is changed by its name, and taken back. */
#include <criterion/criterion.h>

#include "desk.h"
#include "jalon/model/subject.h"
#include "jalon/text/errors.h"
#include "sample_value.h"

static const struct {
	const char *name;
	enum object of;
	const char *key;
} names[] = {
	{ "", OBJECT_ORGANISATION, "" },
	{ "one", OBJECT_ENTRY, "one" },
	{ "three@portail", OBJECT_ENTRY, "three@portail" },
	{ "a1", OBJECT_ENTRY, "a1" },
	{ "service:portail", OBJECT_SERVICE, "portail" },
	{ "member:Inès: B.", OBJECT_MEMBER, "Inès: B." },
	{ "service", OBJECT_ENTRY, "service" },
};

Test(subject, is_told_by_its_name)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct subject subject = subject_of(names[i].name);

		cr_expect_eq(subject.of, names[i].of, "%s", names[i].name);
		cr_expect_str_eq(subject.key, names[i].key, "%s", names[i].name);
	}
}

static const struct {
	enum object of;
	const char *name;
} listed[] = {
	{ OBJECT_ACTION, "a1" },
	{ OBJECT_SERVICE, "service:portail" },
	{ OBJECT_MEMBER, "member:Inès" },
};

static void fill(struct desk *desk)
{
	static const struct member member = { .name = "Inès", .capacity_centidays = 200 };
	const struct change joins = { .entry = "",
		.field = FIELD_MEMBER,
		.from = VALUE_NONE,
		.to = { .text = "", .member = &member } };

	desk_init(desk);
	cr_assert_eq(desk_add_action(desk, "Appeler", "one", NULL), ERR_NONE);
	cr_assert_eq(desk_add_service(desk, "Portail"), ERR_NONE);
	cr_assert_eq(desk_apply(desk, &joins, 1), ERR_NONE);
	cr_assert_eq(desk_set(desk, "three@portail", FIELD_OWNER, "Inès"), ERR_NONE);
}

static const char *held(struct desk *desk, const char *name, enum field field)
{
	return field_get(field, subject_find(desk->org, name, field), desk->arena);
}

static enum err_code put(struct desk *desk, const char *name, enum field field, const char *value)
{
	const struct change change = { .entry = name,
		.field = field,
		.from = { .text = held(desk, name, field) },
		.to = { .text = value } };

	return desk_apply(desk, &change, 1);
}

static void check_field(const char *name, enum field field)
{
	struct desk desk;
	const char *before, *value;
	struct change_list applied;
	enum field found;

	fill(&desk);
	cr_assert(subject_find_field(name, field_rows[field].name, &found));
	cr_expect_eq(found, field);
	before = held(&desk, name, field);
	value = field_rows[field].kind == FIELD_KIND_ENTRIES ? "one,two"
							     : sample_value(field, 0, desk.arena);
	cr_assert_eq(
		put(&desk, name, field, value), ERR_NONE, "%s %s", name, field_rows[field].name);
	applied = desk.applied;
	cr_expect_eq(applied.count, 1);
	cr_expect_str_eq(held(&desk, name, field), value);
	cr_expect_str_eq(
		desk_get(&desk, "three@portail", FIELD_OWNER), "Inès", "nothing else moves");
	cr_assert_eq(desk_take_back(&desk, &applied), ERR_NONE);
	cr_expect_str_eq(held(&desk, name, field), before);
	desk_release(&desk);
}

Test(subject, has_every_value_of_what_is_listed_changed_and_taken_back)
{
	for (size_t i = 0; i < ARRAY_LEN(listed); i++) {
		for (int field = 0; field < FIELD_COUNT; field++) {
			if (field_is_value_of((enum field)field, listed[i].of) &&
				!field_rows[field].is_key)
				check_field(listed[i].name, (enum field)field);
		}
	}
}

static const struct {
	const char *name, *subject;
	enum field field;
	const char *seen, *wanted;
	enum err_code code;
} refusals[] = {
	{ "no such action", "a9", FIELD_ACTION_TITLE, "", "x", ERR_FAILED },
	{ "no such service", "service:x", FIELD_SERVICE_NAME, "", "x", ERR_FAILED },
	{ "no such member", "member:x", FIELD_MEMBER_CAPACITY, "2", "3", ERR_FAILED },
	{ "no title", "a1", FIELD_ACTION_TITLE, "Appeler", "", ERR_USAGE },
	{ "blank name", "service:portail", FIELD_SERVICE_NAME, "Portail", " ", ERR_USAGE },
	{ "no such item", "a1", FIELD_ACTION_ITEM, "one", "gone", ERR_FAILED },
	{ "requires nothing", "a1", FIELD_ACTION_REQUIRES, "", "gone", ERR_FAILED },
	{ "changed meanwhile", "a1", FIELD_ACTION_TITLE, "Other", "x", ERR_CONFLICT },
};

Test(subject, refuses_what_would_not_be_valid)
{
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		const struct change change = { .entry = refusals[i].subject,
			.field = refusals[i].field,
			.from = { .text = refusals[i].seen },
			.to = { .text = refusals[i].wanted } };
		struct desk desk;

		fill(&desk);
		cr_expect_eq(
			desk_apply(&desk, &change, 1), refusals[i].code, "%s", refusals[i].name);
		desk_release(&desk);
	}
}
