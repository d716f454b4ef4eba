/* SPDX-License-Identifier: MIT */
#include "jalon/screen/theme.h"

#include <string.h>

/* Of 8 colours only those are taken that are bright enough on every dark palette; a light
 * background has none that are dark enough, so there the attributes speak alone. */
enum { GREEN = 2, CYAN = 6 };

// clang-format off
static const struct look looks[SCHEME_COUNT][ROLE_COUNT] = {
	[SCHEME_DARK] = {
		[ROLE_PLAIN]    = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .letter = '.' },
		[ROLE_DIM]      = { .colour = 249, .basic = COLOUR_DEFAULT, .letter = 'd' },
		[ROLE_STRONG]   = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'B' },
		[ROLE_ACCENT]   = { .colour = 87, .basic = CYAN, .bold = 1, .letter = 'A' },
		[ROLE_SELECTED] = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .reverse = 1, .letter = 'S' },
		[ROLE_DONE]     = { .colour = 120, .basic = GREEN, .letter = 'g' },
		[ROLE_DOING]    = { .colour = 87, .basic = CYAN, .letter = 'c' },
		[ROLE_LATE]     = { .colour = 210, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'L' },
		[ROLE_KEY]      = { .colour = 87, .basic = CYAN, .letter = 'k' },
		[ROLE_INPUT]    = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .underline = 1, .letter = 'i' },
		[ROLE_NOTICE]   = { .colour = 228, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'n' },
	},
	[SCHEME_LIGHT] = {
		[ROLE_PLAIN]    = { .colour = 235, .basic = COLOUR_DEFAULT, .letter = '.' },
		[ROLE_DIM]      = { .colour = 240, .basic = COLOUR_DEFAULT, .letter = 'd' },
		[ROLE_STRONG]   = { .colour = 235, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'B' },
		[ROLE_ACCENT]   = { .colour = 24, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'A' },
		[ROLE_SELECTED] = { .colour = 235, .basic = COLOUR_DEFAULT, .reverse = 1, .letter = 'S' },
		[ROLE_DONE]     = { .colour = 22, .basic = COLOUR_DEFAULT, .letter = 'g' },
		[ROLE_DOING]    = { .colour = 24, .basic = COLOUR_DEFAULT, .letter = 'c' },
		[ROLE_LATE]     = { .colour = 124, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'L' },
		[ROLE_KEY]      = { .colour = 24, .basic = COLOUR_DEFAULT, .underline = 1, .letter = 'k' },
		[ROLE_INPUT]    = { .colour = 235, .basic = COLOUR_DEFAULT, .underline = 1, .letter = 'i' },
		[ROLE_NOTICE]   = { .colour = 94, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'n' },
	},
	[SCHEME_MONO] = {
		[ROLE_PLAIN]    = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .letter = '.' },
		[ROLE_DIM]      = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .letter = 'd' },
		[ROLE_STRONG]   = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'B' },
		[ROLE_ACCENT]   = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .underline = 1, .letter = 'A' },
		[ROLE_SELECTED] = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .reverse = 1, .letter = 'S' },
		[ROLE_DONE]     = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .letter = 'g' },
		[ROLE_DOING]    = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'c' },
		[ROLE_LATE]     = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .underline = 1, .letter = 'L' },
		[ROLE_KEY]      = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'k' },
		[ROLE_INPUT]    = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .underline = 1, .letter = 'i' },
		[ROLE_NOTICE]   = { .colour = COLOUR_DEFAULT, .basic = COLOUR_DEFAULT, .bold = 1, .letter = 'n' },
	},
};
// clang-format on

static const char *const names[SCHEME_COUNT] = {
	[SCHEME_DARK] = "dark",
	[SCHEME_LIGHT] = "light",
	[SCHEME_MONO] = "mono",
};

const struct look *theme_look(enum scheme scheme, enum role role)
{
	return &looks[scheme][role];
}

const char *scheme_name(enum scheme scheme)
{
	return names[scheme];
}

bool scheme_parse(const char *name, enum scheme *scheme)
{
	for (int i = 0; i < SCHEME_COUNT; i++) {
		if (strcmp(names[i], name) == 0) {
			*scheme = (enum scheme)i;
			return true;
		}
	}
	return false;
}

/* By how bright it looks; the eye sees green far better than blue (ITU-R BT.601). */
enum scheme scheme_for_background(unsigned char red, unsigned char green, unsigned char blue)
{
	return 299 * red + 587 * green + 114 * blue > 1000 * 128 ? SCHEME_LIGHT : SCHEME_DARK;
}
