/* SPDX-License-Identifier: MIT
 *
 * A day that is said is a day by which something is wanted: "la semaine prochaine" is its Friday,
 * "le mois prochain" its last day. */
#include "text/day_phrases.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/mem.h"
#include "text/day_names.h"

enum { MIDDLE_OF_MONTH = 15 };

/* All that follow are folded, as utf8_fold writes what was typed. */
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
	{ "apresdemain", 2 },
	{ "hier", -1 },
	{ "yesterday", -1 },
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
	{ "an", 0, 12 },
	{ "ans", 0, 12 },
	{ "year", 0, 12 },
	{ "years", 0, 12 },
};

static const char *const numbers[][2] = {
	[1] = { "une", "a" },
	[2] = { "deux", "two" },
	[3] = { "trois", "three" },
	[4] = { "quatre", "four" },
	[5] = { "cinq", "five" },
	[6] = { "six", "six" },
	[7] = { "sept", "seven" },
	[8] = { "huit", "eight" },
	[9] = { "neuf", "nine" },
	[10] = { "dix", "ten" },
	[15] = { "quinze", "fifteen" },
};

static const char *const within[] = { "dans", "in", "sous", "d'ici" };
static const char *const nexts[] = { "prochain", "prochaine", "next" };
static const char *const these[] = { "ce", "cet", "cette", "this" };
static const char *const weeks[] = { "semaine", "week" };
static const char *const month_words[] = { "mois", "month" };
static const char *const years[] = { "annee", "an", "year" };
static const char *const of[] = { "de", "du", "la", "l'", "le", "of", "the" };

enum part { PART_START, PART_MIDDLE, PART_END, PART_NONE };

static const struct {
	const char *name;
	enum part part;
} parts[] = {
	{ "debut", PART_START },
	{ "beginning", PART_START },
	{ "start", PART_START },
	{ "early", PART_START },
	{ "mi", PART_MIDDLE },
	{ "mid", PART_MIDDLE },
	{ "fin", PART_END },
	{ "end", PART_END },
};

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

/* Days where no unit is given. */
static bool parse_later(int number, const struct token *unit, int today_day, int *day)
{
	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		if (unit && !token_is(unit, units[i].name))
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
	weekday = token_find(token, weekday_names, WEEKDAYS);
	if (weekday < 0)
		return false;
	ahead = (weekday - (int)date_weekday(today_day) + WEEKDAYS) % WEEKDAYS;
	return add_days(today_day, ahead ? ahead : WEEKDAYS, day);
}

static bool is_of(const struct typed *typed, int at, const char *const *names, size_t count)
{
	return at < typed->count && typed->shape[at] == 'w' &&
	       token_is_of(&typed->tokens[at], names, count);
}

static int number_of(const struct typed *typed, int at)
{
	if (typed->shape[at] == 'n')
		return typed->tokens[at].number;
	if (token_is(&typed->tokens[at], "un") || token_is(&typed->tokens[at], "one") ||
		token_is(&typed->tokens[at], "an"))
		return 1;
	for (size_t i = 1; i < ARRAY_LEN(numbers); i++) {
		if (numbers[i][0] && token_is_of(&typed->tokens[at], numbers[i], 2))
			return (int)i;
	}
	return 0;
}

/* "dans 3 jours", "in a week"; "dans 0 jour" is today. */
static bool parse_within(const struct typed *typed, int today_day, int *day)
{
	int number;

	if (typed->count != 3 || typed->shape[2] != 'w' ||
		!is_of(typed, 0, within, ARRAY_LEN(within)) ||
		(typed->shape[1] != 'w' && typed->shape[1] != 'n'))
		return false;
	number = number_of(typed, 1);
	return (number || typed->shape[1] == 'n') &&
	       parse_later(number, &typed->tokens[2], today_day, day);
}

static bool last_of_month(int year, int month, int *day)
{
	year += (month - 1) / MONTHS;
	month = (month - 1) % MONTHS + 1;
	return date_to_day((struct date){ year, month, date_month_days(year, month) }, day);
}

/* Today, where today is Friday. */
static bool friday_of(int today_day, int weeks_ahead, int *day)
{
	int ahead = ((int)FRIDAY - (int)date_weekday(today_day) + WEEKDAYS) % WEEKDAYS;
	int monday = today_day - (int)date_weekday(today_day);

	return add_days(weeks_ahead ? monday : today_day,
		weeks_ahead ? weeks_ahead * WEEKDAYS + (int)FRIDAY : ahead, day);
}

/* "lundi prochain", "this friday"; "semaine prochaine", "this month". */
static bool parse_next(const struct typed *typed, int today_day, int *day)
{
	bool is_next = is_of(typed, 0, nexts, ARRAY_LEN(nexts)) ||
		       is_of(typed, 1, nexts, ARRAY_LEN(nexts));
	bool is_first = is_of(typed, 0, nexts, ARRAY_LEN(nexts)) ||
			is_of(typed, 0, these, ARRAY_LEN(these));
	struct date today = date_from_day(today_day);
	int at = is_first ? 1 : 0;

	if (strcmp(typed->shape, "ww") != 0 || (!is_first && !is_next))
		return false;
	if (is_of(typed, at, weeks, ARRAY_LEN(weeks)))
		return friday_of(today_day, is_next, day);
	if (is_of(typed, at, month_words, ARRAY_LEN(month_words)))
		return last_of_month(today.year, today.month + is_next, day);
	return token_find(&typed->tokens[at], weekday_names, WEEKDAYS) >= 0 &&
	       parse_name(&typed->tokens[at], today_day, day);
}

/* "vendredi en huit": the one after the next. */
static bool parse_week_later(const struct typed *typed, int today_day, int *day)
{
	int number = typed->count == 3 && typed->shape[2] == 'w' ? number_of(typed, 2) : 0;
	int found;

	if (strcmp(typed->shape, "www") != 0 || !token_is(&typed->tokens[1], "en") ||
		(number != 8 && number != 15) ||
		token_find(&typed->tokens[0], weekday_names, WEEKDAYS) < 0)
		return false;
	return parse_name(&typed->tokens[0], today_day, &found) &&
	       add_days(found, number == 8 ? WEEKDAYS : 2 * WEEKDAYS, day);
}

static bool parse_after_tomorrow(const struct typed *typed, int today_day, int *day)
{
	bool french = strcmp(typed->shape, "ww") == 0 && token_is(&typed->tokens[0], "apres") &&
		      token_is(&typed->tokens[1], "demain");
	bool english = strcmp(typed->shape, "www") == 0 && token_is(&typed->tokens[0], "day") &&
		       token_is(&typed->tokens[1], "after") &&
		       token_is(&typed->tokens[2], "tomorrow");

	return (french || english) && add_days(today_day, 2, day);
}

static bool part_of_month(enum part part, int year, int month, int *day)
{
	if (part == PART_END)
		return last_of_month(year, month, day);
	year += (month - 1) / MONTHS;
	month = (month - 1) % MONTHS + 1;
	return date_to_day(
		(struct date){ year, month, part == PART_START ? 1 : MIDDLE_OF_MONTH }, day);
}

/* The first from today on of those of this month or year and of the next. */
static bool next_part(enum part part, int month, int today_day, int *day)
{
	struct date today = date_from_day(today_day);
	int step = month ? MONTHS : 1, first = month ? month : today.month, found;

	for (int i = 0; i < 2; i++) {
		if (part_of_month(part, today.year, first + i * step, &found) &&
			found >= today_day) {
			*day = found;
			return true;
		}
	}
	return false;
}

static enum part part_named(const struct typed *typed)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		if (typed->count && typed->shape[0] == 'w' &&
			token_is(&typed->tokens[0], parts[i].name))
			return parts[i].part;
	}
	return PART_NONE;
}

/* "d'avril" is "avril". */
static void drop_elision(struct token *token)
{
	if (token->len > 2 && token->text[0] == 'd' && token->text[1] == '\'') {
		token->text += 2;
		token->len -= 2;
	}
}

static bool read_long_year(const struct typed *typed, int at, int *year)
{
	*year = at < typed->count ? typed->tokens[at].number : 0;
	return at + 1 == typed->count && typed->shape[at] == 'n' && typed->tokens[at].len == 4;
}

/* "fin janvier", "mi-mars 2027", "end of the month", "fin d'année", "fin 2027" */
static bool parse_part(const struct typed *whole, int today_day, int *day)
{
	struct typed typed = *whole;
	enum part part = part_named(&typed);
	struct date today = date_from_day(today_day);
	int month, year;

	if (part == PART_NONE)
		return false;
	while (is_of(&typed, 1, of, ARRAY_LEN(of)))
		typed_drop(&typed, 1, 1);
	if (part == PART_END && read_long_year(&typed, 1, &year))
		return last_of_month(year, MONTHS, day);
	if (typed.count < 2 || typed.shape[1] != 'w')
		return false;
	drop_elision(&typed.tokens[1]);
	if (typed.count == 2 && is_of(&typed, 1, month_words, ARRAY_LEN(month_words)))
		return next_part(part, 0, today_day, day);
	if (typed.count == 2 && part == PART_END && is_of(&typed, 1, years, ARRAY_LEN(years)))
		return last_of_month(today.year, MONTHS, day);
	if (typed.count == 2 && part == PART_END && is_of(&typed, 1, weeks, ARRAY_LEN(weeks)))
		return friday_of(today_day, 0, day);
	month = token_find(&typed.tokens[1], month_names, MONTHS) + 1;
	if (month && typed.count == 2)
		return next_part(part, month, today_day, day);
	return month && read_long_year(&typed, 2, &year) && part_of_month(part, year, month, day);
}

bool day_phrase_of_month(int day_of_month, int today_day, int *day)
{
	struct date today = date_from_day(today_day);

	for (int month = today.month; month <= today.month + 2; month++) {
		struct date date = { today.year + (month - 1) / MONTHS, (month - 1) % MONTHS + 1,
			day_of_month };
		int found;

		if (date_to_day(date, &found) && found >= today_day) {
			*day = found;
			return true;
		}
	}
	return false;
}

bool day_phrase_parse(const struct typed *typed, int today_day, int *day)
{
	if (strcmp(typed->shape, "+n") == 0)
		return parse_later(typed->tokens[1].number, NULL, today_day, day);
	if (strcmp(typed->shape, "+nw") == 0)
		return parse_later(typed->tokens[1].number, &typed->tokens[2], today_day, day);
	if (strcmp(typed->shape, "w") == 0)
		return parse_name(&typed->tokens[0], today_day, day);
	return parse_within(typed, today_day, day) || parse_next(typed, today_day, day) ||
	       parse_week_later(typed, today_day, day) ||
	       parse_after_tomorrow(typed, today_day, day) || parse_part(typed, today_day, day);
}
