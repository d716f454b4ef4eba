/* SPDX-License-Identifier: MIT */
#include "jalon/session/values.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/words.h"

static void add_effort(struct buf *out, enum lang lang, const char *text)
{
	int64_t centidays;

	if (decimal_parse(text, &centidays))
		text_effort(out, lang, centidays);
}

void value_add_text(
	struct buf *out, enum lang lang, int today_day, enum field field, const struct value *value)
{
	const struct field_row *row = &field_rows[field];
	const char *object = value_object_text(value);
	int day, choice;

	if (object)
		utf8_clean_line(out, object);
	else if (!value->text[0])
		buf_add(out, "–");
	else if (row->choice_words && field_choice_parse(field, value->text, &choice))
		buf_add(out, text_word(row->choice_words[choice], lang));
	else if (row->kind == FIELD_KIND_DATE && date_parse(value->text, &day))
		text_day(out, lang, day, today_day);
	else if (row->unit == UNIT_DAYS)
		add_effort(out, lang, value->text);
	else
		utf8_clean_line(out, value->text);
}

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
			return err_set_nowhere(err, ERR_USAGE, MSG_NOT_A_DAY, typed);
		date_format(iso, day);
		typed = iso;
	} else if (field_rows[field].kind == FIELD_KIND_DATE) {
		typed = "";
	}
	return field_parse(field, typed, arena, canonical, err);
}
