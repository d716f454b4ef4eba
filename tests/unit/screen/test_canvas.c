/* SPDX-License-Identifier: MIT */
#include "jalon/screen/canvas.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/base/utf8.h"

static void row_text(struct buf *out, const struct canvas *canvas, int y)
{
	for (int x = 0; x < canvas->w; x++)
		buf_add(out, canvas_at(canvas, x, y)->text);
}

static const struct {
	const char *name, *text;
	int x, max_cells;
	const char *row;
} puts_[] = {
	{ "what fits", "été", 1, 9, " été      " },
	{ "what does not fit ends so", "été comme hiver", 0, 6, "été c…    " },
	{ "no more than the canvas has", "0123456789abc", 4, 99, "    01234…" },
	{ "a wide character takes two cells", "漢字", 0, 10, "漢字      " },
	{ "a wide character is never cut in half", "漢字", 0, 3, "漢…       " },
	{ "an accent that combines stays on its letter", "e\u0301a", 0, 10, "e\u0301a        " },
	{ "nothing drives the terminal", "a\033[31m", 0, 10, "a␛[31m    " },
	{ "a newline is a sign", "a\nb", 0, 10, "a␊b       " },
	{ "left of the canvas is nowhere", "abc", -1, 5, "          " },
	{ "right of the canvas too", "abc", 10, 5, "          " },
	{ "no cells are no cells", "abc", 0, 0, "          " },
};

Test(canvas, puts_what_fits)
{
	for (size_t i = 0; i < ARRAY_LEN(puts_); i++) {
		struct canvas *canvas = canvas_new(10, 1);
		struct buf row = BUF_INIT;

		canvas_put(canvas, puts_[i].x, 0, puts_[i].max_cells, ROLE_PLAIN, puts_[i].text);
		row_text(&row, canvas, 0);
		cr_expect_str_eq(row.text, puts_[i].row, "%s: “%s”", puts_[i].name, row.text);
		buf_release(&row);
		canvas_free(canvas);
	}
}

/* The half of a wide cell is empty. */
static const struct {
	const char *name, *text;
	int max_cells;
	const char *row;
} wide_puts[] = {
	{ "letters take their two cells", "été", 9, "été     " },
	{ "a sign has the room of what it stands for", "a→b", 9, "a>b      " },
	{ "a rule has one cell", "─", 1, "-         " },
	{ "what does not fit ends in one cell", "été comme", 6, "été~    " },
};

Test(canvas, keeps_its_columns_where_signs_are_wide)
{
	for (size_t i = 0; i < ARRAY_LEN(wide_puts); i++) {
		struct canvas *canvas = canvas_new(10, 1);
		struct buf row = BUF_INIT;

		canvas->signs = SIGNS_ASCII;
		utf8_set_ambiguous_wide(true);
		canvas_put(canvas, 0, 0, wide_puts[i].max_cells, ROLE_PLAIN, wide_puts[i].text);
		utf8_set_ambiguous_wide(false);
		row_text(&row, canvas, 0);
		cr_expect_str_eq(
			row.text, wide_puts[i].row, "%s: “%s”", wide_puts[i].name, row.text);
		buf_release(&row);
		canvas_free(canvas);
	}
}

Test(canvas, leaves_no_half_of_a_wide_character)
{
	struct canvas *canvas = canvas_new(4, 1);
	struct buf row = BUF_INIT;

	canvas_put(canvas, 0, 0, 4, ROLE_PLAIN, "漢字");
	canvas_put(canvas, 1, 0, 1, ROLE_PLAIN, "x");
	row_text(&row, canvas, 0);
	cr_expect_str_eq(row.text, " x字");
	buf_clear(&row);
	canvas_put(canvas, 2, 0, 1, ROLE_PLAIN, "y");
	row_text(&row, canvas, 0);
	cr_expect_str_eq(row.text, " xy ");
	buf_release(&row);
	canvas_free(canvas);
}

Test(canvas, puts_to_the_right_before_an_edge)
{
	struct canvas *canvas = canvas_new(8, 1);
	struct buf row = BUF_INIT;

	cr_expect_eq(canvas_put_right(canvas, 7, 0, 8, ROLE_PLAIN, "fin"), 4);
	row_text(&row, canvas, 0);
	cr_expect_str_eq(row.text, "    fin ");
	buf_release(&row);
	canvas_free(canvas);
}

Test(canvas, is_dumped_as_rows_and_letters)
{
	struct canvas *canvas = canvas_new(3, 2);
	struct buf dump = BUF_INIT;

	canvas_put(canvas, 0, 0, 3, ROLE_STRONG, "ab");
	canvas_paint(canvas, 0, 1, 3, ROLE_SELECTED);
	canvas_dump(&dump, canvas);
	cr_expect_str_eq(dump.text, "ab \n   \nBB.\nSSS\n");
	buf_release(&dump);
	canvas_free(canvas);
}

Test(canvas, ignores_what_is_outside)
{
	struct canvas *canvas = canvas_new(2, 2);
	struct buf dump = BUF_INIT;

	canvas_put(canvas, 0, 2, 2, ROLE_PLAIN, "x");
	canvas_put(canvas, 0, -1, 2, ROLE_PLAIN, "x");
	canvas_paint(canvas, -5, 5, 100, ROLE_LATE);
	canvas_blank(canvas, -5, -5, 100, 2);
	canvas_dump(&dump, canvas);
	cr_expect_str_eq(dump.text, "  \n  \n..\n..\n");
	buf_release(&dump);
	canvas_free(canvas);
}

/* Each sign has one of ASCII, as wide as itself, and nothing else changes. */
Test(canvas, shows_signs_as_ascii_where_that_is_wanted)
{
	static const char *const signs[] = { "─", "│", "└", "┐", "■", "□", "▾", "▸", "◂", "◆", "●",
		"✎", "○", "✓", "–", "…", "’", "↑", "↓", "←", "→" };
	struct canvas *canvas = canvas_new(4, 1);

	canvas->signs = SIGNS_ASCII;
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		canvas_reset(canvas, 4, 1);
		cr_expect_eq(canvas_put(canvas, 0, 0, 4, ROLE_PLAIN, signs[i]), 1, "%s", signs[i]);
		cr_expect(canvas_at(canvas, 0, 0)->text[0] > ' ' &&
				  (canvas_at(canvas, 0, 0)->text[0] & 0x80) == 0,
			"%s", signs[i]);
	}
	canvas_reset(canvas, 4, 1);
	canvas_put(canvas, 0, 0, 4, ROLE_PLAIN, "é½œ");
	cr_expect_str_eq(canvas_at(canvas, 0, 0)->text, "é");
	canvas_free(canvas);
}
