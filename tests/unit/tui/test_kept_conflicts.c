/* SPDX-License-Identifier: MIT
 *
 * Conflicts that a merge kept, as one settles them on the screen. */
#include <criterion/criterion.h>
#include <string.h>

#include "jalon/model/kept_conflict.h"
#include "play.h"

static void open(struct play *play)
{
	const struct play_options options = { .org_id = "demo",
		.data = "tests/screens/merged",
		.by = "Inès",
		.has_lang = true,
		.lang = LANG_FR,
		.today = "2026-11-24",
		.w = 80,
		.h = 24 };

	play_open(play, &options);
}

static size_t left(const struct play *play)
{
	return play->app->session->org->conflict_count;
}

/* Keys, what the field holds then, and how many conflicts are left of six. */
static const struct {
	const char *name, *keys, *entry;
	enum field field;
	const char *value;
	size_t left;
} plays[] = {
	{ "the one that stands", "c Enter", "ligne", FIELD_STATUS, "doing", 5 },
	{ "the one that waits", "c Down Enter", "ligne", FIELD_STATUS, "done", 5 },
	{ "a third", "c Down Down Enter", "ligne", FIELD_STATUS, "todo", 5 },
	{ "later", "c Esc", "ligne", FIELD_STATUS, "doing", 6 },
	{ "the second that waits", "c Enter c Down Down Enter", "ligne", FIELD_OWNER, "Zoé", 3 },
	{ "one ends all of its field", "c Enter c Enter", "ligne", FIELD_OWNER, "Marc", 3 },
	{ "then those of other entries", "c Enter c Enter c Down Enter", "", FIELD_CAPACITY, "4",
		2 },
	{ "undone", "c Down Enter u", "ligne", FIELD_STATUS, "doing", 6 },
	{ "the key of the field itself", "Space", "ligne", FIELD_STATUS, "done", 5 },
};

Test(kept_conflicts, are_settled_by_whoever_chooses)
{
	for (size_t i = 0; i < ARRAY_LEN(plays); i++) {
		struct play play;
		const struct organisation *org;
		struct arena *arena = arena_new();

		open(&play);
		play_keys(&play, plays[i].keys);
		org = play.app->session->org;
		cr_expect_eq(left(&play), plays[i].left, "%s: %zu", plays[i].name, left(&play));
		cr_expect_str_eq(field_get(plays[i].field,
					 subject_find(org, plays[i].entry, plays[i].field), arena),
			plays[i].value, "%s", plays[i].name);
		arena_free(arena);
		play_close(&play);
	}
}

Test(kept_conflicts, are_told_until_none_is_left)
{
	struct play play;

	open(&play);
	cr_expect(play_shows(&play, "6 conflits à trancher"));
	play_keys(&play, "c Enter c Enter c Enter c Enter");
	cr_expect(play_shows(&play, "1 conflit à trancher"));
	play_keys(&play, "c Enter");
	cr_expect(play_shows(&play, "il ne reste aucun conflit"));
	cr_expect_eq(left(&play), 0);
	play_keys(&play, "c");
	cr_expect(play_shows(&play, "Aucun conflit"));
	play_close(&play);
}

Test(kept_conflicts, are_not_decided_by_an_undo)
{
	struct play play;

	open(&play);
	play_keys(&play, "c Down Enter");
	play_others_keys(&play, "Marc", "n x Enter");
	play_keys(&play, "u");
	cr_expect_eq(left(&play), 6, "one's own choice comes back as a conflict");
	play_close(&play);
}
