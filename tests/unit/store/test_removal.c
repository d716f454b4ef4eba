/* SPDX-License-Identifier: MIT
 *
 * What is taken away goes with all that names it, and one undo brings back each byte. */
#include <criterion/criterion.h>
#include <string.h>

#include "box.h"
#include "jalon/text/errors.h"
#include "jalon/model/removal.h"
#include "jalon/model/setting.h"

/* Nothing stands where an order of names, numbers or times would put it. */
static const char full[] =
	"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\",\"name\":\"Démo\","
	"\"revision\":1,\"created\":\"2026-11-24T09:00:00Z\",\"modified\":\"2026-11-24T09:00:00Z\","
	"\"checklists\":[{\"id\":\"guide\",\"edition\":\"1\"}],"
	"\"members\":[{\"name\":\"Zoé\",\"x\":1},{\"name\":\"Inès\",\"capacity\":1.5},"
	"{\"name\":\"Marc\"}],"
	"\"services\":[{\"id\":\"site\",\"name\":\"Site\"},{\"id\":\"appli\",\"name\":\"Appli\","
	"\"x\":[2]},{\"id\":\"portail\",\"name\":\"Portail\"}],"
	"\"actions\":[{\"id\":\"a3\",\"title\":\"Trois\",\"item\":\"one\",\"requires\":[\"a1\","
	"\"two\"],"
	"\"x\":\"y\"},{\"id\":\"a1\",\"title\":\"Un\",\"item\":\"three@appli\",\"requires\":[]},"
	"{\"id\":\"a2\",\"title\":\"Deux\",\"item\":\"a3\",\"requires\":[\"a3\",\"three@appli\"]}],"
	"\"entries\":{"
	"\"one\":{\"status\":\"doing\",\"owner\":\"Inès\",\"pin\":\"three@appli\"},"
	"\"two\":{\"owner\":\"Marc\",\"pin\":\"a3\"},"
	"\"a3\":{\"status\":\"not_applicable\",\"reason\":\"r\",\"owner\":\"Inès\",\"notes\":["
	"{\"at\":\"2026-11-24T10:00:02Z\",\"by\":\"Zoé\",\"text\":\"late\"},"
	"{\"at\":\"2026-11-24T10:00:01Z\",\"by\":\"Inès\",\"text\":\"early\"},"
	"{\"at\":\"2026-11-24T10:00:01Z\",\"by\":\"Zoé\",\"text\":\"twin\"},"
	"{\"at\":\"2026-11-24T10:00:01Z\",\"by\":\"Zoé\",\"text\":\"twin\"}]},"
	"\"three@appli\":{\"due\":\"2027-01-15\",\"effort\":0.5,\"pin\":\"three@site\",\"notes\":["
	"{\"at\":\"2026-11-24T10:00:01Z\",\"by\":\"Zoé\",\"text\":\"b\"},"
	"{\"at\":\"2026-11-24T10:00:01Z\",\"by\":\"Zoé\",\"text\":\"a\"}]},"
	"\"three@site\":{\"owner\":\"Inès\"}}}\n";

static const struct {
	const char *subject, *name;
	enum object of;
	size_t entries, notes, references, under, owned;
} removals[] = {
	{ "a3", "Trois", OBJECT_ACTION, 1, 4, 2, 1, 0 },
	{ "a1", "Un", OBJECT_ACTION, 0, 0, 1, 0, 0 },
	{ "a2", "Deux", OBJECT_ACTION, 0, 0, 0, 0, 0 },
	{ "service:appli", "Appli", OBJECT_SERVICE, 1, 2, 2, 1, 0 },
	{ "service:site", "Site", OBJECT_SERVICE, 1, 0, 1, 0, 0 },
	{ "service:portail", "Portail", OBJECT_SERVICE, 0, 0, 0, 0, 0 },
	{ "member:Inès", "Inès", OBJECT_MEMBER, 0, 0, 0, 0, 3 },
	{ "member:Zoé", "Zoé", OBJECT_MEMBER, 0, 0, 0, 0, 0 },
	{ "member:Marc", "Marc", OBJECT_MEMBER, 0, 0, 0, 0, 1 },
};

static void fill(struct box *box)
{
	box_init_demo(box);
	box_write(box, "data/demo.json", full);
	/* As jalon writes it. */
	cr_assert_eq(box_set(box, "Zoé", "", FIELD_NAME, "Pleine"), ERR_NONE);
}

static enum err_code remove_subject(
	struct box *box, const char *by, const char *subject, struct removal *told)
{
	const struct organisation *org = box_load(box, "demo");
	struct change_list list = { NULL, 0, 0 };

	if (!change_list_add_removal(&list, box->arena, org, subject, told, &box->err))
		return box->err.code;
	return box_commit(box, by, list.changes, list.count);
}

Test(removal, goes_with_all_that_names_it_and_comes_back_whole)
{
	for (size_t i = 0; i < ARRAY_LEN(removals); i++) {
		const char *name = removals[i].subject, *before, *after;
		struct removal told;
		struct box box;

		fill(&box);
		before = box_content(&box);
		cr_assert_eq(remove_subject(&box, "A", name, &told), ERR_NONE, "%s: %s", name,
			box.err.where);
		cr_expect_eq(told.of, removals[i].of, "%s", name);
		cr_expect_str_eq(told.name, removals[i].name, "%s", name);
		cr_expect_eq(told.entry_count, removals[i].entries, "%s", name);
		cr_expect_eq(told.note_count, removals[i].notes, "%s", name);
		cr_expect_eq(told.reference_count, removals[i].references, "%s: %zu", name,
			told.reference_count);
		cr_expect_eq(told.under_count, removals[i].under, "%s", name);
		cr_expect_eq(told.owned_count, removals[i].owned, "%s", name);
		after = box_content(&box);
		for (int turn = 0; turn < 2; turn++) {
			cr_expect_eq(box_undo(&box, "A"), ERR_NONE, "%s", name);
			cr_expect_str_eq(box_content(&box), before, "%s", name);
			cr_expect_eq(box_redo(&box, "A"), ERR_NONE, "%s", name);
			cr_expect_str_eq(box_content(&box), after, "%s", name);
		}
		box_release(&box);
	}
}

/* One after the other, by two people; each brings theirs back, in either order. */
Test(removal, finds_its_place_where_neighbours_went_too)
{
	static const struct {
		const char *first, *second;
	} pairs[] = { { "a3", "a1" }, { "a1", "a3" }, { "service:site", "service:appli" },
		{ "service:appli", "service:portail" }, { "member:Zoé", "member:Inès" },
		{ "member:Inès", "member:Marc" } };

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		const char *before;
		struct removal told;
		struct box box;

		fill(&box);
		before = box_content(&box);
		cr_assert_eq(remove_subject(&box, "A", pairs[i].first, &told), ERR_NONE);
		cr_assert_eq(remove_subject(&box, "B", pairs[i].second, &told), ERR_NONE);
		cr_expect_eq(box_undo(&box, "B"), ERR_NONE, "%s", pairs[i].second);
		cr_expect_eq(box_undo(&box, "A"), ERR_NONE, "%s", pairs[i].first);
		cr_expect_str_eq(box_content(&box), before, "%s", pairs[i].first);
		box_release(&box);
	}
}

Test(removal, leaves_no_trace_of_what_went)
{
	for (size_t i = 0; i < ARRAY_LEN(removals); i++) {
		struct removal told;
		struct box box;
		const char *id;

		fill(&box);
		cr_assert_eq(remove_subject(&box, "A", removals[i].subject, &told), ERR_NONE);
		if (removals[i].of == OBJECT_ACTION)
			id = arena_format(box.arena, "\"%s\"", removals[i].subject);
		else if (removals[i].of == OBJECT_SERVICE)
			id = arena_format(box.arena, "@%s\"", subject_of(removals[i].subject).key);
		else
			id = arena_format(box.arena, "\"name\": \"%s\"", removals[i].name);
		cr_expect_null(strstr(box_content(&box), id), "%s", id);
		box_release(&box);
	}
}

static const struct {
	const char *name, *subject;
	enum message message;
} refusals[] = {
	{ "an item of the guide", "one", MSG_ITEM_STAYS },
	{ "an item for a service", "three@site", MSG_ITEM_STAYS },
	{ "no such action", "a9", MSG_NO_SUCH_ENTRY },
	{ "no such service", "service:x", MSG_NO_SUCH_SERVICE },
	{ "no such member", "member:x", MSG_NO_SUCH_MEMBER },
	{ "the organisation", "", MSG_NO_SUCH_ENTRY },
};

Test(removal, says_why_something_stays)
{
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		struct removal told;
		struct box box;

		fill(&box);
		cr_expect_eq(remove_subject(&box, "A", refusals[i].subject, &told), ERR_FAILED,
			"%s", refusals[i].name);
		cr_expect_eq(box.err.message, (int)refusals[i].message, "%s", refusals[i].name);
		box_release(&box);
	}
}

/* Somebody says something of it between the question and the answer. */
Test(removal, takes_nothing_along_that_nobody_saw)
{
	const struct organisation *org;
	struct change_list list = { NULL, 0, 0 };
	struct removal told;
	struct box box;

	fill(&box);
	org = box_load(&box, "demo");
	cr_assert(
		change_list_add_removal(&list, box.arena, org, "service:portail", &told, &box.err));
	for (size_t i = 0; i < list.count; i++) {
		list.changes[i].from = value_copy(box.arena, &list.changes[i].from);
		list.changes[i].entry = arena_copy(box.arena, list.changes[i].entry);
	}
	cr_assert_eq(box_note(&box, "B", "three@portail", "heard"), ERR_NONE);
	cr_expect_eq(box_commit(&box, "A", list.changes, list.count), ERR_CONFLICT);
	cr_expect_eq(box.err.message, MSG_STILL_IN_USE);
	box_release(&box);
}

/* Others give what refers to it another value since: that is theirs. */
Test(removal, is_not_taken_back_over_what_others_said_since)
{
	struct removal told;
	struct box box;

	fill(&box);
	cr_assert_eq(remove_subject(&box, "A", "a3", &told), ERR_NONE);
	cr_assert_eq(box_set(&box, "B", "two", FIELD_PIN, "one"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "A"), ERR_CONFLICT);
	cr_assert_eq(box_undo(&box, "B"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "A"), ERR_NONE);
	box_release(&box);
}

static const struct {
	const char *subject;
	enum field field;
	const char *value, *found;
} settings[] = {
	{ "a1", FIELD_ACTION_TITLE, "Premier", "\"title\": \"Premier\"" },
	{ "a1", FIELD_ACTION_ITEM, "two", "\"item\": \"two\"" },
	{ "a1", FIELD_OWNER, "Zoé", "\"owner\": \"Zoé\"" },
	{ "service:appli", FIELD_SERVICE_NAME, "Application", "\"name\": \"Application\"" },
	{ "member:Marc", FIELD_MEMBER_NAME, "Marc B.", "\"owner\": \"Marc B.\"" },
	{ "member:Zoé", FIELD_MEMBER_NAME, "Zoë", "\"name\": \"Zoë\"" },
	{ "member:Inès", FIELD_MEMBER_NAME, "Inès Z.", "\"owner\": \"Inès Z.\"" },
	{ "member:Marc", FIELD_MEMBER_CAPACITY, "0.5", "\"capacity\": 0.5" },
	{ "", FIELD_NAME, "Autre", "\"name\": \"Autre\"" },
};

static enum err_code set_subject(
	struct box *box, const char *subject, enum field field, const char *value)
{
	const struct organisation *org = box_load(box, "demo");
	struct change_list list = { NULL, 0, 0 };

	if (!change_list_add_setting(&list, box->arena, org, subject, field, value, &box->err))
		return box->err.code;
	return box_commit(box, "A", list.changes, list.count);
}

Test(setting, changes_any_value_and_is_taken_back_whole)
{
	for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
		const char *name = settings[i].value, *before, *after;
		struct box box;

		fill(&box);
		before = box_content(&box);
		cr_assert_eq(set_subject(&box, settings[i].subject, settings[i].field, name),
			ERR_NONE, "%s", name);
		after = box_content(&box);
		cr_expect(strstr(after, settings[i].found) != NULL, "%s", after);
		for (int turn = 0; turn < 2; turn++) {
			cr_expect_eq(box_undo(&box, "A"), ERR_NONE, "%s", name);
			cr_expect_str_eq(box_content(&box), before, "%s", name);
			cr_expect_eq(box_redo(&box, "A"), ERR_NONE, "%s", name);
			cr_expect_str_eq(box_content(&box), after, "%s", name);
		}
		box_release(&box);
	}
}

Test(setting, gives_a_member_all_they_own_under_the_new_name)
{
	struct box box;

	fill(&box);
	cr_assert_eq(set_subject(&box, "member:Inès", FIELD_MEMBER_NAME, "Inès Z."), ERR_NONE);
	cr_expect_null(strstr(box_content(&box), "\"owner\": \"Inès\""));
	cr_expect_not_null(strstr(box_content(&box), "\"by\": \"Inès\""), "who wrote is who wrote");
	cr_expect_str_eq(box_get(&box, "one", FIELD_OWNER), "Inès Z.");
	cr_expect_str_eq(box_get(&box, "three@site", FIELD_OWNER), "Inès Z.");
	cr_expect_str_eq(box_get(&box, "two", FIELD_OWNER), "Marc");
	box_release(&box);
}

static const struct {
	const char *name, *subject;
	enum field field;
	const char *value;
	enum err_code code;
	enum message message;
} bad_settings[] = {
	{ "another's name", "member:Marc", FIELD_MEMBER_NAME, "Inès", ERR_FAILED, MSG_NAME_TAKEN },
	{ "no name", "member:Marc", FIELD_MEMBER_NAME, "", ERR_USAGE, MSG_TEXT_NEEDED },
	{ "nobody", "member:x", FIELD_MEMBER_NAME, "y", ERR_FAILED, MSG_NO_SUCH_MEMBER },
	{ "no service", "service:x", FIELD_SERVICE_NAME, "y", ERR_FAILED, MSG_NO_SUCH_SERVICE },
	{ "no action", "a9", FIELD_ACTION_TITLE, "y", ERR_FAILED, MSG_NO_SUCH_ENTRY },
	{ "an item's title", "one", FIELD_ACTION_TITLE, "y", ERR_USAGE, MSG_NOT_OWN_ACTION },
	{ "no title", "a1", FIELD_ACTION_TITLE, " ", ERR_USAGE, MSG_TEXT_NEEDED },
};

Test(setting, refuses_what_could_not_be)
{
	for (size_t i = 0; i < ARRAY_LEN(bad_settings); i++) {
		struct box box;

		fill(&box);
		cr_expect_eq(set_subject(&box, bad_settings[i].subject, bad_settings[i].field,
				     bad_settings[i].value),
			bad_settings[i].code, "%s", bad_settings[i].name);
		cr_expect_eq(
			box.err.message, (int)bad_settings[i].message, "%s", bad_settings[i].name);
		box_release(&box);
	}
}
