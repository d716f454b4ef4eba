/* SPDX-License-Identifier: MIT
 *
 * What files of both formats are refused, at which line and member, and what survives a save. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "box.h"
#include "jalon/store/check.h"
#include "store/checklist_file.h"
#include "jalon/text/errors.h"

enum { GOOD = -1 };

#define HEAD "{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"c\",\"edition\":\"1\","
#define TITLE "\"title\":\"T\",\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[\n"
#define ITEM "{\"id\":\"a\",\"kind\":\"question\",\"title\":\"A\""
#define END "]}]}"

static const struct {
	const char *name, *text;
	int message; /* GOOD: nothing wrong */
	const char *where;
} checklists[] = {
	{ "the least", HEAD TITLE ITEM "}" END, GOOD, "" },
	{ "unknown members", HEAD "\"x\":1," TITLE ITEM ",\"x\":{}}" END, GOOD, "" },
	{ "the widest values", HEAD TITLE ITEM ",\"impact\":100,\"effort\":1000}" END, GOOD, "" },
	{ "the smallest values", HEAD TITLE ITEM ",\"impact\":1.0,\"effort\":0}" END, GOOD, "" },
	{ "an impact that is null", HEAD TITLE ITEM ",\n\"impact\":null}" END, MSG_NOT_AN_IMPACT,
		"c.json:3: sections[0].items[0].impact" },
	{ "a scope that is null", HEAD TITLE ITEM ",\n\"scope\":null}" END, MSG_NOT_A_STRING,
		"c.json:3: sections[0].items[0].scope" },
	{ "a source that is null", HEAD "\n\"source\":null," TITLE ITEM "}" END, MSG_NOT_AN_OBJECT,
		"c.json:2: source" },
	{ "an array", "[]", MSG_NOT_AN_OBJECT, "c.json:1" },
	{ "another format", "{\"format\":\"x\"}", MSG_NOT_A_CHECKLIST, "c.json:1: format" },
	{ "no format", "{\n}", MSG_MEMBER_NEEDED, "c.json:1: format" },
	{ "another version", "{\"format\":\"jalon-checklist\",\n\"version\":2}", MSG_NOT_A_VERSION,
		"c.json:2: version" },
	{ "an empty edition",
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"c\",\n\"edition\":\"\"}",
		MSG_NOT_AN_EDITION, "c.json:2: edition" },
	{ "an edition that is a path",
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"c\",\n\"edition\":\"../"
		"x\"}",
		MSG_NOT_AN_EDITION, "c.json:2: edition" },
	{ "no sections", HEAD "\"title\":\"T\"}", MSG_MEMBER_NEEDED, "c.json:1: sections" },
	{ "an item that is no object", HEAD TITLE "3" END, MSG_NOT_AN_OBJECT,
		"c.json:2: sections[0].items[0]" },
	{ "an id with a capital",
		HEAD TITLE "{\"id\":\"A\","
			   "\"kind\":\"question\",\"title\":\"A\"}" END,
		MSG_NOT_AN_ID, "c.json:2: sections[0].items[0].id" },
	{ "an id twice", HEAD TITLE ITEM "},\n" ITEM "}" END, MSG_ID_TWICE,
		"c.json:3: sections[0].items[1].id" },
	{ "no kind", HEAD TITLE "{\"id\":\"a\",\"title\":\"A\"}" END, MSG_MEMBER_NEEDED,
		"c.json:2: sections[0].items[0].kind" },
	{ "an empty kind", HEAD TITLE "{\"id\":\"a\",\"kind\":\"\",\"title\":\"A\"}" END,
		MSG_NOT_A_KIND, "c.json:2: sections[0].items[0].kind" },
	{ "the kind of own actions",
		HEAD TITLE "{\"id\":\"a\",\"kind\":\"action\",\"title\":\"A\"}" END, MSG_NOT_A_KIND,
		"c.json:2: sections[0].items[0].kind" },
	{ "no title", HEAD TITLE "{\"id\":\"a\",\"kind\":\"question\"}" END, MSG_MEMBER_NEEDED,
		"c.json:2: sections[0].items[0].title" },
	{ "an empty title", HEAD TITLE "{\"id\":\"a\",\"kind\":\"question\",\"title\":\" \"}" END,
		MSG_TEXT_NEEDED, "c.json:2: sections[0].items[0].title" },
	{ "a title of two kinds",
		HEAD TITLE "{\"id\":\"a\",\"kind\":\"question\",\"title\":{\"fr\":1}}" END,
		MSG_NOT_A_STRING, "c.json:2: sections[0].items[0].title.fr" },
	{ "no impact", HEAD TITLE ITEM ",\"impact\":0}" END, MSG_NOT_AN_IMPACT,
		"c.json:2: sections[0].items[0].impact" },
	{ "too much impact", HEAD TITLE ITEM ",\"impact\":101}" END, MSG_NOT_AN_IMPACT,
		"c.json:2: sections[0].items[0].impact" },
	{ "half an impact", HEAD TITLE ITEM ",\"impact\":2.5}" END, MSG_NOT_AN_IMPACT,
		"c.json:2: sections[0].items[0].impact" },
	{ "an impact in quotes", HEAD TITLE ITEM ",\"impact\":\"3\"}" END, MSG_NOT_AN_IMPACT,
		"c.json:2: sections[0].items[0].impact" },
	{ "three decimals", HEAD TITLE ITEM ",\"effort\":0.125}" END, MSG_NOT_AN_EFFORT,
		"c.json:2: sections[0].items[0].effort" },
	{ "a negative effort", HEAD TITLE ITEM ",\"effort\":-1}" END, MSG_NOT_AN_EFFORT,
		"c.json:2: sections[0].items[0].effort" },
	{ "too much effort", HEAD TITLE ITEM ",\"effort\":1000.01}" END, MSG_NOT_AN_EFFORT,
		"c.json:2: sections[0].items[0].effort" },
	{ "an unknown scope", HEAD TITLE ITEM ",\"scope\":\"team\"}" END, MSG_NOT_A_SCOPE,
		"c.json:2: sections[0].items[0].scope" },
	{ "an unknown priority", HEAD TITLE ITEM ",\"priority\":\"wish\"}" END, MSG_NOT_A_PRIORITY,
		"c.json:2: sections[0].items[0].priority" },
	{ "the guide's without a statement", HEAD TITLE ITEM ",\"origin\":\"guide\"}" END,
		MSG_STATEMENT_NEEDED, "c.json:2: sections[0].items[0].statements" },
	{ "an unknown reference", HEAD TITLE ITEM ",\"references\":[\"r\"]}" END,
		MSG_NO_SUCH_REFERENCE, "c.json:2: sections[0].items[0].references" },
	{ "an unknown requirement", HEAD TITLE ITEM ",\"requires\":[\"b\"]}" END,
		MSG_REQUIRES_NOTHING, "c.json:2: sections[0].items[0].requires" },
	{ "an item that requires itself", HEAD TITLE ITEM ",\"requires\":[\"a\"]}" END, MSG_CYCLE,
		"c.json:2: sections[0].items[0].requires" },
};

Test(checklist_file, is_refused_at_line_and_member)
{
	struct box box;
	struct store_options options = { .checklist_dirs = NULL };

	box_init(&box);
	options.data_dir = box.data;
	for (size_t i = 0; i < ARRAY_LEN(checklists); i++) {
		struct store_check check;

		box_write(&box, "c.json", checklists[i].text);
		check = store_check_file(&options, box_path(&box, "c.json"), box.arena);
		cr_expect_eq(
			check.count > 0, checklists[i].message != GOOD, "%s", checklists[i].name);
		if (check.count == 0 || checklists[i].message == GOOD)
			continue;
		cr_expect_eq(check.complaints[0].message, checklists[i].message, "%s: %d",
			checklists[i].name, check.complaints[0].message);
		cr_expect_str_eq(check.complaints[0].where, checklists[i].where, "%s: %s",
			checklists[i].name, check.complaints[0].where);
	}
	box_release(&box);
}

Test(checklist_file, names_all_ids_of_a_cycle_and_all_that_is_wrong)
{
	struct box box;
	struct store_options options = { .checklist_dirs = NULL };
	struct store_check check;

	box_init(&box);
	options.data_dir = box.data;
	box_write(&box, "c.json",
		HEAD TITLE ITEM
		",\"requires\":[\"b\"],\"impact\":0},"
		"{\"id\":\"b\",\"kind\":\"question\",\"title\":\"B\",\"requires\":[\"d\",\"zz\"]},"
		"{\"id\":\"d\",\"kind\":\"question\",\"title\":\"D\",\"requires\":[\"a\"]}" END);
	check = store_check_file(&options, box_path(&box, "c.json"), box.arena);
	cr_expect_eq(check.count, 3);
	cr_expect_eq(check.cycle.count, 3);
	box_release(&box);
}

#define ORG "{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\",\"revision\":3,"
#define LINK "\"checklists\":[{\"id\":\"guide\",\"edition\":\"1\"}],\n"

static const struct {
	const char *name, *text;
	int message;
	const char *where;
} organisations[] = {
	{ "the least", ORG LINK "\"entries\":{}}", GOOD, "" },
	{ "an orphan", ORG LINK "\"entries\":{\"gone\":{\"owner\":\"x\"}}}", GOOD, "" },
	{ "nothing said",
		ORG LINK
		"\"language\":null,\"actions\":[{\"id\":\"a1\",\"title\":\"P\",\"item\":null}],"
		"\"entries\":{\"one\":{\"due\":null,\"review\":null,\"pin\":null,"
		"\"owner\":\"\",\"reason\":\"\"}}}",
		GOOD, "" },
	{ "a status that is null", ORG LINK "\"entries\":{\"one\":{\"status\":null}}}",
		MSG_NOT_A_STRING, "demo.json:2: entries.one.status" },
	{ "an empty status", ORG LINK "\"entries\":{\"one\":{\"status\":\"\"}}}", MSG_NOT_A_STATUS,
		"demo.json:2: entries.one.status" },
	{ "an owner that is null", ORG LINK "\"entries\":{\"one\":{\"owner\":null}}}",
		MSG_NOT_A_STRING, "demo.json:2: entries.one.owner" },
	{ "an empty priority", ORG LINK "\"entries\":{\"one\":{\"priority\":\"\"}}}",
		MSG_NOT_A_PRIORITY, "demo.json:2: entries.one.priority" },
	{ "an impact that is null", ORG LINK "\"entries\":{\"one\":{\"impact\":null}}}",
		MSG_NOT_AN_IMPACT, "demo.json:2: entries.one.impact" },
	{ "an effort that is null", ORG LINK "\"entries\":{\"one\":{\"effort\":null}}}",
		MSG_NOT_AN_EFFORT, "demo.json:2: entries.one.effort" },
	{ "an empty date", ORG LINK "\"entries\":{\"one\":{\"due\":\"\"}}}", MSG_NOT_A_DATE,
		"demo.json:2: entries.one.due" },
	{ "notes that are null", ORG LINK "\"entries\":{\"one\":{\"notes\":null}}}",
		MSG_NOT_AN_ARRAY, "demo.json:2: entries.one.notes" },
	{ "entries that are null", ORG LINK "\"entries\":null}", MSG_NOT_AN_OBJECT,
		"demo.json:2: entries" },
	{ "a name that is null", ORG LINK "\"name\":null}", MSG_NOT_A_STRING, "demo.json:2: name" },
	{ "a capacity that is null", ORG LINK "\"capacity\":null}", MSG_NOT_A_CAPACITY,
		"demo.json:2: capacity" },
	{ "an empty language", ORG LINK "\"language\":\"\"}", MSG_NOT_A_LANGUAGE,
		"demo.json:2: language" },
	{ "an empty time", ORG LINK "\"created\":\"\"}", MSG_NOT_A_TIME, "demo.json:2: created" },
	{ "another version",
		"{\"format\":\"jalon-organisation\",\"version\":2,\"id\":\"demo\"," LINK
		"\"entries\":{}}",
		MSG_NOT_A_VERSION, "demo.json:1: version" },
	{ "another id",
		"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"memo\"," LINK
		"\"entries\":{}}",
		MSG_ID_NOT_FILE_NAME, "demo.json:1: id" },
	{ "no checklist", ORG "\n\"checklists\":[]}", MSG_NO_CHECKLIST, "demo.json:2: checklists" },
	{ "an edition that is a path",
		ORG "\n\"checklists\":[{\"id\":\"guide\",\"edition\":\"../1\"}]}",
		MSG_NOT_AN_EDITION, "demo.json:2: checklists[0].edition" },
	{ "entries in an array", ORG LINK "\"entries\":[]}", MSG_NOT_AN_OBJECT,
		"demo.json:2: entries" },
	{ "a date of no calendar", ORG LINK "\"entries\":{\"one\":{\n\"due\":\"2027-02-30\"}}}",
		MSG_NOT_A_DATE, "demo.json:3: entries.one.due" },
	{ "a status of no table", ORG LINK "\"entries\":{\"one\":{\"status\":\"open\"}}}",
		MSG_NOT_A_STATUS, "demo.json:2: entries.one.status" },
	{ "a status that is a number", ORG LINK "\"entries\":{\"one\":{\"status\":1}}}",
		MSG_NOT_A_STRING, "demo.json:2: entries.one.status" },
	{ "not applicable, and why",
		ORG LINK "\"entries\":{\"one\":{\"status\":\"not_applicable\"}}}",
		MSG_REASON_NEEDED, "demo.json:2: entries.one.reason" },
	{ "an entry twice", ORG LINK "\"entries\":{\"one\":{},\n\"one\":{}}}", MSG_JSON_TWICE,
		"demo.json:3: entries.one" },
	{ "a service twice",
		ORG LINK "\"services\":[{\"id\":\"p\",\"name\":\"P\"},\n"
			 "{\"id\":\"p\",\"name\":\"Q\"}]}",
		MSG_ID_TWICE, "demo.json:3: services[1].id" },
	{ "an action twice",
		ORG LINK "\"actions\":[{\"id\":\"a1\",\"title\":\"P\"},\n"
			 "{\"id\":\"a1\",\"title\":\"Q\"}]}",
		MSG_ID_TWICE, "demo.json:3: actions[1].id" },
	{ "an action of another name", ORG LINK "\"actions\":[{\"id\":\"a0\",\"title\":\"P\"}]}",
		MSG_NOT_AN_ACTION_ID, "demo.json:2: actions[0].id" },
	{ "a member twice", ORG LINK "\"members\":[{\"name\":\"I\"},\n{\"name\":\"I\"}]}",
		MSG_ID_TWICE, "demo.json:3: members[1].name" },
	{ "no capacity", ORG LINK "\"capacity\":0}", MSG_NOT_A_CAPACITY, "demo.json:2: capacity" },
	{ "a time of no clock",
		ORG LINK "\"entries\":{\"one\":{\"notes\":[{\"at\":\"now\","
			 "\"by\":\"I\",\"text\":\"t\"}]}}}",
		MSG_NOT_A_TIME, "demo.json:2: entries.one.notes[0].at" },
};

Test(organisation_file, is_refused_at_line_and_member_and_left_as_it_was)
{
	struct box box;

	box_init_demo(&box);
	for (size_t i = 0; i < ARRAY_LEN(organisations); i++) {
		const struct change change = { .entry = "one",
			.field = FIELD_OWNER,
			.from = VALUE_NONE,
			.to = { .text = "x" } };
		bool good = organisations[i].message == GOOD;

		box_write(&box, "data/demo.json", organisations[i].text);
		box.err = (struct err)ERR_INIT;
		cr_expect_eq(box_load(&box, "demo") != NULL, good, "%s: %s", organisations[i].name,
			box.err.where);
		if (good)
			continue;
		cr_expect_eq(box.err.message, organisations[i].message, "%s: %d",
			organisations[i].name, box.err.message);
		cr_expect_str_eq(box.err.where, organisations[i].where, "%s: %s",
			organisations[i].name, box.err.where);
		if (good)
			continue;
		cr_expect_eq(
			box_commit(&box, "I", &change, 1), ERR_FAILED, "%s", organisations[i].name);
		cr_expect_str_eq(box_read(&box, "data/demo.json"), organisations[i].text, "%s",
			organisations[i].name);
	}
	box_release(&box);
}

/* As jalon writes it, but for the order and blanks of what it does not know. */
static const char unknown[] = ORG
	"\"x\": {\"y\" : [1.50, 12345678901234567890123456789, \"\\u00e9\"]},"
	"\"checklists\":[{\"id\":\"guide\",\"edition\":\"1\",\"xl\":1}],"
	"\"members\":[{\"name\":\"I\",\"xm\":2}],\"services\":[{\"id\":\"p\",\"name\":\"P\",\"xs\":"
	"3}],"
	"\"actions\":[{\"id\":\"a1\",\"title\":\"A\",\"xa\":4}],"
	"\"entries\":{\"two\":{\"impact\":5,\"reason\":\"\"},\"gone\":{\"owner\":\"G\",\"xg\":"
	"5},"
	"\"one\":{\"xe\":6,\"notes\":[{\"at\":\"2026-11-24T10:12:31Z\",\"by\":\"I\",\"text\":\"t\","
	"\"xn\":7}]}}}";

Test(organisation_file, keeps_what_it_does_not_know_and_drops_what_says_nothing)
{
	static const char *const kept[] = { "\"x\":{\"y\":[1.50,12345678901234567890123456789,",
		"\"xl\":1", "\"xm\":2", "\"xs\":3", "\"xa\":4", "\"xg\":5", "\"xe\":6",
		"\"xn\":7" };
	struct box box;
	const char *text;

	box_init_demo(&box);
	box_write(&box, "data/demo.json", unknown);
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "Inès"), ERR_NONE, "%s", box.err.where);
	text = box_read(&box, "data/demo.json");
	for (size_t i = 0; i < ARRAY_LEN(kept); i++)
		cr_expect_not_null(strstr(text, kept[i]), "%s is gone from %s", kept[i], text);
	cr_expect_null(strstr(text, "\"two\""), "%s", text);
	cr_expect_lt(strstr(text, "\"gone\""), strstr(text, "\"one\""));
	text = box_content(&box);
	cr_assert_eq(box_set(&box, "I", "two", FIELD_STATUS, "done"), ERR_NONE);
	cr_assert_eq(box_undo(&box, "I"), ERR_NONE);
	cr_expect_str_eq(box_content(&box), text);
	box_release(&box);
}

Test(store, refuses_what_is_no_file_without_waiting)
{
	struct box box;
	const char *const names[] = { "data/fifo.json", "data/link.json", "data/folder.json" };
	const char *const ids[] = { "fifo", "link", "folder" };

	box_init_demo(&box);
	cr_assert_eq(mkfifo(box_path(&box, names[0]), 0600), 0);
	cr_assert_eq(symlink("demo.json", box_path(&box, names[1])), 0);
	cr_assert_eq(mkdir(box_path(&box, names[2]), 0700), 0);
	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		cr_expect_null(box_load(&box, ids[i]), "%s", ids[i]);
		cr_expect_eq(box.err.message, MSG_NOT_A_FILE, "%s: %d", ids[i], box.err.message);
		cr_expect_eq(box_create(&box, ids[i], "guide"), ERR_FAILED, "%s", ids[i]);
	}
	cr_expect_null(box_load(&box, "../data/demo"));
	cr_expect_eq(box.err.message, MSG_NO_SUCH_ORGANISATION);
	box_release(&box);
}

/* What was read serves again as long as the bytes are the same; neither size nor time is asked. */
Test(store, parses_again_only_what_has_other_bytes)
{
	const struct timespec times[] = { { .tv_sec = 1 }, { .tv_sec = 1 } };
	struct box box;
	struct snapshot *first, *again, *other;
	char *text;

	box_init_demo(&box);
	text = arena_copy(box.arena, box_read(&box, "data/demo.json"));
	utimensat(AT_FDCWD, box_path(&box, "data/demo.json"), times, 0);
	first = store_load(box.store, "demo", &box.err);
	again = store_load(box.store, "demo", &box.err);
	cr_assert_not_null(first);
	cr_expect_eq(first, again);
	memcpy(strstr(text, "Démo"), "Dumm", 4);
	box_write(&box, "data/demo.json", text);
	utimensat(AT_FDCWD, box_path(&box, "data/demo.json"), times, 0);
	other = store_load(box.store, "demo", &box.err);
	cr_assert_not_null(other);
	cr_expect_str_eq(snapshot_organisation(first)->name, "Démo");
	cr_expect_str_eq(snapshot_organisation(other)->name, "Dummo");
	snapshot_free(first);
	snapshot_free(again);
	snapshot_free(other);
	box_release(&box);
}

Test(store, sees_another_checklist_under_the_same_organisation)
{
	struct box box;
	struct snapshot *before, *after;
	struct buf guide = BUF_INIT;

	box_init_demo(&box);
	before = store_load(box.store, "demo", &box.err);
	buf_add(&guide, box_guide);
	buf_insert(&guide, (size_t)(strstr(box_guide, "One") - box_guide), "Number ", 7);
	box_write(&box, "shipped/guide.json", guide.text);
	after = store_load(box.store, "demo", &box.err);
	cr_expect_str_eq(snapshot_organisation(before)->entries[0].item->title.fr, "One");
	cr_expect_str_eq(snapshot_organisation(after)->entries[0].item->title.fr, "Number One");
	snapshot_free(before);
	snapshot_free(after);
	buf_release(&guide);
	box_release(&box);
}

Test(store, makes_an_organisation_once_and_keeps_its_checklist)
{
	struct box box;

	box_init(&box);
	box_write(&box, "mine", HEAD TITLE ITEM "}" END);
	cr_expect_eq(box_create(&box, "one", box_path(&box, "mine")), ERR_NONE);
	cr_expect_str_eq(box_read(&box, "data/checklists/c@1.json"), HEAD TITLE ITEM "}" END);
	cr_expect_eq(box_create(&box, "one", box_path(&box, "mine")), ERR_FAILED);
	cr_expect_eq(box.err.message, MSG_ORGANISATION_EXISTS);
	box_write(&box, "mine", HEAD TITLE ITEM "} " END);
	cr_expect_eq(box_create(&box, "two", box_path(&box, "mine")), ERR_FAILED);
	cr_expect_eq(box.err.message, MSG_CHECKLIST_DIFFERS);
	cr_expect_eq(box_create(&box, "two", "c"), ERR_NONE);
	cr_expect_not_null(box_load(&box, "two"));
	cr_expect_str_eq(box_names(&box), "checklists one.history.jsonl one.json one.lock "
					  "two.history.jsonl two.json two.lock");
	box_release(&box);
}

/* A file that cannot be used is refused in under a second; looking for each took most of one
 * minute. */
Test(files, refuses_an_organisation_of_a_hundred_thousand_checklists_at_once, .timeout = 15)
{
	struct buf text = BUF_INIT;
	struct box box;

	box_init_demo(&box);
	buf_add(&text, "{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\","
		       "\"checklists\":[");
	for (int i = 0; i < 100 * 1000; i++)
		buf_add_format(&text, "%s{\"id\":\"x%d\",\"edition\":\"1\"}", i ? "," : "", i);
	buf_add(&text, "]}");
	box_write(&box, "data/demo.json", text.text);
	cr_expect_null(box_load(&box, "demo"));
	cr_expect_eq(box.err.message, MSG_NO_SUCH_CHECKLIST);
	cr_expect_str_eq(box.err.where, "demo.json:1: checklists[0].id");
	buf_release(&text);
	box_release(&box);
}
