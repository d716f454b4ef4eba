/* SPDX-License-Identifier: MIT */
#include "jalon/screen/key.h"

#include <criterion/criterion.h>

#include "jalon/base/mem.h"

static const struct {
	const char *name;
	uint32_t code;
	bool alt;
} keys[] = {
	{ "Space", ' ', false },
	{ "Enter", KEY_ENTER_CODE, false },
	{ "Esc", KEY_ESCAPE_CODE, false },
	{ "Shift-Tab", KEY_CODE_BACK_TAB, false },
	{ "Ctrl-R", KEY_CTRL('R'), false },
	{ "Ctrl-Right", KEY_CODE_WORD_RIGHT, false },
	{ "Alt-b", 'b', true },
	{ "Down", KEY_CODE_DOWN, false },
	{ "D", 'D', false },
	{ "?", '?', false },
	{ "é", 0xe9, false },
	{ "漢", 0x6f22, false },
};

Test(key, is_read_by_its_name)
{
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct key key = { .code = 0 };

		cr_assert(key_parse(keys[i].name, &key), "%s", keys[i].name);
		cr_expect_eq(key.code, keys[i].code, "%s", keys[i].name);
		cr_expect_eq(key.alt, keys[i].alt, "%s", keys[i].name);
	}
}

Test(key, of_no_known_name_is_refused)
{
	static const char *const names[] = { "", "Spac", "ab", "\xff", "Ctrl-", "F99" };
	struct key key;

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		cr_expect_not(key_parse(names[i], &key), "%s", names[i]);
}
