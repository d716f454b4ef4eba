/* SPDX-License-Identifier: MIT
 *
 * input: all of standard input, at once.
 *
 * For     `set ORG -` and `note ORG ENTRY -`: everything is read before anything is locked.
 * Owner   the caller's buf.
 * Errors  ERR_USAGE for more than 16 MiB, a NUL, or what is not UTF-8 (with its line); ERR_FAILED
 *         when reading fails. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdio.h>

#include "jalon/base/buf.h"
#include "jalon/base/err.h"

bool input_read(FILE *in, struct buf *text, struct err *err);

#endif
