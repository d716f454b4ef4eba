/* SPDX-License-Identifier: MIT */
#include "jalon/text/dates.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/mem.h"

enum { UNTOUCHED = 12345 };

static int day_of(const char *text)
{
	int day = DAY_NONE;

	if (text[0])
		cr_assert(date_parse(text, &day), "%s", text);
	return day;
}

static int64_t moment_of(const char *text)
{
	int64_t at_utc = 0;

	cr_assert(time_parse(text, &at_utc), "%s", text);
	return at_utc;
}

static const struct {
	const char *day, *today, *fr, *en;
} short_days[] = {
	{ "2026-11-24", "2026-11-24", "24 nov.", "24 Nov" },
	{ "2026-12-31", "2026-01-01", "31 déc.", "31 Dec" },
	{ "2027-01-15", "2026-12-31", "15 janv. 2027", "15 Jan 2027" },
	{ "2026-02-01", "2026-12-31", "1er févr.", "1 Feb" },
	{ "2025-03-01", "2026-12-31", "1er mars 2025", "1 Mar 2025" },
	{ "2026-04-11", "2026-01-01", "11 avr.", "11 Apr" },
	{ "2026-05-21", "2026-01-01", "21 mai", "21 May" },
	{ "2026-06-02", "2026-01-01", "2 juin", "2 Jun" },
	{ "2026-07-02", "2026-01-01", "2 juil.", "2 Jul" },
	{ "2026-08-02", "2026-01-01", "2 août", "2 Aug" },
	{ "2026-09-02", "2026-01-01", "2 sept.", "2 Sep" },
	{ "2026-10-02", "2026-01-01", "2 oct.", "2 Oct" },
	{ "0001-01-02", "2026-01-01", "2 janv. 1", "2 Jan 1" },
	{ "9999-12-31", "2026-01-01", "31 déc. 9999", "31 Dec 9999" },
	{ "2026-01-15", "", "15 janv. 2026", "15 Jan 2026" },
	{ "", "2026-01-01", "", "" },
};

Test(dates, write_the_year_when_it_is_another)
{
	for (size_t i = 0; i < ARRAY_LEN(short_days); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;
		int day = day_of(short_days[i].day), today_day = day_of(short_days[i].today);

		text_day(&fr, LANG_FR, day, today_day);
		text_day(&en, LANG_EN, day, today_day);
		cr_expect_str_eq(fr.text, short_days[i].fr);
		cr_expect_str_eq(en.text, short_days[i].en);
		buf_release(&fr);
		buf_release(&en);
	}
}

static const struct {
	const char *day, *fr, *en;
} long_days[] = {
	{ "2027-01-15", "vendredi 15 janvier 2027", "Friday 15 January 2027" },
	{ "2027-02-01", "lundi 1er février 2027", "Monday 1 February 2027" },
	{ "2024-02-29", "jeudi 29 février 2024", "Thursday 29 February 2024" },
	{ "2026-08-11", "mardi 11 août 2026", "Tuesday 11 August 2026" },
	{ "2026-12-02", "mercredi 2 décembre 2026", "Wednesday 2 December 2026" },
	{ "2026-03-07", "samedi 7 mars 2026", "Saturday 7 March 2026" },
	{ "2026-06-07", "dimanche 7 juin 2026", "Sunday 7 June 2026" },
	{ "", "", "" },
};

Test(dates, are_written_in_full)
{
	for (size_t i = 0; i < ARRAY_LEN(long_days); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;

		text_day_long(&fr, LANG_FR, day_of(long_days[i].day));
		text_day_long(&en, LANG_EN, day_of(long_days[i].day));
		cr_expect_str_eq(fr.text, long_days[i].fr);
		cr_expect_str_eq(en.text, long_days[i].en);
		buf_release(&fr);
		buf_release(&en);
	}
}

static const struct {
	const char *at, *now, *fr, *en;
} moments[] = {
	{ "2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z", "à l’instant", "just now" },
	{ "2026-11-24T10:00:00Z", "2026-11-24T10:00:59Z", "à l’instant", "just now" },
	{ "2026-11-24T10:05:00Z", "2026-11-24T10:00:00Z", "à l’instant", "just now" },
	{ "2026-11-24T10:00:00Z", "2026-11-24T10:01:00Z", "il y a 1\u00a0min", "1 min ago" },
	{ "2026-11-24T10:00:00Z", "2026-11-24T10:59:59Z", "il y a 59\u00a0min", "59 min ago" },
	{ "2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z", "il y a 1\u00a0h", "1 h ago" },
	{ "2026-11-24T00:00:00Z", "2026-11-24T23:59:59Z", "il y a 23\u00a0h", "23 h ago" },
	{ "2026-11-23T23:50:00Z", "2026-11-24T00:05:00Z", "il y a 15\u00a0min", "15 min ago" },
	{ "2026-11-23T22:50:00Z", "2026-11-24T00:05:00Z", "hier", "yesterday" },
	{ "2026-11-23T00:00:00Z", "2026-11-24T23:59:59Z", "hier", "yesterday" },
	{ "2026-11-22T23:59:59Z", "2026-11-24T00:00:00Z", "22 nov.", "22 Nov" },
	{ "2025-12-31T10:00:00Z", "2026-01-01T10:00:00Z", "hier", "yesterday" },
	{ "2025-12-12T10:00:00Z", "2026-01-01T10:00:00Z", "12 déc. 2025", "12 Dec 2025" },
	{ "2026-11-24T12:00:00Z", "2026-11-24T10:00:00Z", "24 nov.", "24 Nov" },
	{ "2027-11-24T12:00:00Z", "2026-11-24T10:00:00Z", "24 nov. 2027", "24 Nov 2027" },
};

Test(dates, say_how_long_ago_it_was)
{
	for (size_t i = 0; i < ARRAY_LEN(moments); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;

		text_when(&fr, LANG_FR, moment_of(moments[i].at), moment_of(moments[i].now));
		text_when(&en, LANG_EN, moment_of(moments[i].at), moment_of(moments[i].now));
		cr_expect_str_eq(fr.text, moments[i].fr, "%s: %s", moments[i].at, fr.text);
		cr_expect_str_eq(en.text, moments[i].en, "%s: %s", moments[i].at, en.text);
		buf_release(&fr);
		buf_release(&en);
	}
}

static const struct {
	int64_t effort_centidays;
	const char *fr, *en;
} efforts[] = {
	{ 0, "0\u00a0j", "0 d" },
	{ 1, "0,01\u00a0j", "0.01 d" },
	{ 25, "0,25\u00a0j", "0.25 d" },
	{ 50, "½\u00a0j", "½ d" },
	{ 100, "1\u00a0j", "1 d" },
	{ 105, "1,05\u00a0j", "1.05 d" },
	{ 150, "1,5\u00a0j", "1.5 d" },
	{ 1200, "12\u00a0j", "12 d" },
	{ 100000, "1000\u00a0j", "1000 d" },
	{ -150, "-1,5\u00a0j", "-1.5 d" },
};

Test(dates, write_efforts_as_people_do)
{
	for (size_t i = 0; i < ARRAY_LEN(efforts); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;

		text_effort(&fr, LANG_FR, efforts[i].effort_centidays);
		text_effort(&en, LANG_EN, efforts[i].effort_centidays);
		cr_expect_str_eq(fr.text, efforts[i].fr);
		cr_expect_str_eq(en.text, efforts[i].en);
		buf_release(&fr);
		buf_release(&en);
	}
}

/* Today is Tuesday 2026-11-24. */
static const struct {
	const char *typed, *day;
} understood[] = {
	{ "2027-01-15", "2027-01-15" },
	{ "2027-1-5", "2027-01-05" },
	{ "2027/01/15", "2027-01-15" },
	{ " 2027-01-15 ", "2027-01-15" },
	{ "15/01/2027", "2027-01-15" },
	{ "15/1/27", "2027-01-15" },
	{ "15.1.27", "2027-01-15" },
	{ "15-01-2027", "2027-01-15" },
	{ "15/01", "2027-01-15" },
	{ "15.1.", "2027-01-15" },
	{ "24/11", "2026-11-24" },
	{ "23/11", "2027-11-23" },
	{ "25/11", "2026-11-25" },
	{ "29/02", "2028-02-29" },
	{ "29/02/2028", "2028-02-29" },
	{ "15/01/2020", "2020-01-15" },
	{ "15 janvier", "2027-01-15" },
	{ "15 JANVIER", "2027-01-15" },
	{ "15 janv.", "2027-01-15" },
	{ "15janv", "2027-01-15" },
	{ "1er février", "2027-02-01" },
	{ "1ER FÉVRIER 2028", "2028-02-01" },
	{ "1 fevr. 28", "2028-02-01" },
	{ "15 aout", "2027-08-15" },
	{ "15 août", "2027-08-15" },
	{ "15 aou\u0302t", "2027-08-15" },
	{ "3 juin", "2027-06-03" },
	{ "3 juil", "2027-07-03" },
	{ "3 jun", "2027-06-03" },
	{ "3 jul", "2027-07-03" },
	{ "3 mar", "2027-03-03" },
	{ "15 January 2027", "2027-01-15" },
	{ "January 15, 2027", "2027-01-15" },
	{ "Jan 15", "2027-01-15" },
	{ "2nd December", "2026-12-02" },
	{ "3rd dec", "2026-12-03" },
	{ "+0", "2026-11-24" },
	{ "+3", "2026-11-27" },
	{ "+3j", "2026-11-27" },
	{ "+ 3 jours", "2026-11-27" },
	{ "+3d", "2026-11-27" },
	{ "+3D", "2026-11-27" },
	{ "+2s", "2026-12-08" },
	{ "+2w", "2026-12-08" },
	{ "+1 semaine", "2026-12-01" },
	{ "+1m", "2026-12-24" },
	{ "+14 mois", "2028-01-24" },
	{ "vendredi", "2026-11-27" },
	{ "VEN", "2026-11-27" },
	{ "ven.", "2026-11-27" },
	{ "friday", "2026-11-27" },
	{ "fri", "2026-11-27" },
	{ "mardi", "2026-12-01" },
	{ "tuesday", "2026-12-01" },
	{ "lundi", "2026-11-30" },
	{ "mer", "2026-11-25" },
	{ "dimanche", "2026-11-29" },
	{ "demain", "2026-11-25" },
	{ "Tomorrow", "2026-11-25" },
	{ "aujourd’hui", "2026-11-24" },
	{ "aujourd'hui", "2026-11-24" },
	{ "today", "2026-11-24" },
	{ "vendredi 15 janvier 2027", "2027-01-15" },
	{ "Friday, 15 January", "2027-01-15" },
	{ "ven. 15/01", "2027-01-15" },
	{ "le lundi 30 novembre", "2026-11-30" },
	{ "après-demain", "2026-11-26" },
	{ "Apres demain", "2026-11-26" },
	{ "the day after tomorrow", "2026-11-26" },
	{ "hier", "2026-11-23" },
	{ "dans 3 jours", "2026-11-27" },
	{ "DANS 3j", "2026-11-27" },
	{ "in 3 days", "2026-11-27" },
	{ "d’ici 2 semaines", "2026-12-08" },
	{ "dans une semaine", "2026-12-01" },
	{ "in a week", "2026-12-01" },
	{ "dans quinze jours", "2026-12-09" },
	{ "in two months", "2027-01-24" },
	{ "dans un an", "2027-11-24" },
	{ "lundi prochain", "2026-11-30" },
	{ "next monday", "2026-11-30" },
	{ "mardi prochain", "2026-12-01" },
	{ "ce vendredi", "2026-11-27" },
	{ "vendredi en huit", "2026-12-04" },
	{ "vendredi en quinze", "2026-12-11" },
	{ "la semaine prochaine", "2026-12-04" },
	{ "next week", "2026-12-04" },
	{ "cette semaine", "2026-11-27" },
	{ "fin de semaine", "2026-11-27" },
	{ "le mois prochain", "2026-12-31" },
	{ "this month", "2026-11-30" },
	{ "fin janvier", "2027-01-31" },
	{ "fin janv.", "2027-01-31" },
	{ "FIN FÉVRIER", "2027-02-28" },
	{ "fin février 2028", "2028-02-29" },
	{ "end of january", "2027-01-31" },
	{ "the end of January 2028", "2028-01-31" },
	{ "fin d’avril", "2027-04-30" },
	{ "fin de mois", "2026-11-30" },
	{ "fin du mois", "2026-11-30" },
	{ "end of the month", "2026-11-30" },
	{ "fin d’année", "2026-12-31" },
	{ "end of year", "2026-12-31" },
	{ "fin 2027", "2027-12-31" },
	{ "mi-mars", "2027-03-15" },
	{ "mi mars", "2027-03-15" },
	{ "mid-march", "2027-03-15" },
	{ "mi-novembre", "2027-11-15" },
	{ "début février", "2027-02-01" },
	{ "beginning of february", "2027-02-01" },
	{ "le 30", "2026-11-30" },
	{ "le 15", "2026-12-15" },
	{ "pour le 31", "2026-12-31" },
	{ "on the 1st", "2026-12-01" },
	{ "1er mars", "2027-03-01" },
	{ "le 1er mars", "2027-03-01" },
	{ "premier mars", "2027-03-01" },
};

Test(dates, are_understood_in_both_languages)
{
	for (size_t i = 0; i < ARRAY_LEN(understood); i++) {
		char found[DATE_TEXT_SIZE];
		int day = DAY_NONE;

		cr_expect(text_parse_day(understood[i].typed, day_of("2026-11-24"), &day), "%s",
			understood[i].typed);
		date_format(found, day);
		cr_expect_str_eq(found, understood[i].day, "%s is %s", understood[i].typed, found);
	}
}

static const char *const nonsense[] = { "le", "la la", "le demain soir", "fin", "fin lundi",
	"fin de", "mi", "mi-2027", "prochain", "lundi prochain prochain", "lundi en",
	"lundi en neuf", "dans", "dans jours", "dans trente-douze jours", "dans 3", "in 3 pommes",
	"dans foo jours", "fin mars avril", "fin mars 27", "le 0", "le 32", "le 15 foo", "apres",
	"day after", "next", "this", "next 15", "d'", "fin d'", "next year", "-demain", "demain-",
	"vendredi-15", "", " ", "\t", "x", "0", "15", "2027", "2027-01", "2027-02-29", "2027-13-01",
	"31/02", "31/02/2027", "29/02/2027", "00/01", "15/00", "0/0", "32/01", "15/01/127",
	"15/01/7", "15/01/20270", "15/01/0000", "99999/01/01", "15/01/2027x", "15/01/2027 x",
	"x 15/01/2027", "15/01/2027/", "15//01", "/15/01", "15/01/", "15 01", "15,01",
	"015/01/2027", "15 jui", "jui", "ja", "ma", "15 foo", "15 janvierx", "janvier", "vendredis",
	"ven 15", "jeudi 15 janvier 2027", "vendredi vendredi 15/01", "mardi demain", "+", "-3",
	"++3", "+3x", "+x", "3j", "+3 j j", "+-3", "+3.5", "+99999", "+99999999999", "+1.",
	"demain soir", "1er", "er", "1stfoo", "2027-01-15-", "2027-01-15T00:00:00Z", "15/01;",
	"15\n01", "\x1b[A", "15\u00a0\u202e01", "日本", "½", "+½" };

Test(dates, refuse_nonsense_and_leave_the_day)
{
	for (size_t i = 0; i < ARRAY_LEN(nonsense); i++) {
		int day = UNTOUCHED;

		cr_expect_not(text_parse_day(nonsense[i], day_of("2026-11-24"), &day), "%s is %d",
			nonsense[i], day);
		cr_expect_eq(day, UNTOUCHED, "%s", nonsense[i]);
	}
}

/* Understood, and said to be no day: not the same as not understood. */
Test(dates, that_the_calendar_lacks_are_known_as_such)
{
	static const char *const missing[] = { "31/02", "31/02/2027", "2027-02-29", "31 avril",
		"April 31", "le 32", "30 février 2028", "32/01", "15/13", "lundi 31 avril" };
	static const char *const others[] = { "", "x", "15 foo", "demain", "15/01/2027", "fin",
		"jeudi 15 janvier 2027", "15/01/7" };
	int today_day = day_of("2026-11-24");

	for (size_t i = 0; i < ARRAY_LEN(missing); i++)
		cr_expect(text_day_is_missing(missing[i], today_day), "%s", missing[i]);
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		cr_expect_not(text_day_is_missing(others[i], today_day), "%s", others[i]);
}

static const struct {
	const char *today, *typed, *day;
} elsewhere[] = {
	{ "2027-01-31", "+1m", "2027-02-28" },
	{ "2028-01-31", "+1m", "2028-02-29" },
	{ "2027-12-31", "+1", "2028-01-01" },
	{ "2027-12-31", "+2m", "2028-02-29" },
	{ "1896-03-01", "29/02", "1904-02-29" },
	{ "2026-12-31", "1/1", "2027-01-01" },
	{ "9999-12-30", "+1", "9999-12-31" },
	{ "2027-01-15", "vendredi", "2027-01-22" },
	{ "2026-12-31", "fin de mois", "2026-12-31" },
	{ "2026-12-31", "fin décembre", "2026-12-31" },
	{ "2026-12-31", "mi-décembre", "2027-12-15" },
	{ "2026-12-16", "mi-mois", "2027-01-15" },
	{ "2026-12-31", "le mois prochain", "2027-01-31" },
	{ "2026-11-28", "cette semaine", "2026-12-04" },
	{ "2026-11-27", "cette semaine", "2026-11-27" },
	{ "2026-11-27", "next week", "2026-12-04" },
	{ "2027-01-30", "le 29", "2027-03-29" },
	{ "2027-01-31", "dans un mois", "2027-02-28" },
};

Test(dates, count_from_today_over_months_and_years)
{
	for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++) {
		char found[DATE_TEXT_SIZE];
		int day = DAY_NONE;

		cr_expect(text_parse_day(elsewhere[i].typed, day_of(elsewhere[i].today), &day));
		date_format(found, day);
		cr_expect_str_eq(found, elsewhere[i].day, "%s from %s is %s", elsewhere[i].typed,
			elsewhere[i].today, found);
	}
}

static const char *const beyond[] = { "+1", "+9999", "+1w", "+1m", "demain", "vendredi", "lundi",
	"1/1", "dans 3 jours", "dans un an", "next week", "le mois prochain", "mi-mars", "le 1",
	"vendredi en huit", "fin mars", "le 15" };

Test(dates, stop_where_the_calendar_does)
{
	for (size_t i = 0; i < ARRAY_LEN(beyond); i++) {
		int day = UNTOUCHED;

		cr_expect_not(
			text_parse_day(beyond[i], day_of("9999-12-31"), &day), "%s", beyond[i]);
		cr_expect_eq(day, UNTOUCHED, "%s", beyond[i]);
	}
}

Test(dates, understand_what_they_write)
{
	int today_day = day_of("2026-11-24");

	for (int day = today_day; day < today_day + 800; day++) {
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct buf text = BUF_INIT;
			int found = DAY_NONE;

			text_day(&text, (enum lang)lang, day, today_day);
			cr_expect(text_parse_day(text.text, today_day, &found), "%s", text.text);
			cr_expect_eq(found, day, "%s", text.text);
			buf_clear(&text);
			text_day_long(&text, (enum lang)lang, day);
			cr_expect(text_parse_day(text.text, today_day, &found), "%s", text.text);
			cr_expect_eq(found, day, "%s", text.text);
			buf_release(&text);
		}
	}
}

Test(dates, refuse_a_very_long_text)
{
	struct buf text = BUF_INIT;
	int day = UNTOUCHED;

	buf_add_repeated(&text, "1/", 100000);
	cr_expect_not(text_parse_day(text.text, 0, &day));
	buf_clear(&text);
	buf_add_repeated(&text, "é", 100000);
	cr_expect_not(text_parse_day(text.text, 0, &day));
	cr_expect_eq(day, UNTOUCHED);
	buf_release(&text);
}

Test(dates, names_the_year_of_a_brief_day_only_far_away)
{
	static const struct {
		const char *name, *day, *fr, *en;
	} cases[] = {
		{ "next month, next year", "2027-01-15", "15 janv.", "15 Jan" },
		{ "the first", "2026-12-01", "1er déc.", "1 Dec" },
		{ "two years on", "2029-09-30", "sept. 2029", "Sep 2029" },
		{ "two years ago", "2024-02-29", "févr. 2024", "Feb 2024" },
	};
	int today, day;

	cr_assert(date_parse("2026-11-24", &today));
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf fr = BUF_INIT, en = BUF_INIT;

		cr_assert(date_parse(cases[i].day, &day));
		text_day_brief(&fr, LANG_FR, day, today);
		text_day_brief(&en, LANG_EN, day, today);
		cr_expect_str_eq(fr.text, cases[i].fr, "%s: %s", cases[i].name, fr.text);
		cr_expect_str_eq(en.text, cases[i].en, "%s: %s", cases[i].name, en.text);
		buf_release(&fr);
		buf_release(&en);
	}
}
