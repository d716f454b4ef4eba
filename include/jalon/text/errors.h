/* SPDX-License-Identifier: MIT
 *
 * errors: what is wrong and what to do next, French and English.
 *
 * For     err_set(…, MSG_<NAME>, …) anywhere; text_err puts it in words at the edge (cli, tui).
 *         A row says what is wrong in a clause that `where` and the value found may follow,
 *         and what to do next in a full sentence.
 * Owner   static strings; text_err adds to the caller's `out`. */
#ifndef JALON_TEXT_ERRORS_H
#define JALON_TEXT_ERRORS_H

#include "jalon/base/buf.h"
#include "jalon/base/err.h"
#include "jalon/text/languages.h"

// clang-format off
/* E(name, what in French, next in French, what in English, next in English) */
#define ERRORS(E) \
	/* base, model: values */ \
	E(NOT_A_DATE, "ce n’est pas une date", "Écrire AAAA-MM-JJ, par exemple 2027-01-15.", \
		"this is not a date", "Write YYYY-MM-DD, for example 2027-01-15.") \
	E(NOT_UTF8, "ce texte n’est pas de l’UTF-8 valide", \
		"Vérifier que le terminal est en UTF-8, puis retaper le texte.", \
		"this text is not valid UTF-8", \
		"Check that the terminal speaks UTF-8, and type the text again.") \
	E(NOT_A_STATUS, "ce n’est pas un statut", "Choisir todo, doing, done ou not_applicable.", \
		"this is not a status", "Choose todo, doing, done or not_applicable.") \
	E(NOT_A_PRIORITY, "ce n’est pas une priorité", "Choisir must, should ou could.", \
		"this is not a priority", "Choose must, should or could.") \
	E(NOT_AN_IMPACT, "ce n’est pas un impact", "Écrire un nombre entier de 1 à 100.", \
		"this is not an impact", "Write a whole number from 1 to 100.") \
	E(NOT_AN_EFFORT, "ce n’est pas une charge de travail", \
		"Écrire des jours-personne de 0 à 1000, deux décimales au plus, par exemple 0.5.", \
		"this is not an effort", \
		"Write person-days from 0 to 1000, two decimals at most, for example 0.5.") \
	E(NOT_A_CAPACITY, "ce n’est pas une capacité", \
		"Écrire des jours-personne par semaine, de 0.01 à 1000, par exemple 2.", \
		"this is not a capacity", \
		"Write person-days a week, from 0.01 to 1000, for example 2.") \
	E(NOT_A_LANGUAGE, "cette langue n’est pas connue", "Choisir fr ou en.", \
		"this language is not known", "Choose fr or en.") \
	/* model */ \
	E(NO_SUCH_ENTRY, "cette entrée n’existe pas", \
		"Voir les entrées et leurs identifiants avec « jalon show ».", \
		"there is no such entry", "See the entries and their ids with “jalon show”.") \
	E(NO_SUCH_ITEM, "cet item n’existe dans aucune des listes", \
		"Voir les items et leurs identifiants avec « jalon show ».", \
		"no checklist has such an item", "See the items and their ids with “jalon show”.") \
	E(PIN_TO_ITSELF, "une action ne peut pas passer avant elle-même", \
		"Nommer une autre entrée, ou rien pour retirer l’épingle.", \
		"an action cannot come before itself", \
		"Name another entry, or nothing to take the pin away.") \
	E(REASON_NEEDED, "« sans objet » demande une raison", \
		"Donner la raison avec le statut : status=not_applicable reason=\"…\".", \
		"“not applicable” needs a reason", \
		"Give the reason with the status: status=not_applicable reason=\"…\".") \
	E(TEXT_NEEDED, "il faut un texte", "Écrire au moins un mot.", \
		"a text is needed", "Write at least a word.") \
	E(CHANGED_MEANWHILE, "quelqu’un a changé cette valeur entre-temps", \
		"Relire avec « jalon show », puis recommencer.", \
		"somebody changed this value meanwhile", "Look with “jalon show”, then try again.") \
	E(STILL_IN_USE, "d’autres s’en servent déjà", \
		"Vider d’abord ce qui s’y rapporte, puis recommencer.", \
		"others already use it", "Clear what refers to it first, then try again.") \
	/* store */ \
	/* plan */ \
	/* cli */ \
	/* tui */
// clang-format on

#define ERROR_NAME(name, fr_what, fr_next, en_what, en_next) MSG_##name,
enum message { ERRORS(ERROR_NAME) MSG_COUNT };
#undef ERROR_NAME

/* "demo.json:12: entries.a1.due : ce n’est pas une date : « 31/02 ». Écrire AAAA-MM-JJ…"
 * Cleaned of control characters, without a newline. */
void text_err(struct buf *out, enum lang lang, const struct err *err);
/* Its two halves, for a dialogue that shows them apart. */
const char *text_err_what(int message, enum lang lang);
const char *text_err_next(int message, enum lang lang);

#endif
