/* SPDX-License-Identifier: MIT */
#include "store/history_parts.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "box.h"

/* Before what is there: long notes of the first revision, by somebody else. */
static void pad_history(struct box *box, size_t size)
{
	const char *kept = box_read(box, "data/demo.history.jsonl");
	struct buf text = BUF_INIT;
	char note[1024 * 1024];

	memset(note, 'a', sizeof(note) - 1);
	note[sizeof(note) - 1] = '\0';
	while (text.len < size)
		buf_add_format(&text,
			"{\"revision\":1,\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"X\",\"entry\":"
			"\"two\",\"field\":\"note\",\"from\":null,\"to\":{\"at\":"
			"\"2026-11-24T09:00:00Z\",\"by\":\"X\",\"text\":\"%s\"}}\n",
			note);
	buf_add(&text, kept);
	box_write(box, "data/demo.history.jsonl", text.text);
	buf_release(&text);
}

static size_t count_history(struct box *box)
{
	struct history_change *changes;
	size_t count;

	cr_assert(history_read(
		box->store, "demo", INT64_MAX, box->arena, &changes, &count, &box->err));
	for (size_t i = 1; i < count; i++)
		cr_expect_leq(changes[i - 1].revision, changes[i].revision, "oldest first");
	return count;
}

Test(history_parts, are_put_away_by_the_save_that_finds_them_full)
{
	struct box box;
	size_t before;

	box_init_demo(&box);
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_OWNER, "Zoé"), ERR_NONE);
	pad_history(&box, HISTORY_PART_SIZE);
	before = count_history(&box);
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_STATUS, "doing"), ERR_NONE);
	cr_expect_str_eq(
		box_names(&box), "demo.history.1.jsonl demo.history.jsonl demo.json demo.lock");
	cr_expect_lt(strlen(box_read(&box, "data/demo.history.jsonl")), 1000);
	cr_expect_eq(count_history(&box), before + 1, "all of it is read");
	cr_assert_eq(box_set(&box, "Inès", "two", FIELD_STATUS, "doing"), ERR_NONE);
	cr_expect_str_eq(box_names(&box),
		"demo.history.1.jsonl demo.history.jsonl demo.json demo.lock", "and no sooner");
	/* Back past where the part ends. */
	cr_expect_eq(box_undo(&box, "Inès"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "Inès"), ERR_NONE);
	cr_expect_eq(box_undo(&box, "Inès"), ERR_NONE);
	cr_expect_str_eq(box_get(&box, "one", FIELD_OWNER), "");
	cr_expect_eq(box_redo(&box, "Inès"), ERR_NONE);
	cr_expect_str_eq(box_get(&box, "one", FIELD_OWNER), "Zoé");
	pad_history(&box, HISTORY_PART_SIZE);
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_OWNER, "Ali"), ERR_NONE);
	cr_expect_str_eq(box_names(&box),
		"demo.history.1.jsonl demo.history.2.jsonl demo.history.jsonl demo.json demo.lock");
	box_release(&box);
}

/* What a save left that died is no part of what is put away. */
Test(history_parts, leave_debris_out)
{
	struct box box;
	const char *whole;

	box_init_demo(&box);
	pad_history(&box, HISTORY_PART_SIZE);
	whole = box_read(&box, "data/demo.history.jsonl");
	box_write(&box, "data/demo.history.jsonl",
		arena_format(box.arena,
			"%s{\"revision\":2,\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"X\",\"entry\":"
			"\"one\",\"field\":\"owner\",\"from\":\"\",\"to\":\"X\"}\n{\"rev",
			whole));
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_OWNER, "Ali"), ERR_NONE);
	cr_expect_eq(strlen(box_read(&box, "data/demo.history.1.jsonl")), strlen(whole));
	box_release(&box);
}
