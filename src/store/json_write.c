/* SPDX-License-Identifier: MIT */
#include "jalon/store/json.h"

static void add_escaped(struct buf *out, const char *text)
{
	static const char *const short_escapes[] = {
		['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"
	};

	buf_add_char(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\') {
			buf_add_char(out, '\\');
			buf_add_char(out, *text);
		} else if (c < ARRAY_LEN(short_escapes) && short_escapes[c]) {
			buf_add(out, short_escapes[c]);
		} else if (c < 0x20 || c == 0x7f) {
			buf_add_format(out, "\\u%04x", c);
		} else {
			buf_add_char(out, *text);
		}
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

void json_add_source(struct json_writer *writer, const char *name, const char *source)
{
	begin_value(writer, name);
	buf_add(writer->out, source);
}

void json_add_member(struct json_writer *writer, const char *source, size_t len)
{
	begin_value(writer, NULL);
	buf_add_len(writer->out, source, len);
}
