/* SPDX-License-Identifier: MIT
 *
 * Several people on one organisation, as one of them sees it. */
#include <criterion/criterion.h>
#include <string.h>

#include "play.h"

static bool file_holds(const struct play *play, const char *text)
{
	struct buf file = BUF_INIT;
	bool holds;

	play_read(play, "demo.json", &file);
	holds = strstr(file.text, text) != NULL;
	buf_release(&file);
	return holds;
}

/* What Inès answers to, after Marc was there: an owner, a status, an impact, an undo. */
Test(together, lets_one_choose_theirs_mine_or_a_third)
{
	static const struct {
		const char *name, *mine, *theirs, *end, *answer, *holds;
	} cases[] = {
		{ "theirs", "o M o i", "o P a u l Enter", "Enter", "Enter", "\"owner\": \"Paul\"" },
		{ "Esc is theirs", "o M o i", "o P a u l Enter", "Enter", "Esc",
			"\"owner\": \"Paul\"" },
		{ "mine", "o M o i", "o P a u l Enter", "Enter", "Down Enter",
			"\"owner\": \"Moi\"" },
		{ "a digit only moves to it", "o M o i", "o P a u l Enter", "Enter", "2 Up Enter",
			"\"owner\": \"Paul\"" },
		{ "a third", "o M o i", "o P a u l Enter", "Enter", "3 Enter End t Enter",
			"\"owner\": \"Moit\"" },
		{ "a third in the place of mine", "o M o i", "o P a u l Enter", "Enter",
			"3 Enter L é o Enter", "\"owner\": \"Léo\"" },
		{ "back from the third", "o M o i", "o P a u l Enter", "Enter",
			"3 Enter t Esc 2 Enter", "\"owner\": \"Moi\"" },
		{ "a third that is wrong first", "D + 2 s", "D + 3 s Enter", "Enter",
			"3 Enter Ctrl-U z Enter Ctrl-U + 4 s Enter", "\"due\": \"2026-12-22\"" },
		{ "the undo is not done", "o M o i Enter", "o Ctrl-U P a u l Enter", "u", "Enter",
			"\"owner\": \"Paul\"" },
		{ "the undo all the same", "o A n n a Enter o Ctrl-U M o i Enter",
			"o Ctrl-U P a u l Enter", "u", "Down Enter", "\"owner\": \"Anna\"" },
		{ "neither, of a status", "Space", "d", "u", "3 Enter", "\"status\": \"done\"" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct play play = play_open_french("demo", 120, 40);

		session_select(play.app->session, "papier");
		play_keys(&play, cases[i].mine);
		play_leave_at(&play, "Paul", "papier");
		play_others_keys(&play, "Paul", cases[i].theirs);
		play_keys(&play, cases[i].end);
		cr_expect(
			play_shows(&play, "Paul, à l’instant"), "%s: who and when", cases[i].name);
		play_keys(&play, cases[i].answer);
		cr_expect(file_holds(&play, cases[i].holds), "%s", cases[i].name);
		play_close(&play);
	}
}

Test(together, never_takes_back_what_somebody_took_back_already)
{
	struct play play = play_open_french("demo", 120, 40);

	session_select(play.app->session, "papier");
	play_keys(&play, "t d");
	play_leave_at(&play, "Paul", "papier");
	play_others_keys(&play, "Paul", "d");
	play_keys(&play, "u");
	cr_expect(play_shows(&play, "Paul y a déjà remis « à faire »"));
	play_close(&play);
}

Test(together, puts_an_undo_through_with_all_that_it_takes_back)
{
	struct play play = play_open_french("demo", 120, 40);

	/* Reason and status are one change of Inès's; Paul gives another reason. */
	session_select(play.app->session, "papier");
	play_keys(&play, "x t r o p Enter Esc");
	play_leave_at(&play, "Paul", "papier");
	play_others_keys(&play, "Paul", "d x Ctrl-U r i e n Enter Esc");
	play_keys(&play, "u");
	cr_expect(play_shows(&play, "Annuler quand même"));
	play_keys(&play, "Down Enter");
	cr_expect_not(file_holds(&play, "\"reason\": \"rien\""));
	cr_expect_not(file_holds(&play, "\"reason\": \"trop\""));
	play_close(&play);
}

Test(together, marks_what_others_changed_until_it_was_seen)
{
	struct play play = play_open_french("demo", 120, 40);

	session_select(play.app->session, "recenser");
	play_leave_at(&play, "Paul", "papier");
	play_others_keys(&play, "Paul", "d");
	app_wake(play.app);
	cr_expect(play_shows(&play, "● Paul"));
	cr_expect_str_eq(play.app->session->entry, "recenser", "nobody is moved");
	play_keys(&play, "Down Up");
	cr_expect(play_shows(&play, "● Paul"), "not seen from near yet");
	session_select(play.app->session, "papier");
	play_keys(&play, "Up");
	cr_expect_not(play_shows(&play, "● Paul"));
	play_close(&play);
}

Test(together, counts_people_and_follows_them)
{
	struct play play = play_open_french("demo", 120, 40);

	cr_expect_not(play_shows(&play, " ici"), "alone");
	play_join(&play, "Groupe A", "papier", "Up Down");
	play_join(&play, "Inès", "lieu", "Up Down");
	cr_expect(play_shows(&play, "2 ici : Groupe A, vous ×2"));
	cr_expect(play_shows(&play, "◂ Groupe A"));
	play_join(&play, "Groupe A", "papier", "n é");
	cr_expect(play_shows(&play, "Groupe A ×2"));
	cr_expect(play_shows(&play, "✎ Groupe A…"));
	app_free(play.guests[--play.guest_count]);
	app_free(play.guests[--play.guest_count]);
	app_free(play.guests[--play.guest_count]);
	app_wake(play.app);
	cr_expect_not(play_shows(&play, " ici"), "alone again");
	play_close(&play);
}

Test(together, keeps_what_was_typed_until_it_is_saved_or_thrown_away)
{
	static const struct {
		const char *name, *keys;
		bool waits;
	} cases[] = {
		{ "Esc", "n m o t Esc", true },
		{ "nothing typed", "n Esc", false },
		{ "emptied", "n m Backspace Esc", false },
		{ "saved", "n m o t Enter", false },
		{ "thrown away", "n m o t Ctrl-X Esc", false },
		{ "resumed and saved", "n m o t Esc n Enter", false },
		{ "resumed and left", "n m o t Esc n Esc", true },
		{ "resumed and thrown away", "n m o t Esc n Ctrl-X Esc", false },
		{ "a reason", "x m o t Esc", true },
		{ "a reason that is there already", "x m o t Enter Esc x Esc", false },
		{ "an action", "a m o t Esc", true },
		{ "a date is not a text", "D d e m a i n Esc", false },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct play play = play_open_french("demo", 120, 40);

		session_select(play.app->session, "papier");
		play_keys(&play, cases[i].keys);
		cr_expect_eq(play_shows(&play, "✎ brouillon"), cases[i].waits, "%s", cases[i].name);
		play_close(&play);
	}
}

/* The line drops: the app goes without a key. */
Test(together, offers_a_draft_again_where_it_was_begun)
{
	struct play play = play_open_french("demo", 120, 40);
	struct app *dropped;

	play_join(&play, "Marc", "papier", "n p a s Space f i n i");
	dropped = play.guests[--play.guest_count];
	app_free(dropped);
	play_join(&play, "Marc", NULL, "?");
	dropped = play.app;
	play.app = play.guests[0];
	play_keys(&play, "Esc");
	cr_expect_str_eq(play.app->session->entry, "papier");
	play_keys(&play, "n");
	cr_expect(play_shows(&play, "pas fini"));
	play_keys(&play, "Enter");
	cr_expect(file_holds(&play, "pas fini"));
	play.app = dropped;
	play_close(&play);
}

/* Killed in the middle of a word, an app has no time to say where it was. */
Test(together, opens_where_the_writing_was_cut_off_and_else_where_one_left)
{
	struct play play = play_open_french("demo", 120, 40);
	struct kept_place place;

	play_join(&play, "Marc", "lieu", "");
	session_select(play.guests[0]->session, "papier");
	app_key(play.guests[0], (struct key){ .code = 'n' });
	place = store_read_place(play.store, play.app->session->arena, "demo", "Marc");
	cr_expect_str_eq(place.entry, "papier");
	app_key(play.guests[0], (struct key){ .code = 'm' });
	play_join(&play, "Marc", "lieu", "");
	cr_expect_str_eq(play.guests[1]->session->entry, "lieu");
	play_close(&play);
}

Test(together, takes_a_text_to_another_entry_when_its_own_is_gone)
{
	struct play play = play_open_french("demo", 120, 40);

	session_select(play.app->session, "papier");
	play_keys(&play, "a s u i t e Enter");
	play_leave_at(&play, "Marc", play.app->session->entry);
	play_join(&play, "Marc", play.app->session->entry, "n p e r d u e");
	play_keys(&play, "u");
	app_wake(play.guests[0]);
	app_key(play.guests[0], (struct key){ .code = KEY_ENTER_CODE });
	cr_expect_not(file_holds(&play, "perdue"));
	app_free(play.guests[--play.guest_count]);
	play_join(&play, "Marc", "lieu", "n");
	play.app = (play.guests[1] = play.app, play.guests[0]);
	cr_expect(play_shows(&play, "Ctrl-R reprend"));
	play_keys(&play, "Ctrl-R");
	cr_expect(play_shows(&play, "perdue"));
	play_keys(&play, "! Enter");
	cr_expect(file_holds(&play, "perdue!"));
	cr_expect_not(play_shows(&play, "✎ brouillon"));
	play.app = play.guests[1];
	play_close(&play);
}

Test(together, keeps_a_text_while_the_file_is_not_valid)
{
	struct play play = play_open_french("demo", 120, 40);
	struct buf good = BUF_INIT;

	play_read(&play, "demo.json", &good);
	session_select(play.app->session, "papier");
	play_keys(&play, "n m o t");
	play_write(&play, "demo.json", "{");
	app_wake(play.app);
	play_keys(&play, "Enter Esc");
	play_write(&play, "demo.json", good.text);
	app_wake(play.app);
	session_select(play.app->session, "papier");
	play_keys(&play, "n Enter");
	cr_expect(file_holds(&play, "\"text\": \"mot\""));
	buf_release(&good);
	play_close(&play);
}

Test(together, says_when_a_draft_cannot_be_kept)
{
	struct play play = play_open_french("demo", 120, 40);

	play_write(&play, ".drafts", "in the way");
	session_select(play.app->session, "papier");
	play_keys(&play, "n");
	cr_expect(play_shows(&play, "Échap garde"));
	play_keys(&play, "m o t");
	cr_expect(play_shows(&play, "Aucun brouillon n’est gardé ici"), "while one types");
	cr_expect_not(play_shows(&play, "Échap garde"));
	play_keys(&play, "Esc");
	cr_expect(play_shows(&play, "Impossible de garder un brouillon"));
	cr_expect(play_shows(&play, "mot"));
	play_keys(&play, "Esc");
	cr_expect_not(play_shows(&play, "Impossible"));
	play_close(&play);
}
