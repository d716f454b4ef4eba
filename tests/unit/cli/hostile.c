/* SPDX-License-Identifier: MIT */
#include "hostile.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/json_write.h"
#include "jalon/base/utf8.h"

enum { MARKS_ON_A_LETTER = 4 };

#define TEN_MARKS "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309"

const struct hostile_text hostile_texts[] = {
	{ "formulas", "=1+1;+2" },
	{ "a colour", "\033[31mred\033[0m" },
	{ "a window title", "\033]0;title\a" },
	{ "an answer to come", "\033[c\033[6n\033P$q\"p\033\\" },
	{ "C0", "\001\002\003\004\005\006\a\b\v\f\r\016\017\020\021\022\023\024\025\026\027\030"
		"\031\032\033\034\035\036\037\177" },
	{ "C1", "\xc2\x80\xc2\x85\xc2\x8d\xc2\x90\xc2\x9b"
		"31m\xc2\x9c\xc2\x9d"
		"0;x\xc2\x9e\xc2\x9f" },
	{ "a tab and a line", "tab\there\nFORGED" },
	{ "bidirectional", "\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069"
			   "\u200ei\u200fj\u061ck" },
	{ "zero width", "a\u200bb\u200cc\u200dd\u2060e\ufefff\u180eg\u2063h\u034fi" },
	{ "joined emoji", "👩\u200d👧 👨\u200d" },
	{ "selectors", "a\ufe00b\ufe0fc\U000e0100d" },
	{ "a soft hyphen", "co\u00adop" },
	{ "separators", "a\u2028b\u2029c" },
	{ "tags", "\U000e0001\U000e0067\U000e007f" },
	{ "interlinear", "\ufff9a\ufffab\ufffbc" },
	{ "noncharacters", "\ufffe\uffff\U0010ffff" },
	{ "fillers", "\u115f\u1160\u3164\uffa0" },
	{ "piled marks", "e" TEN_MARKS TEN_MARKS TEN_MARKS TEN_MARKS "x" },
	{ "a mark alone", "\u0301" },
	{ "roff", "\n.so /etc/passwd\n'pi sh\n\\X'x'\\!\n" },
	{ "Markdown", "<script>`x`</script> ![a](http://x.y) | [b](javascript:1) **c**" },
	{ "a calendar's line", "\r\nATTACH:file:///etc/passwd\r\n" },
};
const size_t hostile_text_count = ARRAY_LEN(hostile_texts);

void hostile_add_all(struct buf *out, bool lines)
{
	char *forged;

	for (size_t i = 0; i < hostile_text_count; i++)
		buf_add_format(out, "%s%s", i ? " " : "", hostile_texts[i].text);
	forged = strstr(out->text, "FORGED");
	if (lines)
		memcpy(forged, "SECOND", strlen("SECOND"));
}

void hostile_add_json(struct buf *out, const char *template, const char *text)
{
	for (; *template; template ++) {
		struct json_writer writer = { .out = out, .compact = true };

		if (*template == '%')
			json_add_text(&writer, NULL, text);
		else
			buf_add_char(out, *template);
	}
}

/* % is a text of one line, ~ one whose own lines are lines. */
static void add_filled(struct buf *out, const char *template)
{
	struct buf all = BUF_INIT, lines = BUF_INIT, half = BUF_INIT;

	hostile_add_all(&all, false);
	hostile_add_all(&lines, true);
	hostile_add_json(&half, template, all.text);
	for (const char *at = half.text; *at; at++) {
		struct json_writer writer = { .out = out, .compact = true };

		if (*at == '~')
			json_add_text(&writer, NULL, lines.text);
		else
			buf_add_char(out, *at);
	}
	buf_release(&all);
	buf_release(&lines);
	buf_release(&half);
}

void hostile_add_checklist(struct buf *out)
{
	add_filled(out,
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"hostile\",\"edition\":"
		"\"1\","
		"\"title\":{\"fr\":%,\"en\":%},\"summary\":~,\"terms\":~,\"authors\":[%,%],"
		"\"source\":{\"publisher\":%,\"title\":%,\"url\":%,\"date\":%,\"theme\":9},"
		"\"collection\":[{\"theme\":1,\"title\":%,\"date\":%,\"parts\":[%]}],"
		"\"glossary\":[{\"term\":%,\"definition\":~,\"statements\":[%]}],"
		"\"references\":[{\"id\":\"ref\",\"title\":%,\"publisher\":%,\"date\":%,\"url\":%}]"
		","
		"\"sections\":[{\"id\":\"first\",\"title\":%,\"text\":~,\"statements\":[%],"
		"\"items\":[{\"id\":\"one\",\"kind\":\"question\",\"title\":%,\"plain\":~,"
		"\"why\":~,\"how\":~,\"example\":~,\"references\":[\"ref\"],\"statements\":[%]},"
		"{\"id\":\"two\",\"kind\":\"vigilance\",\"origin\":\"project\",\"title\":%,"
		"\"requires\":[\"one\"]},"
		"{\"id\":\"each\",\"kind\":\"opportunity\",\"scope\":\"service\",\"title\":%,"
		"\"requires\":[\"one\"]}]}]}\n");
}

void hostile_add_organisation(struct buf *out)
{
	add_filled(out,
		"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\",\"name\":%,"
		"\"revision\":1,\"created\":\"2026-11-24T09:00:00Z\","
		"\"modified\":\"2026-11-24T09:00:00Z\",%:[%,{%:%}],"
		"\"checklists\":[{\"id\":\"hostile\",\"edition\":\"1\"}],"
		"\"members\":[{\"name\":%}],\"services\":[{\"id\":\"s\",\"name\":%}],"
		"\"actions\":[{\"id\":\"a1\",\"title\":%,\"item\":\"one\",\"requires\":[\"two\"]},"
		"{\"id\":\"a2\",\"title\":%,\"item\":%,\"requires\":[%]},"
		"{\"id\":\"a3\",\"title\":%,\"requires\":[\"a4\"]},"
		"{\"id\":\"a4\",\"title\":%,\"requires\":[\"a3\"]}],"
		"\"entries\":{\"one\":{\"status\":\"doing\",\"owner\":%,\"due\":\"2026-11-30\","
		"\"notes\":[{\"at\":\"2026-11-24T09:00:00Z\",\"by\":%,\"text\":~}]},"
		"\"two\":{\"owner\":%,\"pin\":\"a1\"},"
		"\"a1\":{\"owner\":%,\"due\":\"2026-11-24\"},"
		"\"each@s\":{\"status\":\"not_applicable\",\"reason\":%,\"owner\":%}},"
		"\"conflicts\":[{\"entry\":\"one\",\"field\":\"reason\",\"ours\":%,\"theirs\":%,"
		"\"by\":%},{\"entry\":\"two\",\"field\":\"reason\",\"ours\":%,\"theirs\":%},"
		"{\"entry\":%,\"field\":%,\"ours\":[%],\"theirs\":{%:%},\"by\":%},"
		"{\"entry\":\"service:s\",\"field\":\"name\",\"ours\":%,\"theirs\":%}]}\n");
}

/* Ranges as the Unicode data of today give them for Cc, Cf, Zl, Zp, default ignorables and
 * noncharacters. */
static bool is_hidden(uint32_t code_point)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {
		{ 0x00, 0x1f },
		{ 0x7f, 0x9f },
		{ 0xad, 0xad },
		{ 0x34f, 0x34f },
		{ 0x600, 0x605 },
		{ 0x61c, 0x61c },
		{ 0x6dd, 0x6dd },
		{ 0x115f, 0x1160 },
		{ 0x17b4, 0x17b5 },
		{ 0x180b, 0x180f },
		{ 0x200b, 0x200f },
		{ 0x2028, 0x202e },
		{ 0x2060, 0x206f },
		{ 0x3164, 0x3164 },
		{ 0xfdd0, 0xfdef },
		{ 0xfe00, 0xfe0f },
		{ 0xfeff, 0xfeff },
		{ 0xffa0, 0xffa0 },
		{ 0xfff0, 0xfffb },
		{ 0xfffe, 0xffff },
		{ 0x1bca0, 0x1bca3 },
		{ 0x1d173, 0x1d17a },
		{ 0xe0000, 0xe0fff },
		{ 0x10fffe, 0x10ffff },
	};

	for (size_t i = 0; i < ARRAY_LEN(ranges); i++) {
		if (code_point >= ranges[i].first && code_point <= ranges[i].last)
			return true;
	}
	return false;
}

/* A letter with five marks, or marks without a letter; "" when there is none. */
const char *hostile_find_marks(const char *text, size_t len)
{
	static char found[160];
	uint32_t code_point, before = '\n';
	size_t size;
	int marks = 0;

	for (size_t at = 0; at < len; at += size) {
		size = utf8_decode(text + at, len - at, &code_point);
		marks = code_point >= 0x300 && code_point <= 0x36f ? marks + 1 : 0;
		if (marks > MARKS_ON_A_LETTER || (marks && (before == '\n' || before == ' '))) {
			snprintf(found, sizeof(found), "a mark too many before “%.80s”",
				text + at + size);
			return found;
		}
		before = code_point;
	}
	return "";
}

const char *hostile_find(const char *text, size_t len, bool crlf)
{
	static char found[160];
	uint32_t code_point, before = '\n';
	size_t size;

	if (!utf8_is_valid(text, len))
		return "not UTF-8";
	for (size_t at = 0; at < len; at += size) {
		size = utf8_decode(text + at, len - at, &code_point);
		if (code_point == '\n' ? crlf && before != '\r'
				       : is_hidden(code_point) && !(crlf && code_point == '\r' &&
									  text[at + 1] == '\n')) {
			snprintf(found, sizeof(found), "U+%04X before “%.80s”",
				(unsigned)code_point, text + at + size);
			return found;
		}
		before = code_point;
	}
	return "";
}
