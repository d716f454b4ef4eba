/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* usleep */
#include "screen/signals.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program that computes and hears nothing; it tells when it is at it. */
static pid_t start_deaf(void)
{
	int ready[2];
	char letter;
	pid_t child;

	cr_assert_eq(pipe(ready), 0);
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		if (!signals_open() || write(ready[1], "r", 1) != 1)
			_exit(2);
		for (;;)
			usleep(100 * 1000);
	}
	cr_assert_eq(read(ready[0], &letter, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return child;
}

static int end_of(pid_t child)
{
	int status = 0;

	cr_assert_eq(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

Test(signals, end_a_program_that_does_not_hear, .timeout = 60)
{
	static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
	pid_t children[4];

	for (int i = 0; i < 4; i++) {
		children[i] = start_deaf();
		kill(children[i], numbers[i]);
	}
	for (int i = 0; i < 4; i++)
		cr_expect_eq(end_of(children[i]), numbers[i], "%d", numbers[i]);
}

Test(signals, end_it_at_once_for_who_asks_again, .timeout = 60)
{
	pid_t child = start_deaf();
	int status;

	for (int i = 0; i < 20; i++)
		kill(child, SIGTERM);
	usleep(200 * 1000);
	cr_expect_eq(waitpid(child, &status, WNOHANG), 0, "the same moment is no asking again");
	sleep(2);
	kill(child, SIGINT);
	cr_expect_eq(end_of(child), SIGINT);
}

/* As crashes come: from within. One that comes from outside valgrind may keep for ever. */
static pid_t start_crashing(int number)
{
	pid_t child = fork();

	cr_assert_geq(child, 0);
	if (child == 0) {
		if (signals_open())
			raise(number);
		_exit(2);
	}
	return child;
}

Test(signals, let_a_crash_be_what_it_is, .timeout = 60)
{
	static const int numbers[] = { SIGSEGV, SIGABRT, SIGFPE, SIGUSR1 };

	for (int i = 0; i < 4; i++)
		cr_expect_eq(end_of(start_crashing(numbers[i])), numbers[i], "%d", numbers[i]);
}
