/* SPDX-License-Identifier: MIT */
#include "jalon/text/errors.h"

#include <string.h>

#include "jalon/base/utf8.h"

#define ERROR_WHAT(name, fr_what, fr_next, en_what, en_next)                                       \
	[MSG_##name] = { .fr = fr_what, .en = en_what },
#define ERROR_NEXT(name, fr_what, fr_next, en_what, en_next)                                       \
	[MSG_##name] = { .fr = fr_next, .en = en_next },

static const struct wording whats[MSG_COUNT] = { ERRORS(ERROR_WHAT) };
static const struct wording nexts[MSG_COUNT] = { ERRORS(ERROR_NEXT) };

const char *text_err_what(int message, enum lang lang)
{
	return wording_in(whats[message], lang);
}

const char *text_err_next(int message, enum lang lang)
{
	return wording_in(nexts[message], lang);
}

void text_err(struct buf *out, enum lang lang, const struct err *err)
{
	const char *colon = lang == LANG_FR ? " : " : ": ";

	if (err->where[0]) {
		utf8_clean(out, err->where, strlen(err->where), false);
		buf_add(out, colon);
	}
	buf_add(out, text_err_what(err->message, lang));
	if (err->value[0]) {
		buf_add(out, colon);
		buf_add(out, lang == LANG_FR ? "« " : "“");
		utf8_clean(out, err->value, strlen(err->value), false);
		buf_add(out, lang == LANG_FR ? " »" : "”");
	}
	buf_add(out, ". ");
	buf_add(out, text_err_next(err->message, lang));
}
