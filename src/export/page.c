/* SPDX-License-Identifier: MIT */
#include "jalon/export/page.h"

#include <string.h>

#include "jalon/base/utf8.h"

const char *page_clean(struct page *page, const char *text)
{
	struct buf clean = BUF_INIT;
	const char *copy;

	utf8_clean_line(&clean, text);
	copy = arena_copy_len(page->arena, clean.text, clean.len);
	buf_release(&clean);
	return copy;
}

static void end_line(struct page *page)
{
	/* Nobody sees blanks at the end of a line, but diffs do. */
	while (page->out->len > 0 && page->out->text[page->out->len - 1] == ' ')
		buf_cut(page->out, page->out->len - 1);
	buf_add_char(page->out, '\n');
}

/* Cleaned already. */
static void add_wrapped(struct page *page, const char *first, const char *next, struct buf *clean)
{
	int indent_cells = utf8_width_cells(next, strlen(next));
	int first_cells = utf8_width_cells(first, strlen(first));
	int width_cells;
	struct utf8_line *lines;
	size_t count;

	if (first_cells > indent_cells)
		indent_cells = first_cells;
	width_cells = page->width_cells > indent_cells ? page->width_cells - indent_cells : 1;
	if (!clean->len)
		return;
	count = utf8_wrap(page->arena, clean->text, clean->len, width_cells, &lines);
	for (size_t i = 0; i < count; i++) {
		buf_add(page->out, i == 0 ? first : next);
		buf_add_len(page->out, clean->text + lines[i].start, lines[i].len);
		end_line(page);
	}
}

void page_add_text(struct page *page, const char *first, const char *next, const char *text)
{
	struct buf clean = BUF_INIT;

	utf8_clean_line(&clean, text);
	add_wrapped(page, first, next, &clean);
	buf_release(&clean);
}

void page_add_lines(struct page *page, const char *first, const char *next, const char *text)
{
	struct buf clean = BUF_INIT;

	utf8_clean(&clean, text, strlen(text), true);
	for (size_t i = 0; i < clean.len; i++) {
		if (clean.text[i] == '\t')
			clean.text[i] = ' ';
	}
	add_wrapped(page, first, next, &clean);
	buf_release(&clean);
}

void page_add_line(struct page *page, const char *indent, const char *text)
{
	if (!text[0])
		return;
	buf_add(page->out, indent);
	buf_add(page->out, page_clean(page, text));
	end_line(page);
}

void page_add_title(struct page *page, const char *title, char rule)
{
	const char *clean = page_clean(page, title);
	int width_cells = utf8_width_cells(clean, strlen(clean));
	char text[2] = { rule, '\0' };

	if (width_cells > page->width_cells)
		width_cells = page->width_cells;
	page_add_text(page, "", "", clean);
	buf_add_repeated(page->out, text, width_cells);
	buf_add_char(page->out, '\n');
}

void page_add_blank(struct page *page)
{
	buf_add_char(page->out, '\n');
}
