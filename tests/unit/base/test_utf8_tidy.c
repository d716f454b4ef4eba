/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/utf8.h"

static const struct {
	const char *name, *typed, *line, *lines;
} texts[] = {
	{ "nothing", "", "", "" },
	{ "plain text", "Inès B.", "Inès B.", "Inès B." },
	{ "typography", "«\u202fl’œuvre – ½\u202f»…", "«\u202fl’œuvre – ½\u202f»…",
		"«\u202fl’œuvre – ½\u202f»…" },
	{ "decomposed, as macOS names its files", "Ine\u0300s", "Inès", "Inès" },
	{ "two marks", "e\u0323\u0302", "ệ", "ệ" },
	{ "a mark in the other order", "e\u0302\u0323", "ệ", "ệ" },
	{ "Hangul of its parts", "\u1112\u1161\u11ab", "한", "한" },
	{ "the sign of the ångström", "\u212b", "Å", "Å" },
	{ "a mark that composes with nothing", "x\u0301", "x\u0301", "x\u0301" },
	{ "blanks at the ends", "  Inès \t", "Inès", "  Inès \t" },
	{ "no-break blanks at the ends", "\u00a0Inès\u202f\u2007", "Inès",
		"\u00a0Inès\u202f\u2007" },
	{ "blanks without width", "\ufeff\u200bInès\u2060", "Inès", "\ufeff\u200bInès\u2060" },
	{ "nothing but blanks", " \u00a0\u3000", "", " \u00a0\u3000" },
	{ "blanks inside", "Jean  Paul", "Jean  Paul", "Jean  Paul" },
	{ "a return and a newline", "a\r\nb", "a\nb", "a\nb" },
	{ "a return", "a\rb", "a\nb", "a\nb" },
	{ "two line ends", "a\r\r\nb", "a\n\nb", "a\n\nb" },
	{ "next line, and the separators",
		"a\xc2\x85"
		"b\u2028c\u2029d",
		"a\nb\nc\nd", "a\nb\nc\nd" },
	{ "a tab", "a\tb", "a\tb", "a\tb" },
	{ "a line end at the end", "Inès\r\n", "Inès", "Inès\n" },
	{ "an emoji and its parts", "👩🏽\u200d💻\ufe0f", "👩🏽\u200d💻\ufe0f",
		"👩🏽\u200d💻\ufe0f" },
	{ "letters at the ends", "école où", "école où", "école où" },
	{ "a letter, then a blank", "où\u00a0", "où", "où\u00a0" },
	{ "a blank, then a letter", "\u00a0école", "école", "\u00a0école" },
	{ "not UTF-8", "a\xff\r", "a\xff\r", "a\xff\r" },
};

Test(utf8_tidy, keeps_one_form_of_what_looks_alike)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		const char *line = utf8_tidy(arena, texts[i].typed, false);
		const char *lines = utf8_tidy(arena, texts[i].typed, true);

		cr_expect_str_eq(line, texts[i].line, "%s", texts[i].name);
		cr_expect_str_eq(lines, texts[i].lines, "%s, with lines", texts[i].name);
		cr_expect_str_eq(
			utf8_tidy(arena, line, false), line, "%s: once is enough", texts[i].name);
	}
	cr_expect_eq(utf8_tidy(arena, texts[2].typed, false), texts[2].typed, "nothing is copied");
	arena_free(arena);
}
