/* SPDX-License-Identifier: MIT */
#include "jalon/base/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

#define FAMILY "👨\u200d👩\u200d👧\u200d👦"
#define FRANCE "🇫🇷"
#define BRITAIN "🇬🇧"
#define THUMB "👍🏽"
#define HEART "❤\ufe0f"
#define KEYCAP_ONE "1\ufe0f\u20e3"
#define E_ACUTE "e\u0301"
#define STACK "a\u0300\u0301\u0302\u0303\u0304"
#define HANGUL "\u1112\u1161\u11ab"
#define PIRATES "🏴\u200d☠\ufe0f"

static const struct {
	const char *name, *bytes;
	size_t len;
	bool valid;
} encodings[] = {
	{ "nothing", "", 0, true },
	{ "ASCII", "abc", 3, true },
	{ "NUL", "a\0b", 3, true },
	{ "a control character", "\x1b", 1, true },
	{ "two bytes", "\xc3\xa9", 2, true },
	{ "the first of two bytes", "\xc2\x80", 2, true },
	{ "three bytes", "\xe2\x82\xac", 3, true },
	{ "the first of three bytes", "\xe0\xa0\x80", 3, true },
	{ "the last before surrogates", "\xed\x9f\xbf", 3, true },
	{ "the first behind surrogates", "\xee\x80\x80", 3, true },
	{ "a noncharacter", "\xef\xbf\xbf", 3, true },
	{ "the first of four bytes", "\xf0\x90\x80\x80", 4, true },
	{ "U+10FFFF", "\xf4\x8f\xbf\xbf", 4, true },
	{ "U+110000", "\xf4\x90\x80\x80", 4, false },
	{ "a lone continuation", "\x80", 1, false },
	{ "another one", "a\xbf", 2, false },
	{ "a start alone", "\xc3", 1, false },
	{ "a start before ASCII", "\xc3(", 2, false },
	{ "a start before a start", "\xc3\xc3\xa9", 3, false },
	{ "two bytes of three", "\xe2\x82", 2, false },
	{ "three bytes of four", "\xf0\x9f\x98", 3, false },
	{ "overlong NUL", "\xc0\x80", 2, false },
	{ "overlong slash", "\xc0\xaf", 2, false },
	{ "overlong in two", "\xc1\xbf", 2, false },
	{ "overlong in three", "\xe0\x9f\xbf", 3, false },
	{ "overlong in four", "\xf0\x8f\xbf\xbf", 4, false },
	{ "a high surrogate", "\xed\xa0\x80", 3, false },
	{ "a low surrogate", "\xed\xbf\xbf", 3, false },
	{ "a pair of surrogates", "\xed\xa0\xbd\xed\xb8\x80", 6, false },
	{ "five bytes", "\xf8\x88\x80\x80\x80", 5, false },
	{ "six bytes", "\xfc\x84\x80\x80\x80\x80", 6, false },
	{ "0xfe", "\xfe", 1, false },
	{ "0xff", "\xff", 1, false },
	{ "Latin-1", "caf\xe9", 4, false },
	{ "invalid at the end of long ASCII", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xff", 34, false },
};

Test(utf8, is_told_from_other_bytes)
{
	for (size_t i = 0; i < ARRAY_LEN(encodings); i++)
		cr_expect_eq(utf8_is_valid(encodings[i].bytes, encodings[i].len),
			encodings[i].valid, "%s", encodings[i].name);
}

static const struct {
	const char *text;
	bool blank;
} blanks[] = {
	{ "", true }, { " \t\r\n", true }, { "\u00A0\u2009\u202F\u3000\u2028", true },
	{ " .", false }, { "\u00A0é", false }, { "\u200B", false }, /* shown as a sign */
};

Test(utf8, knows_a_text_that_shows_nothing)
{
	for (size_t i = 0; i < ARRAY_LEN(blanks); i++)
		cr_expect_eq(utf8_is_blank(blanks[i].text), blanks[i].blank, "row %zu", i);
}

Test(utf8, reads_back_each_code_point_it_writes)
{
	for (uint32_t written = 0; written <= 0x10ffff; written += written < 0x3000 ? 1 : 251) {
		struct buf buf = BUF_INIT;
		uint32_t read = 0;

		if (written >= 0xd800 && written <= 0xdfff)
			continue;
		utf8_add(&buf, written);
		cr_assert(utf8_is_valid(buf.text, buf.len), "U+%04X", written);
		cr_assert_eq(utf8_decode(buf.text, buf.len, &read), buf.len, "U+%04X", written);
		cr_assert_eq(read, written, "U+%04X", written);
		buf_release(&buf);
	}
}

/* Out of contract, but bytes from outside pass here on their way into an error message. */
Test(utf8, gets_through_any_bytes)
{
	for (size_t i = 0; i < ARRAY_LEN(encodings); i++) {
		struct arena *arena = arena_new();
		struct buf out = BUF_INIT;
		struct utf8_line *lines;
		const char *bytes = encodings[i].bytes;
		size_t len = encodings[i].len, at, next, steps = 0;

		for (at = 0; at < len; at = next, steps++) {
			next = utf8_next(bytes, len, at);
			cr_assert(next > at && next <= len, "%s", encodings[i].name);
		}
		for (at = len; at > 0; at = next) {
			next = utf8_previous(bytes, len, at);
			cr_assert_lt(next, at, "%s", encodings[i].name);
		}
		utf8_clean(&out, bytes, len, false);
		cr_expect(utf8_is_valid(out.text, out.len), "%s", encodings[i].name);
		cr_expect_null(memchr(out.text, 0x1b, out.len), "%s", encodings[i].name);
		utf8_fold(&out, bytes, len);
		utf8_next_word(bytes, len, 0);
		utf8_previous_word(bytes, len, len);
		cr_expect_geq(utf8_wrap(arena, bytes, len, 1, &lines), 1);
		buf_release(&out);
		arena_free(arena);
	}
}

/* Characters, separated by | as a person would count them, and the cells of each text
 * once it is cleaned. */
static const struct {
	const char *marked;
	int width_cells;
} characters[] = {
	{ "a|b|c", 3 },
	{ "é|t|é", 3 },
	{ E_ACUTE "|t|" E_ACUTE, 3 },
	{ STACK "|b", 10 },
	{ "日|本|語", 6 },
	{ "ｆ|ｕ", 4 },
	{ "\uff76|\uff85", 2 },
	{ FAMILY, 32 },
	{ FAMILY "|" FAMILY "|x", 65 },
	{ FRANCE, 2 },
	{ FRANCE "|" BRITAIN "|" FRANCE, 6 },
	{ "a|" FRANCE "|b", 4 },
	{ THUMB "|" THUMB, 4 },
	{ HEART "|x", 2 },
	{ KEYCAP_ONE "|2", 2 },
	{ PIRATES "|x", 12 },
	{ HANGUL "|" HANGUL, 4 },
	{ "각|각", 4 },
	{ "क\u094d\u200d|ष", 10 },
	{ "\r\n|a", 3 },
	{ "a|\r|b", 3 },
	{ "\n|\n|\r", 3 },
	{ "a|\t|b", 3 },
	{ "\u0301|a", 2 },
	{ "a\u200d|b", 10 },
	{ "\u200d|👩", 10 },
	{ "«|\u00a0|œ|u|f|\u202f|»", 7 },
	{ "─|│|█|…", 4 },
	{ "", 0 },
};

/* Takes the marks out; starts[] has an offset a character, and the end. */
static size_t unmark(const char *marked, struct buf *text, size_t starts[64])
{
	size_t count = 0;

	starts[count++] = 0;
	for (; *marked; marked++) {
		if (*marked == '|')
			starts[count++] = text->len;
		else
			buf_add_char(text, *marked);
	}
	if (text->len)
		starts[count++] = text->len;
	return count;
}

Test(utf8, steps_over_characters_as_people_count_them)
{
	for (size_t i = 0; i < ARRAY_LEN(characters); i++) {
		struct buf text = BUF_INIT;
		size_t starts[64];
		size_t count = unmark(characters[i].marked, &text, starts);

		for (size_t n = 0; n + 1 < count; n++) {
			cr_expect_eq(utf8_next(text.text, text.len, starts[n]), starts[n + 1],
				"after %zu of %s", n, characters[i].marked);
			cr_expect_eq(utf8_previous(text.text, text.len, starts[n + 1]), starts[n],
				"before %zu of %s", n + 1, characters[i].marked);
		}
		cr_expect_eq(utf8_next(text.text, text.len, text.len), text.len);
		cr_expect_eq(utf8_previous(text.text, text.len, 0), 0);
		buf_release(&text);
	}
}

Test(utf8, measures_in_cells)
{
	for (size_t i = 0; i < ARRAY_LEN(characters); i++) {
		struct buf text = BUF_INIT;
		size_t starts[64];

		unmark(characters[i].marked, &text, starts);
		cr_expect_eq(utf8_width_cells(text.text, text.len), characters[i].width_cells,
			"%s is %d wide", characters[i].marked,
			utf8_width_cells(text.text, text.len));
		buf_release(&text);
	}
}

Test(utf8, fits_whole_characters_only)
{
	for (size_t i = 0; i < ARRAY_LEN(characters); i++) {
		struct buf text = BUF_INIT;
		size_t starts[64];
		size_t count = unmark(characters[i].marked, &text, starts);

		for (int max_cells = 0; max_cells <= 8; max_cells++) {
			size_t fitting = 0;
			int width = -1;
			size_t len = utf8_fit(text.text, text.len, max_cells, &width);

			for (size_t n = 0; n < count; n++) {
				if (utf8_width_cells(text.text, starts[n]) <= max_cells)
					fitting = starts[n];
			}
			cr_expect_eq(len, fitting, "%d of %s", max_cells, characters[i].marked);
			cr_expect_eq(width, utf8_width_cells(text.text, len), "%d of %s", max_cells,
				characters[i].marked);
			cr_expect_eq(utf8_fit(text.text, text.len, max_cells, NULL), len);
		}
		buf_release(&text);
	}
}

/* Where the cursor stops, marked by |: forwards first, then backwards. */
static const struct {
	const char *forwards, *backwards;
} words[] = {
	{ "deux| mots|", "|deux |mots" },
	{ "  deux|  mots|  |", "  |deux  |mots  " },
	{ "été|\u00a0:| là|", "|été\u00a0|: |là" },
	{ "l’eau| de| là|", "|l’eau |de |là" },
	{ FRANCE "| " FAMILY "| x|", "|" FRANCE " |" FAMILY " |x" },
	{ E_ACUTE "t" E_ACUTE "| ici|", "|" E_ACUTE "t" E_ACUTE " |ici" },
	{ "a|\nb|", "|a\n|b" },
	{ "3,5| jours|", "|3,5 |jours" },
	{ "a|-|b|", "|a|-|b" },
};

/* Takes the marks out; stops[] has where they were. */
static size_t take_stops(const char *marked, struct buf *text, size_t stops[16])
{
	size_t count = 0;

	for (; *marked; marked++) {
		if (*marked == '|')
			stops[count++] = text->len;
		else
			buf_add_char(text, *marked);
	}
	return count;
}

Test(utf8, steps_over_words)
{
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct buf ahead = BUF_INIT, back = BUF_INIT;
		size_t stops[16], at = 0;
		size_t count = take_stops(words[i].forwards, &ahead, stops);

		for (size_t n = 0; n < count; n++) {
			at = utf8_next_word(ahead.text, ahead.len, at);
			cr_expect_eq(at, stops[n], "%s: %zu", words[i].forwards, at);
		}
		cr_expect_eq(utf8_next_word(ahead.text, ahead.len, ahead.len), ahead.len);
		count = take_stops(words[i].backwards, &back, stops);
		for (at = back.len; count-- > 0;) {
			at = utf8_previous_word(back.text, back.len, at);
			cr_expect_eq(at, stops[count], "%s: %zu", words[i].backwards, at);
		}
		cr_expect_eq(utf8_previous_word(back.text, back.len, 0), 0);
		buf_release(&ahead);
		buf_release(&back);
	}
}

static const struct {
	const char *name, *text, *folded;
} folds[] = {
	{ "case", "ABC xyz", "abc xyz" },
	{ "accents", "Éléphant ÀÇÙ ñ", "elephant acu n" },
	{ "accents apart", "E\u0301le\u0301phant", "elephant" },
	{ "ligatures", "Œuvre œuf ÆTHER æ", "oeuvre oeuf aether ae" },
	{ "other letters", "Łódź Ørsted Đ ı", "lodz orsted d i" },
	{ "sharp s", "STRASSE Straße", "strasse strasse" },
	{ "apostrophes", "l’été l‘été lʼété", "l'ete l'ete l'ete" },
	{ "no-break spaces", "a\u00a0b\u202fc", "a b c" },
	{ "compatibility", "ﬁn ① Ｆ ²", "fin 1 f 2" },
	{ "Greek", "ΌΔΟΣ όδος", "οδοσ οδοσ" },
	{ "Cyrillic", "Москва́", "москва" },
	{ "Turkish", "İstanbul", "istanbul" },
	{ "Japanese stays apart", "か が", "か か\u3099" },
	{ "joiners vanish", "co\u00adopé", "coope" },
	{ "nothing", "", "" },
};

Test(utf8, folds_what_a_search_does_not_tell_apart)
{
	for (size_t i = 0; i < ARRAY_LEN(folds); i++) {
		struct buf out = BUF_INIT;

		buf_add(&out, "=");
		utf8_fold(&out, folds[i].text, strlen(folds[i].text));
		cr_expect_str_eq(out.text + 1, folds[i].folded, "%s: %s", folds[i].name, out.text);
		buf_release(&out);
	}
}

static const struct {
	const char *name, *bytes, *kept;
} keepings[] = {
	{ "nothing", "", "" },
	{ "all of it", "aé€👍", "aé€👍" },
	{ "Latin-1", "d\xe9j\xe0 vu", "dj vu" },
	{ "a sequence cut short", "a\xe2\x82", "a" },
	{ "one cut short before a letter",
		"\xe2\x82"
		"b",
		"b" },
	{ "nothing but rubbish", "\xff\xfe\x80", "" },
};

Test(utf8, keeps_what_is_text)
{
	for (size_t i = 0; i < ARRAY_LEN(keepings); i++) {
		struct buf text = BUF_INIT;

		buf_add(&text, keepings[i].bytes);
		utf8_keep_valid(&text);
		cr_expect_eq(text.len, strlen(keepings[i].kept), "%s", keepings[i].name);
		cr_expect(memcmp(text.text ? text.text : "", keepings[i].kept, text.len) == 0, "%s",
			keepings[i].name);
		buf_release(&text);
	}
}

static const struct {
	const char *text;
	int cells, wide_cells;
} ambiguous[] = {
	{ "abc", 3, 3 },
	{ "été", 3, 5 },
	{ "« où ! »", 8, 9 },
	{ "○ ✓ ─", 5, 7 },
	{ "漢", 2, 2 },
	{ E_ACUTE, 1, 1 },
	{ "œ’…", 3, 6 },
};

Test(utf8, counts_what_is_ambiguous_as_the_terminal_does)
{
	for (size_t i = 0; i < ARRAY_LEN(ambiguous); i++) {
		const char *text = ambiguous[i].text;

		cr_expect_eq(utf8_width_cells(text, strlen(text)), ambiguous[i].cells, "%s", text);
		utf8_set_ambiguous_wide(true);
		cr_expect_eq(utf8_width_cells(text, strlen(text)), ambiguous[i].wide_cells,
			"%s, wide: %d", text, utf8_width_cells(text, strlen(text)));
		utf8_set_ambiguous_wide(false);
	}
}
