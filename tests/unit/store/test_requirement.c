/* SPDX-License-Identifier: MIT
 *
 * What an entry requires besides its item, and that it never goes round. */
#include <criterion/criterion.h>
#include <string.h>

#include "box.h"
#include "jalon/text/errors.h"
#include "jalon/model/requirement.h"
#include "jalon/model/setting.h"

static void fill(struct box *box)
{
	box_init_demo(box);
	cr_assert_eq(box_add_service(box, "Zoé", "Site"), ERR_NONE);
	cr_assert_eq(box_add_action(box, "Zoé", "Un"), ERR_NONE);
	cr_assert_eq(box_add_action(box, "Zoé", "Deux"), ERR_NONE);
}

static enum err_code require(struct box *box, const char *by, const char *entry, const char *ids)
{
	const struct organisation *org = box_load(box, "demo");
	struct change_list list = { NULL, 0, 0 };
	const char *canonical;

	if (!field_parse(FIELD_REQUIRES, ids, box->arena, &canonical, &box->err) ||
		!change_list_add_setting(
			&list, box->arena, org, entry, FIELD_REQUIRES, canonical, &box->err))
		return box->err.code;
	return box_commit(box, by, list.changes, list.count);
}

static const char *required(struct box *box, const char *id)
{
	const struct organisation *org = box_load(box, "demo");
	struct string_list ids =
		organisation_requires(org, organisation_find_entry(org, id), box->arena, NULL);
	const char *all = "";

	for (size_t i = 0; i < ids.count; i++)
		all = arena_format(box->arena, "%s%s%s", all, i ? " " : "", ids.texts[i]);
	return all;
}

static const struct {
	const char *entry, *ids, *required, *found;
} cases[] = {
	{ "one", "a1, a2", "a1 a2", "\"requires\": [\n        \"a1\",\n        \"a2\"\n      ]" },
	{ "two", "a1", "one a1", "\"requires\": [\n        \"a1\"\n      ]" },
	{ "two", "one,a1", "one a1", "\"requires\": [\n        \"a1\"\n      ]" },
	{ "two", "one", "one", "\"requires\": []" },
	{ "three@site", "two ,\ta2", "two a2", "\"two\"" },
	{ "a1", "a2,three@site", "a2 three@site", "\"three@site\"" },
};

Test(requirement, adds_to_the_items_and_comes_back_by_undo)
{
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *before, *after;
		struct box box;

		fill(&box);
		before = box_content(&box);
		cr_assert_eq(require(&box, "A", cases[i].entry, cases[i].ids), ERR_NONE, "%zu", i);
		cr_expect_str_eq(required(&box, cases[i].entry), cases[i].required);
		after = box_content(&box);
		cr_expect(strstr(after, cases[i].found) != NULL, "%s in %s", cases[i].found, after);
		if (strcmp(before, after) != 0) {
			cr_expect_eq(box_undo(&box, "A"), ERR_NONE);
			cr_expect_str_eq(box_content(&box), before);
			cr_expect_eq(box_redo(&box, "A"), ERR_NONE);
			cr_expect_str_eq(box_content(&box), after);
		}
		cr_expect_eq(require(&box, "A", cases[i].entry, ""), ERR_NONE);
		cr_expect_str_eq(box_content(&box), before, "cleared");
		box_release(&box);
	}
}

/* ENTRY:IDS in turn; the last one is refused. */
static const struct {
	const char *name, *steps[4];
	enum err_code code;
	enum message message;
	const char *value;
} refusals[] = {
	{ "itself", { "one", "one" }, ERR_USAGE, MSG_REQUIRES_ITSELF, "one" },
	{ "an action itself", { "a1", "a1" }, ERR_USAGE, MSG_REQUIRES_ITSELF, "a1" },
	{ "nothing known", { "one", "gone" }, ERR_FAILED, MSG_NO_SUCH_ENTRY, "gone" },
	{ "an item for services", { "one", "three" }, ERR_FAILED, MSG_NO_SUCH_ENTRY, "three" },
	{ "what the guide says", { "one", "two" }, ERR_USAGE, MSG_REQUIRES_ROUND,
		"one → two → one" },
	{ "two actions", { "a1", "a2", "a2", "a1" }, ERR_USAGE, MSG_REQUIRES_ROUND,
		"a2 → a1 → a2" },
	{ "through the guide", { "a1", "two", "one", "a1" }, ERR_USAGE, MSG_REQUIRES_ROUND,
		"one → a1 → two → one" },
	{ "a hole", { "one", "a1,,a2" }, ERR_USAGE, MSG_NOT_AN_ID_LIST, "a1,,a2" },
	{ "blanks", { "one", " " }, ERR_USAGE, MSG_NOT_AN_ID_LIST, " " },
};

Test(requirement, is_refused_where_it_could_never_be_met)
{
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		enum err_code code = ERR_NONE;
		struct box box;

		fill(&box);
		for (size_t k = 0; k < 4 && refusals[i].steps[k]; k += 2) {
			cr_expect_eq(code, ERR_NONE, "%s", refusals[i].name);
			code = require(&box, "A", refusals[i].steps[k], refusals[i].steps[k + 1]);
		}
		cr_expect_eq(code, refusals[i].code, "%s", refusals[i].name);
		cr_expect_eq(box.err.message, (int)refusals[i].message, "%s", refusals[i].name);
		cr_expect_str_eq(box.err.value, refusals[i].value, "%s", refusals[i].name);
		box_release(&box);
	}
}

/* Others have closed the circle's other half since. */
Test(requirement, is_not_taken_back_into_a_circle)
{
	struct box box;

	fill(&box);
	cr_assert_eq(require(&box, "A", "a1", "a2"), ERR_NONE);
	cr_assert_eq(require(&box, "A", "a1", ""), ERR_NONE);
	cr_assert_eq(require(&box, "B", "a2", "a1"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "A"), ERR_CONFLICT);
	cr_expect_eq(box.err.message, MSG_REQUIRES_ROUND);
	cr_assert_eq(box_undo(&box, "B"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "A"), ERR_NONE);
	cr_expect_str_eq(required(&box, "a1"), "a2");
	box_release(&box);
}

Test(requirement, tells_a_circle_before_it_is_closed)
{
	const struct organisation *org;
	struct box box;

	fill(&box);
	cr_assert_eq(require(&box, "A", "a1", "two"), ERR_NONE);
	org = box_load(&box, "demo");
	cr_expect_eq(requirement_circle(org, box.arena, "one", "a1").count, 3);
	cr_expect_eq(requirement_circle(org, box.arena, "one", "a2").count, 0);
	cr_expect_eq(requirement_circle(org, box.arena, "one", NULL).count, 0);
	cr_expect_eq(requirement_circle(org, box.arena, "one", "one").count, 1);
	cr_expect_eq(requirement_any_circle(org, box.arena).count, 0);
	box_release(&box);
}

/* By hand, as one writes it of items: it is one thing, and the action has it. */
Test(requirement, of_an_action_is_one_wherever_the_file_says_it)
{
	static const char file[] =
		"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\",\"revision\":1,"
		"\"checklists\":[{\"id\":\"guide\",\"edition\":\"1\"}],\"actions\":[{\"id\":\"a1\","
		"\"title\":\"Un\",\"requires\":[\"one\"]}],\"entries\":{\"a1\":{\"requires\":"
		"[\"two\",\"one\"]}}}";
	struct box box;

	box_init_demo(&box);
	box_write(&box, "data/demo.json", file);
	cr_expect_str_eq(required(&box, "a1"), "one two");
	cr_expect_eq(require(&box, "A", "a1", "two"), ERR_NONE);
	cr_expect_str_eq(required(&box, "a1"), "two");
	cr_expect_not_null(strstr(box_content(&box), "\"entries\": {}"));
	box_release(&box);
}
