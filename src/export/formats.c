/* SPDX-License-Identifier: MIT
 *
 * All formats. A new one is a file and a row here; `--format`, the dialogue and the man page
 * follow. */
#include "jalon/export/format.h"

#include <string.h>

// clang-format off
const struct export_plan_format export_plan_formats[] = {
	{
		.name = "text", .extension = "txt", .write = export_plan_text,
		.label = { .fr = "texte", .en = "text" },
	},
	{
		.name = "csv", .extension = "csv", .write = export_plan_csv,
		.label = { .fr = "tableur (CSV)", .en = "spreadsheet (CSV)" },
	},
	{
		.name = "md", .extension = "md", .write = export_plan_markdown,
		.label = { .fr = "liste à cocher (Markdown)", .en = "check list (Markdown)" },
	},
	{
		.name = "ics", .extension = "ics", .write = export_plan_icalendar,
		.label = { .fr = "agenda (iCalendar)", .en = "calendar (iCalendar)" },
	},
};
const struct export_guide_format export_guide_formats[] = {
	{
		.name = "text", .extension = "txt", .write = export_guide_text,
		.label = { .fr = "texte", .en = "text" },
	},
	{
		.name = "man", .extension = "7", .write = export_guide_man,
		.label = { .fr = "page de manuel", .en = "manual page" },
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
