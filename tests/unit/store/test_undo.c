/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "box.h"
#include "jalon/text/errors.h"

/* What one person can do in one commit; each is done, undone and done again. */
enum deed { SET_STATUS, SET_EFFORT, SET_NAME, SET_CAPACITY, NOTE, ACTION, SERVICE, DEED_COUNT };

static enum err_code do_deed(struct box *box, enum deed deed, const char *by)
{
	switch (deed) {
	case SET_STATUS:
		return box_set(box, by, "one", FIELD_STATUS, "doing");
	case SET_EFFORT:
		return box_set(box, by, "two", FIELD_EFFORT, "0.25");
	case SET_NAME:
		return box_set(box, by, "", FIELD_NAME, "Autre");
	case SET_CAPACITY:
		return box_set(box, by, "", FIELD_CAPACITY, "3.5");
	case NOTE:
		return box_note(box, by, "one", "note");
	case ACTION:
		return box_add_action(box, by, "Appeler");
	case SERVICE:
		return box_add_service(box, by, "Portail usagers");
	case DEED_COUNT:
		break;
	}
	return ERR_USAGE;
}

Test(undo, brings_back_each_byte_and_redo_too)
{
	for (int deed = 0; deed < DEED_COUNT; deed++) {
		struct box box;
		const char *before, *after;

		box_init_demo(&box);
		before = box_content(&box);
		cr_assert_eq(do_deed(&box, (enum deed)deed, "I"), ERR_NONE, "%d", deed);
		after = box_content(&box);
		cr_expect_str_neq(after, before, "%d", deed);
		cr_expect_eq(box_undo(&box, "I"), ERR_NONE, "%d", deed);
		cr_expect_str_eq(box_content(&box), before, "%d", deed);
		cr_expect_eq(box_redo(&box, "I"), ERR_NONE, "%d", deed);
		cr_expect_str_eq(box_content(&box), after, "%d", deed);
		cr_expect_eq(box_undo(&box, "I"), ERR_NONE, "%d", deed);
		cr_expect_str_eq(box_content(&box), before, "%d", deed);
		box_release(&box);
	}
}

/* As it was written before "todo" could be stored: it stands for no status. */
static const char old_history[] =
	"{\"revision\":2,\"at\":\"2026-10-01T10:00:00Z\",\"by\":\"A\",\"entry\":\"one\","
	"\"field\":\"status\",\"from\":\"todo\",\"to\":\"doing\"}\n"
	"{\"revision\":3,\"at\":\"2026-10-02T10:00:00Z\",\"by\":\"A\",\"entry\":\"one\","
	"\"field\":\"status\",\"from\":\"doing\",\"to\":\"todo\"}\n"
	"{\"revision\":4,\"at\":\"2026-10-03T10:00:00Z\",\"by\":\"A\",\"entry\":\"one\","
	"\"field\":\"status\",\"from\":\"todo\",\"to\":\"done\"}\n";
static const char old_file[] =
	"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\",\"name\":\"Demo\","
	"\"revision\":4,\"checklists\":[{\"id\":\"guide\",\"edition\":\"1\"}],"
	"\"entries\":{\"one\":{\"status\":\"done\"}}}";

Test(undo, goes_back_through_a_history_in_which_to_do_was_nothing)
{
	static const char *const back[] = { "", "doing", "" }, *const again[] = { "doing", "",
		"done" };
	struct box box;

	box_init_demo(&box);
	box_write(&box, "data/demo.json", old_file);
	box_write(&box, "data/demo.history.jsonl", old_history);
	for (size_t i = 0; i < ARRAY_LEN(back); i++) {
		cr_assert_eq(box_undo(&box, "A"), ERR_NONE, "%zu: %d", i, box.err.message);
		cr_expect_str_eq(box_get(&box, "one", FIELD_STATUS), back[i], "%zu", i);
		cr_expect_eq(
			strstr(box_content(&box), "\"one\"") != NULL, back[i][0] != '\0', "%zu", i);
	}
	for (size_t i = 0; i < ARRAY_LEN(again); i++) {
		cr_assert_eq(box_redo(&box, "A"), ERR_NONE, "%zu: %d", i, box.err.message);
		cr_expect_str_eq(box_get(&box, "one", FIELD_STATUS), again[i], "%zu", i);
	}
	box_release(&box);
}

/* What a file that nobody set by command holds comes back too. */
Test(undo, tells_to_do_from_nothing)
{
	static const char *const told[] = { "", "todo" };

	for (size_t i = 0; i < ARRAY_LEN(told); i++) {
		struct box box;
		const char *before;

		box_init_demo(&box);
		if (told[i][0])
			cr_assert_eq(box_set(&box, "I", "one", FIELD_STATUS, told[i]), ERR_NONE);
		cr_assert_eq(box_note(&box, "B", "one", "n"), ERR_NONE);
		before = box_content(&box);
		cr_assert_eq(box_set(&box, "A", "one", FIELD_STATUS, "done"), ERR_NONE);
		cr_assert_eq(box_undo(&box, "A"), ERR_NONE, "%d", box.err.message);
		cr_expect_str_eq(box_content(&box), before, "“%s”", told[i]);
		cr_assert_eq(box_redo(&box, "A"), ERR_NONE, "%d", box.err.message);
		cr_assert_eq(box_undo(&box, "A"), ERR_NONE, "%d", box.err.message);
		cr_expect_str_eq(box_content(&box), before, "“%s” once more", told[i]);
		box_release(&box);
	}
}

/* A step is WHO and what: s T D sets the status to doing, done, none; o an owner of one's own
 * name; u undoes, r redoes. What comes out is the exit status of the last step. */
static const struct {
	const char *name, *steps;
	enum err_code last;
	const char *status;
} plays[] = {
	{ "nothing to undo", "Au", ERR_FAILED, "" },
	{ "the creation is not undone", "Iu", ERR_FAILED, "" },
	{ "nothing to redo", "As Ar", ERR_FAILED, "doing" },
	{ "two undone, two redone", "As AD Au Au Ar Ar", ERR_NONE, "done" },
	{ "an undo too many", "As Au Au", ERR_FAILED, "" },
	{ "a redo too many", "As Au Ar Ar", ERR_FAILED, "doing" },
	{ "another's is not one's own", "As Bu", ERR_FAILED, "doing" },
	{ "another's field beside it", "As Bo Au", ERR_NONE, "" },
	{ "another's later change of the same field", "As BD Au", ERR_CONFLICT, "done" },
	{ "another puts the old value back", "As BT Au", ERR_CONFLICT, "" },
	{ "another takes their change back first", "As BD Bu Au", ERR_NONE, "" },
	{ "a change of one's own ends the redo", "As Au Ao Ar", ERR_FAILED, "" },
	{ "another's change does not", "As Au Bo Ar", ERR_NONE, "doing" },
	{ "another's undo does not", "As Au Bo Bu Ar", ERR_NONE, "doing" },
	{ "another's change meets the redo", "As Au BD Ar", ERR_CONFLICT, "done" },
};

static enum err_code play_step(struct box *box, const char *step)
{
	const char by[2] = { step[0], '\0' };

	if (strcmp(by, "I") == 0)
		return box_undo(box, "Inès");
	switch (step[1]) {
	case 's':
		return box_set(box, by, "one", FIELD_STATUS, "doing");
	case 'D':
		return box_set(box, by, "one", FIELD_STATUS, "done");
	case 'T':
		return box_set(box, by, "one", FIELD_STATUS, "");
	case 'o':
		return box_set(box, by, "one", FIELD_OWNER, by);
	case 'u':
		return box_undo(box, by);
	default:
		return box_redo(box, by);
	}
}

Test(undo, is_ones_own)
{
	for (size_t i = 0; i < ARRAY_LEN(plays); i++) {
		enum err_code last = ERR_NONE;
		struct box box;

		box_init_demo(&box);
		for (const char *step = plays[i].steps; *step; step += 2 + (step[2] == ' ')) {
			cr_expect_eq(last, ERR_NONE, "%s: before %s", plays[i].name, step);
			last = play_step(&box, step);
		}
		cr_expect_eq(last, plays[i].last, "%s: %d", plays[i].name, last);
		cr_expect_str_eq(
			box_get(&box, "one", FIELD_STATUS), plays[i].status, "%s", plays[i].name);
		box_release(&box);
	}
}

Test(undo, does_not_take_away_what_others_use)
{
	struct box box;

	box_init_demo(&box);
	cr_assert_eq(box_add_action(&box, "A", "Appeler"), ERR_NONE);
	cr_assert_eq(box_set(&box, "B", "a1", FIELD_OWNER, "B"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "A"), ERR_CONFLICT);
	cr_expect_eq(box.err.message, MSG_STILL_IN_USE);
	cr_expect_str_eq(box_get(&box, "a1", FIELD_OWNER), "B");
	cr_assert_eq(box_add_service(&box, "C", "Portail"), ERR_NONE);
	cr_assert_eq(box_note(&box, "B", "three@portail", "note"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "C"), ERR_CONFLICT);
	cr_assert_eq(box_undo(&box, "B"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "C"), ERR_NONE);
	box_release(&box);
}

Test(undo, says_which_line_of_the_history_is_bad)
{
	struct box box;

	box_init_demo(&box);
	cr_assert_eq(box_set(&box, "A", "one", FIELD_OWNER, "A"), ERR_NONE);
	box_write(&box, "data/demo.history.jsonl",
		arena_format(box.arena, "%snot JSON\n", box_read(&box, "data/demo.history.jsonl")));
	cr_expect_eq(box_undo(&box, "A"), ERR_FAILED);
	cr_expect_eq(box.err.message, MSG_BAD_HISTORY);
	cr_expect_str_eq(box.err.where, "demo.history.jsonl:3");
	box_release(&box);
}

Test(undo, meets_a_conflict_where_others_took_the_entry_away)
{
	struct box box;

	box_init_demo(&box);
	cr_assert_eq(box_add_action(&box, "A", "Appeler"), ERR_NONE);
	cr_assert_eq(box_set(&box, "B", "a1", FIELD_OWNER, "B"), ERR_NONE);
	cr_assert_eq(box_set(&box, "B", "a1", FIELD_OWNER, ""), ERR_NONE);
	cr_assert_eq(box_undo(&box, "A"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "B"), ERR_CONFLICT);
	cr_expect_eq(box.err.message, MSG_NO_SUCH_ENTRY);
	box_release(&box);
}

static const struct member first_member = { .name = "A", .capacity_centidays = 100 },
			   second_member = { .name = "B", .capacity_centidays = 100 };
static const struct service first_service = { .id = "a", .name = "A" },
			    second_service = { .id = "b", .name = "B" };
static const struct {
	const char *name;
	enum field field;
	struct value mine, theirs;
} neighbours[] = {
	{ "member", FIELD_MEMBER, { .text = "", .member = &first_member },
		{ .text = "", .member = &second_member } },
	{ "service", FIELD_SERVICE, { .text = "", .service = &first_service },
		{ .text = "", .service = &second_service } },
	{ "one by name", FIELD_SERVICE,
		{ .text = "", .service = &(const struct service){ .id = "", .name = "A" } },
		{ .text = "", .service = &(const struct service){ .id = "", .name = "B" } } },
};

Test(undo, puts_a_member_or_service_back_before_those_added_since)
{
	for (size_t i = 0; i < ARRAY_LEN(neighbours); i++) {
		const struct change mine = { .entry = "",
			.field = neighbours[i].field,
			.from = VALUE_NONE,
			.to = neighbours[i].mine };
		const struct change theirs = { .entry = "",
			.field = neighbours[i].field,
			.from = VALUE_NONE,
			.to = neighbours[i].theirs };
		struct box box;
		const char *both;

		box_init_demo(&box);
		cr_assert_eq(box_commit(&box, "A", &mine, 1), ERR_NONE);
		cr_assert_eq(box_commit(&box, "B", &theirs, 1), ERR_NONE);
		both = box_content(&box);
		cr_assert_eq(box_undo(&box, "A"), ERR_NONE);
		cr_assert_eq(box_redo(&box, "A"), ERR_NONE);
		cr_expect_str_eq(box_content(&box), both, "%s", neighbours[i].name);
		cr_assert_eq(box_undo(&box, "B"), ERR_NONE);
		cr_assert_eq(box_redo(&box, "B"), ERR_NONE);
		cr_expect_str_eq(box_content(&box), both, "%s, the last one", neighbours[i].name);
		box_release(&box);
	}
}

/* A shared account has half a gigabyte, and a history is read whole. */
Test(undo, keeps_of_a_history_little_more_than_its_bytes)
{
	static const char line[] =
		"{\"revision\":2,\"at\":\"2026-11-24T10:12:31Z\",\"by\":\"Inès\",\"entry\":\"one\","
		"\"field\":\"owner\",\"from\":\"\",\"to\":\"Paul\"}\n";
	enum { LINES = 1000 };
	struct arena *arena = arena_new();
	struct history_change *changes;
	struct buf text = BUF_INIT;
	struct err err = ERR_INIT;
	size_t count;

	buf_add_repeated(&text, line, LINES);
	cr_assert(history_parse(text.text, text.len, "h", 2, arena, &changes, &count, &err));
	cr_expect_eq(count, LINES);
	cr_expect_str_eq(changes[LINES - 1].change.to.text, "Paul");
	cr_expect_lt(arena_size_bytes(arena), 3 * text.len, "%zu", arena_size_bytes(arena));
	buf_release(&text);
	arena_free(arena);
}
