/* SPDX-License-Identifier: MIT
 *
 * words: every text without figures or names in it, French and English.
 *
 * For     labels, titles, short answers: text_word(WORD_DONE, lang).
 * Owner   static strings. */
#ifndef JALON_TEXT_WORDS_H
#define JALON_TEXT_WORDS_H

#include "jalon/text/languages.h"

// clang-format off
/* W(name, French, English) */
#define WORDS(W) \
	/* model */ \
	W(STATUS_TODO, "à faire", "to do") \
	W(STATUS_DOING, "en cours", "under way") \
	W(STATUS_DONE, "fait", "done") \
	W(STATUS_NOT_APPLICABLE, "sans objet", "not applicable") \
	W(PRIORITY_MUST, "priorité haute", "must") \
	W(PRIORITY_SHOULD, "priorité moyenne", "should") \
	W(PRIORITY_COULD, "priorité basse", "could") \
	W(KIND_RECOMMENDATION, "recommandation", "recommendation") \
	W(KIND_QUESTION, "question", "question") \
	W(KIND_OPPORTUNITY, "opportunité", "opportunity") \
	W(KIND_VIGILANCE, "point de vigilance", "point of vigilance") \
	W(KIND_ACTION, "action propre", "own action") \
	W(ORIGIN_GUIDE, "dit par le guide", "said by the guide") \
	W(ORIGIN_PROJECT, "proposé par jalon", "proposed by jalon") \
	/* dates */ \
	W(JUST_NOW, "à l’instant", "just now") \
	W(YESTERDAY, "hier", "yesterday") \
	/* cli */ \
	/* tui */ \
	/* plan */ \
	/* export */
// clang-format on

#define WORD_NAME(name, fr, en) WORD_##name,
enum word { WORDS(WORD_NAME) WORD_COUNT };
#undef WORD_NAME

const char *text_word(enum word word, enum lang lang);

#endif
