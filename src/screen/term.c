/* SPDX-License-Identifier: MIT
 *
 * The one poll() of term_wait waits for the keyboard, signals and the store's watch. What curses
 * believes a character's width to be is asked of it before it is given one, so that a font or a
 * libc of another Unicode version cannot shift a row. */
#define _XOPEN_SOURCE_EXTENDED 1
#include "jalon/screen/term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "jalon/base/utf8.h"
#include "screen/partial.h"
#include "screen/signals.h"

enum { ESCAPE_DELAY_MS = 25, PASTE_SIZE_MAX = 128 * 1024 };
/* A paste whose end does not come is over when the line has been still for so long. */
enum { PASTE_STILL_MS = 3000 };
enum { CODE_PASTE_BEGIN = KEY_MAX + 1, CODE_PASTE_END, CODE_WORD_LEFT, CODE_WORD_RIGHT };
enum { CTRL_L = 12, SEQUENCE_MAX = 32 };
/* The size of a terminal that does not tell it. */
enum { ROWS_UNTOLD = 24, COLUMNS_UNTOLD = 80 };

struct term {
	SCREEN *screen;
	struct canvas *shown;
	enum scheme scheme;
	bool colours;
	bool stale; /* all is to be shown again */
	bool pasting;
	struct buf pasted;
	bool skipping;   /* the paste is too long: its rest is let go */
	size_t end_seen; /* how much of the mark that ends it has been read */
	struct partial partial;
	int pending; /* what came behind an Esc and made no Alt of it; ERR for nothing */
};

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

/* The terminal says where a paste begins and ends, so that it stays one note. */
static void ask_for_pastes(bool wanted)
{
	fputs(wanted ? "\033[?2004h" : "\033[?2004l", stdout);
	fflush(stdout);
}

static void restore_terminal(void)
{
	ask_for_pastes(false);
	endwin();
}

/* What terminals send whatever their description says. */
static void define_keys(void)
{
	static const struct {
		const char *sequence;
		int code;
	} keys[] = {
		{ "\033[200~", CODE_PASTE_BEGIN },
		{ "\033[201~", CODE_PASTE_END },
		{ "\033[1;5D", CODE_WORD_LEFT },
		{ "\033[1;5C", CODE_WORD_RIGHT },
		{ "\033[1;3D", CODE_WORD_LEFT },
		{ "\033[1;3C", CODE_WORD_RIGHT },
		{ "\033[A", KEY_UP },
		{ "\033[B", KEY_DOWN },
		{ "\033[C", KEY_RIGHT },
		{ "\033[D", KEY_LEFT },
		{ "\033[H", KEY_HOME },
		{ "\033[F", KEY_END },
		{ "\033[1~", KEY_HOME },
		{ "\033[4~", KEY_END },
	};

	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		define_key(keys[i].sequence, keys[i].code);
}

/* Ctrl-S is a key that people press to save, and must not freeze the screen until a Ctrl-Q that
 * they never heard of. */
static void free_ctrl_s(void)
{
	struct termios mode;

	if (tcgetattr(STDIN_FILENO, &mode) != 0)
		return;
	mode.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
	if (tcsetattr(STDIN_FILENO, TCSANOW, &mode) == 0)
		def_prog_mode();
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
	free_ctrl_s();
	define_keys();
	ask_for_pastes(true);
}

static int clamp(int cells)
{
	return cells < TERM_CELLS_MAX ? cells : TERM_CELLS_MAX;
}

/* What the terminal says, within bounds: some say 65535 × 65535, and curses makes room for every
 * cell. False where it says nothing: then we keep what we have. */
static bool find_size(int *rows, int *columns)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col)
		return false;
	*rows = clamp(size.ws_row);
	*columns = clamp(size.ws_col);
	return true;
}

static void read_size(void)
{
	int rows, columns;

	if (find_size(&rows, &columns))
		resizeterm(rows, columns);
}

static bool put_number(const char *name, int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	return setenv(name, text, 1) == 0;
}

/* The only size that newterm() takes from us is the environment's. It opens with none where the
 * terminal's description has no size, as those of the Linux console and of PuTTY have none. */
static SCREEN *open_curses(void)
{
	int rows = ROWS_UNTOLD, columns = COLUMNS_UNTOLD;
	SCREEN *screen = NULL;

	find_size(&rows, &columns);
	use_env(TRUE);
	if (put_number("LINES", rows) && put_number("COLUMNS", columns))
		screen = newterm(NULL, stdout, stdin);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	return screen;
}

/* A screen whose cursor goes where it is told; NULL for terminals that only print, or that nobody
 * knows. */
static SCREEN *open_screen(void)
{
	SCREEN *screen = open_curses();
	const char *address = screen ? tigetstr("cup") : NULL;

	if (address && address != (const char *)-1)
		return screen;
	if (screen) {
		/* Not endwin(), which goes to the last line in its own way. */
		reset_shell_mode();
		delscreen(screen);
	}
	return NULL;
}

struct term *term_open(enum scheme scheme)
{
	struct term *term;
	SCREEN *screen;

	open_locale();
	screen = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? open_screen() : NULL;
	if (!screen || !signals_open())
		return NULL;
	mem_set_die_hook(restore_terminal);
	term = mem_alloc(sizeof(*term));
	*term = (struct term){ .screen = screen,
		.scheme = scheme,
		.stale = true,
		.pasted = BUF_INIT,
		.pending = ERR };
	term->shown = canvas_new(1, 1);
	open_colours(term);
	open_keys();
	return term;
}

void term_close(struct term *term)
{
	if (!term)
		return;
	ask_for_pastes(false);
	endwin();
	mem_set_die_hook(NULL);
	delscreen(term->screen);
	canvas_free(term->shown);
	buf_release(&term->pasted);
	mem_free(term);
	signals_close();
}

void term_size(const struct term *term, int *w, int *h)
{
	(void)term;
	*w = clamp(COLS);
	*h = clamp(LINES);
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

static uint32_t code_of(int from)
{
	static const struct {
		int curses;
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

static struct event key_event(uint32_t code, bool alt)
{
	return (struct event){ .kind = EVENT_KEY, .key = { .code = code, .alt = alt } };
}

static struct event end_paste(struct term *term)
{
	term->pasting = false;
	term->skipping = false;
	/* A terminal may be set to another encoding. */
	utf8_keep_valid(&term->pasted);
	return (struct event){
		.kind = EVENT_PASTE, .text = term->pasted.text, .len = term->pasted.len
	};
}

static void add_pasted(struct term *term, int typed)
{
	struct buf *pasted = &term->pasted;

	if (typed <= 0 || typed > 0xff)
		return;
	if (pasted->len < PASTE_SIZE_MAX) {
		buf_add_char(pasted, typed == '\r' ? '\n' : (char)typed);
		return;
	}
	/* Curses looks ahead behind an Esc; away from any, it holds nothing back. */
	term->skipping =
		typed != KEY_ESCAPE_CODE &&
		!memchr(pasted->text + pasted->len - SEQUENCE_MAX, KEY_ESCAPE_CODE, SEQUENCE_MAX);
	term->end_seen = 0;
}

/* The rest of a paste that is too long, by blocks: byte by byte, 10 MB take a minute. What stands
 * behind it in the last block goes back to curses, as far as it takes it. */
static bool skip_pasted(struct term *term, struct event *event, bool *consumed)
{
	static const char end[] = "\033[201~";
	char block[4096];
	int waiting = 0;

	while (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0) {
		ssize_t len = read(STDIN_FILENO, block, sizeof(block));

		*consumed = *consumed || len > 0;
		for (ssize_t i = 0; i < len; i++) {
			if (block[i] != end[term->end_seen])
				term->end_seen = 0;
			if (block[i] == end[term->end_seen])
				term->end_seen++;
			if (end[term->end_seen])
				continue;
			while (--len > i)
				ungetch((unsigned char)block[len]);
			*event = end_paste(term);
			return true;
		}
	}
	return false;
}

/* Reads what is left of a sequence that no key is known by, lest its letters be taken for keys. */
static struct event skip_sequence(void)
{
	for (int i = 0; i < SEQUENCE_MAX; i++) {
		int typed = getch();

		if (typed == ERR || (typed >= 0x40 && typed <= 0x7e))
			break;
	}
	return key_event(KEY_CODE_UNKNOWN, false);
}

/* Alt is an Esc right before a key; an Esc and then a key typed quickly look the same, so only the
 * keys that Alt means something with are taken for it. */
static struct event read_escape(struct term *term)
{
	int behind = getch();

	if (behind == 'b' || behind == 'f' || behind == 'd' || behind == '\r')
		return key_event((uint32_t)behind, true);
	if (behind == '[' || behind == 'O')
		return skip_sequence();
	term->pending = behind;
	return key_event(KEY_ESCAPE_CODE, false);
}

/* What one key or byte makes, if it makes anything yet. */
static bool take(struct term *term, int typed, struct event *event)
{
	uint32_t code_point;

	if (typed == CODE_PASTE_END && term->pasting) {
		*event = end_paste(term);
		return true;
	}
	if (term->pasting) {
		add_pasted(term, typed);
		return false;
	}
	if (typed >= 0x80 && typed <= 0xff) {
		if (!partial_add(&term->partial, typed, &code_point))
			return false;
		*event = key_event(code_point, false);
		return true;
	}
	partial_clear(&term->partial);
	if (typed == CODE_PASTE_BEGIN) {
		buf_clear(&term->pasted);
		term->pasting = true;
		return false;
	}
	if (typed == KEY_RESIZE || typed == CODE_PASTE_END || typed == 0)
		return false;
	if (typed == KEY_ESCAPE_CODE)
		*event = read_escape(term);
	else if (typed == 0x7f || typed == '\b')
		*event = key_event(KEY_CODE_BACKSPACE, false);
	else
		*event = key_event(typed > 0xff ? code_of(typed) : (uint32_t)typed, false);
	return true;
}

static struct event repaint(struct term *term)
{
	term->stale = true;
	clearok(curscr, TRUE);
	return (struct event){ .kind = EVENT_RESIZE };
}

/* A key that has come already. *consumed: something was read, if only a part of one. */
static bool read_key(struct term *term, struct event *event, bool *consumed)
{
	while (!term->skipping) {
		int typed = term->pending;

		term->pending = ERR;
		if (typed == ERR)
			typed = getch();
		if (typed == ERR)
			return false;
		*consumed = true;
		if (!take(term, typed, event))
			continue;
		/* What other programs may have left on the screen goes, as people expect. */
		if (event->kind == EVENT_KEY && event->key.code == CTRL_L)
			*event = repaint(term);
		return true;
	}
	return skip_pasted(term, event, consumed);
}

/* Ctrl-Z: the shell gets its terminal as it was, and we come back to ours. */
static void suspend(void)
{
	ask_for_pastes(false);
	endwin();
	signals_suspend();
	refresh();
	ask_for_pastes(true);
}

static bool read_signals(struct term *term, struct event *event)
{
	struct signals signals;

	if (!signals_read(&signals))
		return false;
	if (signals.ends) {
		event->kind = EVENT_END;
		return true;
	}
	if (signals.suspends)
		suspend();
	read_size();
	*event = repaint(term);
	return true;
}

static bool input_has_ended(short events)
{
	int waiting = 0;

	if (events & (POLLERR | POLLNVAL))
		return true;
	return ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0;
}

bool term_has_input(const struct term *term)
{
	struct pollfd waiting = { .fd = STDIN_FILENO, .events = POLLIN };

	return term->pending != ERR || poll(&waiting, 1, 0) > 0;
}

struct event term_wait(struct term *term, int fd, int wait_ms)
{
	struct event event = { .kind = EVENT_END };

	for (;;) {
		struct pollfd waiting[] = { { .fd = STDIN_FILENO, .events = POLLIN },
			{ .fd = signals_fd(), .events = POLLIN },
			{ .fd = term->pasting ? -1 : fd, .events = POLLIN } };
		bool consumed = false;
		int ready;

		if (read_key(term, &event, &consumed))
			return event;
		ready = poll(waiting, ARRAY_LEN(waiting), term->pasting ? PASTE_STILL_MS : wait_ms);
		if (ready < 0 && errno != EINTR)
			return event;
		if (ready < 0)
			continue;
		if (ready == 0 && term->pasting)
			return end_paste(term);
		if (waiting[1].revents && read_signals(term, &event))
			return event;
		consumed = false;
		if (waiting[0].revents && read_key(term, &event, &consumed))
			return event;
		event.kind = EVENT_END;
		if (waiting[0].revents && !consumed && input_has_ended(waiting[0].revents))
			return event;
		event.kind = ready == 0 ? EVENT_TIME : EVENT_FD;
		if (ready == 0 || waiting[2].revents)
			return event;
	}
}
