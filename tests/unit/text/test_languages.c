/* SPDX-License-Identifier: MIT */
#include "jalon/text/languages.h"

#include <criterion/criterion.h>

#include "jalon/base/mem.h"

static const struct {
	const char *name;
	struct wording wording;
	const char *fr, *en;
} wordings[] = {
	{ "both", { .fr = "oui", .en = "yes" }, "oui", "yes" },
	{ "French only", { .fr = "oui" }, "oui", "oui" },
	{ "English only", { .en = "yes" }, "yes", "yes" },
	{ "none", { .fr = NULL }, "", "" },
	{ "an empty French text", { .fr = "", .en = "yes" }, "", "yes" },
};

Test(languages, falls_back_on_the_other_one)
{
	for (size_t i = 0; i < ARRAY_LEN(wordings); i++) {
		struct wording wording = wordings[i].wording;

		cr_expect_str_eq(
			wording_in(wording, LANG_FR), wordings[i].fr, "%s", wordings[i].name);
		cr_expect_str_eq(
			wording_in(wording, LANG_EN), wordings[i].en, "%s", wordings[i].name);
	}
}

static const struct {
	const char *text;
	bool known;
	enum lang lang;
} names[] = {
	{ "fr", true, LANG_FR },
	{ "en", true, LANG_EN },
	{ "", false, LANG_COUNT },
	{ "f", false, LANG_COUNT },
	{ "FR", false, LANG_COUNT },
	{ "fr_FR", false, LANG_COUNT },
	{ "french", false, LANG_COUNT },
	{ " en", false, LANG_COUNT },
	{ "de", false, LANG_COUNT },
};

Test(languages, have_exact_names)
{
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		enum lang lang = LANG_COUNT;

		cr_expect_eq(lang_parse(names[i].text, &lang), names[i].known, "%s", names[i].text);
		cr_expect_eq(lang, names[i].lang, "%s", names[i].text);
	}
	cr_expect_str_eq(lang_name(LANG_FR), "fr");
	cr_expect_str_eq(lang_name(LANG_EN), "en");
}

static const struct {
	const char *text;
	bool known;
	enum lang lang;
} locales[] = {
	{ "fr", true, LANG_FR },
	{ "fr_FR", true, LANG_FR },
	{ "fr_FR.UTF-8", true, LANG_FR },
	{ "fr_CA@euro", true, LANG_FR },
	{ "fr.UTF-8", true, LANG_FR },
	{ "fr@latin", true, LANG_FR },
	{ "en_GB.UTF-8", true, LANG_EN },
	{ "en", true, LANG_EN },
	{ "", false, LANG_COUNT },
	{ "C", false, LANG_COUNT },
	{ "C.UTF-8", false, LANG_COUNT },
	{ "POSIX", false, LANG_COUNT },
	{ "de_DE.UTF-8", false, LANG_COUNT },
	{ "fra", false, LANG_COUNT },
	{ "english", false, LANG_COUNT },
	{ "frp_FR", false, LANG_COUNT },
};

Test(languages, come_from_the_locale)
{
	for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
		enum lang lang = LANG_COUNT;

		cr_expect_eq(lang_from_locale(locales[i].text, &lang), locales[i].known, "%s",
			locales[i].text);
		cr_expect_eq(lang, locales[i].lang, "%s", locales[i].text);
	}
}
