/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "desk.h"
#include "jalon/base/date.h"
#include "jalon/model/search.h"

enum { TODAY = 20781 };

static const struct {
	const char *typed, *text;
	bool matches;
} queries[] = {
	{ "", "anything", true },
	{ " \t\n", "anything", true },
	{ "ines", "Inès", true },
	{ "INÈS", "ines", true },
	{ "e\xcc\x81t\xc3\xa9", "\xc3\x89te\xcc\x81", true },
	{ "coeur", "CŒUR", true },
	{ "loc mission", "Appeler la mission locale", true },
	{ "mission absente", "Appeler la mission locale", false },
	{ "missionlocale", "mission locale", false },
	{ "x", "", false },
};

Test(search, needs_every_word_without_case_or_accents)
{
	for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
		struct arena *arena = arena_new();
		struct query query = query_make(arena, queries[i].typed);

		cr_expect_eq(query_matches(&query, queries[i].text), queries[i].matches, "%s in %s",
			queries[i].typed, queries[i].text);
		arena_free(arena);
	}
}

static const struct {
	const char *typed, *entry;
	enum lang lang;
	bool matches;
} entries[] = {
	{ "trois", "three@portail", LANG_FR, true },
	{ "trois", "three@portail", LANG_EN, false },
	{ "phrase simple", "one", LANG_FR, true },
	{ "usagers", "three@portail", LANG_EN, true },
	{ "usagers", "one", LANG_EN, false },
	{ "zoe", "one", LANG_EN, true },
	{ "rappeler lundi", "one", LANG_EN, true },
	{ "seconde", "one", LANG_EN, true },
	{ "one zoe rappeler", "one", LANG_EN, true },
	{ "a1", "a1", LANG_EN, true },
	{ "ecrire", "a1", LANG_FR, true },
	{ "lundiseconde", "one", LANG_EN, false },
};

Test(search, looks_at_all_that_is_said_of_an_entry)
{
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(desk_add_service(&desk, "Portail usagers"), ERR_NONE);
	desk.org->services[0].id = "portail";
	organisation_join(desk.org, desk.arena, NULL, 0);
	cr_assert_eq(desk_add_action(&desk, "Écrire", "", NULL), ERR_NONE);
	cr_assert_eq(desk_set(&desk, "one", FIELD_OWNER, "Zoé"), ERR_NONE);
	cr_assert_eq(desk_note(&desk, "one", 1, "Rappeler lundi"), ERR_NONE);
	cr_assert_eq(desk_note(&desk, "one", 2, "Seconde note"), ERR_NONE);
	for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
		struct query query = query_make(desk.arena, entries[i].typed);
		const struct entry *entry = organisation_find_entry(desk.org, entries[i].entry);

		cr_assert_not_null(entry, "%s", entries[i].entry);
		cr_expect_eq(query_matches_entry(&query, entry, entries[i].lang),
			entries[i].matches, "%s in %s", entries[i].typed, entries[i].entry);
	}
	desk_release(&desk);
}

static const struct item of_kind[KIND_ACTION] = {
	{ .kind = KIND_RECOMMENDATION },
	{ .kind = KIND_QUESTION },
	{ .kind = KIND_OPPORTUNITY },
	{ .kind = KIND_VIGILANCE },
};
static const struct action own = { .title = "" };

static const struct service portail = { .id = "portail", .name = "Portail" };

static const struct {
	const char *name;
	struct entry entry;
	const char *accepted_by; /* a letter for each of `filters` */
} filtered[] = {
	{ "mine, late, of a service",
		{ .item = &of_kind[KIND_RECOMMENDATION],
			.service = &portail,
			.owner = "Inès",
			.priority = PRIORITY_MUST,
			.due_day = TODAY - 1 },
		"ARMLHSr" },
	{ "mine, done, late once",
		{ .item = &of_kind[KIND_QUESTION],
			.owner = "Inès",
			.due_day = TODAY - 1,
			.status = STATUS_DONE },
		"Aq" },
	{ "nobody's yet",
		{ .item = &of_kind[KIND_QUESTION],
			.owner = "",
			.due_day = DAY_NONE,
			.effort_centidays = EFFORT_NONE,
			.left_centidays = EFFORT_NONE,
			.review_day = DAY_NONE },
		"ARN0-q" },
	{ "another's", { .item = &of_kind[KIND_OPPORTUNITY], .owner = "Zoé", .due_day = DAY_NONE },
		"AR0Zo" },
	{ "nobody's, not applicable",
		{ .item = &of_kind[KIND_VIGILANCE],
			.owner = "",
			.due_day = DAY_NONE,
			.status = STATUS_NOT_APPLICABLE,
			.review_day = DAY_NONE },
		"Av" },
	{ "an own action",
		{ .action = &own, .owner = "", .due_day = TODAY, .status = STATUS_DOING },
		"ARK-a" },
};

static const struct {
	char letter;
	struct filter filter;
} filters[] = {
	{ 'A', { FILTER_ALL, 0, "" } },
	{ 'R', { FILTER_REMAINING, 0, "" } },
	{ 'M', { FILTER_MINE, 0, "" } },
	{ 'L', { FILTER_LATE, 0, "" } },
	{ 'N', { FILTER_NEW, 0, "" } },
	{ 'K', { FILTER_AT_RISK, 0, "" } },
	{ '0', { FILTER_NO_DATE, 0, "" } },
	{ 'Z', { FILTER_OWNER, 0, "Zoé" } },
	{ '-', { FILTER_OWNER, 0, "" } },
	{ 'H', { FILTER_PRIORITY, PRIORITY_MUST, "" } },
	{ 'S', { FILTER_SERVICE, 0, "portail" } },
	{ 'r', { FILTER_KIND, KIND_RECOMMENDATION, "" } },
	{ 'q', { FILTER_KIND, KIND_QUESTION, "" } },
	{ 'o', { FILTER_KIND, KIND_OPPORTUNITY, "" } },
	{ 'v', { FILTER_KIND, KIND_VIGILANCE, "" } },
	{ 'a', { FILTER_KIND, KIND_ACTION, "" } },
};

Test(search, filters_by_what_its_name_says)
{
	bool is_tried[FILTER_COUNT] = { false };

	for (size_t i = 0; i < ARRAY_LEN(filtered); i++) {
		char accepted[ARRAY_LEN(filters) + 1] = "";
		size_t count = 0;

		for (size_t k = 0; k < ARRAY_LEN(filters); k++) {
			is_tried[filters[k].filter.kind] = true;
			if (filter_accepts(&filters[k].filter, &filtered[i].entry, "Inès", TODAY))
				accepted[count++] = filters[k].letter;
		}
		cr_expect_str_eq(accepted, filtered[i].accepted_by, "%s", filtered[i].name);
	}
	for (int kind = 0; kind < FILTER_COUNT; kind++)
		cr_expect(is_tried[kind], "%d", kind);
}
