/* SPDX-License-Identifier: MIT */
#include "jalon/text/errors.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "text/reasons.h"

#define ERROR_WHAT(name, fr_what, fr_next, en_what, en_next)                                       \
	[MSG_##name] = { .fr = fr_what, .en = en_what },
#define ERROR_NEXT(name, fr_what, fr_next, en_what, en_next)                                       \
	[MSG_##name] = { .fr = fr_next, .en = en_next },

static const struct wording whats[MSG_COUNT] = { ERRORS(ERROR_WHAT) };
static const struct wording nexts[MSG_COUNT] = { ERRORS(ERROR_NEXT) };

/* Those that can but guess at what to do next, and give way to the reason where it is known. */
static const bool guesses[MSG_COUNT] = {
	[MSG_CANNOT_OPEN] = true,
	[MSG_CANNOT_READ] = true,
	[MSG_CANNOT_CREATE] = true,
	[MSG_CANNOT_WRITE] = true,
	[MSG_CANNOT_PRINT] = true,
};

const char *text_err_what(int message, enum lang lang)
{
	return wording_in(whats[message], lang);
}

const char *text_err_next(int message, enum lang lang)
{
	return wording_in(nexts[message], lang);
}

static const char *next_of(const struct err *err, enum lang lang)
{
	const char *next = NULL;

	if (err->reason && guesses[err->message])
		next = text_reason_next(err->reason, lang);
	return next ? next : text_err_next(err->message, lang);
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
	if (err->reason) {
		buf_add(out, colon);
		text_reason(out, lang, err->reason);
	}
	buf_add(out, ". ");
	buf_add(out, next_of(err, lang));
}
