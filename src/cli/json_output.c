/* SPDX-License-Identifier: MIT */
#include "jalon/cli/json_output.h"

#include "jalon/base/date.h"

void output_add_counts(struct json_writer *writer, const struct counts *counts)
{
	json_begin_object(writer, "counts");
	for (int i = 0; i < STATUS_COUNT; i++)
		json_add_integer(writer, status_name((enum status)i), counts->by_status[i]);
	json_add_integer(writer, "total", counts->total);
	json_end_object(writer);
}

void output_add_day(struct json_writer *writer, const char *name, int day)
{
	char text[DATE_TEXT_SIZE];

	date_format(text, day);
	output_add_text_or_null(writer, name, text);
}

void output_add_time(struct json_writer *writer, const char *name, int64_t at_utc)
{
	char text[TIME_TEXT_SIZE];

	time_format(text, at_utc);
	json_add_text(writer, name, text);
}

void output_add_text_or_null(struct json_writer *writer, const char *name, const char *text)
{
	if (text[0])
		json_add_text(writer, name, text);
	else
		json_add_null(writer, name);
}

void output_add_ids(struct json_writer *writer, const char *name, struct string_list ids)
{
	json_add_texts(writer, name, ids.texts, ids.count);
}
