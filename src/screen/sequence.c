/* SPDX-License-Identifier: MIT */
#include "screen/sequence.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/mem.h"

/* Bits of the parameter that names what is held down, less 1. */
enum { SHIFT = 1, ALT = 2, CTRL = 4 };

static const struct key unknown = { .code = KEY_CODE_UNKNOWN };

struct named {
	int name; /* a letter, or a number */
	uint32_t code;
};

/* By the letter that ends ESC [ … or follows ESC O. */
static const struct named letters[] = {
	{ 'A', KEY_CODE_UP },
	{ 'B', KEY_CODE_DOWN },
	{ 'C', KEY_CODE_RIGHT },
	{ 'D', KEY_CODE_LEFT },
	{ 'F', KEY_CODE_END },
	{ 'H', KEY_CODE_HOME },
	{ 'P', KEY_CODE_F1 },
	{ 'Z', KEY_CODE_BACK_TAB },
};

/* By the number before the ~ of ESC [ … ~, or before rxvt's ^ $ @. */
static const struct named numbers[] = {
	{ 1, KEY_CODE_HOME },
	{ 3, KEY_CODE_DELETE },
	{ 4, KEY_CODE_END },
	{ 5, KEY_CODE_PAGE_UP },
	{ 6, KEY_CODE_PAGE_DOWN },
	{ 7, KEY_CODE_HOME },
	{ 8, KEY_CODE_END },
	{ 11, KEY_CODE_F1 },
};

static uint32_t find(const struct named *names, size_t count, int name)
{
	for (size_t i = 0; i < count; i++) {
		if (names[i].name == name)
			return names[i].code;
	}
	return KEY_CODE_UNKNOWN;
}

static uint32_t by_letter(char letter)
{
	return find(letters, ARRAY_LEN(letters), letter);
}

/* With Shift an arrow is an arrow, but F1 is another key; with Ctrl or Alt the arrows to the side
 * go by words. */
static struct key modified(uint32_t code, int modifiers)
{
	if (modifiers == 0 || (modifiers == SHIFT && code != KEY_CODE_F1))
		return (struct key){ .code = code };
	if (code == KEY_CODE_LEFT && (modifiers == CTRL || modifiers == ALT))
		return (struct key){ .code = KEY_CODE_WORD_LEFT };
	if (code == KEY_CODE_RIGHT && (modifiers == CTRL || modifiers == ALT))
		return (struct key){ .code = KEY_CODE_WORD_RIGHT };
	return unknown;
}

/* "1;5": one number after the other, `missing` where there is none. */
static int parameter(const char *parameters, int index, int missing)
{
	for (; index > 0; index--) {
		parameters = strchr(parameters, ';');
		if (!parameters)
			return missing;
		parameters++;
	}
	return *parameters >= '0' && *parameters <= '9' ? atoi(parameters) : missing;
}

static int modifiers_of(const char *parameters, bool alt)
{
	int given = parameter(parameters, 1, 1) - 1;

	return (given < 0 ? 0 : given & (SHIFT | ALT | CTRL)) | (alt ? ALT : 0);
}

/* A code point and its modifiers, as terminals send them that can tell all keys apart. */
static struct key by_code_point(const char *parameters, int modifiers)
{
	int code = parameter(parameters, 0, 0);

	if (code <= 0 || code >= KEY_CODE_BACKSPACE || (modifiers & ALT))
		return unknown;
	if (code == 0x7f)
		return (struct key){ .code = KEY_CODE_BACKSPACE };
	if (modifiers & CTRL)
		return code >= 'a' && code <= 'z' ? (struct key){ .code = KEY_CTRL(code) }
						  : unknown;
	if (code == KEY_TAB_CODE && (modifiers & SHIFT))
		return (struct key){ .code = KEY_CODE_BACK_TAB };
	return (struct key){ .code = (uint32_t)code };
}

/* Reports are for programs: they answer what somebody asked, perhaps the program before us. */
static bool is_report(const char *parameters, char final)
{
	if (parameters[0] && strchr("?><=", parameters[0]))
		return true;
	/* Attributes, positions, status, mode, size, focus; a mouse of urxvt. */
	return strchr("cRnytIO", final) != NULL || (final == 'M' && parameters[0]);
}

static enum sequence_meaning by_number(
	const char *parameters, char final, int modifiers, struct key *key)
{
	int number = parameter(parameters, 0, 0);

	if (final == '~' && number == 200)
		return SEQUENCE_PASTE;
	/* The end of a paste that was given up. */
	if (final == '~' && number == 201)
		return SEQUENCE_NOTHING;
	if (final == '$' || final == '@')
		modifiers |= SHIFT;
	if (final == '^' || final == '@')
		modifiers |= CTRL;
	*key = modified(find(numbers, ARRAY_LEN(numbers), number), modifiers);
	return SEQUENCE_KEY;
}

enum sequence_meaning sequence_of_csi(const char *parameters, char final, bool alt, struct key *key)
{
	int modifiers = modifiers_of(parameters, alt);

	if (final == 'M' && !parameters[0])
		return SEQUENCE_MOUSE;
	if (parameters[0] == '<' && final == 'M')
		return SEQUENCE_CLICK;
	if (is_report(parameters, final))
		return SEQUENCE_NOTHING;
	if (strchr("~^$@", final))
		return by_number(parameters, final, modifiers, key);
	if (final == 'u')
		*key = by_code_point(parameters, modifiers);
	/* rxvt's small letters are those with Shift. */
	else if (final >= 'a' && final <= 'd')
		*key = modified(by_letter((char)(final - 'a' + 'A')), modifiers | SHIFT);
	else
		*key = modified(by_letter(final), modifiers);
	return SEQUENCE_KEY;
}

/* 0 is the first button, 64 and 65 the wheel; bits say what is held down, and is passed over. */
bool sequence_read_click(const char *parameters, int *turn, int *x, int *y)
{
	enum { WHEEL_UP = 64, WHEEL_DOWN = 65, HELD = 4 | 8 | 16 };
	int button = parameter(parameters + 1, 0, -1);

	*x = parameter(parameters, 1, 0) - 1;
	*y = parameter(parameters, 2, 0) - 1;
	if (button < 0 || *x < 0 || *y < 0)
		return false;
	button &= ~HELD;
	*turn = button == WHEEL_UP ? -1 : button == WHEEL_DOWN ? 1 : 0;
	return button == 0 || *turn != 0;
}

/* The keypad of a VT220, which PuTTY sends whatever is written on its keys. */
static bool is_keypad(char letter, struct key *key)
{
	static const char sent[] = "jklmnopqrstuvwxyMIX", meant[] = "*+,-./0123456789\r\t=";
	const char *at = letter ? strchr(sent, letter) : NULL;

	if (!at)
		return false;
	*key = (struct key){ .code = (uint32_t)meant[at - sent] };
	return true;
}

struct key sequence_of_ss3(const char *parameters, char letter, bool alt)
{
	int modifiers = (parameters[0] ? parameters[0] - '1' : 0) | (alt ? ALT : 0);
	struct key key;

	if (is_keypad(letter, &key))
		return alt ? unknown : key;
	/* rxvt's small letters are those with Ctrl. */
	if (letter >= 'a' && letter <= 'd')
		return modified(by_letter((char)(letter - 'a' + 'A')), modifiers | CTRL);
	return modified(by_letter(letter), modifiers);
}

struct key sequence_of_console(char letter)
{
	return letter == 'A' ? (struct key){ .code = KEY_CODE_F1 } : unknown;
}
