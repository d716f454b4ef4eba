/* SPDX-License-Identifier: MIT
 *
 * theme: what each part of the screen looks like.
 *
 * For     views name roles; term.c asks here for colours and attributes. Nothing is said by colour
 *         alone: every role differs in monochrome too, or stands beside a sign or a word.
 * Owner   static tables.
 * Source  the scheme table of htop's CRT.c, as an idea. */
#ifndef JALON_SCREEN_THEME_H
#define JALON_SCREEN_THEME_H

enum role {
	ROLE_PLAIN,
	ROLE_DIM,      /* what can be left unread */
	ROLE_STRONG,   /* titles */
	ROLE_ACCENT,   /* the one accent colour: where we are */
	ROLE_SELECTED, /* the row under the cursor */
	ROLE_DONE,
	ROLE_DOING,
	ROLE_LATE,   /* dates that fall, errors */
	ROLE_KEY,    /* the name of a key */
	ROLE_INPUT,  /* what is being typed */
	ROLE_NOTICE, /* the line that answers a key */
	ROLE_COUNT
};

enum colour {
	COLOUR_DEFAULT = -1,
	COLOUR_RED = 1,
	COLOUR_GREEN = 2,
	COLOUR_YELLOW = 3,
	COLOUR_BLUE = 4,
	COLOUR_CYAN = 6
};

struct look {
	enum colour foreground;
	unsigned bold : 1, dim : 1, reverse : 1, underline : 1;
	char letter; /* in golden screens */
};

enum scheme { SCHEME_COLOUR, SCHEME_MONOCHROME, SCHEME_COUNT };

const struct look *theme_look(enum scheme scheme, enum role role);

#endif
