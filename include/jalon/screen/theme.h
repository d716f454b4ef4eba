/* SPDX-License-Identifier: MIT
 *
 * theme: what each part of the screen looks like, and what the person wants of their screen.
 *
 * For     views name roles; term.c asks here for colours and attributes. Nothing is said by colour
 *         alone: what differs in colour differs by a sign, a word or its place too.
 * Owner   static tables.
 * Units   colours are xterm's 256, of which those from 16 on are the same on every terminal,
 * whatever its palette; a terminal with less has the first 8. Every text has 4.5:1 at least against
 * the background of the terminals people have (WCAG 2.1, 1.4.3), so nothing is dimmed. Source  the
 * scheme table of htop's CRT.c, as an idea. */
#ifndef JALON_SCREEN_THEME_H
#define JALON_SCREEN_THEME_H

#include <stdbool.h>

#include "jalon/base/utf8.h"

enum role {
	ROLE_PLAIN,
	ROLE_DIM,      /* what tells more about something: dates, people, figures */
	ROLE_STRONG,   /* titles */
	ROLE_ACCENT,   /* the one accent colour: where we are */
	ROLE_SELECTED, /* the row under the cursor */
	ROLE_DONE,     /* what is finished */
	ROLE_DOING,    /* what is under way */
	ROLE_LATE,     /* what is wrong: dates that fall, errors */
	ROLE_KEY,      /* the name of a key */
	ROLE_INPUT,    /* what is being typed */
	ROLE_NOTICE,   /* the line that answers a key */
	ROLE_COUNT
};

enum { COLOUR_DEFAULT = -1 };

struct look {
	short colour; /* of 256, or the terminal's own */
	short basic;  /* of 8, where there are no more */
	unsigned bold : 1, reverse : 1, underline : 1;
	char letter; /* in golden screens */
};

/* For a dark background, for a light one, and for terminals and people without colours. */
enum scheme { SCHEME_DARK, SCHEME_LIGHT, SCHEME_MONO, SCHEME_COUNT };

const struct look *theme_look(enum scheme scheme, enum role role);
/* "dark", "light", "mono". */
const char *scheme_name(enum scheme scheme);
bool scheme_parse(const char *name, enum scheme *scheme);
/* The one for a background of that colour, as the terminal tells it. */
enum scheme scheme_for_background(unsigned char red, unsigned char green, unsigned char blue);

/* What the person wants their screen to be like. */
struct appearance {
	enum scheme scheme;
	bool scheme_is_chosen; /* else the terminal's own background decides, where it tells it */
	enum sign_set signs;
	bool is_calm;   /* for a voice or braille: nothing is repainted but what was asked for */
	bool has_mouse; /* the wheel and clicks are ours, and no more the terminal's */
};

#endif
