/* SPDX-License-Identifier: MIT */
#include "jalon/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Text that filled its place was cut, perhaps inside a character: end it at one, with "…". */
static void mark_cut(char *text, size_t size)
{
	static const char ellipsis[] = "…";
	size_t at = size - sizeof(ellipsis);

	while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
		at--;
	memcpy(text + at, ellipsis, sizeof(ellipsis));
}

MEM_FORMAT(2, 0)
static void set_where(struct err *err, const char *format, va_list arguments)
{
	int len = vsnprintf(err->where, sizeof(err->where), format, arguments);

	if (len >= (int)sizeof(err->where))
		mark_cut(err->where, sizeof(err->where));
}

bool err_set_nowhere(struct err *err, enum err_code code, int message, const char *value)
{
	int len;

	err->code = code;
	err->message = message;
	err->reason = 0;
	err->where[0] = '\0';
	len = snprintf(err->value, sizeof(err->value), "%s", value ? value : "");
	if (len >= (int)sizeof(err->value))
		mark_cut(err->value, sizeof(err->value));
	return false;
}

bool err_set(struct err *err, enum err_code code, int message, const char *value,
	const char *where_format, ...)
{
	va_list arguments;

	err_set_nowhere(err, code, message, value);
	va_start(arguments, where_format);
	set_where(err, where_format, arguments);
	va_end(arguments);
	return false;
}

bool err_set_reason(struct err *err, int message, int reason, const char *where_format, ...)
{
	va_list arguments;

	err_set_nowhere(err, ERR_FAILED, message, NULL);
	err->reason = reason;
	va_start(arguments, where_format);
	set_where(err, where_format, arguments);
	va_end(arguments);
	return false;
}
