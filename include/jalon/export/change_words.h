/* SPDX-License-Identifier: MIT
 *
 * change_words: what was changed, as people say it.
 *
 * For     the history, the log, what undo and redo say they did, conflicts, what has changed since
 *         a visit: the same words everywhere. Things are called by their titles and names, those
 *         that are no more too, and values are words.
 * Owner   texts are added to the caller's buf, cleaned, on one line.
 * Errors  none. */
#ifndef JALON_EXPORT_CHANGE_WORDS_H
#define JALON_EXPORT_CHANGE_WORDS_H

#include "jalon/base/buf.h"
#include "jalon/model/gone.h"

/* What words are looked up in. */
struct change_words {
	const struct organisation *org;
	const struct gone *gone; /* NULL: nothing is known of what is no more */
	enum lang lang;
	int today_day;
};

/* What a field of that subject holds: "fait", "12 déc.", "aucune", a note's words, the titles of
 * what is required. */
void change_words_add_value(struct buf *out, const struct change_words *words, const char *subject,
	enum field field, const struct value *value);
/* What it is about: "Appeler la mission locale", "Portail usagers", "Inès"; nothing for the
 * organisation itself. */
void change_words_add_about(
	struct buf *out, const struct change_words *words, const struct change *change);
/* What was done to it: "Échéance : aucune → 12 déc.", "Note : …", "action ajoutée". */
void change_words_add_done(
	struct buf *out, const struct change_words *words, const struct change *change);
/* Both in one: "échéance de « Appeler la mission locale », aucune → 12 déc." */
void change_words_add(
	struct buf *out, const struct change_words *words, const struct change *change);
/* "« Inès » est en place, « Marc » attend", of a conflict that a merge kept. */
void change_words_add_conflict(
	struct buf *out, const struct change_words *words, const struct kept_conflict *kept);

/* What taking them back did, or putting them again, `applied` being what was written: "Annulé :
 * action « Appeler la mission locale »", and how many more there were. `place` and `when` stand
 * behind it in brackets: where it is shown, which may be "", and when that was done. */
void change_words_add_taken_back(struct buf *out, const struct change_words *words,
	const struct change_list *applied, bool is_redo, const char *place, const char *when);
/* Which of them such a sentence names: what was made or taken away goes before what was said of
 * it. */
const struct change *change_words_first(const struct change_list *changes);

#endif
