/* SPDX-License-Identifier: MIT
 *
 * A machine that looks at one byte at a time. In the ground state a byte is a key, or begins a
 * character of several; behind an Esc it may begin a control sequence (CSI: parameters, then one
 * final byte between @ and ~), a single shift (SS3: one letter), or a string (OSC and its likes: up
 * to ST). Wherever a sequence may be cut, the state is what is remembered of it, and the next bytes
 * go on from there. Controls within a sequence end it, as on every terminal: an Esc begins another,
 * CAN and SUB drop it.
 *
 * Typed text that comes in one go is given as one event: a paste into a terminal that does not mark
 * pastes looks just like it. Whether an Enter among it was meant as a key cannot be known; taken as
 * text it does no harm. */
#include "screen/input.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "screen/sequence.h"

enum { BEL = 7, CAN = 0x18, SUB = 0x1a, ESC = 0x1b, DELETE = 0x7f };
/* So many letters in one go are no fast fingers. */
enum { TEXT_RUN_MIN = 24 };

static const char paste_end[] = "\033[201~";

void input_init(struct input *input)
{
	*input = (struct input){ .bytes = BUF_INIT, .text = BUF_INIT };
}

void input_release(struct input *input)
{
	buf_release(&input->bytes);
	buf_release(&input->text);
}

/* What a person may have typed stays what it is, whatever a terminal says it sends for a key. */
static bool begins_sequence(char byte)
{
	return (unsigned char)byte < ' ' || (unsigned char)byte >= DELETE;
}

void input_define(struct input *input, const char *sequence, struct key key)
{
	/* The first of two alike stays: those that mean something are defined first. */
	for (size_t i = 0; i < input->defined_count; i++) {
		if (strcmp(input->defined[i].sequence, sequence) == 0)
			return;
	}
	if (input->defined_count < INPUT_DEFINED_MAX && begins_sequence(sequence[0]) &&
		sequence[0] && sequence[1])
		input->defined[input->defined_count++] = (struct input_defined){ sequence, key };
}

void input_feed(struct input *input, const char *bytes, size_t len)
{
	buf_remove(&input->bytes, 0, input->at);
	input->at = 0;
	buf_add_len(&input->bytes, bytes, len);
}

bool input_is_begun(const struct input *input)
{
	return input->state != INPUT_GROUND || input->at < input->bytes.len;
}

bool input_is_escape(const struct input *input)
{
	if (input->state == INPUT_GROUND)
		return input->at < input->bytes.len &&
		       (unsigned char)input->bytes.text[input->at] < DELETE;
	return input->state == INPUT_ESCAPE || input->state == INPUT_STRING_ESCAPE;
}

static bool give_key(struct input_event *event, uint32_t code, bool alt)
{
	*event = (struct input_event){ .kind = INPUT_KEY, .key = { .code = code, .alt = alt } };
	return true;
}

static void remember(struct input *input, char byte)
{
	if (input->sequence_len < INPUT_SEQUENCE_MAX - 1)
		input->sequence[input->sequence_len++] = byte;
}

static void begin(struct input *input, enum input_state state)
{
	input->state = state;
	input->sequence_len = 0;
}

/* "rgb:2d2d/2d2d/2d2d": the first two digits of each. */
static bool parse_colour(const char *text, struct input_event *event)
{
	unsigned char *const parts[] = { &event->red, &event->green, &event->blue };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		char digits[3] = { 0 };
		size_t len = strspn(text, "0123456789abcdefABCDEF");

		if (len < 2 || (i < 2 && text[len] != '/'))
			return false;
		memcpy(digits, text, 2);
		*parts[i] = (unsigned char)strtoul(digits, NULL, 16);
		text += len + 1;
	}
	return true;
}

static bool end_string(struct input *input, struct input_event *event)
{
	static const char background[] = "11;rgb:";

	input->state = INPUT_GROUND;
	input->sequence[input->sequence_len] = '\0';
	*event = (struct input_event){ .kind = INPUT_BACKGROUND };
	return input->string_kind == ']' &&
	       strncmp(input->sequence, background, strlen(background)) == 0 &&
	       parse_colour(input->sequence + strlen(background), event);
}

/* Alt is an Esc right before a key. An Esc and then a key, quickly, look the same: so only the keys
 * that Alt means something with are taken for it. */
static bool is_alt(unsigned char byte)
{
	return byte && strchr("bfd\r\b\x7f", byte) != NULL;
}

/* An Esc before the Esc of a sequence is rxvt's Alt. */
static bool is_alt_sequence(const struct input *input, unsigned char byte)
{
	unsigned char next =
		input->at < input->bytes.len ? (unsigned char)input->bytes.text[input->at] : 0;

	return byte == ESC && (next == '[' || next == 'O');
}

static bool behind_escape(struct input *input, unsigned char byte, struct input_event *event)
{
	if (is_alt_sequence(input, byte)) {
		input->has_alt = true;
		return false;
	}
	if (byte == '[') {
		begin(input, INPUT_CSI);
		return false;
	}
	if (byte == 'O') {
		begin(input, INPUT_SS3);
		return false;
	}
	if (byte && strchr("]P_^X", byte)) {
		input->string_kind = (char)byte;
		begin(input, INPUT_STRING);
		return false;
	}
	input->state = INPUT_GROUND;
	if (is_alt(byte))
		return give_key(
			event, byte == '\b' || byte == DELETE ? KEY_CODE_BACKSPACE : byte, true);
	/* The Esc was a key, and this is another: it is looked at again. */
	input->at--;
	return give_key(event, KEY_ESCAPE_CODE, false);
}

/* Controls end what is begun; true when this was one. */
static bool ends_sequence(struct input *input, unsigned char byte)
{
	if (byte == ESC)
		input->state = INPUT_ESCAPE;
	else if (byte == CAN || byte == SUB)
		input->state = INPUT_GROUND;
	return byte == ESC || byte == CAN || byte == SUB;
}

static bool end_csi(struct input *input, char final, struct input_event *event)
{
	struct key key;

	input->sequence[input->sequence_len] = '\0';
	input->state = INPUT_GROUND;
	switch (sequence_of_csi(input->sequence, final, input->has_alt, &key)) {
	case SEQUENCE_NOTHING:
		break;
	case SEQUENCE_KEY:
		return give_key(event, key.code, key.alt);
	case SEQUENCE_CLICK:
		*event = (struct input_event){ .kind = INPUT_CLICK };
		return sequence_read_click(input->sequence, &event->turn, &event->x, &event->y);
	case SEQUENCE_PASTE:
		begin(input, INPUT_PASTE);
		buf_clear(&input->text);
		input->end_seen = 0;
		input->was_return = false;
		break;
	case SEQUENCE_MOUSE:
		begin(input, INPUT_MOUSE);
		input->mouse_left = 3;
		break;
	}
	return false;
}

static bool in_ss3(struct input *input, unsigned char byte, struct input_event *event)
{
	struct key key;

	if (ends_sequence(input, byte))
		return false;
	if (byte >= '0' && byte <= '9') {
		remember(input, (char)byte);
		return false;
	}
	input->sequence[input->sequence_len] = '\0';
	input->state = INPUT_GROUND;
	key = sequence_of_ss3(input->sequence, (char)byte, input->has_alt);
	return give_key(event, key.code, key.alt);
}

static bool in_csi(struct input *input, unsigned char byte, struct input_event *event)
{
	if (ends_sequence(input, byte))
		return false;
	if (byte == '[' && input->sequence_len == 0) {
		input->state = INPUT_CSI_BRACKET;
		return false;
	}
	/* rxvt ends some of its keys with a byte that has no such meaning in the standard. */
	if (byte >= 0x40 || (byte == '$' && input->sequence_len && input->sequence[0] != '?'))
		return end_csi(input, (char)byte, event);
	if (byte >= ' ')
		remember(input, (char)byte);
	return false;
}

static bool in_string(struct input *input, unsigned char byte, struct input_event *event)
{
	if (byte == BEL)
		return end_string(input, event);
	if (byte == ESC)
		input->state = INPUT_STRING_ESCAPE;
	else if (byte == CAN || byte == SUB)
		input->state = INPUT_GROUND;
	else
		remember(input, (char)byte);
	return false;
}

static bool behind_string_escape(struct input *input, unsigned char byte, struct input_event *event)
{
	if (byte == '\\')
		return end_string(input, event);
	/* No end, then, but the beginning of something else. */
	input->state = INPUT_ESCAPE;
	input->at--;
	return false;
}

static bool give_text(struct input *input, bool is_typed, struct input_event *event)
{
	/* A terminal may be set to another encoding. */
	utf8_keep_valid(&input->text);
	*event = (struct input_event){ .kind = INPUT_TEXT,
		.text = input->text.text,
		.len = input->text.len,
		.is_typed = is_typed,
		.has_lines = memchr(input->text.text, '\n', input->text.len) != NULL };
	return input->text.len > 0;
}

/* CR, LF and CR LF are one line end. */
static void add_text(struct input *input, unsigned char byte)
{
	bool second = byte == '\n' && input->was_return;

	input->was_return = byte == '\r';
	if (!second && input->text.len < INPUT_PASTE_MAX && byte)
		buf_add_char(&input->text, byte == '\r' ? '\n' : (char)byte);
}

static bool in_paste(struct input *input, unsigned char byte, struct input_event *event)
{
	if (byte == (unsigned char)paste_end[input->end_seen]) {
		if (paste_end[++input->end_seen])
			return false;
		input->state = INPUT_GROUND;
		return give_text(input, false, event);
	}
	for (size_t i = 0; i < input->end_seen; i++)
		add_text(input, (unsigned char)paste_end[i]);
	input->end_seen = byte == ESC;
	if (byte != ESC)
		add_text(input, byte);
	return false;
}

/* How many bytes from here on are text, line ends among them; *lines: one has text behind it. */
static size_t text_run(const struct input *input, bool more, bool *lines)
{
	const char *bytes = input->bytes.text + input->at;
	size_t len = input->bytes.len - input->at, run = 0;
	bool ended = false;

	*lines = false;
	for (; run < len; run++) {
		unsigned char byte = (unsigned char)bytes[run];

		if (byte == '\r' || byte == '\n')
			ended = true;
		else if ((byte < ' ' && byte != '\t') || byte == DELETE)
			break;
		else if (byte >= ' ')
			*lines = *lines || ended;
	}
	*lines = *lines || (ended && more && run == len);
	return run;
}

/* A character that has not all come stays for the next time. */
static size_t whole_characters(const char *bytes, size_t len)
{
	size_t back = 1;

	while (back < 4 && back < len && ((unsigned char)bytes[len - back] & 0xc0) == 0x80)
		back++;
	if (back <= len && (unsigned char)bytes[len - back] >= 0xc2) {
		unsigned char first = (unsigned char)bytes[len - back];
		size_t wanted = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

		return back < wanted ? len - back : len;
	}
	return len;
}

/* How many bytes of text come in one go, and are taken as such; 0: what comes is looked at byte by
 * byte. */
static size_t find_run(const struct input *input, bool more)
{
	const char *bytes = input->bytes.text + input->at;
	bool lines;
	size_t run = text_run(input, more, &lines), len = whole_characters(bytes, run);

	if (!lines && run < TEXT_RUN_MIN)
		return 0;
	/* An Enter at the very end of a long line is a key, and the last of its run. */
	if (!lines && len && (bytes[len - 1] == '\r' || bytes[len - 1] == '\n'))
		len--;
	return len;
}

static bool take_run(struct input *input, size_t len, struct input_event *event)
{
	const char *bytes = input->bytes.text + input->at;

	buf_clear(&input->text);
	input->was_return = false;
	for (size_t i = 0; i < len; i++)
		add_text(input, (unsigned char)bytes[i]);
	input->at += len;
	return give_text(input, true, event);
}

/* A character of several bytes; what is none is said to be so, since somebody typed it. */
static bool take_character(struct input *input, struct input_event *event)
{
	const char *bytes = input->bytes.text + input->at - 1;
	size_t left = input->bytes.len - input->at + 1;
	unsigned char first = (unsigned char)bytes[0];
	size_t wanted = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4, len = 1;
	uint32_t code_point;

	if (first < 0xc2 || first > 0xf4)
		return give_key(event, KEY_CODE_BROKEN, false);
	while (len < wanted && len < left && ((unsigned char)bytes[len] & 0xc0) == 0x80)
		len++;
	if (len == wanted && utf8_is_valid(bytes, len)) {
		utf8_decode(bytes, len, &code_point);
		input->at += len - 1;
		return give_key(event, code_point, false);
	}
	return give_key(event, KEY_CODE_BROKEN, false);
}

static bool in_ground(struct input *input, unsigned char byte, struct input_event *event)
{
	if (byte == ESC) {
		input->has_alt = false;
		input->state = INPUT_ESCAPE;
		return false;
	}
	if (byte >= 0x80)
		return take_character(input, event);
	if (byte == 0)
		return false;
	if (byte == DELETE || byte == '\b')
		return give_key(event, KEY_CODE_BACKSPACE, false);
	return give_key(event, byte, false);
}

/* The longest of the terminal's own sequences that stands here; `partly` when a longer one may. */
static const struct input_defined *find_defined(const struct input *input, bool *partly)
{
	const char *bytes = input->bytes.text + input->at;
	size_t left = input->bytes.len - input->at, longest = 0;
	const struct input_defined *found = NULL;

	*partly = false;
	for (size_t i = 0; begins_sequence(bytes[0]) && i < input->defined_count; i++) {
		const char *sequence = input->defined[i].sequence;
		size_t len = strlen(sequence);

		if (left < len)
			*partly = *partly || memcmp(bytes, sequence, left) == 0;
		else if (len > longest && memcmp(bytes, sequence, len) == 0) {
			found = &input->defined[i];
			longest = len;
		}
	}
	return found;
}

/* Whether what stands here is only a beginning: of a sequence, or of a character. */
static bool is_cut(const struct input *input, bool partly)
{
	const char *bytes = input->bytes.text + input->at;
	size_t left = input->bytes.len - input->at;

	if (input->forced)
		return false;
	return partly || (left == 1 && bytes[0] == ESC) ||
	       (left < 4 && (unsigned char)bytes[0] >= 0xc2 && whole_characters(bytes, left) == 0);
}

static bool look(struct input *input, unsigned char byte, struct input_event *event)
{
	switch (input->state) {
	case INPUT_GROUND:
		break;
	case INPUT_ESCAPE:
		return behind_escape(input, byte, event);
	case INPUT_CSI:
		return in_csi(input, byte, event);
	case INPUT_CSI_BRACKET:
		input->state = INPUT_GROUND;
		return give_key(event, sequence_of_console((char)byte).code, false);
	case INPUT_SS3:
		return in_ss3(input, byte, event);
	case INPUT_STRING:
		return in_string(input, byte, event);
	case INPUT_STRING_ESCAPE:
		return behind_string_escape(input, byte, event);
	case INPUT_MOUSE:
		if (--input->mouse_left == 0)
			input->state = INPUT_GROUND;
		return false;
	case INPUT_PASTE:
		return in_paste(input, byte, event);
	}
	return false;
}

/* An Esc behind an Esc may be a key, or begin a sequence with Alt. */
static bool is_second_escape(const struct input *input)
{
	return input->state == INPUT_ESCAPE && !input->forced &&
	       input->at + 1 == input->bytes.len && input->bytes.text[input->at] == ESC;
}

enum step { STEP_GIVEN, STEP_ON, STEP_CUT };

/* From the ground state: a sequence of this terminal's, a run of text, or a byte. */
static enum step step_from_ground(struct input *input, bool more, struct input_event *event)
{
	bool partly;
	const struct input_defined *defined = find_defined(input, &partly);
	size_t run;

	if (is_cut(input, partly))
		return STEP_CUT;
	if (defined) {
		input->at += strlen(defined->sequence);
		give_key(event, defined->key.code, defined->key.alt);
		return STEP_GIVEN;
	}
	run = find_run(input, more);
	if (run)
		return take_run(input, run, event) ? STEP_GIVEN : STEP_ON;
	input->at++;
	return in_ground(input, (unsigned char)input->bytes.text[input->at - 1], event) ? STEP_GIVEN
											: STEP_ON;
}

bool input_next(struct input *input, bool more, struct input_event *event)
{
	while (input->at < input->bytes.len) {
		enum step step = STEP_ON;

		if (input->state == INPUT_GROUND) {
			step = step_from_ground(input, more, event);
		} else if (is_second_escape(input)) {
			step = STEP_CUT;
		} else {
			input->at++;
			if (look(input, (unsigned char)input->bytes.text[input->at - 1], event))
				step = STEP_GIVEN;
		}
		if (step != STEP_ON)
			return step == STEP_GIVEN;
	}
	return false;
}

bool input_give_up(struct input *input, struct input_event *event)
{
	enum input_state state = input->state;
	bool given;

	input->state = INPUT_GROUND;
	if (state == INPUT_PASTE)
		return give_text(input, false, event);
	if (state == INPUT_ESCAPE || state == INPUT_STRING_ESCAPE)
		return give_key(event, KEY_ESCAPE_CODE, false);
	input->forced = true;
	given = input_next(input, false, event);
	input->forced = false;
	if (given || input->state != INPUT_ESCAPE)
		return given;
	input->state = INPUT_GROUND;
	return give_key(event, KEY_ESCAPE_CODE, false);
}
