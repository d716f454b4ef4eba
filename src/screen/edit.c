/* SPDX-License-Identifier: MIT */
#include "jalon/screen/edit.h"

#include <string.h>

#include "jalon/base/utf8.h"

void edit_init(struct edit *edit, const char *text, bool several_lines)
{
	*edit = (struct edit){ .text = BUF_INIT,
		.before = BUF_INIT,
		.size_max = EDIT_SIZE_MAX,
		.several_lines = several_lines };
	edit_insert(edit, text, strlen(text));
}

void edit_release(struct edit *edit)
{
	buf_release(&edit->text);
	buf_release(&edit->before);
	edit->at = 0;
	edit->has_before = false;
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

static void remember(struct edit *edit)
{
	buf_clear(&edit->before);
	buf_add_len(&edit->before, edit->text.text, edit->text.len);
	edit->before_at = edit->at;
	edit->has_before = true;
}

bool edit_take_back(struct edit *edit)
{
	struct buf text = edit->text;
	size_t at = edit->at;

	if (!edit->has_before)
		return false;
	edit->text = edit->before;
	edit->at = edit->before_at;
	edit->before = text;
	edit->before_at = at;
	edit->is_offered = false;
	return true;
}

void edit_throw(struct edit *edit)
{
	remember(edit);
	edit->is_offered = false;
	edit->at = 0;
	buf_clear(&edit->text);
}

static void drop_offered(struct edit *edit)
{
	if (edit->is_offered)
		edit_throw(edit);
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
	if (from < to && utf8_next(edit->text.text, edit->text.len, from) < to)
		remember(edit);
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
	case KEY_CODE_BACKSPACE:
		cut(edit, utf8_previous_word(text, len, edit->at), edit->at);
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
	if (key.code == KEY_CTRL('_'))
		return edit_take_back(edit);
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

/* Broken at words, like every other text. The blanks that end a row hang over its edge: a word that
 * grows takes a row of its own, and nothing else moves. One walk over the text, however long. */
static size_t wrap(const struct edit *edit, struct arena *arena, int w, struct utf8_line **rows)
{
	return utf8_wrap(arena, edit->text.text, edit->text.len, w, rows);
}

int edit_rows(const struct edit *edit, int w)
{
	struct arena *arena = arena_new();
	struct utf8_line *rows;
	size_t count = wrap(edit, arena, w > 1 ? w : 1, &rows);

	arena_free(arena);
	return (int)count;
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
	int before = utf8_width_cells(text, edit->at);
	size_t start = 0;

	/* Scrolled by halves of the width, so that some of what stands before stays in sight. */
	while (before >= w) {
		size_t len = fit_some(text + start, edit->at - start, w / 2);

		before -= utf8_width_cells(text + start, len);
		start += len;
	}
	for (int i = 0; i < w; i++)
		canvas_put(canvas, x + i, y, 1, ROLE_INPUT, " ");
	canvas_put_len(canvas, x, y, w, edit->is_offered ? ROLE_SELECTED : ROLE_INPUT, text + start,
		fit_some(text + start, edit->text.len - start, w));
	put_cursor(canvas, x, y, w, before);
}

static void draw_rows(const struct edit *edit, struct canvas *canvas, int x, int y, int w, int h)
{
	const char *text = edit->text.text;
	struct arena *arena = arena_new();
	struct utf8_line *rows;
	size_t count = wrap(edit, arena, w > 1 ? w - 1 : 1, &rows), row = 0, top;

	while (row + 1 < count && rows[row + 1].start <= edit->at)
		row++;
	top = row >= (size_t)h ? row - (size_t)h + 1 : 0;
	for (int i = 0; i < h; i++) {
		size_t shown = top + (size_t)i;

		for (int k = 0; k < w; k++)
			canvas_put(canvas, x + k, y + i, 1, ROLE_INPUT, " ");
		if (shown < count)
			canvas_put_len(canvas, x, y + i, w, ROLE_INPUT, text + rows[shown].start,
				rows[shown].len);
	}
	put_cursor(canvas, x, y + (int)(row - top), w,
		utf8_width_cells(text + rows[row].start, edit->at - rows[row].start));
	arena_free(arena);
}

void edit_draw(const struct edit *edit, struct canvas *canvas, int x, int y, int w, int h)
{
	if (w < 1 || h < 1)
		return;
	if (edit->several_lines)
		draw_rows(edit, canvas, x, y, w, h);
	else
		draw_line(edit, canvas, x, y, w);
}
