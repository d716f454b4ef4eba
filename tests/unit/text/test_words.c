/* SPDX-License-Identifier: MIT */
#include "jalon/text/words.h"

#include <criterion/criterion.h>

#define WORD_STRING(name, fr, en) { #name, fr, en },
static const struct {
	const char *name, *fr, *en;
} rows[] = { WORDS(WORD_STRING) };

Test(words, are_filled_in_both_languages)
{
	for (int i = 0; i < WORD_COUNT; i++) {
		cr_expect(rows[i].fr && rows[i].fr[0], "%s in French", rows[i].name);
		cr_expect(rows[i].en && rows[i].en[0], "%s in English", rows[i].name);
	}
}

Test(words, are_found_by_their_name)
{
	for (int i = 0; i < WORD_COUNT; i++) {
		cr_expect_str_eq(text_word((enum word)i, LANG_FR), rows[i].fr, "%s", rows[i].name);
		cr_expect_str_eq(text_word((enum word)i, LANG_EN), rows[i].en, "%s", rows[i].name);
	}
	cr_expect_str_eq(text_word(WORD_STATUS_TODO, LANG_FR), "à faire");
	cr_expect_str_eq(text_word(WORD_STATUS_TODO, LANG_EN), "to do");
}
