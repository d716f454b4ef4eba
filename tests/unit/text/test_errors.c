/* SPDX-License-Identifier: MIT */
#include "jalon/text/errors.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>

#include "text/reasons.h"

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

/* What somebody may take away without losing anything: what they have just typed, a wish, or a
 * requirement of a guide that can never hold. */
static const char *const may_take_away[] = { "PIN_TO_ITSELF", "CYCLE", "OPTION_OF_OTHERS",
	"OPTION_TAKES_NO_VALUE", "NOTHING_ESCAPED" };

static bool says_to_destroy(const char *next)
{
	static const char *const words[] = { "etirer", "upprimer", "ffacer", "nlever", "ider ",
		"emplacer", "craser", "emove", "elete", "ake it out", "ake out", " away", "lear ",
		"rase", "verwrite", "in its place" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (strstr(next, words[i]))
			return true;
	}
	return false;
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(name, names[i]) == 0)
			return true;
	}
	return false;
}

/* What jalon did not put there itself it cannot know to be worthless. */
Test(errors, advise_nothing_that_destroys)
{
	for (int i = 0; i < MSG_COUNT; i++) {
		bool may = is_among(rows[i].name, may_take_away, ARRAY_LEN(may_take_away));

		for (int lang = 0; lang < LANG_COUNT; lang++)
			cr_expect_eq(says_to_destroy(rows[i].next[lang]), may, "%s: %s",
				rows[i].name, rows[i].next[lang]);
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

#define REASON_NUMBER(number, fr_what, fr_next, en_what, en_next) number,
static const int reason_numbers[] = { REASONS(REASON_NUMBER) };

/* Of each reason: words in both languages, of which the French are not the system's. */
Test(errors, say_why_the_system_refused_in_the_language_of_the_person)
{
	for (size_t i = 0; i < ARRAY_LEN(reason_numbers); i++) {
		int number = reason_numbers[i];
		struct buf fr = BUF_INIT, en = BUF_INIT;

		for (size_t j = 0; j < i; j++)
			cr_expect_neq(reason_numbers[j], number, "%s twice", strerror(number));
		text_reason(&fr, LANG_FR, number);
		text_reason(&en, LANG_EN, number);
		cr_expect_str_neq(fr.text, strerror(number));
		cr_expect_str_neq(fr.text, en.text);
		cr_expect(is_sentence(text_reason_next(number, LANG_FR)), "%s", fr.text);
		cr_expect(is_sentence(text_reason_next(number, LANG_EN)), "%s", en.text);
		cr_expect_not(number != EBADF &&
				      (says_to_destroy(text_reason_next(number, LANG_FR)) ||
					      says_to_destroy(text_reason_next(number, LANG_EN))),
			"%s", en.text);
		buf_release(&fr);
		buf_release(&en);
	}
}

static const struct {
	const char *name;
	enum message message;
	int reason;
	const char *fr, *en;
} refusals[] = {
	{ "the reason tells what to do next", MSG_CANNOT_WRITE, ENOSPC,
		"demo.json\u00a0: impossible d’écrire\u202f; rien n’a changé\u00a0: "
		"il n’y a plus de place sur le disque. "
		"Libérer de la place ou prévenir qui tient la machine, puis recommencer.",
		"demo.json: this cannot be written; nothing changed: no space left on the disk. "
		"Free some room or tell whoever runs the machine, then try again." },
	{ "the message knows better what to do next", MSG_CANNOT_PRINT_SAVED, ENOSPC,
		"demo.json\u00a0: le changement est enregistré, mais son résultat n’a pas pu être "
		"écrit\u00a0: il n’y a plus de place sur le disque. "
		"Ne pas recommencer\u00a0; voir «\u00a0jalon log\u00a0».",
		"demo.json: the change is saved, but its output could not be written: "
		"no space left on the disk. Do not try again; see “jalon log”." },
	{ "a reason that is in no row", MSG_CANNOT_OPEN, ECHILD,
		"demo.json\u00a0: impossible d’ouvrir ce fichier\u00a0: No child processes. "
		"Vérifier son nom et vos droits.",
		"demo.json: this file cannot be opened: No child processes. "
		"Check its name and your rights." },
};

Test(errors, give_the_reason_of_the_system_and_what_helps_against_it)
{
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;
		struct err err = ERR_INIT;

		err_set(&err, ERR_USAGE, MSG_NOT_A_DATE, "31/02", "%s", "");
		err_set_reason(
			&err, (int)refusals[i].message, refusals[i].reason, "%s", "demo.json");
		text_err(&fr, LANG_FR, &err);
		text_err(&en, LANG_EN, &err);
		cr_expect_eq(err.code, ERR_FAILED);
		cr_expect_str_eq(fr.text, refusals[i].fr, "%s: %s", refusals[i].name, fr.text);
		cr_expect_str_eq(en.text, refusals[i].en, "%s: %s", refusals[i].name, en.text);
		buf_release(&fr);
		buf_release(&en);
	}
}
