/* SPDX-License-Identifier: MIT
 *
 * partial: a character whose bytes have not all come yet: a slow line cuts anywhere.
 *
 * For     term.c, which reads byte by byte.
 * Errors  none: bytes that make no character are passed over. */
#ifndef SCREEN_PARTIAL_H
#define SCREEN_PARTIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct partial {
	char bytes[4];
	size_t len;
};

void partial_clear(struct partial *partial);
/* True when that byte, which is no ASCII, makes the character whole. */
bool partial_add(struct partial *partial, int byte, uint32_t *code_point);

#endif
