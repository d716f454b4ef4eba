/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "breadth.h"
#include "jalon/base/utf8.h"

#define FAMILY "👨\u200d👩\u200d👧\u200d👦"

/* Lines are joined by | for the eye. */
static const struct {
	const char *name, *text;
	int width_cells;
	const char *lines;
} texts[] = {
	{ "nothing", "", 10, "" },
	{ "what fits", "un deux", 10, "un deux" },
	{ "what just fits", "un deux", 7, "un deux" },
	{ "at words", "un deux trois", 7, "un deux|trois" },
	{ "at words, one cell less", "un deux trois", 6, "un|deux|trois" },
	{ "several blanks", "un   deux", 4, "un|deux" },
	{ "blanks at the start", "  un deux", 5, "  un|deux" },
	{ "blanks at the end", "un deux   ", 7, "un deux" },
	{ "blanks only", "     ", 3, "" },
	{ "hard breaks", "un\ndeux", 10, "un|deux" },
	{ "an empty line", "un\n\ndeux", 10, "un||deux" },
	{ "a newline at the end", "un\n", 10, "un|" },
	{ "a newline alone", "\n", 10, "|" },
	{ "blanks before a newline", "un  \ndeux", 10, "un|deux" },
	{ "carriage returns", "un\r\ndeux", 10, "un|deux" },
	{ "a long word", "abcdefgh", 3, "abc|def|gh" },
	{ "a long word behind a short one", "ab cdefgh i", 4, "ab|cdef|gh i" },
	{ "width 1", "ab c", 1, "a|b|c" },
	{ "wide characters", "日本語", 4, "日本|語" },
	{ "wide characters in an odd width", "日本語", 5, "日本|語" },
	{ "wide characters in one cell", "日本", 1, "日|本" },
	{ "no break inside a character", "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301" },
	{ "nor in a family", FAMILY FAMILY FAMILY, 65, FAMILY FAMILY "|" FAMILY },
	{ "signs take their room", "a\u202eb", 9, "a\u202e|b" },
	{ "nor in a flag", "🇫🇷🇬🇧🇫🇷", 3, "🇫🇷|🇬🇧|🇫🇷" },
	{ "accents", "été hiver", 5, "été|hiver" },
	{ "before a French mark", "Que faire\u00a0?", 9, "Que|faire\u00a0?" },
	{ "before a narrow French mark", "Que faire\u202f!", 9, "Que|faire\u202f!" },
	{ "French quotes wider than a line", "dit «\u00a0oui\u00a0» là", 6,
		"dit|«\u00a0ou|i\u00a0» là" },
	{ "French quotes that fit", "dit «\u00a0oui\u00a0» là", 7, "dit|«\u00a0oui\u00a0»|là" },
	{ "a mark behind a word too long", "demande\u00a0: oui", 7, "demand|e\u00a0: oui" },
	{ "a mark without room", "a\u00a0:", 2, "a|\u00a0:" },
	{ "no-break spaces in a row", "ab cd\u00a0\u00a0\u00a0x", 4, "ab|c|d|\u00a0\u00a0\u00a0x" },
	{ "a mark behind a plain space", "mot deux ;", 8, "mot|deux ;" },
	{ "figures", "vers 3\u00a0000\u00a0€", 8, "vers|3\u00a0000\u00a0€" },
	{ "an apostrophe", "dans l’eau", 8, "dans|l’eau" },
	{ "an option", "avec --data DIR", 8, "avec|--data|DIR" },
	{ "a negative number", "il fait -12", 9, "il fait|-12" },
	{ "a compound word", "peut-être", 6, "peut-|être" },
	{ "a date", "le 15/01/2027", 8, "le|15/01/20|27" },
	{ "an ellipsis", "oui… non", 4, "oui…|non" },
};

static void join_lines(struct buf *out, const char *text, size_t len, int width_cells)
{
	struct arena *arena = arena_new();
	struct utf8_line *lines;
	size_t count = utf8_wrap(arena, text, len, width_cells, &lines);

	for (size_t i = 0; i < count; i++) {
		buf_add(out, i ? "|" : "");
		buf_add_len(out, text + lines[i].start, lines[i].len);
	}
	arena_free(arena);
}

Test(utf8_wrap, breaks_where_a_reader_expects_it)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct buf out = BUF_INIT;

		join_lines(&out, texts[i].text, strlen(texts[i].text), texts[i].width_cells);
		cr_expect_str_eq(out.text, texts[i].lines, "%s: %s", texts[i].name, out.text);
		buf_release(&out);
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* In order, without a gap but blanks, no wider than asked unless one character is. */
static void check_lines(const char *text, size_t len, int width_cells, const char *name)
{
	struct arena *arena = arena_new();
	struct utf8_line *lines;
	size_t count = utf8_wrap(arena, text, len, width_cells, &lines), at = 0;

	cr_assert_geq(count, 1);
	for (size_t i = 0; i < count; i++) {
		const char *line = text + lines[i].start;

		for (; at < lines[i].start; at++)
			cr_assert(is_blank(text[at]), "%s at %d: lost %zu", name, width_cells, at);
		cr_expect(utf8_width_cells(line, lines[i].len) <= width_cells ||
				  utf8_next(line, lines[i].len, 0) == lines[i].len,
			"%s at %d: line %zu is too wide", name, width_cells, i);
		at = lines[i].start + lines[i].len;
	}
	for (; at < len; at++)
		cr_assert(is_blank(text[at]), "%s at %d: lost %zu", name, width_cells, at);
	arena_free(arena);
}

Test(utf8_wrap, loses_nothing_at_any_width)
{
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		for (int width_cells = 1; width_cells < 20; width_cells++)
			check_lines(
				texts[i].text, strlen(texts[i].text), width_cells, texts[i].name);
	}
}

static const char *const repeated[] = { "a", "a ", " ", "é", "un mot ", "日", FAMILY, "🇫🇷",
	"a\u00a0", "\u00a0", "-", "e\u0301\u0302 ", "\n", "\u0301", "mot\u00a0! ", "\t" };

/* A paragraph of 256 KiB, in one character a line and in one line: time must stay linear.
 * Quadratic, the slowest of these takes an hour. */
Test(utf8_wrap, takes_long_texts, .timeout = 60)
{
	for (size_t i = 0; i < ARRAY_LEN(repeated); i++) {
		struct buf text = BUF_INIT;

		while (text.len < (size_t)breadth(1 << 18))
			buf_add(&text, repeated[i]);
		check_lines(text.text, text.len, 1, repeated[i]);
		check_lines(text.text, text.len, 80, repeated[i]);
		check_lines(text.text, text.len, 1 << 17, repeated[i]);
		buf_release(&text);
	}
}
