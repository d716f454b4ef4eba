/* SPDX-License-Identifier: MIT
 *
 * The one poll() of term_wait waits for the keyboard, signals and the store's watch. Curses asks
 * wcwidth() how wide a character is; ours answers, so that the two never count differently,
 * whatever the version of Unicode that libc knows, and whatever the terminal was said to do. */
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

#include "jalon/base/terminal_name.h"
#include "jalon/base/utf8.h"
#include "screen/described_keys.h"
#include "screen/input.h"
#include "screen/signals.h"

/* A sequence, or a paste, whose end does not come is over when the line has been still for so long.
 */
enum { STILL_MS = 3000 };
enum { CTRL_L = 12, READ_SIZE = 64 * 1024, MANY_COLOURS = 256 };
/* Of a paste. */
enum { PIECE_SIZE = 512, PIECE_MS = 5 };
/* The size of a terminal that does not tell it. */
enum { W_UNTOLD = 80, H_UNTOLD = 24 };

struct term {
	SCREEN *screen;
	struct canvas *shown;
	struct appearance wanted;
	enum scheme scheme;   /* that is shown */
	bool asks_background; /* what it is was asked, and not told yet */
	bool has_begun_colours, coloured[ROLE_COUNT];
	bool stale; /* all is to be shown again */
	struct input input;
	bool more; /* the last read took as much as it could */
	int escape_ms;
};

/* A light background has no use for 8 colours. */
static enum scheme scheme_that_shows(const struct term *term)
{
	if (!has_colors() ||
		(term->wanted.scheme == SCHEME_LIGHT && tigetnum("colors") < MANY_COLOURS))
		return SCHEME_MONO;
	return term->wanted.scheme;
}

/* The pairs of the scheme that is shown from now on. Who wants none does not even begin with them.
 */
static void set_colours(struct term *term)
{
	term->scheme = scheme_that_shows(term);
	term->stale = true;
	if (term->scheme != SCHEME_MONO && !term->has_begun_colours) {
		start_color();
		use_default_colors();
		term->has_begun_colours = true;
	}
	for (int i = 0; i < ROLE_COUNT; i++) {
		const struct look *look = theme_look(term->scheme, (enum role)i);
		short colour = COLORS >= MANY_COLOURS ? look->colour : look->basic;

		/* Refused where the terminal has no way back to its own colours. */
		term->coloured[i] = term->scheme != SCHEME_MONO && colour != COLOUR_DEFAULT &&
				    init_pair((short)(i + 1), colour, -1) == OK;
	}
}

/* Whatever the locale says, what we write is UTF-8: a server's account often has no LANG at all,
 * and its terminals are UTF-8 all the same. */
static void open_locale(void)
{
	setlocale(LC_CTYPE, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* NULL where this terminal has no such thing. */
static const char *find_capability(const char *name)
{
	const char *text = tigetstr(name);

	return text == (const char *)-1 ? NULL : text;
}

/* The terminal says where a paste begins and ends, so that it stays one note. What a program before
 * us may have left on, and nobody here asked for, is switched off: reports of a mouse, of focus. */
static void ask_for_modes(bool wanted)
{
	static const char quiet[] = "\033[?9l\033[?1000l\033[?1002l\033[?1003l\033[?1004l"
				    "\033[?1005l\033[?1006l\033[?1015l";
	const char *address = find_capability("cup");

	/* Where the cursor goes by other means, these mean something else. */
	if (!address || strncmp(address, "\033[", 2) != 0)
		return;
	fputs(quiet, stdout);
	fputs(wanted ? "\033[?2004h" : "\033[?2004l", stdout);
	fflush(stdout);
}

static void restore_terminal(void)
{
	ask_for_modes(false);
	endwin();
}

/* Adds a capability, without the times to wait for that it may hold. */
static void add_capability(struct buf *out, const char *name)
{
	const char *text = find_capability(name);

	while (text && *text) {
		size_t len = strcspn(text, "$");

		buf_add_len(out, text, len);
		text += len;
		if (text[0] == '$' && text[1] == '<')
			text += strcspn(text, ">") + (strchr(text, '>') != NULL);
		else if (*text)
			buf_add_char(out, *text++);
	}
}

/* What endwin() would write, for those who cannot call it. */
static void prepare_farewell(void)
{
	struct buf bytes = BUF_INIT;

	buf_add(&bytes, "\033[?2004l\033[?1006l\033[?1000l");
	add_capability(&bytes, "rmkx");
	add_capability(&bytes, "sgr0");
	add_capability(&bytes, "cnorm");
	add_capability(&bytes, "rmcup");
	buf_add(&bytes, "\r\n");
	signals_set_farewell(bytes.text, bytes.len);
	buf_release(&bytes);
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

/* Of the others, those of few colours are too old to be asked: some would show the question. */
static bool can_be_asked(void)
{
	return COLORS >= MANY_COLOURS || strncmp(termname(), "xterm", strlen("xterm")) == 0;
}

/* The answer comes when it comes, or never: nobody waits for it. */
static void ask_for_background(struct term *term)
{
	if (term->wanted.scheme_is_chosen || !term->has_begun_colours || !can_be_asked())
		return;
	term->asks_background = true;
	fputs("\033]11;?\033\\", stdout);
	fflush(stdout);
}

/* Reports of buttons and the wheel; the terminal's own selection goes as long. */
static void ask_for_mouse(bool wanted)
{
	fputs(wanted ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l", stdout);
	fflush(stdout);
}

void term_adapt(struct term *term, const struct appearance *wanted)
{
	bool had_mouse = term->wanted.has_mouse, other = wanted->scheme != term->wanted.scheme;

	term->wanted = *wanted;
	if (other)
		set_colours(term);
	if (had_mouse != wanted->has_mouse)
		ask_for_mouse(wanted->has_mouse);
}

/* Curses is told nothing of keys: bytes are read here and understood by input.c. */
static void open_keys(struct term *term)
{
	cbreak();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	typeahead(-1);
	free_ctrl_s();
	described_keys_define(&term->input, find_capability);
	ask_for_modes(true);
}

static int clamp(int cells)
{
	return cells < TERM_CELLS_MAX ? cells : TERM_CELLS_MAX;
}

/* What the terminal says, within bounds: some say 65535 × 65535, and curses makes room for every
 * cell. False where it says nothing: then we keep what we have. */
static bool find_size(int *w, int *h)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col)
		return false;
	*w = clamp(size.ws_col);
	*h = clamp(size.ws_row);
	return true;
}

static void read_size(void)
{
	int w, h;

	if (find_size(&w, &h))
		resizeterm(h, w);
}

static bool put_number(const char *name, int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	return setenv(name, text, 1) == 0;
}

/* The only size that newterm() takes from us is the environment's. It opens with none where the
 * terminal's description has no size, as those of the Linux console and of PuTTY have none. */
static SCREEN *open_curses(const char *name)
{
	const char *like = terminal_name_like(name);
	int w = W_UNTOLD, h = H_UNTOLD;
	SCREEN *screen = NULL;

	find_size(&w, &h);
	use_env(TRUE);
	if (put_number("LINES", h) && put_number("COLUMNS", w))
		screen = newterm(name, stdout, stdin);
	if (!screen && like)
		screen = newterm(like, stdout, stdin);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	return screen;
}

/* A screen whose cursor goes where it is told; NULL for terminals that only print, or that nobody
 * knows. */
static SCREEN *open_screen(const char *name)
{
	SCREEN *screen = open_curses(name);

	if (screen && find_capability("cup"))
		return screen;
	if (screen) {
		/* Not endwin(), which goes to the last line in its own way. */
		reset_shell_mode();
		delscreen(screen);
	}
	return NULL;
}

struct term *term_open(const char *name, const struct appearance *wanted, int escape_ms)
{
	struct term *term;
	SCREEN *screen;

	open_locale();
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !signals_open())
		return NULL;
	screen = open_screen(name);
	if (!screen) {
		signals_close();
		return NULL;
	}
	mem_set_die_hook(restore_terminal);
	term = mem_alloc(sizeof(*term));
	*term = (struct term){
		.screen = screen, .wanted = *wanted, .stale = true, .escape_ms = escape_ms
	};
	input_init(&term->input);
	term->shown = canvas_new(1, 1);
	set_colours(term);
	open_keys(term);
	ask_for_background(term);
	if (wanted->has_mouse)
		ask_for_mouse(true);
	prepare_farewell();
	return term;
}

void term_close(struct term *term)
{
	if (!term)
		return;
	ask_for_modes(false);
	endwin();
	mem_set_die_hook(NULL);
	delscreen(term->screen);
	canvas_free(term->shown);
	input_release(&term->input);
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
	if (look->reverse)
		attributes |= A_REVERSE;
	if (look->underline)
		attributes |= A_UNDERLINE;
	return attributes;
}

int wcwidth(wchar_t code_point)
{
	return utf8_code_point_cells((uint32_t)code_point);
}

/* The next character of the cell as curses takes it: a letter, and what stands on it. Returns its
 * cells, or 0 where none is left that has room. */
static int take_letter(const char *text, size_t *at, int room, wchar_t wide[CCHARW_MAX + 1])
{
	size_t len = strlen(text), next;
	int count = 0, width = 0;
	uint32_t code_point;

	for (; *at < len && count < CCHARW_MAX; *at = next) {
		next = *at + utf8_decode(text + *at, len - *at, &code_point);
		if (count == 0)
			width = utf8_code_point_cells(code_point);
		else if (utf8_code_point_cells(code_point) != 0)
			break;
		wide[count++] = (wchar_t)code_point;
	}
	wide[count] = L'\0';
	return width < 1 || width > room ? 0 : width;
}

/* A cluster may be more than one letter: a flag is two, and terminals that know it join them. */
static void put_cell(struct term *term, int x, int y, const struct cell *cell)
{
	const struct look *look = theme_look(term->scheme, (enum role)cell->role);
	short pair = term->coloured[cell->role] ? (short)(cell->role + 1) : 0;
	size_t at = 0;

	for (int used = 0, width; used < cell->width; used += width) {
		wchar_t wide[CCHARW_MAX + 1];
		cchar_t out;

		width = take_letter(cell->text, &at, cell->width - used, wide);
		if (width == 0) {
			wcscpy(wide, used ? L" " : L"?");
			width = 1;
		}
		setcchar(&out, wide, attributes_of(look), pair, NULL);
		mvadd_wch(y, x + used, &out);
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

static struct event repaint(struct term *term)
{
	term->stale = true;
	clearok(curscr, TRUE);
	return (struct event){ .kind = EVENT_RESIZE };
}

static struct event event_of(struct term *term, const struct input_event *input)
{
	/* What other programs may have left on the screen goes, as people expect. */
	if (input->kind == INPUT_KEY && input->key.code == CTRL_L)
		return repaint(term);
	if (input->kind == INPUT_CLICK)
		return (struct event){
			.kind = EVENT_CLICK, .turn = input->turn, .x = input->x, .y = input->y
		};
	if (input->kind == INPUT_BACKGROUND) {
		term->asks_background = false;
		return (struct event){ .kind = EVENT_BACKGROUND,
			.scheme = scheme_for_background(input->red, input->green, input->blue) };
	}
	if (input->kind == INPUT_KEY)
		return (struct event){ .kind = EVENT_KEY, .key = input->key };
	return (struct event){ .kind = EVENT_PASTE,
		.text = input->text,
		.len = input->len,
		.is_typed = input->is_typed,
		.has_lines = input->has_lines };
}

/* What the bytes that have been read make. */
static bool take_event(struct term *term, struct event *event)
{
	struct input_event input;

	while (input_next(&term->input, term->more, &input)) {
		if ((input.kind == INPUT_BACKGROUND && !term->asks_background) ||
			(input.kind == INPUT_CLICK && !term->wanted.has_mouse))
			continue;
		*event = event_of(term, &input);
		return true;
	}
	return false;
}

/* False at the end of input. A terminal gives 4 KiB at a time, whatever is asked: what nobody types
 * so fast is read on while the rest follows at once, since each step of a paste is looked at, kept
 * and shown. */
static bool read_bytes(struct term *term)
{
	struct pollfd waiting = { .fd = STDIN_FILENO, .events = POLLIN };
	char bytes[READ_SIZE];
	size_t total = 0;
	ssize_t len;

	do {
		len = read(STDIN_FILENO, bytes + total, sizeof(bytes) - total);
		total += len > 0 ? (size_t)len : 0;
	} while (len >= PIECE_SIZE && total < sizeof(bytes) && poll(&waiting, 1, PIECE_MS) > 0);
	if (total > 0)
		input_feed(&term->input, bytes, total);
	term->more = total == sizeof(bytes);
	return total > 0 || (len < 0 && (errno == EINTR || errno == EAGAIN));
}

static void take_terminal_again(void)
{
	endwin();
	refresh();
	ask_for_modes(true);
}

/* Ctrl-Z: the shell gets its terminal as it was, and we come back to ours. */
static void suspend(void)
{
	restore_terminal();
	signals_suspend();
	refresh();
	ask_for_modes(true);
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
	if (signals.interrupts) {
		*event = (struct event){ .kind = EVENT_KEY, .key = { .code = KEY_CTRL('C') } };
		return true;
	}
	if (signals.suspends)
		suspend();
	/* Whoever stopped us may have left the terminal in other modes. */
	else if (signals.goes_on)
		take_terminal_again();
	read_size();
	*event = repaint(term);
	return true;
}

bool term_has_input(const struct term *term)
{
	struct pollfd waiting = { .fd = STDIN_FILENO, .events = POLLIN };

	return term->input.at + 1 < term->input.bytes.len || poll(&waiting, 1, 0) > 0;
}

/* How long to wait for what is begun to go on; −1: nothing is. */
static int patience_ms(const struct term *term)
{
	if (input_is_escape(&term->input))
		return term->escape_ms;
	return input_is_begun(&term->input) ? STILL_MS : -1;
}

static int sooner(int one, int other)
{
	if (one < 0 || other < 0)
		return one < 0 ? other : one;
	return one < other ? one : other;
}

struct event term_wait(struct term *term, int fd, int wait_ms)
{
	struct event event = { .kind = EVENT_END };

	signals_went_on();
	while (!take_event(term, &event)) {
		struct pollfd waiting[] = { { .fd = STDIN_FILENO, .events = POLLIN },
			{ .fd = signals_fd(), .events = POLLIN }, { .fd = fd, .events = POLLIN } };
		int patience = patience_ms(term);
		int ready = poll(waiting, ARRAY_LEN(waiting), sooner(patience, wait_ms));
		struct input_event input;

		if (ready < 0 && errno != EINTR)
			return event;
		if (ready < 0)
			continue;
		if (waiting[1].revents && read_signals(term, &event))
			return event;
		if (waiting[0].revents) {
			if (!read_bytes(term))
				return event;
			continue;
		}
		if (ready == 0 && patience >= 0 && (wait_ms < 0 || patience <= wait_ms)) {
			if (input_give_up(&term->input, &input))
				return event_of(term, &input);
			continue;
		}
		event.kind = ready == 0 ? EVENT_TIME : EVENT_FD;
		if (ready == 0 || waiting[2].revents)
			return event;
		event.kind = EVENT_END;
	}
	return event;
}
