/* SPDX-License-Identifier: MIT */
#include "tui/title.h"

#include <criterion/criterion.h>

#include "jalon/base/utf8.h"

static const struct {
	const char *name, *title, *service;
	int cells;
	const char *shown;
} titles[] = {
	{ "both fit", "Qui ?", "Portail", 15, "Qui ? · Portail" },
	{ "the question is shortened", "Qui ne pourra pas s’en servir ?", "Portail usagers", 39,
		"Qui ne pourra pas s’… · Portail usagers" },
	{ "down to a half", "Qui ne pourra pas s’en servir ?", "Portail usagers", 36,
		"Qui ne pourra pas… · Portail usagers" },
	{ "then both are", "Qui ne pourra pas s’en servir ?", "Portail usagers", 24,
		"Qui ne pour… · Portail …" },
	{ "a short question leaves its room", "Qui ?", "Prise de rendez-vous", 20,
		"Qui ? · Prise de re…" },
	{ "no service", "Ouvrir une ligne téléphonique", NULL, 16, "Ouvrir une lign…" },
	{ "wide characters are not halved", "漢字漢字漢字", "漢字", 12, "漢字… · 漢…" },
	{ "control characters are signs", "a\033b", NULL, 9, "a␛b" },
	{ "hardly any room", "Qui ne pourra pas ?", "Portail", 2, "……" },
};

static void check(const char *name, const char *shown, struct buf *text, int cells)
{
	cr_expect_str_eq(text->text, shown, "%s: %s", name, text->text);
	cr_expect_leq(utf8_width_cells(text->text, text->len), cells, "%s", name);
	buf_clear(text);
}

Test(title, keeps_the_service_in_sight)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
		struct service service = { .name = titles[i].service };
		struct wording wording = { titles[i].title, titles[i].title };
		struct item item = { .title = wording };
		struct section section = { .title = wording };
		struct entry entry = { .item = &item };
		struct group group = { .section = &section };

		if (titles[i].service)
			entry.service = group.service = &service;
		title_add_entry(&text, &entry, LANG_FR, titles[i].cells);
		check(titles[i].name, titles[i].shown, &text, titles[i].cells);
		title_add_group(&text, &group, LANG_FR, titles[i].cells);
		check(titles[i].name, titles[i].shown, &text, titles[i].cells);
	}
	buf_release(&text);
}
