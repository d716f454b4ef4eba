/* SPDX-License-Identifier: MIT */
#include "jalon/text/words.h"

#define WORD_ROW(name, fr_text, en_text) [WORD_##name] = { .fr = fr_text, .en = en_text },
static const struct wording words[WORD_COUNT] = { WORDS(WORD_ROW) };

const char *text_word(enum word word, enum lang lang)
{
	return wording_in(words[word], lang);
}
