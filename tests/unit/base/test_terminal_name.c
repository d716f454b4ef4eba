/* SPDX-License-Identifier: MIT */
#include "jalon/base/terminal_name.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"

static const struct {
	const char *name, *like; /* "": nobody knows */
} names[] = {
	{ "xterm-kitty", "xterm-256color" },
	{ "xterm-ghostty", "xterm-256color" },
	{ "ghostty", "xterm-256color" },
	{ "foot", "xterm-256color" },
	{ "foot-extra", "xterm-256color" },
	{ "wezterm", "xterm-256color" },
	{ "alacritty", "xterm-256color" },
	{ "alacritty-direct", "xterm-256color" },
	{ "konsole-256color", "xterm-256color" },
	{ "iTerm.app", "" },
	{ "next-year-256color", "xterm-256color" },
	{ "tmux-256color", "screen-256color" },
	{ "screen.xterm-kitty", "screen-256color" },
	{ "rxvt-unicode-256color", "rxvt" },
	{ "stterm", "" },
	{ "football", "" },
	{ "xterm\n", "" },
	{ "-256color", "" },
	{ "dumb", "" },
	{ "", "" },
};

Test(terminal_name, takes_a_name_at_its_word)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *like = terminal_name_like(names[i].name);

		cr_expect_str_eq(like ? like : "", names[i].like, "%s", names[i].name);
	}
}
