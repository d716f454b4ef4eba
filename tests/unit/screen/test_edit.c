/* SPDX-License-Identifier: MIT */
#include "jalon/screen/edit.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "jalon/base/mem.h"

/* "|" in a text is the cursor. */
static void edit_begin(struct edit *edit, const char *text, bool several_lines)
{
	const char *bar = strchr(text, '|');
	struct buf plain = BUF_INIT;

	buf_add_len(&plain, text, (size_t)(bar - text));
	buf_add(&plain, bar + 1);
	edit_init(edit, plain.text, several_lines);
	edit->at = (size_t)(bar - text);
	buf_release(&plain);
}

static void edit_end(struct edit *edit, struct buf *out)
{
	buf_add_len(out, edit->text.text, edit->at);
	buf_add_char(out, '|');
	buf_add(out, edit->text.text + edit->at);
	edit_release(edit);
}

static const struct {
	const char *name, *before, *keys, *after;
} single[] = {
	{ "letters go in at the cursor", "ab|d", "c", "abc|d" },
	{ "é is a letter", "|", "é", "é|" },
	{ "Backspace takes a character", "ét|e", "Backspace", "é|e" },
	{ "Backspace takes a letter with its accent", "ae\u0301|", "Backspace", "a|" },
	{ "Backspace takes a wide character", "漢|字", "Backspace", "|字" },
	{ "Backspace takes an emoji with all its parts", "👩‍👧|", "Backspace", "|" },
	{ "Backspace at the start does nothing", "|a", "Backspace", "|a" },
	{ "Delete takes what is behind", "a|é", "Delete", "a|" },
	{ "Ctrl-D too", "a|éb", "Ctrl-D", "a|b" },
	{ "Delete at the end does nothing", "a|", "Delete", "a|" },
	{ "Left goes over a letter with its accent", "ae\u0301|", "Left", "a|e\u0301" },
	{ "Right likewise", "a|e\u0301b", "Right", "ae\u0301|b" },
	{ "Home and End", "ab|c", "Home x End y", "xabcy|" },
	{ "Ctrl-A and Ctrl-E", "ab|c", "Ctrl-A x Ctrl-E y", "xabcy|" },
	{ "Ctrl-W takes a word", "un deux|", "Ctrl-W", "un |" },
	{ "Ctrl-W takes blanks and the word before", "un deux  |", "Ctrl-W", "un |" },
	{ "Ctrl-U takes what is before", "un deux| trois", "Ctrl-U", "| trois" },
	{ "Ctrl-K takes what is behind", "un| deux", "Ctrl-K", "un|" },
	{ "Alt-b goes back a word", "un deux|", "Alt-b", "un |deux" },
	{ "Alt-f goes on a word", "|un deux", "Alt-f", "un| deux" },
	{ "Alt-d takes the word behind", "|un deux", "Alt-d", "| deux" },
	{ "Alt-Backspace takes the word before", "un deux|", "Alt-Backspace", "un |" },
	{ "Ctrl with arrows goes by words", "un deux|", "Ctrl-Left Ctrl-Left x", "x|un deux" },
};

static void press(struct edit *edit, const char *names)
{
	char *copy = mem_copy_text(names), *rest;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		struct key key;

		cr_assert(key_parse(name, &key), "%s", name);
		edit_key(edit, key);
	}
	mem_free(copy);
}

Test(edit, does_on_a_line_what_people_expect)
{
	for (size_t i = 0; i < ARRAY_LEN(single); i++) {
		struct buf after = BUF_INIT;
		struct edit edit;

		edit_begin(&edit, single[i].before, false);
		press(&edit, single[i].keys);
		edit_end(&edit, &after);
		cr_expect_str_eq(after.text, single[i].after, "%s: %s", single[i].name, after.text);
		buf_release(&after);
	}
}

static const struct {
	const char *name, *keys, *after;
} offered[] = {
	{ "a letter takes its place", "Z o é", "Zoé|" },
	{ "so does Backspace", "Backspace", "|" },
	{ "so does Delete, once", "Delete x Left Delete", "|" },
	{ "a move keeps it", "End x", "Inèsx|" },
	{ "Ctrl-W is at work on it", "Ctrl-W x", "x|" },
	{ "a key that does nothing leaves it so", "Ctrl-G Z", "Z|" },
};

Test(edit, puts_what_is_typed_in_the_place_of_what_was_offered)
{
	for (size_t i = 0; i < ARRAY_LEN(offered); i++) {
		struct buf after = BUF_INIT;
		struct edit edit;

		edit_init(&edit, "Inès", false);
		edit_offer(&edit);
		press(&edit, offered[i].keys);
		edit_end(&edit, &after);
		cr_expect_str_eq(
			after.text, offered[i].after, "%s: %s", offered[i].name, after.text);
		buf_release(&after);
	}
}

static const struct {
	const char *name, *before, *keys, *after;
} several[] = {
	{ "Ctrl-J is a new line", "ab|c", "Ctrl-J", "ab\n|c" },
	{ "Up keeps the column", "abcd\nef|", "Up", "ab|cd\nef" },
	{ "Down keeps the column", "ab|cd\nefgh", "Down", "abcd\nef|gh" },
	{ "Down stops at the end of a shorter line", "abcd|\nef", "Down", "abcd\nef|" },
	{ "Up on the first line does nothing", "a|b\nc", "Up", "a|b\nc" },
	{ "Home is of the line", "ab\ncd|", "Home", "ab\n|cd" },
	{ "Ctrl-U is of the line", "ab\ncd|", "Ctrl-U", "ab\n|" },
	{ "Ctrl-K is of the line", "|ab\ncd", "Ctrl-K", "|\ncd" },
	{ "Backspace joins lines", "ab\n|cd", "Backspace", "ab|cd" },
};

Test(edit, knows_lines_in_a_note)
{
	for (size_t i = 0; i < ARRAY_LEN(several); i++) {
		struct buf after = BUF_INIT;
		struct edit edit;

		edit_begin(&edit, several[i].before, true);
		press(&edit, several[i].keys);
		edit_end(&edit, &after);
		cr_expect_str_eq(
			after.text, several[i].after, "%s: %s", several[i].name, after.text);
		buf_release(&after);
	}
}

static const struct {
	const char *name, *pasted, *one_line, *lines;
} pastes[] = {
	{ "lines", "a\nb", "a b", "a\nb" },
	{ "lines of other systems", "a\r\nb\rc", "a b c", "a\nb\nc" },
	{ "tabs", "a\tb", "a b", "a b" },
	{ "what drives terminals", "a\033[31mb\x07", "a[31mb", "a[31mb" },
};

Test(edit, takes_pastes_as_text)
{
	for (size_t i = 0; i < ARRAY_LEN(pastes); i++) {
		struct edit line, note;

		edit_init(&line, "", false);
		edit_init(&note, "", true);
		edit_insert(&line, pastes[i].pasted, strlen(pastes[i].pasted));
		edit_insert(&note, pastes[i].pasted, strlen(pastes[i].pasted));
		cr_expect_str_eq(line.text.text, pastes[i].one_line, "%s", pastes[i].name);
		cr_expect_str_eq(note.text.text, pastes[i].lines, "%s", pastes[i].name);
		edit_release(&line);
		edit_release(&note);
	}
}

Test(edit, leaves_out_what_is_too_much_and_says_so)
{
	size_t len = 2 * EDIT_SIZE_MAX;
	char *text = mem_alloc(len + 1);
	struct edit edit;

	for (size_t i = 0; i < len; i += 2)
		memcpy(text + i, "é", 2);
	edit_init(&edit, "x", false);
	cr_expect_not(edit_insert(&edit, text, len));
	cr_expect_leq(edit.text.len, EDIT_SIZE_MAX);
	cr_expect(edit.text.len % 2 == 1, "no character is cut in half");
	edit_release(&edit);
	mem_free(text);
}

static const struct {
	const char *name, *text;
	int w, h, cursor_x, cursor_y;
	const char *rows;
} drawings[] = {
	{ "short", "été|", 8, 1, 3, 0, "été     \n" },
	{ "scrolled by halves", "0123456789|", 8, 1, 6, 0, "456789  \n" },
	{ "wide characters", "漢字|", 8, 1, 4, 0, "漢字    \n" },
};

Test(edit, keeps_the_cursor_in_sight)
{
	for (size_t i = 0; i < ARRAY_LEN(drawings); i++) {
		struct canvas *canvas = canvas_new(drawings[i].w, drawings[i].h);
		struct buf dump = BUF_INIT;
		struct edit edit;

		edit_begin(&edit, drawings[i].text, false);
		edit_draw(&edit, canvas, 0, 0, drawings[i].w, drawings[i].h);
		canvas_dump(&dump, canvas);
		cr_expect_eq(canvas->cursor_x, drawings[i].cursor_x, "%s", drawings[i].name);
		cr_expect_eq(canvas->cursor_y, drawings[i].cursor_y, "%s", drawings[i].name);
		cr_expect(strncmp(dump.text, drawings[i].rows, strlen(drawings[i].rows)) == 0,
			"%s: %s", drawings[i].name, dump.text);
		buf_release(&dump);
		edit_release(&edit);
		canvas_free(canvas);
	}
}

Test(edit, shows_the_lines_around_the_cursor)
{
	struct canvas *canvas = canvas_new(5, 2);
	struct buf dump = BUF_INIT;
	struct edit edit;

	edit_begin(&edit, "un\ndeux\ntrois|", true);
	cr_expect_eq(edit_rows(&edit, 4), 4);
	edit_draw(&edit, canvas, 0, 0, 5, 2);
	canvas_dump(&dump, canvas);
	cr_expect(strncmp(dump.text, "troi \ns    \n", 12) == 0, "%s", dump.text);
	cr_expect_eq(canvas->cursor_x, 1);
	cr_expect_eq(canvas->cursor_y, 1);
	buf_release(&dump);
	edit_release(&edit);
	canvas_free(canvas);
}

/* In a field of 8 cells, the last of which is the cursor's, on 3 rows. */
static const struct {
	const char *name, *text;
	int cursor_x, cursor_y;
	const char *rows;
} notes[] = {
	{ "a word that grows", "un deu|", 6, 0, "un deu  \n        \n        \n" },
	{ "beyond the edge goes below, whole", "un deuxi|", 5, 1,
		"un      \ndeuxi   \n        \n" },
	{ "the blank that ends a row hangs", "un deux |", 7, 0, "un deux \n        \n        \n" },
	{ "however many there are", "un deux    |", 7, 0, "un deux \n        \n        \n" },
	{ "and what follows begins a row", "un deux    a|", 1, 1,
		"un deux \na       \n        \n" },
	{ "the start of a row is no end of the one above", "un deux |trois", 0, 1,
		"un deux \ntrois   \n        \n" },
	{ "a word longer than a row is broken", "abcdefghij|", 3, 1,
		"abcdefg \nhij     \n        \n" },
	{ "a mark of French stays with its word", "vous m\u00a0?|", 3, 1,
		"vous    \nm\u00a0?     \n        \n" },
	{ "an empty line at the end", "un\n|", 0, 1, "un      \n        \n        \n" },
	{ "the last rows, where there are more", "un deux trois quatre cinq|", 4, 2,
		"trois   \nquatre  \ncinq    \n" },
	{ "the first ones, where the cursor is there", "un| deux trois quatre cinq", 2, 0,
		"un deux \ntrois   \nquatre  \n" },
};

Test(edit, breaks_no_word_while_a_note_is_typed)
{
	for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
		struct canvas *canvas = canvas_new(8, 3);
		struct buf dump = BUF_INIT;
		struct edit edit;

		edit_begin(&edit, notes[i].text, true);
		edit_draw(&edit, canvas, 0, 0, 8, 3);
		canvas_dump(&dump, canvas);
		cr_expect_eq(canvas->cursor_x, notes[i].cursor_x, "%s: x %d", notes[i].name,
			canvas->cursor_x);
		cr_expect_eq(canvas->cursor_y, notes[i].cursor_y, "%s: y %d", notes[i].name,
			canvas->cursor_y);
		cr_expect(strncmp(dump.text, notes[i].rows, strlen(notes[i].rows)) == 0, "%s:\n%s",
			notes[i].name, dump.text);
		buf_release(&dump);
		edit_release(&edit);
		canvas_free(canvas);
	}
}

/* The fastest of some, since other programs run too. */
static clock_t time_to_draw(size_t len, bool several_lines)
{
	struct canvas *canvas = canvas_new(20, 3);
	clock_t fastest = 0;
	struct edit edit;

	edit_init(&edit, "", several_lines);
	for (size_t i = 0; i < len; i++)
		edit_insert(&edit, "a", 1);
	for (int i = 0; i < 5; i++) {
		clock_t begun = clock(), taken;

		if (several_lines)
			edit_rows(&edit, 19);
		edit_draw(&edit, canvas, 0, 0, 20, 3);
		taken = clock() - begun;
		fastest = i && fastest < taken ? fastest : taken;
	}
	edit_release(&edit);
	canvas_free(canvas);
	return fastest;
}

Test(edit, draws_a_text_without_line_ends_in_one_walk)
{
	for (int lines = 0; lines < 2; lines++) {
		clock_t some = time_to_draw(EDIT_SIZE_MAX / 8, lines);

		cr_expect_lt(time_to_draw(EDIT_SIZE_MAX, lines), 24 * some + CLOCKS_PER_SEC / 1000,
			"%s", lines ? "several lines" : "one line");
	}
}

Test(edit, draws_wide_characters_in_a_place_narrower_than_two_of_them)
{
	for (int i = 2; i < 12; i++) {
		struct canvas *canvas = canvas_new(8, 1);
		int w = i / 2;
		struct edit edit;

		edit_begin(&edit, "a漢字漢|", i % 2);
		edit_draw(&edit, canvas, 0, 0, w, 1);
		cr_expect(canvas->cursor_x >= 0 && canvas->cursor_x < w, "%d%s: %d", w,
			i % 2 ? ", several lines" : "", canvas->cursor_x);
		edit_release(&edit);
		canvas_free(canvas);
	}
}
