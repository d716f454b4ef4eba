/* SPDX-License-Identifier: MIT
 *
 * Text as a search compares it. */
#include "jalon/base/utf8.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

enum { VIRAMA_CLASS = 9 };

/* What NFKD leaves whole and people type without looking for the key. */
static const struct {
	ucs4_t code_point;
	const char *folded;
} folds[] = {
	{ 0x2018, "'" }, { 0x2019, "'" }, { 0x02bc, "'" },   /* ‘ ’ ʼ */
	{ 0x0153, "oe" }, { 0x00e6, "ae" }, { 0x00f8, "o" }, /* œ æ ø */
	{ 0x0142, "l" }, { 0x0111, "d" }, { 0x0131, "i" },   /* ł đ ı */
};

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
	folded = u8_casefold((const uint8_t *)text, len, NULL, UNINORM_NFKD, NULL, &folded_len);
	if (!folded)
		mem_die();
	for (at = 0; at < folded_len;) {
		at += utf8_decode((const char *)folded + at, folded_len - at, &code_point);
		fold_code_point(out, code_point);
	}
	mem_free(folded);
}

bool utf8_folds_alike(const char *one, const char *other)
{
	struct buf folded = BUF_INIT, other_folded = BUF_INIT;
	bool alike;

	utf8_fold(&folded, one, strlen(one));
	utf8_fold(&other_folded, other, strlen(other));
	alike = strcmp(folded.text, other_folded.text) == 0;
	buf_release(&folded);
	buf_release(&other_folded);
	return alike;
}
