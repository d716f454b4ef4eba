/* SPDX-License-Identifier: MIT
 *
 * term: the terminal. The only module that knows curses.
 *
 * For     the loop: shows a canvas, and waits for what comes next, be it a key, a paste, another
 *         size, the watch of the store or the end. It waits in one call and wakes up for nothing
 *         else; it writes only what differs from the last canvas shown.
 * Owner   term_open/term_close; one at a time. The text of a paste is the term's until the next
 *         wait.
 * Units   cells; milliseconds, −1 for as long as it takes.
 * Errors  term_open: NULL when this is no terminal, or one whose cursor cannot be placed. SIGHUP,
 *         SIGTERM, SIGINT and the end of input are EVENT_END, so that the program leaves by the
 *         same door as with `q`; Ctrl-C is a key, for what is open may want less than the end. Out
 *         of memory gives the terminal back too. */
#ifndef JALON_SCREEN_TERM_H
#define JALON_SCREEN_TERM_H

#include "jalon/screen/canvas.h"
#include "jalon/screen/key.h"

enum { TERM_ESCAPE_MS = 150 }; /* where nobody says otherwise */
enum { TERM_CELLS_MAX = 512 }; /* a side; what lies beyond is left blank */

enum event_kind {
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_RESIZE,
	EVENT_CLICK,      /* a press of the first button, or a turn of the wheel */
	EVENT_BACKGROUND, /* the terminal told what its background is like */
	EVENT_FD,         /* the descriptor given to term_wait can be read */
	EVENT_TIME,       /* wait_ms have passed */
	EVENT_END
};

struct event {
	enum event_kind kind;
	struct key key;
	const char *text; /* EVENT_PASTE: UTF-8 */
	size_t len;
	/* It came without marks: a paste perhaps, or typed ahead; with line ends in it. */
	bool is_typed, has_lines;
	int turn, x, y;     /* EVENT_CLICK: −1 up and 1 down, 0: a press; in cells from 0 */
	enum scheme scheme; /* EVENT_BACKGROUND: the one for it */
};

struct term;

/* `name`: of the terminal, for terminfo; one that is unknown there is taken for what it says it is
 * like. `escape_ms`: how long the rest of a sequence may be away behind its Esc, on a slow line. */
struct term *term_open(const char *name, const struct appearance *wanted, int escape_ms);
/* From the next term_show() on it is as wanted now. */
void term_adapt(struct term *term, const struct appearance *wanted);
void term_close(struct term *term);
void term_size(const struct term *term, int *w, int *h);
void term_show(struct term *term, const struct canvas *canvas);
/* Whether something was typed that term_wait would give at once. */
bool term_has_input(const struct term *term);
/* `fd` −1 for none. */
struct event term_wait(struct term *term, int fd, int wait_ms);

#endif
