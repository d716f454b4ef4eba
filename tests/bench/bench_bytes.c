/* SPDX-License-Identifier: MIT
 *
 * bench_bytes: what a Down sends to the terminal, beside the bytes of the cells that it changes.
 *
 * For     `make bench`: a slow line carries the bytes, whatever they say.
 * How     the program runs on a pty, and the same screen is drawn in memory, key by key: that says
 *         which cells change. The mean of DOWNS presses, before the list scrolls.
 *         usage: bench_bytes JALON DATA COPY ORG, where COPY holds what DATA holds */
#define _GNU_SOURCE
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tui/app.h"

enum { DOWNS = 8, START_MS = 500, QUIET_MS = 100 };

static int64_t now_utc(void)
{
	return 1800000000;
}

static int today_day(void)
{
	return 20833;
}

static long read_until_quiet(int fd, int quiet_ms)
{
	struct pollfd waiting = { .fd = fd, .events = POLLIN };
	char bytes[65536];
	long total = 0;

	while (poll(&waiting, 1, quiet_ms) > 0) {
		ssize_t len = read(fd, bytes, sizeof(bytes));

		if (len <= 0)
			break;
		total += len;
	}
	return total;
}

static pid_t start(const char *jalon, const char *data, const char *org, int w, int h, int *fd)
{
	const struct winsize size = { .ws_row = (unsigned short)h, .ws_col = (unsigned short)w };
	pid_t pid = forkpty(fd, NULL, NULL, &size);

	if (pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execl(jalon, jalon, "--data", data, "--by", "bytes", "--lang", "fr", org, NULL);
		_exit(127);
	}
	return pid;
}

static void draw(struct app *app, struct canvas *canvas)
{
	app_settle(app);
	app_draw(app, canvas);
}

static long count_changes(const struct canvas *one, const struct canvas *other)
{
	long bytes = 0;

	for (int y = 0; y < one->h; y++) {
		for (int x = 0; x < one->w; x++) {
			const struct cell *cell = canvas_at(other, x, y);

			if (memcmp(canvas_at(one, x, y), cell, sizeof(*cell)) != 0)
				bytes += (long)strlen(cell->text);
		}
	}
	return bytes;
}

static void measure(struct app *app, int fd, int w, int h)
{
	struct canvas *before = canvas_new(w, h), *after = canvas_new(w, h);
	double sent = 0, changed = 0;

	read_until_quiet(fd, START_MS);
	for (int i = 0; i < DOWNS; i++) {
		draw(app, before);
		app_key(app, (struct key){ .code = KEY_CODE_DOWN });
		draw(app, after);
		changed += (double)count_changes(before, after);
		if (write(fd, "\033[B", 3) == 3)
			sent += (double)read_until_quiet(fd, QUIET_MS);
	}
	printf("one Down, its cells, %3d × %2d      %10.2f %10.2f B     %6.2f  ≤ 1.25\n", w, h,
		sent / DOWNS, changed / DOWNS, sent / changed);
	canvas_free(before);
	canvas_free(after);
}

static void bench(char **argv, int w, int h)
{
	const struct store_options places = { .data_dir = argv[3],
		.shipped_dir = "checklists",
		.keeps_one_language = true,
		.lang = LANG_FR };
	const struct session_options options = { .store = store_new(&places),
		.org_id = argv[4],
		.author = "bytes",
		.has_lang = true,
		.lang = LANG_FR,
		.now_utc = now_utc,
		.today_day = today_day };
	struct app *app = app_new(&options, w, h);
	int fd;
	pid_t pid = start(argv[1], argv[2], argv[4], w, h, &fd);

	measure(app, fd, w, h);
	app_free(app);
	store_free(options.store);
	kill(pid, SIGTERM);
	close(fd);
	waitpid(pid, NULL, 0);
}

int main(int argc, char **argv)
{
	if (argc != 5)
		return 2;
	bench(argv, 80, 24);
	bench(argv, 200, 60);
	return 0;
}
