/* SPDX-License-Identifier: MIT */
#include "jalon/tui/key.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/buf.h"
#include "jalon/base/mem.h"
#include "jalon/base/utf8.h"

// clang-format off
static const struct {
	const char *name;
	uint32_t code;
	struct wording shown;
} named[] = {
	{ "Space", ' ', { .fr = "Espace", .en = "Space" } },
	{ "Enter", KEY_ENTER_CODE, { .fr = "Entrée", .en = "Enter" } },
	{ "Tab", KEY_TAB_CODE, { .fr = "Tab", .en = "Tab" } },
	{ "Shift-Tab", KEY_CODE_BACK_TAB, { .fr = "Maj-Tab", .en = "Shift-Tab" } },
	{ "Esc", KEY_ESCAPE_CODE, { .fr = "Échap", .en = "Esc" } },
	{ "Backspace", KEY_CODE_BACKSPACE, { .fr = "Retour", .en = "Backspace" } },
	{ "Delete", KEY_CODE_DELETE, { .fr = "Suppr", .en = "Delete" } },
	{ "Down", KEY_CODE_DOWN, { .fr = "↓", .en = "↓" } },
	{ "Up", KEY_CODE_UP, { .fr = "↑", .en = "↑" } },
	{ "Left", KEY_CODE_LEFT, { .fr = "←", .en = "←" } },
	{ "Right", KEY_CODE_RIGHT, { .fr = "→", .en = "→" } },
	{ "Ctrl-Left", KEY_CODE_WORD_LEFT, { .fr = "Ctrl-←", .en = "Ctrl-←" } },
	{ "Ctrl-Right", KEY_CODE_WORD_RIGHT, { .fr = "Ctrl-→", .en = "Ctrl-→" } },
	{ "Home", KEY_CODE_HOME, { .fr = "Début", .en = "Home" } },
	{ "End", KEY_CODE_END, { .fr = "Fin", .en = "End" } },
	{ "PgUp", KEY_CODE_PAGE_UP, { .fr = "Pg préc.", .en = "PgUp" } },
	{ "PgDn", KEY_CODE_PAGE_DOWN, { .fr = "Pg suiv.", .en = "PgDn" } },
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
	if (len == 5 && strncmp(name, "Alt-", 4) == 0) {
		*key = (struct key){ .code = (unsigned char)name[4], .alt = true };
		return true;
	}
	if (len == 0 || !utf8_is_valid(name, len))
		return false;
	*key = (struct key){ .alt = false };
	return utf8_decode(name, len, &key->code) == len;
}

void key_format(char *out, size_t size, enum lang lang, struct key key)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(named); i++) {
		if (named[i].code == key.code)
			buf_add(&text, wording_in(named[i].shown, lang));
	}
	if (!text.len && key.code < ' ')
		buf_add_format(&text, "Ctrl-%c", (int)key.code + '@');
	else if (!text.len && key.code < KEY_CODE_BACKSPACE)
		utf8_add(&text, key.code);
	else if (!text.len)
		buf_add(&text, "?");
	snprintf(out, size, "%s%s", key.alt ? "Alt-" : "", text.text);
	buf_release(&text);
}
