/* SPDX-License-Identifier: MIT
 *
 * floor_list: the least an ncursesw program can do to show a list of items and move in it.
 *
 * For     the bench: first paint, a Down and memory of jalon are ratios to this program's.
 *         usage: floor_list TITLES, a file of one title a line; `j` goes down, `q` quits. */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TITLES_MAX = 20000 };

static char *titles[TITLES_MAX];
static int count;

static void read_titles(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[512];

	if (!file) {
		perror(path);
		exit(1);
	}
	while (count < TITLES_MAX && fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		titles[count++] = strdup(line);
	}
	fclose(file);
}

static void paint(int top, int selected)
{
	erase();
	for (int y = 0; y < LINES - 1 && top + y < count; y++) {
		if (top + y == selected)
			attron(A_REVERSE);
		mvaddnstr(y, 0, titles[top + y], -1);
		attroff(A_REVERSE);
	}
	mvaddstr(LINES - 1, 0, "j down  q quit");
	move(selected - top, 0);
	refresh();
}

int main(int argc, char **argv)
{
	int selected = 0, top = 0, key;

	if (argc != 2)
		return 2;
	setlocale(LC_ALL, "C.UTF-8");
	read_titles(argv[1]);
	initscr();
	cbreak();
	noecho();
	start_color();
	use_default_colors();
	paint(top, selected);
	while ((key = getch()) != 'q') {
		if (key == 'j' && selected < count - 1)
			selected++;
		if (selected - top >= LINES - 1)
			top++;
		paint(top, selected);
	}
	endwin();
	return 0;
}
