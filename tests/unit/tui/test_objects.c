/* SPDX-License-Identifier: MIT
 *
 * What an organisation has of its own is put right and taken away, on the screen. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "play.h"

/* The file without what every save changes. */
static void add_content(const struct play *play, struct buf *out)
{
	struct buf file = BUF_INIT;

	play_read(play, "demo.json", &file);
	for (const char *line = file.text; *line;) {
		size_t len = strcspn(line, "\n");

		if (!strstr(line, "\"revision\"") || strstr(line, "\"revision\"") > line + len)
			if (!strstr(line, "\"modified\"") ||
				strstr(line, "\"modified\"") > line + len)
				buf_add_format(out, "%.*s\n", (int)len, line);
		line += len + (line[len] == '\n');
	}
	buf_release(&file);
}

static bool file_holds(const struct play *play, const char *text)
{
	struct buf file = BUF_INIT;
	bool holds;

	play_read(play, "demo.json", &file);
	holds = strstr(file.text, text) != NULL;
	buf_release(&file);
	return holds;
}

/* To the title of a service, which is above its first entry; to a row of the team. */
static const struct {
	const char *name, *entry, *keys, *holds, *said;
	bool goes; /* what it holds is gone from the file then */
} cases[] = {
	{ "an action is retitled", "a2", "r Ctrl-U S a l l e Enter", "\"title\": \"Salle\"",
		"Salle", false },
	{ "an action is removed", "a2", "Delete", "\"id\": \"a2\"", "Retiré : Réserver la salle",
		true },
	{ "a service is renamed", "apport@portail", "Up r Ctrl-U S i t e Enter",
		"\"name\": \"Site\"", "Site", false },
	{ "a service is removed", "apport@portail", "Up Delete Enter", "\"id\": \"portail\"",
		"Retiré : Portail usagers", true },
	{ "a member is renamed", "a2", "m Down Down r Ctrl-U M a r c o Enter",
		"\"owner\": \"Marco\"", "3 actions le suivent", false },
	{ "a member is removed", "a2", "m Down Down Delete Enter", "\"name\": \"Marc\"",
		"Retiré : Marc", true },
	{ "a member is added", "a2", "m a L é o Enter 0 , 5 Enter", "\"name\": \"Léo\",",
		"½ j/sem.", false },
	{ "the team has more time", "a2", "m Enter 4 Enter", "\"capacity\": 4", "4 j/sem.", false },
	{ "the organisation is renamed", "a2", "m r Ctrl-U C o o p Enter", "\"name\": \"Coop\"",
		"Coop", false },
	{ "one action requires another", "a2", "R m i s s i o n Enter", "\"requires\": [\n",
		"Demande d’abord : Appeler la mission", false },
	{ "an item requires an action", "papier", "R m i s s i o n Enter", "\"requires\": [\n",
		"Demande d’abord : Appeler la mission", false },
	{ "the second that is found", "a2", "R q u i Down Enter", "exclus@prise-de-rendez-vous\"\n",
		"Demande d’abord : Qui ne", false },
	{ "an action goes under another item", "a2", "M g a r d e r Enter", "\"item\": \"papier\"",
		"Réserver la salle", false },
	{ "an action goes under none", "a1", "M Enter", "\"item\": \"exclus@portail\"",
		"Appeler la mission", true },
	{ "a note is put right", "exclus@portail", "N Enter End ! Enter", "mission locale.!", "2✎",
		false },
	{ "a note is taken back", "exclus@portail", "N Delete", "Demander les chiffres",
		"Note reprise", true },
	{ "a note of nothing is taken back", "exclus@portail", "N Enter Ctrl-U Enter",
		"Demander les chiffres", "Note reprise", true },
};

Test(objects, are_put_right_and_taken_away_and_come_back)
{
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct play play = play_open_french("demo", 80, 24);
		struct buf before = BUF_INIT, after = BUF_INIT;

		/* A save first: the file as jalon writes it. */
		play_keys(&play, "p u");
		add_content(&play, &before);
		session_select(play.app->session, cases[i].entry);
		play_keys(&play, cases[i].keys);
		cr_expect_neq(file_holds(&play, cases[i].holds), cases[i].goes, "%s: the file",
			cases[i].name);
		cr_expect(play_shows(&play, cases[i].said), "%s: the screen", cases[i].name);
		/* A member who is added is two changes: the name, then the time. */
		play_keys(&play, strstr(cases[i].name, "added") ? "u u" : "u");
		add_content(&play, &after);
		cr_expect_str_eq(after.text, before.text, "%s: undone", cases[i].name);
		buf_release(&before);
		buf_release(&after);
		play_close(&play);
	}
}

Test(objects, of_the_guide_stay_as_they_are)
{
	static const struct {
		const char *name, *entry, *keys, *said;
	} stays[] = {
		{ "no title of an item", "papier", "r", "celui du guide" },
		{ "no item", "papier", "Delete", "x." },
		{ "no title of a section", "papier", "Home r", "Choisissez une action à vous" },
		{ "no section", "papier", "Home Delete", "Choisissez une action à vous" },
		{ "not the team", "papier", "m Delete", "L’équipe reste" },
	};

	for (size_t i = 0; i < ARRAY_LEN(stays); i++) {
		struct play play = play_open_french("demo", 80, 24);
		struct buf before = BUF_INIT, after = BUF_INIT;

		add_content(&play, &before);
		session_select(play.app->session, stays[i].entry);
		play_keys(&play, stays[i].keys);
		cr_expect(play_shows(&play, stays[i].said), "%s", stays[i].name);
		cr_expect_eq(play.app->dialogue.form, FORM_NONE, "%s", stays[i].name);
		add_content(&play, &after);
		cr_expect_str_eq(after.text, before.text, "%s", stays[i].name);
		buf_release(&before);
		buf_release(&after);
		play_close(&play);
	}
}

Test(objects, meet_a_conflict_where_somebody_was_faster)
{
	static const struct {
		const char *name, *entry, *mine, *theirs, *end, *answer, *holds;
	} both[] = {
		{ "a title, mine", "a2", "r Ctrl-U M o i", "r Ctrl-U P a u l Enter", "Enter",
			"Down Enter", "\"title\": \"Moi\"" },
		{ "a title, theirs", "a2", "r Ctrl-U M o i", "r Ctrl-U P a u l Enter", "Enter",
			"Enter", "\"title\": \"Paul\"" },
		{ "a name, another", "a2", "m Down Down r Ctrl-U M o i",
			"m Down Down r Ctrl-U P a u l Enter", "Esc", "", "\"name\": \"Paul\"" },
		{ "a capacity, mine", "a2", "m Enter 4", "m Enter 5 Enter", "Enter", "Down Enter",
			"\"capacity\": 4" },
	};

	for (size_t i = 0; i < ARRAY_LEN(both); i++) {
		struct play play = play_open_french("demo", 80, 24);

		session_select(play.app->session, both[i].entry);
		play_keys(&play, both[i].mine);
		play_leave_at(&play, "Paul", both[i].entry);
		play_others_keys(&play, "Paul", both[i].theirs);
		play_keys(&play, both[i].end);
		play_keys(&play, both[i].answer);
		cr_expect(file_holds(&play, both[i].holds), "%s", both[i].name);
		play_close(&play);
	}
}

/* Undo goes where it is seen, and that may be here. */
Test(objects, of_the_team_come_back_before_the_eyes)
{
	static const char *const keys[] = { "m Down Down r Ctrl-U M a r c o Enter u",
		"m Down Down Delete Enter u", "m Enter 4 Enter u" };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct play play = play_open_french("demo", 80, 24);

		play_keys(&play, keys[i]);
		cr_expect_eq(play.app->view, VIEW_TEAM, "%s", keys[i]);
		cr_expect(play_shows(&play, "Marc "), "%s", keys[i]);
		play_keys(&play, "Esc d m u");
		cr_expect_eq(play.app->view, VIEW_CHECKLIST, "%s: a tick is seen there", keys[i]);
		play_close(&play);
	}
}

/* What was told before is what goes: more is asked about again. */
Test(objects, are_not_removed_with_more_than_was_told)
{
	struct play play = play_open_french("demo", 80, 24);

	session_select(play.app->session, "apport@portail");
	play_keys(&play, "Up Delete");
	play_leave_at(&play, "Paul", "apport@portail");
	play_others_keys(&play, "Paul", "n v u Enter");
	app_wake(play.app);
	play_keys(&play, "Enter");
	cr_expect(file_holds(&play, "\"id\": \"portail\""), "asked once more");
	cr_expect_eq(play.app->dialogue.form, FORM_REMOVE);
	play_keys(&play, "Enter");
	cr_expect_not(file_holds(&play, "\"id\": \"portail\""));
	play_close(&play);
}

Test(objects, are_kept_where_one_says_so)
{
	static const char *const answers[] = { "Esc", "Down Enter", "2 Enter" };

	for (size_t i = 0; i < ARRAY_LEN(answers); i++) {
		struct play play = play_open_french("demo", 80, 24);

		session_select(play.app->session, "apport@portail");
		play_keys(&play, "Up Delete");
		cr_expect(play_shows(&play, "Partent aussi"), "%s", answers[i]);
		play_keys(&play, answers[i]);
		cr_expect(file_holds(&play, "\"id\": \"portail\""), "%s", answers[i]);
		play_close(&play);
	}
}

/* From the plan one comes back to the plan. */
Test(objects, of_the_team_are_seen_from_anywhere)
{
	for (int view = VIEW_CHECKLIST; view < VIEW_TEAM; view++) {
		struct play play = play_open_french("demo", 80, 24);

		play_show_view(&play, (enum view)view);
		play_keys(&play, "m");
		cr_expect_eq(play.app->view, VIEW_TEAM, "%d", view);
		play_keys(&play, "Esc");
		cr_expect_eq((int)play.app->view, view, "%d", view);
		play_keys(&play, "m q");
		cr_expect_eq((int)play.app->view, view, "%d: q", view);
		play_close(&play);
	}
}

/* Another question finds nothing, or what may not be. */
Test(objects, refuse_what_cannot_be_with_what_to_do)
{
	static const struct {
		const char *name, *entry, *keys, *said;
	} refused[] = {
		{ "nothing is found", "a2", "R z z z Enter", "Rien de tel" },
		{ "a circle", "a1", "R s a l l e Enter End R m i s s i o n Enter", "en rond" },
		{ "a circle, by its titles", "a1", "R s a l l e Enter End R m i s s i o n Enter",
			"Appeler la mission" },
		{ "what nobody required", "a2", "R m i s s i o n Delete", "pas demandé" },
		{ "somebody else's note", "exclus@portail", "N Down Enter", "quelqu’un d’autre" },
		{ "taking it back", "exclus@portail", "N Down Delete", "quelqu’un d’autre" },
		{ "no note", "papier", "N", "Pas encore de note" },
		{ "moving an item", "papier", "M", "Seule une action" },
		{ "no name", "a2", "r Ctrl-U Enter", "texte" },
		{ "somebody's name", "a2", "m a M a r c Enter", "déjà celui" },
	};

	for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
		struct play play = play_open_french("demo", 120, 40);

		session_select(play.app->session, refused[i].entry);
		play_keys(&play, refused[i].keys);
		cr_expect(play_shows(&play, refused[i].said), "%s", refused[i].name);
		play_close(&play);
	}
}

Test(objects, that_are_required_can_be_required_no_more)
{
	static const char *const ways[] = { "R Delete", "R Enter", "R m i s s Enter" };

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		struct play play = play_open_french("demo", 80, 24);

		session_select(play.app->session, "a2");
		play_keys(&play, "R m i s s i o n Enter");
		cr_expect(file_holds(&play, "\"requires\": [\n"));
		play_keys(&play, ways[i]);
		cr_expect_not(file_holds(&play, "\"requires\": [\n"), "%s", ways[i]);
		play_close(&play);
	}
}

/* A note begun anew waits for that note alone. */
Test(objects, that_are_notes_keep_a_draft_each)
{
	struct play play = play_open_french("demo", 80, 24);

	session_select(play.app->session, "exclus@portail");
	play_keys(&play, "n d e u x Enter N Enter Ctrl-U D E U X Esc");
	cr_expect(play_shows(&play, "N le reprend"));
	play_keys(&play, "N Down Enter");
	cr_expect_not(play_shows(&play, "DEUX"), "another note");
	play_keys(&play, "Esc N Enter");
	cr_expect(play_shows(&play, "DEUX"), "the same one");
	play_keys(&play, "Enter");
	cr_expect(file_holds(&play, "DEUX"));
	play_close(&play);
}

Test(objects, of_one_name_are_asked_about)
{
	static const struct {
		const char *name, *keys;
		bool makes;
	} answers[] = {
		{ "the one that is there", "Enter", false },
		{ "another one", "Down Enter", true },
		{ "neither", "Esc Esc", false },
	};

	for (size_t i = 0; i < ARRAY_LEN(answers); i++) {
		struct play play = play_open_french("demo", 80, 24);
		struct buf file = BUF_INIT;
		char path[128];

		play_show_view(&play, VIEW_ORGANISATIONS);
		play_keys(&play, "n");
		play_type(&play, "COOPÉRATIVE Démo");
		play_keys(&play, "Enter");
		cr_expect(play_shows(&play, "a déjà ce nom"), "%s", answers[i].name);
		play_keys(&play, answers[i].keys);
		snprintf(path, sizeof(path), "%s/cooperative-demo.json", play.folder);
		cr_expect_eq(file_text(path, &file), answers[i].makes, "%s", answers[i].name);
		buf_release(&file);
		play_close(&play);
	}
}

Test(objects, in_the_list_of_organisations_get_another_name)
{
	struct play play = play_open_french("demo", 80, 24);

	play_show_view(&play, VIEW_ORGANISATIONS);
	play_keys(&play, "r Ctrl-U C o o p Enter");
	cr_expect(file_holds(&play, "\"name\": \"Coop\""));
	cr_expect(play_shows(&play, "Coop "));
	cr_expect_eq(play.app->view, VIEW_ORGANISATIONS, "one stays where one is");
	play_keys(&play, "u");
	cr_expect(file_holds(&play, "Coopérative Démo"));
	play_keys(&play, "Down r Ctrl-U V i d e Enter u");
	cr_expect_str_eq(play.app->session->org_id, "vide");
	play_keys(&play, "Up u");
	cr_expect(play_shows(&play, "Ouvrez-la"), "not what one does not see");
	play_close(&play);
}

/* Removing what one is at leaves one beside it. */
Test(objects, that_go_leave_one_beside_them)
{
	struct play play = play_open_french("demo", 80, 24);

	session_select(play.app->session, "a1");
	play_keys(&play, "Delete");
	cr_expect_str_eq(play.app->session->entry, "autrement@portail");
	session_select(play.app->session, "a2");
	play_keys(&play, "Delete");
	cr_expect_str_eq(play.app->session->entry, "papier", "the last");
	play_close(&play);
}

Test(objects, that_are_organisations_go_where_they_come_back_from)
{
	static const char *const orders[] = { "1 Delete", "1 Down Delete" };

	for (size_t i = 0; i < ARRAY_LEN(orders); i++) {
		struct play play = play_open_french("demo", 80, 24);

		play_keys(&play, orders[i]);
		cr_expect(play_shows(&play, "avec son historique"), "%s", orders[i]);
		play_keys(&play, "Enter");
		cr_expect(play_shows(&play, "2 organisations"), "%s: it is kept", orders[i]);
		play_keys(&play, "Delete Up Enter");
		cr_expect(play_shows(&play, "Pour la ramener"), "%s", orders[i]);
		cr_expect(play_shows(&play, "mv "), "%s: the way back", orders[i]);
		cr_expect_eq(play.app->session->org == NULL, i == 0,
			"%s: open is what is there still", orders[i]);
		play_keys(&play, "Esc");
		cr_expect(play_shows(&play, "1 organisation"), "%s", orders[i]);
		play_keys(&play, "2");
		cr_expect_eq(play_shows(&play, "Ouvrez d’abord"), i == 0, "%s", orders[i]);
		play_close(&play);
	}
}
