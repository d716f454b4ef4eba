/* SPDX-License-Identifier: MIT */
#include "text/reasons.h"

#include <errno.h>
#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/base/utf8.h"

#define REASON_ROW(number, fr_what, fr_next, en_what, en_next)                                     \
	{ number, { .fr = fr_what, .en = en_what }, { .fr = fr_next, .en = en_next } },

static const struct reason {
	int number;
	struct wording what, next;
} reasons[] = { REASONS(REASON_ROW) };

static const struct reason *find_reason(int number)
{
	for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
		if (reasons[i].number == number)
			return &reasons[i];
	}
	return NULL;
}

void text_reason(struct buf *out, enum lang lang, int reason)
{
	const struct reason *found = find_reason(reason);
	const char *text = found ? wording_in(found->what, lang) : strerror(reason);

	utf8_clean(out, text, strlen(text), false);
}

const char *text_reason_next(int reason, enum lang lang)
{
	const struct reason *found = find_reason(reason);

	return found ? wording_in(found->next, lang) : NULL;
}
