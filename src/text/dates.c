/* SPDX-License-Identifier: MIT
 *
 * What people type is folded (no case, no accents), cut into tokens, and compared with a few
 * shapes: "n/n/n", "nwn", "+nw". A shape names the kinds of all tokens in order, so nothing
 * unknown can hide before or behind a date that we understand. */
#include "jalon/text/dates.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"

enum { MONTHS = 12, WEEKDAYS = 7, MINUTE = 60, HOUR = 60 * MINUTE };
enum { TOKENS_MAX = 8, DIGITS_MAX = 4, PREFIX_MIN = 3, FIGURE_SIZE = 32 };

static const struct wording weekday_names[WEEKDAYS] = {
	[MONDAY] = { .fr = "lundi", .en = "Monday" },
	[TUESDAY] = { .fr = "mardi", .en = "Tuesday" },
	[WEDNESDAY] = { .fr = "mercredi", .en = "Wednesday" },
	[THURSDAY] = { .fr = "jeudi", .en = "Thursday" },
	[FRIDAY] = { .fr = "vendredi", .en = "Friday" },
	[SATURDAY] = { .fr = "samedi", .en = "Saturday" },
	[SUNDAY] = { .fr = "dimanche", .en = "Sunday" },
};

static const struct wording month_names[MONTHS] = {
	{ .fr = "janvier", .en = "January" },
	{ .fr = "février", .en = "February" },
	{ .fr = "mars", .en = "March" },
	{ .fr = "avril", .en = "April" },
	{ .fr = "mai", .en = "May" },
	{ .fr = "juin", .en = "June" },
	{ .fr = "juillet", .en = "July" },
	{ .fr = "août", .en = "August" },
	{ .fr = "septembre", .en = "September" },
	{ .fr = "octobre", .en = "October" },
	{ .fr = "novembre", .en = "November" },
	{ .fr = "décembre", .en = "December" },
};

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

/* All that follow are folded, as utf8_fold writes what was typed. */
static const char *const ordinals[] = { "er", "re", "st", "nd", "rd", "th" };

static const struct {
	const char *name;
	int days;
} near_days[] = {
	{ "aujourd'hui", 0 },
	{ "aujourdhui", 0 },
	{ "auj", 0 },
	{ "today", 0 },
	{ "demain", 1 },
	{ "tomorrow", 1 },
};

static const struct {
	const char *name;
	int days;
	int months;
} units[] = {
	{ "j", 1, 0 },
	{ "d", 1, 0 },
	{ "jour", 1, 0 },
	{ "jours", 1, 0 },
	{ "day", 1, 0 },
	{ "days", 1, 0 },
	{ "s", 7, 0 },
	{ "w", 7, 0 },
	{ "sem", 7, 0 },
	{ "semaine", 7, 0 },
	{ "semaines", 7, 0 },
	{ "week", 7, 0 },
	{ "weeks", 7, 0 },
	{ "m", 0, 1 },
	{ "mois", 0, 1 },
	{ "month", 0, 1 },
	{ "months", 0, 1 },
};

struct token {
	const char *text;
	size_t len;
	int number;
};

/* What was typed, cut up. `shape` has a letter a token: n number, w word, else itself. */
struct typed {
	struct token tokens[TOKENS_MAX];
	char shape[TOKENS_MAX + 1];
	int count;
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

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || c == '\'';
}

static bool token_is(const struct token *token, const char *name)
{
	return token->len == strlen(name) && memcmp(token->text, name, token->len) == 0;
}

static bool is_ordinal(const struct token *token)
{
	for (size_t i = 0; i < ARRAY_LEN(ordinals); i++) {
		if (token_is(token, ordinals[i]))
			return true;
	}
	return false;
}

/* Reads the token at `text` and returns what follows; *kind is its letter in a shape. */
static const char *read_token(const char *text, struct token *token, char *kind)
{
	const char *end = text;

	*token = (struct token){ .text = text };
	while (is_digit(*end) && end - text <= DIGITS_MAX)
		token->number = token->number * 10 + (*end++ - '0');
	*kind = 'n';
	if (end == text) {
		while (is_letter(*end))
			end++;
		*kind = end > text ? 'w' : *text;
		end += end == text;
	}
	token->len = (size_t)(end - text);
	return end;
}

static bool has_kind(const struct typed *typed, int at, char kind)
{
	return at >= 0 && typed->shape[at] == kind;
}

/* The dot of an abbreviation and the ending of an ordinal say nothing. */
static bool is_silent(
	const struct typed *typed, const struct token *token, char kind, bool after_space)
{
	bool after_word = has_kind(typed, typed->count - 1, 'w');
	bool after_number = has_kind(typed, typed->count - 1, 'n');

	return !after_space &&
	       ((kind == '.' && after_word) || (kind == 'w' && after_number && is_ordinal(token)));
}

static bool cut_up(struct typed *typed, const char *text)
{
	struct token token;
	char kind;

	while (*text) {
		bool after_space = *text == ' ';

		text += strspn(text, " ");
		if (!*text)
			return true;
		text = read_token(text, &token, &kind);
		if (is_silent(typed, &token, kind, after_space))
			continue;
		if (typed->count == TOKENS_MAX || (kind == 'n' && token.len > DIGITS_MAX))
			return false;
		typed->shape[typed->count] = kind;
		typed->tokens[typed->count++] = token;
	}
	return true;
}

static bool is_prefix(const struct token *token, const char *name)
{
	struct buf folded = BUF_INIT;
	bool prefix;

	utf8_fold(&folded, name, strlen(name));
	prefix = token->len >= PREFIX_MIN && token->len <= folded.len &&
		 memcmp(token->text, folded.text, token->len) == 0;
	buf_release(&folded);
	return prefix;
}

/* Which of the names starts so, in either language; -1 for none and for two ("jui"). */
static int find_name(const struct wording *names, int count, const struct token *token)
{
	int found = -1;

	for (int i = 0; i < count; i++) {
		if (!is_prefix(token, names[i].fr) && !is_prefix(token, names[i].en))
			continue;
		if (found >= 0)
			return -1;
		found = i;
	}
	return found;
}

/* False beyond the calendar's last day. */
static bool add_days(int today_day, int days, int *day)
{
	int last;

	date_to_day((struct date){ 9999, 12, 31 }, &last);
	if (today_day > last - days)
		return false;
	*day = today_day + days;
	return true;
}

/* The month after many months; a day that it lacks becomes its last one. */
static bool add_months(int today_day, int months, int *day)
{
	struct date date = date_from_day(today_day);
	int days;

	months += date.month - 1;
	date.year += months / MONTHS;
	date.month = months % MONTHS + 1;
	days = date_month_days(date.year, date.month);
	if (date.day > days)
		date.day = days;
	return date_to_day(date, day);
}

static bool parse_later(const struct typed *typed, int today_day, int *day)
{
	int number = typed->tokens[1].number;

	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		if (typed->count == 3 && !token_is(&typed->tokens[2], units[i].name))
			continue;
		if (units[i].months)
			return add_months(today_day, number * units[i].months, day);
		return add_days(today_day, number * units[i].days, day);
	}
	return false;
}

static bool parse_name(const struct token *token, int today_day, int *day)
{
	int weekday, ahead;

	for (size_t i = 0; i < ARRAY_LEN(near_days); i++) {
		if (token_is(token, near_days[i].name))
			return add_days(today_day, near_days[i].days, day);
	}
	weekday = find_name(weekday_names, WEEKDAYS, token);
	if (weekday < 0)
		return false;
	ahead = (weekday - (int)date_weekday(today_day) + WEEKDAYS) % WEEKDAYS;
	return add_days(today_day, ahead ? ahead : WEEKDAYS, day);
}

/* 27 is 2027; one or three digits are a slip. */
static bool read_year(const struct token *token, int *year)
{
	*year = token->len == 2 ? 2000 + token->number : token->number;
	return token->len == 2 || token->len == 4;
}

/* The first such day from today on: 29 February may be eight years away (1896, 1904). */
static bool next_such_day(struct date date, int today_day, int *day)
{
	int found;

	date.year = date_from_day(today_day).year;
	for (int i = 0; i <= 8; i++, date.year++) {
		if (date_to_day(date, &found) && found >= today_day) {
			*day = found;
			return true;
		}
	}
	return false;
}

struct layout {
	const char *shape;
	int day_at;
	int month_at;
	int year_at; /* -1: none */
};

static const struct layout layouts[] = {
	{ "n-n-n", 4, 2, 0 }, /* 2027-1-15; the year has four digits, see parse_layout */
	{ "n/n/n", 4, 2, 0 },
	{ "n-n-n", 0, 2, 4 },
	{ "n/n/n", 0, 2, 4 },
	{ "n.n.n", 0, 2, 4 },
	{ "n/n", 0, 2, -1 },
	{ "n.n", 0, 2, -1 },
	{ "n.n.", 0, 2, -1 },
	{ "n-n", 0, 2, -1 },
	{ "nw", 0, 1, -1 },
	{ "nwn", 0, 1, 2 },
	{ "wn", 1, 0, -1 },
	{ "wn,n", 1, 0, 3 },
	{ "wnn", 1, 0, 2 },
};

static bool parse_layout(
	const struct typed *typed, const struct layout *layout, int today_day, int *day)
{
	const struct token *month = &typed->tokens[layout->month_at];
	const struct token *day_token = &typed->tokens[layout->day_at];
	struct date date = { .day = day_token->number, .month = month->number };

	if (strcmp(typed->shape, layout->shape) != 0 || day_token->len > 2)
		return false;
	if (typed->shape[layout->month_at] == 'w')
		date.month = find_name(month_names, MONTHS, month) + 1;
	else if (month->len > 2)
		return false;
	if (layout->year_at < 0)
		return next_such_day(date, today_day, day);
	if (layout->year_at == 0 && typed->tokens[0].len != 4)
		return false;
	return read_year(&typed->tokens[layout->year_at], &date.year) && date_to_day(date, day);
}

static bool parse_tokens(const struct typed *typed, int today_day, int *day)
{
	if (strcmp(typed->shape, "+n") == 0 || strcmp(typed->shape, "+nw") == 0)
		return parse_later(typed, today_day, day);
	if (strcmp(typed->shape, "w") == 0)
		return parse_name(&typed->tokens[0], today_day, day);
	for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
		if (parse_layout(typed, &layouts[i], today_day, day))
			return true;
	}
	return false;
}

/* "vendredi 15 janvier": the weekday must be right, since one of the two may be a slip. */
static bool parse_after_weekday(struct typed *typed, int today_day, int *day)
{
	int skipped = has_kind(typed, 1, ',') ? 2 : 1;
	int weekday, found;

	if (typed->count <= skipped || !has_kind(typed, 0, 'w'))
		return false;
	weekday = find_name(weekday_names, WEEKDAYS, &typed->tokens[0]);
	if (weekday < 0)
		return false;
	typed->count -= skipped;
	memmove(typed->tokens, typed->tokens + skipped,
		sizeof(typed->tokens[0]) * (size_t)typed->count);
	memmove(typed->shape, typed->shape + skipped, (size_t)typed->count + 1);
	if (typed->shape[0] != 'n' || !parse_tokens(typed, today_day, &found) ||
		(int)date_weekday(found) != weekday)
		return false;
	*day = found;
	return true;
}

bool text_parse_day(const char *typed_text, int today_day, int *day)
{
	struct typed typed = { .count = 0 };
	struct buf folded = BUF_INIT;
	bool ok;

	utf8_fold(&folded, typed_text, strlen(typed_text));
	ok = cut_up(&typed, folded.text) &&
	     (parse_tokens(&typed, today_day, day) || parse_after_weekday(&typed, today_day, day));
	buf_release(&folded);
	return ok;
}
