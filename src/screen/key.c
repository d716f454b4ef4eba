/* SPDX-License-Identifier: MIT */
#include "jalon/screen/key.h"

#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/base/utf8.h"

// clang-format off
static const struct {
	const char *name;
	uint32_t code;
} named[] = {
	{ "Space", ' ' },
	{ "Enter", KEY_ENTER_CODE },
	{ "Tab", KEY_TAB_CODE },
	{ "Shift-Tab", KEY_CODE_BACK_TAB },
	{ "Esc", KEY_ESCAPE_CODE },
	{ "Backspace", KEY_CODE_BACKSPACE },
	{ "Delete", KEY_CODE_DELETE },
	{ "Down", KEY_CODE_DOWN },
	{ "Up", KEY_CODE_UP },
	{ "Left", KEY_CODE_LEFT },
	{ "Right", KEY_CODE_RIGHT },
	{ "Ctrl-Left", KEY_CODE_WORD_LEFT },
	{ "Ctrl-Right", KEY_CODE_WORD_RIGHT },
	{ "Home", KEY_CODE_HOME },
	{ "End", KEY_CODE_END },
	{ "PgUp", KEY_CODE_PAGE_UP },
	{ "PgDn", KEY_CODE_PAGE_DOWN },
	{ "F1", KEY_CODE_F1 },
};
// clang-format on

bool key_parse(const char *name, struct key *key)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < ARRAY_LEN(named); i++) {
		if (strcmp(named[i].name, name) == 0) {
			*key = (struct key){ .code = named[i].code };
			return true;
		}
	}
	if (len == 6 && strncmp(name, "Ctrl-", 5) == 0) {
		*key = (struct key){ .code = KEY_CTRL(name[5]) };
		return true;
	}
	if (strncmp(name, "Alt-", 4) == 0 && key_parse(name + 4, key)) {
		key->alt = true;
		return true;
	}
	if (len == 0 || !utf8_is_valid(name, len))
		return false;
	*key = (struct key){ .alt = false };
	return utf8_decode(name, len, &key->code) == len;
}

struct key key_as_digit(struct key key)
{
	static const uint32_t row[] = { '&', 0xe9, '"', '\'', '(', '-', 0xe8, '_', 0xe7 };

	for (size_t i = 0; i < ARRAY_LEN(row); i++) {
		if (row[i] == key.code && !key.alt)
			key.code = '1' + (uint32_t)i;
	}
	return key;
}
