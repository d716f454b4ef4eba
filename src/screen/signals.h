/* SPDX-License-Identifier: MIT
 *
 * signals: what the system tells a terminal's program, as something to wait for.
 *
 * For     term.c, whose one poll() waits for signals_fd() with the keyboard and the store's watch.
 *         A crash, and an end that is asked for but not heard for some seconds, give the
 *         terminal back and then end the program by that very signal.
 * Owner   signals_open/signals_close; one at a time, since signal handlers can be told nothing.
 * Errors  signals_open: false when the system has no pipe left. */
#ifndef SCREEN_SIGNALS_H
#define SCREEN_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

enum { SIGNALS_FAREWELL_MAX = 256 };

struct signals {
	bool ends;       /* SIGHUP, SIGINT, SIGQUIT or SIGTERM */
	bool interrupts; /* Ctrl-C: the end, or less, as the program sees fit */
	bool suspends;   /* Ctrl-Z */
	bool goes_on;    /* it was stopped, by us or from outside, and is no more */
};

/* Before the terminal's modes are changed: what they are now is given back after a crash, too. */
bool signals_open(void);
/* What is to be written to the terminal then. */
void signals_set_farewell(const char *bytes, size_t len);
void signals_close(void);
int signals_fd(void);
/* What has come since the last time; false when nothing has. */
bool signals_read(struct signals *signals);
/* An interrupt was heard, and was not the end: the next one is a new one. */
void signals_went_on(void);
/* Stops the program as Ctrl-Z would without us; returns when it goes on. */
void signals_suspend(void);

#endif
