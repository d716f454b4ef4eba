/* SPDX-License-Identifier: MIT
 *
 * Of a checklist the language of the screen alone is held: what the screen shows is the same. The
 * golden screens are drawn that way too. */
#include <criterion/criterion.h>
#include <string.h>

#include "play.h"

static void write_one_language(const struct play *play, const char *lang)
{
	struct buf text = BUF_INIT;

	buf_add_format(&text,
		"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"seul\","
		" \"edition\": \"1\", \"title\": {\"%s\": \"T\"}, \"sections\": [{\"id\": \"s\","
		" \"title\": {\"%s\": \"S\"}, \"items\": [{\"id\": \"a\","
		" \"kind\": \"question\", \"title\": {\"%s\": \"Zone d'essai\"}}]}]}",
		lang, lang, lang);
	play_write(play, "seul-liste", text.text);
	buf_release(&text);
}

static void create_alone(struct play *play)
{
	struct buf file = BUF_INIT;
	const char *name;
	struct organisation_new wanted = { .id = "seule",
		.name = "Seule",
		.checklists = &name,
		.checklist_count = 1,
		.author = "Inès" };
	struct err err = ERR_INIT;
	bool unsynced;

	buf_add_format(&file, "%s/seul-liste", play->folder);
	name = file.text;
	cr_assert(store_create(play->store, &wanted, &unsynced, &err), "%s", err.where);
	buf_release(&file);
}

/* The words are the only ones there are, whoever reads. */
Test(screen_language, shows_the_only_one_there_is)
{
	static const char *const written[] = { "fr", "en" };

	for (size_t i = 0; i < ARRAY_LEN(written); i++) {
		for (int lang = 0; lang <= LANG_NONE; lang++) {
			const struct play_options options = { .by = "Inès",
				.has_lang = lang != LANG_NONE,
				.lang = (enum lang)lang,
				.today = "2026-11-24",
				.w = 120,
				.h = 40 };
			struct play play;

			play_open(&play, &options);
			write_one_language(&play, written[i]);
			create_alone(&play);
			cr_assert(session_open(play.app->session, "seule"));
			play_show_view(&play, VIEW_CHECKLIST);
			cr_expect(play_shows(&play, "Zone d'essai"), "%s to %d", written[i], lang);
			play_close(&play);
		}
	}
}

static void set_language(struct play *play, const char *lang)
{
	const struct store_options places = { .data_dir = play->folder,
		.shipped_dir = "tests/screens/checklists" };
	struct store *store = store_new(&places);
	struct arena *arena = arena_new();
	struct change_list list = { NULL, 0, 0 };
	struct commit commit = {
		.author = "Paul", .at_utc = 1800000000, .if_revision = COMMIT_ANY_REVISION
	};
	struct commit_outcome outcome;
	struct err err = ERR_INIT;
	struct snapshot *snapshot = store_load(store, "demo", &err);

	cr_assert_not_null(snapshot, "%s", err.where);
	change_list_add_organisation_field(
		&list, arena, snapshot_organisation(snapshot), FIELD_LANGUAGE, lang);
	commit.changes = list.changes;
	commit.count = list.count;
	cr_assert(store_commit(store, "demo", &commit, &outcome, &err), "%s", err.where);
	snapshot_free(snapshot);
	snapshot_free(outcome.snapshot);
	arena_free(arena);
	store_free(store);
}

/* Somebody else gives the organisation another language while it is open here. */
Test(screen_language, follows_the_organisation_where_none_is_chosen)
{
	static const struct {
		bool has_lang;
		const char *in_french, *in_english;
	} cases[] = {
		{ false, "Recenser les associations", "List the local" },
		{ true, "Recenser les associations", "Recenser les associations" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct play_options options = { .org_id = "demo",
			.by = "Inès",
			.has_lang = cases[i].has_lang,
			.lang = LANG_FR,
			.today = "2026-11-24",
			.w = 120,
			.h = 40 };
		struct play play;

		play_open(&play, &options);
		play_show_view(&play, VIEW_CHECKLIST);
		set_language(&play, "fr");
		app_wake(play.app);
		cr_expect(play_shows(&play, cases[i].in_french), "%zu", i);
		set_language(&play, "en");
		app_wake(play.app);
		cr_expect(play_shows(&play, cases[i].in_english), "%zu", i);
		/* One's own save reads it back as it is now. */
		play_keys(&play, "d");
		cr_expect(play_shows(&play, cases[i].in_english), "%zu", i);
		play_close(&play);
	}
}

/* Without one that is open the screen speaks English, whatever those in the list speak. */
Test(screen_language, lists_what_comes_next_in_the_language_of_the_screen)
{
	const struct play_options options = {
		.by = "Inès", .today = "2026-11-24", .w = 120, .h = 40
	};
	struct play play;

	play_open(&play, &options);
	set_language(&play, "fr");
	app_wake(play.app);
	play_show_view(&play, VIEW_ORGANISATIONS);
	play_keys(&play, "Home");
	cr_expect(play_shows(&play, "What does this service really bring?"));
	play_close(&play);
}
