/* SPDX-License-Identifier: MIT
 *
 * All formats. A new one is a file and a row here; `--format`, the man pages and the completions
 * follow, and a test asks for its golden file. */
#include "jalon/export/format.h"

#include <string.h>

// clang-format off
const struct export_plan_format export_plan_formats[] = {
	{
		.name = "text", .write = export_plan_text,
		.label = { .fr = "Du texte, à lire.", .en = "Text, to read." },
	},
	{
		.name = "json", .write = export_plan_json,
		.label = { .fr = "Pour d’autres programmes.", .en = "For other programs." },
	},
	{
		.name = "csv", .write = export_plan_csv,
		.label = { .fr = "Pour un tableur.", .en = "For a spreadsheet." },
	},
	{
		.name = "md", .write = export_plan_markdown,
		.label = { .fr = "Une liste à cocher, en Markdown.", .en = "A list to tick, in Markdown." },
	},
	{
		.name = "ics", .write = export_plan_icalendar,
		.label = { .fr = "Pour un agenda (iCalendar).", .en = "For a calendar (iCalendar)." },
	},
};
const struct export_guide_format export_guide_formats[] = {
	{
		.name = "text", .write = export_guide_text,
		.label = { .fr = "Du texte, à lire.", .en = "Text, to read." },
	},
	{
		.name = "man", .write = export_guide_man,
		.label = { .fr = "Une page de manuel, pour man(1).", .en = "A manual page, for man(1)." },
	},
};
// clang-format on
const size_t export_plan_format_count = ARRAY_LEN(export_plan_formats);
const size_t export_guide_format_count = ARRAY_LEN(export_guide_formats);

const struct export_plan_format *export_find_plan_format(const char *name)
{
	for (size_t i = 0; i < export_plan_format_count; i++) {
		if (strcmp(export_plan_formats[i].name, name) == 0)
			return &export_plan_formats[i];
	}
	return NULL;
}

const struct export_guide_format *export_find_guide_format(const char *name)
{
	for (size_t i = 0; i < export_guide_format_count; i++) {
		if (strcmp(export_guide_formats[i].name, name) == 0)
			return &export_guide_formats[i];
	}
	return NULL;
}

void export_add_plan_formats(struct buf *out)
{
	for (size_t i = 0; i < export_plan_format_count; i++)
		buf_add_format(out, "%s%s", i ? "|" : "", export_plan_formats[i].name);
}

void export_add_guide_formats(struct buf *out)
{
	for (size_t i = 0; i < export_guide_format_count; i++)
		buf_add_format(out, "%s%s", i ? "|" : "", export_guide_formats[i].name);
}
