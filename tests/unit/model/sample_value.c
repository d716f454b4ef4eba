/* SPDX-License-Identifier: MIT */
#include "sample_value.h"

#include <criterion/criterion.h>

static const char *sample_choice(const struct field_row *row, int number)
{
	for (int i = 0; i < row->choice_count; i++) {
		if (i != row->unset && row->choices[i][0] && number-- == 0)
			return row->choices[i];
	}
	return NULL;
}

const char *sample_value(enum field field, int number, struct arena *arena)
{
	static const char *const texts[] = { "Inès B.", "d’où ? \"là\"", "x" };
	static const char *const entries[] = { "two", "one", "a1" };
	static const char *const lists[] = { "two,a1", "a1", "one,two" };
	static const char *const ranges[] = { "2026-12-24/2027-01-03,2027-05-14", "2026-12-28",
		"9999-12-30/9999-12-31" };
	enum { ENOUGH = 3, DAY = 20834, DAY_SECONDS = 24 * 3600 };
	const struct field_row *row = &field_rows[field];
	struct field_value value = { .text = "" };

	if (row->kind == FIELD_KIND_CHOICE)
		return sample_choice(row, number);
	if (number >= ENOUGH)
		return NULL;
	switch (row->kind) {
	case FIELD_KIND_TEXT:
		return texts[number];
	case FIELD_KIND_ENTRY:
		return entries[number];
	case FIELD_KIND_ENTRIES:
		return lists[number];
	case FIELD_KIND_RANGES:
		return ranges[number];
	case FIELD_KIND_INTEGER:
	case FIELD_KIND_DECIMAL:
		value.number = row->max - number;
		break;
	case FIELD_KIND_DATE:
		value.number = DAY + number;
		break;
	case FIELD_KIND_TIME:
		value.number = (int64_t)DAY * DAY_SECONDS + number;
		break;
	case FIELD_KIND_CHOICE:
	case FIELD_KIND_OBJECT:
		cr_assert_fail("%s has no sample", row->name);
	}
	return field_value_format(field, value, arena);
}
