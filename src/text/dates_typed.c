/* SPDX-License-Identifier: MIT
 *
 * A date that is written is compared with a few shapes (see typed.c); what is none of them may be a
 * day that is said. */
#include <string.h>

#include "jalon/base/mem.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "text/day_names.h"
#include "text/day_phrases.h"

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

static bool parse_layout(struct typed *typed, const struct layout *layout, int today_day, int *day)
{
	const struct token *month = &typed->tokens[layout->month_at];
	const struct token *day_token = &typed->tokens[layout->day_at];
	struct date date = { .day = day_token->number, .month = month->number };

	if (strcmp(typed->shape, layout->shape) != 0 || day_token->len > 2)
		return false;
	if (typed->shape[layout->month_at] == 'w')
		date.month = token_find(month, month_names, MONTHS) + 1;
	else if (month->len > 2)
		return false;
	if (layout->year_at == 0 && typed->tokens[0].len != 4)
		return false;
	if (date.month == 0 && typed->shape[layout->month_at] == 'w')
		return false;
	if (layout->year_at >= 0 && !read_year(&typed->tokens[layout->year_at], &date.year))
		return false;
	typed->is_missing = !(
		layout->year_at < 0 ? next_such_day(date, today_day, day) : date_to_day(date, day));
	return !typed->is_missing;
}

static bool parse_tokens(struct typed *typed, int today_day, int *day)
{
	for (size_t i = 0; i < ARRAY_LEN(layouts); i++) {
		if (parse_layout(typed, &layouts[i], today_day, day))
			return true;
	}
	if (typed->has_article && strcmp(typed->shape, "n") == 0 && typed->tokens[0].len <= 2) {
		typed->is_missing = !day_phrase_of_month(typed->tokens[0].number, today_day, day);
		return !typed->is_missing;
	}
	return day_phrase_parse(typed, today_day, day);
}

/* "le 15", "on the 15th", "pour lundi" */
static void drop_articles(struct typed *typed)
{
	static const char *const articles[] = { "le", "la", "l'", "the", "on", "by", "pour", "au",
		"avant" };

	while (typed->count > 1 && typed->shape[0] == 'w' &&
		token_is_of(&typed->tokens[0], articles, ARRAY_LEN(articles))) {
		typed_drop(typed, 0, 1);
		typed->has_article = true;
	}
}

/* "vendredi 15 janvier": the weekday must be right, since one of the two may be a slip. */
static bool parse_after_weekday(struct typed *typed, int today_day, int *day)
{
	int skipped = typed->count > 1 && typed->shape[1] == ',' ? 2 : 1;
	int weekday, found;

	if (typed->count <= skipped || typed->shape[0] != 'w')
		return false;
	weekday = token_find(&typed->tokens[0], weekday_names, WEEKDAYS);
	if (weekday < 0)
		return false;
	typed_drop(typed, 0, skipped);
	drop_articles(typed);
	if (typed->shape[0] != 'n' || !parse_tokens(typed, today_day, &found) ||
		(int)date_weekday(found) != weekday)
		return false;
	*day = found;
	return true;
}

static bool parse(struct typed *typed, const char *typed_text, int today_day, int *day)
{
	struct buf folded = BUF_INIT;
	bool ok;

	utf8_fold(&folded, typed_text, strlen(typed_text));
	ok = typed_cut_up(typed, folded.text);
	if (ok) {
		drop_articles(typed);
		ok = parse_tokens(typed, today_day, day) ||
		     parse_after_weekday(typed, today_day, day);
	}
	buf_release(&folded);
	return ok;
}

bool text_parse_day(const char *typed_text, int today_day, int *day)
{
	struct typed typed = { .count = 0 };

	return parse(&typed, typed_text, today_day, day);
}

bool text_day_is_missing(const char *typed_text, int today_day)
{
	struct typed typed = { .count = 0 };
	int ignored;

	return !parse(&typed, typed_text, today_day, &ignored) && typed.is_missing;
}
