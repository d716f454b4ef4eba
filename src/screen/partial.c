/* SPDX-License-Identifier: MIT */
#include "screen/partial.h"

#include "jalon/base/utf8.h"

void partial_clear(struct partial *partial)
{
	partial->len = 0;
}

/* How many bytes a character takes whose first one this is; 0 when none begins so. */
static size_t length_from(unsigned char first)
{
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if (first >= 0xe0 && first <= 0xef)
		return 3;
	return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

bool partial_add(struct partial *partial, int byte, uint32_t *code_point)
{
	size_t len;
	bool whole;

	if (byte >= 0xc0)
		partial->len = 0;
	partial->bytes[partial->len++] = (char)byte;
	len = length_from((unsigned char)partial->bytes[0]);
	if (partial->len < len)
		return false;
	whole = len > 0 && utf8_is_valid(partial->bytes, partial->len);
	if (whole)
		utf8_decode(partial->bytes, partial->len, code_point);
	partial->len = 0;
	return whole;
}
