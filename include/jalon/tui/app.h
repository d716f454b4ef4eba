/* SPDX-License-Identifier: MIT
 *
 * app: the full screen.
 *
 * For     main.c.
 * Owner   nothing is kept; the store in the options is the caller's.
 * Errors  what keeps the screen from opening. Everything later is shown on the screen. */
#ifndef JALON_TUI_APP_H
#define JALON_TUI_APP_H

#include "jalon/session/session.h"
#include "jalon/screen/theme.h"

struct app_options {
	struct session_options session;
	struct appearance appearance;
	const char *terminal; /* its name, as the environment has it */
	bool speaks_no_utf8;  /* the terminal, as the locale says: the person is to know */
	int escape_ms;        /* see jalon/screen/term.h */
};

/* Until the person leaves. */
bool app_run(const struct app_options *options, struct err *err);

#endif
