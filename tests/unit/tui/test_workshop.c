/* SPDX-License-Identifier: MIT */
#include "jalon/session/limits.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "jalon/text/errors.h"
#include "jalon/session/organisations.h"
#include "play.h"

static struct play open_workshop(const char *org_id, bool asks_author)
{
	const struct play_options options = { .org_id = org_id,
		.by = "root",
		.has_lang = true,
		.lang = LANG_EN,
		.today = "2026-11-24",
		.w = 100,
		.h = 30,
		.is_restricted = true,
		.asks_author = asks_author };
	struct play play;

	play_open(&play, &options);
	return play;
}

static bool file_holds(const struct play *play, const char *name, const char *text)
{
	struct buf file = BUF_INIT;
	bool holds;

	play_read(play, name, &file);
	holds = strstr(file.text, text) != NULL;
	buf_release(&file);
	return holds;
}

static const struct {
	const char *typed, *kept; /* kept NULL: asked again */
} names[] = {
	{ "Groupe bleu", "Groupe bleu" },
	{ "  Inès  ", "Inès" },
	{ "../../etc/passwd", "../../etc/passwd" },
	{ "x\u202ey", "x<U+202E>y" },
	{ "", NULL },
	{ "   ", NULL },
	{ "\u00a0", NULL },
	{ " \u202f\u2007 ", NULL },
	{ "\u3000\u2028", NULL },
};

Test(workshop, asks_who_one_is_and_signs_with_it)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct play play = open_workshop("demo", true);

		cr_expect(play_shows(&play, "Who are you?"), "%s", names[i].typed);
		cr_expect_not(play_shows(&play, "Coopérative"), "nothing is shown before");
		if (names[i].typed[0])
			app_paste(play.app, names[i].typed, strlen(names[i].typed));
		play_keys(&play, "Enter");
		if (!names[i].kept) {
			cr_expect(play_shows(&play, "Who are you?"), "%s", names[i].typed);
		} else {
			cr_expect_str_eq(play.app->session->options.author, names[i].kept);
			play_keys(&play, "Space");
			cr_expect(file_holds(&play, "demo.history.jsonl", names[i].kept), "%s",
				names[i].kept);
		}
		play_close(&play);
	}
}

Test(workshop, lets_nobody_in_without_a_name)
{
	struct play play = open_workshop("demo", true);

	play_keys(&play, "Esc");
	cr_expect(play.app->quitting);
	cr_expect_null(play.app->session->org);
	play_close(&play);
}

Test(workshop, shortens_a_name_and_says_so)
{
	struct play play = open_workshop("demo", true);

	for (int i = 0; i < 20; i++)
		play_type(&play, "éééééééééé");
	cr_expect(play_shows(&play, "the first 30 characters are kept"));
	play_keys(&play, "Enter");
	cr_expect_eq(strlen(play.app->session->options.author), LIMITS_NAME_MAX);
	play_close(&play);
}

Test(workshop, stays_on_its_organisation)
{
	struct play play = open_workshop("demo", false);

	play_keys(&play, "1");
	cr_expect(play_shows(&play, "stays on this organisation"));
	cr_expect_eq(play.app->view, VIEW_CHECKLIST);
	cr_expect_not(play_shows(&play, "1 Organisations"));
	play_keys(&play, "Shift-Tab");
	cr_expect_eq(play.app->view, VIEW_HISTORY, "past the organisations");
	play_keys(&play, "Tab");
	cr_expect_eq(play.app->view, VIEW_CHECKLIST);
	play_close(&play);
}

/* It went away while somebody was saying who they are. */
Test(workshop, tells_nothing_of_others_where_its_own_is_gone)
{
	struct play play = open_workshop("demo", true);
	struct buf path = BUF_INIT;
	struct err err = ERR_INIT;

	buf_add_format(&path, "%s/demo.json", play.folder);
	cr_assert_eq(remove(path.text), 0);
	play_type(&play, "Bleus");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "no such organisation"));
	cr_expect_not(play_shows(&play, "Mairie"), "no list");
	play_keys(&play, "Enter Down Enter");
	cr_expect_null(play.app->session->org);
	play_keys(&play, "n");
	play_type(&play, "Une autre");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "one organisation only"));
	cr_expect_null(session_create(play.app->session, "Une autre", &err));
	cr_expect_not(session_open(play.app->session, "vide"));
	buf_release(&path);
	play_close(&play);
}

Test(workshop, gives_names_without_letters_an_id_each)
{
	struct play play = open_workshop(NULL, false);
	struct session *session = play.app->session;
	struct err err = ERR_INIT;

	cr_expect_str_eq(session_create(session, "日本", &err), "organisation");
	cr_expect_str_eq(session_create(session, "中国", &err), "organisation-2");
	cr_expect_str_eq(session_create(session, "!?", &err), "organisation-3");
	cr_expect_null(session_create(session, "中国", &err), "that one is there");
	cr_expect_eq(err.message, MSG_ORGANISATION_EXISTS);
	play_close(&play);
}

Test(workshop, makes_no_organisation_that_no_command_could_open)
{
	static const char *const commands[] = { "plan", "list" };
	static const char *const typed[] = { "Plan", "  LIST! ", "Le plan" };
	struct play play = open_workshop(NULL, false);
	struct session *session = play.app->session;

	session->options.reserved_ids = (struct string_list){ commands, ARRAY_LEN(commands) };
	for (size_t i = 0; i < ARRAY_LEN(typed); i++) {
		struct err err = ERR_INIT;
		bool made = session_create(session, typed[i], &err) != NULL;

		cr_expect_eq(made, i == 2, "%s", typed[i]);
		cr_expect(
			made || err.message == MSG_ID_IS_COMMAND, "%s: %d", typed[i], err.message);
	}
	play_close(&play);
}

Test(workshop, bounds_what_follows_an_offered_name)
{
	struct play play = open_workshop("demo", false);
	static char long_text[2 * LIMITS_LINE_MAX];

	memset(long_text, 'a', sizeof(long_text));
	play_keys(&play, "o Tab");
	app_paste(play.app, long_text, sizeof(long_text));
	cr_expect_eq(play.app->dialogue.edit.text.len, LIMITS_LINE_MAX);
	play_close(&play);
}

Test(workshop, chooses_among_all_where_none_was_chosen_for_it)
{
	struct play play = open_workshop(NULL, true);

	play_type(&play, "Bleus");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "1 Organisations"));
	cr_expect(play_shows(&play, "Mairie"), "the list is there");
	play_close(&play);
}

static bool draft_holds(const struct play *play, const char *text)
{
	struct arena *arena = arena_new();
	struct draft_text drafts[DRAFTS_MAX];
	size_t count = draft_list(play->store, arena, "demo", "root", drafts);
	bool holds = count == 1 && strcmp(drafts[0].text, text) == 0;

	arena_free(arena);
	return holds;
}

/* The line of a session drops, and another one gives the same name. */
Test(workshop, leaves_a_text_that_another_session_began)
{
	static const char *const ways[] = { "Ctrl-X", "! ! Ctrl-X", "Ctrl-U Esc", "Esc" };
	struct play play = open_workshop("demo", false);

	play_join(&play, "root", "papier", "n h a l f");
	app_free(play.guests[--play.guest_count]);
	session_select(play.app->session, "papier");
	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		cr_expect(draft_holds(&play, "half"), "before %s", ways[i]);
		play_keys(&play, "n");
		cr_expect(play_shows(&play, "half"), "%s", ways[i]);
		cr_expect(play_shows(&play, "begun by “root”"), "%s", ways[i]);
		play_keys(&play, ways[i]);
		cr_expect_eq(play_shows(&play, "begun in another connection"),
			strstr(ways[i], "Ctrl-X") != NULL, "%s", ways[i]);
		cr_expect(draft_holds(&play, "half"), "after %s", ways[i]);
	}
	play_keys(&play, "n ! Enter");
	cr_expect(file_holds(&play, "demo.json", "half!"), "who goes on with it saves it");
	cr_expect_not(draft_holds(&play, "half"));
	play_close(&play);
}

Test(workshop, throws_away_what_it_began_itself)
{
	struct play play = open_workshop("demo", false);

	session_select(play.app->session, "papier");
	play_keys(&play, "n m i n e Esc");
	cr_expect(draft_holds(&play, "mine"));
	play_keys(&play, "n");
	cr_expect_not(play_shows(&play, "begun by"));
	play_keys(&play, "Ctrl-X Esc");
	cr_expect_not(draft_holds(&play, "mine"));
	play_close(&play);
}

Test(workshop, bounds_a_note_and_a_session)
{
	struct play play = open_workshop("demo", false);
	static char long_text[LIMITS_NOTE_MAX * 2];
	int saved = 0;

	memset(long_text, 'a', sizeof(long_text));
	session_select(play.app->session, "papier");
	for (; saved < 1000 && !dialogue_is_open(&play.app->dialogue); saved++) {
		play_keys(&play, "n");
		app_paste(play.app, long_text, sizeof(long_text));
		if (saved == 0)
			cr_expect(play_shows(&play, "the first 8192 characters are kept"));
		play_keys(&play, "Enter");
	}
	cr_expect_eq(
		saved, 32, "512 KiB are 31 such notes and what goes with them, not %d", saved - 1);
	cr_expect(play_shows(&play, "connect again"));
	cr_expect_eq(play.app->dialogue.edit.text.len, LIMITS_NOTE_MAX, "nothing typed is lost");
	play_close(&play);
}

static size_t size_of(const struct play *play, const char *name)
{
	struct buf path = BUF_INIT;
	struct stat status;

	buf_add_format(&path, "%s/%s", play->folder, name);
	cr_assert_eq(stat(path.text, &status), 0, "%s", name);
	buf_release(&path);
	return (size_t)status.st_size;
}

static size_t stored(const struct play *play)
{
	return size_of(play, "demo.json") + size_of(play, "demo.history.jsonl");
}

/* What JSON writes in six bytes for one counts as six, and taking back writes too. */
Test(workshop, counts_what_is_stored)
{
	struct play play = open_workshop("demo", false);
	struct limits *limits = &play.app->session->limits;
	size_t before = stored(&play), least;
	char hidden[1000];

	memset(hidden, 1, sizeof(hidden));
	session_select(play.app->session, "papier");
	play_keys(&play, "n");
	app_paste(play.app, hidden, sizeof(hidden));
	play_keys(&play, "x Enter");
	cr_expect_eq(limits->written_bytes, stored(&play) - before);
	least = limits->written_bytes;
	play_keys(&play, "u Ctrl-R");
	cr_expect_gt(limits->written_bytes, least + sizeof(hidden) / 10);
	limits->written_bytes = LIMITS_SESSION_MAX + 1;
	before = stored(&play);
	play_keys(&play, "u");
	cr_expect(play_shows(&play, "connect again"));
	cr_expect_eq(stored(&play), before);
	play_close(&play);
}

Test(workshop, holds_up_who_saves_faster_than_people_do)
{
	struct limits limits = { .are_set = true };
	struct limits none = { .are_set = false };
	int64_t now_ms = 1000000;

	for (int i = 0; i < LIMITS_BURST; i++)
		cr_expect_eq(limits_pause_ms(&limits, now_ms), 0, "%d", i);
	for (int i = 0; i < 10; i++) {
		int pause_ms = limits_pause_ms(&limits, now_ms);

		cr_expect_eq(pause_ms, LIMITS_PAUSE_MS, "%d", i);
		now_ms += pause_ms;
	}
	now_ms += 4 * LIMITS_PAUSE_MS;
	for (int i = 0; i < 4; i++)
		cr_expect_eq(limits_pause_ms(&limits, now_ms), 0, "%d came back", i);
	cr_expect_eq(limits_pause_ms(&limits, now_ms), LIMITS_PAUSE_MS);
	now_ms += 3600 * 1000;
	for (int i = 0; i < LIMITS_BURST; i++)
		cr_expect_eq(limits_pause_ms(&limits, now_ms), 0, "%d after a rest", i);
	cr_expect_eq(limits_pause_ms(&limits, now_ms), LIMITS_PAUSE_MS, "no more than a burst");
	for (int i = 0; i < LIMITS_BURST; i++)
		cr_expect_eq(limits_pause_ms(&none, now_ms), 0);
	cr_expect_eq(limits_pause_ms(&none, now_ms), LIMITS_OWN_PAUSE_MS, "elsewhere a little");
}
