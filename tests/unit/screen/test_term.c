/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE_EXTENDED 1
#include "jalon/screen/term.h"

#include <criterion/criterion.h>
#include <curses.h>
#include <locale.h>
#include <stdio.h>

#include "jalon/base/utf8.h"

/* Where curses believes that the cursor stands after the text. */
static int x_after(const wchar_t *text)
{
	mvaddwstr(0, 0, text);
	return getcurx(stdscr);
}

/* Curses asks wcwidth(), which is the program's own only as long as the linker says so. */
Test(term, and_curses_count_the_same_cells)
{
	FILE *nowhere = fopen("/dev/null", "r+");
	SCREEN *screen;

	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	screen = newterm("xterm", nowhere, nowhere);
	cr_assert(screen);
	cr_expect_eq(x_after(L"é○a"), 3);
	cr_expect_eq(x_after(L"🇫🇷"), 2);
	utf8_set_ambiguous_wide(true);
	cr_expect_eq(x_after(L"é○a"), 5);
	utf8_set_ambiguous_wide(false);
	endwin();
	delscreen(screen);
	fclose(nowhere);
}
