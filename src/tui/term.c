/* SPDX-License-Identifier: MIT
 *
 * Signals only write a letter into a pipe; the one poll() of term_wait reads it with the keyboard
 * and the store's watch. What curses believes a character's width to be is asked of it before it
 * is given one, so that a font or a libc of another Unicode version cannot shift a row. */
#define _XOPEN_SOURCE_EXTENDED 1
#include "jalon/tui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

enum { ESCAPE_DELAY_MS = 25, PASTE_SIZE_MAX = 1024 * 1024 };
enum { CODE_PASTE_BEGIN = KEY_MAX + 1, CODE_PASTE_END, CODE_WORD_LEFT, CODE_WORD_RIGHT };

struct term {
	SCREEN *screen;
	struct canvas *shown;
	enum scheme scheme;
	bool colours;
	bool stale; /* all is to be shown again */
	struct buf pasted;
	struct key pending; /* the key behind an Esc, when it made no Alt of it */
	bool has_pending;
};

/* Signal handlers can be told nothing else. */
static int signal_pipe[2] = { -1, -1 };

static void on_signal(int number)
{
	int kept = errno;
	char letter = number == SIGWINCH ? 'w' : 'e';

	/* A full pipe means that the news is there already. */
	if (write(signal_pipe[1], &letter, 1) < 0)
		errno = kept;
	errno = kept;
}

static void restore_terminal(void)
{
	endwin();
}

static bool open_signals(void)
{
	static const int numbers[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT };
	struct sigaction action = { .sa_handler = on_signal };

	if (pipe(signal_pipe) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
	}
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
		sigaction(numbers[i], &action, NULL);
	return true;
}

static void open_colours(struct term *term)
{
	term->colours = term->scheme == SCHEME_COLOUR && has_colors();
	if (!term->colours)
		return;
	start_color();
	use_default_colors();
	for (int i = 0; i < ROLE_COUNT; i++)
		init_pair((short)(i + 1),
			(short)theme_look(SCHEME_COLOUR, (enum role)i)->foreground, -1);
}

/* Whatever the locale says, what we write is UTF-8: a server's account often has no LANG at all,
 * and its terminals are UTF-8 all the same. */
static void open_locale(void)
{
	setlocale(LC_CTYPE, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

static void open_keys(void)
{
	set_escdelay(ESCAPE_DELAY_MS);
	cbreak();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	define_key("\033[200~", CODE_PASTE_BEGIN);
	define_key("\033[201~", CODE_PASTE_END);
	define_key("\033[1;5D", CODE_WORD_LEFT);
	define_key("\033[1;5C", CODE_WORD_RIGHT);
	/* The terminal says where a paste begins and ends, so that it stays one note. */
	fputs("\033[?2004h", stdout);
	fflush(stdout);
}

struct term *term_open(enum scheme scheme, struct err *err)
{
	struct term *term;
	SCREEN *screen;

	open_locale();
	screen =
		isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? newterm(NULL, stdout, stdin) : NULL;
	if (!screen || !open_signals()) {
		err_set(err, ERR_FAILED, MSG_NO_TERMINAL, NULL, "%s", "");
		return NULL;
	}
	mem_set_die_hook(restore_terminal);
	term = mem_alloc(sizeof(*term));
	*term = (struct term){
		.screen = screen, .scheme = scheme, .stale = true, .pasted = BUF_INIT
	};
	term->shown = canvas_new(1, 1);
	open_colours(term);
	open_keys();
	return term;
}

void term_close(struct term *term)
{
	if (!term)
		return;
	fputs("\033[?2004l", stdout);
	endwin();
	mem_set_die_hook(NULL);
	delscreen(term->screen);
	canvas_free(term->shown);
	buf_release(&term->pasted);
	mem_free(term);
	signal(SIGWINCH, SIG_DFL);
	close(signal_pipe[0]);
	close(signal_pipe[1]);
}

void term_size(const struct term *term, int *w, int *h)
{
	(void)term;
	*w = COLS < TERM_CELLS_MAX ? COLS : TERM_CELLS_MAX;
	*h = LINES < TERM_CELLS_MAX ? LINES : TERM_CELLS_MAX;
}

static attr_t attributes_of(const struct look *look)
{
	attr_t attributes = A_NORMAL;

	if (look->bold)
		attributes |= A_BOLD;
	if (look->dim)
		attributes |= A_DIM;
	if (look->reverse)
		attributes |= A_REVERSE;
	if (look->underline)
		attributes |= A_UNDERLINE;
	return attributes;
}

/* The cell's character as curses takes it: one that is as wide as curses thinks, and what combines
 * with it. Returns its width for curses. */
static int wide_text(const struct cell *cell, wchar_t wide[CCHARW_MAX + 1])
{
	size_t len = strlen(cell->text);
	int count = 0, width = 0;

	for (size_t at = 0; at < len && count < CCHARW_MAX;) {
		uint32_t code_point;

		at += utf8_decode(cell->text + at, len - at, &code_point);
		if (count == 0)
			width = wcwidth((wchar_t)code_point);
		else if (wcwidth((wchar_t)code_point) != 0 || code_point == 0xfe0f)
			break;
		wide[count++] = (wchar_t)code_point;
	}
	wide[count] = L'\0';
	if (count == 0 || width < 1 || width > cell->width) {
		wide[0] = L'?';
		wide[1] = L'\0';
		width = 1;
	}
	return width;
}

static void put_cell(struct term *term, int x, int y, const struct cell *cell)
{
	const struct look *look = theme_look(term->scheme, (enum role)cell->role);
	short pair =
		term->colours && look->foreground != COLOUR_DEFAULT ? (short)(cell->role + 1) : 0;
	wchar_t wide[CCHARW_MAX + 1];
	cchar_t out;
	int width = wide_text(cell, wide);

	setcchar(&out, wide, attributes_of(look), pair, NULL);
	mvadd_wch(y, x, &out);
	if (width < cell->width) {
		setcchar(&out, L" ", attributes_of(look), pair, NULL);
		mvadd_wch(y, x + 1, &out);
	}
}

static bool cells_equal(const struct cell *one, const struct cell *other)
{
	return memcmp(one, other, sizeof(*one)) == 0;
}

void term_show(struct term *term, const struct canvas *canvas)
{
	bool all = term->stale || term->shown->w != canvas->w || term->shown->h != canvas->h;

	if (all) {
		canvas_reset(term->shown, canvas->w, canvas->h);
		erase();
	}
	for (int y = 0; y < canvas->h; y++) {
		for (int x = 0; x < canvas->w; x++) {
			const struct cell *cell = canvas_at(canvas, x, y);

			if (cell->width && !cells_equal(cell, canvas_at(term->shown, x, y)))
				put_cell(term, x, y, cell);
		}
	}
	memcpy(term->shown->cells, canvas->cells,
		(size_t)canvas->w * (size_t)canvas->h * sizeof(*canvas->cells));
	term->stale = false;
	curs_set(canvas->cursor_x >= 0 ? 1 : 0);
	if (canvas->cursor_x >= 0)
		move(canvas->cursor_y, canvas->cursor_x);
	refresh();
}

static uint32_t code_of(wint_t from)
{
	static const struct {
		wint_t curses;
		uint32_t code;
	} codes[] = {
		{ KEY_BACKSPACE, KEY_CODE_BACKSPACE },
		{ KEY_DC, KEY_CODE_DELETE },
		{ KEY_DOWN, KEY_CODE_DOWN },
		{ KEY_UP, KEY_CODE_UP },
		{ KEY_LEFT, KEY_CODE_LEFT },
		{ KEY_RIGHT, KEY_CODE_RIGHT },
		{ CODE_WORD_LEFT, KEY_CODE_WORD_LEFT },
		{ CODE_WORD_RIGHT, KEY_CODE_WORD_RIGHT },
		{ KEY_HOME, KEY_CODE_HOME },
		{ KEY_END, KEY_CODE_END },
		{ KEY_PPAGE, KEY_CODE_PAGE_UP },
		{ KEY_NPAGE, KEY_CODE_PAGE_DOWN },
		{ KEY_BTAB, KEY_CODE_BACK_TAB },
		{ KEY_ENTER, KEY_ENTER_CODE },
	};

	for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
		if (codes[i].curses == from)
			return codes[i].code;
	}
	return KEY_CODE_UNKNOWN;
}

/* Until the end of the paste, or until the line is still: a terminal may forget to say. */
static struct event read_paste(struct term *term)
{
	struct pollfd waiting = { .fd = STDIN_FILENO, .events = POLLIN };
	wint_t typed;
	int kind;

	buf_clear(&term->pasted);
	for (;;) {
		kind = get_wch(&typed);
		if (kind == ERR && poll(&waiting, 1, 200) <= 0)
			break;
		if (kind == KEY_CODE_YES && typed == CODE_PASTE_END)
			break;
		/* What is beyond the limit is read and let go. */
		if (kind == OK && typed != 0 && term->pasted.len < PASTE_SIZE_MAX)
			utf8_add(&term->pasted, typed == '\r' ? '\n' : (uint32_t)typed);
	}
	return (struct event){
		.kind = EVENT_PASTE, .text = term->pasted.text, .len = term->pasted.len
	};
}

static struct event key_event(uint32_t code, bool alt)
{
	return (struct event){ .kind = EVENT_KEY, .key = { .code = code, .alt = alt } };
}

/* Alt is an Esc right before a key; an Esc and then a key typed quickly look the same, so only the
 * keys that Alt means something with are taken for it. */
static struct event read_escape(struct term *term)
{
	wint_t behind;
	int kind = get_wch(&behind);

	if (kind == OK && wcschr(L"bfd\r", (wchar_t)behind) && behind)
		return key_event((uint32_t)behind, true);
	if (kind != ERR) {
		term->has_pending = true;
		term->pending.code = kind == OK ? (uint32_t)behind : code_of(behind);
	}
	return key_event(KEY_ESCAPE_CODE, false);
}

/* A key that has come already. */
static bool read_key(struct term *term, struct event *event)
{
	wint_t typed;
	int kind;

	if (term->has_pending) {
		term->has_pending = false;
		*event = key_event(term->pending.code, false);
		return true;
	}
	kind = get_wch(&typed);
	if (kind == ERR)
		return false;
	if (kind == KEY_CODE_YES && typed == CODE_PASTE_BEGIN)
		*event = read_paste(term);
	else if (kind == KEY_CODE_YES && (typed == KEY_RESIZE || typed == CODE_PASTE_END))
		return read_key(term, event);
	else if (kind == KEY_CODE_YES)
		*event = key_event(code_of(typed), false);
	else if (typed == KEY_ESCAPE_CODE)
		*event = read_escape(term);
	else if (typed == 0x7f || typed == '\b')
		*event = key_event(KEY_CODE_BACKSPACE, false);
	else
		*event = key_event((uint32_t)typed, false);
	return true;
}

static int clamp(int cells)
{
	if (cells < 1)
		return 1;
	return cells < TERM_CELLS_MAX ? cells : TERM_CELLS_MAX;
}

static bool read_signals(struct term *term, struct event *event)
{
	struct winsize size;
	char letters[64];
	ssize_t len = read(signal_pipe[0], letters, sizeof(letters));

	if (len <= 0)
		return false;
	if (memchr(letters, 'e', (size_t)len)) {
		event->kind = EVENT_END;
		return true;
	}
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return false;
	resizeterm(clamp(size.ws_row), clamp(size.ws_col));
	term->stale = true;
	event->kind = EVENT_RESIZE;
	return true;
}

static bool input_has_ended(short events)
{
	int waiting = 0;

	if (events & (POLLERR | POLLNVAL))
		return true;
	return ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
}

struct event term_wait(struct term *term, int fd, int wait_ms)
{
	struct event event = { .kind = EVENT_END };

	for (;;) {
		struct pollfd waiting[] = { { .fd = STDIN_FILENO, .events = POLLIN },
			{ .fd = signal_pipe[0], .events = POLLIN },
			{ .fd = fd, .events = POLLIN } };
		int ready;

		if (read_key(term, &event))
			return event;
		ready = poll(waiting, ARRAY_LEN(waiting), wait_ms);
		if (ready < 0 && errno != EINTR)
			return event;
		if (ready < 0)
			continue;
		if (waiting[1].revents && read_signals(term, &event))
			return event;
		if (waiting[0].revents && read_key(term, &event))
			return event;
		event.kind = EVENT_END;
		if (waiting[0].revents && input_has_ended(waiting[0].revents))
			return event;
		event.kind = ready == 0 ? EVENT_TIME : EVENT_FD;
		if (ready == 0 || waiting[2].revents)
			return event;
	}
}
