/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "jalon/base/date.h"
#include "play.h"

Test(due, asks_once_about_a_date_gone_by)
{
	struct play play = play_open_french("demo", 80, 24);
	int past, day;

	date_parse("2026-03-12", &past);
	day = session_entry(play.app->session)->due_day;
	play_keys(&play, "D");
	play_type(&play, "12/03/2026");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "déjà passée"));
	cr_expect(play_shows(&play, "jeudi 12 mars 2026"));
	cr_expect_eq(session_entry(play.app->session)->due_day, day, "nothing is saved yet");
	play_keys(&play, "Backspace");
	play_type(&play, "6");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "déjà passée"), "what is typed anew is asked about anew");
	play_keys(&play, "Enter");
	cr_expect_eq(session_entry(play.app->session)->due_day, past);
	play_keys(&play, "D Enter");
	cr_expect_not(dialogue_is_open(&play.app->dialogue), "it stands already");
	play_close(&play);
}

Test(due, says_that_a_day_does_not_exist)
{
	struct play play = play_open_french("demo", 80, 24);

	play_keys(&play, "D");
	play_type(&play, "31/02");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "n’existe pas"));
	cr_expect_not(play_shows(&play, "n’est pas comprise"));
	play_keys(&play, "Ctrl-U");
	play_type(&play, "Fin janvier");
	play_keys(&play, "Enter");
	cr_expect_not(dialogue_is_open(&play.app->dialogue));
	cr_expect(play_shows(&play, "31 janv."));
	play_close(&play);
}
