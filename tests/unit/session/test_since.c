/* SPDX-License-Identifier: MIT */
#include "jalon/session/since.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "../store/box.h"
#include "jalon/base/date.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

/* Inès, who comes and goes, and the clock of the others, which is the box's. */
struct desk {
	struct box box;
	struct since since;
};

static struct since_where where_of(struct desk *desk)
{
	return (struct since_where){ desk->box.store, box_load(&desk->box, "demo"), "Inès",
		desk->box.at_utc };
}

static void arrive(struct desk *desk)
{
	struct since_where where = where_of(desk);

	since_open(&desk->since, &where);
}

static void leave(struct desk *desk)
{
	struct since_where where = where_of(desk);

	since_keep(&desk->since, &where, "one");
}

/* Inès was there in September, for the first time. */
static void desk_init(struct desk *desk)
{
	box_init_demo(&desk->box);
	since_init(&desk->since);
	arrive(desk);
	leave(desk);
	desk->box.at_utc += 30 * DAY;
}

static void desk_release(struct desk *desk)
{
	since_release(&desk->since);
	box_release(&desk->box);
}

static void expect_line(struct desk *desk, const char *wanted)
{
	struct buf line = BUF_INIT;

	since_add_line(&line, &desk->since, LANG_FR, desk->box.at_utc, NULL);
	cr_expect_str_eq(line.text, wanted, "%s", line.text);
	buf_release(&line);
}

static void set(struct desk *desk, const char *by, const char *entry, const char *owner)
{
	cr_assert_eq(box_set(&desk->box, by, entry, FIELD_OWNER, owner), ERR_NONE);
}

static const char *changed_by(struct desk *desk, const char *entry)
{
	const char *by = since_changed_by(&desk->since, entry);

	return by ? by : "";
}

Test(since, says_nothing_on_the_first_visit)
{
	struct desk desk;

	box_init_demo(&desk.box);
	since_init(&desk.since);
	set(&desk, "Marc", "one", "Marc");
	arrive(&desk);
	expect_line(&desk, "");
	cr_expect_eq(desk.since.mark_count, 0);
	desk_release(&desk);
}

Test(since, says_nothing_where_nobody_did_anything)
{
	struct desk desk;

	desk_init(&desk);
	set(&desk, "Inès", "one", "by command");
	arrive(&desk);
	expect_line(&desk, "");
	cr_expect_eq(desk.since.mark_count, 0);
	desk_release(&desk);
}

Test(since, names_who_did_most_first)
{
	static const struct {
		const char *name, *authors[8], *names;
	} rows[] = {
		{ "one", { "Marc" }, "1 changement de Marc." },
		{ "a vowel", { "Élodie", "Élodie" }, "2 changements d’Élodie." },
		{ "two", { "Zoé", "Marc", "Marc" }, "3 changements de Marc et Zoé." },
		{ "three", { "Zoé", "Marc", "Ali" }, "3 changements d’Ali, Marc et Zoé." },
		{ "many", { "Zoé", "Marc", "Ali", "Léa", "Yann", "Yann" },
			"6 changements de Yann, Ali, Léa +2." },
	};

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct buf line = BUF_INIT;
		struct desk desk;

		desk_init(&desk);
		for (int at = 0; rows[i].authors[at]; at++)
			set(&desk, rows[i].authors[at], at % 2 ? "two" : "one",
				arena_format(desk.box.arena, "%d", at));
		arrive(&desk);
		since_add_line(&line, &desk.since, LANG_FR, desk.box.at_utc, NULL);
		cr_expect(strstr(line.text, rows[i].names), "%s: %s", rows[i].name, line.text);
		buf_release(&line);
		desk_release(&desk);
	}
}

Test(since, tells_the_day_of_the_visit)
{
	static const struct {
		int later;
		const char *fr, *en;
	} rows[] = {
		{ 2 * HOUR, "Depuis votre visite d’aujourd’hui\u00a0: ",
			"Since your visit earlier today: " },
		{ DAY, "Depuis votre visite d’hier\u00a0: ", "Since your visit of yesterday: " },
		{ 40 * DAY, "Depuis votre visite du 25 nov. 2025\u00a0: ",
			"Since your visit of 25 Nov 2025: " },
		{ -40 * DAY, "Depuis votre visite\u00a0: ", "Since your visit: " },
	};

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct desk desk;
		struct buf fr = BUF_INIT, en = BUF_INIT;

		box_init_demo(&desk.box);
		since_init(&desk.since);
		cr_assert(time_parse("2025-11-25T08:00:00Z", &desk.box.at_utc));
		arrive(&desk);
		leave(&desk);
		desk.box.at_utc += rows[i].later;
		set(&desk, "Marc", "one", "Marc");
		arrive(&desk);
		since_add_line(&fr, &desk.since, LANG_FR, desk.box.at_utc, NULL);
		since_add_line(&en, &desk.since, LANG_EN, desk.box.at_utc, NULL);
		cr_expect(strstr(fr.text, rows[i].fr) == fr.text, "%s", fr.text);
		cr_expect(strstr(en.text, rows[i].en) == en.text, "%s", en.text);
		buf_release(&fr);
		buf_release(&en);
		desk_release(&desk);
	}
}

/* The name that several may give is not said to be theirs. */
Test(since, says_whose_name_it_was_where_many_share_an_account)
{
	struct buf line = BUF_INIT;
	struct desk desk;

	desk_init(&desk);
	set(&desk, "Marc", "one", "Marc");
	arrive(&desk);
	since_add_line(&line, &desk.since, LANG_FR, desk.box.at_utc, "Inès");
	cr_expect(strstr(line.text, "Depuis la visite de «\u00a0Inès\u00a0»"), "%s", line.text);
	buf_release(&line);
	desk_release(&desk);
}

Test(since, leaves_out_what_was_undone)
{
	struct desk desk;

	desk_init(&desk);
	set(&desk, "Marc", "one", "Marc");
	set(&desk, "Marc", "two", "Marc");
	cr_assert_eq(box_undo(&desk.box, "Marc"), ERR_NONE);
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1);
	cr_expect_str_eq(changed_by(&desk, "one"), "Marc");
	cr_expect_str_eq(changed_by(&desk, "two"), "");
	cr_assert_eq(box_redo(&desk.box, "Marc"), ERR_NONE);
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 2);
	desk_release(&desk);
}

Test(since, tells_an_undo_of_what_one_has_seen)
{
	struct desk desk;

	box_init_demo(&desk.box);
	since_init(&desk.since);
	set(&desk, "Marc", "one", "Marc");
	arrive(&desk);
	leave(&desk);
	desk.box.at_utc += DAY;
	cr_assert_eq(box_undo(&desk.box, "Marc"), ERR_NONE);
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1);
	cr_expect_str_eq(changed_by(&desk, "one"), "Marc");
	desk_release(&desk);
}

Test(since, marks_no_action_that_is_gone)
{
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(box_add_action(&desk.box, "Marc", "Visit"), ERR_NONE);
	arrive(&desk);
	cr_expect_str_eq(changed_by(&desk, "a1"), "Marc");
	leave(&desk);
	cr_assert_eq(box_undo(&desk.box, "Marc"), ERR_NONE);
	desk.box.at_utc += DAY;
	arrive(&desk);
	cr_expect_eq(desk.since.mark_count, 0);
	cr_expect_eq(desk.since.change_count, 1);
	desk_release(&desk);
}

Test(since, goes_on_with_a_visit_whose_line_dropped)
{
	struct desk desk;

	desk_init(&desk);
	set(&desk, "Marc", "one", "Marc");
	arrive(&desk);
	desk.box.at_utc += HOUR / 2;
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1, "said again");
	leave(&desk);
	desk.box.at_utc += HOUR / 2;
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1, "as long as nobody was away for an hour");
	desk.box.at_utc += 2 * HOUR;
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 0, "this is another visit");
	desk_release(&desk);
}

Test(since, marks_until_one_has_looked)
{
	struct desk desk;

	desk_init(&desk);
	set(&desk, "Marc", "one", "Marc");
	set(&desk, "Zoé", "two", "Zoé");
	arrive(&desk);
	since_rest(&desk.since, "one");
	cr_expect_str_eq(changed_by(&desk, "one"), "Marc", "it stays while one reads");
	since_look_rested(&desk.since);
	cr_expect_str_eq(changed_by(&desk, "one"), "");
	cr_expect_eq(desk.since.mark_count, 1);
	leave(&desk);
	desk.box.at_utc += 10 * DAY;
	arrive(&desk);
	cr_expect_str_eq(changed_by(&desk, "one"), "");
	cr_expect_str_eq(changed_by(&desk, "two"), "Zoé", "nobody looked at it");
	expect_line(&desk, "");
	desk_release(&desk);
}

Test(since, needs_no_look_at_what_one_changed_oneself)
{
	struct desk desk;

	desk_init(&desk);
	set(&desk, "Marc", "one", "Marc");
	set(&desk, "Inès", "one", "by command");
	arrive(&desk);
	cr_expect_str_eq(changed_by(&desk, "one"), "");
	cr_expect_eq(desk.since.change_count, 1);
	desk_release(&desk);
}

/* Each in a window of her own. */
Test(since, lets_no_window_shorten_what_another_saw)
{
	struct desk desk;
	struct since other;
	struct since_where where;
	struct snapshot *seen;

	desk_init(&desk);
	set(&desk, "Marc", "one", "Marc");
	set(&desk, "Marc", "two", "Marc");
	arrive(&desk);
	since_init(&other);
	where = where_of(&desk);
	seen = store_load(desk.box.store, "demo", &desk.box.err);
	where.org = snapshot_organisation(seen);
	since_open(&other, &where);
	cr_expect_eq(other.change_count, 2, "the second window is told as the first was");
	since_look(&other, "two");
	set(&desk, "Marc", "one", "Zoé");
	since_look(&desk.since, "one");
	leave(&desk);
	/* The other one closes later, and never heard of the last change. */
	since_keep(&other, &where, "two");
	since_release(&other);
	snapshot_free(seen);
	desk.box.at_utc += DAY;
	arrive(&desk);
	cr_expect_eq(desk.since.mark_count, 0, "what either looked at is looked at");
	cr_expect_eq(desk.since.change_count, 0, "and what either saw is seen");
	desk_release(&desk);
}

Test(since, is_not_led_astray_by_clocks)
{
	struct desk desk;

	desk_init(&desk);
	desk.box.at_utc += 400 * DAY;
	set(&desk, "Marc", "one", "next year");
	desk.box.at_utc -= 400 * DAY;
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1);
	since_look(&desk.since, "one");
	leave(&desk);
	desk.box.at_utc -= 100 * DAY;
	set(&desk, "Marc", "two", "long ago");
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1, "the one, and not the other again");
	cr_expect_str_eq(changed_by(&desk, "two"), "Marc");
	cr_expect_str_eq(changed_by(&desk, "one"), "");
	desk_release(&desk);
}

Test(since, begins_anew_with_a_file_that_was_put_back)
{
	struct desk desk;
	const char *before, *history;

	desk_init(&desk);
	before = box_read(&desk.box, "data/demo.json");
	history = box_read(&desk.box, "data/demo.history.jsonl");
	set(&desk, "Marc", "one", "Marc");
	set(&desk, "Marc", "two", "Marc");
	arrive(&desk);
	leave(&desk);
	desk.box.at_utc += DAY;
	box_write(&desk.box, "data/demo.json", before);
	box_write(&desk.box, "data/demo.history.jsonl", history);
	arrive(&desk);
	expect_line(&desk, "");
	leave(&desk);
	desk.box.at_utc += DAY;
	set(&desk, "Marc", "one", "again");
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 1);
	desk_release(&desk);
}

/* More pages of history than one, and what was before the visit stays before it. */
Test(since, reads_as_far_back_as_the_visit)
{
	struct desk desk;
	char text[32];

	box_init_demo(&desk.box);
	since_init(&desk.since);
	set(&desk, "Marc", "two", "before");
	arrive(&desk);
	leave(&desk);
	desk.box.at_utc += DAY;
	for (int i = 0; i < 600; i++) {
		snprintf(text, sizeof(text), "%d", i);
		set(&desk, i % 2 ? "Marc" : "Zoé", "one", text);
	}
	arrive(&desk);
	cr_expect_eq(desk.since.change_count, 600);
	cr_expect_str_eq(changed_by(&desk, "two"), "");
	desk_release(&desk);
}
