/* SPDX-License-Identifier: MIT
 *
 * What people type is folded (no case, no accents) and cut into tokens, whose kinds in order are
 * its shape: "n/n/n", "nwn", "+nw". A shape names the kinds of all tokens, so that nothing unknown
 * can hide before or behind a date that we understand. */
#include "text/typed.h"

#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/base/utf8.h"

enum { PREFIX_MIN = 3 };

/* Folded, as utf8_fold writes what was typed. */
static const char *const ordinals[] = { "er", "re", "st", "nd", "rd", "th" };
static const char *const firsts[] = { "premier", "first" };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || c == '\'';
}

bool token_is(const struct token *token, const char *name)
{
	return token->len == strlen(name) && memcmp(token->text, name, token->len) == 0;
}

bool token_is_of(const struct token *token, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (token_is(token, names[i]))
			return true;
	}
	return false;
}

static bool is_ordinal(const struct token *token)
{
	return token_is_of(token, ordinals, ARRAY_LEN(ordinals));
}

/* Reads the token at `text` and returns what follows; *kind is its letter in a shape. */
static const char *read_token(const char *text, struct token *token, char *kind)
{
	const char *end = text;

	*token = (struct token){ .text = text };
	while (is_digit(*end) && end - text <= DIGITS_MAX)
		token->number = token->number * 10 + (*end++ - '0');
	*kind = 'n';
	if (end == text) {
		while (is_letter(*end))
			end++;
		*kind = end > text ? 'w' : *text;
		end += end == text;
	}
	token->len = (size_t)(end - text);
	return end;
}

static bool has_kind(const struct typed *typed, int at, char kind)
{
	return at >= 0 && typed->shape[at] == kind;
}

/* The dot of an abbreviation, the ending of an ordinal and the hyphen of "mi-mars" say nothing. */
static bool is_silent(
	const struct typed *typed, const struct token *token, char kind, bool after_space)
{
	bool after_word = has_kind(typed, typed->count - 1, 'w');
	bool after_number = has_kind(typed, typed->count - 1, 'n');

	return !after_space && ((kind == '.' && after_word) ||
				       (kind == '-' && after_word && is_letter(token->text[1])) ||
				       (kind == 'w' && after_number && is_ordinal(token)));
}

bool typed_cut_up(struct typed *typed, const char *folded)
{
	const char *text = folded;
	struct token token;
	char kind;

	while (*text) {
		bool after_space = *text == ' ';

		text += strspn(text, " ");
		if (!*text)
			return true;
		text = read_token(text, &token, &kind);
		if (is_silent(typed, &token, kind, after_space))
			continue;
		if (typed->count == TOKENS_MAX || (kind == 'n' && token.len > DIGITS_MAX))
			return false;
		/* "premier mars" is a day like "1er mars". */
		if (kind == 'w' && token_is_of(&token, firsts, ARRAY_LEN(firsts))) {
			token = (struct token){ .text = "1", .len = 1, .number = 1 };
			kind = 'n';
		}
		typed->shape[typed->count] = kind;
		typed->tokens[typed->count++] = token;
	}
	return true;
}

static bool is_prefix(const struct token *token, const char *name)
{
	struct buf folded = BUF_INIT;
	bool prefix;

	utf8_fold(&folded, name, strlen(name));
	prefix = token->len >= PREFIX_MIN && token->len <= folded.len &&
		 memcmp(token->text, folded.text, token->len) == 0;
	buf_release(&folded);
	return prefix;
}

int token_find(const struct token *token, const struct wording *names, int count)
{
	int found = -1;

	for (int i = 0; i < count; i++) {
		if (!is_prefix(token, names[i].fr) && !is_prefix(token, names[i].en))
			continue;
		if (found >= 0)
			return -1;
		found = i;
	}
	return found;
}

void typed_drop(struct typed *typed, int at, int count)
{
	int behind = typed->count - at - count;

	memmove(typed->tokens + at, typed->tokens + at + count,
		sizeof(typed->tokens[0]) * (size_t)behind);
	memmove(typed->shape + at, typed->shape + at + count, (size_t)behind + 1);
	typed->count -= count;
}
