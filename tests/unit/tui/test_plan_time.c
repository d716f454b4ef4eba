/* SPDX-License-Identifier: MIT */
#include "tui/plan_time.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/date.h"

static const struct {
	const char *name;
	struct date today, last;
	int w;
	const char *scale;
} scales[] = {
	{ "weeks of this year", { 2026, 11, 24 }, { 2026, 12, 14 }, 38,
		"23 nov.     30 nov.     7 déc.        " },
	{ "weeks on both sides of a new year", { 2026, 12, 22 }, { 2027, 1, 14 }, 50,
		"21 déc. 2026  28 déc.       4 janv. 2027  11 janv." },
	{ "the week of a new year", { 2027, 1, 1 }, { 2027, 1, 10 }, 38,
		"28 déc. 2026       4 janv. 2027       " },
	{ "months of this year", { 2026, 9, 1 }, { 2026, 12, 3 }, 38,
		"sept.       oct.        nov.          " },
	{ "months on both sides of a new year", { 2026, 11, 24 }, { 2027, 4, 14 }, 50,
		"  déc. 2026  2027       févr.     mars       avr. " },
	{ "the first months, where there is room", { 2026, 11, 24 }, { 2027, 1, 14 }, 38,
		"nov. déc. 2026             2027       " },
	{ "a month gives way to the year", { 2026, 11, 24 }, { 2028, 4, 14 }, 38,
		"  2027 mars   juin   sept.    2028    " },
	{ "many years", { 2026, 11, 24 }, { 2036, 2, 20 }, 38,
		"2027    2029    2031     2033    2035 " },
};

Test(plan_time, names_the_years_of_its_scale)
{
	for (size_t i = 0; i < ARRAY_LEN(scales); i++) {
		struct session session = { .lang = LANG_FR };
		struct canvas *canvas = canvas_new(scales[i].w, 1);
		struct plan_rows rows = { .count = 0 };
		struct buf dump = BUF_INIT;
		struct plan_time time;

		date_to_day(scales[i].today, &session.today_day);
		date_to_day(scales[i].last, &rows.last_day);
		time = plan_time_fit(&session, &rows, -1, scales[i].w + 3);
		plan_time_draw_scale(&time, &session, canvas, 0);
		canvas_dump(&dump, canvas);
		buf_cut(&dump, strcspn(dump.text, "\n"));
		cr_expect_str_eq(dump.text, scales[i].scale, "%s:\n%s|", scales[i].name, dump.text);
		buf_release(&dump);
		canvas_free(canvas);
	}
}
