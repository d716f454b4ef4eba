/* SPDX-License-Identifier: MIT
 *
 * typed: what somebody typed for a day, cut up.
 *
 * For     dates_typed.c and day_phrases.c, which compare it with what they know.
 * Owner   tokens point into the folded text, which is the caller's. */
#ifndef TEXT_TYPED_H
#define TEXT_TYPED_H

#include <stdbool.h>
#include <stddef.h>

#include "jalon/text/languages.h"

enum { TOKENS_MAX = 8, DIGITS_MAX = 4 };

struct token {
	const char *text;
	size_t len;
	int number;
};

/* What was typed, cut up. `shape` has a letter a token: n number, w word, else itself. */
struct typed {
	struct token tokens[TOKENS_MAX];
	char shape[TOKENS_MAX + 1];
	int count;
	bool has_article; /* "le 15": the words before it said nothing else */
	bool is_missing;  /* a day was named, and the calendar has none such */
};

/* False where there are too many, or a number is too long. */
bool typed_cut_up(struct typed *typed, const char *folded);
void typed_drop(struct typed *typed, int at, int count);
bool token_is(const struct token *token, const char *name);
bool token_is_of(const struct token *token, const char *const *names, size_t count);
/* Which of the names starts so, in either language; −1 for none and for two ("jui"). */
int token_find(const struct token *token, const struct wording *names, int count);

#endif
