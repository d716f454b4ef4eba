/* SPDX-License-Identifier: MIT */
#include "jalon/screen/canvas.h"

#include <string.h>

#include "jalon/base/utf8.h"

struct canvas *canvas_new(int w, int h)
{
	struct canvas *canvas = mem_alloc(sizeof(*canvas));

	canvas_reset(canvas, w, h);
	return canvas;
}

void canvas_free(struct canvas *canvas)
{
	if (!canvas)
		return;
	mem_free(canvas->cells);
	mem_free(canvas);
}

static const struct cell blank = { .text = " ", .width = 1, .role = ROLE_PLAIN };

void canvas_reset(struct canvas *canvas, int w, int h)
{
	if (w != canvas->w || h != canvas->h || !canvas->cells)
		canvas->cells =
			mem_resize(canvas->cells, (size_t)w * (size_t)h * sizeof(*canvas->cells));
	canvas->w = w;
	canvas->h = h;
	canvas->cursor_x = canvas->cursor_y = -1;
	for (int i = 0; i < w * h; i++)
		canvas->cells[i] = blank;
}

const struct cell *canvas_at(const struct canvas *canvas, int x, int y)
{
	return &canvas->cells[y * canvas->w + x];
}

/* A cell that loses half of a wide character becomes blank. */
static void unlink_wide(struct canvas *canvas, int x, int y)
{
	struct cell *cell = &canvas->cells[y * canvas->w + x];

	if (cell->width == 0 && x > 0)
		cell[-1] = blank;
	if (cell->width == 2 && x + 1 < canvas->w)
		cell[1] = blank;
}

/* What a sign is where only those of ASCII can be shown. Each takes one cell, as the other does.
 * Letters with accents are in every font. */
static const char *ascii_sign(const char *text, size_t len)
{
	static const struct {
		const char *sign, *ascii;
	} signs[] = {
		{ "─", "-" },
		{ "│", "|" },
		{ "└", "`" },
		{ "┐", "." },
		{ "■", "#" },
		{ "□", "." },
		{ "▾", "v" },
		{ "▸", ">" },
		{ "◂", "<" },
		{ "◆", "*" },
		{ "●", "*" },
		{ "✎", "*" },
		{ "○", "o" },
		{ "✓", "x" },
		{ "–", "-" },
		{ "—", "-" },
		{ "…", "~" },
		{ "’", "'" },
		{ "“", "\"" },
		{ "”", "\"" },
		{ "↑", "^" },
		{ "↓", "v" },
		{ "←", "<" },
		{ "→", ">" },
	};

	for (size_t i = 0; (text[0] & 0x80) && i < ARRAY_LEN(signs); i++) {
		if (strlen(signs[i].sign) == len && memcmp(signs[i].sign, text, len) == 0)
			return signs[i].ascii;
	}
	return NULL;
}

static const char *ascii_for(const struct canvas *canvas, const char *text, size_t len)
{
	return canvas->signs == SIGNS_ASCII ? ascii_sign(text, len) : NULL;
}

static void put_cell(struct canvas *canvas, int x, int y, int width, enum role role,
	const char *text, size_t len)
{
	struct cell *cell = &canvas->cells[y * canvas->w + x];
	const char *ascii = ascii_for(canvas, text, len);

	if (ascii) {
		text = ascii;
		len = 1;
	}
	while (len >= CELL_TEXT_SIZE || (len && (text[len] & 0xc0) == 0x80))
		len--;
	unlink_wide(canvas, x, y);
	if (width == 2)
		unlink_wide(canvas, x + 1, y);
	memset(cell, 0, sizeof(*cell));
	memcpy(cell->text, text, len);
	cell->width = (unsigned char)width;
	cell->role = (unsigned char)role;
	if (width == 2)
		cell[1] = (struct cell){ .text = "", .width = 0, .role = (unsigned char)role };
}

/* Cleaned text that fits, from x on. */
static int put_clean(struct canvas *canvas, int x, int y, int max_cells, enum role role,
	const char *text, size_t len)
{
	int used = 0;

	for (size_t at = 0; at < len;) {
		size_t next = utf8_next(text, len, at);
		int width = utf8_width_cells(text + at, next - at);

		/* A rule, a bar, a pointer has one cell, however wide the terminal makes it. */
		if (width == 2 && max_cells == 1 && ascii_for(canvas, text + at, next - at))
			width = 1;
		if (used + width > max_cells)
			break;
		if (width > 0 && x + used >= 0)
			put_cell(canvas, x + used, y, width, role, text + at, next - at);
		used += width;
		at = next;
	}
	return used;
}

int canvas_put_len(struct canvas *canvas, int x, int y, int max_cells, enum role role,
	const char *text, size_t len)
{
	struct buf clean = BUF_INIT;
	int used = 0, fitting;
	size_t fits;

	if (y < 0 || y >= canvas->h || x >= canvas->w || x < 0 || max_cells <= 0)
		return 0;
	if (max_cells > canvas->w - x)
		max_cells = canvas->w - x;
	utf8_clean(&clean, text, len, false);
	fits = utf8_fit(clean.text, clean.len, max_cells, &fitting);
	if (fits == clean.len || (max_cells == 1 && ascii_for(canvas, clean.text, clean.len))) {
		used = put_clean(canvas, x, y, max_cells, role, clean.text, clean.len);
	} else {
		fits = utf8_fit(clean.text, clean.len, max_cells - 1, &fitting);
		used = put_clean(canvas, x, y, max_cells - 1, role, clean.text, fits);
		used += put_clean(canvas, x + used, y, 1, role, "…", strlen("…"));
	}
	buf_release(&clean);
	return used;
}

int canvas_put(struct canvas *canvas, int x, int y, int max_cells, enum role role, const char *text)
{
	return canvas_put_len(canvas, x, y, max_cells, role, text, strlen(text));
}

int canvas_put_right(
	struct canvas *canvas, int right, int y, int max_cells, enum role role, const char *text)
{
	struct buf clean = BUF_INIT;
	int width;

	utf8_clean(&clean, text, strlen(text), false);
	width = utf8_width_cells(clean.text, clean.len);
	buf_release(&clean);
	if (width > max_cells)
		width = max_cells;
	canvas_put(canvas, right - width, y, width, role, text);
	return right - width;
}

void canvas_paint(struct canvas *canvas, int x, int y, int w, enum role role)
{
	if (y < 0 || y >= canvas->h)
		return;
	for (int i = x < 0 ? 0 : x; i < x + w && i < canvas->w; i++)
		canvas->cells[y * canvas->w + i].role = (unsigned char)role;
}

void canvas_rule(struct canvas *canvas, int y)
{
	for (int x = 0; x < canvas->w; x++)
		canvas_put(canvas, x, y, 1, ROLE_DIM, "─");
}

void canvas_blank(struct canvas *canvas, int x, int y, int w, int h)
{
	for (int row = y < 0 ? 0 : y; row < y + h && row < canvas->h; row++) {
		for (int i = x < 0 ? 0 : x; i < x + w && i < canvas->w; i++)
			put_cell(canvas, i, row, 1, ROLE_PLAIN, " ", 1);
	}
}

void canvas_dump(struct buf *out, const struct canvas *canvas)
{
	for (int y = 0; y < canvas->h; y++) {
		for (int x = 0; x < canvas->w; x++)
			buf_add(out, canvas_at(canvas, x, y)->text);
		buf_add_char(out, '\n');
	}
	for (int y = 0; y < canvas->h; y++) {
		for (int x = 0; x < canvas->w; x++)
			buf_add_char(out,
				theme_look(SCHEME_DARK, (enum role)canvas_at(canvas, x, y)->role)
					->letter);
		buf_add_char(out, '\n');
	}
}
