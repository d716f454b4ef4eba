/* SPDX-License-Identifier: MIT
 *
 * bench_speed: what jalon costs, as counts and as ratios to a floor measured in the same run.
 *
 * For     `make bench`. Machines are noisy: each figure is the median of runs that alternate with
 *         the floor's, and the table gives the ratio. Nothing here fails by the clock.
 * How     jalon and floor_list run on pseudo-terminals of 80×24, side by side, and take each key in
 *         turn; a paint ends with the last byte before the line has been still for QUIET_MS. CPU is
 *         user and system time, of a start up to then or of a whole process. Idle is 2 s without a
 *         key: bytes written, and voluntary context switches of the process.
 *         Memory is private memory from /proc/PID/smaps_rollup. A save is a tick in the full
 *         screen, from the key to the screen that shows it, and `jalon set` of one field, from
 *         start to end of the process; both in turn with floor_save, a process too, on the same
 *         file. strace counts the fsyncs. Medians of RUNS runs, MOVES key presses, SAVES saves.
 *         usage: bench_speed JALON FLOOR_LIST FLOOR_SAVE FOLDER (an empty folder to work in) */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	RUNS = 21,
	SAVES = 41,
	MOVES = 300,
	QUIET_MS = 60,
	SETTLE_MS = 500,
	IDLE_MS = 2000,
	ARGUMENTS_MAX = 16
};

struct session {
	pid_t pid;
	int fd;
	double first_paint_ms, first_paint_cpu_ms;
	long first_paint_bytes;
};

struct figures {
	double first_paint_ms, first_paint_cpu_ms, move_ms;
	long first_paint_bytes, move_bytes_max;
	long idle_bytes, idle_wakeups;
	long private_kib;
};

static const char *jalon, *floor_list, *floor_save, *folder;

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

static double median(double *values, int count)
{
	qsort(values, (size_t)count, sizeof(*values), compare_doubles);
	return values[count / 2];
}

static void die(const char *what)
{
	perror(what);
	exit(1);
}

/* Reads until the line has been still for a while; the moment of the last byte, and how many. */
static double read_until_quiet(int fd, int quiet_ms, long *bytes)
{
	struct pollfd waiting = { .fd = fd, .events = POLLIN };
	double last = now_ms();
	char chunk[65536];

	*bytes = 0;
	while (poll(&waiting, 1, quiet_ms) > 0) {
		ssize_t len = read(fd, chunk, sizeof(chunk));

		if (len <= 0)
			break;
		*bytes += len;
		last = now_ms();
	}
	return last;
}

/* What the process has taken of a processor so far. */
static double process_cpu_ms(pid_t pid)
{
	char path[64];
	double ns = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/schedstat", (int)pid);
	file = fopen(path, "r");
	if (!file || fscanf(file, "%lf", &ns) != 1)
		die(path);
	fclose(file);
	return ns / 1e6;
}

static struct session session_start(char *const *arguments)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	struct session session;
	struct pollfd waiting;
	double start = now_ms();

	session.pid = forkpty(&session.fd, NULL, NULL, &size);
	if (session.pid < 0)
		die("forkpty");
	if (session.pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execv(arguments[0], arguments);
		_exit(127);
	}
	waiting = (struct pollfd){ .fd = session.fd, .events = POLLIN };
	poll(&waiting, 1, 5000);
	session.first_paint_ms =
		read_until_quiet(session.fd, QUIET_MS, &session.first_paint_bytes) - start;
	session.first_paint_cpu_ms = process_cpu_ms(session.pid);
	return session;
}

static void session_key(struct session *session, const char *key, double *ms, long *bytes)
{
	struct pollfd waiting = { .fd = session->fd, .events = POLLIN };
	double start = now_ms();

	if (write(session->fd, key, strlen(key)) < 0)
		die("write");
	poll(&waiting, 1, 1000);
	*ms = read_until_quiet(session->fd, 5, bytes) - start;
}

static long status_number(pid_t pid, const char *file, const char *name)
{
	char path[64], line[256];
	long number = 0;
	FILE *status;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, file);
	status = fopen(path, "r");
	if (!status)
		die(path);
	while (fgets(line, sizeof(line), status)) {
		if (strncmp(line, name, strlen(name)) == 0)
			number += atol(line + strlen(name) + 1);
	}
	fclose(status);
	return number;
}

static void session_end(struct session *session)
{
	long bytes;

	if (write(session->fd, "q", 1) < 0)
		die("write");
	read_until_quiet(session->fd, 200, &bytes);
	close(session->fd);
	kill(session->pid, SIGHUP);
	waitpid(session->pid, NULL, 0);
}

/* Key by key in turn, and each first as often as the other, so that what else the machine does
 * falls on both. */
static void measure_moves(struct session *const sessions[2], struct figures *const figures[2])
{
	double ms[2][MOVES];
	long bytes;

	figures[0]->move_bytes_max = figures[1]->move_bytes_max = 0;
	for (int i = 0; i < 2 * MOVES; i++) {
		int which = (i / 2 + i) % 2;

		session_key(sessions[which], "j", &ms[which][i / 2], &bytes);
		/* The list scrolls below its last row; a plain Down is what stays on the screen. */
		if (i < 10 && bytes > figures[which]->move_bytes_max)
			figures[which]->move_bytes_max = bytes;
	}
	for (int i = 0; i < 2; i++)
		figures[i]->move_ms = median(ms[i], MOVES);
}

static void measure_rest(struct session *session, struct figures *figures)
{
	double ms;
	long bytes, wakeups;

	figures->first_paint_bytes = session->first_paint_bytes;
	/* Ticks, and taking them back: saves take memory too. */
	for (int i = 0; i < SAVES; i++)
		session_key(session, " ", &ms, &bytes);
	read_until_quiet(session->fd, SETTLE_MS, &bytes);
	wakeups = status_number(session->pid, "status", "voluntary_ctxt_switches");
	read_until_quiet(session->fd, IDLE_MS, &figures->idle_bytes);
	figures->idle_wakeups =
		status_number(session->pid, "status", "voluntary_ctxt_switches") - wakeups;
	figures->private_kib = status_number(session->pid, "smaps_rollup", "Private_Clean:") +
			       status_number(session->pid, "smaps_rollup", "Private_Dirty:");
}

static void measure_side_by_side(char *const *one, char *const *other, struct figures *one_figures,
	struct figures *other_figures)
{
	double one_ms[RUNS], other_ms[RUNS], one_cpu_ms[RUNS], other_cpu_ms[RUNS];

	for (int i = 0; i < RUNS; i++) {
		struct session first = session_start(one), second = session_start(other);

		one_ms[i] = first.first_paint_ms;
		other_ms[i] = second.first_paint_ms;
		one_cpu_ms[i] = first.first_paint_cpu_ms;
		other_cpu_ms[i] = second.first_paint_cpu_ms;
		if (i == RUNS - 1) {
			measure_moves((struct session *const[]){ &first, &second },
				(struct figures *const[]){ one_figures, other_figures });
			measure_rest(&first, one_figures);
			measure_rest(&second, other_figures);
		}
		session_end(&first);
		session_end(&second);
	}
	one_figures->first_paint_ms = median(one_ms, RUNS);
	other_figures->first_paint_ms = median(other_ms, RUNS);
	one_figures->first_paint_cpu_ms = median(one_cpu_ms, RUNS);
	other_figures->first_paint_cpu_ms = median(other_cpu_ms, RUNS);
}

/* The exit status; *cpu_ms is what the process took of a processor. */
static int run(char *const *arguments, double *cpu_ms)
{
	struct rusage usage;
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		int nowhere = open("/dev/null", O_RDWR);

		dup2(nowhere, STDIN_FILENO);
		dup2(nowhere, STDOUT_FILENO);
		execvp(arguments[0], arguments);
		_exit(127);
	}
	if (wait4(pid, &status, 0, &usage) < 0)
		die("wait4");
	*cpu_ms = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
		  (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static char *in_folder(const char *format, int number)
{
	char *path, *name;

	if (asprintf(&name, format, number) < 0 || asprintf(&path, "%s/%s", folder, name) < 0)
		die("asprintf");
	free(name);
	return path;
}

static FILE *open_for_writing(const char *path)
{
	FILE *file = fopen(path, "w");

	if (!file)
		die(path);
	return file;
}

/* A checklist of so many items in sections of 25, as a file, and its titles as lines. */
static void make_checklist(int items)
{
	char *path = in_folder("bench-%d.json", items),
	     *titles_path = in_folder("titles-%d", items);
	FILE *file = open_for_writing(path), *titles = open_for_writing(titles_path);

	fprintf(file,
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"bench-%d\",\"edition\":"
		"\"1\","
		"\"title\":\"Bench\",\"sections\":[",
		items);
	for (int i = 0; i < items; i++) {
		if (i % 25 == 0)
			fprintf(file, "%s{\"id\":\"s%d\",\"title\":\"Section %d\",\"items\":[",
				i ? "]}," : "", i / 25, i / 25);
		fprintf(file,
			"%s{\"id\":\"item-%d\",\"kind\":\"recommendation\",\"title\":{\"fr\":"
			"\"Élément n° %d de la liste, à faire\",\"en\":\"Item number %d of the "
			"list, to "
			"do\"},"
			"\"plain\":\"One plain line\",\"impact\":%d,\"effort\":%d.5}",
			i % 25 ? "," : "", i, i, i, i % 5 + 1, i % 7);
		fprintf(titles, "Élément n° %d de la liste, à faire\n", i);
	}
	fprintf(file, "]}]}\n");
	fclose(file);
	fclose(titles);
}

/* An organisation in which every second item has an owner. */
static void make_organisation(int items)
{
	char *data = in_folder("data-%d", items), *checklist = in_folder("bench-%d.json", items);
	char *lines_path = in_folder("lines-%d", items), *command;
	FILE *lines = open_for_writing(lines_path);
	char *const create[] = { (char *)jalon, "--data", data, "new", "bench", "--checklist",
		checklist, NULL };
	double cpu_ms;

	for (int i = 0; i < items; i += 2)
		fprintf(lines, "item-%d owner=Inès\n", i);
	fclose(lines);
	if (run(create, &cpu_ms) != 0 ||
		asprintf(&command, "'%s' --data '%s' --by bench set bench - <'%s'", jalon, data,
			lines_path) < 0 ||
		system(command) != 0)
		die("jalon");
}

static double run_ms(char *const *arguments, double *cpu_ms)
{
	double start = now_ms();

	if (run(arguments, cpu_ms) != 0)
		die(arguments[0]);
	return now_ms() - start;
}

static int count_fsyncs(char *const *arguments)
{
	char *traced[ARGUMENTS_MAX + 8] = { "strace", "-f", "-qq", "-e", "trace=fsync,fdatasync",
		"-o" };
	char *trace = in_folder("trace-%d", 0), line[512];
	int count = 0, at = 6;
	double cpu_ms;
	FILE *file;

	traced[at++] = trace;
	for (int i = 0; arguments[i]; i++)
		traced[at++] = arguments[i];
	if (run(traced, &cpu_ms) != 0 || !(file = fopen(trace, "r")))
		return -1;
	while (fgets(line, sizeof(line), file))
		count += strstr(line, "sync(") != NULL;
	fclose(file);
	return count;
}

static void print_row(const char *what, const char *unit, double ours, double floor, double limit)
{
	if (floor > 0)
		printf("%-34s %10.2f %10.2f %-5s %6.2f  ≤ %.2f\n", what, ours, floor, unit,
			ours / floor, limit);
	else
		printf("%-34s %10.2f %10s %-5s %6s  ≤ %.0f\n", what, ours, "", unit, "", limit);
}

static void print_session_rows(const struct figures *ours, const struct figures *floor)
{
	print_row("first paint, 500 items", "ms", ours->first_paint_ms, floor->first_paint_ms, 4);
	print_row("first paint, CPU", "ms", ours->first_paint_cpu_ms, floor->first_paint_cpu_ms, 4);
	print_row("first paint, bytes", "B", (double)ours->first_paint_bytes,
		(double)floor->first_paint_bytes, 2.5);
	print_row("one Down", "ms", ours->move_ms, floor->move_ms, 2.5);
	print_row("one Down, most bytes", "B", (double)ours->move_bytes_max, 0, 400);
	print_row("idle 2 s, bytes", "B", (double)ours->idle_bytes, 0, 0);
	print_row("idle 2 s, wake-ups", "", (double)ours->idle_wakeups, 0, 0);
	print_row("private memory (floor + 1 MiB)", "KiB", (double)ours->private_kib,
		(double)floor->private_kib + 1024, 1.5);
}

/* A tick, `jalon set` and the floor in turn, on one file. The screen sees the others' saves, and
 * has come to rest before its next tick. */
static void bench_saves(void)
{
	double ticks[SAVES], ours[SAVES], floor[SAVES], ours_cpu[SAVES], floor_cpu[SAVES];
	char *data = in_folder("data-%d", 500), *file = in_folder("data-%d/bench.json", 500);
	char owner[32];
	char *const set[] = { (char *)jalon, "--data", data, "--by", "bench", "set", "bench",
		"item-0", owner, NULL };
	char *const full[] = { (char *)jalon, "--data", data, "--lang", "fr", "--by", "bench",
		"bench", NULL };
	char *const floor_arguments[] = { (char *)floor_save, data, file, owner, NULL };
	struct session session = session_start(full);
	long bytes;

	for (int i = 0; i < SAVES; i++) {
		session_key(&session, " ", &ticks[i], &bytes);
		snprintf(owner, sizeof(owner), "owner=n%d", i);
		ours[i] = run_ms(set, &ours_cpu[i]);
		floor[i] = run_ms(floor_arguments, &floor_cpu[i]);
		read_until_quiet(session.fd, QUIET_MS, &bytes);
	}
	session_end(&session);
	print_row("one save, a tick on the screen", "ms", median(ticks, SAVES),
		median(floor, SAVES), 2.5);
	print_row("one save, jalon set as a whole", "ms", median(ours, SAVES), median(floor, SAVES),
		2.5);
	print_row("one save, jalon set, CPU", "ms", median(ours_cpu, SAVES),
		median(floor_cpu, SAVES), 2.5);
	snprintf(owner, sizeof(owner), "owner=last");
	print_row("one save, fsyncs", "", count_fsyncs(set), 0, 3);
}

static void bench_screens(void)
{
	struct figures ours, floor, many, again;
	char *titles = in_folder("titles-%d", 500);
	char *data = in_folder("data-%d", 500), *data_many = in_folder("data-%d", 10000);
	char *const full[] = { (char *)jalon, "--data", data, "--lang", "fr", "--by", "bench",
		"bench", NULL };
	char *const full_many[] = { (char *)jalon, "--data", data_many, "--lang", "fr", "--by",
		"bench", "bench", NULL };
	char *const list[] = { (char *)floor_list, titles, NULL };

	measure_side_by_side(full, list, &ours, &floor);
	print_session_rows(&ours, &floor);
	measure_side_by_side(full_many, full, &many, &again);
	print_row("one Down, 10,000 items (to 500)", "ms", many.move_ms, again.move_ms, 1.2);
}

int main(int argc, char **argv)
{
	struct utsname machine;

	if (argc != 5) {
		fprintf(stderr, "usage: bench_speed JALON FLOOR_LIST FLOOR_SAVE FOLDER\n");
		return 2;
	}
	jalon = argv[1];
	floor_list = argv[2];
	floor_save = argv[3];
	folder = argv[4];
	uname(&machine);
	make_checklist(500);
	make_checklist(10000);
	make_organisation(500);
	make_organisation(10000);
	printf("Speed, on %s %s with %ld processors; medians of %d runs, %d key presses, %d "
	       "saves\n",
		machine.sysname, machine.machine, sysconf(_SC_NPROCESSORS_ONLN), RUNS, MOVES,
		SAVES);
	printf("%-34s %10s %10s %-5s %6s  %s\n", "", "jalon", "floor", "", "ratio", "wanted");
	bench_screens();
	bench_saves();
	return 0;
}
