/* SPDX-License-Identifier: MIT */
#include "jalon/store/place.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "box.h"
#include "store/snapshot.h"

static const char *place_path(struct box *box, const char *author)
{
	return arena_format(
		box->arena, "data/.places/demo.%016llx", (unsigned long long)store_hash(author));
}

static void leave_at(struct box *box, const char *author, const char *entry)
{
	const struct kept_place place = { .entry = entry };

	store_write_place(box->store, "demo", author, &place);
}

static struct kept_place read_place(struct box *box, const char *author)
{
	return store_read_place(box->store, box->arena, "demo", author);
}

Test(place, is_each_persons_own)
{
	struct box box;

	box_init_demo(&box);
	leave_at(&box, "Inès", "one");
	leave_at(&box, "../Zoé", "two");
	cr_expect_str_eq(read_place(&box, "Inès").entry, "one");
	cr_expect_str_eq(read_place(&box, "../Zoé").entry, "two");
	cr_expect_str_eq(read_place(&box, "Bob").entry, "");
	box_release(&box);
}

Test(place, comes_back_whole)
{
	struct unseen unseen[] = { { "one", "Marc" }, { "three@portail", "Groupe A, salle 2" } };
	const struct kept_place place = { .entry = "two",
		.last = { 1800000000, 41 },
		.before = { 1790000000, 30 },
		.unseen = unseen,
		.unseen_count = ARRAY_LEN(unseen) };
	struct kept_place read;
	struct box box;

	box_init_demo(&box);
	store_write_place(box.store, "demo", "Inès", &place);
	read = read_place(&box, "Inès");
	cr_expect_str_eq(read.entry, "two");
	cr_expect_eq(read.last.at_utc, 1800000000);
	cr_expect_eq(read.last.revision, 41);
	cr_expect_eq(read.before.at_utc, 1790000000);
	cr_expect_eq(read.before.revision, 30);
	cr_assert_eq(read.unseen_count, ARRAY_LEN(unseen));
	for (size_t i = 0; i < ARRAY_LEN(unseen); i++) {
		cr_expect_str_eq(read.unseen[i].entry, unseen[i].entry);
		cr_expect_str_eq(read.unseen[i].by, unseen[i].by);
	}
	box_release(&box);
}

static const struct {
	const char *name, *text, *entry;
	int64_t last, before;
	size_t unseen;
} files[] = {
	{ "as they were before there were visits", "one", "one", 0, 0, 0 },
	{ "empty", "", "", 0, 0, 0 },
	{ "without an entry", "\nlast 2026-11-12T10:00:00Z 41\n", "", 41, 0, 0 },
	{ "with what a later jalon may add", "one\nlater 3\nlast 2026-11-12T10:00:00Z 41\n", "one",
		41, 0, 0 },
	{ "a line cut off", "one\nbefore 2026-10-12T10:00:00Z 30\nlast 2026-11-12T10:00:00Z 4",
		"one", 0, 30, 0 },
	{ "no time", "one\nlast yesterday 41\n", "one", 0, 0, 0 },
	{ "no number", "one\nlast 2026-11-12T10:00:00Z\nbefore 2026-11-12T10:00:00Z x\n", "one", 0,
		0, 0 },
	{ "a number too long", "one\nlast 2026-11-12T10:00:00Z 99999999999999999999\n", "one", 0, 0,
		0 },
	{ "nobody who changed it", "one\nunseen two\nunseen two Marc\n", "one", 0, 0, 1 },
	{ "no text", "one\nlast 2026-11-12T10:00:00Z 41\n\xff\n", "", 0, 0, 0 },
};

Test(place, takes_of_any_file_what_it_can)
{
	struct box box;

	box_init_demo(&box);
	leave_at(&box, "Inès", "two");
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		struct kept_place read;

		box_write(&box, place_path(&box, "Inès"), files[i].text);
		read = read_place(&box, "Inès");
		cr_expect_str_eq(read.entry, files[i].entry, "%s", files[i].name);
		cr_expect_eq(read.last.revision, files[i].last, "%s", files[i].name);
		cr_expect_eq(read.before.revision, files[i].before, "%s", files[i].name);
		cr_expect_eq(read.unseen_count, files[i].unseen, "%s", files[i].name);
	}
	box_release(&box);
}

Test(place, is_written_to_a_file_and_to_nothing_else)
{
	struct box box;
	const char *path;
	char byte;
	int fd;

	box_init_demo(&box);
	leave_at(&box, "Inès", "one");
	path = box_path(&box, place_path(&box, "Inès"));
	cr_assert_eq(unlink(path), 0);
	cr_assert_eq(mkfifo(path, 0600), 0);
	fd = open(path, O_RDONLY | O_NONBLOCK);
	leave_at(&box, "Inès", "two");
	cr_expect_eq(read(fd, &byte, 1), 0, "a FIFO is given nothing");
	cr_expect_str_eq(read_place(&box, "Inès").entry, "two", "and stands in nobody's way");
	close(fd);
	box_release(&box);
}

/* What is there is not lost where the new one cannot be written. */
Test(place, stays_where_nothing_can_be_written)
{
	struct box box;
	const char *beside;

	box_init_demo(&box);
	leave_at(&box, "Inès", "one");
	beside = arena_format(box.arena, "%s.%ld", place_path(&box, "Inès"), (long)getpid());
	cr_assert_eq(mkdir(box_path(&box, beside), 0700), 0);
	leave_at(&box, "Inès", "two");
	cr_expect_str_eq(read_place(&box, "Inès").entry, "one");
	cr_assert_eq(rmdir(box_path(&box, beside)), 0);
	box_release(&box);
}
