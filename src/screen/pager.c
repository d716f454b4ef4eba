/* SPDX-License-Identifier: MIT */
#include "jalon/screen/pager.h"

#include <string.h>

#include "jalon/base/query.h"
#include "jalon/base/utf8.h"

enum { NARROW_CELLS = 12, NARROWEST_CELLS = 4 };

void pager_init(struct pager *pager)
{
	*pager = (struct pager){ .arena = arena_new(), .found = -1 };
	pager->text = arena_copy(pager->arena, "");
}

void pager_release(struct pager *pager)
{
	arena_free(pager->arena);
	pager->arena = NULL;
}

static bool is_mark(char byte)
{
	return (unsigned char)byte >= (unsigned char)PAGER_TITLE[0];
}

void pager_set(struct pager *pager, const char *text, bool keep_place)
{
	struct buf clean = BUF_INIT;
	const char *at = text;

	if (!keep_place)
		pager->top = 0;
	pager->found = -1;
	pager->width = 0;
	while (*at) {
		size_t len = strcspn(at, "\n");
		size_t mark = len && is_mark(*at);

		buf_add_len(&clean, at, mark);
		utf8_clean(&clean, at + mark, len - mark, false);
		at += len;
		if (*at == '\n') {
			buf_add_char(&clean, '\n');
			at++;
		}
	}
	arena_clear(pager->arena);
	pager->text = arena_copy_len(pager->arena, clean.text, clean.len);
	pager->lines = NULL;
	pager->count = 0;
	buf_release(&clean);
}

static enum role role_of_mark(char mark)
{
	static const struct {
		const char *mark;
		enum role role;
	} roles[] = {
		{ PAGER_TITLE, ROLE_STRONG },
		{ PAGER_DIM, ROLE_DIM },
		{ PAGER_ACCENT, ROLE_ACCENT },
		{ PAGER_LATE, ROLE_LATE },
	};

	for (size_t i = 0; i < ARRAY_LEN(roles); i++) {
		if (roles[i].mark[0] == mark)
			return roles[i].role;
	}
	return ROLE_PLAIN;
}

/* Where the rows below the first begin: in bytes of the first, and in cells. */
struct indent {
	size_t len;
	int cells;
};

/* Behind the first column. */
static struct indent hang(const char *text, size_t len)
{
	struct indent indent = { 0, 0 };

	indent.len = utf8_fit(text, len, PAGER_HANG_CELLS, &indent.cells);
	return indent;
}

/* Blanks at the beginning, and a "1. " or "- " behind them. */
static struct indent hanging_indent(const char *text, size_t len, int width)
{
	size_t blanks = 0, at;

	while (blanks < len && text[blanks] == ' ')
		blanks++;
	at = blanks;
	while (at < len && text[at] >= '0' && text[at] <= '9')
		at++;
	if (at > blanks && at + 1 < len && text[at] == '.' && text[at + 1] == ' ')
		at += 2;
	else if (blanks + 1 < len && text[blanks] == '-' && text[blanks + 1] == ' ')
		at = blanks + 2;
	else
		at = blanks;
	if ((int)at >= width / 2)
		at = 0;
	return (struct indent){ at, (int)at };
}

struct growing {
	struct pager *pager;
	int room;
	int line; /* of the text */
};

static void add_line(struct growing *growing, struct pager_line line)
{
	struct pager *pager = growing->pager;

	if (pager->count == growing->room) {
		int room = growing->room ? growing->room * 2 : 64;
		struct pager_line *lines =
			ARENA_ARRAY(pager->arena, struct pager_line, (size_t)room);

		if (pager->count)
			memcpy(lines, pager->lines, (size_t)pager->count * sizeof(*lines));
		pager->lines = lines;
		growing->room = room;
	}
	line.line = growing->line;
	pager->lines[pager->count++] = line;
}

/* Where two columns of the usual width do not fit, the second begins sooner, and a first one that
 * is too wide for that has a row of its own. */
static void wrap_narrow(struct growing *growing, const char *text, size_t len, int w)
{
	struct arena *arena = growing->pager->arena;
	int cells, second_cells = w < 2 * NARROW_CELLS ? NARROWEST_CELLS : NARROW_CELLS;
	size_t second = utf8_fit(text, len, PAGER_HANG_CELLS, &cells), first = second;
	size_t kept = utf8_fit(text, len, second_cells, &cells), count;
	struct utf8_line *wrapped;
	bool apart;

	while (first > 0 && text[first - 1] == ' ')
		first--;
	apart = utf8_width_cells(text, first) >= second_cells;
	if (apart)
		add_line(growing, (struct pager_line){ text, first, 0, ROLE_PLAIN, 0 });
	count = utf8_wrap(arena, text + second, len - second, w - second_cells, &wrapped);
	for (size_t i = 0; i < count; i++) {
		struct pager_line line = { text + second + wrapped[i].start, wrapped[i].len,
			second_cells, ROLE_PLAIN, 0 };

		if (i == 0 && !apart) {
			line.text = arena_format(
				arena, "%.*s%.*s", (int)kept, text, (int)line.len, line.text);
			line.len = strlen(line.text);
			line.indent = 0;
		}
		add_line(growing, line);
	}
}

static void wrap_line(struct growing *growing, const char *text, size_t len, int w)
{
	char mark = len ? *text : '\0';
	enum role role = role_of_mark(mark);
	struct utf8_line *wrapped;
	struct indent indent;
	size_t count;

	if (is_mark(mark)) {
		text++;
		len--;
	}
	if (mark == PAGER_HANG[0] && w < 2 * PAGER_HANG_CELLS) {
		wrap_narrow(growing, text, len, w);
		return;
	}
	indent = mark == PAGER_HANG[0] ? hang(text, len) : hanging_indent(text, len, w);
	count = utf8_wrap(growing->pager->arena, text + indent.len, len - indent.len,
		w - indent.cells, &wrapped);
	for (size_t i = 0; i < count; i++) {
		struct pager_line line = { text + indent.len + wrapped[i].start, wrapped[i].len,
			indent.cells, role, 0 };

		/* The first row shows the number, the dash or the key before it. */
		if (i == 0)
			line = (struct pager_line){ text,
				indent.len + wrapped[0].start + wrapped[0].len, 0, role, 0 };
		add_line(growing, line);
	}
}

static bool is_found_in_sight(const struct pager *pager)
{
	return pager->found >= pager->top && pager->found < pager->top + pager->height;
}

void pager_fit(struct pager *pager, int w, int h)
{
	struct growing growing = { pager, 0, 0 };
	bool was_seen = is_found_in_sight(pager);
	const char *at = pager->text;

	pager->height = h;
	if (w != pager->width && w > 0) {
		int kept = pager->count ? pager->top * 1000 / pager->count : -1;

		pager->width = w;
		pager->count = 0;
		/* Rows are other ones now. */
		pager->found = -1;
		pager->lines = NULL;
		while (*at) {
			size_t len = strcspn(at, "\n");

			wrap_line(&growing, at, len, w);
			growing.line++;
			at += len + (at[len] == '\n');
		}
		/* About where one was reading. */
		if (kept >= 0)
			pager->top = kept * pager->count / 1000;
	}
	if (pager->top > pager->count - h)
		pager->top = pager->count - h;
	/* What was found is not covered by what says so. */
	if (was_seen && pager->found >= pager->top + h)
		pager->top = pager->found - h + 1;
	if (pager->top < 0)
		pager->top = 0;
}

void pager_move(struct pager *pager, enum move move)
{
	int page = pager->height > 2 ? pager->height - 2 : 1;

	switch (move) {
	case MOVE_DOWN:
		pager->top++;
		break;
	case MOVE_UP:
		pager->top--;
		break;
	case MOVE_PAGE_DOWN:
		pager->top += page;
		break;
	case MOVE_PAGE_UP:
		pager->top -= page;
		break;
	case MOVE_HOME:
		pager->top = 0;
		break;
	case MOVE_END:
		pager->top = pager->count;
		break;
	}
	pager_fit(pager, pager->width, pager->height);
}

static bool begins_title(const struct pager *pager, int line)
{
	enum role role = pager->lines[line].role;

	return (role == ROLE_STRONG || role == ROLE_ACCENT) &&
	       (line == 0 || pager->lines[line - 1].role != role);
}

void pager_jump(struct pager *pager, int direction)
{
	for (int line = pager->top + direction; line >= 0 && line < pager->count;
		line += direction) {
		if (begins_title(pager, line)) {
			pager->top = line;
			pager->found = -1;
			break;
		}
	}
	pager_fit(pager, pager->width, pager->height);
}

/* A row, and with it what it had no room for: where two words stand is no matter of how wide the
 * screen is. What the next row holds alone is found there. */
static bool row_matches(
	const struct pager *pager, int row, const struct query *query, struct buf *folded)
{
	const struct pager_line *line = &pager->lines[row];
	bool goes_on = row + 1 < pager->count && line[1].line == line->line;
	size_t second;

	buf_clear(folded);
	utf8_fold(folded, line->text, line->len);
	if (query_matches_folded(query, folded->text))
		return true;
	if (!goes_on)
		return false;
	buf_add_char(folded, ' ');
	second = folded->len;
	utf8_fold(folded, line[1].text, line[1].len);
	return query_matches_folded(query, folded->text) &&
	       !query_matches_folded(query, folded->text + second);
}

bool pager_search(struct pager *pager, const char *typed, int step)
{
	struct arena *arena = arena_new();
	struct query query = query_make(arena, typed);
	int first = is_found_in_sight(pager) ? pager->found + step : pager->top;
	struct buf folded = BUF_INIT;
	bool found = false;

	for (int i = 0; i < pager->count && query.count && !found; i++) {
		int row = (first + i) % pager->count;

		if (row_matches(pager, row, &query, &folded)) {
			pager->found = row;
			pager->top = row - pager->height / 3;
			found = true;
		}
	}
	buf_release(&folded);
	arena_free(arena);
	pager_fit(pager, pager->width, pager->height);
	return found;
}

int pager_matches(const struct pager *pager, const char *typed, int *rank)
{
	struct arena *arena = arena_new();
	struct query query = query_make(arena, typed);
	struct buf folded = BUF_INIT;
	int count = 0;

	*rank = 0;
	for (int row = 0; row < pager->count && query.count; row++) {
		if (!row_matches(pager, row, &query, &folded))
			continue;
		count++;
		if (row == pager->found)
			*rank = count;
	}
	buf_release(&folded);
	arena_free(arena);
	return count;
}

void pager_draw(const struct pager *pager, struct canvas *canvas, int x, int y)
{
	for (int i = 0; i < pager->height && pager->top + i < pager->count; i++) {
		const struct pager_line *line = &pager->lines[pager->top + i];

		canvas_put_len(canvas, x + line->indent, y + i, pager->width - line->indent,
			line->role, line->text, line->len);
		if (pager->top + i == pager->found)
			canvas_paint(canvas, x, y + i, pager->width, ROLE_SELECTED);
	}
}

int pager_cursor_row(const struct pager *pager)
{
	int row = pager->found - pager->top;

	return pager->found >= 0 && row >= 0 && row < pager->height ? row : 0;
}

void pager_show_line(struct pager *pager, int line)
{
	for (int row = 0; row < pager->count; row++) {
		if (pager->lines[row].line == line) {
			pager->top = pager->found = row;
			break;
		}
	}
	pager_fit(pager, pager->width, pager->height);
}

int pager_cursor_line(const struct pager *pager)
{
	int row = pager->top + pager_cursor_row(pager);

	return row < pager->count ? pager->lines[row].line : -1;
}
