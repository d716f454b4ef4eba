/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/model/subject.h"
#include "tui/history_query.h"
#include "play.h"

static const struct {
	const char *typed, *folded;
	const char *day;
	bool matches;
} queries[] = {
	{ "", "ines", "2026-11-12", true },
	{ "Inès date", "ines\nligne\ndate : 3", "2026-11-12", true },
	{ "Inès date", "ines\nligne\nstatut", "2026-11-12", false },
	{ "12 nov", "ines", "2026-11-12", true },
	{ "12 nov", "ines", "2026-11-13", false },
	{ "12 nov", "echeance : 12 nov.", "2026-11-13", true },
	{ "ines 12 nov statut", "ines\nstatut", "2026-11-12", true },
	{ "ines 12 nov statut", "marc\nstatut", "2026-11-12", false },
	{ "hier", "ines", "2026-11-23", true },
	{ "hier", "ines", "2026-11-22", false },
	{ "2026-11", "ines", "2026-11-02", true },
	{ "novembre", "ines", "2026-10-31", false },
};

Test(history_query, asks_who_what_and_when)
{
	struct arena *arena = arena_new();
	int today, day;

	date_parse("2026-11-24", &today);
	for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
		struct history_query query = history_query_make(arena, queries[i].typed, today);

		date_parse(queries[i].day, &day);
		cr_expect_eq(history_query_matches(&query, queries[i].folded, day),
			queries[i].matches, "%s: %s", queries[i].typed, queries[i].day);
	}
	arena_free(arena);
}

static const char *get(struct play *play, const char *entry, enum field field)
{
	const struct organisation *org = play->app->session->org;
	const void *object = subject_find(org, entry, field);

	return object ? field_get(field, object, play->app->session->arena) : "gone";
}

/* What was lost, and what stands once b is pressed on the line of the history that put it. */
static const struct {
	const char *name, *keys;
	enum field field;
	const char *value;
} put_back[] = {
	{ "a redo that a new change ended", "o A Enter u D + 1 w Enter 6 Down Down b", FIELD_OWNER,
		"A" },
	{ "what stands: the one before", "o A Enter o B Enter 6 b", FIELD_OWNER, "A" },
	{ "twice: there and back", "o A Enter o B Enter 6 b Home b", FIELD_OWNER, "B" },
	{ "undone", "o A Enter o B Enter 6 b u", FIELD_OWNER, "B" },
};

Test(history_view, puts_a_value_there_again)
{
	for (size_t i = 0; i < ARRAY_LEN(put_back); i++) {
		struct play play = play_open_french("demo", 80, 24);

		session_select(play.app->session, "papier");
		app_settle(play.app);
		play_keys(&play, put_back[i].keys);
		cr_expect_str_eq(get(&play, "papier", put_back[i].field), put_back[i].value,
			"%s: %s", put_back[i].name, get(&play, "papier", put_back[i].field));
		cr_expect_eq(play.app->view, VIEW_HISTORY, "%s", put_back[i].name);
		play_close(&play);
	}
}

/* With what was said of it. */
Test(history_view, puts_back_what_was_taken_away)
{
	struct play play = play_open_french("demo", 80, 24);
	const struct organisation *org;

	play_keys(&play, "Home Down a");
	play_type(&play, "Chercher un lieu");
	play_keys(&play, "Enter u 6 Down b");
	org = play.app->session->org;
	cr_assert_not_null(organisation_find_entry(org, "a3"));
	cr_expect_str_eq(organisation_find_entry(org, "a3")->action->title, "Chercher un lieu");
	cr_expect(play_shows(&play, "Remis"));
	/* It stands: the line that made it has nothing to put, and says so. */
	play_keys(&play, "Home b");
	cr_expect_str_eq(play.app->session->notice.text.text, "C’est déjà en place.");
	play_close(&play);
}

Test(history_view, shows_one_entry_and_widens)
{
	struct play play = play_open_french("demo", 80, 24);

	session_select(play.app->session, "ligne");
	app_settle(play.app);
	play_keys(&play, "H");
	cr_expect(play_shows(&play, "Seulement"));
	cr_expect(play_shows(&play, "Vendredi 20 novembre"));
	cr_expect_not(play_shows(&play, " Hier"));
	play_keys(&play, "Esc");
	cr_expect_eq(play.app->view, VIEW_HISTORY);
	cr_expect(play_shows(&play, " Hier"));
	play_keys(&play, "H");
	cr_expect_not(play_shows(&play, "Vendredi 20 novembre"), "that of the selected change");
	play_keys(&play, "6");
	cr_expect(play_shows(&play, "Vendredi 20 novembre"));
	play_keys(&play, "End Right");
	cr_expect_eq(play.app->view, VIEW_CHECKLIST);
	cr_expect_str_eq(play_selected(&play), "ligne");
	play_close(&play);
}

/* The eyes stay on the line that they are on. */
Test(history_view, follows_what_others_save)
{
	struct play play = play_open_french("demo", 80, 24);

	play_keys(&play, "6 Down");
	cr_assert(play_shows(&play, "> Inès  Qui ne pourra"), "before");
	play_others_keys(&play, "Marc", "Home Down Space");
	app_settle(play.app);
	cr_expect(play_shows(&play, "annulation") || play_shows(&play, "Statut"));
	cr_expect(play_shows(&play, "> Inès  Qui ne pourra"), "the cursor stayed");
	play_close(&play);
}

/* A long history in several pages: it is read as far as one looks. */
Test(history_view, reads_on_as_one_goes_down)
{
	enum { LINES = 5000 };
	struct play play = play_open_french("demo", 80, 24);
	struct buf text = BUF_INIT;

	for (int i = 1; i <= LINES; i++)
		buf_add_format(&text,
			"{\"revision\":%d,\"at\":\"2026-%02d-%02dT09:00:00Z\",\"by\":\"%s\","
			"\"entry\":"
			"\"ligne\",\"field\":\"owner\",\"from\":\"%d\",\"to\":\"%d\"}\n",
			1 + i * 11 / LINES, 1 + i * 10 / LINES, 1 + i % 28, i == 7 ? "Zoé" : "Marc",
			i - 1, i);
	play_write(&play, "demo.history.jsonl", text.text);
	play_keys(&play, "6");
	cr_expect(play_shows(&play, "→ 5000"));
	play_keys(&play, "PgDn PgDn PgDn PgDn");
	cr_expect(play_shows(&play, "> Marc"));
	play_keys(&play, "End");
	cr_expect(play_shows(&play, ": 0 → 1"));
	play_keys(&play, "6 /");
	play_type(&play, "zoé");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "> Zoé"));
	cr_expect(play_shows(&play, "6 → 7"));
	buf_release(&text);
	play_close(&play);
}

/* As one types it says how many there are, and Esc goes back to where one was. */
Test(history_view, tells_what_a_search_finds)
{
	struct play play = play_open_french("demo", 80, 24);

	play_keys(&play, "6 End /");
	play_type(&play, "marc");
	cr_expect(play_shows(&play, "2 trouvés"));
	cr_expect_not(play_shows(&play, "> Inès"));
	play_type(&play, "zzz");
	cr_expect(play_shows(&play, "Rien trouvé"));
	play_keys(&play, "Esc");
	cr_expect_not(play_shows(&play, "Seulement"));
	cr_expect(play_shows(&play, "> Marc  Ouvrir"), "the oldest, as before");
	play_close(&play);
}
