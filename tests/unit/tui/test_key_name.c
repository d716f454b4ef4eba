/* SPDX-License-Identifier: MIT */
#include "tui/key_name.h"

#include <criterion/criterion.h>

#include "jalon/base/mem.h"

static const struct {
	const char *name, *fr, *en;
} keys[] = {
	{ "Space", "Espace", "Space" },
	{ "Enter", "Entrée", "Enter" },
	{ "Esc", "Échap", "Esc" },
	{ "Shift-Tab", "Maj-Tab", "Shift-Tab" },
	{ "Ctrl-R", "Ctrl-R", "Ctrl-R" },
	{ "Ctrl-Right", "Ctrl-→", "Ctrl-→" },
	{ "Alt-b", "Alt-b", "Alt-b" },
	{ "Down", "↓", "↓" },
	{ "D", "D", "D" },
	{ "?", "?", "?" },
	{ "é", "é", "é" },
	{ "漢", "漢", "漢" },
};

Test(key_name, says_a_key_in_both_languages)
{
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;
		struct key key;

		cr_assert(key_parse(keys[i].name, &key), "%s", keys[i].name);
		key_name_add(&fr, LANG_FR, key);
		key_name_add(&en, LANG_EN, key);
		cr_expect_str_eq(fr.text, keys[i].fr);
		cr_expect_str_eq(en.text, keys[i].en);
		buf_release(&fr);
		buf_release(&en);
	}
}
