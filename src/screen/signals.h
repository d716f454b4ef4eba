/* SPDX-License-Identifier: MIT
 *
 * signals: what the system tells a terminal's program, as something to wait for.
 *
 * For     term.c, whose one poll() waits for signals_fd() with the keyboard and the store's watch.
 * Owner   signals_open/signals_close; one at a time, since signal handlers can be told nothing.
 * Errors  signals_open: false when the system has no pipe left. */
#ifndef SCREEN_SIGNALS_H
#define SCREEN_SIGNALS_H

#include <stdbool.h>

struct signals {
	bool ends;     /* SIGHUP, SIGINT, SIGQUIT or SIGTERM */
	bool suspends; /* Ctrl-Z */
};

bool signals_open(void);
void signals_close(void);
int signals_fd(void);
/* What has come since the last time; false when nothing has. */
bool signals_read(struct signals *signals);
/* Stops the program as Ctrl-Z would without us; returns when it goes on. */
void signals_suspend(void);

#endif
