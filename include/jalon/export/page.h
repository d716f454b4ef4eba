/* SPDX-License-Identifier: MIT
 *
 * page: text for a terminal or a text file, line by line.
 *
 * For     every `--format text`, and the Markdown and text exports.
 * Owner   the caller owns buf and arena; a page borrows both.
 * Units   cells; lines fit width_cells wherever their words do.
 * Errors  none. All text is cleaned of control characters on its way in. */
#ifndef JALON_EXPORT_PAGE_H
#define JALON_EXPORT_PAGE_H

#include "jalon/base/arena.h"
#include "jalon/base/buf.h"

enum { PAGE_WIDTH_CELLS = 80 };

struct page {
	struct buf *out;
	struct arena *arena;
	int width_cells;
};

/* Cleaned, on one line. The arena's. */
const char *page_clean(struct page *page, const char *text);
/* The text, broken at words; the first line behind `first`, the others behind `next`. A newline in
 * it is shown and begins no line, so that a name cannot pass for a line of ours. An empty text adds
 * nothing. */
void page_add_text(struct page *page, const char *first, const char *next, const char *text);
/* The same with its own newlines, for notes and for what a guide says. */
void page_add_lines(struct page *page, const char *first, const char *next, const char *text);
/* One line, however long: an address that is cut cannot be copied. */
void page_add_line(struct page *page, const char *indent, const char *text);
/* A line, and one of `rule` under it, as wide. */
void page_add_title(struct page *page, const char *title, char rule);
void page_add_blank(struct page *page);

#endif
