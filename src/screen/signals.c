/* SPDX-License-Identifier: MIT
 *
 * Handlers only write a letter into a pipe. */
#include "screen/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "jalon/base/mem.h"

/* Signal handlers can be told nothing else. */
static int signal_pipe[2] = { -1, -1 };

static const int ending_signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };

static void on_signal(int number)
{
	int kept = errno;
	char letter = number == SIGWINCH ? 'w' : number == SIGTSTP ? 's' : 'e';

	/* A full pipe means that the news is there already. */
	if (write(signal_pipe[1], &letter, 1) < 0)
		errno = kept;
	errno = kept;
}

static void catch_signal(int number)
{
	struct sigaction action = { .sa_handler = on_signal };

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

/* Who started us may want Ctrl-Z to do nothing: what is ignored stays so. */
static bool suspension_is_ignored(void)
{
	struct sigaction found;

	return sigaction(SIGTSTP, NULL, &found) == 0 && found.sa_handler == SIG_IGN;
}

bool signals_open(void)
{
	if (pipe(signal_pipe) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
	}
	catch_signal(SIGWINCH);
	if (!suspension_is_ignored())
		catch_signal(SIGTSTP);
	for (size_t i = 0; i < ARRAY_LEN(ending_signals); i++)
		catch_signal(ending_signals[i]);
	return true;
}

void signals_close(void)
{
	signal(SIGWINCH, SIG_DFL);
	if (!suspension_is_ignored())
		signal(SIGTSTP, SIG_DFL);
	for (size_t i = 0; i < ARRAY_LEN(ending_signals); i++)
		signal(ending_signals[i], SIG_DFL);
	close(signal_pipe[0]);
	close(signal_pipe[1]);
}

int signals_fd(void)
{
	return signal_pipe[0];
}

bool signals_read(struct signals *signals)
{
	char letters[64];
	ssize_t len = read(signal_pipe[0], letters, sizeof(letters));

	if (len <= 0)
		return false;
	signals->ends = memchr(letters, 'e', (size_t)len) != NULL;
	signals->suspends = memchr(letters, 's', (size_t)len) != NULL;
	return true;
}

void signals_suspend(void)
{
	signal(SIGTSTP, SIG_DFL);
	raise(SIGTSTP);
	catch_signal(SIGTSTP);
}
