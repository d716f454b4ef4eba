/* SPDX-License-Identifier: MIT */
#include "jalon/text/languages.h"

#include <string.h>

const char *const lang_names[LANG_COUNT] = { [LANG_FR] = "fr", [LANG_EN] = "en" };

const char *wording_in(struct wording wording, enum lang lang)
{
	const char *wanted = lang == LANG_FR ? wording.fr : wording.en;
	const char *other = lang == LANG_FR ? wording.en : wording.fr;

	if (wanted)
		return wanted;
	return other ? other : "";
}

bool lang_parse(const char *name, enum lang *lang)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		if (strcmp(name, lang_names[i]) == 0) {
			*lang = (enum lang)i;
			return true;
		}
	}
	return false;
}

const char *lang_name(enum lang lang)
{
	return lang_names[lang];
}

bool lang_from_locale(const char *locale, enum lang *lang)
{
	for (int i = 0; i < LANG_COUNT; i++) {
		size_t len = strlen(lang_names[i]);

		if (strncmp(locale, lang_names[i], len) == 0 &&
			(!locale[len] || strchr("_.@", locale[len]))) {
			*lang = (enum lang)i;
			return true;
		}
	}
	return false;
}
