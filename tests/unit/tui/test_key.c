/* SPDX-License-Identifier: MIT */
#include "jalon/tui/key.h"

#include <criterion/criterion.h>

#include "jalon/base/mem.h"

static const struct {
	const char *name;
	uint32_t code;
	bool alt;
	const char *fr, *en;
} keys[] = {
	{ "Space", ' ', false, "Espace", "Space" },
	{ "Enter", KEY_ENTER_CODE, false, "Entrée", "Enter" },
	{ "Esc", KEY_ESCAPE_CODE, false, "Échap", "Esc" },
	{ "Shift-Tab", KEY_CODE_BACK_TAB, false, "Maj-Tab", "Shift-Tab" },
	{ "Ctrl-R", KEY_CTRL('R'), false, "Ctrl-R", "Ctrl-R" },
	{ "Ctrl-Right", KEY_CODE_WORD_RIGHT, false, "Ctrl-→", "Ctrl-→" },
	{ "Alt-b", 'b', true, "Alt-b", "Alt-b" },
	{ "Down", KEY_CODE_DOWN, false, "↓", "↓" },
	{ "D", 'D', false, "D", "D" },
	{ "?", '?', false, "?", "?" },
	{ "é", 0xe9, false, "é", "é" },
	{ "漢", 0x6f22, false, "漢", "漢" },
};

Test(key, is_read_and_said_in_both_languages)
{
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct key key = { .code = 0 };
		char said[32];

		cr_assert(key_parse(keys[i].name, &key), "%s", keys[i].name);
		cr_expect_eq(key.code, keys[i].code, "%s", keys[i].name);
		cr_expect_eq(key.alt, keys[i].alt, "%s", keys[i].name);
		key_format(said, sizeof(said), LANG_FR, key);
		cr_expect_str_eq(said, keys[i].fr);
		key_format(said, sizeof(said), LANG_EN, key);
		cr_expect_str_eq(said, keys[i].en);
	}
}

Test(key, of_no_known_name_is_refused)
{
	static const char *const names[] = { "", "Spac", "ab", "\xff", "Ctrl-", "F99" };
	struct key key;

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		cr_expect_not(key_parse(names[i], &key), "%s", names[i]);
}
