/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "box.h"
#include "jalon/store/draft.h"
#include "store/snapshot.h"

static struct draft *begin(
	struct box *box, const char *author, const char *entry, const char **found)
{
	return draft_open(box->store, box->arena, "demo", author, "note", entry, found);
}

static bool put(struct draft *draft, const char *text)
{
	return draft_write(draft, text, strlen(text));
}

static void leave_draft(struct box *box, const char *author, const char *entry, const char *text)
{
	const char *found;
	struct draft *draft = begin(box, author, entry, &found);

	cr_assert(put(draft, text));
	draft_close(draft);
}

/* "one: text two: text", the last written first. */
static const char *waiting(struct box *box, const char *author)
{
	struct draft_text drafts[DRAFTS_MAX];
	size_t count = draft_list(box->store, box->arena, "demo", author, drafts);
	const char *text = "";

	for (size_t i = 0; i < count; i++)
		text = arena_format(box->arena, "%s%s%s: %s", text, i ? " " : "", drafts[i].entry,
			drafts[i].text);
	return text;
}

/* The first of Inès's. */
static const char *draft_path(struct box *box)
{
	return arena_format(
		box->arena, "data/.drafts/demo.%016llx.1", (unsigned long long)store_hash("Inès"));
}

Test(draft, comes_back_to_its_author_and_entry)
{
	struct box box;
	const char *found;
	struct draft *draft;
	struct stat status;

	box_init_demo(&box);
	draft = begin(&box, "Inès", "one", &found);
	cr_expect_null(found);
	cr_expect_eq(stat(box_path(&box, "data/.drafts/x"), &status), -1);
	cr_expect_str_eq(waiting(&box, "Inès"), "", "nothing was written");
	cr_expect(put(draft, "une phrase plus longue"));
	cr_expect(put(draft, "une\nphrase"));
	draft_close(draft);
	cr_expect_str_eq(waiting(&box, "Inès"), "one: une\nphrase");
	cr_expect_str_eq(waiting(&box, "Marc"), "", "another's");
	draft_close(begin(&box, "Inès", "two", &found));
	cr_expect_null(found, "another entry");
	draft = begin(&box, "Inès", "one", &found);
	cr_expect_str_eq(found, "une\nphrase");
	draft_remove(draft);
	cr_expect_str_eq(waiting(&box, "Inès"), "", "removed");
	box_release(&box);
}

Test(draft, is_not_offered_while_it_is_written)
{
	struct box box;
	const char *found;
	struct draft *here, *there;

	box_init_demo(&box);
	here = begin(&box, "Inès", "one", &found);
	cr_expect(put(here, "ici"));
	cr_expect_str_eq(waiting(&box, "Inès"), "");
	there = begin(&box, "Inès", "one", &found);
	cr_expect_null(found, "another window writes that");
	cr_expect(put(there, "là"));
	draft_close(here);
	cr_expect_str_eq(waiting(&box, "Inès"), "one: ici");
	draft_close(there);
	box_release(&box);
}

Test(draft, turns_to_another_entry)
{
	struct box box;
	const char *found;
	struct draft *draft;

	box_init_demo(&box);
	leave_draft(&box, "Inès", "a9", "perdue");
	draft = begin(&box, "Inès", "a9", &found);
	draft_turn(draft, "note", "two");
	cr_expect(put(draft, "retrouvée"));
	draft_close(draft);
	cr_expect_str_eq(waiting(&box, "Inès"), "two: retrouvée");
	box_release(&box);
}

Test(draft, is_for_its_owner_alone_and_bounded)
{
	static char large[DRAFT_SIZE_MAX + 1];
	struct stat status;
	struct box box;
	const char *found;
	struct draft *draft;

	box_init_demo(&box);
	for (int i = 0; i < DRAFTS_MAX; i++)
		leave_draft(&box, "Inès", arena_format(box.arena, "e%d", i), "t");
	draft = begin(&box, "Inès", "one", &found);
	cr_expect_not(put(draft, "one too many"));
	draft_close(draft);
	memset(large, 'a', sizeof(large));
	draft = begin(&box, "Marc", "one", &found);
	cr_expect_not(draft_write(draft, large, sizeof(large)));
	cr_expect(draft_write(draft, large, sizeof(large) - 1));
	draft_close(draft);
	draft_close(begin(&box, "Marc", "one", &found));
	cr_assert_not_null(found);
	cr_expect_eq(strlen(found), sizeof(large) - 1);
	cr_assert_eq(stat(box_path(&box, draft_path(&box)), &status), 0);
	cr_expect_eq(status.st_mode & 077, 0, "others cannot read it");
	cr_assert_eq(stat(box_path(&box, "data/.drafts"), &status), 0);
	cr_expect(status.st_mode & S_ISVTX, "nor take it away");
	box_release(&box);
}

/* What somebody else put there, or a kill left half written. */
Test(draft, passes_over_what_is_no_such_file, .timeout = 10)
{
	static const char *const texts[] = { "", "jalon-draft 1 3\nnote\n", "\377\376",
		"jalon-draft 1 99\nnote\none\nshort", "jalon-draft 2 1\nnote\none\nt",
		"jalon-draft 1 1x\nnote\none\nt", "jalon-draft 1 1\nnote\none\n\377" };
	struct box box;
	const char *found;

	box_init_demo(&box);
	leave_draft(&box, "Inès", "one", "t");
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		box_write(&box, draft_path(&box), texts[i]);
		cr_expect_str_eq(waiting(&box, "Inès"), "", "%zu", i);
	}
	box_write(&box, draft_path(&box), "jalon-draft 1 2\nnote\none\nokay, and the rest");
	cr_expect_str_eq(waiting(&box, "Inès"), "one: ok", "longer than it was to be");
	cr_assert_eq(unlink(box_path(&box, draft_path(&box))), 0);
	mkfifo(box_path(&box, draft_path(&box)), 0600);
	cr_expect_str_eq(waiting(&box, "Inès"), "");
	cr_assert_eq(unlink(box_path(&box, draft_path(&box))), 0);
	cr_assert_eq(symlink("/etc/passwd", box_path(&box, draft_path(&box))), 0);
	cr_expect_str_eq(waiting(&box, "Inès"), "");
	draft_close(begin(&box, "Inès", "one", &found));
	cr_expect_null(found);
	box_release(&box);
}
