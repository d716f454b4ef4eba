/* SPDX-License-Identifier: MIT
 *
 * input: keys, pastes and answers out of the bytes that a terminal sends.
 *
 * For     term.c, which reads the bytes; tests and the fuzzer, which make them up. It knows no
 *         terminal, no clock and no curses: who reads says when nothing came for a while.
 *         No byte of a sequence is ever a key of its own, be the sequence known or not, whole, or
 *         cut anywhere by a slow line.
 * Owner   input_init/input_release. The text of an event is the input's until the next
 *         input_next().
 * Units   pastes of at most INPUT_PASTE_MAX bytes; what is longer is let go.
 * Errors  none: what is no sequence, and no UTF-8, is passed over.
 * Source  ECMA-48 5.4 and 5.6; the states of Paul Williams's parser for the VT500 family; xterm's
 *         "Control Sequences" for keys, mouse reports and marked pastes; rxvt's and the Linux
 *         console's own keys as their descriptions in terminfo have them. */
#ifndef SCREEN_INPUT_H
#define SCREEN_INPUT_H

#include "jalon/base/buf.h"
#include "jalon/screen/key.h"

enum { INPUT_PASTE_MAX = 128 * 1024, INPUT_SEQUENCE_MAX = 64, INPUT_DEFINED_MAX = 256 };

/* In which part of the grammar the next byte falls. */
enum input_state {
	INPUT_GROUND,
	INPUT_ESCAPE,        /* behind an Esc: a sequence, Alt, or the key was the Esc */
	INPUT_CSI,           /* behind ESC [ */
	INPUT_CSI_BRACKET,   /* behind ESC [ [: a function key of the Linux console */
	INPUT_SS3,           /* behind ESC O */
	INPUT_STRING,        /* OSC, DCS, APC, PM, SOS: up to ST or BEL */
	INPUT_STRING_ESCAPE, /* behind an Esc in one: ST, if a backslash follows */
	INPUT_MOUSE,         /* the three bytes of an old mouse report */
	INPUT_PASTE          /* up to the mark that ends it */
};

enum input_kind {
	INPUT_KEY,
	INPUT_TEXT, /* a paste; or, where `is_typed`, many letters in one go: a paste without marks,
		     * or a keyboard that is ahead of us */
	INPUT_CLICK,     /* a press of the first button, or a turn of the wheel */
	INPUT_BACKGROUND /* the terminal's answer to what its background colour is */
};

struct input_event {
	enum input_kind kind;
	struct key key;
	const char *text; /* UTF-8; lines end with \n, whatever they ended with */
	size_t len;
	bool is_typed, has_lines;
	unsigned char red, green, blue;
	int turn, x, y; /* of a click: −1 up and 1 down, 0: a press; in cells from 0 */
};

struct input {
	enum input_state state;
	struct buf bytes; /* read and not looked at yet, from `at` on */
	size_t at;
	char sequence[INPUT_SEQUENCE_MAX]; /* of a CSI or a string, as far as it matters */
	size_t sequence_len;
	char string_kind;
	int mouse_left;
	struct buf text; /* of a paste, and of the last event */
	bool has_alt;    /* an Esc stands before the Esc of the sequence */
	bool forced;     /* no more bytes are waited for */
	bool was_return; /* the byte before was a CR */
	size_t end_seen; /* how much of the mark that ends a paste was read */
	struct input_defined {
		const char *sequence;
		struct key key;
	} defined[INPUT_DEFINED_MAX];
	size_t defined_count;
};

void input_init(struct input *input);
void input_release(struct input *input);
/* A sequence that this terminal's description names, for terminals that go their own ways. It is
 * borrowed. */
void input_define(struct input *input, const char *sequence, struct key key);

void input_feed(struct input *input, const char *bytes, size_t len);
/* What the bytes make, one after the other; false: nothing more for now. `more`: others wait
 * already, so that an Enter at the end is not the last of what came in one go. */
bool input_next(struct input *input, bool more, struct input_event *event);

/* Something is begun and not ended: more bytes belong to it, or an Esc was the whole key. */
bool input_is_begun(const struct input *input);
/* Whether that may be a key as it stands: an Esc, or what some terminals send before the rest. */
bool input_is_escape(const struct input *input);
/* Nothing came any more: an Esc was the key, a sequence that was cut is dropped, a paste is taken
 * as far as it came. True when that makes an event. */
bool input_give_up(struct input *input, struct input_event *event);

#endif
