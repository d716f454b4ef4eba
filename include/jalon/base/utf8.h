/* SPDX-License-Identifier: MIT
 *
 * utf8: text as people see it.
 *
 * For     everything that cuts, measures, cleans or compares text. Only this module counts cells.
 * Units   three lengths that never mix: bytes (`len`), characters (what a person calls one: a
 *         letter with its accents, a grapheme cluster), cells (columns of a terminal).
 *         Offsets are in bytes and stand at a character's start.
 * Errors  utf8_is_valid says whether bytes are UTF-8 at all; every other function wants valid
 *         text, which is what the store and the command line let in.
 * Source  Unicode, as libunistring knows it: UAX #29 (clusters, words), UAX #14 (line breaks),
 *         UAX #11 (widths). */
#ifndef JALON_BASE_UTF8_H
#define JALON_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jalon/base/arena.h"
#include "jalon/base/buf.h"

/* Strict: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is valid here. */
bool utf8_is_valid(const char *text, size_t len);
/* Nothing, or nothing but what Unicode calls white space: the no-break ones too. */
bool utf8_is_blank(const char *text);
/* Takes away the bytes that are none. */
void utf8_keep_valid(struct buf *text);
/* How many bytes of the code point at `text` (at least 1 for len > 0), and which it is. */
size_t utf8_decode(const char *text, size_t len, uint32_t *code_point);
void utf8_add(struct buf *out, uint32_t code_point);

/* Where the character after, or before, the one at `at` starts: 0 ≤ result ≤ len. */
size_t utf8_next(const char *text, size_t len, size_t at);
size_t utf8_previous(const char *text, size_t len, size_t at);
/* The same for words, as line editors move: over blanks, then over a word. */
size_t utf8_next_word(const char *text, size_t len, size_t at);
size_t utf8_previous_word(const char *text, size_t len, size_t at);

/* Whether the terminal shows in two cells what Unicode calls ambiguous (é, ○, ─): as the locale, it
 * is told once, before anything is measured, and holds for the whole program. Not so at first. */
void utf8_set_ambiguous_wide(bool is_wide);
/* What a font, a line or a braille display can show: signs that fonts of consoles lack, and braille
 * shows alike, have others of ASCII. */
enum sign_set { SIGNS_UNICODE, SIGNS_ASCII };

/* −1 for what has no place on a screen, 0 for what stands on the letter before it. */
int utf8_code_point_cells(uint32_t code_point);
/* Cells that the text takes once it is cleaned (see utf8_clean). */
int utf8_width_cells(const char *text, size_t len);
/* How many bytes of whole characters fit into max_cells; *width_cells (may be NULL) says what
 * they take. */
size_t utf8_fit(const char *text, size_t len, int max_cells, int *width_cells);

/* What no terminal may get as it is, since it drives it, or lies to the eye: controls (C0, C1, DEL,
 * line and paragraph separators), whatever formats without being seen (bidirectional controls,
 * joiners, tags, the soft hyphen…), what has no width of its own, noncharacters. */
bool utf8_is_hidden(uint32_t code_point);
/* Adds `text` so that it is only text: what is hidden becomes a visible sign (␛, <U+202E>), joiners
 * too, even where a script or a family of emoji is written with them; only the selector of an emoji
 * stays beside it. A mark without a letter gets ◌ to stand on, and those that pile up on a letter
 * beyond the fourth become signs. Tab and newline are kept when `keep_lines`, else shown as ␉
 * and ␊. Cleaning twice changes nothing. */
void utf8_clean(struct buf *out, const char *text, size_t len, bool keep_lines);
/* For a name, a title: all of `text` on one line. */
void utf8_clean_line(struct buf *out, const char *text);

/* What people type, paste, pipe or pass, as it is kept, so that one name is one person: composed
 * (NFC), every line's end a newline; of what is no text of several lines, what nobody sees at its
 * ends is gone. The text itself where nothing is to be done, else the
 * arena's; what is not UTF-8 stays as it is. */
const char *utf8_tidy(struct arena *arena, const char *text, bool has_lines);

/* What two texts have in common for a search: no case, no accents, œ as oe, ’ as '. */
void utf8_fold(struct buf *out, const char *text, size_t len);
/* Whether they have all of that in common. */
bool utf8_folds_alike(const char *one, const char *other);

struct utf8_line {
	size_t start;
	size_t len; /* without the blanks or the newline that ended it */
};
/* Breaks text into lines of at most width_cells (≥ 1), at words, and inside a word only where it
 * is wider than a line; never inside a character, never before « : ; ! ? » after a no-break
 * space. An empty text is one empty line. The lines are the arena's. */
size_t utf8_wrap(struct arena *arena, const char *text, size_t len, int width_cells,
	struct utf8_line **lines);

#endif
