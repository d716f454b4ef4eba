/* SPDX-License-Identifier: MIT
 *
 * French is set with no-break spaces before « : ; ! ? % » and inside quotes, and with ’. */
#include <criterion/criterion.h>
#include <errno.h>
#include <string.h>

#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "text/reasons.h"
#include "jalon/text/words.h"

#define WORD_STRING(name, fr, en) { #name, fr },
#define MESSAGE_STRING(name, parameters, arguments, fr, en) { #name, fr },
#define COUNTED_STRINGS(name, parameters, arguments, fr_one, fr_many, en_one, en_many)             \
	{ #name, fr_one }, { #name, fr_many },
#define ERROR_STRINGS(name, fr_what, fr_next, en_what, en_next)                                    \
	{ #name, fr_what }, { #name, fr_next },
#define REASON_STRINGS(number, fr_what, fr_next, en_what, en_next)                                 \
	{ #number, fr_what }, { #number, fr_next },

struct row {
	const char *name, *fr;
};
static const struct row rows[] = { WORDS(WORD_STRING) MESSAGES(MESSAGE_STRING)
		COUNTED(COUNTED_STRINGS) ERRORS(ERROR_STRINGS) REASONS(REASON_STRINGS) };

static bool ends_with(const char *text, size_t len, const char *end)
{
	size_t end_len = strlen(end);

	return len >= end_len && memcmp(text + len - end_len, end, end_len) == 0;
}

static bool ends_with_no_break_space(const char *text, size_t len)
{
	return ends_with(text, len, "\u00a0") || ends_with(text, len, "\u202f");
}

static bool starts_with_no_break_space(const char *text)
{
	return strncmp(text, "\u00a0", 2) == 0 || strncmp(text, "\u202f", 3) == 0;
}

/* A sign that closes a clause, not the colon of 12:30, nor a key named at the start. */
static bool is_well_set_mark(const char *text, size_t at)
{
	bool closes = !text[at + 1] || text[at + 1] == ' ';

	if (at == 0)
		return true;
	if (text[at - 1] == ' ')
		return false;
	return !closes || ends_with_no_break_space(text, at) || strchr("?!", text[at - 1]);
}

static const char *what_is_wrong_at(const char *text, size_t at)
{
	if (text[at] == '\'')
		return "an ASCII apostrophe";
	if (strchr(":;!?", text[at]) && !is_well_set_mark(text, at))
		return "no no-break space before a mark";
	if (strncmp(text + at, "%%", 2) == 0 && at > 0 && text[at - 1] == ' ')
		return "a plain space before %";
	if (strncmp(text + at, "«", 2) == 0 && !starts_with_no_break_space(text + at + 2))
		return "no no-break space after «";
	if (strncmp(text + at, "»", 2) == 0 && !ends_with_no_break_space(text, at))
		return "no no-break space before »";
	if (starts_with_no_break_space(text + at) &&
		(ends_with_no_break_space(text, at) || (at > 0 && text[at - 1] == ' ')))
		return "two spaces in a row";
	return NULL;
}

static const char *what_is_wrong(const char *text)
{
	const char *wrong = NULL;

	for (size_t at = 0; text[at] && !wrong; at++)
		wrong = what_is_wrong_at(text, at);
	return wrong;
}

Test(typography, is_french_in_french_rows)
{
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const char *wrong = what_is_wrong(rows[i].fr);

		cr_expect_null(wrong, "%s: %s in: %s", rows[i].name, wrong, rows[i].fr);
	}
}

static const struct {
	const char *text;
	bool well_set;
} samples[] = {
	{ "l’été", true },
	{ "l'été", false },
	{ "Quoi\u00a0?", true },
	{ "Quoi\u202f! Oui", true },
	{ "Quoi\u202f?!", true },
	{ "Quoi ?", false },
	{ "Quoi?", false },
	{ "à 12:30", true },
	{ "Date: demain", false },
	{ "«\u00a0oui\u00a0»", true },
	{ "« oui\u00a0»", false },
	{ "«\u00a0oui »", false },
	{ "«oui»", false },
	{ "%d\u00a0%%", true },
	{ "%d %%", false },
	{ "reason=\"…\"", true },
};

Test(typography, is_told_from_what_is_not)
{
	for (size_t i = 0; i < ARRAY_LEN(samples); i++)
		cr_expect_eq(what_is_wrong(samples[i].text) == NULL, samples[i].well_set, "%s",
			samples[i].text);
}
