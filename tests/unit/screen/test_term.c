/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE_EXTENDED 1
#define _DEFAULT_SOURCE /* forkpty, usleep */
#include "jalon/screen/term.h"

#include <criterion/criterion.h>
#include <curses.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* The other side stopped reading, and a screen more than it had room for is on its way. */
static void write_to_nobody(void)
{
	const struct appearance appearance = { .scheme = SCHEME_MONO, .scheme_is_chosen = true };
	struct term *term = term_open("xterm", &appearance, TERM_ESCAPE_MS);
	struct canvas *canvas = canvas_new(200, 200);

	if (!term)
		_exit(2);
	for (int i = 0;; i++) {
		for (int y = 0; y < canvas->h; y++) {
			for (int x = 0; x < canvas->w; x++)
				canvas_put(canvas, x, y, 1, ROLE_PLAIN, (i + x) % 2 ? "a" : "b");
		}
		term_show(term, canvas);
	}
}

/* Until it waits for room in the terminal: it computes no more. */
static void wait_until_stuck(pid_t child)
{
	char path[64], state = 'R';

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)child);
	for (int still = 0, tries = 0; still < 5 && tries < 400; tries++) {
		FILE *file = fopen(path, "r");

		cr_assert_not_null(file);
		cr_assert_eq(fscanf(file, "%*d (%*[^)]) %c", &state), 1);
		fclose(file);
		still = state == 'S' ? still + 1 : 0;
		usleep(20 * 1000);
	}
	cr_assert_eq(state, 'S', "it never waited: %c", state);
}

Test(term, that_takes_nothing_more_keeps_nobody_from_ending, .timeout = 60)
{
	static const int numbers[] = { SIGTERM, SIGHUP };
	const struct winsize size = { .ws_row = 200, .ws_col = 200 };
	struct {
		pid_t child;
		int fd;
	} stuck[ARRAY_LEN(numbers)];

	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		stuck[i].child = forkpty(&stuck[i].fd, NULL, NULL, &size);
		cr_assert_geq(stuck[i].child, 0);
		if (stuck[i].child == 0)
			write_to_nobody();
		wait_until_stuck(stuck[i].child);
		kill(stuck[i].child, numbers[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		int status = 0;

		cr_assert_eq(waitpid(stuck[i].child, &status, 0), stuck[i].child);
		cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i], "%d: %d",
			numbers[i], status);
		close(stuck[i].fd);
	}
}
