/* SPDX-License-Identifier: MIT */
#include "jalon/text/past_days.h"

#include <string.h>

#include "jalon/base/buf.h"
#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/languages.h"

enum { WEEK_DAYS = 7, YEAR_DAYS = 364 };

static const struct {
	const char *name; /* folded */
	int ago;
} near_days[] = {
	{ "aujourd'hui", 0 },
	{ "today", 0 },
	{ "hier", 1 },
	{ "yesterday", 1 },
	{ "avant-hier", 2 },
};

static bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

static bool parse_near(const char *folded, int today_day, int *day)
{
	for (size_t i = 0; i < ARRAY_LEN(near_days); i++) {
		if (strcmp(folded, near_days[i].name) == 0) {
			*day = today_day - near_days[i].ago;
			return true;
		}
	}
	return false;
}

/* Alone, a name is written out: who begins to type "Marc" means no Tuesday, and no March. */
static bool is_whole_name(const char *folded, int day)
{
	bool whole = false;

	for (int lang = 0; lang < LANG_COUNT && !whole; lang++) {
		struct buf date = BUF_INIT, folded_date = BUF_INIT;
		char *rest, *word;

		text_day_long(&date, (enum lang)lang, day);
		utf8_fold(&folded_date, date.text, date.len);
		for (word = strtok_r(folded_date.text, " ", &rest); word && !whole;
			word = strtok_r(NULL, " ", &rest))
			whole = strcmp(word, folded) == 0;
		buf_release(&date);
		buf_release(&folded_date);
	}
	return whole;
}

/* A name that stays where it is when one asks a day later: "vendredi" does, "demain" does not. */
static bool parse_weekday(const char *folded, int today_day, int *day)
{
	int later;

	return !has_digit(folded) && text_parse_day(folded, today_day - WEEK_DAYS, day) &&
	       text_parse_day(folded, today_day - WEEK_DAYS + 1, &later) &&
	       (later == *day || later == *day + WEEK_DAYS) && *day <= today_day &&
	       is_whole_name(folded, *day);
}

/* A day and month without a year is the next such day as seen from a year ago. */
static bool parse_date(const char *folded, int today_day, int *day)
{
	return has_digit(folded) && folded[0] != '+' &&
	       text_parse_day(folded, today_day - YEAR_DAYS, day) && *day <= today_day;
}

/* With a first day before it, a month is a date. */
static bool parse_month(const char *folded, int today_day, int *first, int *last)
{
	bool is_iso = strlen(folded) == 7 && folded[4] == '-';
	struct buf date = BUF_INIT;
	bool good;

	if (is_iso)
		buf_add_format(&date, "%s-01", folded);
	else
		buf_add_format(&date, "1 %s", folded);
	good = (is_iso || (folded[0] >= 'a' && folded[0] <= 'z')) &&
	       parse_date(date.text, today_day, first) &&
	       (has_digit(folded) || is_whole_name(folded, *first));
	if (good) {
		struct date month = date_from_day(*first);

		*last = *first + date_month_days(month.year, month.month) - 1;
	}
	buf_release(&date);
	return good;
}

bool text_parse_past_days(const char *typed, int today_day, int *first, int *last)
{
	struct buf folded = BUF_INIT;
	int day, month_end;
	bool good = true;

	utf8_fold(&folded, typed, strlen(typed));
	if (parse_near(folded.text, today_day, &day) ||
		parse_weekday(folded.text, today_day, &day) ||
		parse_date(folded.text, today_day, &day)) {
		*first = *last = day;
	} else if (parse_month(folded.text, today_day, &day, &month_end)) {
		*first = day;
		*last = month_end;
	} else {
		good = false;
	}
	buf_release(&folded);
	return good;
}
