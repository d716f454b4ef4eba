/* SPDX-License-Identifier: MIT
 *
 * hostile: texts that would drive a terminal or lie to the eye, and files that hold them wherever a
 * file has a place for text.
 *
 * For     the tests that walk every way out: nothing but text may leave.
 * Owner   the caller owns `out`. */
#ifndef JALON_TESTS_HOSTILE_H
#define JALON_TESTS_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>

#include "jalon/base/buf.h"

struct hostile_text {
	const char *name, *text;
};
extern const struct hostile_text hostile_texts[];
extern const size_t hostile_text_count;

/* All of them in one, which begins like a formula. One holds a line "FORGED", which must not become
 * a line of ours; where a text may have `lines` it is "SECOND". */
void hostile_add_all(struct buf *out, bool lines);
/* `template` with each % replaced by that text, as a JSON string. */
void hostile_add_json(struct buf *out, const char *template, const char *text);
/* A checklist of id "hostile", edition "1", and an organisation of id "demo" that follows it. */
void hostile_add_checklist(struct buf *out);
void hostile_add_organisation(struct buf *out);

/* Marks that pile up, or stand on nothing, in words; "" for none.
 * Where `text` holds what is no text, in words; "" when all of it is. Told apart from the rule of
 * jalon itself, lest one mistake hide another. Lines end with "\n", or with "\r\n" for `crlf`. */
const char *hostile_find_marks(const char *text, size_t len);
const char *hostile_find(const char *text, size_t len, bool crlf);

#endif
