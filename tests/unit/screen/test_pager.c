/* SPDX-License-Identifier: MIT */
#include "jalon/screen/pager.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"

static void rows_of(struct buf *out, const struct pager *pager, int w, int h)
{
	struct canvas *canvas = canvas_new(w, h);
	struct buf dump = BUF_INIT;
	const char *at;

	pager_draw(pager, canvas, 0, 0);
	canvas_dump(&dump, canvas);
	at = dump.text;
	for (int y = 0; y < h; y++) {
		size_t len = strcspn(at, "\n"), kept = len;

		while (kept && at[kept - 1] == ' ')
			kept--;
		buf_add_len(out, at, kept);
		buf_add_char(out, '|');
		at += len + 1;
	}
	buf_release(&dump);
	canvas_free(canvas);
}

static const struct {
	const char *name, *text;
	int w;
	const char *rows;
} texts[] = {
	{ "words stay whole", "un deux trois\n", 8, "un deux|trois|||" },
	{ "numbers hang", "1. un deux trois\n", 10, "1. un deux|   trois|||" },
	{ "dashes hang", "- un deux trois\n", 9, "- un deux|  trois|||" },
	{ "blanks stay", "    un deux trois\n", 12, "    un deux|    trois|||" },
	{ "marks are not shown", PAGER_TITLE "un\n" PAGER_DIM "deux\n", 9, "un|deux|||" },
	{ "a second column hangs", PAGER_HANG "  clé               un deux trois quatre cinq\n", 40,
		"  clé               un deux trois quatre|                    cinq|||" },
	{ "a narrow one begins sooner", PAGER_HANG "  clé               un deux trois quatre\n", 24,
		"  clé       un deux|            trois quatre|||" },
	{ "or below a wide first", PAGER_HANG "  clé longue        un deux trois\n", 24,
		"  clé longue|            un deux|            trois||" },
	{ "the narrowest", PAGER_HANG "  c                 un deux\n", 10, "  c un|    deux|||" },
	{ "control characters are signs", "a\033b\n", 9, "a␛b||||" },
	{ "empty lines stay", "a\n\nb\n", 9, "a||b||" },
};

Test(pager, wraps_at_words)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct buf rows = BUF_INIT;
		struct pager pager;

		pager_init(&pager);
		pager_set(&pager, texts[i].text, false);
		pager_fit(&pager, texts[i].w, 4);
		rows_of(&rows, &pager, texts[i].w, 4);
		cr_expect_str_eq(rows.text, texts[i].rows, "%s: %s", texts[i].name, rows.text);
		buf_release(&rows);
		pager_release(&pager);
	}
}

static void open_numbers(struct pager *pager)
{
	struct buf text = BUF_INIT;

	for (int i = 0; i < 100; i++)
		buf_add_format(&text, "%sligne %d\n", i % 10 ? "" : PAGER_TITLE, i);
	pager_init(pager);
	pager_set(pager, text.text, false);
	pager_fit(pager, 20, 10);
	buf_release(&text);
}

Test(pager, stops_at_both_ends)
{
	struct pager pager;

	open_numbers(&pager);
	pager_move(&pager, MOVE_UP);
	cr_expect_eq(pager.top, 0);
	pager_move(&pager, MOVE_END);
	cr_expect_eq(pager.top, 90);
	pager_move(&pager, MOVE_DOWN);
	cr_expect_eq(pager.top, 90);
	pager_move(&pager, MOVE_PAGE_UP);
	cr_expect_eq(pager.top, 82);
	pager_release(&pager);
}

Test(pager, finds_each_match_in_turn)
{
	struct pager pager;
	int rank;

	open_numbers(&pager);
	cr_expect(pager_search(&pager, "LIGNE 7", 1));
	cr_expect_eq(pager.found, 7);
	cr_expect(pager_search(&pager, "ligne 7", 0));
	cr_expect_eq(pager.found, 7, "it is there already");
	cr_expect(pager_search(&pager, "ligne 7", 1));
	cr_expect_eq(pager.found, 17);
	cr_expect_eq(pager_matches(&pager, "ligne 7", &rank), 19);
	cr_expect_eq(rank, 2);
	cr_expect_not(pager_search(&pager, "colonne", 1));
	cr_expect_eq(pager_matches(&pager, "colonne", &rank), 0);
	cr_expect_eq(rank, 0);
	pager_release(&pager);
}

Test(pager, finds_words_that_the_width_has_parted)
{
	static const struct {
		const char *typed;
		int found, count;
	} cases[] = {
		{ "deux trois", 0, 1 },    /* two rows hold it between them */
		{ "trois", 1, 1 },         /* the row below alone is where it is */
		{ "trois quatre", -1, 0 }, /* the next line is another one */
		{ "u", 0, 2 },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct pager pager;
		int rank;

		pager_init(&pager);
		pager_set(&pager, "un deux trois\nquatre\n", false);
		pager_fit(&pager, 9, 4);
		cr_expect_eq(pager_search(&pager, cases[i].typed, 0), cases[i].found >= 0, "%s",
			cases[i].typed);
		cr_expect_eq(pager.found, cases[i].found, "%s", cases[i].typed);
		cr_expect_eq(pager_matches(&pager, cases[i].typed, &rank), cases[i].count, "%s",
			cases[i].typed);
		pager_release(&pager);
	}
}

Test(pager, jumps_from_title_to_title)
{
	struct pager pager;

	open_numbers(&pager);
	pager_jump(&pager, 1);
	cr_expect_eq(pager.top, 10);
	pager_jump(&pager, 1);
	cr_expect_eq(pager.top, 20);
	pager_jump(&pager, -1);
	cr_expect_eq(pager.top, 10);
	pager_jump(&pager, -1);
	pager_jump(&pager, -1);
	cr_expect_eq(pager.top, 0);
	pager_release(&pager);
}

Test(pager, keeps_about_its_place_at_another_width)
{
	struct pager pager;

	open_numbers(&pager);
	pager.top = 50;
	pager_fit(&pager, 6, 10);
	cr_expect_eq(pager.top, 100);
	pager_release(&pager);
}

Test(pager, of_nothing_shows_nothing)
{
	struct pager pager;

	pager_init(&pager);
	pager_set(&pager, "", false);
	pager_fit(&pager, 10, 5);
	pager_move(&pager, MOVE_END);
	pager_jump(&pager, 1);
	cr_expect_not(pager_search(&pager, "x", 1));
	cr_expect_eq(pager.top, 0);
	pager_release(&pager);
}
