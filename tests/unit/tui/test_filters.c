/* SPDX-License-Identifier: MIT
 *
 * What is shown only: asked in two steps, by list and plan alike. */
#include <criterion/criterion.h>

#include "jalon/base/mem.h"
#include "play.h"

static const struct {
	const char *keys, *said, *shown, *hidden;
} cases[] = {
	{ "f 4", "En retard", "Ne pas reporter", "Garder le papier" },
	{ "f 5", "Pas encore vus", "Garder le papier", "Ne pas reporter" },
	{ "f 7", "sans échéance", "Garder le papier", "Ne pas reporter" },
	{ "f 8 1", "n’est à personne", "Garder le papier", "Ne pas reporter" },
	{ "f 8 Down Enter", "Ce qui reste à ", "Appeler la mission", "Ne pas reporter" },
	{ "f 9 1", "Portail usagers", "Portail usagers", "Ne pas reporter" },
	{ "f 0 5", "Nos propres actions", "Réserver la salle", "Ne pas reporter" },
	{ "f 0 8", "priorité basse", "Garder le papier", "Ne pas reporter" },
};

Test(filters, show_in_list_and_plan_what_they_say)
{
	static const char *const views[] = { "2", "4" };

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		for (size_t k = 0; k < ARRAY_LEN(views); k++) {
			struct play play = play_open_french("demo", 100, 40);

			play_keys(&play, views[k]);
			play_keys(&play, cases[i].keys);
			cr_expect(
				play_shows(&play, cases[i].said), "%s %s", views[k], cases[i].keys);
			cr_expect(play_shows(&play, cases[i].shown), "%s %s", views[k],
				cases[i].keys);
			cr_expect_not(play_shows(&play, cases[i].hidden), "%s %s", views[k],
				cases[i].keys);
			play_keys(&play, "Esc");
			cr_expect(play_shows(&play, "Ne pas reporter"), "%s", cases[i].keys);
			play_close(&play);
		}
	}
}

Test(filters, go_back_from_the_second_question_to_the_first)
{
	struct play play = play_open_french("demo", 80, 24);

	play_keys(&play, "f 8");
	cr_expect(play_shows(&play, "Montrer seulement"));
	play_keys(&play, "Esc");
	cr_expect(play_shows(&play, "ou une priorité…"));
	play_keys(&play, "Esc");
	cr_expect_not(play_shows(&play, "Seulement"));
	play_close(&play);
}

Test(filters, narrow_along_with_a_search)
{
	struct play play = play_open_french("demo", 100, 40);

	play_keys(&play, "f 9 1 /");
	play_type(&play, "inclure");
	cr_expect(play_shows(&play, "1 trouvé"), "the other service’s is not among them");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "Portail usagers · « inclure »"));
	play_close(&play);
}
