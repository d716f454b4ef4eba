/* SPDX-License-Identifier: MIT */
#include "jalon/base/terminal_name.h"

#include <stdbool.h>
#include <string.h>

#include "jalon/base/mem.h"

static const char xterm[] = "xterm-256color";

/* By the first word of the name: those that do what xterm does, and those that do less. */
static const struct {
	const char *family, *like;
} families[] = {
	{ "alacritty", xterm },
	{ "contour", xterm },
	{ "foot", xterm },
	{ "ghostty", xterm },
	{ "gnome", xterm },
	{ "iterm", xterm },
	{ "iterm2", xterm },
	{ "kitty", xterm },
	{ "konsole", xterm },
	{ "mintty", xterm },
	{ "ms", xterm },
	{ "putty", xterm },
	{ "rio", xterm },
	{ "rxvt", "rxvt" },
	{ "screen", "screen-256color" },
	{ "st", xterm },
	{ "tmux", "screen-256color" },
	{ "vte", xterm },
	{ "wezterm", xterm },
	{ "xterm", xterm },
};

static bool ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len > end_len && strcmp(text + len - end_len, end) == 0;
}

const char *terminal_name_like(const char *name)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	size_t word = strspn(name, letters);

	for (size_t i = 0; i < ARRAY_LEN(families); i++) {
		if (strlen(families[i].family) == word &&
			memcmp(families[i].family, name, word) == 0 &&
			(!name[word] || strchr("-.+", name[word])))
			return families[i].like;
	}
	/* Who has so many colours takes xterm's sequences for them, and for the rest. */
	return ends_with(name, "-256color") ? xterm : NULL;
}
