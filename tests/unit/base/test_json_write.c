/* SPDX-License-Identifier: MIT */
#include "jalon/base/json_write.h"

#include <criterion/criterion.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"

static void write_all(struct json_writer *writer)
{
	static const char *const texts[] = { "one", "two" };

	json_begin_object(writer, NULL);
	json_add_text(writer, "text", "a\"b");
	json_add_text_or_null(writer, "none", "");
	json_add_integer(writer, "integer", -3);
	json_add_bool(writer, "bool", true);
	json_add_texts(writer, "texts", texts, 2);
	json_begin_array(writer, "empty");
	json_end_array(writer);
	json_add_day(writer, "day", 20781);
	json_add_day(writer, "no_day", DAY_NONE);
	json_add_time(writer, "time", 0);
	json_add_source(writer, "source", "[1,2]");
	json_add_member(writer, "\"member\":{}", 11);
	json_end_object(writer);
}

static const struct {
	bool compact;
	const char *written;
} layouts[] = {
	{ true, "{\"text\":\"a\\\"b\",\"none\":null,\"integer\":-3,\"bool\":true,"
		"\"texts\":[\"one\",\"two\"],\"empty\":[],\"day\":\"2026-11-24\",\"no_day\":null,"
		"\"time\":\"1970-01-01T00:00:00Z\",\"source\":[1,2],\"member\":{}}" },
	{ false, "{\n  \"text\": \"a\\\"b\",\n  \"none\": null,\n  \"integer\": -3,\n"
		 "  \"bool\": true,\n  \"texts\": [\n    \"one\",\n    \"two\"\n  ],\n"
		 "  \"empty\": [],\n  \"day\": \"2026-11-24\",\n  \"no_day\": null,\n"
		 "  \"time\": \"1970-01-01T00:00:00Z\",\n  \"source\": [1,2],\n"
		 "  \"member\":{}\n}" },
};

Test(json_write, lays_out_every_kind_of_value)
{
	for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
		struct buf out = BUF_INIT;
		struct json_writer writer = { .out = &out, .compact = layouts[i].compact };

		write_all(&writer);
		cr_expect_str_eq(out.text, layouts[i].written, "%s", out.text);
		buf_release(&out);
	}
}

static const struct {
	int64_t hundredths;
	const char *written;
} decimals[] = {
	{ 0, "0" },
	{ 5, "0.05" },
	{ 50, "0.5" },
	{ 100, "1" },
	{ 125, "1.25" },
	{ -5, "-0.05" },
	{ -150, "-1.5" },
	{ 100000, "1000" },
};

Test(json_write, writes_hundredths_without_needless_zeros)
{
	for (size_t i = 0; i < ARRAY_LEN(decimals); i++) {
		struct buf out = BUF_INIT;
		struct json_writer writer = { .out = &out };

		json_add_decimal(&writer, NULL, decimals[i].hundredths);
		cr_expect_str_eq(out.text, decimals[i].written, "%s", out.text);
		buf_release(&out);
	}
}
