/* SPDX-License-Identifier: MIT */
#include "jalon/base/json_write.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"

static void add_code_point_escaped(struct buf *out, uint32_t code_point)
{
	static const char *const short_escapes[] = {
		['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"
	};

	if (code_point < ARRAY_LEN(short_escapes) && short_escapes[code_point])
		buf_add(out, short_escapes[code_point]);
	else if (code_point < 0x10000)
		buf_add_format(out, "\\u%04x", (unsigned)code_point);
	else
		buf_add_format(out, "\\u%04x\\u%04x",
			(unsigned)(0xd800 + ((code_point - 0x10000) >> 10)),
			(unsigned)(0xdc00 + (code_point & 0x3ff)));
}

static void add_escaped(struct buf *out, const char *text)
{
	size_t left = strlen(text);

	buf_add_char(out, '"');
	while (left > 0) {
		uint32_t code_point;
		size_t len = utf8_decode(text, left, &code_point);

		if (code_point == '"' || code_point == '\\')
			buf_add_char(out, '\\');
		if (utf8_is_hidden(code_point))
			add_code_point_escaped(out, code_point);
		else
			buf_add_len(out, text, len);
		text += len;
		left -= len;
	}
	buf_add_char(out, '"');
}

static void begin_line(struct json_writer *writer)
{
	if (writer->compact || writer->out->len == 0)
		return;
	buf_add_char(writer->out, '\n');
	buf_add_repeated(writer->out, "  ", writer->depth);
}

static void begin_value(struct json_writer *writer, const char *name)
{
	if (writer->after_value)
		buf_add_char(writer->out, ',');
	if (writer->depth)
		begin_line(writer);
	if (name) {
		add_escaped(writer->out, name);
		buf_add(writer->out, writer->compact ? ":" : ": ");
	}
	writer->after_value = true;
}

static void begin_nested(struct json_writer *writer, const char *name, char bracket)
{
	begin_value(writer, name);
	buf_add_char(writer->out, bracket);
	writer->depth++;
	writer->after_value = false;
}

static void end_nested(struct json_writer *writer, char bracket)
{
	writer->depth--;
	if (writer->after_value)
		begin_line(writer);
	buf_add_char(writer->out, bracket);
	writer->after_value = true;
}

void json_begin_object(struct json_writer *writer, const char *name)
{
	begin_nested(writer, name, '{');
}

void json_end_object(struct json_writer *writer)
{
	end_nested(writer, '}');
}

void json_begin_array(struct json_writer *writer, const char *name)
{
	begin_nested(writer, name, '[');
}

void json_end_array(struct json_writer *writer)
{
	end_nested(writer, ']');
}

void json_add_text(struct json_writer *writer, const char *name, const char *text)
{
	begin_value(writer, name);
	add_escaped(writer->out, text);
}

void json_add_texts(
	struct json_writer *writer, const char *name, const char *const *texts, size_t count)
{
	json_begin_array(writer, name);
	for (size_t i = 0; i < count; i++)
		json_add_text(writer, NULL, texts[i]);
	json_end_array(writer);
}

void json_add_integer(struct json_writer *writer, const char *name, int64_t number)
{
	begin_value(writer, name);
	buf_add_format(writer->out, "%lld", (long long)number);
}

void json_add_decimal(struct json_writer *writer, const char *name, int64_t hundredths)
{
	int64_t positive = hundredths < 0 ? -hundredths : hundredths;

	begin_value(writer, name);
	buf_add_format(
		writer->out, "%s%lld", hundredths < 0 ? "-" : "", (long long)(positive / 100));
	if (positive % 10)
		buf_add_format(writer->out, ".%02d", (int)(positive % 100));
	else if (positive % 100)
		buf_add_format(writer->out, ".%d", (int)(positive % 100 / 10));
}

void json_add_bool(struct json_writer *writer, const char *name, bool value)
{
	begin_value(writer, name);
	buf_add(writer->out, value ? "true" : "false");
}

void json_add_null(struct json_writer *writer, const char *name)
{
	begin_value(writer, name);
	buf_add(writer->out, "null");
}

void json_add_text_or_null(struct json_writer *writer, const char *name, const char *text)
{
	if (text[0])
		json_add_text(writer, name, text);
	else
		json_add_null(writer, name);
}

void json_add_day(struct json_writer *writer, const char *name, int day)
{
	char text[DATE_TEXT_SIZE];

	date_format(text, day);
	json_add_text_or_null(writer, name, text);
}

void json_add_time(struct json_writer *writer, const char *name, int64_t at_utc)
{
	char text[TIME_TEXT_SIZE];

	time_format(text, at_utc);
	json_add_text(writer, name, text);
}

/* JSON as it was written somewhere else. What is hidden can only stand in strings there, and an
 * escape says the same. */
static void add_source(struct buf *out, const char *source, size_t len)
{
	uint32_t code_point;

	for (size_t at = 0; at < len;) {
		size_t size = utf8_decode(source + at, len - at, &code_point);

		if (code_point > 0x7e && utf8_is_hidden(code_point))
			add_code_point_escaped(out, code_point);
		else
			buf_add_len(out, source + at, size);
		at += size;
	}
}

void json_add_source(struct json_writer *writer, const char *name, const char *source)
{
	begin_value(writer, name);
	add_source(writer->out, source, strlen(source));
}

void json_add_member(struct json_writer *writer, const char *source, size_t len)
{
	begin_value(writer, NULL);
	add_source(writer->out, source, len);
}
