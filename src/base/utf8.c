/* SPDX-License-Identifier: MIT
 *
 * libunistring knows the properties of code points; the rules that look further than two of
 * them (flags, families joined into one emoji) are here, because the library's walk over
 * clusters stops between them. Text is mostly ASCII: where a byte and the next one are, no
 * table is asked. */
#include "jalon/base/utf8.h"

#include <assert.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>
#include <uniwidth.h>

enum { ZERO_WIDTH_NON_JOINER = 0x200c, ZERO_WIDTH_JOINER = 0x200d, KEYCAP = 0x20e3 };
enum { NO_BREAK_SPACE = 0xa0, NARROW_NO_BREAK_SPACE = 0x202f, VIRAMA_CLASS = 9 };
enum { EMOJI_WIDTH = 2, LINES_FIRST = 16 };

/* What stands around a code point, 0 where the text begins or ends. */
struct neighbours {
	ucs4_t before;
	ucs4_t after;
};

/* Where a line may end, best first. */
enum cut { CUT_BETWEEN_WORDS, CUT_INSIDE_WORD, CUT_BEFORE_NO_BREAK, CUT_NEVER };

struct place {
	size_t at;
	int x; /* cells from the start of the line */
};

/* The lines of a wrapped text, growing, and the last place for each cut. */
struct wrap {
	const char *text;
	int width_cells;
	struct place places[CUT_NEVER];
	struct utf8_line *lines;
	size_t count;
	size_t room;
};

/* Scripts whose letters take other shapes beside a joiner, or a variation selector. */
static const char *const joining_scripts[] = { "Arabic", "Bengali", "Devanagari", "Gujarati",
	"Gurmukhi", "Kannada", "Khmer", "Malayalam", "Mongolian", "Myanmar", "Nko", "Oriya",
	"Sinhala", "Syriac", "Tamil", "Telugu", "Tibetan" };
static const char *const variant_scripts[] = { "Han", "Mongolian", "Myanmar", "Phags_Pa" };

/* What NFKD leaves whole and people type without looking for the key. */
static const struct {
	ucs4_t code_point;
	const char *folded;
} folds[] = {
	{ 0x2018, "'" }, { 0x2019, "'" }, { 0x02bc, "'" },   /* ‘ ’ ʼ */
	{ 0x0153, "oe" }, { 0x00e6, "ae" }, { 0x00f8, "o" }, /* œ æ ø */
	{ 0x0142, "l" }, { 0x0111, "d" }, { 0x0131, "i" },   /* ł đ ı */
};

static const uint8_t *bytes(const char *text)
{
	return (const uint8_t *)text;
}

static bool is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

bool utf8_is_valid(const char *text, size_t len)
{
	return u8_check(bytes(text), len) == NULL;
}

size_t utf8_decode(const char *text, size_t len, uint32_t *code_point)
{
	ucs4_t decoded = 0;
	size_t size = 0;

	if (len > 0)
		size = (size_t)u8_mbtouc(&decoded, bytes(text), len);
	*code_point = decoded;
	return size;
}

void utf8_add(struct buf *out, uint32_t code_point)
{
	uint8_t encoded[6];
	int size = u8_uctomb(encoded, code_point, sizeof(encoded));

	assert(size > 0);
	buf_add_len(out, (const char *)encoded, (size_t)size);
}

/* The code point that ends right before `at`, and where it starts. */
static size_t step_back(const char *text, size_t at, ucs4_t *code_point)
{
	size_t start = at - 1;

	while (start > 0 && at - start < 4 && ((unsigned char)text[start] & 0xc0) == 0x80)
		start--;
	if (start + utf8_decode(text + start, at - start, code_point) == at)
		return start;
	/* Not UTF-8: a byte at a time. */
	*code_point = 0xfffd;
	return at - 1;
}

static bool is_regional(ucs4_t code_point)
{
	return code_point >= 0x1f1e6 && code_point <= 0x1f1ff;
}

static bool is_no_break(ucs4_t code_point)
{
	return code_point == NO_BREAK_SPACE || code_point == NARROW_NO_BREAK_SPACE;
}

static bool is_pictograph(ucs4_t code_point)
{
	return uc_is_property_extended_pictographic(code_point);
}

/* Where the cluster at `at` ends. A flag is two regional indicators (GB12), a joiner after a
 * pictograph takes the next pictograph in (GB11); all other rules see two code points. */
static size_t cluster_end(const char *text, size_t len, size_t at)
{
	ucs4_t last, next;
	size_t end = at + utf8_decode(text + at, len - at, &last);
	bool flag = is_regional(last);
	bool pictograph = is_pictograph(last);

	while (end < len) {
		size_t size = utf8_decode(text + end, len - end, &next);
		bool joined = pictograph && last == ZERO_WIDTH_JOINER && is_pictograph(next);
		bool paired = flag && is_regional(next);

		if (!joined && !paired && uc_is_grapheme_break(last, next))
			break;
		flag = false;
		last = next;
		end += size;
	}
	return end;
}

size_t utf8_next(const char *text, size_t len, size_t at)
{
	if (at >= len)
		return len;
	if (is_plain(text[at]) && (at + 1 == len || (unsigned char)text[at + 1] < 0x80))
		return at + 1;
	return cluster_end(text, len, at);
}

/* Whether a cluster starts at `at` whatever came before the code point that ends there. */
static bool is_certain_start(const char *text, size_t len, size_t at)
{
	ucs4_t before, after;

	if (at == 0)
		return true;
	step_back(text, at, &before);
	utf8_decode(text + at, len - at, &after);
	if (is_regional(after) || (before == ZERO_WIDTH_JOINER && is_pictograph(after)))
		return false;
	return uc_is_grapheme_break(before, after);
}

size_t utf8_previous(const char *text, size_t len, size_t at)
{
	ucs4_t ignored;
	size_t start, next;

	if (at > len)
		at = len;
	if (at == 0)
		return 0;
	start = step_back(text, at, &ignored);
	while (!is_certain_start(text, len, start))
		start = step_back(text, start, &ignored);
	while ((next = utf8_next(text, len, start)) < at)
		start = next;
	return start;
}

static bool is_blank_at(const char *text, size_t len, size_t at)
{
	ucs4_t code_point;

	utf8_decode(text + at, len - at, &code_point);
	return uc_is_property_white_space(code_point);
}

/* The ends of words in text[from, to), one flag a byte. The caller frees it. */
static char *word_breaks(const char *text, size_t from, size_t to)
{
	char *breaks = mem_alloc(to - from);

	u8_wordbreaks(bytes(text) + from, to - from, breaks);
	return breaks;
}

size_t utf8_next_word(const char *text, size_t len, size_t at)
{
	size_t start, end;
	char *breaks;

	while (at < len && is_blank_at(text, len, at))
		at = utf8_next(text, len, at);
	start = end = at;
	while (end < len && !is_blank_at(text, len, end))
		end = utf8_next(text, len, end);
	if (end <= start)
		return len;
	breaks = word_breaks(text, start, end);
	at = utf8_next(text, len, at);
	while (at < end && !breaks[at - start])
		at = utf8_next(text, len, at);
	mem_free(breaks);
	return at;
}

size_t utf8_previous_word(const char *text, size_t len, size_t at)
{
	size_t start, previous, end;
	char *breaks;

	while (at > 0 && is_blank_at(text, len, utf8_previous(text, len, at)))
		at = utf8_previous(text, len, at);
	if (at == 0)
		return 0;
	start = end = at;
	while (start > 0 && !is_blank_at(text, len, previous = utf8_previous(text, len, start)))
		start = previous;
	breaks = word_breaks(text, start, end);
	/* Forward over characters, so that the answer is the start of one. */
	previous = start;
	for (at = start; at < end; at = utf8_next(text, len, at)) {
		if (breaks[at - start])
			previous = at;
	}
	mem_free(breaks);
	return previous;
}

/* A cluster is as wide as its widest code point: marks and joined pictographs add nothing.
 * A flag is two letters of one cell that terminals show in two. */
static int cluster_width(const char *text, size_t from, size_t to)
{
	ucs4_t code_point;
	int width = 0, here;

	while (from < to) {
		from += utf8_decode(text + from, to - from, &code_point);
		if (is_regional(code_point) && from < to)
			return EMOJI_WIDTH;
		here = uc_width(code_point, "UTF-8");
		if (here > width)
			width = here;
	}
	return width;
}

/* The character at `at`: where it ends, how wide it is. */
static size_t measure(const char *text, size_t len, size_t at, int *width)
{
	size_t end;

	if (is_plain(text[at]) && (at + 1 == len || (unsigned char)text[at + 1] < 0x80)) {
		*width = 1;
		return at + 1;
	}
	end = cluster_end(text, len, at);
	*width = cluster_width(text, at, end);
	return end;
}

int utf8_width_cells(const char *text, size_t len)
{
	int width = 0, here;

	for (size_t at = 0; at < len; width += here)
		at = measure(text, len, at, &here);
	return width;
}

size_t utf8_fit(const char *text, size_t len, int max_cells, int *width_cells)
{
	size_t at = 0, end;
	int width = 0, here;

	while (at < len) {
		end = measure(text, len, at, &here);
		if (width + here > max_cells)
			break;
		width += here;
		at = end;
	}
	if (width_cells)
		*width_cells = width;
	return at;
}

static bool is_of_script(ucs4_t code_point, const char *const *names, size_t count)
{
	const uc_script_t *script = code_point ? uc_script(code_point) : NULL;

	for (size_t i = 0; script && i < count; i++) {
		if (strcmp(script->name, names[i]) == 0)
			return true;
	}
	return false;
}

static bool joins(ucs4_t code_point)
{
	return is_of_script(code_point, joining_scripts, ARRAY_LEN(joining_scripts)) &&
	       uc_is_general_category_withtable(
		       code_point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M);
}

static bool joiner_belongs(ucs4_t joiner, struct neighbours beside)
{
	bool emoji = is_pictograph(beside.before) || beside.before == 0xfe0f ||
		     uc_is_property(beside.before, UC_PROPERTY_EMOJI_MODIFIER);

	if (joiner == ZERO_WIDTH_JOINER && emoji && is_pictograph(beside.after))
		return true;
	/* Sinhala and old Malayalam end words with a virama and a joiner. */
	return joins(beside.before) &&
	       (joins(beside.after) || uc_combining_class(beside.before) == VIRAMA_CLASS);
}

static bool selector_belongs(ucs4_t selector, struct neighbours beside)
{
	if (selector == 0xfe0e || selector == 0xfe0f)
		return is_pictograph(beside.before) || beside.after == KEYCAP;
	return is_of_script(beside.before, variant_scripts, ARRAY_LEN(variant_scripts));
}

/* Shown as a sign: what has no width or another place than it seems, and so lies to the eye or
 * leads the terminal astray. */
static bool is_hidden(ucs4_t code_point, struct neighbours beside)
{
	if (code_point == ZERO_WIDTH_JOINER || code_point == ZERO_WIDTH_NON_JOINER)
		return !joiner_belongs(code_point, beside);
	if (uc_is_property_variation_selector(code_point))
		return !selector_belongs(code_point, beside);
	return uc_is_property_default_ignorable_code_point(code_point) ||
	       uc_is_property_not_a_character(code_point) ||
	       (code_point >= 0xfff9 && code_point <= 0xfffb) || code_point == 0x2028 ||
	       code_point == 0x2029;
}

static void clean_code_point(
	struct buf *out, ucs4_t code_point, struct neighbours beside, bool keep_lines)
{
	enum { CONTROL_PICTURES = 0x2400, DELETE_PICTURE = 0x2421 };

	if (keep_lines && (code_point == '\t' || code_point == '\n'))
		utf8_add(out, code_point);
	else if (code_point < 0x20)
		utf8_add(out, CONTROL_PICTURES + code_point);
	else if (code_point == 0x7f)
		utf8_add(out, DELETE_PICTURE);
	else if (code_point < 0xa0 && code_point > 0x7f)
		buf_add_format(out, "<U+%04X>", (unsigned)code_point);
	else if (code_point > 0xa0 && is_hidden(code_point, beside))
		buf_add_format(out, "<U+%04X>", (unsigned)code_point);
	else
		utf8_add(out, code_point);
}

void utf8_clean(struct buf *out, const char *text, size_t len, bool keep_lines)
{
	struct neighbours beside = { 0, 0 };
	ucs4_t code_point;
	size_t at = 0, run;

	while (at < len) {
		for (run = at; run < len && is_plain(text[run]);)
			run++;
		if (run > at) {
			buf_add_len(out, text + at, run - at);
			beside.before = (ucs4_t)text[run - 1];
			at = run;
			continue;
		}
		at += utf8_decode(text + at, len - at, &code_point);
		utf8_decode(text + at, len - at, &beside.after);
		clean_code_point(out, code_point, beside, keep_lines);
		beside.before = code_point;
	}
}

/* Marks that search ignores. Not the nukta, the kana voicing and the virama (classes 7 to 9):
 * there, another mark is another letter. */
static bool is_accent(ucs4_t code_point)
{
	int class = uc_combining_class(code_point);

	return (class > 0 && (class < 7 || class > VIRAMA_CLASS)) ||
	       uc_is_property_default_ignorable_code_point(code_point);
}

static void fold_code_point(struct buf *out, ucs4_t code_point)
{
	for (size_t i = 0; i < ARRAY_LEN(folds); i++) {
		if (folds[i].code_point == code_point) {
			buf_add(out, folds[i].folded);
			return;
		}
	}
	if (!is_accent(code_point))
		utf8_add(out, code_point);
}

static void fold_ascii(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		buf_add_char(
			out, (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]));
}

void utf8_fold(struct buf *out, const char *text, size_t len)
{
	size_t ascii = 0, folded_len, at;
	ucs4_t code_point;
	uint8_t *folded;

	while (ascii < len && (unsigned char)text[ascii] < 0x80)
		ascii++;
	/* What is not UTF-8 has no case: its bytes stay, as the ones of ASCII do. */
	if (ascii == len || !utf8_is_valid(text, len)) {
		fold_ascii(out, text, len);
		return;
	}
	folded = u8_casefold(bytes(text), len, NULL, UNINORM_NFKD, NULL, &folded_len);
	if (!folded)
		mem_die();
	for (at = 0; at < folded_len;) {
		at += utf8_decode((const char *)folded + at, folded_len - at, &code_point);
		fold_code_point(out, code_point);
	}
	mem_free(folded);
}

static void wrap_add_line(struct wrap *wrap, size_t start, size_t end)
{
	while (end > start && strchr(" \t\r", wrap->text[end - 1]) && wrap->text[end - 1])
		end--;
	if (wrap->count == wrap->room) {
		wrap->room = wrap->room ? wrap->room * 2 : LINES_FIRST;
		wrap->lines = mem_resize(wrap->lines, wrap->room * sizeof(*wrap->lines));
	}
	wrap->lines[wrap->count++] = (struct utf8_line){ start, end - start };
}

/* What UAX #14 allows and a reader does not: to leave the dashes of an option (--data) or of a
 * negative number behind. Spaces that say not to break are its own rule. */
static bool may_break_at(const char *text, size_t start, size_t at)
{
	if (text[at - 1] != '-')
		return true;
	return at - 1 > start && !strchr(" -(", text[at - 2]);
}

/* How good a place `at` is to break a line. */
static enum cut cut_at(const char *text, size_t start, size_t at, size_t end, char break_here)
{
	ucs4_t before, after;

	step_back(text, at, &before);
	utf8_decode(text + at, end - at, &after);
	if (is_no_break(before))
		return CUT_NEVER;
	if (is_no_break(after))
		return CUT_BEFORE_NO_BREAK;
	if (break_here == UC_BREAK_POSSIBLE || break_here == UC_BREAK_MANDATORY)
		return may_break_at(text, start, at) ? CUT_BETWEEN_WORDS : CUT_INSIDE_WORD;
	return CUT_INSIDE_WORD;
}

/* Ends the line that started at *start at the best place seen since then, or at `here`. */
static void break_line(struct wrap *wrap, size_t *start, struct place *here)
{
	struct place chosen = *here;

	for (int i = CUT_NEVER - 1; i >= 0; i--) {
		if (wrap->places[i].at > *start)
			chosen = wrap->places[i];
	}
	wrap_add_line(wrap, *start, chosen.at);
	*start = chosen.at;
	here->x -= chosen.x;
	for (int i = 0; i < CUT_NEVER; i++)
		wrap->places[i].x -= chosen.x;
}

/* Breaks text[first, end), which holds no newline. Every byte is read once: for each kind of cut
 * the last place is kept, with what the line had before it. */
static void wrap_paragraph(struct wrap *wrap, size_t first, size_t end, const char *breaks)
{
	size_t start = first, next;
	struct place here = { first, 0 };
	int width;

	memset(wrap->places, 0, sizeof(wrap->places));
	for (; here.at < end; here.at = next) {
		bool blank = wrap->text[here.at] == ' ';
		enum cut cut = here.at == first ? CUT_NEVER
						: cut_at(wrap->text, first, here.at, end,
							  breaks[here.at - first]);

		if (cut != CUT_NEVER)
			wrap->places[cut] = here;
		next = measure(wrap->text, end, here.at, &width);
		/* Blanks hang over the edge and are cut off with the line. */
		while (!blank && here.x + width > wrap->width_cells && start < here.at)
			break_line(wrap, &start, &here);
		here.x += width;
	}
	wrap_add_line(wrap, start, end);
}

static void wrap_from(struct wrap *wrap, size_t start, size_t end)
{
	char *breaks;

	/* No character has more cells than bytes. */
	if (end - start <= (size_t)wrap->width_cells) {
		wrap_add_line(wrap, start, end);
		return;
	}
	breaks = mem_alloc(end - start);
	u8_possible_linebreaks(bytes(wrap->text) + start, end - start, "UTF-8", breaks);
	wrap_paragraph(wrap, start, end, breaks);
	mem_free(breaks);
}

size_t utf8_wrap(struct arena *arena, const char *text, size_t len, int width_cells,
	struct utf8_line **lines)
{
	struct wrap wrap = { .text = text, .width_cells = width_cells };
	size_t start = 0;

	assert(width_cells >= 1);
	for (size_t at = 0; at < len; at++) {
		if (text[at] == '\n') {
			wrap_from(&wrap, start, at);
			start = at + 1;
		}
	}
	wrap_from(&wrap, start, len);
	*lines = ARENA_ARRAY(arena, struct utf8_line, wrap.count);
	memcpy(*lines, wrap.lines, wrap.count * sizeof(*wrap.lines));
	mem_free(wrap.lines);
	return wrap.count;
}
