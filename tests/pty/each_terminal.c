/* SPDX-License-Identifier: MIT
 *
 * each_terminal: jalon on every terminal that terminfo describes and whose cursor can be placed.
 *
 * For     test_each_terminal.sh.
 * How     each opens the organisation on a pty of its own, in turn one of 30 × 100 and one that
 *         tells no size (24 × 80 then), shows its name and a rule as wide as the screen, and leaves
 *         with `q`. The keys that its description names are read as those keys.
 *         usage: each_terminal JALON FOLDER ORG NAME */
#define _GNU_SOURCE
#include <curses.h>
#include <ftw.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <term.h>
#include <unistd.h>

#include "jalon/base/buf.h"
#include "screen/described_keys.h"

enum { NAMES_MAX = 8192, WAIT_MS = 20000 };
enum { H_TOLD = 30, W_TOLD = 100, W_UNTOLD = 80 };

static const char *jalon, *folder, *org, *shown;
static char *names[NAMES_MAX];
static size_t name_count;

/* What the processes that share the work have counted. */
static struct counts {
	int passed, failed, without_cup;
} * counts;

static void check(bool good, const char *terminal, const char *what)
{
	__atomic_add_fetch(good ? &counts->passed : &counts->failed, 1, __ATOMIC_RELAXED);
	if (!good)
		printf("FAILED %s: %s\n", terminal, what);
}

/* Other names of a description are links to it. */
static int add_name(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)status;
	if (type == FTW_F && where->level == 2 && name_count < NAMES_MAX)
		names[name_count++] = strdup(path + where->base);
	return 0;
}

static const char *find_capability(const char *name)
{
	const char *text = tigetstr(name);

	return text == (const char *)-1 ? NULL : text;
}

/* Some send for a key what is another one everywhere, or begin with a letter, or send the same for
 * two. */
static bool is_told_apart(const char *sequence, const char *key)
{
	static const char *const before[] = { "kcuu1", "kcud1", "kcub1", "kcuf1", "khome", "kend",
		"kpp", "knp", "kdch1", "kcbt" };

	if (!sequence[1] || (sequence[0] >= ' ' && sequence[0] <= '~'))
		return false;
	for (size_t i = 0; strcmp(before[i], key) != 0; i++) {
		const char *other = find_capability(before[i]);

		if (other && strcmp(other, sequence) == 0)
			return false;
	}
	return true;
}

static bool makes(struct input *input, const char *sequence, uint32_t code)
{
	struct input_event event = { .kind = INPUT_TEXT };
	bool given;

	input_feed(input, sequence, strlen(sequence));
	given = input_next(input, false, &event) || input_give_up(input, &event);
	return given && event.kind == INPUT_KEY && event.key.code == code && !event.key.alt &&
	       !input_is_begun(input);
}

static bool is_read_as(const char *sequence, uint32_t code)
{
	struct input input;
	bool good;

	input_init(&input);
	described_keys_define(&input, find_capability);
	good = makes(&input, sequence, code);
	input_release(&input);
	return good;
}

/* Arrows of either mode, where a description names those of one: terminals go by the names of
 * others. A few send one of them for F1. */
static void check_arrows(const char *terminal)
{
	static const struct {
		const char *sequences[2];
		uint32_t code;
	} arrows[] = { { { "\033[A", "\033OA" }, KEY_CODE_UP },
		{ { "\033[B", "\033OB" }, KEY_CODE_DOWN },
		{ { "\033[C", "\033OC" }, KEY_CODE_RIGHT },
		{ { "\033[D", "\033OD" }, KEY_CODE_LEFT } };

	const char *up = find_capability("kcuu1"), *f1 = find_capability("kf1");

	if (!up || (strcmp(up, arrows[0].sequences[0]) != 0 &&
			   strcmp(up, arrows[0].sequences[1]) != 0))
		return;
	for (size_t i = 0; i < ARRAY_LEN(arrows); i++) {
		for (size_t mode = 0; mode < 2; mode++) {
			const char *sequence = arrows[i].sequences[mode];

			if (!f1 || strcmp(f1, sequence) != 0)
				check(is_read_as(sequence, arrows[i].code), terminal, sequence + 1);
		}
	}
}

static void check_keys(const char *terminal)
{
	static const struct {
		const char *name;
		uint32_t code;
	} keys[] = { { "kcuu1", KEY_CODE_UP }, { "kcud1", KEY_CODE_DOWN },
		{ "kcub1", KEY_CODE_LEFT }, { "kcuf1", KEY_CODE_RIGHT }, { "khome", KEY_CODE_HOME },
		{ "kend", KEY_CODE_END }, { "kpp", KEY_CODE_PAGE_UP },
		{ "knp", KEY_CODE_PAGE_DOWN }, { "kdch1", KEY_CODE_DELETE },
		{ "kcbt", KEY_CODE_BACK_TAB } };

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		const char *sequence = find_capability(keys[i].name);

		if (sequence && is_told_apart(sequence, keys[i].name))
			check(is_read_as(sequence, keys[i].code), terminal, keys[i].name);
	}
}

static pid_t start(const char *terminal, bool told, int *fd)
{
	const struct winsize size = { .ws_row = H_TOLD, .ws_col = W_TOLD }, none = { .ws_row = 0 };
	pid_t pid = forkpty(fd, NULL, NULL, told ? &size : &none);

	if (pid != 0)
		return pid;
	setenv("TERM", terminal, 1);
	execl(jalon, jalon, "--data", folder, "--by", "test", "--signs", "unicode", org,
		(char *)NULL);
	_exit(127);
}

/* What is written until `text` is among it, or until the end. */
static bool read_until(int fd, const char *text, struct buf *out)
{
	struct pollfd waiting = { .fd = fd, .events = POLLIN };
	char bytes[65536];

	while (poll(&waiting, 1, WAIT_MS) > 0) {
		ssize_t len = read(fd, bytes, sizeof(bytes));

		if (len <= 0)
			return !text;
		buf_add_len(out, bytes, (size_t)len);
		if (text && memmem(out->text, out->len, text, strlen(text)))
			return true;
	}
	return false;
}

/* The longest rule. */
static int rule_width(const struct buf *out)
{
	static const char line[] = "─";
	int width = 0, longest = 0;

	for (size_t at = 0; at + strlen(line) <= out->len;) {
		bool goes_on = memcmp(out->text + at, line, strlen(line)) == 0;

		width = goes_on ? width + 1 : 0;
		longest = width > longest ? width : longest;
		at += goes_on ? strlen(line) : 1;
	}
	return longest;
}

static void check_screen(const char *terminal, bool told)
{
	/* Pairs of colours that curses refused. */
	static const char black[] = "\033[30m\033[40m";
	struct buf out = BUF_INIT;
	int fd, status = -1;
	pid_t pid = start(terminal, told, &fd);

	check(pid > 0 && read_until(fd, shown, &out), terminal, "the name is shown");
	check(write(fd, "q", 1) == 1 && read_until(fd, NULL, &out), terminal, "it leaves");
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	close(fd);
	check(WIFEXITED(status) && WEXITSTATUS(status) == 0, terminal, "its end is a good one");
	check(rule_width(&out) == (told ? W_TOLD : W_UNTOLD), terminal, "as wide as it says");
	check(!memmem(out.text, out.len, black, strlen(black)), terminal,
		"nothing is black on black");
	buf_release(&out);
}

static void check_terminal(const char *terminal, bool told)
{
	int result;

	if (setupterm(terminal, STDOUT_FILENO, &result) != OK)
		return;
	if (find_capability("cup")) {
		check_keys(terminal);
		check_arrows(terminal);
		check_screen(terminal, told);
	} else {
		__atomic_add_fetch(&counts->without_cup, 1, __ATOMIC_RELAXED);
	}
	del_curterm(cur_term);
}

int main(int argc, char **argv)
{
	long workers = sysconf(_SC_NPROCESSORS_ONLN);

	if (argc != 5)
		return 2;
	jalon = argv[1], folder = argv[2], org = argv[3], shown = argv[4];
	setlinebuf(stdout);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	nftw("/lib/terminfo", add_name, 8, FTW_PHYS);
	nftw("/usr/share/terminfo", add_name, 8, FTW_PHYS);
	counts = mmap(
		NULL, sizeof(*counts), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	for (long worker = 0; worker < workers; worker++) {
		if (fork() != 0)
			continue;
		for (size_t i = (size_t)worker; i < name_count; i += (size_t)workers)
			check_terminal(names[i], i / (size_t)workers % 2);
		_exit(0);
	}
	while (wait(NULL) > 0)
		;
	printf("%zu descriptions, %d of them without cup\n", name_count, counts->without_cup);
	printf("%d passed, %d failed\n", counts->passed, counts->failed);
	return counts->failed != 0;
}
