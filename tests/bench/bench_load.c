/* SPDX-License-Identifier: MIT
 *
 * bench_load: jalon when many use it at once, as counts and as ratios to a floor.
 *
 * For     `make bench`. Nothing here fails by the clock.
 * How     writers: WRITERS processes make CHANGES changes each, one `jalon` a change: fields of one
 *         entry, of others, notes, actions. Lost is what the revision lacks in the end.
 *         sessions: SESSIONS full screens on pseudo-terminals of 80×24, on one organisation, fewer
 *         where memory is short. A change by `jalon set` is timed until each has written something;
 *         then one of them presses Down, and the others' wake-ups are counted.
 *         Memory of one is what it has for itself and its share of what they share (PSS); once
 *         more on a checklist of LARGE_ITEMS items with texts as long as those of our guide.
 *         many: ORGANISATIONS files in one folder, all entries of which are spoken of; the floor
 *         reads and parses them (floor_parse).
 *         line: the reader takes LINE_BYTES a second, as 9,600 baud do; a key is seen when the line
 *         has been still. usage: bench_load JALON FLOOR_PARSE FOLDER (an empty one to work in) */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WRITERS = 8, CHANGES = 25, SESSIONS = 100, SESSION_KIB = 8 * 1024, ROUNDS = 5, DOWNS = 20 };
enum { ORGANISATIONS = 1000, RUNS = 7, LINE_BYTES = 960, LINE_TICK_MS = 10, IDLE_MS = 2000 };
enum { ARGUMENTS_MAX = 16, QUIET_MS = 150 };
enum { LARGE_ITEMS = 500, TITLE_SIZE = 40, PLAIN_SIZE = 67, WHY_SIZE = 195, HOW_SIZE = 205 };

struct session {
	pid_t pid;
	int fd;
	double seen_ms, last_ms; /* when it began to write, and wrote last */
	long bytes;
};

static const char *jalon, *floor_parse, *folder;

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int compare_doubles(const void *a, const void *b)
{
	const double *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

static double part(double *values, int count, int percent)
{
	int at = count * percent / 100;

	qsort(values, (size_t)count, sizeof(*values), compare_doubles);
	return values[at < count ? at : count - 1];
}

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static char *in_folder(const char *name)
{
	char *path;

	if (asprintf(&path, "%s/%s", folder, name) < 0)
		die("asprintf");
	return path;
}

static void row(const char *what, const char *unit, double ours, double floor, double limit)
{
	if (floor > 0)
		printf("%-42s %10.2f %10.2f %-5s %6.2f  ≤ %.2f\n", what, ours, floor, unit,
			ours / floor, limit);
	else if (limit >= 0)
		printf("%-42s %10.2f %10s %-5s %6s  ≤ %.0f\n", what, ours, "", unit, "", limit);
	else
		printf("%-42s %10.2f %10s %-5s\n", what, ours, "", unit);
}

static pid_t start(char *const *arguments, const char *output)
{
	pid_t pid = fork();

	if (pid == 0) {
		int fd = open(output, O_RDWR | O_CREAT | O_TRUNC, 0600);

		dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
		dup2(fd, STDOUT_FILENO);
		execv(arguments[0], arguments);
		_exit(127);
	}
	return pid;
}

/* User and system time of the whole process go to *cpu_ms, unless that is NULL. */
static double run_ms(char *const *arguments, double *cpu_ms)
{
	double started = now_ms();
	struct rusage usage;
	int status;

	if (wait4(start(arguments, "/dev/null"), &status, 0, &usage) < 0 || status != 0)
		die(arguments[0]);
	if (cpu_ms)
		*cpu_ms = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
			  (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
	return now_ms() - started;
}

static void make_organisation(const char *data)
{
	char *const create[] = { (char *)jalon, "--data", (char *)data, "--lang", "fr", "--by",
		"bench", "new", "demo", NULL };

	run_ms(create, NULL);
}

static long number_in(const char *path, const char *name)
{
	FILE *file = fopen(path, "r");
	char line[4096];
	long number = 0;

	if (!file)
		return 0;
	while (fgets(line, sizeof(line), file)) {
		char *at = strstr(line, name);

		if (at)
			number += atol(at + strlen(name) + strspn(at + strlen(name), " :\"\t"));
	}
	fclose(file);
	return number;
}

static long of_process(pid_t pid, const char *file, const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, file);
	return number_in(path, name);
}

/* Writers */

static void write_changes(int writer, const char *data, int fd)
{
	static char *const fields[] = { "owner", "effort", "impact", "due" };
	char text[64], by[16];

	snprintf(by, sizeof(by), "w%d", writer);
	for (int i = 0; i < CHANGES; i++) {
		char *arguments[ARGUMENTS_MAX] = { (char *)jalon, "--data", (char *)data, "--by",
			by };
		double ms;
		char **at = arguments + 5;

		snprintf(text, sizeof(text), "%d-%d", writer, i);
		if (writer < 4) {
			/* Four on one entry, each its own field. */
			*at++ = "set";
			*at++ = "demo";
			*at++ = "associations-locales";
			snprintf(text, sizeof(text), writer == 3 ? "%s=2027-01-%02d" : "%s=%d",
				fields[writer], i + 1);
		} else if (writer < 6) {
			*at++ = "note";
			*at++ = "demo";
			*at++ = "associations-locales";
		} else {
			*at++ = "add";
			*at++ = "demo";
		}
		*at = text;
		ms = run_ms(arguments, NULL);
		if (write(fd, &ms, sizeof(ms)) != sizeof(ms))
			die("write");
	}
	_exit(0);
}

static void bench_writers(void)
{
	static double waits[WRITERS * CHANGES];
	char *data = in_folder("writers"), *file = in_folder("writers/demo.json");
	double started, ms;
	int ends[2], count = 0;

	make_organisation(data);
	if (pipe(ends) != 0)
		die("pipe");
	started = now_ms();
	for (int i = 0; i < WRITERS; i++) {
		if (fork() == 0)
			write_changes(i, data, ends[1]);
	}
	close(ends[1]);
	while (read(ends[0], &ms, sizeof(ms)) == sizeof(ms))
		waits[count++] = ms;
	close(ends[0]);
	while (wait(NULL) > 0)
		;
	row("8 × 25 changes at once, lost", "",
		WRITERS * CHANGES - (double)number_in(file, "\"revision\""), 0, 0);
	row("one change among them, in all", "ms", (now_ms() - started) / (WRITERS * CHANGES), 0,
		-1);
	row("one change, the longest wait", "ms", part(waits, count, 100), 0, 5000);
}

/* Sessions */

static struct session open_session(const char *data, const char *by, const char *org_id)
{
	char *const arguments[] = { (char *)jalon, "--data", (char *)data, "--lang", "fr", "--by",
		(char *)by, (char *)org_id, NULL };
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	struct session session = { .bytes = 0 };

	session.pid = forkpty(&session.fd, NULL, NULL, &size);
	if (session.pid < 0)
		die("forkpty");
	if (session.pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execv(arguments[0], arguments);
		_exit(127);
	}
	fcntl(session.fd, F_SETFD, FD_CLOEXEC);
	return session;
}

static void close_session(struct session *session)
{
	close(session->fd);
	kill(session->pid, SIGHUP);
	waitpid(session->pid, NULL, 0);
}

/* Reads from all until every line has been still; notes when each began to write. */
static void drain(struct session *sessions, int count, int quiet_ms)
{
	static char chunk[65536];
	struct pollfd waiting[SESSIONS];

	for (int i = 0; i < count; i++) {
		waiting[i] = (struct pollfd){ .fd = sessions[i].fd, .events = POLLIN };
		sessions[i].seen_ms = 0;
		sessions[i].bytes = 0;
	}
	while (poll(waiting, (nfds_t)count, quiet_ms) > 0) {
		for (int i = 0; i < count; i++) {
			ssize_t len =
				waiting[i].revents ? read(sessions[i].fd, chunk, sizeof(chunk)) : 0;

			if (waiting[i].revents && len <= 0)
				die("a session ended");
			if (len > 0 && sessions[i].seen_ms == 0)
				sessions[i].seen_ms = now_ms();
			if (len > 0)
				sessions[i].last_ms = now_ms();
			sessions[i].bytes += len;
		}
	}
}

static int affordable_sessions(void)
{
	long kib = number_in("/proc/meminfo", "MemAvailable");
	long affordable = kib / 2 / SESSION_KIB;

	return affordable < SESSIONS ? (int)affordable : SESSIONS;
}

static long wakeups(const struct session *sessions, int from, int count)
{
	long all = 0;

	for (int i = from; i < count; i++)
		all += of_process(sessions[i].pid, "status", "voluntary_ctxt_switches") -
		       of_process(sessions[i].pid, "status", "nonvoluntary_ctxt_switches");
	return all;
}

static void time_changes(struct session *sessions, int count, const char *data)
{
	static double delays[SESSIONS * ROUNDS];
	int shown = 0;

	for (int round = 0; round < ROUNDS; round++) {
		char owner[32];
		char *const set[] = { (char *)jalon, "--data", (char *)data, "--by", "other", "set",
			"demo", "associations-locales", owner, "status=done", NULL };
		char *const undo[] = { (char *)jalon, "--data", (char *)data, "--by", "other",
			"undo", "demo", NULL };
		double started = now_ms();

		snprintf(owner, sizeof(owner), "owner=n%d", round);
		start(set, "/dev/null");
		drain(sessions, count, 500);
		wait(NULL);
		for (int i = 0; i < count; i++) {
			if (sessions[i].seen_ms > 0)
				delays[shown++] = sessions[i].seen_ms - started;
		}
		run_ms(undo, NULL);
		drain(sessions, count, 500);
	}
	row("a change shows in all of them, not seen", "", count * ROUNDS - shown, 0, 0);
	row("a change shows, median", "ms", part(delays, shown, 50), 0, -1);
	row("a change shows, 95 of 100", "ms", part(delays, shown, 95), 0, -1);
	row("a change shows, the last one", "ms", part(delays, shown, 100), 0, 2000);
}

/* What it costs the others that one person moves. */
static void press_downs(struct session *sessions, int count)
{
	long before = wakeups(sessions, 1, count), bytes = 0;

	for (int i = 0; i < DOWNS; i++) {
		struct pollfd waiting = { .fd = sessions[0].fd, .events = POLLIN };

		if (write(sessions[0].fd, "j", 1) != 1)
			die("write");
		poll(&waiting, 1, 1000);
	}
	drain(sessions, count, 1000);
	for (int i = 1; i < count; i++)
		bytes += sessions[i].bytes;
	row("one presses Down 20 times: wake-ups of each", "",
		(double)(wakeups(sessions, 1, count) - before) / (count - 1), 0, DOWNS);
	row("one presses Down 20 times: bytes to each", "B", (double)bytes / (count - 1), 0, -1);
}

/* Opens as many as memory allows, and waits until all are still. */
static int open_sessions(struct session *sessions, const char *data)
{
	int count = affordable_sessions();
	char by[16];

	for (int i = 0; i < count; i++) {
		snprintf(by, sizeof(by), "p%d", i);
		sessions[i] = open_session(data, by, "demo");
		drain(sessions, i + 1, 20);
	}
	drain(sessions, count, 500);
	return count;
}

static void weigh(const struct session *sessions, int count, const char *private, const char *all)
{
	static double private_kib[SESSIONS], pss_kib[SESSIONS];

	for (int i = 0; i < count; i++) {
		private_kib[i] =
			(double)(of_process(sessions[i].pid, "smaps_rollup", "Private_Clean") +
				 of_process(sessions[i].pid, "smaps_rollup", "Private_Dirty"));
		pss_kib[i] = (double)of_process(sessions[i].pid, "smaps_rollup", "Pss:");
	}
	row(private, "KiB", part(private_kib, count, 50), 0, 4096);
	row(all, "KiB", part(pss_kib, count, 50), 0, 1.2 * 1024);
}

static void bench_sessions(void)
{
	static struct session sessions[SESSIONS];
	char *data = in_folder("sessions");
	int count;
	long before;

	make_organisation(data);
	count = open_sessions(sessions, data);
	row("sessions on one organisation", "", count, 0, -1);
	weigh(sessions, count, "private memory of one", "memory of one, with its share");
	before = wakeups(sessions, 0, count);
	usleep(IDLE_MS * 1000);
	row("idle 2 s, wake-ups of all", "", (double)(wakeups(sessions, 0, count) - before), 0, 0);
	time_changes(sessions, count, data);
	press_downs(sessions, count);
	for (int i = 0; i < count; i++)
		close_session(&sessions[i]);
}

/* `size` letters in each of both languages. */
static void write_wording(FILE *file, const char *name, int size)
{
	fprintf(file, ", \"%s\": {", name);
	for (int lang = 0; lang < 2; lang++) {
		fprintf(file, "%s\"%s\": \"", lang ? ", " : "", lang ? "en" : "fr");
		for (int i = 0; i < size; i++)
			fputc(i % 6 == 5 ? ' ' : 'a' + i % 26, file);
		fputs("\"", file);
	}
	fputs("}", file);
}

static void write_large_checklist(const char *path)
{
	FILE *file = fopen(path, "w");

	if (!file)
		die(path);
	fputs("{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"large\","
	      " \"edition\": \"1\", \"title\": \"L\","
	      " \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"items\": [",
		file);
	for (int i = 0; i < LARGE_ITEMS; i++) {
		fprintf(file, "%s{\"id\": \"an-item-of-many-%d\", \"kind\": \"question\"",
			i ? ", " : "", i);
		write_wording(file, "title", TITLE_SIZE);
		write_wording(file, "plain", PLAIN_SIZE);
		write_wording(file, "why", WHY_SIZE);
		write_wording(file, "how", HOW_SIZE);
		fputs("}", file);
	}
	fputs("]}]}", file);
	if (fclose(file) != 0)
		die(path);
}

static void bench_large(void)
{
	static struct session sessions[SESSIONS];
	char *data = in_folder("large"), *checklist = in_folder("large.json");
	char *const create[] = { (char *)jalon, "--data", data, "--lang", "fr", "--by", "bench",
		"new", "demo", "--checklist", checklist, NULL };
	int count;

	write_large_checklist(checklist);
	run_ms(create, NULL);
	count = open_sessions(sessions, data);
	weigh(sessions, count, "500 items: private memory of one",
		"500 items: memory of one, with its share");
	for (int i = 0; i < count; i++)
		close_session(&sessions[i]);
}

/* Many organisations */

/* Every entry of "demo" is spoken of, and it is copied under other names. */
static void copy_organisations(const char *data)
{
	char *command;

	if (asprintf(&command,
		    "'%s' --data '%s' show demo --format json | "
		    "sed -n 's/^      \"id\": \"\\(.*\\)\",$/\\1 owner=Inès status=doing "
		    "due=2027-01-15 priority=must impact=4 effort=1.5/p' | "
		    "'%s' --data '%s' --by Inès set demo - && "
		    "cd '%s' && for i in $(seq %d); do "
		    "sed \"s/\\\"id\\\": \\\"demo\\\"/\\\"id\\\": \\\"org-$i\\\"/\" demo.json "
		    ">org-$i.json; "
		    "cp demo.history.jsonl org-$i.history.jsonl; done; rm -f demo.*",
		    jalon, data, jalon, data, data, ORGANISATIONS) < 0 ||
		system(command) != 0)
		die("copies");
	free(command);
}

static double first_paint_ms(const char *data)
{
	double started = now_ms();
	struct session session = open_session(data, "bench", NULL);
	double painted;

	drain(&session, 1, 1500);
	painted = session.last_ms - started;
	close_session(&session);
	return painted;
}

static void bench_many(void)
{
	char *data = in_folder("many"), *one = in_folder("one");
	char *const list[] = { (char *)jalon, "--data", data, "list", NULL };
	char *const floor[] = { (char *)floor_parse, data, NULL };
	double list_ms[RUNS], floor_ms[RUNS], paint_ms[RUNS], one_ms[RUNS];
	double list_cpu_ms[RUNS], floor_cpu_ms[RUNS];

	make_organisation(data);
	make_organisation(one);
	copy_organisations(data);
	for (int i = 0; i < RUNS; i++) {
		list_ms[i] = run_ms(list, &list_cpu_ms[i]);
		floor_ms[i] = run_ms(floor, &floor_cpu_ms[i]);
	}
	for (int i = 0; i < 3; i++) {
		paint_ms[i] = first_paint_ms(data);
		one_ms[i] = first_paint_ms(one);
	}
	row("1,000 organisations, list", "ms", part(list_ms, RUNS, 50), part(floor_ms, RUNS, 50),
		4);
	row("1,000 organisations, list, CPU", "ms", part(list_cpu_ms, RUNS, 50),
		part(floor_cpu_ms, RUNS, 50), 1.5);
	row("1,000 organisations, first paint", "ms", part(paint_ms, 3, 50),
		part(one_ms, 3, 50) + part(floor_ms, RUNS, 50), 4);
}

/* A slow line */

/* Reads as fast as the line goes until it has been still; how long until the last byte came. */
static double read_slowly(int fd, long *bytes)
{
	struct timespec tick = { 0, LINE_TICK_MS * 1000000L };
	double started = now_ms(), last = started;
	char chunk[LINE_BYTES * LINE_TICK_MS / 1000];

	*bytes = 0;
	while (now_ms() - last < QUIET_MS) {
		ssize_t len = 0;
		struct pollfd waiting = { .fd = fd, .events = POLLIN };

		if (poll(&waiting, 1, 0) > 0)
			len = read(fd, chunk, sizeof(chunk));
		if (len < 0)
			break;
		if (len > 0)
			last = now_ms();
		*bytes += len;
		nanosleep(&tick, NULL);
	}
	return last - started;
}

static const struct {
	const char *what, *keys;
	double limit;
} line_keys[] = {
	{ "a Down", "j", 550 },
	{ "15 times Down at once", "jjjjjjjjjjjjjjj", 1600 },
	{ "a Page Down", "\033[6~", 1600 },
	{ "ticking", " ", 400 },
	{ "opening a note", "n", 900 },
	{ "a letter of a note", "a", 40 },
	{ "leaving the note", "\033", 900 },
	{ "changing the view", "4", 2600 },
};

static void bench_line(void)
{
	char *data = in_folder("line"), what[64];
	struct session session;
	long bytes;

	make_organisation(data);
	session = open_session(data, "bench", "demo");
	drain(&session, 1, 300);
	for (size_t i = 0; i < sizeof(line_keys) / sizeof(*line_keys); i++) {
		double ms;

		if (write(session.fd, line_keys[i].keys, strlen(line_keys[i].keys)) < 0)
			die("write");
		ms = read_slowly(session.fd, &bytes);
		snprintf(what, sizeof(what), "9,600 baud, %s", line_keys[i].what);
		row(what, "B", (double)bytes, 0, line_keys[i].limit);
		row("    until it is seen", "ms", ms, 0, -1);
	}
	close_session(&session);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: bench_load JALON FLOOR_PARSE FOLDER\n");
		return 2;
	}
	jalon = argv[1];
	floor_parse = argv[2];
	folder = argv[3];
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("Load\n%-42s %10s %10s %-5s %6s  %s\n", "", "jalon", "floor", "", "ratio", "wanted");
	bench_writers();
	bench_sessions();
	bench_large();
	bench_many();
	bench_line();
	return 0;
}
