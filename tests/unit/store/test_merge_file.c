/* SPDX-License-Identifier: MIT
 *
 * Histories that are merged: every commit once and whole, in one order whoever is ours, and each
 * person's undo takes back their own. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "box.h"
#include "../base/breadth.h"
#include "jalon/store/merge_file.h"

enum { SEEDS = 300, COMMITS_MAX = 8 };

static unsigned below(uint64_t *state, unsigned limit)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*state >> 33) % limit;
}

/* Some commits from a revision on, the clock of which may go back. */
static const char *commits(
	struct arena *arena, const char *before, uint64_t *state, int first, const char *by)
{
	const char *text = before;
	int count = (int)below(state, COMMITS_MAX);

	for (int i = 0; i < count; i++) {
		int at = (int)below(state, 20);
		int lines = 1 + (int)below(state, 3);

		for (int line = 0; line < lines; line++)
			text = arena_format(arena,
				"%s{\"revision\":%d,\"at\":\"2026-11-24T10:00:%02dZ\",\"by\":\"%"
				"s\","
				"\"entry\":\"one\",\"field\":\"owner\",\"from\":\"\",\"to\":\"%d\"}"
				"\n",
				text, first + i, at + 20 * (i > 0), by, line);
	}
	return text;
}

static const char *merged(
	struct arena *arena, const char *base, const char *ours, const char *theirs)
{
	struct history_text base_text = { "base", base, strlen(base) };
	struct history_text our_text = { "ours", ours, strlen(ours) };
	struct history_text their_text = { "theirs", theirs, strlen(theirs) };
	struct buf out = BUF_INIT;
	struct err err = ERR_INIT;
	const char *copy;

	cr_assert(history_merge(arena, &base_text, &our_text, &their_text, &out, &err), "%s",
		err.where);
	copy = arena_copy(arena, out.len ? out.text : "");
	buf_release(&out);
	return copy;
}

static size_t lines_of(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += *text == '\n';
	return count;
}

Test(merge_file, histories_are_the_same_in_every_order)
{
	for (uint64_t seed = 1; seed <= (uint64_t)breadth(SEEDS); seed++) {
		struct arena *arena = arena_new();
		uint64_t state = seed;
		const char *base = commits(arena, "", &state, 1, "Zoé");
		int first = 1 + COMMITS_MAX;
		const char *a = commits(arena, base, &state, first, "Inès");
		const char *b = commits(arena, base, &state, first, "Marc");
		const char *c = commits(arena, base, &state, first, "Ali");
		const char *ab = merged(arena, base, a, b);
		size_t wanted = lines_of(a) + lines_of(b) - lines_of(base);

		cr_expect_str_eq(ab, merged(arena, base, b, a), "seed %d", (int)seed);
		cr_expect_eq(lines_of(ab), wanted, "seed %d", (int)seed);
		cr_expect_str_eq(merged(arena, base, base, a), merged(arena, base, a, a));
		cr_expect_str_eq(merged(arena, base, ab, c),
			merged(arena, base, a, merged(arena, base, b, c)), "seed %d", (int)seed);
		cr_expect_str_eq(merged(arena, a, ab, ab), ab, "seed %d", (int)seed);
		arena_free(arena);
	}
}

#define LINE(revision, at, by, field, from, to)                                                    \
	"{\"revision\":" revision ",\"at\":\"2026-11-24T10:00:" at "Z\",\"by\":\"" by              \
	"\",\"entry\":\"one\",\"field\":\"" field "\",\"from\":" from ",\"to\":" to "}\n"

Test(merge_file, a_commit_stays_whole_and_as_it_was_written)
{
	static const char ours[] = LINE("2", "05", "Inès", "owner", "\"\"", "\"Inès\"")
		LINE("2", "05", "Inès", "due", "null", "\"2027-01-15\"");
	static const char theirs[] = LINE("2", "05", "Marc", "owner", "\"\"", "\"Marc\"")
		LINE("2", "05", "Marc", "reason", "\"\"", "\"r\"");
	struct arena *arena = arena_new();
	const char *both = merged(arena, "", theirs, ours);

	cr_expect_str_eq(both, arena_format(arena, "%s%s", ours, theirs));
	cr_expect_str_eq(merged(arena, ours, both, theirs), theirs,
		"what one side has put away does not come back");
	arena_free(arena);
}

/* A line that a crash cut short never happened. */
Test(merge_file, a_line_without_its_end_is_left_out)
{
	struct arena *arena = arena_new();
	const char *line = LINE("2", "05", "Inès", "owner", "\"\"", "\"Inès\"");

	cr_expect_str_eq(merged(arena, "", line, "{\"revision\":3,\"at\":"), line);
	arena_free(arena);
}

/* Inès on two machines: revision 2 twice, the later one undone there. The undo is of that one. */
Test(merge_file, an_undo_stays_with_the_commit_that_it_took_back)
{
	struct box box;
	const char *text;

	box_init_demo(&box);
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_OWNER, "Inès"), ERR_NONE);
	cr_assert_eq(box_set(&box, "Marc", "one", FIELD_REASON, "r"), ERR_NONE);
	text = box_read(&box, "data/demo.history.jsonl");
	text = arena_format(box.arena, "%.*s%s%s%s%s", (int)(strchr(text, '\n') - text) + 1, text,
		LINE("2", "01", "Inès", "effort", "null", "3"),
		LINE("2", "02", "Inès", "owner", "\"\"", "\"Inès\""),
		"{\"revision\":3,\"at\":\"2026-11-24T10:00:03Z\",\"by\":\"Inès\",\"entry\":\"one\","
		"\"field\":\"effort\",\"from\":3,\"to\":null,\"undoes\":2}\n",
		LINE("3", "04", "Marc", "reason", "\"\"", "\"r\""));
	box_write(&box, "data/demo.history.jsonl", text);
	cr_assert_eq(box_undo(&box, "Inès"), ERR_NONE, "%d", box.err.message);
	cr_expect_str_eq(box_get(&box, "one", FIELD_OWNER), "");
	cr_expect_str_eq(box_get(&box, "one", FIELD_REASON), "r", "of the same revision, not hers");
	cr_expect_eq(box_undo(&box, "Inès"), ERR_FAILED, "there is no more");
	box_release(&box);
}
