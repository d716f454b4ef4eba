/* SPDX-License-Identifier: MIT */
#include "tui/key_name.h"

#include "jalon/base/utf8.h"

// clang-format off
static const struct {
	uint32_t code;
	struct wording shown;
} named[] = {
	{ ' ', { .fr = "Espace", .en = "Space" } },
	{ KEY_ENTER_CODE, { .fr = "Entrée", .en = "Enter" } },
	{ KEY_TAB_CODE, { .fr = "Tab", .en = "Tab" } },
	{ KEY_CODE_BACK_TAB, { .fr = "Maj-Tab", .en = "Shift-Tab" } },
	{ KEY_ESCAPE_CODE, { .fr = "Échap", .en = "Esc" } },
	{ KEY_CODE_BACKSPACE, { .fr = "Retour", .en = "Backspace" } },
	{ KEY_CODE_DELETE, { .fr = "Suppr", .en = "Delete" } },
	{ KEY_CODE_DOWN, { .fr = "↓", .en = "↓" } },
	{ KEY_CODE_UP, { .fr = "↑", .en = "↑" } },
	{ KEY_CODE_LEFT, { .fr = "←", .en = "←" } },
	{ KEY_CODE_RIGHT, { .fr = "→", .en = "→" } },
	{ KEY_CODE_WORD_LEFT, { .fr = "Ctrl-←", .en = "Ctrl-←" } },
	{ KEY_CODE_WORD_RIGHT, { .fr = "Ctrl-→", .en = "Ctrl-→" } },
	{ KEY_CODE_HOME, { .fr = "Début", .en = "Home" } },
	{ KEY_CODE_END, { .fr = "Fin", .en = "End" } },
	{ KEY_CODE_PAGE_UP, { .fr = "Pg préc.", .en = "PgUp" } },
	{ KEY_CODE_PAGE_DOWN, { .fr = "Pg suiv.", .en = "PgDn" } },
	{ KEY_CODE_F1, { .fr = "F1", .en = "F1" } },
};
// clang-format on

void key_name_add(struct buf *out, enum lang lang, struct key key)
{
	if (key.alt)
		buf_add(out, "Alt-");
	for (size_t i = 0; i < ARRAY_LEN(named); i++) {
		if (named[i].code == key.code) {
			buf_add(out, wording_in(named[i].shown, lang));
			return;
		}
	}
	if (key.code < ' ')
		buf_add_format(out, "Ctrl-%c", (int)key.code + '@');
	else if (key.code < KEY_CODE_BACKSPACE)
		utf8_add(out, key.code);
	else
		buf_add(out, "?");
}
