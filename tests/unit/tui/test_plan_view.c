/* SPDX-License-Identifier: MIT */
#include "tui/plan_view.h"

#include <criterion/criterion.h>
#include <string.h>

#include "play.h"
#include "tui/plan_columns.h"

static struct play open_plan(void)
{
	struct play play = play_open_french("demo", 80, 24);

	play_keys(&play, "4");
	play_shows(&play, "");
	return play;
}

static const struct plan_view *plan_of(const struct play *play)
{
	return play->app->views[VIEW_PLAN];
}

static void select_entry(struct play *play, const char *id)
{
	session_select(play->app->session, id);
	play_shows(play, "");
}

Test(plan_view, keeps_the_selected_action_from_look_to_look)
{
	struct play play = open_plan();

	select_entry(&play, "ligne");
	for (int look = 0; look < LOOK_COUNT; look++) {
		play_keys(&play, "v");
		play_shows(&play, "");
		cr_expect_str_eq(
			play.app->session->entry, "ligne", "look %d", plan_of(&play)->look);
		cr_expect_str_eq(plan_view_selected(plan_of(&play), play.app->session)->entry->id,
			"ligne", "look %d", plan_of(&play)->look);
	}
	cr_expect_eq(plan_of(&play)->look, LOOK_ORDER);
	play_close(&play);
}

Test(plan_view, chooses_a_look_by_its_number_and_leaves_it_with_esc)
{
	struct play play = open_plan();

	play_keys(&play, "V 5");
	cr_expect_eq(plan_of(&play)->look, LOOK_TIME);
	cr_expect_not(play_shows(&play, "Regarder le plan"), "it is answered");
	play_keys(&play, "V 6 0");
	cr_expect(play_shows(&play, "Regarder le plan"), "a digit of no choice is no answer");
	play_keys(&play, "Up Esc");
	cr_expect_eq(plan_of(&play)->look, LOOK_TIME);
	play_keys(&play, "V Up Enter");
	cr_expect_eq(plan_of(&play)->look, LOOK_MATRIX);
	play_close(&play);
}

Test(plan_view, answers_the_same_keys_in_each_look)
{
	for (int look = 0; look < LOOK_COUNT; look++) {
		struct play play = open_plan();

		for (int i = 0; i < look; i++)
			play_keys(&play, "v");
		select_entry(&play, "papier");
		play_keys(&play, "o");
		play_type(&play, "Zoé");
		play_keys(&play, "Enter");
		cr_expect(play_shows(&play, "Zoé"), "look %d", look);
		cr_expect_str_eq(play.app->session->entry, "papier", "look %d", look);
		play_keys(&play, "Space");
		play_shows(&play, "");
		cr_expect_str_neq(play.app->session->entry, "papier", "look %d", look);
		play_keys(&play, "u");
		select_entry(&play, "papier");
		cr_expect_str_eq(play.app->session->entry, "papier", "look %d", look);
		play_close(&play);
	}
}

Test(plan_view, moves_between_the_four_cells_and_opens_one)
{
	struct play play = open_plan();
	char left[SESSION_ID_SIZE];

	play_keys(&play, "v v v");
	select_entry(&play, "ligne");
	cr_expect(play_shows(&play, "À préparer · 3 actions"));
	play_keys(&play, "Left");
	play_shows(&play, "");
	memcpy(left, play.app->session->entry, sizeof(left));
	cr_expect_str_neq(left, "ligne");
	cr_expect_lt(play.canvas->cursor_x, 40);
	play_keys(&play, "l");
	play_shows(&play, "");
	cr_expect_str_eq(play.app->session->entry, "ligne");
	cr_expect_gt(play.canvas->cursor_x, 40);
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "À préparer · 3 actions"));
	cr_expect_not(play_shows(&play, "Commencer par là"));
	cr_expect_str_eq(play.app->session->entry, "ligne");
	play_keys(&play, "Esc");
	cr_expect(play_shows(&play, "Commencer par là"));
	cr_expect_eq(play.app->view, VIEW_PLAN);
	play_close(&play);
}

Test(plan_view, goes_down_through_the_cells_of_one_side_and_back)
{
	struct play play = open_plan();
	char first[SESSION_ID_SIZE];
	int y;

	play_keys(&play, "v v v");
	select_entry(&play, "apport@prise-de-rendez-vous");
	play_keys(&play, "Home");
	play_shows(&play, "");
	memcpy(first, play.app->session->entry, sizeof(first));
	y = play.canvas->cursor_y;
	play_keys(&play, "j j j");
	play_shows(&play, "");
	cr_expect_gt(play.canvas->cursor_y, y + 3);
	cr_expect_eq(plan_rows_quadrant(&plan_of(&play)->rows, plan_of(&play)->list.selected),
		QUADRANT_EASY);
	play_keys(&play, "k k k");
	play_shows(&play, "");
	cr_expect_str_eq(play.app->session->entry, first);
	play_close(&play);
}

Test(plan_view, closes_a_cell_whose_last_action_is_done)
{
	struct play play = open_plan();

	play_keys(&play, "v v v");
	select_entry(&play, "ligne");
	play_keys(&play, "Enter");
	for (int i = 0; i < 3; i++) {
		cr_expect_not(play_shows(&play, "Commencer par là"));
		play_keys(&play, "Space");
	}
	cr_expect(play_shows(&play, "Commencer par là") || play_shows(&play, "En passant"));
	play_close(&play);
}

Test(plan_view, narrows_in_each_look_and_says_so)
{
	for (int look = 0; look < LOOK_COUNT; look++) {
		struct play play = open_plan();

		for (int i = 0; i < look; i++)
			play_keys(&play, "v");
		play_keys(&play, "/");
		play_type(&play, "TELEPHON");
		play_keys(&play, "Enter");
		cr_expect(play_shows(&play, "Échap montre tout"), "look %d", look);
		cr_expect_eq(plan_of(&play)->rows.action_count, 1, "look %d", look);
		cr_expect_str_eq(play.app->session->entry, "ligne", "look %d", look);
		play_keys(&play, "Esc");
		cr_expect_not(play_shows(&play, "Seulement"), "look %d", look);
		cr_expect_eq(plan_of(&play)->rows.action_count, play.app->session->plan->count);
		cr_expect_eq(play.app->view, VIEW_PLAN);
		play_keys(&play, "/");
		play_type(&play, "introuvable");
		play_keys(&play, "Enter j k g G PgDn w i K J Enter Left Right");
		cr_expect(play_shows(&play, "Rien ne correspond"), "look %d", look);
		play_close(&play);
	}
}

Test(plan_view, keeps_what_is_late_apart_from_what_is_at_risk)
{
	struct play play = open_plan();

	select_entry(&play, "papier");
	play_keys(&play, "D");
	play_type(&play, "24/11/2026");
	play_keys(&play, "Enter p p");
	cr_expect(play_shows(&play, "1 en retard · 1 à risque"));
	play_keys(&play, "f 4");
	cr_expect(play_shows(&play, "4 jours de retard."));
	cr_expect_eq(plan_of(&play)->rows.action_count, 1);
	play_keys(&play, "f 6");
	cr_expect(play_shows(&play, "le plan la manque"));
	cr_expect_eq(plan_of(&play)->rows.action_count, 1);
	play_close(&play);
}

Test(plan_view, tells_what_a_wish_costs_and_who_it_is_about)
{
	static const struct {
		const char *name, *entry, *key, *told, *cost;
	} cases[] = {
		{ "down", "apport@prise-de-rendez-vous", "J", "passe avant « Qu’apporte",
			"autres actions finissent plus tard" },
		{ "up", "reporter", "K", "« Ne pas reporter la charge sur les", "1 autre action" },
		{ "the first one up", NULL, "Home K", "pas d’autre action de ce côté", "" },
		{ "the last one down", NULL, "End J", "pas d’autre action de ce côté", "" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct play play = open_plan();
		char moved[SESSION_ID_SIZE];

		if (cases[i].entry)
			select_entry(&play, cases[i].entry);
		play_keys(&play, cases[i].key);
		memcpy(moved, play_selected(&play), sizeof(moved));
		cr_expect(play_shows(&play, cases[i].told), "%s", cases[i].name);
		cr_expect(play_shows(&play, cases[i].cost), "%s", cases[i].name);
		if (cases[i].entry)
			cr_expect_str_eq(moved, cases[i].entry, "it is followed");
		play_close(&play);
	}
}

Test(plan_view, makes_no_step_of_a_wish_that_cannot_be)
{
	static const struct {
		const char *name, *look, *first, *told;
	} cases[] = {
		{ "a requirement", "v v", "autrement@prise-de-rendez-vous", "Il faut d’abord" },
		{ "a date", "v v", "ligne", "qui l’empêche" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct play play = open_plan();
		int64_t revision;

		play_keys(&play, cases[i].look);
		select_entry(&play, cases[i].first);
		for (int k = 0; k < 8 && !play_shows(&play, cases[i].told); k++)
			play_keys(&play, "K");
		cr_expect(play_shows(&play, cases[i].told), "%s", cases[i].name);
		cr_expect(play_shows(&play, "ne peut pas passer avant"), "%s", cases[i].name);
		revision = play.app->session->org->revision;
		play_keys(&play, "K");
		cr_expect_eq(play.app->session->org->revision, revision, "%s", cases[i].name);
		cr_expect_str_eq(play_selected(&play), cases[i].first, "%s", cases[i].name);
		play_close(&play);
	}
}

Test(plan_view, says_what_would_save_a_date_where_it_falls)
{
	struct play play = open_plan();

	select_entry(&play, "reporter");
	cr_expect(play_shows(&play, "! Pourquoi ici"));
	cr_expect(play_shows(&play, "4 jours de retard"));
	cr_expect_not(play_shows(&play, "manque de temps"));
	select_entry(&play, "papier");
	play_keys(&play, "D");
	play_type(&play, "24/11/2026");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "~ Pourquoi ici"));
	cr_expect(play_shows(&play, "manque de temps"));
	select_entry(&play, "ligne");
	cr_expect_not(play_shows(&play, "! Pourquoi ici"));
	cr_expect_not(play_shows(&play, "~ Pourquoi ici"));
	cr_expect(play_shows(&play, "tenue."));
	play_close(&play);
}

Test(plan_view, opens_at_what_comes_first_and_then_where_one_was)
{
	struct play play = play_open_french("demo", 80, 24);
	const struct plan *plan = session_plan(play.app->session);

	cr_assert_neq(plan_find(plan, play.app->session->entry), 0, "the list is elsewhere");
	play_keys(&play, "4");
	cr_expect_str_eq(play_selected(&play), plan->actions[0].entry->id);
	play_keys(&play, "Down Down 2 End 4");
	cr_expect_str_eq(play_selected(&play), plan->actions[2].entry->id);
	/* What is done elsewhere leaves its row to what follows. */
	play_keys(&play, "2");
	select_entry(&play, plan->actions[2].entry->id);
	play_keys(&play, "Space End 4");
	cr_expect_eq(plan_index_of(session_plan(play.app->session),
			     organisation_find_entry(play.app->session->org, play_selected(&play))),
		2);
	play_close(&play);
}

Test(plan_view, leaves_the_list_where_it_was_when_one_only_looked)
{
	struct play play = play_open_french("demo", 80, 24);
	char before[SESSION_ID_SIZE];

	memcpy(before, play_selected(&play), sizeof(before));
	play_keys(&play, "4 v v v v v 2");
	cr_expect_str_eq(play_selected(&play), before);
	play_keys(&play, "4 Tab 2");
	cr_expect_str_eq(play_selected(&play), before);
	play_keys(&play, "4 End");
	memcpy(before, play_selected(&play), sizeof(before));
	play_keys(&play, "2");
	cr_expect_str_eq(play_selected(&play), before, "who moved there goes on with it");
	play_close(&play);
}

Test(plan_view, opens_at_what_comes_first_of_each_organisation)
{
	struct play play = play_open_french(NULL, 80, 24);

	for (int i = 0; i < 2; i++) {
		play_keys(&play, i ? "1 Down Enter 4" : "1 Home Enter 4");
		if (play.app->view != VIEW_PLAN || !session_plan(play.app->session)->count)
			continue;
		cr_expect_str_eq(play_selected(&play),
			session_plan(play.app->session)->actions[0].entry->id, "%s",
			play.app->session->org_id);
		play_keys(&play, "Down Down w");
	}
	cr_expect_neq(plan_of(&play)->asked[0], '\0');
	play_close(&play);
}

Test(plan_view, gives_a_question_up_with_esc_and_stays)
{
	static const char *const looks[] = { "", "v", "v v", "v v v", "v v v Enter", "v v v v" };

	for (size_t i = 0; i < ARRAY_LEN(looks); i++) {
		struct play play = open_plan();

		play_keys(&play, looks[i]);
		play_keys(&play, "w Down");
		cr_expect(play_shows(&play, "Comparer «"), "%s", looks[i]);
		play_keys(&play, "Esc");
		cr_expect_not(play_shows(&play, "Comparer «"), "%s", looks[i]);
		cr_expect(play_shows(&play, "Question abandonnée"), "%s", looks[i]);
		cr_expect_eq(play.app->view, VIEW_PLAN, "%s", looks[i]);
		/* One step at a time: what was opened before stays open. */
		cr_expect_eq(plan_of(&play)->opened_cell != 0, i == 4, "%s", looks[i]);
		play_keys(&play, "w");
		cr_expect_eq(play.app->overlay.kind, OVERLAY_NONE, "it is a new question");
		play_close(&play);
	}
}

Test(plan_view, asks_no_more_about_what_is_done_or_left)
{
	struct play play = open_plan();

	play_keys(&play, "w Space");
	cr_expect_not(play_shows(&play, "Comparer"));
	play_keys(&play, "w 2 4");
	cr_expect_not(play_shows(&play, "Comparer"));
	play_keys(&play, "w w");
	cr_expect(play_shows(&play, "C’est la même action"));
	cr_expect(play_shows(&play, "Comparer"), "the question still waits");
	play_close(&play);
}

/* A wide screen shows more, and puts nothing out of reach of its title. */
Test(plan_columns, keep_half_of_the_width_to_titles)
{
	struct plan_rows rows = { .title_width = 60, .widths = { 6, 7, 9, 9, 9, 6, 12, 0 } };

	for (int look = 0; look < LOOK_COUNT; look++) {
		for (int w = 20; w <= 300; w++) {
			struct plan_columns columns =
				plan_columns_fit(&rows, (enum plan_look)look, w, w, SIGNS_UNICODE);
			int end = columns.title_x + columns.title_w;

			cr_expect_geq(columns.title_w, w < 30 ? w - 8 : 20, "look %d, %d", look, w);
			for (int i = 0; i < columns.count; i++) {
				cr_expect_gt(columns.shown[i].x, end, "look %d, %d", look, w);
				end = columns.shown[i].x + columns.shown[i].w;
			}
			cr_expect_lt(end, w, "look %d, %d", look, w);
		}
	}
}

Test(plan_columns, cut_no_title_for_more_than_three)
{
	static const int title_widths[] = { 18, 45, 74, 300 };

	for (size_t i = 0; i < ARRAY_LEN(title_widths); i++) {
		struct plan_rows rows = { .title_width = title_widths[i],
			.side_by_side = true,
			.widths = { 6, 7, 9, 9, 9, 6, 12, 0 } };
		int whole = title_widths[i] < 80 ? title_widths[i] : 80;

		for (int w = 60; w <= 300; w++) {
			struct plan_columns columns =
				plan_columns_fit(&rows, LOOK_ORDER, w, w, SIGNS_UNICODE);

			cr_expect(columns.count <= 3 || columns.title_w >= whole, "%d of %d, %d",
				columns.title_w, title_widths[i], w);
			cr_expect(columns.count == 8 || w < 250, "%d: there is room for all", w);
		}
	}
}
