/* SPDX-License-Identifier: MIT
 *
 * libunistring knows the properties of code points; the rules that look further than two of
 * them (flags, families joined into one emoji) are here, because the library's walk over
 * clusters stops between them. Text is mostly ASCII: where a byte and the next one are, no
 * table is asked. */
#include "jalon/base/utf8.h"

#include <assert.h>
#include <string.h>

#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwbrk.h>

enum { ZERO_WIDTH_JOINER = 0x200d, TEXT_SELECTOR = 0xfe0e, EMOJI_SELECTOR = 0xfe0f };
enum { KEYCAP = 0x20e3, DOTTED_CIRCLE = 0x25cc, LAST_WITHOUT_MARKS = 0x2ff };
enum {
	NO_BREAK_SPACE = 0xa0,
	SOFT_HYPHEN = 0xad,
	NARROW_NO_BREAK_SPACE = 0x202f,
	VIRAMA_CLASS = 9
};
enum { LINES_FIRST = 16 };
/* More than four marks on one letter is a game (UTS #39, 5.4); a cell of curses holds no more. */
enum { MARKS_MAX = 4 };
enum { BYTES_MAX = 4 }; /* of a code point */

/* How a code point reaches a terminal. */
enum shown { SHOWN_AS_IT_IS, SHOWN_AS_PICTURE, SHOWN_AS_NUMBER, SHOWN_ON_CIRCLE };

/* What the code points before the next one leave behind. */
struct cleaning {
	ucs4_t before; /* 0 where the text begins */
	bool has_base; /* something that a mark can stand on */
	int marks;     /* on it */
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

bool utf8_is_blank(const char *text)
{
	size_t len = strlen(text), at = 0;

	while (at < len && is_blank_at(text, len, at))
		at = utf8_next(text, len, at);
	return at == len;
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

bool utf8_is_hidden(uint32_t code_point)
{
	static const uint32_t controls = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
					 UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp;

	/* Most letters people write here ask no table. */
	if (code_point <= LAST_WITHOUT_MARKS)
		return code_point < 0x20 || (code_point >= 0x7f && code_point < NO_BREAK_SPACE) ||
		       code_point == SOFT_HYPHEN;
	return uc_is_general_category_withtable(code_point, controls) ||
	       uc_is_property_default_ignorable_code_point(code_point) ||
	       uc_is_property_not_a_character(code_point);
}

/* ❤ and 1 say themselves whether they are emoji: there a selector changes the sign that stands
 * before it, and hides nothing. */
static bool selector_belongs(ucs4_t selector, ucs4_t before, ucs4_t after)
{
	return (selector == TEXT_SELECTOR || selector == EMOJI_SELECTOR) &&
	       (is_pictograph(before) || after == KEYCAP);
}

/* What stands on the letter before it, in the same cluster. */
static bool is_mark(ucs4_t code_point)
{
	int property;

	if (code_point <= LAST_WITHOUT_MARKS ||
		!uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_M))
		return false;
	property = uc_graphemeclusterbreak_property(code_point);
	return property == GBP_EXTEND || property == GBP_SPACINGMARK;
}

static enum shown show_mark(struct cleaning *cleaning)
{
	if (cleaning->has_base && cleaning->marks == MARKS_MAX)
		return SHOWN_AS_NUMBER;
	if (cleaning->has_base) {
		cleaning->marks++;
		return SHOWN_AS_IT_IS;
	}
	/* Alone, it would stand on what is not its text: a frame, a blank of ours. */
	cleaning->has_base = true;
	cleaning->marks = 1;
	return SHOWN_ON_CIRCLE;
}

/* Cleaning and measuring both ask here, so that they cannot disagree. */
static enum shown show(struct cleaning *cleaning, ucs4_t code_point, ucs4_t after)
{
	ucs4_t before = cleaning->before;

	cleaning->before = code_point;
	if (utf8_is_hidden(code_point) && !selector_belongs(code_point, before, after)) {
		cleaning->has_base = false;
		return code_point < 0x80 ? SHOWN_AS_PICTURE : SHOWN_AS_NUMBER;
	}
	if (is_mark(code_point))
		return show_mark(cleaning);
	/* A line may break at a blank and leave the mark behind. */
	cleaning->has_base = !uc_is_property_white_space(code_point);
	cleaning->marks = 0;
	return SHOWN_AS_IT_IS;
}

/* "<U+202E>" */
static int number_width(ucs4_t code_point)
{
	return code_point > 0xfffff ? 10 : code_point > 0xffff ? 9 : 8;
}

/* What a cluster takes once it is cleaned. Its letter is as wide as the widest code point: marks
 * add nothing. A flag is two letters of one cell that terminals show in two. Signs stand beside. */
static int cluster_width(const char *text, size_t from, size_t to)
{
	struct cleaning cleaning = { 0, false, 0 };
	ucs4_t code_point, after;
	int whole = 0, letter = 0, here;

	while (from < to) {
		from += utf8_decode(text + from, to - from, &code_point);
		utf8_decode(text + from, to - from, &after);
		switch (show(&cleaning, code_point, after)) {
		case SHOWN_AS_IT_IS:
			here = utf8_code_point_cells(code_point);
			if (is_regional(code_point))
				letter += here;
			else if (here > letter)
				letter = here;
			break;
		case SHOWN_AS_PICTURE:
			whole += letter + 1;
			letter = 0;
			break;
		case SHOWN_AS_NUMBER:
			whole += letter + number_width(code_point);
			letter = 0;
			break;
		case SHOWN_ON_CIRCLE:
			whole += letter;
			letter = 1;
			break;
		}
	}
	return whole + letter;
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

static void clean_code_point(
	struct buf *out, struct cleaning *cleaning, ucs4_t code_point, ucs4_t after)
{
	enum { CONTROL_PICTURES = 0x2400, DELETE_PICTURE = 0x2421 };

	switch (show(cleaning, code_point, after)) {
	case SHOWN_AS_IT_IS:
		utf8_add(out, code_point);
		break;
	case SHOWN_AS_PICTURE:
		utf8_add(out, code_point == 0x7f ? DELETE_PICTURE : CONTROL_PICTURES + code_point);
		break;
	case SHOWN_AS_NUMBER:
		buf_add_format(out, "<U+%04X>", (unsigned)code_point);
		break;
	case SHOWN_ON_CIRCLE:
		utf8_add(out, DOTTED_CIRCLE);
		utf8_add(out, code_point);
		break;
	}
}

void utf8_clean(struct buf *out, const char *text, size_t len, bool keep_lines)
{
	struct cleaning cleaning = { 0, false, 0 };
	ucs4_t code_point, after;
	size_t at = 0, run;

	while (at < len) {
		for (run = at; run < len && is_plain(text[run]);)
			run++;
		if (run > at) {
			buf_add_len(out, text + at, run - at);
			cleaning =
				(struct cleaning){ (ucs4_t)text[run - 1], text[run - 1] != ' ', 0 };
			at = run;
			continue;
		}
		at += utf8_decode(text + at, len - at, &code_point);
		utf8_decode(text + at, len - at, &after);
		if (keep_lines && (code_point == '\t' || code_point == '\n')) {
			cleaning = (struct cleaning){ code_point, false, 0 };
			utf8_add(out, code_point);
		} else {
			clean_code_point(out, &cleaning, code_point, after);
		}
	}
}

void utf8_clean_line(struct buf *out, const char *text)
{
	utf8_clean(out, text, strlen(text), false);
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

	/* A sign takes up to eight cells for two bytes. */
	if ((end - start) * 4 <= (size_t)wrap->width_cells ||
		utf8_width_cells(wrap->text + start, end - start) <= wrap->width_cells) {
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

void utf8_keep_valid(struct buf *text)
{
	size_t kept = 0;

	for (size_t at = 0; at < text->len;) {
		size_t len = 1;

		while (len < BYTES_MAX && at + len < text->len &&
			!utf8_is_valid(text->text + at, len))
			len++;
		if (!utf8_is_valid(text->text + at, len)) {
			at++;
			continue;
		}
		memmove(text->text + kept, text->text + at, len);
		kept += len;
		at += len;
	}
	buf_cut(text, kept);
}
