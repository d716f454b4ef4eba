/* SPDX-License-Identifier: MIT
 *
 * runner: runs the unit tests without Criterion's library, under tools whose start is dear.
 *
 * Criterion executes the program anew for each test. Under valgrind that is nearly all of the time:
 * the tool starts, and translates the same code, once a test. Here each test is only forked, from a
 * process that has not run anything of ours, so that tests are as far apart as they were, and what
 * the tool prepared is inherited.
 *
 * But for --warm-up PATTERN: those tests are performed first in this process, and again later like
 * all others. A tool that translates what runs has then translated it once, not once a test. What
 * such a test leaves behind (variables of its file, a heap that was used) is where all others
 * begin; so it is for valgrind alone, which translates, and for tests that change nothing outside
 * of their own. One that fails, or in which the tool finds something, ends the run: it would be
 * blamed on all.
 *
 * The objects are the same. Criterion's header puts a pointer to each test in the section "cr_tst",
 * and its macros call what stands below under Criterion's names. So its library is not linked, nor
 * what that starts, and no tool has to be told to overlook them. What we do not use of Criterion
 * (suites with fixtures, parameters, cr_skip) is refused here, or by the linker.
 *
 * A test fails when an expectation does, when it ends otherwise than it says (.exit_code, .signal),
 * before its own end, or not in time (.timeout); and when it expected nothing, as one whose table
 * is never walked. What a tool finds is an exit status too: valgrind's
 * --error-exitcode, a sanitizer's exitcode. All that a failing test wrote is shown; valgrind's
 * reports go where valgrind's log goes, and name the process. The options and the closing line are
 * Criterion's. */
#define _GNU_SOURCE
#include <criterion/criterion.h>
#include <fnmatch.h>
#include <getopt.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { JOBS_MAX = 64, LOOK_NS = 100 * 1000 * 1000 };

/* Where the linker says that the sections begin and end; the second one is not there without a
 * TestSuite. */
extern struct criterion_test *__start_cr_tst[], *__stop_cr_tst[];
extern struct criterion_suite *__start_cr_sts[] __attribute__((weak));

/* What a test tells of itself, in memory that it shares with the runner. */
struct verdict {
	atomic_uint passes, failures;
	atomic_bool has_ended;
};

struct job {
	const struct criterion_test *test; /* NULL: nothing runs */
	struct verdict *verdict;
	pid_t pid;
	int output;
	double timeout, deadline;
};

struct options {
	const char *filter, *warm_up;
	double timeout;
	int jobs;
	bool only_lists;
};

/* Which test this process performs. */
static struct job here;

/* ── In Criterion's place ───────────────────────────────────────────────────────────────────── */

struct criterion_options criterion_options;

void criterion_internal_test_setup(void)
{
	if (here.test->data->init)
		here.test->data->init();
}

void criterion_internal_test_main(void (*body)(void))
{
	body();
}

void criterion_internal_test_teardown(void)
{
	if (here.test->data->fini)
		here.test->data->fini();
}

void criterion_send_assert(struct criterion_assert_stats *found)
{
	here.verdict->failures++;
	fprintf(stderr, "%s:%u: %s\n", found->file, found->line, found->message);
}

void criterion_continue_test(void)
{
}

/* Without exit(): what a test that stops half-way did not free is no finding. */
void criterion_abort_test(void)
{
	fflush(NULL);
	_exit(EXIT_FAILURE);
}

void cri_asserts_passed_incr(void)
{
	here.verdict->passes++;
}

char *cr_translate_assert_msg(int message, ...)
{
	static const char *const what[] = {
		[CRITERION_ASSERT_MSG_FAIL] = "failed",
		[CRITERION_ASSERT_MSG_EXPR_FALSE] = "false: ",
		[CRITERION_ASSERT_MSG_EXPR_AS_STRINGS_FALSE] = "false, as strings: ",
		[CRITERION_ASSERT_MSG_IS_NULL] = "NULL: ",
		[CRITERION_ASSERT_MSG_IS_NOT_NULL] = "not NULL: ",
		[CRITERION_ASSERT_MSG_IS_EMPTY] = "empty: ",
		[CRITERION_ASSERT_MSG_IS_NOT_EMPTY] = "not empty: ",
	};
	char *text = NULL;
	va_list arguments;

	va_start(arguments, message);
	cr_asprintf(&text, "%s%s", what[message], va_arg(arguments, const char *));
	va_end(arguments);
	return text;
}

int cr_asprintf(char **text, const char *format, ...)
{
	va_list arguments;
	int len;

	va_start(arguments, format);
	len = vasprintf(text, format, arguments);
	va_end(arguments);
	if (len < 0)
		abort();
	return len;
}

void cr_asprintf_free(char *text)
{
	free(text);
}

/* ── One test ───────────────────────────────────────────────────────────────────────────────── */

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void die(const char *what)
{
	perror(what);
	exit(EXIT_FAILURE);
}

static void perform(const struct job *job, const sigset_t *child_ended)
{
	here = *job;
	if (dup2(job->output, STDOUT_FILENO) < 0 || dup2(job->output, STDERR_FILENO) < 0)
		die("dup2");
	sigprocmask(SIG_UNBLOCK, child_ended, NULL);
	here.test->test();
	here.verdict->has_ended = true;
	exit(EXIT_SUCCESS);
}

static void start(struct job *job, const struct criterion_test *test, double timeout,
	const sigset_t *child_ended)
{
	job->test = test;
	job->timeout = test->data->timeout > timeout ? test->data->timeout : timeout;
	job->deadline = now() + job->timeout;
	job->verdict->passes = 0;
	job->verdict->failures = 0;
	job->verdict->has_ended = false;
	job->output = memfd_create("output", MFD_CLOEXEC);
	if (job->output < 0)
		die("memfd_create");
	fflush(stdout);
	job->pid = fork();
	if (job->pid < 0)
		die("fork");
	if (job->pid == 0)
		perform(job, child_ended);
}

/* Says why a test fell short; true when it did not. */
static bool judge(const struct job *job, int status, bool is_late)
{
	const struct criterion_test_extra_data *promise = job->test->data;
	int died_of = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	char why[128] = "";

	if (is_late)
		snprintf(why, sizeof(why), "did not end within %g s", job->timeout);
	else if (job->verdict->failures > 0)
		snprintf(why, sizeof(why), "%u expectations failed", job->verdict->failures);
	else if (died_of != promise->signal)
		snprintf(why, sizeof(why), "signal %d, not %d", died_of, promise->signal);
	else if (died_of == 0 && WEXITSTATUS(status) != promise->exit_code)
		snprintf(why, sizeof(why), "exit status %d, not %d", WEXITSTATUS(status),
			promise->exit_code);
	else if (status == 0 && !job->verdict->has_ended)
		snprintf(why, sizeof(why), "left before its end");
	else if (status == 0 && job->verdict->passes == 0)
		snprintf(why, sizeof(why), "expected nothing");
	if (why[0])
		printf("FAILED %s/%s (process %d): %s\n", job->test->category, job->test->name,
			(int)job->pid, why);
	return !why[0];
}

static void show_output(int output)
{
	char chunk[4096];
	ssize_t len;

	lseek(output, 0, SEEK_SET);
	while ((len = read(output, chunk, sizeof(chunk))) > 0)
		fwrite(chunk, 1, (size_t)len, stdout);
}

/* Looks whether a test is over, or must be; true when it is. */
static bool finish(struct job *job, size_t *passed)
{
	bool is_late = false;
	int status = 0;
	pid_t ended = waitpid(job->pid, &status, WNOHANG);

	if (ended == 0 && now() > job->deadline) {
		is_late = true;
		kill(job->pid, SIGKILL);
		ended = waitpid(job->pid, &status, 0);
	}
	if (ended == 0)
		return false;
	if (judge(job, status, is_late))
		++*passed;
	else
		show_output(job->output);
	close(job->output);
	job->test = NULL;
	return true;
}

/* ── All of them ────────────────────────────────────────────────────────────────────────────── */

static bool is_chosen(const struct criterion_test *test, const char *filter)
{
	char name[256];

	snprintf(name, sizeof(name), "%s/%s", test->category, test->name);
	return !filter || fnmatch(filter, name, FNM_EXTMATCH) == 0;
}

static struct criterion_test **find_next(struct criterion_test **at, const char *filter)
{
	while (at < __stop_cr_tst && !is_chosen(*at, filter))
		at++;
	return at;
}

static void list(const char *filter)
{
	for (struct criterion_test **at = find_next(__start_cr_tst, filter); at < __stop_cr_tst;
		at = find_next(at + 1, filter))
		printf("%s/%s\n", (*at)->category, (*at)->name);
}

static bool run(const struct options *options)
{
	struct criterion_test **next = find_next(__start_cr_tst, options->filter);
	struct verdict *verdicts = mmap(NULL, (size_t)options->jobs * sizeof(*verdicts),
		PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	const struct timespec look = { .tv_nsec = LOOK_NS };
	struct job jobs[JOBS_MAX] = { 0 };
	size_t tested = 0, passed = 0, running = 0;
	sigset_t child_ended;

	if (verdicts == MAP_FAILED)
		die("mmap");
	sigemptyset(&child_ended);
	sigaddset(&child_ended, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child_ended, NULL);
	while (next < __stop_cr_tst || running > 0) {
		for (int i = 0; i < options->jobs; i++) {
			if (jobs[i].test && finish(&jobs[i], &passed))
				running--;
			if (jobs[i].test || next >= __stop_cr_tst)
				continue;
			jobs[i].verdict = &verdicts[i];
			start(&jobs[i], *next, options->timeout, &child_ended);
			next = find_next(next + 1, options->filter);
			tested++;
			running++;
		}
		sigtimedwait(&child_ended, NULL, &look);
	}
	printf("Tested: %zu | Passing: %zu | Failing: %zu\n", tested, passed, tested - passed);
	return tested > 0 && passed == tested;
}

/* Whether a process that does nothing ends well: what a tool found in this one it says of its
 * children too. */
static bool is_clean(void)
{
	int status = 0;
	pid_t child = fork();

	if (child < 0)
		die("fork");
	if (child == 0)
		_exit(EXIT_SUCCESS);
	return waitpid(child, &status, 0) == child && status == 0;
}

/* Performs those tests in this process. A pattern of none would be a run as slow as without. */
static void warm_up(const char *pattern)
{
	struct criterion_test **at = find_next(__start_cr_tst, pattern);
	struct verdict verdict = { 0 };

	if (at >= __stop_cr_tst) {
		fprintf(stderr, "--warm-up %s: no such test\n", pattern);
		exit(EXIT_FAILURE);
	}
	here.verdict = &verdict;
	for (; at < __stop_cr_tst; at = find_next(at + 1, pattern)) {
		here.test = *at;
		here.test->test();
		if (verdict.failures == 0 && is_clean())
			continue;
		fprintf(stderr, "FAILED %s/%s, in the warm-up\n", here.test->category,
			here.test->name);
		exit(EXIT_FAILURE);
	}
	fflush(NULL);
}

/* What this runner would pass over without a word. */
static void refuse_unknown(void)
{
	for (struct criterion_test **at = __start_cr_tst; at < __stop_cr_tst; at++)
		if ((*at)->data->kind_ != CR_TEST_NORMAL || (*at)->data->disabled) {
			fprintf(stderr, "%s/%s: parameterized or disabled\n", (*at)->category,
				(*at)->name);
			exit(EXIT_FAILURE);
		}
	if (__start_cr_sts) {
		fprintf(stderr, "%s: a TestSuite\n", __start_cr_sts[0]->name);
		exit(EXIT_FAILURE);
	}
}

int main(int argc, char **argv)
{
	static const struct option names[] = { { "filter", required_argument, NULL, 'f' },
		{ "jobs", required_argument, NULL, 'j' }, { "list", no_argument, NULL, 'l' },
		{ "timeout", required_argument, NULL, 't' },
		{ "warm-up", required_argument, NULL, 'w' }, { 0 } };
	struct options options = { .timeout = 300, .jobs = (int)sysconf(_SC_NPROCESSORS_ONLN) };
	int option;

	while ((option = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (option == 'f')
			options.filter = optarg;
		else if (option == 'j')
			options.jobs = atoi(optarg);
		else if (option == 'l')
			options.only_lists = true;
		else if (option == 't')
			options.timeout = atof(optarg);
		else if (option == 'w')
			options.warm_up = optarg;
		else
			return EXIT_FAILURE;
	}
	if (options.jobs < 1 || options.jobs > JOBS_MAX)
		options.jobs = options.jobs < 1 ? 1 : JOBS_MAX;
	refuse_unknown();
	if (options.only_lists) {
		list(options.filter);
		return EXIT_SUCCESS;
	}
	if (options.warm_up)
		warm_up(options.warm_up);
	return run(&options) ? EXIT_SUCCESS : EXIT_FAILURE;
}
