/* SPDX-License-Identifier: MIT */
#include "jalon/text/dates.h"

#include <stdio.h>

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "text/day_names.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE };
enum { FIGURE_SIZE = 32 };

static const struct wording months_short[MONTHS] = {
	{ .fr = "janv.", .en = "Jan" },
	{ .fr = "févr.", .en = "Feb" },
	{ .fr = "mars", .en = "Mar" },
	{ .fr = "avr.", .en = "Apr" },
	{ .fr = "mai", .en = "May" },
	{ .fr = "juin", .en = "Jun" },
	{ .fr = "juil.", .en = "Jul" },
	{ .fr = "août", .en = "Aug" },
	{ .fr = "sept.", .en = "Sep" },
	{ .fr = "oct.", .en = "Oct" },
	{ .fr = "nov.", .en = "Nov" },
	{ .fr = "déc.", .en = "Dec" },
};

/* "15", but "1er" for a French first of the month. */
static void figure_of_day(char figure[FIGURE_SIZE], enum lang lang, int day)
{
	snprintf(figure, FIGURE_SIZE, lang == LANG_FR && day == 1 ? "%der" : "%d", day);
}

static void add_day(struct buf *out, enum lang lang, struct date date, const char *month)
{
	char figure[FIGURE_SIZE];

	figure_of_day(figure, lang, date.day);
	text_day_short(out, lang, figure, month);
}

void text_day(struct buf *out, enum lang lang, int day, int today_day)
{
	struct buf short_day = BUF_INIT;
	struct date date;

	if (day == DAY_NONE)
		return;
	date = date_from_day(day);
	add_day(&short_day, lang, date, wording_in(months_short[date.month - 1], lang));
	if (today_day != DAY_NONE && date_from_day(today_day).year == date.year)
		buf_add(out, short_day.text);
	else
		text_day_year(out, lang, short_day.text, date.year);
	buf_release(&short_day);
}

void text_day_brief(struct buf *out, enum lang lang, int day, int today_day)
{
	enum { TEN_MONTHS = 304 };
	const char *month;
	struct date date;

	if (day == DAY_NONE)
		return;
	date = date_from_day(day);
	month = wording_in(months_short[date.month - 1], lang);
	if (day - today_day < TEN_MONTHS && today_day - day < TEN_MONTHS)
		add_day(out, lang, date, month);
	else
		text_day_year(out, lang, month, date.year);
}

void text_day_long(struct buf *out, enum lang lang, int day)
{
	struct buf long_day = BUF_INIT, with_year = BUF_INIT;
	struct date date;

	if (day == DAY_NONE)
		return;
	date = date_from_day(day);
	add_day(&long_day, lang, date, wording_in(month_names[date.month - 1], lang));
	text_day_year(&with_year, lang, long_day.text, date.year);
	text_day_weekday(
		out, lang, wording_in(weekday_names[date_weekday(day)], lang), with_year.text);
	buf_release(&long_day);
	buf_release(&with_year);
}

void text_when(struct buf *out, enum lang lang, int64_t at_utc, int64_t now_utc)
{
	int64_t ago = now_utc - at_utc;
	int day = time_day(at_utc), today_day = time_day(now_utc);

	/* Clocks of two machines differ a little: what is barely ahead is now. */
	if (ago > -HOUR && ago < MINUTE)
		buf_add(out, text_word(WORD_JUST_NOW, lang));
	else if (ago >= 0 && ago < HOUR)
		text_minutes_ago(out, lang, (int)(ago / MINUTE));
	else if (ago >= 0 && day == today_day)
		text_hours_ago(out, lang, (int)(ago / HOUR));
	else if (day == today_day - 1)
		buf_add(out, text_word(WORD_YESTERDAY, lang));
	else
		text_day(out, lang, day, today_day);
}

void text_month(struct buf *out, enum lang lang, int day)
{
	buf_add(out, wording_in(months_short[date_from_day(day).month - 1], lang));
}

void text_effort_figure(struct buf *out, enum lang lang, int64_t effort_centidays)
{
	enum { HALF = 50, WHOLE = 100 };
	const char *sign = effort_centidays < 0 ? "-" : "";
	int64_t hundredths = effort_centidays < 0 ? -effort_centidays : effort_centidays;
	long long days = hundredths / WHOLE;
	int rest = (int)(hundredths % WHOLE);
	char mark = lang == LANG_FR ? ',' : '.';

	if (effort_centidays == HALF)
		buf_add(out, "½");
	else if (rest == 0)
		buf_add_format(out, "%s%lld", sign, days);
	else if (rest % 10 == 0)
		buf_add_format(out, "%s%lld%c%d", sign, days, mark, rest / 10);
	else
		buf_add_format(out, "%s%lld%c%02d", sign, days, mark, rest);
}

void text_effort(struct buf *out, enum lang lang, int64_t effort_centidays)
{
	struct buf figure = BUF_INIT;

	text_effort_figure(&figure, lang, effort_centidays);
	text_days_of_work(out, lang, figure.text);
	buf_release(&figure);
}
