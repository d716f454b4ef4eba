/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"

static const struct {
	const char *id;
	bool valid;
} ids[] = {
	{ "a", true },
	{ "0", true },
	{ "a-b-", true },
	{ "a--b", true },
	{ "123456789012345678901234567890123456789012345678901234567890123", true },
	{ "1234567890123456789012345678901234567890123456789012345678901234", false },
	{ "", false },
	{ "-a", false },
	{ "A", false },
	{ "é", false },
	{ "a b", false },
	{ "a/b", false },
	{ "a.b", false },
	{ "a_b", false },
	{ "a@b", false },
	{ "a\n", false },
	{ "..", false },
};

Test(checklist, takes_as_an_id_only_what_can_be_a_path)
{
	for (size_t i = 0; i < ARRAY_LEN(ids); i++)
		cr_expect_eq(id_is_valid(ids[i].id), ids[i].valid, "%s", ids[i].id);
}

Test(checklist, reads_the_words_that_it_writes)
{
	for (int i = 0; i < KIND_ACTION; i++) {
		enum kind kind = KIND_COUNT;

		cr_expect(kind_parse(kind_name((enum kind)i), &kind) && (int)kind == i, "%d", i);
	}
	for (int i = 0; i < ORIGIN_COUNT; i++) {
		enum origin origin = ORIGIN_COUNT;

		cr_expect(origin_parse(origin_name((enum origin)i), &origin) && (int)origin == i,
			"%d", i);
	}
	for (int i = PRIORITY_MUST; i < PRIORITY_COUNT; i++) {
		enum priority priority = PRIORITY_NONE;

		cr_expect(priority_parse(priority_name((enum priority)i), &priority) &&
				  (int)priority == i,
			"%d", i);
	}
}

static const char *const no_words[] = { "", "action", "Must", "must ", "guides", "todo" };

Test(checklist, reads_no_other_word)
{
	for (size_t i = 0; i < ARRAY_LEN(no_words); i++) {
		enum kind kind = KIND_COUNT;
		enum scope scope = SCOPE_COUNT;
		enum origin origin = ORIGIN_COUNT;
		enum priority priority = PRIORITY_COUNT;

		cr_expect_not(kind_parse(no_words[i], &kind), "%s", no_words[i]);
		cr_expect_not(scope_parse(no_words[i], &scope), "%s", no_words[i]);
		cr_expect_not(origin_parse(no_words[i], &origin), "%s", no_words[i]);
		cr_expect_not(priority_parse(no_words[i], &priority), "%s", no_words[i]);
		cr_expect(kind == KIND_COUNT && scope == SCOPE_COUNT && origin == ORIGIN_COUNT &&
				  priority == PRIORITY_COUNT,
			"untouched by %s", no_words[i]);
	}
	cr_expect_str_eq(kind_name(KIND_ACTION), "action");
	cr_expect_str_eq(priority_name(PRIORITY_NONE), "");
}

Test(checklist, finds_each_item_by_its_id)
{
	static const struct checklist empty = { .id = "empty" };
	struct desk desk;
	const struct checklist *checklist;

	desk_init(&desk);
	checklist = desk.org->checklists[0];
	for (size_t i = 0; i < checklist->item_count; i++)
		cr_expect_eq(checklist_find_item(checklist, checklist->items[i].id),
			&checklist->items[i], "%zu", i);
	cr_expect_null(checklist_find_item(checklist, "zero"));
	cr_expect_null(checklist_find_item(&empty, "one"));
	desk_release(&desk);
}

Test(checklist, finds_a_reference_by_its_id)
{
	static const struct reference references[] = { { .id = "credoc" }, { .id = "insee" } };
	const struct checklist checklist = { .references = references, .reference_count = 2 };

	cr_expect_eq(checklist_find_reference(&checklist, "insee"), &references[1]);
	cr_expect_null(checklist_find_reference(&checklist, "ademe"));
}

/* Items a to d; each may require two others, a letter each. */
static const struct {
	const char *name;
	const char *requires[4];
	const char *cycle;
} cycles[] = {
	{ "none at all", { "", "", "", "" }, "" },
	{ "a chain", { "b", "c", "d", "" }, "" },
	{ "a diamond", { "bc", "d", "d", "" }, "" },
	{ "what is not there", { "x", "xa", "", "" }, "" },
	{ "itself", { "", "b", "", "" }, "b" },
	{ "two", { "b", "a", "", "" }, "a b" },
	{ "at the end of a path", { "b", "c", "d", "c" }, "c d" },
	{ "behind what is finished", { "b", "", "bd", "c" }, "c d" },
	{ "all", { "b", "c", "d", "a" }, "a b c d" },
};

Test(checklist, names_one_cycle_in_the_order_of_its_requirements)
{
	static const char *const letters[] = { "a", "b", "c", "d" };

	for (size_t i = 0; i < ARRAY_LEN(cycles); i++) {
		struct desk desk;
		struct item items[4] = { { .id = NULL } };
		const char *required[4][2];
		struct checklist checklist = { .items = items, .item_count = 4 };

		desk_init(&desk);
		for (size_t k = 0; k < 4; k++) {
			const char *requires = cycles[i].requires[k];

			for (size_t m = 0; requires[m]; m++)
				required[k][m] = arena_copy_len(desk.arena, requires + m, 1);
			items[k] = (struct item){ .id = letters[k],
				.index = k,
				.requires = { required[k], strlen(requires) } };
		}
		checklist_index(&checklist, desk.arena);
		cr_expect_str_eq(desk_join(&desk, checklist_find_cycle(&checklist, desk.arena)),
			cycles[i].cycle, "%s", cycles[i].name);
		desk_release(&desk);
	}
}

/* Each of a pair requires both of the next: 2 to the power of LAYERS ways through. */
Test(checklist, walks_once_over_what_many_require, .timeout = 20)
{
	enum { LAYERS = 60 };
	struct arena *arena = arena_new();
	struct item items[2 * LAYERS];
	const char *names[2 * LAYERS];
	struct checklist checklist = { .items = items, .item_count = 2 * LAYERS };

	for (size_t i = 0; i < ARRAY_LEN(items); i++)
		names[i] = arena_format(arena, "i%zu", i);
	for (size_t i = 0; i < ARRAY_LEN(items); i++) {
		size_t next = (i / 2 + 1) * 2;

		items[i] = (struct item){ .id = names[i], .index = i };
		if (next < ARRAY_LEN(items))
			items[i].requires = (struct string_list){ names + next, 2 };
	}
	checklist_index(&checklist, arena);
	cr_expect_eq(checklist_find_cycle(&checklist, arena).count, 0);
	arena_free(arena);
}
