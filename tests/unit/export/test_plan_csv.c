/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include <criterion/criterion.h>
#include <string.h>

/* A title, and the cell it becomes. */
static const struct {
	const char *title, *cell;
} cells[] = {
	{ "plain", ",plain," },
	{ "with, a comma", ",\"with, a comma\"," },
	{ "with \"quotes\"", ",\"with \"\"quotes\"\"\"," },
	{ "two\nlines", ",two␊lines," },
	{ "=1+1", ",'=1+1," },
	{ "+1", ",'+1," },
	{ "-1", ",'-1," },
	{ "@SUM(A1)", ",'@SUM(A1)," },
	{ " =1", ",' =1," },
	{ "\t=1", ",␉=1," },
	{ "\"=1\"", ",\"'\"\"=1\"\"\"," },
	{ "a;=1", ",\"a;'=1\"," },
	{ "a; \"+1", ",\"a;' \"\"+1\"," },
	{ "a; b=1; c", ",\"a; b=1; c\"," },
	{ "a\n=1", ",a␊=1," },
	{ "﹢1", ",'﹢1," },
	{ "\r=1", ",␍=1," },
	{ "＝1", ",'＝1," },
	{ "=1,\"x\"", ",\"'=1,\"\"x\"\"\"," },
	{ "a=1", ",a=1," },
	{ "\033[31m", ",␛[31m," },
};

Test(plan_csv, quotes_what_needs_it_and_makes_no_formula)
{
	for (size_t i = 0; i < ARRAY_LEN(cells); i++) {
		const char *const titles[] = { cells[i].title, NULL };
		struct sample sample;

		sample_init(&sample, titles);
		export_find_plan_format("csv")->write(&sample.out, &sample.input);
		cr_expect_not_null(strstr(sample.out.text, cells[i].cell), "%s in %s",
			cells[i].cell, sample.out.text);
		sample_release(&sample);
	}
}

/* Counts records and cells as RFC 4180 reads them. */
static void count(const char *text, size_t *records, size_t *least, size_t *most)
{
	size_t in_record = 1;
	bool quoted = false;

	*records = *most = 0;
	*least = SIZE_MAX;
	for (; *text; text++) {
		quoted ^= *text == '"';
		if (!quoted && *text == ',')
			in_record++;
		if (quoted || strncmp(text, "\r\n", 2) != 0)
			continue;
		*least = in_record < *least ? in_record : *least;
		*most = in_record > *most ? in_record : *most;
		in_record = 1;
		++*records;
	}
}

Test(plan_csv, has_as_many_cells_in_every_record)
{
	const char *const titles[] = { "a,b", "c\"d", "e\nf", "g\r\nh", NULL };
	struct sample sample;
	size_t records, least, most;

	sample_init(&sample, titles);
	sample.org->entries[0].owner = "=cmd|' /C calc'!A0";
	export_find_plan_format("csv")->write(&sample.out, &sample.input);
	count(sample.out.text, &records, &least, &most);
	cr_expect_eq(records, 7, "a header, two items, four actions");
	cr_expect_eq(least, 18);
	cr_expect_eq(most, 18);
	cr_expect_not_null(strstr(sample.out.text, ",'=cmd|"));
	sample_release(&sample);
}
