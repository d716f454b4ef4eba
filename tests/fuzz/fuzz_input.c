/* SPDX-License-Identifier: MIT
 *
 * Any bytes from a terminal, as keys and pastes, into the line of a dialogue. term.c is taken as it
 * is; only getch() gives what the fuzzer made. A byte of 0xc0 or 0xc1, which UTF-8 has no use for,
 * makes of the next one a key that curses would have recognised. */
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#undef getch
static int fuzz_getch(void);
#define getch() fuzz_getch()
#include "../../src/screen/term.c"

#include "jalon/text/dates.h"
#include "jalon/screen/edit.h"
#include "round_trip.h"

enum { TODAY = 20781, W = 40, H = 8 };

static struct {
	const uint8_t *data;
	size_t len, at;
} input;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int fuzz_getch(void)
{
	static const int keys[] = { KEY_BACKSPACE, KEY_DC, KEY_DOWN, KEY_UP, KEY_LEFT, KEY_RIGHT,
		CODE_WORD_LEFT, CODE_WORD_RIGHT, KEY_HOME, KEY_END, KEY_RESIZE, KEY_BTAB, KEY_ENTER,
		CODE_PASTE_BEGIN, CODE_PASTE_END, KEY_F(5) };
	uint8_t byte;

	if (input.at == input.len)
		return ERR;
	byte = input.data[input.at++];
	if ((byte == 0xc0 || byte == 0xc1) && input.at < input.len)
		return keys[input.data[input.at++] % ARRAY_LEN(keys)];
	return byte;
}

static void check_edit(const struct edit *edit, struct canvas *canvas)
{
	const char *text = edit->text.text;
	int day;

	if (edit->text.len > EDIT_SIZE_MAX || edit->at > edit->text.len)
		broken("the cursor is in the text");
	if (!utf8_is_valid(text, edit->text.len) || !utf8_is_valid(text, edit->at))
		broken("the cursor is between characters");
	for (size_t i = 0; i < edit->text.len; i++) {
		if ((unsigned char)text[i] < ' ' && !(text[i] == '\n' && edit->several_lines))
			broken("a control character is never typed");
	}
	for (int w = 1; w <= W; w += 13) {
		canvas_reset(canvas, W, H);
		edit_draw(edit, canvas, 0, 0, w, H);
		if (canvas->cursor_x < 0 || canvas->cursor_x >= w || canvas->cursor_y < 0 ||
			canvas->cursor_y >= H)
			broken("the cursor is in sight");
	}
	if (text_parse_day(text ? text : "", TODAY, &day) && (day < -800000 || day > 3000000))
		broken("a day is one that can be written");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct term term = { .pasted = BUF_INIT, .pending = ERR };
	struct canvas *canvas;
	struct edit edit;
	struct event event;
	bool consumed;

	if (size == 0)
		return 0;
	canvas = canvas_new(W, H);
	edit_init(&edit, "", data[0] & 1);
	input.data = data + 1;
	input.len = size - 1;
	input.at = 0;
	while (read_key(&term, &event, &consumed)) {
		if (event.kind == EVENT_KEY)
			edit_key(&edit, event.key);
		else if (event.kind == EVENT_PASTE)
			edit_insert(&edit, event.text, event.len);
	}
	check_edit(&edit, canvas);
	edit_release(&edit);
	buf_release(&term.pasted);
	canvas_free(canvas);
	return 0;
}
