/* SPDX-License-Identifier: MIT
 *
 * sequence: what a whole sequence of a terminal means.
 *
 * For     input.c, which finds where they begin and end.
 * Errors  none: what nobody knows is the unknown key; what answers a question, or reports a mouse,
 *         is nothing.
 * Source  xterm's "Control Sequences"; terminfo's descriptions of rxvt; DEC's VT220 keypad. */
#ifndef SCREEN_SEQUENCE_H
#define SCREEN_SEQUENCE_H

#include "jalon/screen/key.h"

enum sequence_meaning {
	SEQUENCE_NOTHING,
	SEQUENCE_KEY,
	SEQUENCE_PASTE, /* what follows is one, up to its mark */
	SEQUENCE_CLICK, /* a button or the wheel, as sequence_read_click() tells */
	SEQUENCE_MOUSE  /* three bytes follow, whatever they are */
};

/* ESC [ parameters final; `alt`: another Esc stood before it. */
enum sequence_meaning sequence_of_csi(
	const char *parameters, char final, bool alt, struct key *key);
/* ESC [ < button ; x ; y M, of which the cells count from 1; false for what is no press of the
 * first button, and no turn of the wheel. */
bool sequence_read_click(const char *parameters, int *turn, int *x, int *y);
/* ESC O parameters letter. */
struct key sequence_of_ss3(const char *parameters, char letter, bool alt);
/* ESC [ [ letter, as the Linux console has it. */
struct key sequence_of_console(char letter);

#endif
