/* SPDX-License-Identifier: MIT */
#include "jalon/text/errors.h"

#include <criterion/criterion.h>
#include <string.h>

#define ERROR_STRINGS(name, fr_what, fr_next, en_what, en_next)                                    \
	{ #name, { fr_what, en_what }, { fr_next, en_next } },
static const struct {
	const char *name, *what[LANG_COUNT], *next[LANG_COUNT];
} rows[] = { ERRORS(ERROR_STRINGS) };

static bool is_sentence(const char *text)
{
	size_t len = strlen(text);

	return len > 1 && strchr(".!?", text[len - 1]) && !(text[0] >= 'a' && text[0] <= 'z');
}

Test(errors, say_what_is_wrong_and_what_to_do_next_in_both_languages)
{
	for (int i = 0; i < MSG_COUNT; i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			const char *what = rows[i].what[lang];

			cr_expect(what && what[0], "%s: what, %d", rows[i].name, lang);
			cr_expect_neq(what[strlen(what) - 1], '.', "%s: more follows what is wrong",
				rows[i].name);
			cr_expect(is_sentence(rows[i].next[lang]), "%s: what to do, a sentence: %s",
				rows[i].name, rows[i].next[lang]);
		}
	}
}

Test(errors, are_found_by_their_name)
{
	for (int i = 0; i < MSG_COUNT; i++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			cr_expect_str_eq(text_err_what(i, (enum lang)lang), rows[i].what[lang]);
			cr_expect_str_eq(text_err_next(i, (enum lang)lang), rows[i].next[lang]);
		}
	}
}

static const struct {
	const char *name, *where, *value;
	const char *fr, *en;
} sentences[] = {
	{ "where and value", "demo.json:12: due", "31/02",
		"demo.json:12: due\u00a0: ce n’est pas une date\u00a0: «\u00a031/02\u00a0». "
		"Écrire AAAA-MM-JJ, par exemple 2027-01-15.",
		"demo.json:12: due: this is not a date: “31/02”. "
		"Write YYYY-MM-DD, for example 2027-01-15." },
	{ "neither", "", "", "ce n’est pas une date. Écrire AAAA-MM-JJ, par exemple 2027-01-15.",
		"this is not a date. Write YYYY-MM-DD, for example 2027-01-15." },
	{ "where only", "due", "",
		"due\u00a0: ce n’est pas une date. Écrire AAAA-MM-JJ, par exemple 2027-01-15.",
		"due: this is not a date. Write YYYY-MM-DD, for example 2027-01-15." },
	{ "what drives a terminal", "a\x1b[2J", "b\n\xe2\x80\xae",
		"a␛[2J\u00a0: ce n’est pas une date\u00a0: «\u00a0b␊<U+202E>\u00a0». "
		"Écrire AAAA-MM-JJ, par exemple 2027-01-15.",
		"a␛[2J: this is not a date: “b␊<U+202E>”. "
		"Write YYYY-MM-DD, for example 2027-01-15." },
	{ "what is not UTF-8", "a\xff", "b\xc3",
		"a�\u00a0: ce n’est pas une date\u00a0: «\u00a0b�\u00a0». "
		"Écrire AAAA-MM-JJ, par exemple 2027-01-15.",
		"a�: this is not a date: “b�”. Write YYYY-MM-DD, for example 2027-01-15." },
};

Test(errors, are_put_in_words_safe_for_a_terminal)
{
	for (size_t i = 0; i < ARRAY_LEN(sentences); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;
		struct err err = ERR_INIT;

		err_set(&err, ERR_USAGE, MSG_NOT_A_DATE, sentences[i].value, "%s",
			sentences[i].where);
		text_err(&fr, LANG_FR, &err);
		text_err(&en, LANG_EN, &err);
		cr_expect_str_eq(fr.text, sentences[i].fr, "%s: %s", sentences[i].name, fr.text);
		cr_expect_str_eq(en.text, sentences[i].en, "%s: %s", sentences[i].name, en.text);
		buf_release(&fr);
		buf_release(&en);
	}
}
