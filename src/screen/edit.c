/* SPDX-License-Identifier: MIT */
#include "jalon/screen/edit.h"

#include <string.h>

#include "jalon/base/utf8.h"

void edit_init(struct edit *edit, const char *text, bool several_lines)
{
	*edit = (struct edit){
		.text = BUF_INIT, .size_max = EDIT_SIZE_MAX, .several_lines = several_lines
	};
	edit_insert(edit, text, strlen(text));
}

void edit_release(struct edit *edit)
{
	buf_release(&edit->text);
	edit->at = 0;
}

/* Line ends of other systems become ours; on one line they become blanks. What no key can type is
 * left out. */
static void add_plain(struct buf *plain, const char *text, size_t len, bool several_lines)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\r' && i + 1 < len && text[i + 1] == '\n')
			continue;
		if (text[i] == '\r' || text[i] == '\n')
			buf_add_char(plain, several_lines ? '\n' : ' ');
		else if (text[i] == '\t')
			buf_add_char(plain, ' ');
		else if ((unsigned char)text[i] >= ' ' && text[i] != 0x7f)
			buf_add_char(plain, text[i]);
	}
}

void edit_offer(struct edit *edit)
{
	edit->is_offered = edit->text.len > 0;
}

static void drop_offered(struct edit *edit)
{
	if (!edit->is_offered)
		return;
	edit->is_offered = false;
	edit->at = 0;
	buf_clear(&edit->text);
}

bool edit_insert(struct edit *edit, const char *text, size_t len)
{
	struct buf plain = BUF_INIT;
	size_t room, fits;
	bool whole;

	if (!utf8_is_valid(text, len))
		return false;
	drop_offered(edit);
	room = edit->size_max > edit->text.len ? edit->size_max - edit->text.len : 0;
	add_plain(&plain, text, len, edit->several_lines);
	fits = plain.len;
	if (fits > room) {
		fits = room;
		while (fits && (plain.text[fits] & 0xc0) == 0x80)
			fits--;
	}
	buf_insert(&edit->text, edit->at, plain.text, fits);
	edit->at += fits;
	whole = fits == plain.len;
	edit->was_cut = edit->was_cut || !whole;
	buf_release(&plain);
	return whole;
}

void edit_set(struct edit *edit, const char *text)
{
	buf_clear(&edit->text);
	edit->at = 0;
	edit_insert(edit, text, strlen(text));
}

static size_t line_start(const struct edit *edit, size_t at)
{
	while (at > 0 && edit->text.text[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct edit *edit, size_t at)
{
	while (at < edit->text.len && edit->text.text[at] != '\n')
		at++;
	return at;
}

static void cut(struct edit *edit, size_t from, size_t to)
{
	buf_remove(&edit->text, from, to - from);
	edit->at = from;
}

/* The same column on the line above or below. */
static void move_line(struct edit *edit, bool down)
{
	const char *text = edit->text.text;
	size_t start = line_start(edit, edit->at), end = line_end(edit, edit->at);
	int column = utf8_width_cells(text + start, edit->at - start);
	size_t other;

	if (down ? end == edit->text.len : start == 0)
		return;
	other = down ? end + 1 : line_start(edit, start - 1);
	edit->at = other + utf8_fit(text + other, line_end(edit, other) - other, column, NULL);
}

static bool move(struct edit *edit, struct key key)
{
	const char *text = edit->text.text;
	size_t len = edit->text.len;

	switch (key.code) {
	case KEY_CODE_LEFT:
	case KEY_CTRL('B'):
		edit->at = utf8_previous(text, len, edit->at);
		return true;
	case KEY_CODE_RIGHT:
	case KEY_CTRL('F'):
		edit->at = utf8_next(text, len, edit->at);
		return true;
	case KEY_CODE_WORD_LEFT:
		edit->at = utf8_previous_word(text, len, edit->at);
		return true;
	case KEY_CODE_WORD_RIGHT:
		edit->at = utf8_next_word(text, len, edit->at);
		return true;
	case KEY_CODE_HOME:
	case KEY_CTRL('A'):
		edit->at = line_start(edit, edit->at);
		return true;
	case KEY_CODE_END:
	case KEY_CTRL('E'):
		edit->at = line_end(edit, edit->at);
		return true;
	case KEY_CODE_UP:
	case KEY_CODE_DOWN:
		move_line(edit, key.code == KEY_CODE_DOWN);
		return true;
	default:
		return false;
	}
}

static bool remove_text(struct edit *edit, struct key key)
{
	const char *text = edit->text.text;
	size_t len = edit->text.len, at = edit->at;

	switch (key.code) {
	case KEY_CODE_BACKSPACE:
	case KEY_CTRL('H'):
	case 0x7f:
		if (edit->is_offered)
			drop_offered(edit);
		else
			cut(edit, utf8_previous(text, len, at), at);
		return true;
	case KEY_CODE_DELETE:
	case KEY_CTRL('D'):
		if (edit->is_offered)
			drop_offered(edit);
		else
			cut(edit, at, utf8_next(text, len, at));
		return true;
	case KEY_CTRL('W'):
		cut(edit, utf8_previous_word(text, len, at), at);
		return true;
	case KEY_CTRL('U'):
		cut(edit, line_start(edit, at), at);
		return true;
	case KEY_CTRL('K'):
		cut(edit, at, line_end(edit, at));
		return true;
	default:
		return false;
	}
}

static bool alt_key(struct edit *edit, struct key key)
{
	const char *text = edit->text.text;
	size_t len = edit->text.len;

	switch (key.code) {
	case 'b':
		edit->at = utf8_previous_word(text, len, edit->at);
		return true;
	case 'f':
		edit->at = utf8_next_word(text, len, edit->at);
		return true;
	case 'd':
		cut(edit, edit->at, utf8_next_word(text, len, edit->at));
		return true;
	case KEY_ENTER_CODE:
		return edit->several_lines && edit_insert(edit, "\n", 1);
	default:
		return false;
	}
}

/* A key that moved or cut is at work on the text: it is the person's own from now on. */
static bool keep_offered(struct edit *edit, bool was_taken)
{
	edit->is_offered = edit->is_offered && !was_taken;
	return was_taken;
}

bool edit_key(struct edit *edit, struct key key)
{
	struct buf typed = BUF_INIT;

	if (key.alt)
		return keep_offered(edit, alt_key(edit, key));
	if (move(edit, key) || remove_text(edit, key))
		return keep_offered(edit, true);
	if (key.code == '\n' && edit->several_lines)
		return edit_insert(edit, "\n", 1);
	if (key.code < ' ' || key.code >= KEY_CODE_BACKSPACE)
		return false;
	utf8_add(&typed, key.code);
	edit_insert(edit, typed.text, typed.len);
	buf_release(&typed);
	return true;
}

/* How many bytes fit, and one character where none does: a letter on which signs pile up may be
 * wider than the field. */
static size_t fit_some(const char *text, size_t len, int w)
{
	size_t fits = utf8_fit(text, len, w, NULL);

	return fits || len == 0 ? fits : utf8_next(text, len, 0);
}

/* Where a row begins and how long it is: by hand and not by words, so that the cursor never jumps
 * while a word grows. */
static size_t row_len(const struct edit *edit, size_t start, int w)
{
	return fit_some(edit->text.text + start, line_end(edit, start) - start, w);
}

/* Where the row after this one starts; past the end when there is none. */
static size_t next_row(const struct edit *edit, size_t start, size_t len)
{
	size_t end = start + len;

	if (end >= edit->text.len)
		return edit->text.len + 1;
	return edit->text.text[end] == '\n' ? end + 1 : end;
}

int edit_rows(const struct edit *edit, int w)
{
	int rows = 0;

	for (size_t at = 0; at <= edit->text.len; rows++)
		at = next_row(edit, at, row_len(edit, at, w));
	return rows;
}

/* Within the field, even where a single character is wider than it. */
static void put_cursor(struct canvas *canvas, int x, int y, int w, int before)
{
	canvas->cursor_x = x + (before < w ? before : w - 1);
	canvas->cursor_y = y;
}

static void draw_line(const struct edit *edit, struct canvas *canvas, int x, int y, int w)
{
	const char *text = edit->text.text;
	size_t start = 0;

	/* Scrolled by halves of the width, so that some of what stands before stays in sight. */
	while (utf8_width_cells(text + start, edit->at - start) >= w)
		start += fit_some(text + start, edit->at - start, w / 2);
	for (int i = 0; i < w; i++)
		canvas_put(canvas, x + i, y, 1, ROLE_INPUT, " ");
	canvas_put_len(canvas, x, y, w, edit->is_offered ? ROLE_SELECTED : ROLE_INPUT, text + start,
		fit_some(text + start, edit->text.len - start, w));
	put_cursor(canvas, x, y, w, utf8_width_cells(text + start, edit->at - start));
}

/* The row that the cursor is on, counted from the first, and where it starts. */
static int cursor_row(const struct edit *edit, int w, size_t *start)
{
	int row = 0;

	*start = 0;
	for (size_t at = next_row(edit, 0, row_len(edit, 0, w)); at <= edit->at;
		at = next_row(edit, at, row_len(edit, at, w))) {
		*start = at;
		row++;
	}
	return row;
}

void edit_draw(const struct edit *edit, struct canvas *canvas, int x, int y, int w, int h)
{
	int text_w = w > 1 ? w - 1 : 1, row, top;
	size_t cursor_start, at = 0;

	if (w < 1 || h < 1)
		return;
	if (!edit->several_lines) {
		draw_line(edit, canvas, x, y, w);
		return;
	}
	row = cursor_row(edit, text_w, &cursor_start);
	top = row >= h ? row - h + 1 : 0;
	for (int i = 0; i < top; i++)
		at = next_row(edit, at, row_len(edit, at, text_w));
	for (int i = 0; i < h; i++) {
		for (int k = 0; k < w; k++)
			canvas_put(canvas, x + k, y + i, 1, ROLE_INPUT, " ");
		if (at > edit->text.len)
			continue;
		canvas_put_len(canvas, x, y + i, w, ROLE_INPUT, edit->text.text + at,
			row_len(edit, at, text_w));
		at = next_row(edit, at, row_len(edit, at, text_w));
	}
	put_cursor(canvas, x, y + row - top, w,
		utf8_width_cells(edit->text.text + cursor_start, edit->at - cursor_start));
}
