/* SPDX-License-Identifier: MIT */
#include "jalon/screen/theme.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "jalon/base/mem.h"

Test(theme, gives_every_role_a_letter_of_its_own)
{
	for (int i = 0; i < ROLE_COUNT; i++) {
		for (int k = i + 1; k < ROLE_COUNT; k++)
			cr_expect_neq(theme_look(SCHEME_DARK, (enum role)i)->letter,
				theme_look(SCHEME_DARK, (enum role)k)->letter, "%d %d", i, k);
	}
}

Test(theme, fills_every_role_of_every_scheme)
{
	for (int scheme = 0; scheme < SCHEME_COUNT; scheme++) {
		enum scheme parsed;

		cr_expect(scheme_parse(scheme_name((enum scheme)scheme), &parsed));
		cr_expect_eq((int)parsed, scheme);
		for (int i = 0; i < ROLE_COUNT; i++)
			cr_expect_neq(theme_look((enum scheme)scheme, (enum role)i)->letter, 0);
	}
}

Test(theme, is_monochrome_without_colours)
{
	for (int i = 0; i < ROLE_COUNT; i++) {
		cr_expect_eq(theme_look(SCHEME_MONO, (enum role)i)->colour, COLOUR_DEFAULT);
		cr_expect_eq(theme_look(SCHEME_MONO, (enum role)i)->basic, COLOUR_DEFAULT);
	}
}

static const struct {
	int red, green, blue;
	enum scheme scheme;
} backgrounds[] = {
	{ 0, 0, 0, SCHEME_DARK },
	{ 0x00, 0x2b, 0x36, SCHEME_DARK },
	{ 0x30, 0x0a, 0x24, SCHEME_DARK },
	{ 0, 0, 255, SCHEME_DARK },
	{ 255, 255, 255, SCHEME_LIGHT },
	{ 0xfd, 0xf6, 0xe3, SCHEME_LIGHT },
	{ 0xff, 0xff, 0xdd, SCHEME_LIGHT },
};

Test(theme, follows_the_background)
{
	for (size_t i = 0; i < ARRAY_LEN(backgrounds); i++)
		cr_expect_eq(scheme_for_background((unsigned char)backgrounds[i].red,
				     (unsigned char)backgrounds[i].green,
				     (unsigned char)backgrounds[i].blue),
			backgrounds[i].scheme, "%zu", i);
}

/* What terminals come with: text, background, and the first 8 colours. */
static const struct palette {
	const char *name;
	enum scheme scheme;
	unsigned text, background, basic[8];
} palettes[] = {
	{ "xterm", SCHEME_DARK, 0xe5e5e5, 0x000000,
		{ 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd,
			0xe5e5e5 } },
	{ "xterm, as it starts", SCHEME_LIGHT, 0x000000, 0xffffff, { 0 } },
	{ "GNOME", SCHEME_DARK, 0xd0cfcc, 0x171421,
		{ 0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3,
			0xd0cfcc } },
	{ "GNOME, light", SCHEME_LIGHT, 0x171421, 0xffffff, { 0 } },
	{ "macOS, Pro", SCHEME_DARK, 0xf2f2f2, 0x000000,
		{ 0x000000, 0x990000, 0x00a600, 0x999900, 0x0000b2, 0xb200b2, 0x00a6b2,
			0xbfbfbf } },
	{ "macOS, Basic", SCHEME_LIGHT, 0x000000, 0xffffff, { 0 } },
	{ "PuTTY", SCHEME_DARK, 0xbbbbbb, 0x000000,
		{ 0x000000, 0xbb0000, 0x00bb00, 0xbbbb00, 0x0000bb, 0xbb00bb, 0x00bbbb,
			0xbbbbbb } },
	{ "Solarized, dark", SCHEME_DARK, 0x839496, 0x002b36,
		{ 0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198,
			0xeee8d5 } },
	{ "Solarized, light", SCHEME_LIGHT, 0x657b83, 0xfdf6e3, { 0 } },
	{ "Windows Terminal, Campbell", SCHEME_DARK, 0xcccccc, 0x0c0c0c,
		{ 0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd,
			0xcccccc } },
	{ "Windows Terminal, One Half Light", SCHEME_LIGHT, 0x383a42, 0xfafafa, { 0 } },
};

/* Of the 256, those from 16 on are a cube of 6 × 6 × 6 and then 24 greys. */
static unsigned rgb_of(int colour)
{
	static const unsigned steps[] = { 0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff };
	unsigned at = (unsigned)colour - 16, grey = 8 + 10 * (at - 216);

	if (at >= 216)
		return grey << 16 | grey << 8 | grey;
	return steps[at / 36] << 16 | steps[at / 6 % 6] << 8 | steps[at % 6];
}

static double linear(unsigned channel)
{
	double share = (double)channel / 255;

	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned rgb)
{
	return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) +
	       0.0722 * linear(rgb & 0xff);
}

/* WCAG 2.1, "contrast ratio" */
static double contrast(unsigned one, unsigned other)
{
	double a = luminance(one) + 0.05, b = luminance(other) + 0.05;

	return a > b ? a / b : b / a;
}

/* JALON_CONTRAST in the environment prints the least of each. */
Test(theme, is_readable_on_every_palette)
{
	for (size_t i = 0; i < ARRAY_LEN(palettes); i++) {
		const struct palette *palette = &palettes[i];
		double least = 21, least_basic = 21;

		for (int role = 0; role < ROLE_COUNT; role++) {
			const struct look *look = theme_look(palette->scheme, (enum role)role);
			unsigned many = look->colour == COLOUR_DEFAULT ? palette->text
								       : rgb_of(look->colour);
			double ratio = contrast(many, palette->background);

			cr_expect_geq(ratio, 4.5, "%s, role %d: %.2f", palette->name, role, ratio);
			least = fmin(least, ratio);
			if (palette->scheme != SCHEME_DARK || look->basic == COLOUR_DEFAULT)
				continue;
			ratio = contrast(palette->basic[look->basic], palette->background);
			cr_expect_geq(ratio, 4.5, "%s, 8 colours, role %d: %.2f", palette->name,
				role, ratio);
			least_basic = fmin(least_basic, ratio);
		}
		if (getenv("JALON_CONTRAST"))
			fprintf(stderr, "%-34s %5.2f %5.2f\n", palette->name, least, least_basic);
	}
}
