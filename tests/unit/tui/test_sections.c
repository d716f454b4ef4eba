/* SPDX-License-Identifier: MIT
 *
 * Finding one's way in a long list: folding, going by sections, and what stays in sight. */
#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"
#include "play.h"

static struct play open_demo(int h)
{
	return play_open_french("demo", 80, h);
}

Test(sections, fold_all_and_unfold_all)
{
	struct play play = open_demo(24);

	session_select(play.app->session, "papier");
	play_keys(&play, "z");
	cr_expect(play_shows(&play, "Tout est plié"));
	cr_expect_not(play_shows(&play, "Garder le papier"));
	cr_expect_str_eq(play_selected(&play), "", "the cursor is on its title");
	play_keys(&play, "Left");
	cr_expect(play_shows(&play, "Garder le papier"));
	play_keys(&play, "z");
	cr_expect_not(play_shows(&play, "Garder le papier"), "one of them was open");
	play_keys(&play, "z");
	cr_expect(play_shows(&play, "Garder le papier"));
	play_close(&play);
}

/* However far down one was. */
Test(sections, show_from_the_first_on_when_all_are_folded)
{
	struct play play = open_demo(6);

	play_keys(&play, "End");
	while (!strstr(play_selected(&play), "@portail"))
		play_keys(&play, "Up");
	play_keys(&play, "Up Up z");
	play_keys(&play, "Down");
	cr_expect(play_shows(&play, "▸ Recommandations"));
	play_close(&play);
}

Test(sections, do_not_fold_where_the_list_is_narrowed)
{
	struct play play = open_demo(40);

	play_keys(&play, "/");
	play_type(&play, "papier");
	play_keys(&play, "Enter z");
	cr_expect(play_shows(&play, "Rien ne se plie"));
	play_keys(&play, "Left");
	cr_expect(play_shows(&play, "Rien ne se plie"));
	play_keys(&play, "Esc");
	cr_expect(play_shows(&play, "Garder le papier"));
	cr_expect(play_shows(&play, "Ouvrir une ligne"), "nothing was folded unseen");
	play_close(&play);
}

Test(sections, follow_one_another)
{
	struct play play = open_demo(24);
	size_t count = play.app->session->org->group_count, steps = 0;

	play_keys(&play, "Home");
	while (steps <= count && !play_shows(&play, "la dernière partie")) {
		play_keys(&play, ">");
		steps++;
	}
	cr_expect_eq(steps, count);
	play_keys(&play, "Home Down <");
	cr_expect_str_eq(play_selected(&play), "", "back to its own title first");
	play_keys(&play, "<");
	cr_expect(play_shows(&play, "la première partie"));
	play_close(&play);
}

Test(sections, follow_one_another_in_the_plan)
{
	struct play play = open_demo(24);
	char first[SESSION_ID_SIZE];

	play_keys(&play, "4 >");
	cr_expect(play_shows(&play, "pas de parties ici"));
	play_keys(&play, "v v Home");
	memcpy(first, play.app->session->entry, sizeof(first));
	play_keys(&play, ">");
	cr_expect_str_neq(play.app->session->entry, first);
	play_keys(&play, "Down < <");
	cr_expect_str_eq(play.app->session->entry, first);
	play_keys(&play, "<");
	cr_expect(play_shows(&play, "la première partie"));
	play_close(&play);
}

static bool is_title(const char *dump, int row)
{
	while (row-- > 0)
		dump = strchr(dump, '\n') + 1;
	return strstr(dump, "▾") && strstr(dump, "▾") < strchr(dump, '\n');
}

/* Whatever the height and wherever one is: the first row is a title, or the next one is; and the
 * cursor is in sight. */
Test(sections, keep_their_title_in_sight)
{
	for (int h = 7; h <= 24; h++) {
		struct play play = open_demo(h);
		int top = h < 12 ? 1 : 3;

		play_keys(&play, "Home");
		for (int i = 0; i < 30; i++) {
			struct buf dump = BUF_INIT;

			play_keys(&play, i % 7 == 6 ? "PgUp" : i > 20 ? "Up" : "Down");
			play_dump(&play, &dump);
			cr_expect(play.canvas->cursor_y >= top, "%d rows, step %d", h, i);
			cr_expect(is_title(dump.text, top) || is_title(dump.text, top + 1),
				"%d rows, step %d:\n%s", h, i, dump.text);
			buf_release(&dump);
		}
		play_close(&play);
	}
}

Test(sections, show_a_new_action_whatever_is_searched_for)
{
	static const char *const ways[] = { "2", "4" };

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		struct play play = open_demo(24);

		play_keys(&play, ways[i]);
		play_keys(&play, "/");
		play_type(&play, "ligne");
		play_keys(&play, "Enter a");
		play_type(&play, "Acheter des chaises");
		play_keys(&play, "Enter");
		cr_expect(play_shows(&play, "bien que la recherche ou le filtre le cache"), "%s",
			ways[i]);
		cr_expect(play_shows(&play, "Acheter des chaises"), "%s", ways[i]);
		cr_expect(play_shows(&play, "Seulement"), "it is narrowed as before");
		play_keys(&play, "/");
		play_type(&play, "papier");
		play_keys(&play, "Enter");
		cr_expect_not(play_shows(&play, "Acheter des chaises"), "%s", ways[i]);
		play_close(&play);
	}
}

Test(sections, open_for_a_new_action)
{
	struct play play = open_demo(24);

	play_keys(&play, "z a");
	play_type(&play, "Acheter des chaises");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "Acheter des chaises"));
	cr_expect_not(play_shows(&play, "le cache"));
	play_close(&play);
}

static const struct {
	const char *view, *entry, *title;
} in_guide[] = {
	{ "2", "papier", "Garder le papier" },
	{ "2", "ligne", "Ouvrir une ligne" },
	{ "3", "papier", "Garder le papier" },
	{ "4", "papier", "Garder le papier" },
};

/* And an item that is asked of each service, for the service that one was at. */
Test(sections, open_the_guide_at_the_item_and_come_back)
{
	for (size_t i = 0; i < ARRAY_LEN(in_guide); i++) {
		struct play play = open_demo(24);

		play_keys(&play, in_guide[i].view);
		session_select(play.app->session, in_guide[i].entry);
		play_keys(&play, "5");
		cr_expect(play_shows(&play, in_guide[i].title), "%s", in_guide[i].entry);
		play_keys(&play, "Enter");
		cr_expect_eq(play.app->view, (enum view)(in_guide[i].view[0] - '1'), "%s",
			in_guide[i].view);
		cr_expect_str_eq(play_selected(&play), in_guide[i].entry);
		/* From elsewhere in the text, to what one reads there. */
		play_keys(&play, "5 Home Enter");
		cr_expect(play_shows(&play, "pas de point"), "the guide's own title is none");
		play_keys(&play, "/");
		play_type(&play, "voix humaine");
		play_keys(&play, "Enter Enter");
		cr_expect_str_eq(play_selected(&play), "ligne", "%s", in_guide[i].view);
		play_close(&play);
	}
}

Test(sections, come_back_from_the_guide_to_the_same_service)
{
	struct play play = open_demo(24);
	const struct organisation *org = play.app->session->org;

	for (size_t i = 0; i < org->entry_count; i++) {
		const struct entry *entry = &org->entries[i];

		if (!entry->service)
			continue;
		play_keys(&play, "2");
		session_select(play.app->session, entry->id);
		play_keys(&play, "5 Enter");
		cr_expect_str_eq(play_selected(&play), entry->id);
	}
	play_close(&play);
}

/* What is done has left the plan: the list shows it, whatever it is narrowed to. */
Test(sections, come_back_to_what_is_hidden)
{
	struct play play = open_demo(24);

	play_keys(&play, "2 /");
	play_type(&play, "papier");
	play_keys(&play, "Enter 5 /");
	play_type(&play, "voix humaine");
	play_keys(&play, "Enter Enter");
	cr_expect_str_eq(play_selected(&play), "ligne");
	cr_expect(play_shows(&play, "Ouvrir une ligne"));
	play_close(&play);
}
