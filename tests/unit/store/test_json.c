/* SPDX-License-Identifier: MIT */
#include "jalon/store/json.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/json_write.h"
#include "jalon/text/errors.h"

static const struct {
	const char *name, *text;
	int message;
	const char *where;
} bad[] = {
	{ "nothing at all", "", MSG_JSON_CUT_SHORT, "f:1" },
	{ "blanks alone", " \n ", MSG_JSON_CUT_SHORT, "f:2" },
	{ "a byte order mark", "\xef\xbb\xbf{}", MSG_JSON_BYTE_ORDER_MARK, "f:1" },
	{ "text behind the end", "{}\n{}", MSG_JSON_UNEXPECTED, "f:2" },
	{ "a comma too many", "{\"a\":[1,\n]}", MSG_JSON_UNEXPECTED, "f:2: a[1]" },
	{ "a comma before a brace", "{\"a\":1,}", MSG_JSON_UNEXPECTED, "f:1: a" },
	{ "no comma", "[1 2]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "no colon", "{\"a\" 1}", MSG_JSON_UNEXPECTED, "f:1: a" },
	{ "a name without quotes", "{a:1}", MSG_JSON_UNEXPECTED, "f:1" },
	{ "single quotes", "{'a':1}", MSG_JSON_UNEXPECTED, "f:1" },
	{ "a comment", "{} // c", MSG_JSON_UNEXPECTED, "f:1" },
	{ "not a number", "[NaN]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a plus sign", "[+1]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a leading zero", "[01]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "no digit before the point", "[.5]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "no digit behind the point", "[1.]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "no digit in the exponent", "[1e]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a minus alone", "[-]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a hexadecimal number", "[0x1]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a word cut short", "[tru]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a word with a capital", "[True]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a string without end", "[\"a", MSG_JSON_CUT_SHORT, "f:1: [0]" },
	{ "an array without end", "[1", MSG_JSON_CUT_SHORT, "f:1: [0]" },
	{ "a newline in a string", "[\"a\n\"]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "a tab in a string", "[\"a\t\"]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "an unknown escape", "[\"\\x\"]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "three hexadecimal digits", "[\"\\u012\"]", MSG_JSON_UNEXPECTED, "f:1: [0]" },
	{ "U+0000", "{\"a\":{\"b\":\"\\u0000\"}}", MSG_JSON_NUL, "f:1: a.b" },
	{ "a high surrogate alone", "[\"\\ud800\"]", MSG_JSON_SURROGATE, "f:1: [0]" },
	{ "a low surrogate alone", "[\"\\udc00\"]", MSG_JSON_SURROGATE, "f:1: [0]" },
	{ "two high surrogates", "[\"\\ud800\\ud800\"]", MSG_JSON_SURROGATE, "f:1: [0]" },
	{ "a surrogate in UTF-8", "[\"\xed\xa0\x80\"]", MSG_JSON_NOT_UTF8, "f:1" },
	{ "an overlong form", "[\n\"\xc0\xaf\"]", MSG_JSON_NOT_UTF8, "f:2" },
	{ "Latin-1", "[\"\xe9\"]", MSG_JSON_NOT_UTF8, "f:1" },
	{ "a name twice", "{\"a\":1,\n\"a\":2}", MSG_JSON_TWICE, "f:2: a" },
	{ "a name twice, once escaped", "{\"e\":{\"a\":1,\n\"\\u0061\":2}}", MSG_JSON_TWICE,
		"f:2: e.\\u0061" },
	{ "a number of a thousand digits is no end of memory",
		"[1111111111111111111111111111111111111111111111111111111111111111]",
		MSG_JSON_NUMBER_TOO_LONG, "f:1: [0]" },
};

Test(json, refuses_more_values_than_memory_is_good_for)
{
	struct arena *arena = arena_new();
	struct buf text = BUF_INIT;
	struct err err = ERR_INIT;

	buf_add(&text, "[0");
	for (int i = 0; i < JSON_VALUES_MAX - 2; i++)
		buf_add(&text, ",0");
	buf_add_char(&text, ']');
	cr_expect(json_parse(arena, text.text, text.len, "f", &err), "%d", err.message);
	buf_cut(&text, text.len - 1);
	buf_add(&text, ",0]");
	cr_expect_null(json_parse(arena, text.text, text.len, "f", &err));
	cr_expect_eq(err.message, MSG_JSON_TOO_MANY);
	buf_release(&text);
	arena_free(arena);
}

Test(json, refuses_what_is_not_strict_and_says_where)
{
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct arena *arena = arena_new();
		struct err err = ERR_INIT;

		cr_expect_null(json_parse(arena, bad[i].text, strlen(bad[i].text), "f", &err), "%s",
			bad[i].name);
		cr_expect_eq(err.message, bad[i].message, "%s: %d", bad[i].name, err.message);
		cr_expect_str_eq(err.where, bad[i].where, "%s: %s", bad[i].name, err.where);
		arena_free(arena);
	}
}

static const char *const good[] = { "{}", "[]", " [ ] ", "0", "-0", "1e5", "1.50E-3", "\"\"",
	"null", "true", "[\"\\ud83d\\ude00\"]", "{\"a\":{\"a\":[{\"a\":1}]},\"b\":[]}", "{\"\":1}",
	"\"\xef\xbf\xbf\"", "[1,\r\n\t2]" };

Test(json, takes_all_that_the_grammar_allows)
{
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		struct arena *arena = arena_new();
		struct err err = ERR_INIT;

		cr_expect_not_null(json_parse(arena, good[i], strlen(good[i]), "f", &err), "%s: %s",
			good[i], err.where);
		arena_free(arena);
	}
}

static bool parses(const struct buf *text)
{
	struct arena *arena = arena_new();
	struct err err = ERR_INIT;
	bool parsed = json_parse(arena, text->text, text->len, "f", &err) != NULL;

	arena_free(arena);
	return parsed;
}

Test(json, stops_at_64_levels)
{
	for (int depth = 63; depth <= 66; depth++) {
		struct buf text = BUF_INIT;

		buf_add_repeated(&text, "[", depth);
		buf_add_repeated(&text, "]", depth);
		cr_expect_eq(parses(&text), depth <= 64, "%d", depth);
		buf_release(&text);
	}
}

Test(json, stops_at_16_MiB)
{
	struct buf text = BUF_INIT;

	buf_add(&text, "[]");
	buf_add_repeated(&text, " ", JSON_SIZE_MAX - 2);
	cr_expect(parses(&text));
	buf_add_char(&text, ' ');
	cr_expect_not(parses(&text));
	buf_release(&text);
}

Test(json, refuses_a_nul_anywhere)
{
	const char text[] = "[\n1,\0 2]";
	struct arena *arena = arena_new();
	struct err err = ERR_INIT;

	cr_expect_null(json_parse(arena, text, sizeof(text) - 1, "f", &err));
	cr_expect_eq(err.message, MSG_JSON_NUL);
	cr_expect_str_eq(err.where, "f:2");
	arena_free(arena);
}

/* A line of the history is parsed where it stands, with other lines behind it. */
Test(json, reads_no_further_than_it_is_told)
{
	const char text[] = "[1, \"a\"]\n[2";
	struct arena *arena = arena_new();
	struct err err = ERR_INIT;
	const struct json *json = json_parse(arena, text, strlen("[1, \"a\"]"), "f", &err);

	cr_assert_not_null(json);
	cr_expect_eq(json->count, 2);
	cr_expect_str_eq(json->first->text, "1");
	cr_expect_str_eq(json->first->next->text, "a");
	cr_expect_null(json_parse(arena, text, strlen(text), "f", &err));
	cr_expect_null(json_parse(arena, text, strlen("[1, \"a"), "f", &err));
	arena_free(arena);
}

Test(json, keeps_lines_paths_and_sources)
{
	const char text[] = "{\"a\": [\n 1.50 , {\"b c\" :\n \"x \\\" y\" }]}";
	struct arena *arena = arena_new();
	struct err err = ERR_INIT;
	const struct json *json = json_parse(arena, text, strlen(text), "f", &err);
	const struct json *deep;

	cr_assert_not_null(json);
	deep = json_member(json_member(json, "a")->first->next, "b c");
	cr_expect_eq(deep->line, 3);
	cr_expect_str_eq(deep->text, "x \" y");
	cr_expect_str_eq(json_path(deep, arena), "a[1].b c");
	cr_expect_str_eq(
		json_source(json_member(json, "a"), arena), "[1.50,{\"b c\":\"x \\\" y\"}]");
	cr_expect_null(json_member(json, "A"));
	arena_free(arena);
}

/* Runs of plain characters are passed eight at a time: whatever else there is, and wherever in the
 * eight it stands, is seen. */
Test(json, sees_each_character_of_a_string_wherever_it_stands)
{
	enum { LEN_MAX = 20 };

	for (int len = 1; len <= LEN_MAX; len++) {
		for (int at = 0; at < len; at++) {
			for (int byte = 0; byte <= 0xff; byte++) {
				struct buf text = BUF_INIT;

				buf_add_char(&text, '"');
				buf_add_repeated(&text, byte % 2 ? "~" : " ", len);
				buf_add_char(&text, '"');
				text.text[1 + at] = (char)byte;
				cr_expect_eq(parses(&text),
					byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\',
					"byte %d at %d of %d", byte, at, len);
				buf_release(&text);
			}
		}
	}
}

/* What is no text is said first, even where the grammar was broken before it. */
static const struct {
	const char *name, *text;
	int message;
	const char *where;
} bad_bytes[] = {
	{ "behind a comma too many", "[1,]\n\xe9", MSG_JSON_NOT_UTF8, "f:2" },
	{ "behind a name twice", "{\"a\":1,\"a\":\"\xe9\"}", MSG_JSON_NOT_UTF8, "f:1" },
	{ "in a name", "{\n\"\xc3\":1}", MSG_JSON_NOT_UTF8, "f:2" },
	{ "cut at the end", "[\"\xc3\xa9\xe2\x82", MSG_JSON_NOT_UTF8, "f:1" },
	{ "behind an accent", "[\"\xc3\xa9\xc3\"]", MSG_JSON_NOT_UTF8, "f:1" },
	{ "behind an escape", "[\"\\n\xff\"]", MSG_JSON_NOT_UTF8, "f:1" },
};

Test(json, says_first_that_bytes_are_no_text)
{
	for (size_t i = 0; i < ARRAY_LEN(bad_bytes); i++) {
		struct arena *arena = arena_new();
		struct err err = ERR_INIT;

		cr_expect_null(
			json_parse(arena, bad_bytes[i].text, strlen(bad_bytes[i].text), "f", &err));
		cr_expect_eq(err.message, bad_bytes[i].message, "%s", bad_bytes[i].name);
		cr_expect_str_eq(
			err.where, bad_bytes[i].where, "%s: %s", bad_bytes[i].name, err.where);
		arena_free(arena);
	}
}

static const struct {
	const char *text;
	bool whole, decimal;
	int64_t number, hundredths;
} numbers[] = {
	{ "3", true, true, 3, 300 },
	{ "3.0", true, true, 3, 300 },
	{ "3e0", true, true, 3, 300 },
	{ "30e-1", true, true, 3, 300 },
	{ "-0", true, true, 0, 0 },
	{ "0.5", false, true, 0, 50 },
	{ "0.25", false, true, 0, 25 },
	{ "0.125", false, false, 0, 0 },
	{ "0.1250e1", false, true, 0, 125 },
	{ "9007199254740993", true, true, 9007199254740993, 900719925474099300 },
	{ "99999999999999999999", false, false, 0, 0 },
	{ "1e400", false, false, 0, 0 },
	{ "0e400", true, true, 0, 0 },
	{ "1e-400", false, false, 0, 0 },
	{ "\"3\"", false, false, 0, 0 },
};

Test(json, reads_numbers_without_rounding)
{
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		struct arena *arena = arena_new();
		struct err err = ERR_INIT;
		const struct json *json =
			json_parse(arena, numbers[i].text, strlen(numbers[i].text), "f", &err);
		int64_t number = 0, hundredths = 0;

		cr_assert_not_null(json);
		cr_expect_eq(json_integer(json, &number), numbers[i].whole, "%s", numbers[i].text);
		cr_expect_eq(json_hundredths(json, &hundredths), numbers[i].decimal, "%s",
			numbers[i].text);
		if (numbers[i].whole)
			cr_expect_eq(number, numbers[i].number, "%s", numbers[i].text);
		if (numbers[i].decimal)
			cr_expect_eq(hundredths, numbers[i].hundredths, "%s", numbers[i].text);
		arena_free(arena);
	}
}

static const struct {
	const char *name, *text, *written;
} escapes[] = {
	{ "plain", "Inès « a »", "\"Inès « a »\"" },
	{ "quotes", "a\"b\\c", "\"a\\\"b\\\\c\"" },
	{ "C0", "\x01\t\n\x1b\x7f", "\"\\u0001\\t\\n\\u001b\\u007f\"" },
	{ "C1", "\xc2\x9b", "\"\\u009b\"" },
	{ "a bidirectional control", "\xe2\x80\xae", "\"\\u202e\"" },
	{ "a tag", "\xf3\xa0\x81\x81", "\"\\udb40\\udc41\"" },
	{ "an emoji with a joiner", "👩\xe2\x80\x8d💻", "\"👩\\u200d💻\"" },
	{ "a soft hyphen",
		"co\xc2\xad"
		"op",
		"\"co\\u00adop\"" },
	{ "a line separator", "\xe2\x80\xa8", "\"\\u2028\"" },
	{ "a filler", "\xe3\x85\xa4", "\"\\u3164\"" },
	{ "interlinear", "\xef\xbf\xb9", "\"\\ufff9\"" },
};

Test(json, writes_text_that_drives_no_terminal_and_reads_it_back)
{
	for (size_t i = 0; i < ARRAY_LEN(escapes); i++) {
		struct buf out = BUF_INIT;
		struct json_writer writer = { .out = &out };
		struct arena *arena = arena_new();
		struct err err = ERR_INIT;
		const struct json *json;

		json_add_text(&writer, NULL, escapes[i].text);
		cr_expect_str_eq(out.text, escapes[i].written, "%s: %s", escapes[i].name, out.text);
		json = json_parse(arena, out.text, out.len, "f", &err);
		cr_assert_not_null(json, "%s", escapes[i].name);
		cr_expect_str_eq(json->text, escapes[i].text, "%s", escapes[i].name);
		arena_free(arena);
		buf_release(&out);
	}
}
