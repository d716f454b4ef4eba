/* SPDX-License-Identifier: MIT
 *
 * key: a key press as a value, and by its name.
 *
 * For     term.c makes keys; tables and tests name them.
 * Units   a code is a code point (control keys as their ASCII codes), or one of enum key_code,
 *         which begin above Unicode.
 * Errors  key_parse is for names in our own tables and in tests: false for an unknown one. */
#ifndef JALON_SCREEN_KEY_H
#define JALON_SCREEN_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_code {
	KEY_CODE_BACKSPACE = 0x110000,
	KEY_CODE_DELETE,
	KEY_CODE_DOWN,
	KEY_CODE_UP,
	KEY_CODE_LEFT,
	KEY_CODE_RIGHT,
	KEY_CODE_WORD_LEFT,
	KEY_CODE_WORD_RIGHT,
	KEY_CODE_HOME,
	KEY_CODE_END,
	KEY_CODE_PAGE_UP,
	KEY_CODE_PAGE_DOWN,
	KEY_CODE_BACK_TAB,
	KEY_CODE_F1,
	KEY_CODE_BROKEN, /* a byte that is no character: the terminal speaks no UTF-8 */
	KEY_CODE_UNKNOWN
};

#define KEY_CTRL(letter) ((uint32_t)(letter)&0x1f)
enum { KEY_ENTER_CODE = 13, KEY_TAB_CODE = 9, KEY_ESCAPE_CODE = 27 };

struct key {
	uint32_t code;
	bool alt;
};

/* "Space", "Ctrl-R", "Down", "x"… as the command table writes them. */
bool key_parse(const char *name, struct key *key);

/* The digits of a French keyboard need Shift: what their keys give without it is the digit; any
 * other key is itself. */
struct key key_as_digit(struct key key);

#endif
