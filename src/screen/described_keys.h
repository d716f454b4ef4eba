/* SPDX-License-Identifier: MIT
 *
 * described_keys: the keys that a terminal's description in terminfo names.
 *
 * For     term.c, which has the description; the test that goes through them all.
 * Owner   input keeps the strings that it is given: the description must last as long.
 * Source  terminfo(5). */
#ifndef SCREEN_DESCRIBED_KEYS_H
#define SCREEN_DESCRIBED_KEYS_H

#include "screen/input.h"

/* `find` gives what a capability is, NULL where the terminal has none. */
void described_keys_define(struct input *input, const char *(*find)(const char *name));

#endif
