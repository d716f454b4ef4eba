/* SPDX-License-Identifier: MIT */
#include "jalon/tui/typed.h"

#include <string.h>

#include "jalon/base/date.h"

const char *typed_value(struct app *app, enum field field, const char *canonical)
{
	char *text = arena_copy(app->command_arena, canonical);
	char *point = strchr(text, '.');
	struct date date;
	int day;

	if (app->lang != LANG_FR)
		return text;
	if (field_rows[field].kind == FIELD_KIND_DECIMAL && point)
		*point = ',';
	if (field_rows[field].kind == FIELD_KIND_DATE && date_parse(text, &day)) {
		date = date_from_day(day);
		text = arena_format(
			app->command_arena, "%02d/%02d/%d", date.day, date.month, date.year);
	}
	return text;
}
