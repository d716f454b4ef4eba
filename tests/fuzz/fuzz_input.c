/* SPDX-License-Identifier: MIT
 *
 * Any bytes from a terminal, in pieces of any size and with pauses anywhere, as keys and pastes,
 * into the line of a dialogue. A byte of 0xc0 or 0xc1, which UTF-8 has no use for, is a pause, or
 * the end of a piece. */
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/screen/edit.h"
#include "jalon/text/dates.h"
#include "round_trip.h"
#include "screen/input.h"

enum { TODAY = 20781, W = 40, H = 8, PAUSE = 0xc0, PIECE = 0xc1 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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

static void take(struct edit *edit, const struct input_event *event)
{
	if (event->kind == INPUT_KEY)
		edit_key(edit, event->key);
	else if (event->kind == INPUT_TEXT && !utf8_is_valid(event->text, event->len))
		broken("a paste is UTF-8");
	else if (event->kind == INPUT_TEXT)
		edit_insert(edit, event->text, event->len);
}

static void pause_input(struct input *input, struct edit *edit)
{
	struct input_event event;

	/* What is begun may hold an Esc, and behind it what is begun again; no more than that. */
	for (int i = 0; i < 8 && input_is_begun(input); i++) {
		if (input_give_up(input, &event))
			take(edit, &event);
		while (input_next(input, false, &event))
			take(edit, &event);
	}
	if (input_is_begun(input))
		broken("a pause ends what is begun");
}

static void read_pieces(struct input *input, struct edit *edit, const char *bytes, size_t size)
{
	struct input_event event;

	for (size_t at = 0; at < size;) {
		size_t len = 0;

		while (at + len < size && (uint8_t)bytes[at + len] != PAUSE &&
			(uint8_t)bytes[at + len] != PIECE)
			len++;
		input_feed(input, bytes + at, len);
		while (input_next(input, len > 1000, &event))
			take(edit, &event);
		if (at + len < size && (uint8_t)bytes[at + len] == PAUSE)
			pause_input(input, edit);
		at += len + 1;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct canvas *canvas;
	struct input input;
	struct edit edit;

	if (size == 0)
		return 0;
	canvas = canvas_new(W, H);
	edit_init(&edit, "", data[0] & 1);
	input_init(&input);
	input_define(&input, "\033T", (struct key){ .code = KEY_CODE_UP });
	read_pieces(&input, &edit, (const char *)data + 1, size - 1);
	pause_input(&input, &edit);
	check_edit(&edit, canvas);
	input_release(&input);
	edit_release(&edit);
	canvas_free(canvas);
	return 0;
}
