/* SPDX-License-Identifier: MIT */
#include "jalon/screen/theme.h"

// clang-format off
static const struct look looks[SCHEME_COUNT][ROLE_COUNT] = {
	[SCHEME_COLOUR] = {
		[ROLE_PLAIN]    = { .foreground = COLOUR_DEFAULT, .letter = '.' },
		[ROLE_DIM]      = { .foreground = COLOUR_DEFAULT, .dim = 1, .letter = 'd' },
		[ROLE_STRONG]   = { .foreground = COLOUR_DEFAULT, .bold = 1, .letter = 'B' },
		[ROLE_ACCENT]   = { .foreground = COLOUR_CYAN, .bold = 1, .letter = 'A' },
		[ROLE_SELECTED] = { .foreground = COLOUR_DEFAULT, .reverse = 1, .letter = 'S' },
		[ROLE_DONE]     = { .foreground = COLOUR_GREEN, .letter = 'g' },
		[ROLE_DOING]    = { .foreground = COLOUR_CYAN, .letter = 'c' },
		[ROLE_LATE]     = { .foreground = COLOUR_RED, .bold = 1, .letter = 'L' },
		[ROLE_KEY]      = { .foreground = COLOUR_CYAN, .letter = 'k' },
		[ROLE_INPUT]    = { .foreground = COLOUR_DEFAULT, .underline = 1, .letter = 'i' },
		[ROLE_NOTICE]   = { .foreground = COLOUR_YELLOW, .letter = 'n' },
	},
	[SCHEME_MONOCHROME] = {
		[ROLE_PLAIN]    = { .foreground = COLOUR_DEFAULT, .letter = '.' },
		[ROLE_DIM]      = { .foreground = COLOUR_DEFAULT, .dim = 1, .letter = 'd' },
		[ROLE_STRONG]   = { .foreground = COLOUR_DEFAULT, .bold = 1, .letter = 'B' },
		[ROLE_ACCENT]   = { .foreground = COLOUR_DEFAULT, .bold = 1, .underline = 1, .letter = 'A' },
		[ROLE_SELECTED] = { .foreground = COLOUR_DEFAULT, .reverse = 1, .letter = 'S' },
		[ROLE_DONE]     = { .foreground = COLOUR_DEFAULT, .dim = 1, .letter = 'g' },
		[ROLE_DOING]    = { .foreground = COLOUR_DEFAULT, .bold = 1, .letter = 'c' },
		[ROLE_LATE]     = { .foreground = COLOUR_DEFAULT, .bold = 1, .underline = 1, .letter = 'L' },
		[ROLE_KEY]      = { .foreground = COLOUR_DEFAULT, .bold = 1, .letter = 'k' },
		[ROLE_INPUT]    = { .foreground = COLOUR_DEFAULT, .underline = 1, .letter = 'i' },
		[ROLE_NOTICE]   = { .foreground = COLOUR_DEFAULT, .bold = 1, .letter = 'n' },
	},
};
// clang-format on

const struct look *theme_look(enum scheme scheme, enum role role)
{
	return &looks[scheme][role];
}
