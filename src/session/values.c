/* SPDX-License-Identifier: MIT */
#include "jalon/session/values.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/export/describe.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"

static bool add_object(struct buf *out, const struct value *value)
{
	if (value->note)
		utf8_clean_line(out, value->note->text);
	else if (value->action)
		utf8_clean_line(out, value->action->title);
	else if (value->member)
		utf8_clean_line(out, value->member->name);
	else if (value->service)
		utf8_clean_line(out, value->service->name);
	else
		return false;
	return true;
}

static void add_effort(struct buf *out, enum lang lang, const char *text)
{
	int64_t centidays;

	if (decimal_parse(text, &centidays))
		text_effort(out, lang, centidays);
}

void value_add_text(
	struct buf *out, enum lang lang, int today_day, enum field field, const struct value *value)
{
	enum status status;
	enum priority priority;
	int day;

	if (add_object(out, value))
		return;
	if (!value->text[0])
		buf_add(out, "–");
	else if (field == FIELD_STATUS && status_parse(value->text, &status))
		buf_add(out, text_word(describe_status_word(status), lang));
	else if (field == FIELD_PRIORITY && priority_parse(value->text, &priority))
		buf_add(out, text_word(describe_priority_word(priority), lang));
	else if (field_rows[field].kind == FIELD_KIND_DATE && date_parse(value->text, &day))
		text_day(out, lang, day, today_day);
	else if (field == FIELD_EFFORT)
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
			return err_set(err, ERR_USAGE, MSG_NOT_A_DAY, typed, "%s", "");
		date_format(iso, day);
		typed = iso;
	} else if (field_rows[field].kind == FIELD_KIND_DATE) {
		typed = "";
	}
	return field_parse(field, typed, arena, canonical, err);
}
