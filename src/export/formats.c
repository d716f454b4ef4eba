/* SPDX-License-Identifier: MIT
 *
 * All formats. A new one is a file, src/export/plan_<name>.c, that ends with its row, and its name
 * here; `--format`, the man pages and the completions follow, and a test asks for its golden file.
 */
#include "jalon/export/format.h"

#include <string.h>

#define PLAN_FORMATS(F) F(text) F(json) F(csv) F(markdown) F(icalendar)
#define GUIDE_FORMATS(F) F(text) F(man)

#define DECLARE_PLAN(name) extern const struct export_plan_format export_plan_##name;
#define DECLARE_GUIDE(name) extern const struct export_guide_format export_guide_##name;
#define PLAN_ROW(name) &export_plan_##name,
#define GUIDE_ROW(name) &export_guide_##name,

PLAN_FORMATS(DECLARE_PLAN)
GUIDE_FORMATS(DECLARE_GUIDE)
const struct export_plan_format *const export_plan_formats[] = { PLAN_FORMATS(PLAN_ROW) };
const struct export_guide_format *const export_guide_formats[] = { GUIDE_FORMATS(GUIDE_ROW) };
const size_t export_plan_format_count = ARRAY_LEN(export_plan_formats);
const size_t export_guide_format_count = ARRAY_LEN(export_guide_formats);

const struct export_plan_format *export_find_plan_format(const char *name)
{
	for (size_t i = 0; i < export_plan_format_count; i++) {
		if (strcmp(export_plan_formats[i]->name, name) == 0)
			return export_plan_formats[i];
	}
	return NULL;
}

const struct export_guide_format *export_find_guide_format(const char *name)
{
	for (size_t i = 0; i < export_guide_format_count; i++) {
		if (strcmp(export_guide_formats[i]->name, name) == 0)
			return export_guide_formats[i];
	}
	return NULL;
}

void export_add_plan_formats(struct buf *out)
{
	for (size_t i = 0; i < export_plan_format_count; i++)
		buf_add_format(out, "%s%s", i ? "|" : "", export_plan_formats[i]->name);
}

void export_add_guide_formats(struct buf *out)
{
	for (size_t i = 0; i < export_guide_format_count; i++)
		buf_add_format(out, "%s%s", i ? "|" : "", export_guide_formats[i]->name);
}
