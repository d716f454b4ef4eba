/* SPDX-License-Identifier: MIT */
#include "jalon/session/values.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"

const char *value_as_typed(
	struct arena *arena, enum lang lang, enum field field, const char *canonical)
{
	char *text = arena_copy(arena, canonical);
	char *point = strchr(text, '.');
	struct date date;
	int day;

	if (lang != LANG_FR)
		return text;
	if (field_rows[field].kind == FIELD_KIND_DECIMAL && point)
		*point = ',';
	if (field_rows[field].kind == FIELD_KIND_DATE && date_parse(text, &day)) {
		date = date_from_day(day);
		text = arena_format(arena, "%02d/%02d/%d", date.day, date.month, date.year);
	}
	return text;
}

bool value_from_typed(enum field field, const char *typed, int today_day, struct arena *arena,
	const char **canonical, struct err *err)
{
	char iso[DATE_TEXT_SIZE];
	int day;

	if (field_rows[field].kind == FIELD_KIND_DATE && !utf8_is_blank(typed)) {
		if (!text_parse_day(typed, today_day, &day))
			return err_set_nowhere(err, ERR_USAGE,
				text_day_is_missing(typed, today_day) ? MSG_NO_SUCH_DAY
								      : MSG_NOT_A_DAY,
				typed);
		date_format(iso, day);
		typed = iso;
	} else if (field_rows[field].kind == FIELD_KIND_DATE) {
		typed = "";
	}
	return field_parse(field, typed, arena, canonical, err);
}
