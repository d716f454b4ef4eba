/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"
#include "jalon/text/errors.h"

Test(field, says_everything_in_its_row)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		const struct field_row *row = &field_rows[i];
		bool object = row->kind == FIELD_KIND_OBJECT;
		bool number = row->kind == FIELD_KIND_INTEGER || row->kind == FIELD_KIND_DECIMAL;
		enum field found = FIELD_COUNT;

		cr_assert_not_null(row->name, "%d", i);
		cr_expect(
			field_find(row->of, row->name, &found) && (int)found == i, "%s", row->name);
		cr_expect(row->label.fr[0] && row->label.en[0], "%s", row->name);
		cr_expect_eq(field_is_value_of((enum field)i, row->of), !object, "%s", row->name);
		cr_expect_eq(number, row->min < row->max, "%s has limits", row->name);
		cr_expect_eq(row->kind == FIELD_KIND_CHOICE, row->choices && row->choice_count > 1,
			"%s has choices", row->name);
		cr_expect(object || row->of != OBJECT_ENTRY || (row->help.fr && row->help.en),
			"%s is in the man page", row->name);
	}
}

Test(field, goes_through_those_of_one_object)
{
	for (int of = 0; of < OBJECT_COUNT; of++) {
		enum field walked = field_first_of((enum object)of);

		for (int i = 0; i < FIELD_COUNT; i++) {
			if (!field_is_value_of((enum field)i, (enum object)of))
				continue;
			cr_expect_eq((int)walked, i, "%s", field_rows[i].name);
			walked = field_next(walked);
		}
		cr_expect_eq(walked, FIELD_COUNT, "object %d", of);
	}
}

Test(field, is_found_by_its_exact_name)
{
	static const char *const none[] = { "", "Status", "stat", "status ", "reviews", "name" };
	enum field field = FIELD_COUNT;

	for (size_t i = 0; i < ARRAY_LEN(none); i++)
		cr_expect(!field_find(OBJECT_ENTRY, none[i], &field) && field == FIELD_COUNT, "%s",
			none[i]);
}

static const struct {
	enum field field;
	const char *typed, *canonical; /* NULL: refused */
} readings[] = {
	{ FIELD_STATUS, "done", "done" },
	{ FIELD_STATUS, "", "" },
	{ FIELD_STATUS, "new", "" },
	{ FIELD_STATUS, "todo", "todo" },
	{ FIELD_STATUS, "New", NULL },
	{ FIELD_STATUS, "Done", NULL },
	{ FIELD_STATUS, "finished", NULL },
	{ FIELD_OWNER, "Inès B.", "Inès B." },
	{ FIELD_OWNER, "", "" },
	{ FIELD_OWNER, "\xff", NULL },
	{ FIELD_DUE, "2027-01-15", "2027-01-15" },
	{ FIELD_DUE, "2028-02-29", "2028-02-29" },
	{ FIELD_DUE, "2027-02-29", NULL },
	{ FIELD_DUE, "15/01/2027", NULL },
	{ FIELD_DUE, "2027-1-15", NULL },
	{ FIELD_DUE, "", "" },
	{ FIELD_PRIORITY, "must", "must" },
	{ FIELD_PRIORITY, "", "" },
	{ FIELD_PRIORITY, "high", NULL },
	{ FIELD_IMPACT, "1", "1" },
	{ FIELD_IMPACT, "007", "7" },
	{ FIELD_IMPACT, "100", "100" },
	{ FIELD_IMPACT, "0", NULL },
	{ FIELD_IMPACT, "101", NULL },
	{ FIELD_IMPACT, "-1", NULL },
	{ FIELD_IMPACT, "1.5", NULL },
	{ FIELD_IMPACT, "4294967297", NULL },
	{ FIELD_IMPACT, "", "" },
	{ FIELD_EFFORT, "0", "0" },
	{ FIELD_EFFORT, "0,5", "0.5" },
	{ FIELD_EFFORT, "0.25", "0.25" },
	{ FIELD_EFFORT, "1.50", "1.5" },
	{ FIELD_EFFORT, "1.500", "1.5" },
	{ FIELD_EFFORT, "1000", "1000" },
	{ FIELD_EFFORT, "1000.01", NULL },
	{ FIELD_EFFORT, "0.125", NULL },
	{ FIELD_EFFORT, "1.", NULL },
	{ FIELD_EFFORT, ".5", NULL },
	{ FIELD_EFFORT, "-1", NULL },
	{ FIELD_EFFORT, "1e3", NULL },
	{ FIELD_EFFORT, "nan", NULL },
	{ FIELD_EFFORT, " 1", NULL },
	{ FIELD_EFFORT, "", "" },
	{ FIELD_REASON, "pas de\nlocaux", "pas de\nlocaux" },
	{ FIELD_REVIEW, "2999-12-31", "2999-12-31" },
	{ FIELD_REVIEW, "tomorrow", NULL },
	{ FIELD_PIN, "one", "one" },
	{ FIELD_NAME, "Coopérative", "Coopérative" },
	{ FIELD_LANGUAGE, "fr", "fr" },
	{ FIELD_LANGUAGE, "de", NULL },
	{ FIELD_LANGUAGE, "", "" },
	{ FIELD_CAPACITY, "0.01", "0.01" },
	{ FIELD_CAPACITY, "0", NULL },
	{ FIELD_CAPACITY, "1000", "1000" },
	{ FIELD_CAPACITY, "1001", NULL },
	{ FIELD_CAPACITY, "", "2" },
	{ FIELD_ACTION_REQUIRES, "a1,a2,a1", "a1,a2" },
	{ FIELD_ACTION_REQUIRES, "a1", "a1" },
	{ FIELD_ACTION_REQUIRES, "a1,", NULL },
	{ FIELD_ACTION_REQUIRES, ",a1", NULL },
	{ FIELD_ACTION_REQUIRES, "", "" },
	{ FIELD_NOTE_AT, "2026-11-24T10:12:31Z", "2026-11-24T10:12:31Z" },
	{ FIELD_NOTE_AT, "yesterday", NULL },
};

Test(field, reads_what_somebody_typed_as_one_canonical_text)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < ARRAY_LEN(readings); i++) {
		const struct field_row *row = &field_rows[readings[i].field];
		const char *canonical = NULL;
		struct err err = ERR_INIT;
		bool read =
			field_parse(readings[i].field, readings[i].typed, arena, &canonical, &err);

		cr_expect_eq(
			read, readings[i].canonical != NULL, "%s=%s", row->name, readings[i].typed);
		if (readings[i].canonical) {
			cr_expect(read && strcmp(canonical, readings[i].canonical) == 0, "%s=%s",
				row->name, readings[i].typed);
			continue;
		}
		cr_expect_eq(err.code, ERR_USAGE, "%s=%s", row->name, readings[i].typed);
		cr_expect_eq(err.message, row->message, "%s=%s", row->name, readings[i].typed);
		cr_expect_str_eq(err.where, row->name);
	}
	arena_free(arena);
}

static const struct {
	enum field field;
	const char *value;
} sayings[] = {
	{ FIELD_STATUS, "doing" },
	{ FIELD_OWNER, "Inès" },
	{ FIELD_DUE, "2027-01-15" },
	{ FIELD_PRIORITY, "could" },
	{ FIELD_IMPACT, "99" },
	{ FIELD_EFFORT, "0.25" },
	{ FIELD_REASON, "r" },
	{ FIELD_REVIEW, "2027-01-15" },
	{ FIELD_PIN, "two" },
};

Test(field, holds_what_was_put_and_nothing_else_moves)
{
	for (size_t i = 0; i < ARRAY_LEN(sayings); i++) {
		struct desk desk;
		struct entry entry;

		desk_init(&desk);
		entry = *organisation_find_entry(desk.org, "one");
		field_set(sayings[i].field, &entry, sayings[i].value, desk.arena);
		for (int field = 0; field < FIELD_COUNT; field++) {
			const char *expected =
				field == (int)sayings[i].field ? sayings[i].value : "";

			if (!field_is_value_of((enum field)field, OBJECT_ENTRY))
				continue;
			cr_expect_str_eq(field_get((enum field)field, &entry, desk.arena), expected,
				"%s after %s", field_rows[field].name,
				field_rows[sayings[i].field].name);
		}
		field_set(sayings[i].field, &entry, "", desk.arena);
		cr_expect(entry_is_untouched(&entry), "%s cleared",
			field_rows[sayings[i].field].name);
		desk_release(&desk);
	}
}

/* The item `one` says must, 4 and 0.5; an own action counts as should, 3 and 1, but the figures are
 * nobody's until somebody says them. */
static const struct {
	const char *entry;
	enum field field;
	const char *put, *held;
} defaults[] = {
	{ "one", FIELD_PRIORITY, "must", "" },
	{ "one", FIELD_IMPACT, "4", "" },
	{ "one", FIELD_EFFORT, "0.5", "" },
	{ "one", FIELD_PRIORITY, "should", "should" },
	{ "one", FIELD_IMPACT, "3", "3" },
	{ "one", FIELD_EFFORT, "1", "1" },
	{ "one", FIELD_EFFORT, "0", "0" },
	{ "one", FIELD_STATUS, "todo", "todo" },
	{ "a1", FIELD_PRIORITY, "should", "" },
	{ "a1", FIELD_IMPACT, "3", "3" },
	{ "a1", FIELD_EFFORT, "1", "1" },
	{ "a1", FIELD_IMPACT, "4", "4" },
};

Test(field, does_not_say_what_the_item_says_already)
{
	struct desk desk;
	struct entry orphan = { .id = "gone" };

	desk_init(&desk);
	cr_assert_eq(desk_add_action(&desk, "Appeler", "", NULL), ERR_NONE);
	for (size_t i = 0; i < ARRAY_LEN(defaults); i++) {
		struct entry entry = *organisation_find_entry(desk.org, defaults[i].entry);

		field_set(defaults[i].field, &entry, defaults[i].put, desk.arena);
		cr_expect_str_eq(field_get(defaults[i].field, &entry, desk.arena), defaults[i].held,
			"%s.%s=%s", defaults[i].entry, field_rows[defaults[i].field].name,
			defaults[i].put);
	}
	object_unset(OBJECT_ENTRY, &orphan);
	field_set(FIELD_IMPACT, &orphan, "3", desk.arena);
	cr_expect_eq(orphan.impact, 3, "of an entry kept for nobody no default is known");
	desk_release(&desk);
}

Test(field, of_the_organisation_is_never_empty_but_for_the_language)
{
	static const struct {
		enum field field;
		const char *put, *held;
	} cases[] = {
		{ FIELD_NAME, "Autre", "Autre" },
		{ FIELD_NAME, "", "demo" },
		{ FIELD_LANGUAGE, "fr", "fr" },
		{ FIELD_LANGUAGE, "", "" },
		{ FIELD_CAPACITY, "3.5", "3.5" },
		{ FIELD_CAPACITY, "", "2" },
	};
	struct desk desk;

	desk_init(&desk);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		field_set(cases[i].field, desk.org, cases[i].put, desk.arena);
		cr_expect_str_eq(field_get(cases[i].field, desk.org, desk.arena), cases[i].held,
			"%s=%s", field_rows[cases[i].field].name, cases[i].put);
	}
	desk_release(&desk);
}

static const struct {
	int64_t hundredths;
	const char *text;
} decimals[] = {
	{ 0, "0" },
	{ 1, "0.01" },
	{ 10, "0.1" },
	{ 50, "0.5" },
	{ 125, "1.25" },
	{ 100, "1" },
	{ 100000, "1000" },
	{ 99999999999, "999999999.99" },
};

Test(field, writes_hundredths_as_it_reads_them)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < ARRAY_LEN(decimals); i++) {
		int64_t read = -1;

		cr_expect_str_eq(decimal_format(arena, decimals[i].hundredths), decimals[i].text);
		cr_expect(decimal_parse(decimals[i].text, &read), "%s", decimals[i].text);
		cr_expect_eq(read, decimals[i].hundredths, "%s", decimals[i].text);
	}
	cr_expect_str_eq(decimal_format(arena, -125), "-1.25");
	cr_expect_str_eq(decimal_format(arena, -50), "-0.5");
	arena_free(arena);
}
