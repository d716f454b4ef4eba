/* SPDX-License-Identifier: MIT
 *
 * Conflicts that a merge kept: read, written, ended by whoever chooses, and brought back by undo.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "box.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/text/errors.h"

#define CONFLICT(entry, field, ours, theirs)                                                       \
	"    {\n      \"entry\": \"" entry "\",\n      \"field\": \"" field "\",\n"                \
	"      \"ours\": " ours ",\n      \"theirs\": " theirs ",\n      \"by\": \"Marc\",\n"      \
	"      \"at\": \"2026-11-24T10:00:00Z\"\n    }"

// clang-format off
static const char kept[] = ",\n  \"conflicts\": [\n"
	CONFLICT("", "capacity", "2", "4") ",\n"
	CONFLICT("gone", "effort", "1.5", "0.25") ",\n"
	CONFLICT("one", "owner", "\"Inès\"", "\"Marc\"") ",\n"
	CONFLICT("one", "due", "\"2027-01-15\"", "null") ",\n"
	CONFLICT("one", "colour", "{\"a\":[1,2.50]}", "null") "\n  ]\n}\n";
// clang-format on

/* "demo" with what those conflicts are about, and them. */
static void init(struct box *box, const char *conflicts)
{
	const char *text, *end;

	box_init_demo(box);
	cr_assert_eq(box_set(box, "Inès", "one", FIELD_OWNER, "Inès"), ERR_NONE);
	cr_assert_eq(box_set(box, "Inès", "one", FIELD_DUE, "2027-01-15"), ERR_NONE);
	text = box_read(box, "data/demo.json");
	end = strrchr(text, '}') - 1;
	box_write(box, "data/demo.json",
		arena_format(box->arena, "%.*s%s", (int)(end - text), text, conflicts));
}

Test(conflicts, come_back_as_they_were_written)
{
	struct box box;
	const char *before;
	const struct organisation *org;

	init(&box, kept);
	before = box_content(&box);
	org = box_load(&box, "demo");
	cr_assert_eq(org->conflict_count, 5);
	cr_expect_eq(organisation_open_conflicts(org), 3,
		"neither an unknown field nor an entry that is gone");
	cr_expect_eq(organisation_find_entry(org, "one")->conflict_count, 3);
	cr_expect_eq(organisation_find_entry(org, "two")->conflict_count, 0);
	cr_assert_eq(box_set(&box, "I", "two", FIELD_OWNER, "I"), ERR_NONE);
	cr_assert_eq(box_undo(&box, "I"), ERR_NONE);
	cr_expect_str_eq(box_content(&box), before);
	box_release(&box);
}

static const struct {
	const char *name, *entry;
	enum field field;
	const char *value;
	bool ends;
} choices[] = {
	{ "theirs", "one", FIELD_OWNER, "Marc", true },
	{ "the one that stands", "one", FIELD_OWNER, "Inès", true },
	{ "a third", "one", FIELD_OWNER, "Zoé", true },
	{ "none", "one", FIELD_OWNER, "", true },
	{ "another field", "one", FIELD_REASON, "r", false },
	{ "another entry", "two", FIELD_OWNER, "Marc", false },
	{ "of the organisation", "", FIELD_CAPACITY, "2", true },
	{ "beside it", "", FIELD_NAME, "Autre", false },
};

Test(conflicts, end_where_somebody_chooses_and_undo_brings_them_back)
{
	for (size_t i = 0; i < ARRAY_LEN(choices); i++) {
		struct box box;
		const char *before, *after;
		size_t left;

		init(&box, kept);
		before = box_content(&box);
		cr_assert_eq(
			box_set(&box, "I", choices[i].entry, choices[i].field, choices[i].value),
			ERR_NONE, "%s", choices[i].name);
		after = box_content(&box);
		left = box_load(&box, "demo")->conflict_count;
		cr_expect_eq(left, choices[i].ends ? 4 : 5, "%s", choices[i].name);
		cr_expect_str_neq(after, before, "%s", choices[i].name);
		cr_assert_eq(
			box_undo(&box, "I"), ERR_NONE, "%s: %d", choices[i].name, box.err.message);
		cr_expect_str_eq(box_content(&box), before, "%s", choices[i].name);
		cr_assert_eq(box_redo(&box, "I"), ERR_NONE, "%s", choices[i].name);
		cr_expect_str_eq(box_content(&box), after, "%s", choices[i].name);
		box_release(&box);
	}
}

Test(conflicts, that_end_leave_nothing_to_choose_again)
{
	struct box box;

	init(&box, kept);
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "Inès"), ERR_NONE);
	cr_expect_eq(box.outcome.applied, 1);
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "Inès"), ERR_NONE);
	cr_expect_eq(box.outcome.applied, 0, "it is said already");
	box_release(&box);
}

static const struct {
	const char *name, *conflicts, *where;
	enum message message;
} refusals[] = {
	{ "no list", ",\n\"conflicts\": {}\n}\n", "conflicts", MSG_NOT_AN_ARRAY },
	{ "null", ",\n\"conflicts\": null\n}\n", "conflicts", MSG_NOT_AN_ARRAY },
	{ "a text in it", ",\n\"conflicts\": [\"x\"]\n}\n", "conflicts[0]", MSG_NOT_AN_OBJECT },
	{ "no entry", ",\n\"conflicts\": [{\"field\": \"owner\"}]\n}\n", "conflicts[0].entry",
		MSG_MEMBER_NEEDED },
	{ "no field", ",\n\"conflicts\": [{\"entry\": \"one\"}]\n}\n", "conflicts[0].field",
		MSG_MEMBER_NEEDED },
	{ "a field without a name",
		",\n\"conflicts\": [{\"entry\": \"one\", \"field\": \"\"}]\n}\n",
		"conflicts[0].field", MSG_TEXT_NEEDED },
	{ "a number for a field", ",\n\"conflicts\": [{\"entry\": \"one\", \"field\": 1}]\n}\n",
		"conflicts[0].field", MSG_NOT_A_STRING },
	{ "a date that is none",
		",\n\"conflicts\": [{\"entry\": \"one\", \"field\": \"due\", \"theirs\": "
		"\"soon\"}]\n}\n",
		"conflicts[0].theirs", MSG_NOT_A_DATE },
	{ "a list for a date",
		",\n\"conflicts\": [{\"entry\": \"one\", \"field\": \"due\", \"ours\": []}]\n}\n",
		"conflicts[0].ours", MSG_WRONG_TYPE },
	{ "a moment that is none",
		",\n\"conflicts\": [{\"entry\": \"one\", \"field\": \"due\", \"at\": "
		"\"soon\"}]\n}\n",
		"conflicts[0].at", MSG_NOT_A_TIME },
};

Test(conflicts, are_read_strictly)
{
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		struct box box;
		struct err err = ERR_INIT;

		init(&box, refusals[i].conflicts);
		cr_expect_null(store_load(box.store, "demo", &err), "%s", refusals[i].name);
		cr_expect_eq(err.message, (int)refusals[i].message, "%s: %d", refusals[i].name,
			err.message);
		cr_expect(strstr(err.where, refusals[i].where), "%s: %s", refusals[i].name,
			err.where);
		cr_expect(strstr(err.where, "demo.json:"), "%s: %s", refusals[i].name, err.where);
		box_release(&box);
	}
}
