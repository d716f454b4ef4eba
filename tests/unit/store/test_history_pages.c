/* SPDX-License-Identifier: MIT */
#include "jalon/store/history_pages.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "jalon/store/history_filter.h"

#include "box.h"

enum { LINES = 3000 };

/* A line for each revision from `first` on, `count` of them; `long_at` has a text of that many
 * bytes. */
static void add_lines(struct buf *text, int first, int count, int long_at, int long_bytes)
{
	for (int i = first; i < first + count; i++) {
		buf_add_format(text,
			"{\"revision\":%d,\"at\":\"2026-11-24T09:00:00Z\",\"by\":\"X\",\"entry\":"
			"\"one\",\"field\":\"owner\",\"from\":\"%d\",\"to\":\"",
			i, i - 1);
		buf_add_repeated(text, "a", i == long_at ? long_bytes : 0);
		buf_add_format(text, "%d\"}\n", i);
	}
}

static void write_history(struct box *box, const char *name, const struct buf *text)
{
	box_write(box, arena_format(box->arena, "data/%s", name), text->text);
}

/* All there is, by pages: how many pages it took, and that nothing is missing or twice. */
static size_t read_all(struct box *box, int64_t revision_max, int64_t oldest)
{
	struct history_pages *pages =
		history_pages_open(box->store, "demo", revision_max, &box->err);
	struct history_change *changes;
	int64_t expected = revision_max;
	size_t count, page_count = 0;

	cr_assert(pages);
	do {
		cr_assert(history_pages_read(pages, box->arena, &changes, &count, &box->err));
		page_count += count > 0;
		while (count-- > 0)
			cr_assert_eq(changes[count].revision, expected--, "page %zu", page_count);
	} while (!history_pages_is_at_beginning(pages));
	cr_expect_eq(expected, oldest - 1);
	cr_assert(history_pages_read(pages, box->arena, &changes, &count, &box->err));
	cr_expect_eq(count, 0, "behind the beginning there is nothing");
	history_pages_free(pages);
	return page_count;
}

Test(history_pages, read_every_line_once_from_the_newest_back)
{
	struct box box;
	struct buf text = BUF_INIT;

	box_init_demo(&box);
	add_lines(&text, 1, LINES, 0, 0);
	write_history(&box, "demo.history.jsonl", &text);
	cr_expect_gt(read_all(&box, LINES, 1), 2);
	/* Debris of a save that broke, and a line that has no end. */
	add_lines(&text, LINES + 1, 3, 0, 0);
	buf_add(&text, "{\"revi");
	write_history(&box, "demo.history.jsonl", &text);
	read_all(&box, LINES, 1);
	buf_release(&text);
	box_release(&box);
}

Test(history_pages, take_in_a_line_that_is_longer_than_a_page)
{
	static const int places[] = { 1, 700, LINES };
	struct box box;

	box_init_demo(&box);
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		struct buf text = BUF_INIT;

		add_lines(&text, 1, LINES, places[i], 300 * 1000);
		write_history(&box, "demo.history.jsonl", &text);
		read_all(&box, LINES, 1);
		buf_release(&text);
	}
	box_release(&box);
}

Test(history_pages, go_on_in_the_parts_that_were_put_away)
{
	static const int firsts[] = { 1, LINES + 1, 2 * LINES + 1 };
	static const char *const names[] = { "demo.history.1.jsonl", "demo.history.2.jsonl",
		"demo.history.jsonl" };
	struct box box;

	box_init_demo(&box);
	for (size_t i = 0; i < ARRAY_LEN(firsts); i++) {
		struct buf text = BUF_INIT;

		add_lines(&text, firsts[i], i < 2 ? LINES : 5, 0, 0);
		write_history(&box, names[i], &text);
		buf_release(&text);
	}
	read_all(&box, 2 * LINES + 5, 1);
	box_release(&box);
}

Test(history_pages, of_no_history_are_none)
{
	struct box box;
	struct history_change *changes;
	struct history_pages *pages;
	size_t count;

	box_init(&box);
	pages = history_pages_open(box.store, "demo", 7, &box.err);
	cr_assert(pages);
	cr_expect(history_pages_is_at_beginning(pages));
	cr_expect(history_pages_read(pages, box.arena, &changes, &count, &box.err));
	cr_expect_eq(count, 0);
	history_pages_free(pages);
	box_release(&box);
}

Test(history_pages, say_which_line_cannot_be_read)
{
	struct box box;
	struct history_change *changes;
	struct history_pages *pages;
	size_t count;

	box_init_demo(&box);
	box_write(&box, "data/demo.history.jsonl", "nonsense\n{\"revision\":1}\n");
	pages = history_pages_open(box.store, "demo", 7, &box.err);
	cr_assert(pages);
	cr_expect_not(history_pages_read(pages, box.arena, &changes, &count, &box.err));
	cr_expect_eq(box.err.message, MSG_BAD_HISTORY);
	history_pages_free(pages);
	box_release(&box);
}

Test(history_pages, follow_what_is_saved_meanwhile)
{
	struct box box;
	struct history_change *changes;
	struct history_pages *pages;
	struct buf other = BUF_INIT;
	size_t count;

	box_init_demo(&box);
	pages = history_pages_open(box.store, "demo", 1, &box.err);
	cr_assert(pages);
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_OWNER, "Zoé"), ERR_NONE);
	cr_assert_eq(box_set(&box, "Marc", "two", FIELD_OWNER, "Ali"), ERR_NONE);
	cr_assert_eq(history_pages_follow(pages, 3, box.arena, &changes, &count, &box.err),
		HISTORY_FOLLOWED);
	cr_assert_eq(count, 2);
	cr_expect_eq(changes[0].revision, 2);
	cr_expect_str_eq(changes[1].by, "Marc");
	cr_assert_eq(history_pages_follow(pages, 3, box.arena, &changes, &count, &box.err),
		HISTORY_FOLLOWED);
	cr_expect_eq(count, 0, "once");
	/* What was there before is not in the way of it. */
	cr_assert(history_pages_read(pages, box.arena, &changes, &count, &box.err));
	cr_expect_eq(changes[count - 1].revision, 1);
	/* A merge, or the save that puts it away, puts another file there. */
	add_lines(&other, 1, 5, 0, 0);
	cr_assert_eq(unlink(box_path(&box, "data/demo.history.jsonl")), 0);
	write_history(&box, "demo.history.jsonl", &other);
	cr_expect_eq(history_pages_follow(pages, 5, box.arena, &changes, &count, &box.err),
		HISTORY_REPLACED);
	history_pages_free(pages);
	buf_release(&other);
	box_release(&box);
}

static const struct {
	const char *name;
	struct history_filter filter;
	bool accepted;
} filters[] = {
	{ "nothing asked", { .author = NULL }, true },
	{ "the author", { .author = "Inès" }, true },
	{ "the author, without accents", { .author = "ines" }, true },
	{ "the beginning of a name", { .author = "In" }, false },
	{ "everybody else", { .not_author = "Inès" }, false },
	{ "everybody but another", { .not_author = "Marc" }, true },
	{ "the entry", { .entry = "three@portail" }, true },
	{ "its item, for all services", { .entry = "three" }, true },
	{ "an item that begins so", { .entry = "thre" }, false },
	{ "another entry", { .entry = "one" }, false },
	{ "the organisation", { .entry = "" }, false },
	{ "then", { .has_since = true, .since_utc = 1000 }, true },
	{ "after then", { .has_since = true, .since_utc = 1001 }, false },
	{ "after the revision before", { .after_revision = 4 }, true },
	{ "after that revision", { .after_revision = 5 }, false },
	{ "two conditions of which one fails", { .author = "Inès", .entry = "one" }, false },
};

Test(history_filter, lets_through_what_was_asked_for)
{
	const struct history_change change = { .revision = 5,
		.at_utc = 1000,
		.by = "Inès",
		.change = { .entry = "three@portail", .field = FIELD_OWNER } };

	for (size_t i = 0; i < ARRAY_LEN(filters); i++)
		cr_expect_eq(history_filter_accepts(&filters[i].filter, &change),
			filters[i].accepted, "%s", filters[i].name);
}

Test(history_filter, knows_what_made_a_service_or_took_a_member_away)
{
	const struct service service = { .id = "portail", .name = "Portail" };
	const struct member member = { .name = "Marc" };
	const struct change made = {
		.entry = "", .field = FIELD_SERVICE, .to = { .text = "", .service = &service }
	};
	const struct change gone = {
		.entry = "", .field = FIELD_MEMBER, .from = { .text = "", .member = &member }
	};

	cr_expect(history_is_about(&made, "service:portail"));
	cr_expect_not(history_is_about(&made, "service:port"));
	cr_expect(history_is_about(&gone, "member:Marc"));
	cr_expect_not(history_is_about(&gone, "service:Marc"));
	cr_expect(history_is_about(&made, ""), "it is the organisation's too");
}
