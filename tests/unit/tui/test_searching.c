/* SPDX-License-Identifier: MIT */
#include "tui/searching.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/mem.h"
#include "play.h"

static const struct play_options inside = { .org_id = "demo",
	.by = "Inès",
	.has_lang = true,
	.lang = LANG_FR,
	.today = "2026-11-24",
	.w = 100,
	.h = 30 };

static struct play open_demo(void)
{
	struct play play;

	play_open(&play, &inside);
	return play;
}

/* The whole of both screens, cursor and all. */
static void expect_same(const struct buf *before, struct play *play, const char *name)
{
	struct buf after = BUF_INIT;

	play_dump(play, &after);
	cr_expect_str_eq(after.text, before->text, "%s", name);
	buf_release(&after);
}

/* Where one searches, and what is found there. */
static const struct {
	const char *name, *keys, *typed, *told;
} places[] = {
	{ "checklist", "2", "ligne", "1 trouvé" },
	{ "plan", "4", "portail", "trouvés" },
	{ "plan by week", "4 v", "portail", "trouvés" },
	{ "plan's cells", "4 v v v", "portail", "trouvés" },
	{ "guide", "5 Home", "le", "Trouvé : " },
	{ "organisations", "1", "dem", "trouvé" },
	{ "entry", "2 Enter", "le", "Trouvé : 1 sur" },
	{ "help", "2 ?", "note", "Trouvé : 1 sur" },
};

Test(searching, shows_what_is_found_as_one_types)
{
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		struct play play = open_demo();

		play_keys(&play, places[i].keys);
		play_keys(&play, "/");
		play_type(&play, places[i].typed);
		cr_expect(play_shows(&play, places[i].told), "%s", places[i].name);
		play_type(&play, "qqqq");
		cr_expect(play_shows(&play, "Rien trouvé"), "%s", places[i].name);
		play_close(&play);
	}
}

Test(searching, gives_back_what_was)
{
	for (size_t i = 0; i < ARRAY_LEN(places); i++) {
		struct play play = open_demo();
		struct buf before = BUF_INIT;

		play_keys(&play, places[i].keys);
		play_dump(&play, &before);
		play_keys(&play, "/");
		play_type(&play, places[i].typed);
		play_keys(&play, "Esc");
		expect_same(&before, &play, places[i].name);
		/* And of a search what was searched for before. */
		play_keys(&play, "/");
		play_type(&play, places[i].typed);
		play_keys(&play, "Enter Home");
		buf_clear(&before);
		play_dump(&play, &before);
		play_keys(&play, "/");
		play_type(&play, "e");
		play_keys(&play, "Backspace Esc");
		expect_same(&before, &play, places[i].name);
		buf_release(&before);
		play_close(&play);
	}
}

/* The screen is another one at each letter, and with Enter the same as with the last. */
Test(searching, looks_from_where_it_began)
{
	struct play play = open_demo();
	char selected[SESSION_ID_SIZE];

	session_select(play.app->session, "papier");
	play_keys(&play, "/");
	play_type(&play, "ligne");
	cr_expect_str_eq(play_selected(&play), "ligne");
	play_keys(&play, "Ctrl-U");
	cr_expect_str_eq(play_selected(&play), "papier");
	play_type(&play, "le");
	snprintf(selected, sizeof(selected), "%s", play_selected(&play));
	play_keys(&play, "Enter");
	cr_expect_str_eq(play_selected(&play), selected);
	play_close(&play);
}

/* "Trouvé : 2 sur 7" */
static void read_found(struct play *play, int *rank, int *count)
{
	static const char before[] = "Trouvé : ";
	struct buf dump = BUF_INIT;
	const char *at;

	play_dump(play, &dump);
	at = strstr(dump.text, before);
	*rank = *count = 0;
	if (at)
		sscanf(at + strlen(before), "%d sur %d", rank, count);
	buf_release(&dump);
}

Test(searching, goes_on_to_the_next_place)
{
	/* Where n is a note, the same search once more. */
	static const struct {
		const char *open, *next;
	} ways[] = { { "5 /", "n" }, { "2 Enter /", "/ Enter" } };

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		struct play play = open_demo();
		int rank, count, next, same;

		play_keys(&play, ways[i].open);
		play_type(&play, "le");
		play_keys(&play, "Enter");
		read_found(&play, &rank, &count);
		cr_expect_gt(count, 1, "%s", ways[i].open);
		for (int k = 0; k < count; k++) {
			play_keys(&play, ways[i].next);
			read_found(&play, &next, &same);
			cr_expect_eq(next, rank % count + 1, "%s: %d of %d, then %d of %d",
				ways[i].open, rank, count, next, same);
			cr_expect_eq(same, count);
			rank = next;
		}
		play_close(&play);
	}
}

/* A voice hears one screen, and not one for each letter. */
Test(searching, waits_for_enter_where_it_is_to_be_calm)
{
	struct play_options options = inside;
	struct play play;

	options.is_calm = true;
	play_open(&play, &options);
	play_keys(&play, "/");
	play_type(&play, "ligne");
	cr_expect(play_shows(&play, "papier"));
	play_keys(&play, "Enter");
	cr_expect_not(play_shows(&play, "papier"));
	cr_expect(play_shows(&play, "1 trouvé"));
	play_close(&play);
}
