/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "box.h"
#include "store/file.h"
#include "store/snapshot.h"
#include "jalon/store/watch.h"
#include "jalon/text/errors.h"

static const struct {
	const char *name;
	enum field mine;
	const char *my_value;
	enum field theirs;
	const char *their_value;
	enum err_code code;
} meetings[] = {
	{ "the same field, another value", FIELD_STATUS, "done", FIELD_STATUS, "doing",
		ERR_CONFLICT },
	{ "the same field, the same value", FIELD_STATUS, "done", FIELD_STATUS, "done", ERR_NONE },
	{ "two fields of one entry", FIELD_STATUS, "done", FIELD_OWNER, "Zoé", ERR_NONE },
};

Test(commit, meets_a_conflict_only_in_the_same_field)
{
	for (size_t i = 0; i < ARRAY_LEN(meetings); i++) {
		const struct change change = { .entry = "one",
			.field = meetings[i].mine,
			.from = VALUE_NONE,
			.to = { .text = meetings[i].my_value } };
		struct box box;
		const char *before;

		box_init_demo(&box);
		cr_assert_eq(
			box_set(&box, "Zoé", "one", meetings[i].theirs, meetings[i].their_value),
			ERR_NONE);
		before = box_read(&box, "data/demo.json");
		cr_expect_eq(box_commit(&box, "Inès", &change, 1), meetings[i].code, "%s",
			meetings[i].name);
		if (meetings[i].code == ERR_CONFLICT) {
			cr_expect_str_eq(box_read(&box, "data/demo.json"), before);
			cr_expect_str_eq(box.outcome.conflict.found.text, meetings[i].their_value);
			cr_expect_str_eq(box.outcome.conflict.by, "Zoé");
			cr_expect_eq(box.outcome.conflict.at_utc, box.at_utc - 1);
			cr_assert_not_null(box.outcome.snapshot);
		}
		box_release(&box);
	}
}

Test(commit, writes_all_or_nothing)
{
	struct box box;
	const struct change changes[] = {
		{ .entry = "one", .field = FIELD_OWNER, .from = VALUE_NONE, .to = { .text = "I" } },
		{ .entry = "gone",
			.field = FIELD_OWNER,
			.from = VALUE_NONE,
			.to = { .text = "I" } },
	};
	const char *file, *history;

	box_init_demo(&box);
	file = box_read(&box, "data/demo.json");
	history = box_read(&box, "data/demo.history.jsonl");
	cr_expect_eq(box_commit(&box, "I", changes, 2), ERR_FAILED);
	cr_expect_str_eq(box_read(&box, "data/demo.json"), file);
	cr_expect_str_eq(box_read(&box, "data/demo.history.jsonl"), history);
	box_release(&box);
}

Test(commit, writes_nothing_where_nothing_changes)
{
	struct box box;
	const char *file;

	box_init_demo(&box);
	file = box_read(&box, "data/demo.json");
	cr_expect_eq(box_set(&box, "I", "one", FIELD_PRIORITY, "should"), ERR_NONE);
	cr_expect_eq(box.outcome.applied, 0);
	cr_expect_str_eq(box_read(&box, "data/demo.json"), file);
	box_release(&box);
}

Test(commit, keeps_one_line_of_history_for_each_change)
{
	struct box box;

	box_init_demo(&box);
	cr_assert_eq(box_set(&box, "Zoé", "one", FIELD_EFFORT, "0.5"), ERR_NONE);
	cr_assert_eq(box_note(&box, "Zoé", "one", "un\ndeux"), ERR_NONE);
	cr_expect_str_eq(box_read(&box, "data/demo.history.jsonl"),
		"{\"revision\":1,\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"Inès\",\"entry\":\"\","
		"\"field\":\"name\",\"from\":\"\",\"to\":\"Démo\"}\n"
		"{\"revision\":2,\"at\":\"2026-11-24T09:00:01Z\",\"by\":\"Zoé\",\"entry\":\"one\","
		"\"field\":\"effort\",\"from\":null,\"to\":0.5}\n"
		"{\"revision\":3,\"at\":\"2026-11-24T09:00:02Z\",\"by\":\"Zoé\",\"entry\":\"one\","
		"\"field\":\"note\",\"from\":null,\"to\":{\"at\":\"2026-11-24T09:00:02Z\","
		"\"by\":\"Zoé\",\"text\":\"un\\ndeux\"}}\n");
	box_release(&box);
}

Test(commit, leaves_snapshots_that_others_look_at_as_they_were)
{
	struct box box;
	struct snapshot *seen, *after;
	const struct organisation *org;

	box_init_demo(&box);
	seen = store_load(box.store, "demo", &box.err);
	cr_assert_not_null(seen);
	org = snapshot_organisation(seen);
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "Zoé"), ERR_NONE);
	cr_assert_eq(box_add_action(&box, "I", "A"), ERR_NONE);
	cr_expect_eq(org->revision, 1);
	cr_expect_eq(org->entry_count, 2);
	cr_expect_str_eq(organisation_find_entry(org, "one")->owner, "");
	after = store_load(box.store, "demo", &box.err);
	org = snapshot_organisation(after);
	cr_expect_eq(org->revision, 3);
	cr_expect_eq(org->entry_count, 3);
	cr_expect_str_eq(organisation_find_entry(org, "one")->owner, "Zoé");
	snapshot_free(seen);
	snapshot_free(after);
	box_release(&box);
}

Test(commit, refuses_what_could_not_be_read_again)
{
	static const char head[] =
		"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\","
		"\"checklists\":[{\"id\":\"guide\",\"edition\":\"1\"}],";
	struct box box;
	const char *text;

	box_init_demo(&box);
	text = arena_format(box.arena, "%s\"revision\":9007199254740992}", head);
	box_write(&box, "data/demo.json", text);
	cr_expect_eq(box_set(&box, "I", "one", FIELD_OWNER, "I"), ERR_FAILED);
	cr_expect_str_eq(box_read(&box, "data/demo.json"), text);
	text = arena_format(
		box.arena, "%s\"actions\":[{\"id\":\"a999999999\",\"title\":\"A\"}]}", head);
	box_write(&box, "data/demo.json", text);
	cr_expect_eq(box_add_action(&box, "I", "B"), ERR_FAILED);
	cr_expect_str_eq(box_read(&box, "data/demo.json"), text);
	box_release(&box);
}

Test(commit, drops_debris_of_a_save_that_was_cut)
{
	struct box box;
	const char *history;

	box_init_demo(&box);
	history = box_read(&box, "data/demo.history.jsonl");
	box_write(&box, "data/demo.history.jsonl",
		arena_format(box.arena,
			"%s{\"revision\":2,\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"X\",\"entry\":"
			"\"one\",\"field\":\"owner\",\"from\":\"\",\"to\":\"X\"}\n{\"revision\":2,"
			"\"a",
			history));
	box_write(&box, "data/demo.json.2.new", "{\"format\":");
	cr_expect_eq(box_undo(&box, "X"), ERR_FAILED);
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "I"), ERR_NONE);
	cr_expect_str_eq(box_names(&box), "demo.history.jsonl demo.json demo.lock");
	cr_expect_null(strstr(box_read(&box, "data/demo.history.jsonl"), "\"X\""));
	cr_expect_eq(box_undo(&box, "I"), ERR_NONE);
	box_release(&box);
}

/* Another program has saved since this one read. */
Test(commit, begins_from_what_the_file_holds)
{
	struct box box;
	struct store *own, *others;
	const struct entry *one;

	box_init_demo(&box);
	cr_assert_eq(box_note(&box, "Inès", "one", "ours"), ERR_NONE);
	own = box.store;
	others = store_new(&(struct store_options){
		.data_dir = box.data, .shipped_dir = box_path(&box, "shipped") });
	box.store = others;
	cr_assert_eq(box_note(&box, "Marc", "one", "theirs"), ERR_NONE);
	box.store = own;
	cr_assert_eq(box_note(&box, "Inès", "one", "ours again"), ERR_NONE);
	one = organisation_find_entry(box_load(&box, "demo"), "one");
	cr_expect_eq(one->note_count, 3);
	/* What was read borrows the checklists of its store. */
	box_release(&box);
	store_free(others);
}

/* Notes are added by two processes at once; each must find its own in the file. */
Test(commit, loses_nothing_of_two_processes)
{
	enum { EACH = 20 };
	struct box box;
	const struct entry *one;
	pid_t child;
	int status;

	box_init_demo(&box);
	child = fork();
	for (int i = 0; i < EACH; i++) {
		const char *text = arena_format(box.arena, "%d", i);

		if (box_note(&box, child ? "A" : "B", "one", text) == ERR_NONE)
			continue;
		if (!child)
			_exit(1);
		cr_expect_fail("%s", box.err.where);
	}
	if (!child)
		_exit(0);
	waitpid(child, &status, 0);
	cr_expect_eq(status, 0);
	one = organisation_find_entry(box_load(&box, "demo"), "one");
	cr_expect_eq(one->note_count, 2 * EACH);
	cr_expect_eq(snapshot_organisation(box.outcome.snapshot)->revision, 1 + 2 * EACH);
	box_release(&box);
}

Test(lock, is_waited_for_and_then_given_up)
{
	struct box box;
	struct err err = ERR_INIT;
	int folder_fd, lock_fd;

	box_init_demo(&box);
	folder_fd = folder_open(box.data, false, &err);
	lock_fd = file_lock(folder_fd, "demo.lock", 1000, &err);
	cr_assert_geq(lock_fd, 0);
	cr_expect_lt(file_lock(folder_fd, "demo.lock", 20, &err), 0);
	cr_expect_eq(err.message, MSG_LOCK_BUSY);
	cr_expect_not_null(box_load(&box, "demo"), "reading takes no lock");
	close(lock_fd);
	cr_expect_eq(box_set(&box, "I", "one", FIELD_OWNER, "I"), ERR_NONE);
	close(folder_fd);
	box_release(&box);
}

/* What a script does with flock(1) while it copies the folder. */
Test(lock, is_not_taken_from_a_script)
{
	struct box box;
	struct err err = ERR_INIT;
	int folder_fd, script_fd;

	box_init_demo(&box);
	folder_fd = folder_open(box.data, false, &err);
	cr_expect_eq(box_set(&box, "I", "one", FIELD_OWNER, "I"), ERR_NONE);
	script_fd = openat(folder_fd, "demo.lock", O_RDONLY | O_CLOEXEC);
	cr_assert_eq(flock(script_fd, LOCK_EX), 0);
	cr_expect_lt(file_lock(folder_fd, "demo.lock", 20, &err), 0);
	cr_expect_eq(err.message, MSG_LOCK_BUSY);
	close(script_fd);
	cr_expect_eq(box_set(&box, "I", "one", FIELD_OWNER, "J"), ERR_NONE);
	close(folder_fd);
	box_release(&box);
}

Test(watch, sees_saves_deletion_and_creation)
{
	struct box box;
	struct watch *watch, *all;

	box_init_demo(&box);
	watch = watch_new(box.store, "demo");
	all = watch_new(box.store, NULL);
	cr_expect_not(watch_changed(watch));
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "I"), ERR_NONE);
	cr_expect(watch_changed(watch));
	cr_expect_not(watch_changed(watch));
	cr_expect(watch_changed(all));
	cr_assert_eq(unlink(box_path(&box, "data/demo.json")), 0);
	cr_expect(watch_changed(watch));
	cr_assert_eq(box_create(&box, "demo", "guide"), ERR_NONE);
	cr_expect(watch_changed(watch));
	cr_assert_eq(box_create(&box, "other", "guide"), ERR_NONE);
	cr_expect_not(watch_changed(watch));
	cr_expect(watch_changed(all));
	watch_free(watch);
	watch_free(all);
	box_release(&box);
}

Test(watch, waits_for_a_folder_that_is_not_there_yet)
{
	struct box box;
	struct watch *watch;

	box_init(&box);
	watch = watch_new(box.store, "demo");
	cr_expect_eq(watch_fd(watch), -1);
	cr_expect_leq(watch_wait_ms(watch), 2000);
	cr_assert_eq(box_create(&box, "demo", "guide"), ERR_NONE);
	cr_expect(watch_changed(watch));
	cr_expect_geq(watch_fd(watch), 0);
	cr_expect_eq(watch_wait_ms(watch), -1);
	cr_assert_eq(box_set(&box, "I", "one", FIELD_OWNER, "I"), ERR_NONE);
	cr_expect(watch_changed(watch));
	watch_free(watch);
	box_release(&box);
}

Test(list, names_what_cannot_be_read)
{
	struct box box;
	struct listing *listings;
	size_t count;

	box_init_demo(&box);
	box_write(&box, "data/bad.json", "{");
	box_write(&box, "data/No Id.json", "{}");
	cr_assert(store_list(box.store, box.arena, 20000, &listings, &count, &box.err));
	cr_assert_eq(count, 2);
	cr_expect_str_eq(listings[0].id, "bad");
	cr_expect_eq(listings[0].err->message, MSG_JSON_CUT_SHORT);
	cr_expect_null(listings[1].err);
	cr_expect_str_eq(listings[1].last_by, "Inès");
	cr_expect_eq(listings[1].counts.total, 2);
	box_release(&box);
}

/* A checklist is looked for once in a listing: by its edition too, and anew in the next listing. */
Test(list, gives_each_organisation_its_own_checklist)
{
	static const int totals[] = { 2, 1, 2, 1 };
	struct box box;
	struct listing *listings;
	size_t count;

	box_init(&box);
	for (int i = 0; i < 4; i++) {
		const char *id = arena_format(box.arena, "org-%d", i);

		cr_assert_eq(box_create(&box, id, "guide"), ERR_NONE);
		box_write(&box, arena_format(box.arena, "data/%s.json", id),
			arena_format(box.arena,
				"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"%s\","
				"\"checklists\":[{\"id\":\"guide\",\"edition\":\"%d\"}]}",
				id, i % 2 + 1));
	}
	cr_assert_eq(mkdir(box_path(&box, "data/checklists"), 0770), 0);
	box_write(&box, "data/checklists/guide@2.json",
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"guide\",\"edition\":\"2\","
		"\"title\":\"G\",\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":["
		"{\"id\":\"one\",\"kind\":\"question\",\"title\":\"One\"}]}]}");
	cr_assert(store_list(box.store, box.arena, 20000, &listings, &count, &box.err));
	cr_assert_eq(count, ARRAY_LEN(totals));
	for (size_t i = 0; i < count; i++)
		cr_expect_eq(listings[i].counts.total, totals[i], "%s", listings[i].id);
	box_write(&box, "shipped/guide.json", "{}");
	cr_assert(store_list(box.store, box.arena, 20000, &listings, &count, &box.err));
	cr_expect_not_null(listings[0].err);
	cr_expect_null(listings[1].err);
	box_release(&box);
}

static const struct {
	const char *name;
	struct change changes[3];
	size_t count;
	bool is_saved;
} nothings[] = {
	{ "set and unset",
		{ { .entry = "one",
			  .field = FIELD_OWNER,
			  .from = { .text = "" },
			  .to = { .text = "A" } },
			{ .entry = "one",
				.field = FIELD_OWNER,
				.from = { .text = "A" },
				.to = { .text = "" } } },
		2, false },
	{ "there and back with a stop",
		{ { .entry = "one",
			  .field = FIELD_DUE,
			  .from = { .text = "" },
			  .to = { .text = "2027-01-15" } },
			{ .entry = "one",
				.field = FIELD_DUE,
				.from = { .text = "2027-01-15" },
				.to = { .text = "2027-02-15" } },
			{ .entry = "one",
				.field = FIELD_DUE,
				.from = { .text = "2027-02-15" },
				.to = { .text = "" } } },
		3, false },
	{ "the same value",
		{ { .entry = "one",
			.field = FIELD_OWNER,
			.from = { .text = "" },
			.to = { .text = "" } } },
		1, false },
	{ "one of two stays",
		{ { .entry = "one",
			  .field = FIELD_OWNER,
			  .from = { .text = "" },
			  .to = { .text = "A" } },
			{ .entry = "two",
				.field = FIELD_OWNER,
				.from = { .text = "" },
				.to = { .text = "A" } } },
		2, true },
};

/* No revision, no line of the history, nothing to undo. */
Test(commit, of_what_comes_to_nothing_saves_nothing)
{
	for (size_t i = 0; i < ARRAY_LEN(nothings); i++) {
		struct box box;
		const char *file, *history;

		box_init_demo(&box);
		file = box_read(&box, "data/demo.json");
		history = box_read(&box, "data/demo.history.jsonl");
		cr_assert_eq(box_commit(&box, "Inès", nothings[i].changes, nothings[i].count),
			ERR_NONE, "%s", nothings[i].name);
		cr_expect_eq(strcmp(box_read(&box, "data/demo.json"), file) != 0,
			nothings[i].is_saved, "%s", nothings[i].name);
		cr_expect_eq(strcmp(box_read(&box, "data/demo.history.jsonl"), history) != 0,
			nothings[i].is_saved, "%s", nothings[i].name);
		cr_expect_eq(box_undo(&box, "Inès"), nothings[i].is_saved ? ERR_NONE : ERR_FAILED,
			"%s", nothings[i].name);
		box_release(&box);
	}
}
