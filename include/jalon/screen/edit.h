/* SPDX-License-Identifier: MIT
 *
 * edit: a text being typed, on one line or several.
 *
 * For     dialogues. Keys do what line editors do: Ctrl-A/E, Ctrl-W/U/K, Ctrl-D, arrows, Home, End,
 *         word moves with Ctrl-arrows and Alt-B/F, Alt-D, Alt-Backspace; Backspace and Delete by
 *         whole characters; Ctrl-_ brings back what was taken away at one stroke.
 * Owner   edit_init/edit_release; the text is the edit's.
 * Units   `at` is an offset in bytes at a character's start. At most `size_max` bytes, which is
 *         EDIT_SIZE_MAX unless told otherwise: more is left out, and edit_insert says so. */
#ifndef JALON_SCREEN_EDIT_H
#define JALON_SCREEN_EDIT_H

#include "jalon/base/buf.h"
#include "jalon/screen/canvas.h"
#include "jalon/screen/key.h"

enum { EDIT_SIZE_MAX = 64 * 1024 };

struct edit {
	struct buf text;
	size_t at;
	size_t size_max;
	bool several_lines;
	bool is_offered; /* the whole text was put there: what is typed takes its place */
	bool was_cut;    /* something was left out; for the dialogue to say, and to forget */
	/* The text as it was before a key took more than a character away. */
	struct buf before;
	size_t before_at;
	bool has_before;
};

void edit_init(struct edit *edit, const char *text, bool several_lines);
void edit_release(struct edit *edit);
/* The whole text, as selected: typing, pasting and Backspace take its place, moving keeps it. */
void edit_offer(struct edit *edit);
/* False when there was no room for all of it. On one line newlines become blanks. */
bool edit_insert(struct edit *edit, const char *text, size_t len);
/* All of it is thrown away, and can be taken back. */
void edit_throw(struct edit *edit);
/* What the last such key took away is there again; once more, and it is gone. False: there is none.
 */
bool edit_take_back(struct edit *edit);
/* Another text in its place, under the same limit. */
void edit_set(struct edit *edit, const char *text);
/* True when the key was one for typing or moving. Enter is the dialogue's, unless Alt-Enter or
 * Ctrl-J asks for a new line where there are several. */
bool edit_key(struct edit *edit, struct key key);
/* How many rows it would take, broken at words: at least 1. */
int edit_rows(const struct edit *edit, int w);
/* Shows the part around the cursor, and puts the terminal's cursor there. */
void edit_draw(const struct edit *edit, struct canvas *canvas, int x, int y, int w, int h);

#endif
