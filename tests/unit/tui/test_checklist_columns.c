/* SPDX-License-Identifier: MIT */
#include "tui/checklist_columns.h"

#include <criterion/criterion.h>

#include "play.h"

Test(checklist_columns, stand_in_order_and_leave_titles_their_room)
{
	struct play play = play_open_french("demo", 80, 24);
	const struct session *session = play.app->session;
	struct checklist_widths widths = checklist_columns_measure(session, SIGNS_UNICODE);

	cr_expect_eq(widths.owner, 4);
	cr_expect_eq(widths.day, 8);
	cr_expect_eq(widths.late, 1);
	cr_expect_eq(widths.notes, 2);
	for (int w = 20; w <= 200; w++) {
		struct area area = { 0, 0, w, 1 };
		struct checklist_columns columns = checklist_columns_fit(&widths, area);

		cr_expect_eq(columns.notes_x + widths.notes, w - 1, "%d", w);
		cr_expect_lt(columns.late_x + 1, columns.notes_x, "%d", w);
		cr_expect(columns.day_x == 0 || columns.day_x + widths.day + 1 == columns.notes_x,
			"%d", w);
		cr_expect(columns.owner_x == 0 ||
				  columns.owner_x + widths.owner + 2 == columns.late_x,
			"%d", w);
		cr_expect((columns.day_x && columns.owner_x) || w < 60, "%d", w);
		for (size_t i = 0; i < session->org->entry_count && w >= 40; i++)
			cr_expect_geq(checklist_columns_title_end(
					      &columns, session, &session->org->entries[i]),
				5 + 28, "%d, %zu", w, i);
	}
	play_close(&play);
}

Test(checklist_columns, take_nothing_where_nobody_said_anything)
{
	struct play play = play_open_french("vide", 80, 24);
	const struct session *session = play.app->session;
	struct checklist_widths widths = checklist_columns_measure(session, SIGNS_UNICODE);
	struct checklist_columns columns =
		checklist_columns_fit(&widths, (struct area){ 0, 0, 80, 1 });

	cr_assert_gt(session->org->entry_count, 0);
	cr_expect_eq(widths.owner + widths.late + widths.day + widths.notes, 0);
	for (size_t i = 0; i < session->org->entry_count; i++)
		cr_expect_eq(
			checklist_columns_title_end(&columns, session, &session->org->entries[i]),
			79, "%zu", i);
	play_close(&play);
}

/* In a list of the width that it asks for, each title ends before what stands behind it. */
Test(checklist_columns, ask_for_what_the_titles_need)
{
	static const char title[] = "Recenser les associations locales d’aide au numérique  Inès";
	struct play play = play_open_french("demo", 120, 40);

	cr_expect(play_shows(&play, title), "beside the pane");
	play_close(&play);
	play = play_open_french("demo", 80, 24);
	cr_expect(play_shows(&play, title), "over the pane");
	play_close(&play);
}
