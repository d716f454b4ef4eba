/* SPDX-License-Identifier: MIT */
#include "cli/split.h"

#include <string.h>

#include "jalon/text/errors.h"

/* A word being made: quotes may open and close in the middle of it. */
struct split {
	struct arena *arena;
	const char *line, *end;
	struct buf word;
	const char **words;
	size_t count;
	struct err *err;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/* From behind the opening quote to behind the closing one. */
static const char *split_quoted(struct split *split, const char *at, char quote)
{
	const char *open = at - 1;

	for (; at < split->end && *at != quote; at++) {
		bool keeps_next = quote == '"' && *at == '\\' && at + 1 < split->end &&
				  strchr("\"\\$`", at[1]);

		at += keeps_next;
		buf_add_char(&split->word, *at);
	}
	if (at >= split->end) {
		err_set_nowhere(split->err, ERR_USAGE, MSG_QUOTE_NOT_CLOSED, open);
		return NULL;
	}
	return at + 1;
}

/* To behind the word; NULL with an error. */
static const char *split_word(struct split *split, const char *at)
{
	buf_clear(&split->word);
	while (at && at < split->end && !is_blank(*at)) {
		char c = *at++;

		if (c == '\'' || c == '"') {
			at = split_quoted(split, at, c);
		} else if (c == '\\' && at == split->end) {
			err_set_nowhere(split->err, ERR_USAGE, MSG_NOTHING_ESCAPED, NULL);
			at = NULL;
		} else {
			buf_add_char(&split->word, c == '\\' ? *at++ : c);
		}
	}
	if (at)
		split->words[split->count++] =
			arena_copy_len(split->arena, split->word.text, split->word.len);
	return at;
}

bool split_words(struct arena *arena, const char *line, size_t len, struct string_list *words,
	struct err *err)
{
	const char *copy = arena_copy_len(arena, line, len);
	struct split split = { .arena = arena,
		.line = copy,
		.end = copy + len,
		.word = BUF_INIT,
		.words = ARENA_ARRAY(arena, const char *, len / 2 + 1),
		.err = err };
	const char *at = copy;

	while (at && at < split.end) {
		if (is_blank(*at))
			at++;
		else if (*at == '#')
			at = split.end;
		else
			at = split_word(&split, at);
	}
	buf_release(&split.word);
	*words = (struct string_list){ split.words, split.count };
	return at != NULL;
}
