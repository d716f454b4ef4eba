/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/utf8.h"

#define MARKS4 "\u0300\u0301\u0302\u0303"

static const struct {
	const char *name, *text, *cleaned;
} texts[] = {
	{ "nothing", "", "" },
	{ "plain text", "Voilà l’œuf\u00a0: «\u202f½\u202f»",
		"Voilà l’œuf\u00a0: «\u202f½\u202f»" },
	{ "escape", "\x1b[31mred", "␛[31mred" },
	{ "bell, backspace, return", "\a\b\r", "␇␈␍" },
	{ "delete", "a\x7f", "a␡" },
	{ "C1: CSI and OSC",
		"\xc2\x9b"
		"31m\xc2\x9d",
		"<U+009B>31m<U+009D>" },
	{ "next line", "\xc2\x85", "<U+0085>" },
	{ "bidi embedding", "\u202aa\u202bb\u202cc\u202dd\u202ee",
		"<U+202A>a<U+202B>b<U+202C>c<U+202D>d<U+202E>e" },
	{ "bidi isolates", "\u2066\u2067\u2068\u2069", "<U+2066><U+2067><U+2068><U+2069>" },
	{ "bidi marks", "\u200e\u200f\u061c", "<U+200E><U+200F><U+061C>" },
	{ "zero width", "a\u200b\u2060\ufeff", "a<U+200B><U+2060><U+FEFF>" },
	{ "soft hyphen", "co\u00adop", "co<U+00AD>op" },
	{ "line and paragraph separators", "\u2028\u2029", "<U+2028><U+2029>" },
	{ "tags", "x\U000e0067\U000e007f", "x<U+E0067><U+E007F>" },
	{ "interlinear and noncharacters", "\ufff9\ufffe\uffff", "<U+FFF9><U+FFFE><U+FFFF>" },
	{ "fillers", "\u115f\u3164\uffa0", "<U+115F><U+3164><U+FFA0>" },
	{ "a joiner alone", "a\u200db", "a<U+200D>b" },
	{ "a joiner at the ends", "\u200dx\u200d", "<U+200D>x<U+200D>" },
	{ "a joiner behind an emoji", "👩\u200d", "👩<U+200D>" },
	{ "two joiners", "👩\u200d\u200d👧", "👩<U+200D><U+200D>👧" },
	{ "a family", "👨\u200d👩\u200d👧", "👨<U+200D>👩<U+200D>👧" },
	{ "a family with skins", "👩🏽\u200d💻", "👩🏽<U+200D>💻" },
	{ "a pirate flag", "🏳\ufe0f\u200d🌈", "🏳\ufe0f<U+200D>🌈" },
	{ "flags", "🇫🇷🇬🇧", "🇫🇷🇬🇧" },
	{ "a heart", "❤\ufe0f❤\ufe0e", "❤\ufe0f❤\ufe0e" },
	{ "a keycap", "1\ufe0f\u20e3", "1\ufe0f\u20e3" },
	{ "a selector alone", "\ufe0fa\ufe0f1\ufe0f", "<U+FE0F>a<U+FE0F>1<U+FE0F>" },
	{ "two selectors", "❤\ufe0f\ufe0f", "❤\ufe0f<U+FE0F>" },
	{ "another selector", "❤\ufe01", "❤<U+FE01>" },
	{ "Han variants", "葛\U000e0100x", "葛<U+E0100>x" },
	{ "Persian", "می\u200cخواهم", "می<U+200C>خواهم" },
	{ "Hindi", "क\u094d\u200dष", "क\u094d<U+200D>ष" },
	{ "Arabic signs that format", "\u0600\u06dd", "<U+0600><U+06DD>" },
	{ "shorthand controls", "\U0001bca0", "<U+1BCA0>" },
	{ "the last plane", "\U0010ffff", "<U+10FFFF>" },
	{ "private use", "\ue000\U000f0000", "\ue000\U000f0000" },
	{ "four marks", "e" MARKS4 "x", "e" MARKS4 "x" },
	{ "marks that pile up", "e" MARKS4 "\u0301\u0302x" MARKS4,
		"e" MARKS4 "<U+0301><U+0302>x" MARKS4 },
	{ "a mark alone", "\u0301e", "◌\u0301e" },
	{ "a mark on a sign", "\x1b\u0301", "␛◌\u0301" },
	{ "a mark on a blank", "a \u0301 \u00a0\u0301", "a ◌\u0301 \u00a0◌\u0301" },
	{ "a mark on nothing", "\u0489", "◌\u0489" },
	{ "accents apart", "e\u0301", "e\u0301" },
};

Test(utf8_clean, leaves_nothing_that_drives_a_terminal)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		for (int keep_lines = 0; keep_lines < 2; keep_lines++) {
			struct buf out = BUF_INIT;

			buf_add(&out, "=");
			utf8_clean(&out, texts[i].text, strlen(texts[i].text), keep_lines);
			cr_expect_str_eq(
				out.text + 1, texts[i].cleaned, "%s: %s", texts[i].name, out.text);
			buf_release(&out);
		}
	}
}

Test(utf8_clean, takes_the_cells_that_were_measured_before)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		cr_expect_eq(utf8_width_cells(texts[i].text, strlen(texts[i].text)),
			utf8_width_cells(texts[i].cleaned, strlen(texts[i].cleaned)), "%s",
			texts[i].name);
}

Test(utf8_clean, keeps_lines_when_asked)
{
	struct buf kept = BUF_INIT, shown = BUF_INIT;

	utf8_clean(&kept, "a\tb\nc\r\n", 7, true);
	utf8_clean(&shown, "a\tb\nc\r\n", 7, false);
	cr_expect_str_eq(kept.text, "a\tb\nc␍\n");
	cr_expect_str_eq(shown.text, "a␉b␊c␍␊");
	buf_release(&kept);
	buf_release(&shown);
}

Test(utf8_clean, shows_nul)
{
	struct buf out = BUF_INIT;

	utf8_clean(&out, "a\0b", 3, true);
	cr_expect_str_eq(out.text, "a␀b");
	buf_release(&out);
}

/* Whatever code point comes: nothing below a space, no C1, and what is left has its width. */
Test(utf8_clean, lets_no_control_through)
{
	for (uint32_t code_point = 0; code_point <= 0x10ffff; code_point++) {
		struct buf text = BUF_INIT, out = BUF_INIT;

		if (code_point == 0x4000)
			code_point = 0xd7ff;
		if (code_point == 0xd800)
			code_point = 0xe000;
		if (code_point == 0x20000)
			code_point = 0xdff00;
		if (code_point == 0xe1100)
			code_point = 0x10ff00;
		utf8_add(&text, code_point);
		utf8_clean(&out, text.text, text.len, false);
		for (size_t i = 0; i < out.len; i++)
			cr_assert(((unsigned char)out.text[i] >= 0x20 && out.text[i] != 0x7f),
				"U+%04X", code_point);
		cr_assert(!(out.len == 2 && out.text[0] == '\xc2' &&
				  (unsigned char)out.text[1] < 0xa0),
			"U+%04X", code_point);
		buf_release(&text);
		buf_release(&out);
	}
}

Test(utf8_clean, changes_nothing_the_second_time)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct buf once = BUF_INIT, twice = BUF_INIT;

		utf8_clean(&once, texts[i].text, strlen(texts[i].text), false);
		utf8_clean(&twice, once.text, once.len, false);
		cr_expect_str_eq(twice.text, once.text, "%s", texts[i].name);
		buf_release(&once);
		buf_release(&twice);
	}
}
