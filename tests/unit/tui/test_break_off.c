/* SPDX-License-Identifier: MIT
 *
 * Keys that people press to get out of a question: nothing that was typed is lost. */
#include <criterion/criterion.h>

#include "play.h"

static struct play open_demo(void)
{
	return play_open_french("demo", 80, 24);
}

Test(break_off, keeps_a_note_as_a_draft_and_stays)
{
	struct play play = open_demo();

	play_keys(&play, "n");
	play_type(&play, "à moitié");
	play_keys(&play, "Ctrl-C");
	cr_expect_not(dialogue_is_open(&play.app->dialogue));
	cr_expect_not(play.app->quitting);
	cr_expect(play_shows(&play, "Gardé en brouillon"));
	play_keys(&play, "n");
	cr_expect(play_shows(&play, "à moitié"));
	play_keys(&play, "Ctrl-C Ctrl-C");
	cr_expect(play.app->quitting, "where nothing is asked it leaves");
	play_close(&play);
}

Test(break_off, keeps_a_short_answer_for_the_same_question)
{
	static const char *const keys[] = { "o", "D", "e", "s", "/" };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct play play = open_demo();

		play_keys(&play, keys[i]);
		play_type(&play, "Zoé 7");
		play_keys(&play, "Ctrl-C");
		cr_expect_not(play.app->quitting, "%s", keys[i]);
		cr_expect(play_shows(&play, "Fermé. «\u00a0Zoé 7\u00a0»"), "%s", keys[i]);
		play_keys(&play, keys[i]);
		cr_expect(play_shows(&play, "Zoé 7"), "%s", keys[i]);
		play_keys(&play, "Esc");
		play_keys(&play, keys[i]);
		cr_expect_not(play_shows(&play, "Zoé 7"), "%s: Esc gave it up", keys[i]);
		play_close(&play);
	}
}

Test(break_off, closes_what_offers_choices)
{
	static const char *const keys[] = { "f", "A", "4 V" };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct play play = open_demo();

		play_keys(&play, keys[i]);
		cr_assert(dialogue_is_open(&play.app->dialogue), "%s", keys[i]);
		play_keys(&play, "Ctrl-C");
		cr_expect_not(dialogue_is_open(&play.app->dialogue), "%s", keys[i]);
		cr_expect_not(play.app->quitting, "%s", keys[i]);
		cr_expect(play_shows(&play, "rien n’est changé"), "%s", keys[i]);
		play_close(&play);
	}
}

Test(break_off, throws_a_text_away_and_brings_it_back)
{
	static const char *const ways[] = { "Ctrl-X", "Ctrl-_" };

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		struct play play = open_demo();

		play_keys(&play, "n");
		play_type(&play, "Rappeler la mairie");
		play_keys(&play, "Ctrl-X");
		cr_expect(play_shows(&play, "Texte jeté"));
		cr_expect_not(play_shows(&play, "Rappeler la mairie"));
		play_keys(&play, ways[i]);
		cr_expect(play_shows(&play, "Rappeler la mairie"), "%s", ways[i]);
		cr_expect_not(play_shows(&play, "Texte jeté"), "%s", ways[i]);
		play_keys(&play, "Ctrl-X Esc n");
		cr_expect_not(play_shows(&play, "Rappeler la mairie"), "%s", ways[i]);
		play_close(&play);
	}
}
