/* SPDX-License-Identifier: MIT
 *
 * changes_apply: what is refused, and what is in the organisation afterwards. */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"
#include "jalon/text/errors.h"

static const struct {
	const char *name;
	const char *seen, *held, *wanted;
	enum err_code code;
	size_t applied;
} meetings[] = {
	{ "as seen", "", "", "Inès", ERR_NONE, 1 },
	{ "another value meanwhile", "", "Zoé", "Inès", ERR_CONFLICT, 0 },
	{ "the wanted value meanwhile", "", "Inès", "Inès", ERR_NONE, 0 },
	{ "cleared meanwhile", "Zoé", "", "Inès", ERR_CONFLICT, 0 },
	{ "cleared by both", "Zoé", "", "", ERR_NONE, 0 },
	{ "cleared", "Zoé", "Zoé", "", ERR_NONE, 1 },
};

Test(apply, meets_a_conflict_where_the_field_holds_neither_value)
{
	for (size_t i = 0; i < ARRAY_LEN(meetings); i++) {
		const struct change change = { .entry = "one",
			.field = FIELD_OWNER,
			.from = { .text = meetings[i].seen },
			.to = { .text = meetings[i].wanted } };
		struct desk desk;

		desk_init(&desk);
		cr_assert_eq(desk_set(&desk, "one", FIELD_OWNER, meetings[i].held), ERR_NONE);
		cr_expect_eq(
			desk_apply(&desk, &change, 1), meetings[i].code, "%s", meetings[i].name);
		if (meetings[i].code == ERR_CONFLICT) {
			cr_expect_str_eq(desk.err.where, "one.owner");
			cr_expect_str_eq(desk.conflict.seen.text, meetings[i].seen);
			cr_expect_str_eq(desk.conflict.found.text, meetings[i].held);
			cr_expect_str_eq(desk.conflict.wanted.text, meetings[i].wanted);
		} else {
			cr_expect_eq(
				desk.applied.count, meetings[i].applied, "%s", meetings[i].name);
			cr_expect_str_eq(desk_get(&desk, "one", FIELD_OWNER), meetings[i].wanted);
		}
		desk_release(&desk);
	}
}

static const struct action untitled = { .title = " \n", .item = "" };
static const struct action badly_placed = { .title = "t", .item = "gone" };
static const char *const gone[] = { "gone" };
static const struct action needy = { .title = "t", .item = "", .requires = { gone, 1 } };
static const struct note blank = { .by = "I", .text = "\t" };
static const struct note unsigned_note = { .by = " ", .text = "t" };
static const struct note broken = { .by = "I", .text = "\xc3" };
static const struct member nobody = { .name = "", .capacity_centidays = 100 };
static const struct service nameless = { .id = "", .name = "  " };

static const struct {
	const char *name;
	struct change change;
	enum err_code code;
	enum message message;
} refusals[] = {
	{ "no such entry",
		{ .entry = "gone",
			.field = FIELD_OWNER,
			.from = VALUE_NONE,
			.to = { .text = "I" } },
		ERR_FAILED, MSG_NO_SUCH_ENTRY },
	{ "an item for services without one",
		{ .entry = "three",
			.field = FIELD_OWNER,
			.from = VALUE_NONE,
			.to = { .text = "I" } },
		ERR_FAILED, MSG_NO_SUCH_ENTRY },
	{ "a note to no entry",
		{ .entry = "gone",
			.field = FIELD_NOTE,
			.from = VALUE_NONE,
			.to = { .text = "", .note = &blank } },
		ERR_FAILED, MSG_NO_SUCH_ENTRY },
	{ "no status",
		{ .entry = "one",
			.field = FIELD_STATUS,
			.from = VALUE_NONE,
			.to = { .text = "ready" } },
		ERR_USAGE, MSG_NOT_A_STATUS },
	{ "not applicable without a reason",
		{ .entry = "one",
			.field = FIELD_STATUS,
			.from = VALUE_NONE,
			.to = { .text = "not_applicable" } },
		ERR_USAGE, MSG_REASON_NEEDED },
	{ "a pin to itself",
		{ .entry = "one", .field = FIELD_PIN, .from = VALUE_NONE, .to = { .text = "one" } },
		ERR_USAGE, MSG_PIN_TO_ITSELF },
	{ "a pin to nothing",
		{ .entry = "one",
			.field = FIELD_PIN,
			.from = VALUE_NONE,
			.to = { .text = "gone" } },
		ERR_FAILED, MSG_NO_SUCH_ENTRY },
	{ "a blank note",
		{ .entry = "one",
			.field = FIELD_NOTE,
			.from = VALUE_NONE,
			.to = { .text = "", .note = &blank } },
		ERR_USAGE, MSG_TEXT_NEEDED },
	{ "a note by nobody",
		{ .entry = "one",
			.field = FIELD_NOTE,
			.from = VALUE_NONE,
			.to = { .text = "", .note = &unsigned_note } },
		ERR_USAGE, MSG_TEXT_NEEDED },
	{ "a note that is not UTF-8",
		{ .entry = "one",
			.field = FIELD_NOTE,
			.from = VALUE_NONE,
			.to = { .text = "", .note = &broken } },
		ERR_USAGE, MSG_NOT_UTF8 },
	{ "an action without a title",
		{ .entry = "+",
			.field = FIELD_ACTION,
			.from = VALUE_NONE,
			.to = { .text = "", .action = &untitled } },
		ERR_USAGE, MSG_TEXT_NEEDED },
	{ "an action under nothing",
		{ .entry = "+",
			.field = FIELD_ACTION,
			.from = VALUE_NONE,
			.to = { .text = "", .action = &badly_placed } },
		ERR_FAILED, MSG_NO_SUCH_ITEM },
	{ "an action that requires nothing known",
		{ .entry = "+",
			.field = FIELD_ACTION,
			.from = VALUE_NONE,
			.to = { .text = "", .action = &needy } },
		ERR_FAILED, MSG_NO_SUCH_ENTRY },
	{ "a member without a name",
		{ .entry = "",
			.field = FIELD_MEMBER,
			.from = VALUE_NONE,
			.to = { .text = "", .member = &nobody } },
		ERR_USAGE, MSG_TEXT_NEEDED },
	{ "a service without a name",
		{ .entry = "",
			.field = FIELD_SERVICE,
			.from = VALUE_NONE,
			.to = { .text = "", .service = &nameless } },
		ERR_USAGE, MSG_TEXT_NEEDED },
	{ "no capacity",
		{ .entry = "",
			.field = FIELD_CAPACITY,
			.from = { .text = "2" },
			.to = { .text = "0" } },
		ERR_USAGE, MSG_NOT_A_CAPACITY },
	{ "a capacity seen otherwise",
		{ .entry = "",
			.field = FIELD_CAPACITY,
			.from = { .text = "3" },
			.to = { .text = "4" } },
		ERR_CONFLICT, MSG_CHANGED_MEANWHILE },
};

Test(apply, refuses_what_a_rule_forbids)
{
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		struct desk desk;

		desk_init(&desk);
		cr_expect_eq(desk_apply(&desk, &refusals[i].change, 1), refusals[i].code, "%s",
			refusals[i].name);
		cr_expect_eq(desk.err.message, (int)refusals[i].message, "%s: %d", refusals[i].name,
			desk.err.message);
		cr_expect_null(desk.new_id, "%s", refusals[i].name);
		desk_release(&desk);
	}
}

Test(apply, takes_the_reason_before_or_after_the_status)
{
	static const struct change changes[] = {
		{ .entry = "one",
			.field = FIELD_STATUS,
			.from = VALUE_NONE,
			.to = { .text = "not_applicable" } },
		{ .entry = "one",
			.field = FIELD_REASON,
			.from = VALUE_NONE,
			.to = { .text = "r" } },
		{ .entry = "one",
			.field = FIELD_STATUS,
			.from = VALUE_NONE,
			.to = { .text = "not_applicable" } },
		{ .entry = "one",
			.field = FIELD_REASON,
			.from = { .text = "r" },
			.to = VALUE_NONE },
	};
	struct desk desk;

	for (size_t first = 0; first < 2; first++) {
		desk_init(&desk);
		cr_expect_eq(desk_apply(&desk, changes + first, 2), ERR_NONE, "%zu", first);
		cr_expect_eq(desk_apply(&desk, changes + 3, 1), ERR_USAGE,
			"and does not let it go while it is needed");
		desk_release(&desk);
	}
}

Test(apply, names_the_new_action_to_the_changes_after_it)
{
	static const struct action wanted = { .title = "Appeler", .item = "" };
	static const struct change changes[] = {
		{ .entry = CHANGE_NEW_ACTION,
			.field = FIELD_ACTION,
			.from = VALUE_NONE,
			.to = { .text = "", .action = &wanted } },
		{ .entry = CHANGE_NEW_ACTION,
			.field = FIELD_STATUS,
			.from = VALUE_NONE,
			.to = { .text = "doing" } },
		{ .entry = CHANGE_NEW_ACTION,
			.field = FIELD_OWNER,
			.from = VALUE_NONE,
			.to = { .text = "Inès" } },
	};
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(desk_apply(&desk, changes, ARRAY_LEN(changes)), ERR_NONE);
	cr_expect_str_eq(desk.new_id, "a1");
	cr_assert_eq(desk.applied.count, 3);
	for (size_t i = 0; i < 3; i++)
		cr_expect_str_eq(desk.applied.changes[i].entry, "a1", "%zu", i);
	cr_expect_str_eq(desk.applied.changes[0].to.action->id, "a1");
	cr_expect_str_eq(desk_get(&desk, "a1", FIELD_STATUS), "doing");
	cr_expect_str_eq(desk_get(&desk, "a1", FIELD_OWNER), "Inès");
	desk_release(&desk);
}

Test(apply, copies_what_it_keeps)
{
	char title[] = "Appeler", text[] = "Bonjour", name[] = "Portail";
	struct desk desk;
	const struct entry *one;

	desk_init(&desk);
	cr_assert_eq(desk_add_action(&desk, title, "", NULL), ERR_NONE);
	cr_assert_eq(desk_note(&desk, "one", 1, text), ERR_NONE);
	cr_assert_eq(desk_add_service(&desk, name), ERR_NONE);
	title[0] = text[0] = name[0] = '#';
	one = organisation_find_entry(desk.org, "one");
	cr_expect_str_eq(desk.org->actions[0].title, "Appeler");
	cr_expect_str_eq(one->notes[0].text, "Bonjour");
	cr_expect_str_eq(desk.org->services[0].name, "Portail");
	desk_release(&desk);
}

Test(apply, keeps_notes_in_the_order_of_their_times)
{
	struct desk desk;
	struct change_list second;
	const struct entry *one;

	desk_init(&desk);
	cr_assert_eq(desk_note(&desk, "one", 1, "first"), ERR_NONE);
	cr_assert_eq(desk_note(&desk, "one", 2, "second"), ERR_NONE);
	second = desk.applied;
	cr_assert_eq(desk_note(&desk, "one", 3, "third"), ERR_NONE);
	cr_assert_eq(desk_take_back(&desk, &second), ERR_NONE);
	one = organisation_find_entry(desk.org, "one");
	cr_assert_eq(one->note_count, 2);
	cr_expect_str_eq(one->notes[1].text, "third");
	cr_expect_eq(desk_take_back(&desk, &second), ERR_CONFLICT, "what is gone cannot go");
	cr_assert_eq(desk_apply(&desk, second.changes, second.count), ERR_NONE);
	one = organisation_find_entry(desk.org, "one");
	cr_assert_eq(one->note_count, 3);
	cr_expect_str_eq(one->notes[1].text, "second");
	desk_release(&desk);
}

Test(apply, takes_away_the_last_of_notes_alike)
{
	struct desk desk;
	const struct entry *one;

	desk_init(&desk);
	cr_assert_eq(desk_note(&desk, "one", 1, "twin"), ERR_NONE);
	cr_assert_eq(desk_note(&desk, "one", 1, "between"), ERR_NONE);
	cr_assert_eq(desk_note(&desk, "one", 1, "twin"), ERR_NONE);
	cr_assert_eq(desk_take_back(&desk, &desk.applied), ERR_NONE);
	one = organisation_find_entry(desk.org, "one");
	cr_assert_eq(one->note_count, 2);
	cr_expect_str_eq(one->notes[0].text, "twin");
	cr_expect_str_eq(one->notes[1].text, "between");
	desk_release(&desk);
}

Test(apply, puts_an_action_back_where_it_was)
{
	struct desk desk;
	struct change_list first;

	desk_init(&desk);
	cr_assert_eq(desk_add_action(&desk, "un", "", NULL), ERR_NONE);
	first = desk.applied;
	for (int i = 2; i <= 10; i++)
		cr_assert_eq(desk_add_action(&desk, "autre", "", NULL), ERR_NONE);
	cr_assert_eq(desk_take_back(&desk, &first), ERR_NONE);
	cr_expect_str_eq(desk_get(&desk, "a1", FIELD_OWNER), "(none)");
	cr_expect_str_eq(desk.org->actions[0].id, "a2");
	cr_assert_eq(desk_apply(&desk, first.changes, first.count), ERR_NONE);
	cr_expect_str_eq(desk.org->actions[0].id, "a1");
	cr_expect_str_eq(desk.org->actions[9].id, "a10");
	cr_expect_eq(desk_apply(&desk, first.changes, first.count), ERR_CONFLICT, "it is there");
	desk_release(&desk);
}

Test(apply, adds_changes_and_removes_members)
{
	static const struct member half = { .name = "Inès", .capacity_centidays = 50 },
				   whole = { .name = "Inès", .capacity_centidays = 100 };
	static const struct change steps[] = {
		{ .entry = "",
			.field = FIELD_MEMBER,
			.from = VALUE_NONE,
			.to = { .text = "", .member = &half } },
		{ .entry = "",
			.field = FIELD_MEMBER,
			.from = { .text = "", .member = &half },
			.to = { .text = "", .member = &whole } },
		{ .entry = "",
			.field = FIELD_MEMBER,
			.from = { .text = "", .member = &whole },
			.to = VALUE_NONE },
	};
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(desk_apply(&desk, &steps[0], 1), ERR_NONE);
	cr_assert_eq(desk_apply(&desk, &steps[1], 1), ERR_NONE);
	cr_assert_eq(desk.org->member_count, 1);
	cr_expect_eq(desk.org->members[0].capacity_centidays, 100);
	cr_expect_eq(desk_apply(&desk, &steps[0], 1), ERR_CONFLICT, "somebody is there already");
	cr_assert_eq(desk_apply(&desk, &steps[2], 1), ERR_NONE);
	cr_expect_eq(desk.org->member_count, 0);
	cr_expect_eq(desk_apply(&desk, &steps[2], 1), ERR_NONE, "gone as wanted");
	cr_expect_eq(desk.applied.count, 0);
	desk_release(&desk);
}

/* Who uses a1, or the service portail, in the way named; by the end nobody else does. */
enum use { BY_NOTHING, BY_WORD, BY_PIN, BY_REQUIREMENT, BY_PLACE, USE_COUNT };
static const char *const uses[USE_COUNT] = { "nothing", "what is said", "a pin", "a requirement",
	"a place" };

static enum err_code use_it(struct desk *desk, enum use use, const char *id)
{
	switch (use) {
	case BY_WORD:
		return desk_set(desk, id, FIELD_OWNER, "Zoé");
	case BY_PIN:
		return desk_set(desk, "one", FIELD_PIN, id);
	case BY_REQUIREMENT:
		return desk_add_action(desk, "autre", "", id);
	case BY_PLACE:
		return desk_add_action(desk, "autre", id, NULL);
	case BY_NOTHING:
	case USE_COUNT:
		break;
	}
	return ERR_NONE;
}

Test(apply, takes_away_no_action_or_service_that_others_use)
{
	for (int i = 0; i < 2 * USE_COUNT; i++) {
		bool service = i >= USE_COUNT;
		enum use use = (enum use)(i % USE_COUNT);
		const char *what = service ? "service" : "action";
		struct desk desk;
		struct change_list made, used;

		desk_init(&desk);
		cr_assert_eq(service ? desk_add_service(&desk, "Portail")
				     : desk_add_action(&desk, "une", "", NULL),
			ERR_NONE);
		made = desk.applied;
		cr_assert_eq(use_it(&desk, use, service ? "four@portail" : "a1"), ERR_NONE, "%s %s",
			what, uses[use]);
		used = desk.applied;
		cr_expect_eq(desk_take_back(&desk, &made), use ? ERR_CONFLICT : ERR_NONE, "%s %s",
			what, uses[use]);
		if (use) {
			cr_expect_eq(desk.err.message, MSG_STILL_IN_USE, "%s %s", what, uses[use]);
			cr_assert_eq(desk_take_back(&desk, &used), ERR_NONE);
			cr_expect_eq(
				desk_take_back(&desk, &made), ERR_NONE, "%s %s", what, uses[use]);
		}
		cr_expect_eq(desk.org->service_count + desk.org->action_count, 0);
		desk_release(&desk);
	}
}
