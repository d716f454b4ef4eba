/* SPDX-License-Identifier: MIT
 *
 * Handlers of what one may wait for only write a letter into a pipe. What cannot be waited for (a
 * crash, an end that nobody heard) gives the terminal back with the few calls that a handler may
 * make, and then dies by its own signal, as if nobody had caught it. */
#include "screen/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "jalon/base/mem.h"

/* Whoever asks for an end and is not heard for so long, since something is computed or a terminal
 * takes no more bytes, has it all the same. */
enum { DEAF_SECONDS = 5, PATIENCE_SECONDS = 1, STACK_SIZE = 16 * 1024 };

/* Signal handlers can be told nothing else. */
static struct {
	int pipe[2];
	struct termios mode; /* the terminal's, before it was ours */
	bool has_mode;
	char farewell[SIGNALS_FAREWELL_MAX];
	size_t farewell_len;
	volatile sig_atomic_t asked; /* which signal asked for the end; 0: none */
	time_t asked_at;             /* and when, of a clock that never goes back */
} here = { .pipe = { -1, -1 } };

static char stack[STACK_SIZE]; /* of fatal handlers: that of the program may be full */

static const int ending_signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
static const int fatal_signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGUSR1,
	SIGUSR2, SIGALRM };

/* Without waiting for a terminal that takes nothing. */
static void give_terminal_back(void)
{
	int flags = fcntl(STDOUT_FILENO, F_GETFL);
	ssize_t written;

	fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
	written = write(STDOUT_FILENO, here.farewell, here.farewell_len);
	(void)written;
	fcntl(STDOUT_FILENO, F_SETFL, flags);
	if (here.has_mode)
		tcsetattr(STDIN_FILENO, TCSANOW, &here.mode);
}

/* Its action is the default one again already; it comes when the handler returns. */
static void on_fatal_signal(int number)
{
	give_terminal_back();
	if (number == SIGALRM && here.asked) {
		signal(here.asked, SIG_DFL);
		raise(here.asked);
		return;
	}
	raise(number);
}

static void on_signal(int number)
{
	int kept = errno;
	char letter = number == SIGWINCH ? 'w' : number == SIGTSTP ? 's' : 'c';

	/* A full pipe means that the news is there already. */
	if (write(here.pipe[1], &letter, 1) < 0)
		errno = kept;
	errno = kept;
}

static time_t seconds_now(void)
{
	struct timespec now = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* Once is asked for, and is on its way; who asks again after a while was not heard. */
static void ask_for_end(int number, const char *letter)
{
	int kept = errno;

	if (here.asked && seconds_now() > here.asked_at + PATIENCE_SECONDS) {
		give_terminal_back();
		signal(number, SIG_DFL);
		raise(number);
	}
	if (here.asked)
		return;
	here.asked = number;
	here.asked_at = seconds_now();
	alarm(DEAF_SECONDS);
	if (write(here.pipe[1], letter, 1) < 0)
		errno = kept;
	errno = kept;
}

static void on_ending_signal(int number)
{
	ask_for_end(number, "e");
}

/* Of the keyboard it is a key; somebody else's kill means the end. */
static void on_interrupt(int number, siginfo_t *info, void *context)
{
	(void)context;
	ask_for_end(number, info->si_code == SI_USER ? "e" : "i");
}

static void catch_interrupt(void)
{
	struct sigaction action = { .sa_sigaction = on_interrupt, .sa_flags = SA_SIGINFO };

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
}

static void catch_signal(int number, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

/* Who started us may want Ctrl-Z to do nothing: what is ignored stays so. */
static bool is_ignored(int number)
{
	struct sigaction found;

	return sigaction(number, NULL, &found) == 0 && found.sa_handler == SIG_IGN;
}

bool signals_open(void)
{
	const stack_t own_stack = { .ss_sp = stack, .ss_size = sizeof(stack) };

	if (pipe(here.pipe) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(here.pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(here.pipe[i], F_SETFD, FD_CLOEXEC);
	}
	here.has_mode = tcgetattr(STDIN_FILENO, &here.mode) == 0;
	here.farewell_len = 0;
	here.asked = 0;
	catch_signal(SIGWINCH, on_signal, 0);
	catch_signal(SIGCONT, on_signal, 0);
	if (!is_ignored(SIGTSTP))
		catch_signal(SIGTSTP, on_signal, 0);
	for (size_t i = 0; i < ARRAY_LEN(ending_signals); i++)
		catch_signal(ending_signals[i], on_ending_signal, 0);
	catch_interrupt();
	sigaltstack(&own_stack, NULL);
	for (size_t i = 0; i < ARRAY_LEN(fatal_signals); i++)
		catch_signal(fatal_signals[i], on_fatal_signal, (int)SA_RESETHAND | SA_ONSTACK);
	return true;
}

void signals_set_farewell(const char *bytes, size_t len)
{
	if (len > sizeof(here.farewell))
		len = 0;
	memcpy(here.farewell, bytes, len);
	here.farewell_len = len;
}

void signals_close(void)
{
	alarm(0);
	signal(SIGWINCH, SIG_DFL);
	signal(SIGCONT, SIG_DFL);
	if (!is_ignored(SIGTSTP))
		signal(SIGTSTP, SIG_DFL);
	for (size_t i = 0; i < ARRAY_LEN(ending_signals); i++)
		signal(ending_signals[i], SIG_DFL);
	for (size_t i = 0; i < ARRAY_LEN(fatal_signals); i++)
		signal(fatal_signals[i], SIG_DFL);
	close(here.pipe[0]);
	close(here.pipe[1]);
}

int signals_fd(void)
{
	return here.pipe[0];
}

bool signals_read(struct signals *signals)
{
	char letters[64];
	ssize_t len = read(here.pipe[0], letters, sizeof(letters));

	if (len <= 0)
		return false;
	signals->ends = memchr(letters, 'e', (size_t)len) != NULL;
	signals->interrupts = memchr(letters, 'i', (size_t)len) != NULL;
	signals->suspends = memchr(letters, 's', (size_t)len) != NULL;
	signals->goes_on = memchr(letters, 'c', (size_t)len) != NULL;
	return true;
}

void signals_went_on(void)
{
	if (here.asked != SIGINT)
		return;
	alarm(0);
	here.asked = 0;
}

void signals_suspend(void)
{
	signal(SIGTSTP, SIG_DFL);
	raise(SIGTSTP);
	catch_signal(SIGTSTP, on_signal, 0);
}
